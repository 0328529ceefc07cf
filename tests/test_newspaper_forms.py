"""The student newspaper's site has every form of byline, date, note and credit: by form the document that proves it.

Each document is named after its form and was written with a real WordPress (`tests/wordpress/content/forms`).
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from migrator.media.embedded import embedded
from tests.command_line import Invoke
from tests.media.gazette import GAZETTE, UPLOADS

Documents = dict[str, dict[str, Any]]

AUTHORS: dict[str, list[str]] = {
    # plugins
    "a-vigil-on-the-ice": ["Sol Abara", "The Wire Service", "Žofia Dvořáková-León"],
    "byline-publishpress": ["Amara Quist"],
    "byline-molongui": ["Priya Nand"],
    "byline-newspack": ["Ruth Hollis", "Théo Baptiste"],
    "byline-newspack-off": ["Ruth Hollis"],
    "byline-largo": ["Priya Nand", "Sol Abara"],
    "byline-sno": [
        "Odalys Reyes [Sports Editor]",
        "Beckett Lund (photographer) [Photo Editor]",
        "Imani Cole (videographer)",
    ],
    "byline-job-title": ["Lionel Park [Features Editor]"],
    "byline-terms": ["Odalys Reyes"],
    "byline-sno-staff": ["Beckett Lund [Photo Editor]"],
    "byline-guest-name": ["Odalys Reyes", "Imani Cole"],
    # the text itself
    "byline-by": ["Odalys Reyes"],
    "byline-and": ["Odalys Reyes", "Beckett Lund"],
    "byline-three": ["Odalys Reyes", "Beckett Lund", "Imani Cole"],
    "byline-title-comma": ["Odalys Reyes [Staff Writer]"],
    "byline-title-bar": ["Odalys Reyes [Contributor]"],
    "byline-title-below": ["Odalys Reyes [Arts Editor]"],
    "byline-title-below-apart": ["Odalys Reyes [Senior Staff Writer]"],
    "byline-title-both": ["Odalys Reyes [Staff Writer]", "Beckett Lund [Staff Writer]"],
    "byline-class-year": ["Odalys Reyes ’25"],
    "byline-capitals": ["Odalys Reyes", "Beckett Lund"],
    "byline-story-and-photos": ["Odalys Reyes", "Beckett Lund (photographer)"],
    "byline-satire": ["Odalys Reyes"],
    "byline-paper": ["Odalys Reyes, The Gazette"],
    "byline-editorial-board": ["Editorial Board"],
    "byline-agency": ["Associated Press"],
    "byline-last": ["Odalys Reyes"],
    # roles
    "byline-illustrated": ["Odalys Reyes", "Imani Cole (illustrator)"],
    "byline-both": ["Beckett Lund (writer+photographer)"],
    "byline-translated": ["Odalys Reyes", "Imani Cole (translator)"],
    "byline-edited": ["Odalys Reyes", "Imani Cole (editor)"],
    "byline-graphic": ["Odalys Reyes", "Beckett Lund (designer)"],
    "byline-reporting": ["Ruth Hollis", "Imani Cole (contributor)"],
    # languages
    "byline-spanish": ["Odalys Reyes"],
    "byline-german": ["Odalys Reyes", "Beckett Lund"],
    "byline-french": ["Odalys Reyes"],
    # authority: what is printed outranks the account, a technical one more than any
    "byline-technical": ["Odalys Reyes"],
    "byline-none": ["Théo Baptiste"],
    # none
    "no-byline-by-night": ["Ruth Hollis"],
    "no-byline-of-another": ["Ruth Hollis"],
}
ORGANISATIONS = {"byline-editorial-board", "byline-agency"}
KEPT = {"no-byline-by-night": "By night the quad", "no-byline-of-another": "Author: Marta Quill"}
"""Lines that are no bylines and stay in the text."""

DATES: dict[str, tuple[str, str]] = {
    "date-address": ("2013-04-10", "url"),
    "date-address-month": ("2011-10", "url"),
    "date-category": ("2024-03", "category"),
    "date-issue": ("2014-21", "volume"),
    "date-text": ("2012-03-02", "body"),
    "date-text-german": ("2016-03-03", "body"),
    "date-about": ("1998~", "volume"),
    "date-disagrees": ("2019-02-16T10:00:00-05:00", "date"),
    "date-modified": ("2019-02-18T10:00:00-05:00", "date"),
}
PUBLICATION: dict[str, dict[str, str]] = {
    "issue-volume-and-number": {
        "issue": "Vol. 53, No. 2, April 2014",
        "volume": "53",
        "number": "2",
        "print_date": "2014-04",
    },
    "issue-of-a-volume": {"issue": "No. 20", "volume": "113", "number": "20"},
    "date-category": {"issue": "March 2024", "print_date": "2024-03"},
    "section-primary": {"section": "Arts & Culture"},
    "byline-by": {"section": "Campus"},
    "series": {"series": "The Housing Files"},
    "byline-sno": {"subtitle": "Seven boards, one bus"},
    "byline-newspack": {"subtitle": "Riders had asked for two o’clock"},
    "byline-largo": {"subtitle": "Skaters stay ashore"},
    "dateline": {"dateline": "HARTWELL, Vt."},
    "dateline-agency": {"dateline": "MONTPELIER, Vt.", "syndicated_from": "AP"},
    "syndicated": {"syndicated_from": "The Hartwell Observer"},
    "canonical": {"syndicated_from": "observer.example.com"},
    "date-first-published": {"first_published": "2011-03-03"},
    "date-in-print": {"print_date": "2014-04-04"},
    "language-by-text": {"language": "es"},
    "byline-spanish": {"language": "es"},
    "byline-german": {"language": "de"},
    "byline-french": {"language": "fr"},
}
CORRECTIONS: dict[str, tuple[str, str]] = {
    "correction": (
        "correction",
        "Correction: An earlier version of this article misspelled the name of Esi Adjei.",
    ),
    "correction-dated": ("correction", "Correction (April 12, 2019): The rent is $900 a month, not $800."),
    "correction-unlabelled": ("correction", "An earlier version of this story gave the wrong year."),
    "clarification": ("clarification", "Clarification: The figures are those of last fall."),
    "update": ("update", "UPDATE, 4:30 p.m.: The office has answered; its reply has been added."),
    "editors-note": ("editor's note", "Editor’s note: The author lives in one of the buildings."),
    "retraction": (
        "retraction",
        "Retraction: The Gazette withdraws this report, whose figures can’t be verified.",
    ),
}
PERSONS = {
    "person-initials": "o-reyes (O. Reyes, 1 documents): an initial for the first name",
    "person-middle-name": "odalys-marie-reyes (Odalys Marie Reyes, 1 documents): with and without a middle name",
    "person-nickname": "will-hartley (Will Hartley, 1 documents): a short form of the first name",
    "person-without-accents": "ines-marchetti (Ines Marchetti, 1 documents): the same name in other letters",
    "two accounts": "théo-baptiste-2 (Théo Baptiste, 3 documents): the same name in other letters",
}
"""Persons who may be others, as `migrator people` suggests them."""

CREDITS = {
    "credit-photo-by": "Beckett Lund",
    "credit-courtesy": "the Hartwell Archive",
    "credit-agency": "AP Photo/Jane Marlow",
    "credit-paper": "Beckett Lund/The Millbrook Gazette",
    "credit-copyright": "Beckett Lund",
    "credit-below": "Imani Cole",
    "credit-none": "",
}


@pytest.fixture(scope="module")
def documents(archive: Path) -> Documents:
    """The public documents by slug."""
    values = (json.loads(page.with_suffix(".json").read_bytes()) for page in (archive / "content").rglob("*.md"))
    return {value["slug"]: value for value in values}


def shown(byline: dict[str, Any]) -> str:
    """A byline as the table has it."""
    role = f" ({byline['role']})" if byline["role"] != "writer" else ""
    title = f" [{byline['title']}]" if byline["title"] else ""
    year = f" ’{byline['class_year']}" if byline["class_year"] else ""
    return f"{byline['name']}" + role + title + year + (f", {byline['affiliation']}" if byline["affiliation"] else "")


@pytest.mark.parametrize("form", AUTHORS)
def test_authors(form: str, documents: Documents) -> None:
    assert [shown(byline) for byline in documents[form]["authors"]] == AUTHORS[form]


@pytest.mark.parametrize("form", [form for form in AUTHORS if form.startswith("byline-") and form not in KEPT])
def test_a_byline_stands_no_more_in_the_text(form: str, documents: Documents) -> None:
    """But for those that are a sentence of it as well."""
    stays = form in ("byline-reporting", "byline-translated")
    credited = [byline for byline in documents[form]["authors"] if byline["source"] == "body"]
    assert any(byline["name"] in documents[form]["content"]["html"] for byline in credited) == stays


@pytest.mark.parametrize("form", KEPT)
def test_what_is_no_byline_stays(form: str, documents: Documents) -> None:
    assert KEPT[form] in documents[form]["content"]["html"]


def test_organisations_are_no_persons(archive: Path, documents: Documents) -> None:
    persons = {person["id"]: person for person in json.loads((archive / "people.json").read_bytes())["people"]}
    kinds = {
        form: {persons[byline["person"]]["organisation"] for byline in documents[form]["authors"]}
        for form in AUTHORS
        if form.startswith("byline-")
    }
    assert {form for form, found in kinds.items() if found == {True}} == ORGANISATIONS


def test_who_may_be_another_is_suggested_and_not_merged(migrator: Invoke, archive: Path, tmp_path: Path) -> None:
    """Capitals and a class year make no other person, so there is nothing to suggest of them."""
    suggested = migrator("people", shutil.copytree(archive, tmp_path / "a")).out
    assert [form for form in PERSONS if f" = {PERSONS[form]}" not in suggested] == []
    assert "ODALYS" not in suggested


@pytest.mark.parametrize("form", DATES)
def test_dates(form: str, documents: Documents) -> None:
    published = documents[form]["published"]
    assert (published["edtf"], published["source"]) == DATES[form]


def test_nothing_is_filled_in_where_no_date_is_known(documents: Documents) -> None:
    assert documents["date-unknown"]["published"] is None
    assert documents["date-modified"]["modified"]["edtf"].startswith("2019-12-01")


def test_disagreement_is_told(archive: Path, documents: Documents) -> None:
    lines = map(json.loads, (archive / "ledger.jsonl").read_text("utf-8").splitlines())
    told = {line["document"]: line["after"] for line in lines if line["rule"] == "date.disagrees"}
    assert told[documents["date-disagrees"]["id"]] == "its address says 2009-05-20"


def test_a_day_that_utc_has_moved_is_moved_back(migrator: Invoke, tmp_path: Path) -> None:
    """Where the site's zone is known."""
    migrator("convert", GAZETTE, "-o", tmp_path / "a", "-q", "--zone", "America/New_York", "--until", "2016")
    (record,) = (tmp_path / "a").rglob("date-shifted.json")
    published = json.loads(record.read_bytes())["published"]
    assert (published["edtf"], published["source"]) == ("2015-10-12T23:10:00-04:00", "date + zone + url")


