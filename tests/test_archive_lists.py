"""The lists: every entry once, nothing private among what is public."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from migrator.archive.files import WORK, Folder
from migrator.archive.journal import Finished, Journal, open_journal
from migrator.archive.lists import write_lists
from migrator.archive.media import other_meta
from migrator.archive.merged import part_of
from migrator.model import Author, RawComment, Record, Term, TermRef
from migrator.options import Options
from migrator.rendered import Rendered
from migrator.site import Site
from tests.sites import BASE, make_site

FILES = f"{BASE}/wp-content/uploads/"
PHOTO = Record(
    id=20,
    type="attachment",
    status="inherit",
    title="March",
    link=f"{BASE}/march/",
    attachment_url=f"{FILES}2024/03/march.jpg",
    excerpt="The <b>march</b>",
    meta=[("_wp_attached_file", "2024/03/march.jpg"), ("_wp_attachment_image_alt", "Students")],
    comments=[
        RawComment(id=1, author="Ann", email="ann@example.com", approved="1", content="Nice."),
        RawComment(id=2, author="Bob", approved="0", content="Waiting."),
        RawComment(id=3, approved="spam", content="Buy."),
    ],
)
DRAFT = Record(id=30, type="post", status="draft", title="Secret plans")
HIDDEN = replace(
    PHOTO, id=21, parent=30, link="", attachment_url=f"{FILES}2024/03/plan.jpg", comments=[],
    meta=[("_wp_attached_file", "2024/03/plan.jpg")],
)  # fmt: skip
TERMS = (
    Term("category", "news", "News", id=1, description="All &amp; sundry"),
    Term("category", "campus", "Campus", parent="news"),
    Term("author", "cap-ann", "ann", description="Ann ann ann@example.com 7"),
    Term("nav_menu", "main", "Main"),
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(open_journal(tmp_path / WORK, "key", tmp_path)) as journal:
        yield journal


def lists(journal: Journal, site: Site, *records: Record, **finished: Any) -> dict[str, Any]:
    """Write all lists and read them again; as text, so that a test can search them too."""
    finished["uses"] = [(*use, use[1]) for use in finished.get("uses", ())]
    batch = Finished(**finished)
    for record in records:
        rendered = Rendered(record.id, 0, record.type, record.status, "merged")
        part = part_of(rendered, record, site)
        assert part is not None
        batch.listed.append((part.name, part.public, part.id, part.path, part.value))
    journal.record(batch)
    journal.settle()
    folder = Folder(journal.work.parent)
    outcomes = write_lists(folder, journal, site, journal.tallies())
    files = {path: (folder.root / path).read_text("utf-8") for path, _ in journal.files()}
    return files | {"outcomes": outcomes}


def entries(files: dict[str, Any], path: str) -> list[dict[str, Any]]:
    value = json.loads(files[path])
    found: list[dict[str, Any]] = value[path.rpartition("/")[2].removesuffix(".json")]
    return found


def test_an_attachment_with_its_users(journal: Journal) -> None:
    uses = [(20, PHOTO.attachment_url, "media/2024/03/march.jpg", "image", number, True) for number in (9, 7, 9)]
    uses.append((20, PHOTO.attachment_url, "media/2024/03/march.jpg", "image", 30, False))
    files = lists(journal, make_site(PHOTO, DRAFT), PHOTO, uses=uses)
    [photo] = entries(files, "media.json")
    assert photo["used_by"] == [7, 9]
    assert (photo["id"], photo["path"], photo["alt"]) == (20, "media/2024/03/march.jpg", "Students")
    assert "<strong>march</strong>" in photo["caption"] or "<b>march</b>" in photo["caption"]
    assert [comment["author"] for comment in photo["comments"]] == ["Ann"]
    assert "ann@example.com" not in files["media.json"]


def test_comments_on_an_attachment_are_accounted_for() -> None:
    rendered = Rendered(
        20, 0, "attachment", "inherit", "merged", tallies=Counter({("comment", "comment", "merged"): 3})
    )
    part_of(rendered, PHOTO, make_site(PHOTO))
    assert rendered.tallies == Counter({("comment", "comment", "written"): 2, ("comment", "comment", "skipped"): 1})
    [(path, text)] = rendered.files.items()
    assert path == "unpublished/comments/media/20.json"
    assert [comment["author"] for comment in json.loads(text)["comments"]] == ["Bob"]


def test_other_files_stand_behind_the_attachments(journal: Journal) -> None:
    uses = [
        (0, "https://b.example/x.png", "media/elsewhere/x.png", "image", 8, True),
        (0, "https://a.example/y.mp3", "media/elsewhere/y.mp3", "audio", 7, True),
        (0, "https://a.example/y.mp3", "media/elsewhere/y.mp3", "audio", 8, True),
        (20, f"{FILES}2024/03/march-300x200.jpg", "media/2024/03/march-300x200.jpg", "image", 7, True),
    ]
    files = lists(journal, make_site(PHOTO), PHOTO, uses=uses)
    photo, *others = entries(files, "media.json")
    assert photo["used_by"] == [7]
    assert [(other["id"], other["url"], other["used_by"]) for other in others] == [
        (None, "https://a.example/y.mp3", [7, 8]),
        (None, "https://b.example/x.png", [8]),
        (20, f"{FILES}2024/03/march-300x200.jpg", [7]),
    ]


def test_media_of_what_is_not_public_stand_apart(journal: Journal) -> None:
    site = make_site(PHOTO, DRAFT, HIDDEN)
    uses = [(0, "https://a.example/secret.png", "media/elsewhere/secret.png", "image", 30, False)]
    files = lists(journal, site, PHOTO, HIDDEN, uses=uses)
    assert [entry["id"] for entry in entries(files, "media.json")] == [20]
    assert [entry["url"] for entry in entries(files, "unpublished/media.json")] == [
        HIDDEN.attachment_url,
        "https://a.example/secret.png",
    ]


def test_of_a_hidden_attachment_that_a_public_document_shows_only_the_file_is_public(journal: Journal) -> None:
    uses = [(21, HIDDEN.attachment_url, "media/2024/03/plan.jpg", "image", 7, True)]
    files = lists(journal, make_site(DRAFT, HIDDEN), HIDDEN, uses=uses)
    [plan] = entries(files, "media.json")
    assert (plan["id"], plan["used_by"]) == (21, [7])
    assert "title" not in plan
    [plan] = entries(files, "unpublished/media.json")
    assert (plan["id"], plan["title"], plan["used_by"]) == (21, "March", [])


def test_terms_of_the_header_and_of_items(journal: Journal) -> None:
    tallies = Counter({("term", "category", "campus", ""): 2, ("term", "series", "old", "Old &amp; new"): 1})
    authors = (Author("ann", "Ann"),)
    files = lists(journal, make_site(terms=TERMS, authors=authors), tallies=tallies)
    found = entries(files, "terms.json")
    assert [(term["taxonomy"], term["slug"], term["name"], term["parent"], term["documents"]) for term in found] == [
        ("category", "campus", "Campus", "news", 2),
        ("category", "news", "News", None, 0),
        ("series", "old", "Old & new", None, 1),
    ]
    assert files["outcomes"] == {"written": 2, "merged": 2}
    assert "ann@example.com" not in files["terms.json"]


@pytest.mark.parametrize("emails", [False, True])
def test_people_have_addresses_only_when_asked_for(journal: Journal, emails: bool) -> None:
    site = make_site(authors=(Author("ann", "Ann Lee", 3, "ann@example.com"),), options=Options(emails=emails))
    [ann] = entries(lists(journal, site), "people.json")
    assert (ann["id"], ann["name"], ann["logins"]) == ("ann-lee", "Ann Lee", ["ann"])
    assert ann.get("email") == ("ann@example.com" if emails else None)


def test_redirects_are_sorted_and_each_address_has_one_target(journal: Journal) -> None:
    rows = [
        ("/b", "content/b.md", "permalink"),
        ("/a", "content/old.md", "old"),
        ("/a", "content/a.md", "permalink"),
        ("/?p=1", 'content/"x", y.md', "query"),
    ]
    assert lists(journal, make_site(), redirects=rows)["redirects.csv"] == (
        'from,to,kind\n/?p=1,"content/""x"", y.md",query\n/a,content/a.md,permalink\n/b,content/b.md,permalink\n'
    )


def test_an_author_s_pages_lead_to_the_person(journal: Journal) -> None:
    accounts = (
        Author("jane.doe", "Jane Doe", 2),
        Author("jd", "J. Doe", 3),
        Author("kim@example.edu", "Kim Lee", 4),
        Author("idle", "Ida Idle", 5),
        Author("gone", "Gia Gone", 6),
    )
    stories = (
        Record(id=1, type="post", status="publish", author="jd", terms=[TermRef("author", "cap-김하나", "김하나")]),
        Record(id=2, type="post", status="publish", terms=[TermRef("staff_name", "ann-poe", "Ann Poe")]),
    )
    rulings = {"merge": [{"keep": "jane-doe", "also": ["j-doe"]}], "person": {"gia-gone": {"hide": True}}}
    site = make_site(*stories, authors=accounts, options=Options(people=rulings))
    credited = [site.person_of(login) for login in ("jd", "kim@example.edu", "gone", "cap-김하나")]
    people = [*credited, site.person_named("Ann Poe")]
    tallies = {("person", person.id): 1 for person in people if person is not None}
    rows = [("/author/jd/", "content/pages/author/jd.md", "permalink"), ("/z/", "content/z.md", "permalink")]
    assert lists(journal, site, redirects=rows, tallies=Counter(tallies))["redirects.csv"].split("\n") == [
        "from,to,kind",
        "/?author=2,people.json#jane-doe,author",
        "/?author=3,people.json#jane-doe,author",
        "/?author=4,people.json#kim-lee,author",
        "/author/%ea%b9%80%ed%95%98%eb%82%98/,people.json#김하나,author",
        "/author/jane-doe/,people.json#jane-doe,author",
        "/author/jd/,content/pages/author/jd.md,permalink",
        "/staff/?writer=%EA%B9%80%ED%95%98%EB%82%98,people.json#김하나,author",
        "/staff/?writer=Ann%20Poe,people.json#ann-poe,author",
        "/staff/?writer=J.%20Doe,people.json#jane-doe,author",
        "/staff/?writer=Jane%20Doe,people.json#jane-doe,author",
        "/staff/?writer=Kim%20Lee,people.json#kim-lee,author",
        "/staff_name/ann-poe/,people.json#ann-poe,author",
        "/z/,content/z.md,permalink",
        "",
    ]


def test_a_list_without_entries_is_a_list(journal: Journal) -> None:
    files = lists(journal, make_site())
    assert json.loads(files["media.json"]) == {"schema": "media/1", "media": []}
    always = ["embeds.json", "media.json", "menus.json", "outcomes", "people.json", "redirects.csv", "terms.json"]
    assert sorted(files) == always


def test_a_draft_of_a_menu_stands_apart(journal: Journal) -> None:
    terms = [TermRef("nav_menu", "main", "Main")]
    draft = Record(id=40, type="nav_menu_item", status="draft", title="Soon", terms=terms)
    files = lists(journal, make_site(), draft)
    assert entries(files, "menus.json") == []
    assert entries(files, "unpublished/menus.json")[0]["items"][0]["label"] == "Soon"


def test_an_attachment_keeps_what_no_field_of_its_own_holds() -> None:
    meta = {
        "_wp_attached_file": "2024/03/a.jpg",
        "_wp_attachment_image_alt": "A",
        "_wp_attachment_metadata": {"file": "2024/03/a.jpg", "width": 1, "sizes": {}, "image_meta": {"camera": "K"}},
        "_media_credit": "Sol Abara",
    }
    assert other_meta(meta) == {
        "_media_credit": "Sol Abara",
        "_wp_attachment_metadata": {"image_meta": {"camera": "K"}},
    }
    assert other_meta({"_wp_attachment_metadata": "broken"}) == {"_wp_attachment_metadata": "broken"}
