from __future__ import annotations

import json
from typing import Any

import pytest

from migrator.convert import convert
from migrator.markup.html import parse
from migrator.model import Moment, Record, TermRef
from migrator.normalise.dates import dates, judge, moment
from migrator.options import Options
from migrator.site import Site
from tests.sites import bare_post, make_site

EMPTY = "0000-00-00 00:00:00"
PLAIN = make_site()
NEW_YORK = make_site(options=Options(zone="America/New_York"))


def seen(*offsets: tuple[str, str]) -> Site:
    records = [
        Record(id=number, type="post", status="publish", date=local, date_gmt=gmt)
        for number, (local, gmt) in enumerate(offsets, 1)
    ]
    return make_site(*records)


SEASONS = seen(
    ("2024-01-10 12:00:00", "2024-01-10 17:00:00"),
    ("2024-03-05 12:00:00", "2024-03-05 17:00:00"),
    ("2024-03-20 12:00:00", "2024-03-20 16:00:00"),
    ("2024-06-20 12:00:00", "2024-06-20 16:00:00"),
)


@pytest.mark.parametrize(
    ("date", "gmt", "local", "utc"),
    [
        ("2024-04-10 09:30:00", "2024-04-10 13:30:00", "2024-04-10T09:30:00-04:00", "2024-04-10T13:30:00Z"),
        ("2024-04-11 00:30:00", "2024-04-10 15:30:00", "2024-04-11T00:30:00+09:00", "2024-04-10T15:30:00Z"),
        ("2024-04-10 23:30:00", "2024-04-11 03:30:00", "2024-04-10T23:30:00-04:00", "2024-04-11T03:30:00Z"),
        ("2024-01-01 05:45:00", "2024-01-01 00:00:00", "2024-01-01T05:45:00+05:45", "2024-01-01T00:00:00Z"),
        ("2024-01-01 14:00:00", "2024-01-01 00:00:00", "2024-01-01T14:00:00+14:00", "2024-01-01T00:00:00Z"),
        ("2024-04-10 09:30:00", "2024-04-10 09:30:00", "2024-04-10T09:30:00+00:00", "2024-04-10T09:30:00Z"),
        ("2024-04-10 09:30:00", "2024-04-10 13:30:01", "2024-04-10T09:30:00-04:00", "2024-04-10T13:30:00Z"),
        ("1911-05-01 08:00:00", "1911-05-01 12:56:00", "1911-05-01T08:00:00", ""),
        ("2024-04-10 09:30:00", EMPTY, "2024-04-10T09:30:00", ""),
        ("2024-04-10 09:30:00", "", "2024-04-10T09:30:00", ""),
        (EMPTY, "2024-04-10 13:30:00", "", "2024-04-10T13:30:00Z"),
        (EMPTY, EMPTY, "", ""),
        ("-0001-11-30 00:00:00", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_both_fields_tell_a_moment_and_its_local_day(date: str, gmt: str, local: str, utc: str) -> None:
    found = moment(date, gmt, PLAIN)
    assert (found.local, found.utc) == (local, utc)
    assert found.edtf == (local or utc)
    assert (found == Moment()) == (not local and not utc)


@pytest.mark.parametrize(
    ("date", "gmt", "doubt"),
    [
        ("2024-04-10 09:30:00", "2024-04-13 13:30:00", "GMT field 2024-04-13 13:30:00 doesn't fit"),
        ("2024-04-10 09:30:00", "2024-04-10 13:37:00", "GMT field 2024-04-10 13:37:00 doesn't fit"),
        ("1970-01-01 00:00:00", "1970-01-01 00:00:00", "midnight of 1970-01-01, as a failed import leaves it"),
    ],
)
def test_what_does_not_fit_is_reported_and_the_local_field_believed(date: str, gmt: str, doubt: str) -> None:
    judged = judge(date, gmt, PLAIN)
    assert judged.doubt == doubt
    assert judged.moment.local[:19] == date.replace(" ", "T")


@pytest.mark.parametrize(
    ("date", "local"),
    [
        ("2024-03-10 01:59:59", "2024-03-10T01:59:59-05:00"),
        ("2024-03-10 03:00:00", "2024-03-10T03:00:00-04:00"),
        ("2024-11-03 00:30:00", "2024-11-03T00:30:00-04:00"),
        ("2024-11-03 02:30:00", "2024-11-03T02:30:00-05:00"),
    ],
)
def test_a_zone_fills_in_the_offset_around_a_change_of_clocks(date: str, local: str) -> None:
    found = moment(date, EMPTY, NEW_YORK)
    assert found.local == local
    assert found.source == "date + zone"


def test_both_fields_settle_the_hour_that_comes_twice() -> None:
    first = judge("2024-11-03 01:30:00", "2024-11-03 05:30:00", NEW_YORK)
    second = judge("2024-11-03 01:30:00", "2024-11-03 06:30:00", NEW_YORK)
    assert (first.moment.local, first.doubt) == ("2024-11-03T01:30:00-04:00", "")
    assert (second.moment.local, second.doubt) == ("2024-11-03T01:30:00-05:00", "")


def test_a_zone_checks_the_fields_but_does_not_overrule_them() -> None:
    judged = judge("2024-04-10 09:30:00", "2024-04-10 07:30:00", NEW_YORK)
    assert judged.moment.local == "2024-04-10T09:30:00+02:00"
    assert judged.doubt == "offset +02:00 is not that of America/New_York"


def test_a_zone_tells_the_local_day_of_a_gmt_date() -> None:
    found = moment(EMPTY, "2024-03-10 06:59:00", NEW_YORK)
    assert (found.local, found.source) == ("2024-03-10T01:59:00-05:00", "date_gmt + zone")


@pytest.mark.parametrize(
    ("date", "local"),
    [
        ("2024-02-01 09:00:00", "2024-02-01T09:00:00-05:00"),
        ("2024-05-01 09:00:00", "2024-05-01T09:00:00-04:00"),
        ("2024-07-10 09:00:00", "2024-07-10T09:00:00-04:00"),
        ("2024-12-24 09:00:00", "2024-12-24T09:00:00"),
    ],
)
def test_other_items_tell_the_offset_of_their_days(date: str, local: str) -> None:
    found = moment(date, "", SEASONS)
    assert found.local == local
    assert found.source == ("date + site offset" if len(local) > 19 else "date")


@pytest.mark.parametrize(
    ("pub_date", "local", "utc"),
    [
        ("Wed, 10 Apr 2024 13:30:00 +0000", "", "2024-04-10T13:30:00Z"),
        ("Wed, 10 Apr 2024 09:30:00 -0400", "2024-04-10T09:30:00-04:00", "2024-04-10T13:30:00Z"),
        ("Wed, 30 Nov -0001 00:00:00 +0000", "", ""),
        ("Mon, 30 Nov 0000 00:00:00 +0000", "", ""),
        ("yesterday", "", ""),
        ("Wed, 99 Apr 2024 99:30:00 +0000", "", ""),
    ],
)
def test_rss_is_asked_last(pub_date: str, local: str, utc: str) -> None:
    found = judge(EMPTY, "", PLAIN, pub_date).moment
    assert (found.local, found.utc) == (local, utc)


def read(site: Site = PLAIN, **fields: Any) -> tuple[Moment, Moment, list[str]]:
    post = bare_post(site, **fields)
    dates(post, site)
    return post.published, post.modified, [f"{entry.rule} {entry.where} {entry.before}" for entry in post.entries]


@pytest.mark.parametrize("status", ["draft", "pending"])
def test_a_draft_has_no_date_but_the_one_written(status: str) -> None:
    published, modified, entries = read(status=status, date="2024-04-10 09:30:00", date_gmt=EMPTY, pub_date="x")
    assert published == Moment(written="2024-04-10 09:30:00")
    assert (modified, entries) == (Moment(), [])


def test_a_draft_that_was_published_once_keeps_its_date() -> None:
    published, _, _ = read(status="draft", date="2024-04-10 09:30:00", date_gmt="2024-04-10 13:30:00")
    assert published.local == "2024-04-10T09:30:00-04:00"


def test_a_scheduled_post_has_the_date_it_is_scheduled_for() -> None:
    published, _, _ = read(status="future", date="2031-04-10 09:30:00", date_gmt="2031-04-10 13:30:00")
    assert published.edtf == "2031-04-10T09:30:00-04:00"


def test_a_post_has_a_date_of_change_and_doubts_are_in_the_ledger() -> None:
    _, modified, entries = read(
        link="https://gazette.example.edu/?p=1",
        date="2024-04-10 09:30:00",
        date_gmt="2019-04-10 13:30:00",
        modified="2024-04-11 10:00:00",
        modified_gmt="2024-04-11 14:00:00",
    )
    assert modified.local == "2024-04-11T10:00:00-04:00"
    assert entries == ["date.doubtful published 2024-04-10 09:30:00"]


def _published(**fields: Any) -> tuple[Moment, list[str]]:
    options = Options(zone=fields.pop("zone", ""))
    site = make_site(options=options)
    printed = fields.pop("printed", "")
    post = bare_post(site, **({"link": "https://gazette.example.edu/?p=1"} | fields))
    post.printed_date = printed
    dates(post, site)
    return post.published, [f"{entry.rule} {entry.action}: {entry.before} {entry.after}" for entry in post.entries]


ADDRESS = "https://gazette.example.edu/2024/04/10/story/"
APRIL = [
    TermRef("category", "2024", "2024"),
    TermRef("category", "april-2024", "April 2024"),
    TermRef("category", "news", "News"),
]


@pytest.mark.parametrize(
    ("fields", "edtf", "source"),
    [
        ({"link": ADDRESS, "terms": APRIL}, "2024-04-10", "url"),
        ({"link": "https://gazette.example.edu/2024/04/story/"}, "2024-04", "url"),
        ({"printed": "April 9, 2024", "terms": APRIL}, "2024-04-09", "body"),
        ({"terms": APRIL}, "2024-04", "category"),
        ({"terms": [TermRef("issue", "v3", "Vol. 3, Spring 2014")]}, "2014-21", "issue"),
        ({"link": "https://gazette.example.edu/2024/13/40/story/", "terms": APRIL[2:]}, "", ""),
        ({"date": "2024-04-10 09:30:00", "terms": APRIL}, "2024-04-10T09:30:00", "date"),
    ],
)
def test_what_no_field_tells_the_next_witness_does(fields: dict[str, Any], edtf: str, source: str) -> None:
    found, entries = _published(**fields)
    assert (found.edtf, found.source) == (edtf, source)
    assert entries == []


def test_witnesses_that_disagree_are_reported() -> None:
    found, entries = _published(link=ADDRESS, date="2024-04-12 09:30:00")
    assert found.local == "2024-04-12T09:30:00"
    assert entries == ["date.disagrees warned: 2024-04-12 09:30:00 its address says 2024-04-10"]


@pytest.mark.parametrize(
    ("printed", "doubts"),
    [
        ("April 9, 2024", ["its byline says 2024-04-09"]),
        ("April 12, 2024", []),
        ("April 2024", []),
        ("2019", ["its byline says 2019"]),
        ("yesterday", []),
    ],
)
def test_a_byline_s_date_that_disagrees_is_reported(printed: str, doubts: list[str]) -> None:
    found, entries = _published(printed=printed, date="2024-04-12 09:30:00")
    assert found.local == "2024-04-12T09:30:00"
    assert entries == [f"date.disagrees warned: 2024-04-12 09:30:00 {doubt}" for doubt in doubts]


def test_a_local_field_that_holds_utc_is_put_right_when_zone_and_address_say_so() -> None:
    late = {"date": "2024-04-11 01:30:00", "date_gmt": "2024-04-11 01:30:00", "zone": "America/New_York"}
    found, entries = _published(link=ADDRESS, **late)
    assert (found.local, found.utc) == ("2024-04-10T21:30:00-04:00", "2024-04-11T01:30:00Z")
    assert "date.shifted rewritten: 2024-04-11 01:30:00 2024-04-10T21:30:00-04:00" in entries
    assert _published(**late)[0].local == "2024-04-11T01:30:00+00:00"


def _published_in(body: str, **fields: Any) -> Moment:
    defaults: dict[str, Any] = {"link": "https://gazette.example.edu/?p=1"}
    post = bare_post(PLAIN, **(defaults | fields))
    post.tree.extend(parse(body))
    dates(post, PLAIN)
    return post.published


@pytest.mark.parametrize(
    ("body", "edtf"),
    [
        ("<p>Published: Oct. 5, 2001</p><p>The hall is open.</p>", "2001-10-05"),
        ("<p>The hall is open.</p><p>Posted on Friday, October 5, 2001.</p>", "2001-10-05"),
        ("<p><em>Posted</em> Oct 5, 2001 at 3:15 p.m.<br>The hall is open.</p>", "2001-10-05"),
        ("<p><img src='/a.jpg'></p><h4>Veröffentlicht am 5. Oktober 2001 um 12:00 Uhr</h4><p>Offen.</p>", "2001-10-05"),
        ("<p>Offen.<br>Veröffentlicht am 05.10.2001<br></p>", "2001-10-05"),
        ("<p><em>Published: <b>Oct. 5</b>, </em>2001</p><p>The hall is open.</p>", "2001-10-05"),
        ("<!--more--><p><!-- a --></p><p><!-- b -->Published:<!-- c --> Oct. 5, 2001</p><p>Open.</p>", "2001-10-05"),
        ("<p>Open.</p><p>Published: Oct. 5, 2001</p><!--more-->", "2001-10-05"),
        ("<p>Publié le 5 octobre 2001</p><p>Ouvert.</p>", "2001-10-05"),
        ("<p>Publicado el 5 de octubre de 2001</p><p>Abierto.</p>", "2001-10-05"),
        ("<p>Posted on October 5, 2001, the sign fell on the same day.</p><p>So it was.</p>", ""),
        ("<p>Published: 2001</p><p>A book.</p>", ""),
        ("<p>Published October 2001</p><p>A book.</p>", ""),
        ("<p>Originally published Oct. 5, 2001</p><p>Again.</p>", ""),
        ("<p>Date: Oct. 5, 2001</p><p>A concert.</p>", ""),
        ("<p>Oct. 5, 2001</p><p>A concert.</p>", ""),
        ("<p>Published: 04/05/2001</p><p>In April or May.</p>", ""),
        ("<p>One.</p><p>Published: Oct. 5, 2001</p><p>Three.</p>", ""),
        ("<ul><li>Published: Oct. 5, 2001</li></ul><p>Three.</p>", ""),
        ("<blockquote><p>Posted on Oct. 5, 2001</p></blockquote>", ""),
        ("", ""),
    ],
)
def test_a_line_of_the_body_that_says_when_it_was_published(body: str, edtf: str) -> None:
    found = _published_in(body)
    assert (found.edtf, found.source) == (edtf, "body" if edtf else "")


def test_a_line_of_the_body_is_asked_after_fields_and_address() -> None:
    body = "<p>Published: Oct. 5, 2001</p>"
    assert _published_in(body, link=ADDRESS).edtf == "2024-04-10"
    assert _published_in(body, date="2024-04-12 09:30:00").source == "date"
    assert _published_in(body, terms=APRIL).edtf == "2001-10-05"


def test_the_line_stays_in_the_body() -> None:
    record = Record(
        id=1,
        type="post",
        status="publish",
        slug="hall",
        title="Hall",
        content="Published: Oct. 5, 2001\n\nThe hall is open.",
    )
    site = make_site(record)
    rendered = convert(record, site)
    assert "Published: Oct. 5, 2001" in rendered.files[".md"]
    assert json.loads(rendered.files[".json"])["published"]["edtf"] == "2001-10-05"
