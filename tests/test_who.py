"""Who is who: what is suggested, and what an archivist's people.toml changes."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from migrator.archive.lists import _people
from migrator.archive.menus import item
from migrator.archive.merged import part_of
from migrator.archive.namesakes import reason, suggestions
from migrator.convert import convert
from migrator.errors import UsageError
from migrator.model import Author, Post, RawComment, Record, TermRef
from migrator.normalise.bylines.glance import printed_credits
from migrator.normalise.people import people
from migrator.options import Options
from migrator.rendered import Rendered
from migrator.site.people_toml import read_people
from tests.command_line import Invoke, Said
from tests.sites import bare_post, make_site

GAZETTE = Path(__file__).parent.parent / "fixtures" / "gazette" / "export.xml"

SAME = {
    ("JANE DOE", "Jane Doe"): "the same name in other letters",
    ("José Núñez", "Jose Nunez"): "the same name in other letters",
    ("김하나 (Hana Kim)", "Hana Kim"): "the same name in other letters",
    ("ZacharySnyder", "Zachary Snyder"): "the same name in other letters",
    ("Tyler.Chance", "Tyler Chance"): "the same name in other letters",
    ("Jane Doe, Jr.", "Jane Doe"): "the same name in other letters",
    ("Doe, Jane", "Jane Doe"): "the same name in other letters",
    ("zacharysnyder", "Zachary Snyder"): "the same name, parted otherwise",
    ("Jane Q. Doe", "Jane Doe"): "with and without a middle name",
    ("Jane Q. Doe", "Jane Quinn Doe"): "an initial for a middle name",
    ("J. Doe", "Jane Doe"): "an initial for the first name",
    ("Kate Doe", "Katherine Doe"): "a short form of the first name",
    ("Alex Doe", "Alexandra Doe"): "a short form of the first name",
    ("Sam Doe", "Samuel Doe"): "a short form of the first name",
    ("jdoe", "Jane Doe"): "a login made of the name",
}

OTHERS = (
    ("Jane Doe", "John Roe"),
    ("Jane Doe", "Joan Doe"),
    ("Jane Doe", "Jane Roe"),
    ("Jane A. Doe", "Jane B. Doe"),
    ("Kate Doe", "Maria Doe"),
    ("admin", "Ann Doe"),
    ("Doe", "Jane Doe"),
    ("John Doe Sr.", "John Doe Jr."),
    ("John Doe II", "John Doe, III"),
    ("Alexander Doe", "Alexandra Doe"),
    ("Samuel Doe", "Samantha Doe"),
    ("Gabriel Doe", "Gabriella Doe"),
)


def person(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name.lower(), "name": name, "documents": 1, "guest": False, "organisation": False} | more


@pytest.mark.parametrize(("names", "why"), SAME.items())
def test_what_speaks_for_two_being_one(names: tuple[str, str], why: str) -> None:
    one, other = map(person, names)
    assert reason(one, other) == why
    assert [made.why for made in suggestions([other, one])] == [why]


@pytest.mark.parametrize("names", OTHERS)
def test_others_are_not_suggested(names: tuple[str, str]) -> None:
    assert suggestions(list(map(person, names))) == []


def test_organisations_are_nobody_s_double() -> None:
    assert suggestions([person("The Desk", organisation=True), person("THE DESK", organisation=True)]) == []


def test_who_has_more_documents_is_kept() -> None:
    (made,) = suggestions([person("JANE DOE", documents=2), person("Jane Doe", documents=9)])
    assert (made.keep["name"], made.other["name"]) == ("Jane Doe", "JANE DOE")


ACCOUNTS = (Author("jdoe", "Jane Doe", 2), Author("jane", "J. Doe", 3), Author("staff", "The Staff", 4))


def credited(author: str, rulings: dict[str, Any], number: int = 1) -> Post:
    record = Record(id=number, type="post", status="publish", author=author)
    site = make_site(record, authors=ACCOUNTS, options=Options(people=rulings))
    post = bare_post(site, id=number, author=author)
    people(post, site)
    return post


def shown(post: Post) -> list[tuple[str, str]]:
    return [(one.person, one.name) for one in post.authors]


def test_a_merge_holds_wherever_either_is_named() -> None:
    rulings = {"merge": [{"keep": "jane-doe", "also": ["j-doe"]}]}
    assert shown(credited("jane", rulings)) == shown(credited("jdoe", rulings)) == [("jane-doe", "Jane Doe")]


def test_a_merge_keeps_all_logins() -> None:
    rulings = {"merge": [{"keep": "jane-doe", "also": ["j-doe"]}]}
    site = make_site(authors=ACCOUNTS, options=Options(people=rulings))
    assert [(one.id, one.logins) for one in site.persons()] == [
        ("jane-doe", ("jdoe", "jane")),
        ("the-staff", ("staff",)),
    ]


def test_a_person_is_renamed() -> None:
    assert shown(credited("jdoe", {"person": {"jane-doe": {"name": "Jane Roe"}}})) == [("jane-doe", "Jane Roe")]


@pytest.mark.parametrize(
    ("said", "sort_name"),
    [
        ({}, "Doe, Jane"),
        ({"orcid": "1"}, "Doe, Jane"),
        ({"name": "Jane Doe"}, "Doe, Jane"),
        ({"name": "Jane Roe"}, ""),
        ({"name": "Jane Roe", "sort_name": "Roe, Jane"}, "Roe, Jane"),
    ],
)
def test_a_new_name_is_sorted_by_no_old_one(said: dict[str, Any], sort_name: str) -> None:
    account = Author("jdoe", "Jane Doe", 2, "", "Jane", "Doe")
    site = make_site(authors=(account,), options=Options(people={"person": {"jane-doe": said}}))
    assert [one.sort_name for one in site.persons()] == [sort_name]


def test_a_picture_s_credit_has_the_name_that_was_decided() -> None:
    rulings = {
        "merge": [{"keep": "jane-doe", "also": ["j-doe"]}],
        "person": {"jane-doe": {"name": "Jane Roe"}, "the-staff": {"name": "Staff"}},
    }
    content = '<figure><img src="https://x.example/a.jpg"><figcaption>Photo by J. Doe</figcaption></figure>'
    read = json.loads(_rendered(Record(id=1, type="post", status="publish", content=content), rulings).files[".json"])
    assert [use["credit"] for use in read["media"]] == ["Jane Roe"]
    assert "Photo by J. Doe" in read["content"]["html"]
    site = make_site(authors=ACCOUNTS, options=Options(people=rulings))
    assert site.credit_as_decided("Jane Doe / The Staff") == "Jane Roe / Staff"
    assert site.credit_as_decided("AP Photo/Jane Doe") == "AP Photo/Jane Doe"
    meta = [("_media_credit", "J. Doe"), ("_navis_media_credit_org", "AP")]
    upload = Record(id=3, type="attachment", attachment_url="https://gazette.example.edu/a.jpg", meta=meta)
    shown_in = make_site(upload, authors=ACCOUNTS, options=Options(people=rulings))
    part = part_of(convert(upload, shown_in), upload, shown_in)
    assert part is not None
    assert json.loads(part.value)["credit"] == "Jane Roe / AP"


def test_a_hidden_person_is_named_nowhere() -> None:
    post = credited("jdoe", {"person": {"jane-doe": {"hide": True}}})
    assert post.authors == []
    assert not [entry for entry in post.entries if "Doe" in entry.before + entry.after]


def test_some_documents_are_someone_else_s() -> None:
    rulings = {"split": [{"person": "the-staff", "documents": [7], "name": "John Roe"}]}
    assert shown(credited("staff", rulings, 7)) == [("john-roe", "John Roe")]
    assert shown(credited("staff", rulings, 8)) == [("the-staff", "The Staff")]


def test_a_merge_goes_on_and_hides_with_it() -> None:
    merges = [{"keep": "j-doe", "also": ["the-staff"]}, {"keep": "jane-doe", "also": ["j-doe"]}]
    assert shown(credited("staff", {"merge": merges})) == [("jane-doe", "Jane Doe")]
    assert shown(credited("staff", {"merge": merges[::-1]})) == [("jane-doe", "Jane Doe")]
    assert shown(credited("staff", {"merge": merges, "person": {"the-staff": {"hide": True}}})) == []


def test_whom_a_split_names_may_be_ruled_on() -> None:
    split = [{"person": "the-staff", "documents": [7], "name": "John Roe"}]
    renamed = {"split": split, "person": {"john-roe": {"name": "John Q. Roe"}}}
    assert shown(credited("staff", renamed, 7)) == [("john-roe", "John Q. Roe")]
    same = {"split": [split[0] | {"name": "Jane Roe"}], "person": {"jane-doe": {"name": "Jane Roe"}}}
    assert shown(credited("staff", same, 7)) == [("jane-doe", "Jane Roe")]


def test_ids_that_nobody_has_are_told(migrator: Invoke, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    rulings = (
        "[person.ruth-holis]\nhide = true\n"
        "[[merge]]\nkeep = 'ruth-hollis'\nalso = ['qqq']\n"
        "[[split]]\nperson = 'xyz'\ndocuments = [1]\nname = 'John Roe'\n"
        "[person.john-roe]\norcid = '0000-0002-1825-0097'\n"
    )
    (archive / "people.toml").write_text(rulings, "utf-8")
    told = _convert(migrator, archive).err
    assert "note: people.toml speaks of 'ruth-holis', whom the source doesn't know; did you mean 'ruth-hollis'?" in told
    assert "'qqq', whom the source doesn't know; people.json has the ids" in told
    assert "'xyz'" in told
    assert "'john-roe'" not in told


def test_a_split_without_its_document_and_a_name_that_another_has_are_told(migrator: Invoke, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    _convert(migrator, archive)
    people = json.loads((archive / "people.json").read_bytes())["people"]
    one, other, third = [person["id"] for person in people if person["documents"]][:3]
    name = next(person["name"] for person in people if person["id"] == other)
    document = json.loads(next(archive.glob("content/posts/**/*.json")).read_bytes())["id"]
    rulings = (
        f"[person.{one}]\nname = {json.dumps(name)}\n[person.{third}]\nname = 'Somebody New'\n"
        f"[[split]]\nperson = '{third}'\ndocuments = [{document}, 987654]\nname = 'John Roe'\n"
    )
    (archive / "people.toml").write_text(rulings, "utf-8")
    told = _convert(migrator, archive).err
    assert f"splits document 987654 from {third!r}, but the source has no such document" in told
    assert f"gives {one!r} the name that {other!r} has; [[merge]] makes one person of both" in told
    assert (told.count("splits document"), told.count("the name that")) == (1, 1)


def test_two_who_are_given_one_name_are_told_once_and_those_merged_never() -> None:
    persons = {"jane-doe": {"name": "Ann Roe"}, "the-staff": {"name": "Ann Roe"}}
    assert make_site(authors=ACCOUNTS, options=Options(people={"person": persons})).doubles() == [
        ("jane-doe", "the-staff")
    ]
    merged = {"merge": [{"keep": "jane-doe", "also": ["the-staff"]}], "person": {"jane-doe": {"name": "The Staff"}}}
    assert make_site(authors=ACCOUNTS, options=Options(people=merged)).doubles() == []


def test_a_person_who_isn_t_there_changes_nothing() -> None:
    rulings = {"merge": [{"keep": "nobody", "also": ["jane-doe"]}], "person": {"no-one": {"name": "X"}}}
    assert shown(credited("jdoe", rulings)) == [("jane-doe", "Jane Doe")]


WRONG = {
    "[[merges]]\nkeep = 'a'": "unknown table 'merges'",
    "[[merge]]\nkeep = 'a'": "lacks 'also'",
    "[[merge]]\nkeep = 'a'\nalso = [3]": "merge.also can't hold 3",
    "[[merge]]\nkeep = ''\nalso = ['b']": "merge.keep can't be ''",
    "[person.a]\ncolour = 'red'": "person.a: colour",
    "[person.a]\nhide = 'yes'": "person.a: hide",
    "[[split]]\nperson = 'a'\ndocuments = ['x']\nname = 'B'": "split.documents can't hold 'x'",
    "[[split]]\nperson = 'a'\ndocuments = [1]\nname = 'B'\nwhy = 'c'": "has no setting 'why'",
    "merge = 1": "written as [[merge]]",
    "[[merge]]\nkeep = 'a'\nalso = 'b'": "merge.also = 'b' must be a list: [\"b\"]",
    "[[split]]\nperson = 'a'\ndocuments = 1\nname = 'B'": "split.documents = 1 must be a list: [1]",
    "[person.a]\norcid = '1234'": "person.a: orcid = '1234' is no ORCID; one is 0000-0002-1825-0097",
    "[person.a]\norcid = '0000-0002-1825-0098'": "is no ORCID",
    "[person.a]\nisni = '0000 0001 2103 2684'": "is no ISNI",
    "[person.a]\nurl = 'javascript:alert(1)'": "is no address of the web",
    "[person.josé]\nhide = true": "no valid TOML",
    "person = 1": "written as [person.ID]",
    "x": "no valid TOML",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items())
def test_a_wrong_file_is_told(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as error:
        read_people(tmp_path / "people.toml")
    assert message in str(error.value)
    assert "people.toml" in str(error.value)


def test_numbers_and_addresses_of_persons_are_taken(tmp_path: Path) -> None:
    lines = (
        "[person.a]",
        "orcid = 'https://orcid.org/0000-0002-1694-233X'",
        "isni = '0000 0001 2103 2683'",
        "url = 'https://a.example.org/'",
        "[person.b]",
        "orcid = ''",
        "url = ''",
    )
    (tmp_path / "people.toml").write_text("\n".join(lines), "utf-8")
    assert read_people(tmp_path / "people.toml")["person"]["a"]["isni"] == "0000 0001 2103 2683"


def test_who_was_merged_is_not_missed(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(json.dumps({"people": [person("Jane Doe", id="a")]}), "utf-8")
    merges = "[[merge]]\nkeep = 'a'\nalso = ['b']\n[[merge]]\nkeep = 'b'\nalso = ['c']\n[person.c]\nname = 'C'\n"
    (tmp_path / "people.toml").write_text(merges + "[person.x]\nname = 'X'\n", "utf-8")
    told = migrator("people", tmp_path).err
    assert "'x', who is not in the archive" in told
    assert "'b'" not in told
    assert "'c'" not in told


def test_what_is_suggested_is_decided_and_applied(migrator: Invoke, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    assert _convert(migrator, archive).code == 0
    first = migrator("people", archive)
    found = re.search(
        r"^théo-baptiste \(.+, (\d+) documents\) = théo-baptiste-2 \(.+, (\d+) documents", first.out, re.M
    )
    assert found is not None
    assert f"{len(first.out.splitlines())} that may be another" in first.err
    again = migrator("people", archive)
    waiting = f"{len(first.out.splitlines())} wait in {archive / 'people.toml'} for a decision"
    assert (again.out, waiting in first.err, waiting in again.err) == ("", True, True)

    file = archive / "people.toml"
    text = file.read_text("utf-8")
    assert _convert(migrator, archive).code == 0
    assert "théo-baptiste-2" in (archive / "people.json").read_text("utf-8")

    decided = text.replace('# [[merge]]\n# keep = "théo-baptiste"\n# also', '[[merge]]\nkeep = "théo-baptiste"\nalso')
    file.write_text(decided, "utf-8")
    assert _convert(migrator, archive).code == 0
    listed = json.loads((archive / "people.json").read_text("utf-8"))["people"]
    assert [(one["id"], one["documents"]) for one in listed if "Théo" in one["name"]] == [
        ("théo-baptiste", int(found[1]) + int(found[2]))
    ]
    assert migrator("check", archive).code == 0


def test_the_full_name_is_kept() -> None:
    assert suggestions([person("J. Doe"), person("Jane Doe")])[0].keep["name"] == "Jane Doe"
    assert suggestions([person("JANE DOE", id="a"), person("Jane Doe")])[0].keep["name"] == "Jane Doe"


def test_others_may_still_be_the_same(migrator: Invoke, tmp_path: Path) -> None:
    listed = [person("Jane Doe", id="b"), person("J. Doe", id="a"), person("JANE DOE", id="c")]
    (tmp_path / "people.json").write_text(json.dumps({"people": listed}), "utf-8")
    refused = "# [[merge]]\n# keep = 'b'\n# also = ['a']\n# [[merge]]\n# keep = \"b\"\n# also = [\"c\"]\n"
    (tmp_path / "people.toml").write_text(refused, "utf-8")
    assert migrator("people", tmp_path).out.startswith("a (J. Doe, 1 documents) = c (JANE DOE")
    assert migrator("people", tmp_path).out == ""


@pytest.mark.parametrize("text", ["[]", '{"people": [{"id": "a"}]}', '{"people": [1]}', '{"people": 1}', "{"])
def test_a_list_of_other_things_is_told(text: str, migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(text, "utf-8")
    result = migrator("people", tmp_path)
    assert result.code == 4
    assert "people.json" in result.err


def test_rulings_in_another_encoding_are_told(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text('{"people": []}', "utf-8")
    (tmp_path / "people.toml").write_bytes(b"\xff\xfe")
    result = migrator("people", tmp_path)
    assert result.code == 2
    assert "people.toml" in result.err


def test_who_is_hidden_stands_on_no_list(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text("[person.ruth-hollis]\nhide = true\n", "utf-8")
    assert _convert(migrator, tmp_path).code == 0
    for name in ("people.json", "terms.json", "archive.json", "media.json", "menus.json"):
        text = (tmp_path / name).read_text("utf-8").lower()
        assert not [word for word in ("ruth hollis", "ruth-hollis", "rhollis") if word in text], name
    told = [line for line in (tmp_path / "ledger.jsonl").read_text("utf-8").splitlines() if "byline." in line]
    assert told
    assert not [line for line in told if "hollis" in line.lower()]


def test_a_login_that_only_a_draft_names_is_on_no_public_list(tmp_path: Path) -> None:
    draft = Record(id=1, type="post", status="draft", author="secret.source")
    public = Record(id=2, type="post", status="publish", author="ghost")
    site = make_site(draft, public, authors=ACCOUNTS)
    listed = "".join(_people(site, Counter({("person", "ghost"): 1})))
    assert "secret" not in listed
    assert "ghost" in listed
    assert "jane-doe" in listed


def test_an_archive_whose_drafts_credit_others_passes_its_check(migrator: Invoke, tmp_path: Path) -> None:
    items = GAZETTE.read_text("utf-8").split("<item>")
    told = [item.replace("By Ruth Hollis", "By Nova Roe") if "[draft]" in item else item for item in items]
    assert told != items
    (tmp_path / "export.xml").write_text("<item>".join(told), "utf-8")
    archive = tmp_path / "archive"
    assert migrator("convert", tmp_path / "export.xml", "-o", archive, "--media", "none", "-q").code == 0
    assert migrator("check", archive).code == 0


def test_a_folder_without_people_is_told(migrator: Invoke, tmp_path: Path) -> None:
    result = migrator("people", tmp_path)
    assert result.code == 4
    assert "people.json" in result.err


def _convert(migrator: Invoke, archive: Path) -> Said:
    return migrator("convert", GAZETTE, "-o", archive, "--media", "none", "-q")


HIDDEN = {"person": {"jane-doe": {"hide": True}}}


def test_who_is_hidden_stands_in_no_field() -> None:
    terms = [TermRef("staff_name", "jane-doe", "Jane Doe"), TermRef("category", "news", "News")]
    meta = [("writer", "Jane Doe"), ("writers", 'a:1:{i:0;s:8:"JANE DOE";}'), ("deck", "New")]
    raw = [RawComment(5, author="Jane Doe", content="Thanks.", approved="1", user_id=2), RawComment(6, author="Kim")]
    content = (
        '<figure><img src="https://x.example/a.jpg"><figcaption>Photo by Jane Doe</figcaption></figure><p>Text.</p>'
    )
    record = Record(
        id=1, type="post", status="publish", author="jdoe", terms=terms, meta=meta, comments=raw, content=content
    )
    rendered = _rendered(record, HIDDEN)
    read = json.loads(rendered.files[".json"])
    assert (read["authors"], list(read["terms"]), read["meta"]) == ([], ["category"], {"deck": "New"})
    assert [one["credit"] for one in read["media"]] == [""]
    assert [(one["author"], one["person"]) for one in read["comments"]] == [("", None), ("Kim", None)]
    assert "Jane Doe" in read["content"]["html"]
    assert "Jane Doe" in json.loads(_rendered(record, {}).files[".json"])["meta"].values()


def test_a_hidden_account_stays_out_of_the_ledger_when_others_are_printed() -> None:
    rendered = _rendered(
        Record(id=1, type="post", status="publish", author="jdoe", content="<p>By Ann Poe</p><p>Text.</p>"), HIDDEN
    )
    assert not [entry for entry in rendered.entries if "Doe" in entry.before + entry.after]
    assert [entry.rule for entry in rendered.hidden] == ["byline.author"]


def test_what_the_ledger_tells_of_texts_names_no_hidden_person_in_public() -> None:
    content = (
        '<p>Text.</p>[caption id="attachment_9" width="30"]<img src="/a.jpg"> Photo by Jane Doe[/caption]'
        '<p><a href="https://gazette.example.edu/author/jdoe/">More</a> <a href="https://gazette.example.edu/b/">b</a></p>'
    )
    rendered = _rendered(Record(id=1, type="post", status="publish", author="staff", content=content), HIDDEN)
    assert not [entry for entry in rendered.entries if re.search("doe", entry.before + entry.after, re.IGNORECASE)]
    assert {entry.rule for entry in rendered.hidden} >= {"shortcode.caption", "link.unresolved"}
    assert "https://gazette.example.edu/b/" in {entry.before for entry in rendered.entries}


def test_who_is_hidden_stands_in_no_menu_and_no_column_s_name() -> None:
    kind, address = ("_menu_item_type", "custom"), "https://gazette.example.edu/author/jdoe/"
    entry = Record(id=4, type="nav_menu_item", title="Columns by Jane Doe", meta=[kind, ("_menu_item_url", address)])
    other = Record(id=5, type="nav_menu_item", title="News", meta=[kind, ("_menu_item_url", "/news/")])
    column = [TermRef("category", "by-jane-doe", "Columns by Jane Doe")]
    post = Record(id=1, type="post", status="publish", author="staff", content="<p>Text.</p>", terms=column)
    site = make_site(post, entry, other, authors=ACCOUNTS, options=Options(people=HIDDEN))
    told = [json.loads(item(one, site))["item"] for one in (entry, other)]
    assert [(one["label"], one["url"]) for one in told] == [("", ""), ("News", "/news/")]
    read = json.loads(convert(post, site).files[".json"])
    assert (read["terms"], read["publication"]) == ({}, {})


def test_who_is_hidden_stands_in_no_attachment_s_entry() -> None:
    raw = [RawComment(5, author="Jane Doe", content="Thanks.", approved="1", user_id=2)]
    meta = [("_media_credit", "Jane Doe"), ("photographer", "Jane Doe"), ("shot", "1")]
    record = Record(id=3, type="attachment", status="inherit", title="Dusk", meta=meta, comments=raw)
    record.attachment_url = "https://gazette.example.edu/wp-content/uploads/2024/03/dusk.jpg"
    values = []
    for rulings in ({}, HIDDEN):
        site = make_site(record, authors=ACCOUNTS, options=Options(people=rulings))
        part = part_of(convert(record, site), record, site)
        assert part is not None
        values.append(part.value)
    assert [value.count("Jane Doe") > 0 for value in values] == [True, False]
    assert '"shot"' in values[1]


def test_who_is_hidden_stays_so_under_another_s_name() -> None:
    rulings = {"merge": [{"keep": "jane-doe", "also": ["j-doe"]}], "person": {"j-doe": {"hide": True}}}
    assert shown(credited("jane", rulings)) == shown(credited("jdoe", rulings)) == []


def _rendered(record: Record, rulings: dict[str, Any]) -> Rendered:
    record.printed = [(credit.name, credit.is_organisation) for credit in printed_credits(record.content)]
    return convert(record, make_site(record, authors=ACCOUNTS, options=Options(people=rulings)))
