"""What a record of a page tells that no export does: authors and dates by their witnesses, a picture, a language."""

from __future__ import annotations

import json
from typing import Any

import pytest

from migrator.convert import convert
from migrator.model import Author, Capture, Image, Record
from tests.sites import BASE, make_site

PAGE = {"id": 7, "type": "post", "status": "publish", "slug": "fire", "link": f"{BASE}/fire/", "form": "rendered"}


def record(**fields: object) -> Record:
    return Record(**{**PAGE, **fields})  # type: ignore[arg-type]


def converted(*records: Record, authors: tuple[Author, ...] = (), language: str = "") -> Any:
    site = make_site(*records, authors=authors, language=language)
    return json.loads(convert(records[0], site).files[".json"])


def test_rendered_content_is_read_as_it_stands() -> None:
    content = "<p>One\ntwo</p>\n<p>[notice] stays</p>\nthree\n\nfour"
    assert (
        converted(record(content=content))["content"]["html"]
        == "<p>One two</p>\n<p>[notice] stays</p>\n<p>three four</p>"
    )


def test_plain_text_has_paragraphs_and_no_markup() -> None:
    read = converted(record(content="One <b>two</b> &amp;\nthree\n\nfour", form="text"))
    assert read["content"]["html"] == "<p>One &lt;b&gt;two&lt;/b&gt; &amp;amp;<br>three</p>\n<p>four</p>"


def test_whom_a_page_names_outranks_the_account_and_names_its_witness() -> None:
    fields = {"credited": [("Jane Doe", "rel"), ("admin", "rel")], "author": "desk"}
    read = converted(record(**fields), authors=(Author("desk", "The Desk"),))
    assert [(one["person"], one["name"], one["source"]) for one in read["authors"]] == [
        ("jane-doe", "Jane Doe", "page rel")
    ]


@pytest.mark.parametrize(
    ("witness", "login", "names"),
    [
        ("byline", "desk", ["Jane Doe"]),
        ("link", "desk", ["The Desk"]),
        ("json-ld", "desk", ["The Desk"]),
        ("json-ld", "admin", ["Jane Doe"]),
        ("json-ld", "", ["Jane Doe"]),
    ],
)
def test_what_only_repeats_an_account_does_not_outrank_one_that_signs(
    witness: str, login: str, names: list[str]
) -> None:
    accounts = (Author("desk", "The Desk"), Author("admin", "admin"))
    read = converted(record(credited=[("Jane Doe", witness)], author=login), authors=accounts)
    assert [one["name"] for one in read["authors"]] == names


def test_an_account_that_a_page_names_is_that_account() -> None:
    credited = record(credited=[("Jane Doe", "json-ld")])
    site = make_site(credited, authors=(Author("jdoe", "Jane Doe"),))
    known = site.person_of("jdoe")
    assert known is not None
    assert [one["person"] for one in json.loads(convert(credited, site).files[".json"])["authors"]] == [known.id]


@pytest.mark.parametrize(
    ("told", "local", "utc", "edtf"),
    [
        ("2024-04-10T21:30:00-04:00", "2024-04-10T21:30:00-04:00", "2024-04-11T01:30:00Z", "2024-04-10T21:30:00-04:00"),
        ("2024-04-11T01:30:00Z", "2024-04-10T21:30:00-04:00", "2024-04-11T01:30:00Z", "2024-04-10T21:30:00-04:00"),
        ("2024-04-10T21:30:00", "2024-04-10T21:30:00-04:00", "2024-04-11T01:30:00Z", "2024-04-10T21:30:00-04:00"),
        ("2024-04-10", "", "", "2024-04-10"),
        ("2024-04", "", "", "2024-04"),
    ],
)
def test_a_page_s_date_is_local_when_other_pages_tell_the_offset(told: str, local: str, utc: str, edtf: str) -> None:
    other = record(id=8, slug="b", link=f"{BASE}/b/", dated=[("2024-04-09T08:00:00-04:00", "json-ld")])
    published = converted(record(dated=[(told, "json-ld")]), other)["published"]
    assert published == {"written": told, "local": local, "utc": utc, "edtf": edtf, "source": published["source"]}
    assert published["source"].startswith("json-ld")


def test_a_day_in_utc_stays_in_utc_when_nothing_tells_the_site_s_clock() -> None:
    published = converted(record(dated=[("2024-04-11T01:30:00+00:00", "meta date")]))["published"]
    assert published["utc"] == published["edtf"] == "2024-04-11T01:30:00Z"
    assert published["local"] == ""


def test_a_field_outranks_what_a_page_tells() -> None:
    fields = {"date": "2024-04-10 09:30:00", "date_gmt": "2024-04-10 13:30:00", "dated": [("2024-05", "time")]}
    assert converted(record(**fields))["published"]["edtf"] == "2024-04-10T09:30:00-04:00"


def test_a_page_shows_its_picture_language_and_place_in_the_capture() -> None:
    read = converted(
        record(
            featured=Image("https://gazette.example.edu/wp-content/uploads/a.jpg", alt="Smoke"),
            language="es",
            capture=Capture(f"{BASE}/fire/", "2024-05-01T00:00:00Z", "a.warc.gz", 12, 34, "sha256:00", 2),
            roads={"content": "page"},
        ),
        language="en-US",
    )
    assert read["featured"]["alt"] == "Smoke"
    assert read["publication"]["language"] == "es"
    assert read["capture"]["versions"] == 2
    assert read["roads"] == {"content": "page"}
    assert "language" not in converted(record(language="en-us"), language="en-US")["publication"]


def test_what_an_export_tells_needs_neither_capture_nor_roads() -> None:
    assert not {"capture", "roads"} & converted(record(form="stored", content="<p>a</p>")).keys()


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("2024-04-10T09:30:00-04:00", "date: 2024-04-10T09:30:00-04:00"),
        ("2024-04-11T01:30:00+00:00", "date: 2024-04-11T01:30:00Z"),
        ("2024-04-10", "date: 2024-04-10"),
        ("2024-04", 'edtf: "2024-04"'),
        ("2014-21", 'edtf: "2014-21"'),
        ("1998~", 'edtf: "1998~"'),
    ],
)
def test_front_matter_has_a_date_where_the_day_is_known(told: str, line: str) -> None:
    dated = record(dated=[(told, "time")])
    lines = convert(dated, make_site(dated)).files[".md"].splitlines()
    assert [one for one in lines if one.startswith(("date:", "edtf:"))] == [line]
