"""Who is who: what is suggested, and what an archivist's people.toml changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from migrator.archive.merged import part_of
from migrator.archive.namesakes import reason, suggestions
from migrator.convert import convert
from migrator.model import Author, Record
from migrator.options import Options
from tests.command_line import Invoke
from tests.rulings import ACCOUNTS, converted, converted_record, credited, person, shown
from tests.sites import make_site

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
    ("Jon Doe", "John Doe"): "a short form of the first name",
    ("Mike Doe", "Michael Doe"): "a short form of the first name",
    ("Ellie Doe", "Eleanor Doe"): "a short form of the first name",
    ("jdoe", "Jane Doe"): "a login made of the name",
    ("jdoe2", "Jane Doe"): "a login made of the name",
    ("janed", "Jane Q. Doe"): "a login made of the name",
    ("janedoe", "Jane Q. Doe"): "a login made of the name",
    ("janedoe22", "Jane Doe"): "a login made of the name",
    ("JaneDoe22", "Jane Doe"): "a login made of the name",
    ("jane.doe22", "Jane Doe"): "a login made of the name",
    ("j_doe2022", "Jane Doe"): "a login made of the name",
}

OTHERS = (
    ("Jane Doe", "John Roe"),
    ("Jane Doe", "Joan Doe"),
    ("Jane Doe", "Jane Roe"),
    ("Jane A. Doe", "Jane B. Doe"),
    ("Kate Doe", "Maria Doe"),
    ("admin", "Ann Doe"),
    ("Doe", "Jane Doe"),
    ("doe22", "Jane Doe"),
    ("jane22", "Jane Doe"),
    ("22", "Jane Doe"),
    ("janeroe22", "Jane Doe"),
    ("janedoe22", "janedoe23"),
    ("jane.doe22", "jane.doe23"),
    ("user1", "user2"),
    ("Class 12", "Class Roe"),
    ("Jonathan Doe", "John Doe"),
    ("John Doe Sr.", "John Doe Jr."),
    ("John Doe II", "John Doe, III"),
    ("Alexander Doe", "Alexandra Doe"),
    ("Samuel Doe", "Samantha Doe"),
    ("Gabriel Doe", "Gabriella Doe"),
)


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
    read = json.loads(
        converted_record(Record(id=1, type="post", status="publish", content=content), rulings).files[".json"]
    )
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
    told = converted(migrator, archive).err
    assert "note: people.toml speaks of 'ruth-holis', whom the source doesn't know; did you mean 'ruth-hollis'?" in told
    assert "'qqq', whom the source doesn't know; people.json has the ids" in told
    assert "'xyz'" in told
    assert "'john-roe'" not in told


def test_a_split_without_its_document_and_a_name_that_another_has_are_told(migrator: Invoke, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    converted(migrator, archive)
    people = json.loads((archive / "people.json").read_bytes())["people"]
    one, other, third = [person["id"] for person in people if person["documents"]][:3]
    name = next(person["name"] for person in people if person["id"] == other)
    document = json.loads(next(archive.glob("content/posts/**/*.json")).read_bytes())["id"]
    rulings = (
        f"[person.{one}]\nname = {json.dumps(name)}\n[person.{third}]\nname = 'Somebody New'\n"
        f"[[split]]\nperson = '{third}'\ndocuments = [{document}, 987654]\nname = 'John Roe'\n"
    )
    (archive / "people.toml").write_text(rulings, "utf-8")
    told = converted(migrator, archive).err
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


def test_who_was_merged_is_not_missed(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(json.dumps({"people": [person("Jane Doe", id="a")]}), "utf-8")
    merges = "[[merge]]\nkeep = 'a'\nalso = ['b']\n[[merge]]\nkeep = 'b'\nalso = ['c']\n[person.c]\nname = 'C'\n"
    (tmp_path / "people.toml").write_text(merges + "[person.x]\nname = 'X'\n", "utf-8")
    told = migrator("people", tmp_path).err
    assert "'x', who is not in the archive" in told
    assert "'b'" not in told
    assert "'c'" not in told
