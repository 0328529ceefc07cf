"""Persons who are hidden by people.toml stand in no field, list, menu or public ledger."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from migrator.archive.lists import _people
from migrator.archive.menus import item
from migrator.archive.merged import part_of
from migrator.convert import convert
from migrator.model import RawComment, Record, TermRef
from migrator.options import Options
from tests.command_line import Invoke
from tests.rulings import ACCOUNTS, GAZETTE, converted, converted_record, credited, shown
from tests.sites import make_site


def test_who_is_hidden_stands_on_no_list(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text("[person.ruth-hollis]\nhide = true\n", "utf-8")
    assert converted(migrator, tmp_path).code == 0
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
    rendered = converted_record(record, HIDDEN)
    read = json.loads(rendered.files[".json"])
    assert (read["authors"], list(read["terms"]), read["meta"]) == ([], ["category"], {"deck": "New"})
    assert [one["credit"] for one in read["media"]] == [""]
    assert [(one["author"], one["person"]) for one in read["comments"]] == [("", None), ("Kim", None)]
    assert "Jane Doe" in read["content"]["html"]
    assert "Jane Doe" in json.loads(converted_record(record, {}).files[".json"])["meta"].values()


def test_a_hidden_account_stays_out_of_the_ledger_when_others_are_printed() -> None:
    rendered = converted_record(
        Record(id=1, type="post", status="publish", author="jdoe", content="<p>By Ann Poe</p><p>Text.</p>"), HIDDEN
    )
    assert not [entry for entry in rendered.entries if "Doe" in entry.before + entry.after]
    assert [entry.rule for entry in rendered.hidden] == ["byline.author"]


def test_what_the_ledger_tells_of_texts_names_no_hidden_person_in_public() -> None:
    content = (
        '<p>Text.</p>[caption id="attachment_9" width="30"]<img src="/a.jpg"> Photo by Jane Doe[/caption]'
        '<p><a href="https://gazette.example.edu/author/jdoe/">More</a> <a href="https://gazette.example.edu/b/">b</a></p>'
    )
    rendered = converted_record(Record(id=1, type="post", status="publish", author="staff", content=content), HIDDEN)
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