@pytest.mark.parametrize("form", PUBLICATION)
def test_the_publication(form: str, documents: Documents) -> None:
    found = documents[form]["publication"]
    assert {name: found.get(name) for name in PUBLICATION[form]} == PUBLICATION[form]


@pytest.mark.parametrize("form", CORRECTIONS)
def test_corrections_are_listed_and_stay_in_the_text(form: str, documents: Documents) -> None:
    kind, text = CORRECTIONS[form]
    assert documents[form]["corrections"] == [{"kind": kind, "text": text}]
    assert text.rpartition(": ")[2] in documents[form]["content"]["html"]


def test_a_paragraph_on_corrections_is_none(documents: Documents) -> None:
    assert documents["correction-none"]["corrections"] == []


@pytest.mark.parametrize("form", CREDITS)
def test_credits_in_captions(form: str, documents: Documents) -> None:
    assert [use["credit"] for use in documents[form]["media"]] == [CREDITS[form]]


def test_credits_that_an_attachment_has(archive: Path) -> None:
    """In postmeta, as WordPress itself read it from the picture, and in the picture."""
    listed = {
        entry["url"].rpartition("/")[2]: entry for entry in json.loads((archive / "media.json").read_bytes())["media"]
    }
    assert listed["desk-lamp.jpg"]["credit"] == "Imani Cole / The Millbrook Gazette"
    assert listed["film-lamp.jpg"]["credit"] == "The Millbrook Gazette"
    assert embedded(UPLOADS / "2019" / "02" / "film-lamp.jpg", "image/jpeg") == {
        "title": "Lamp on Elm Street",
        "caption": "The lamp on its first night",
        "byline": "Žofia Dvořáková-León",
        "credit": "The Millbrook Gazette",
        "copyright": "(c) The Millbrook Gazette",
        "date": "20190219",
    }


def test_every_document_of_the_forms_is_looked_at(documents: Documents) -> None:
    known = {*AUTHORS, *DATES, *PUBLICATION, *CORRECTIONS, *CREDITS}
    known |= {"date-unknown", "date-shifted", "correction-none", "credit-media", "credit-embedded"}
    known |= {*PERSONS, "person-full-name"} - {"two accounts"}
    assert {slug for slug, value in documents.items() if 801 <= value["id"] <= 899} == known - {"a-vigil-on-the-ice"}
