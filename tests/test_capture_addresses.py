"""Several visits of a page: which addresses are the same page, and which visit counts."""

from __future__ import annotations

import pytest

from migrator.sources.capture.addresses import Row, key_of, last_good
from migrator.sources.capture.visit import Place

SAME = (
    "https://paper.example/2024/04/council/",
    "http://paper.example/2024/04/council",
    "https://www.paper.example/2024/04/council/",
    "https://paper.example:443/2024/04/council/index.html",
    "https://paper.example/2024/04/Council/?utm_source=feed&fbclid=x#top",
)


@pytest.mark.parametrize("url", SAME)
def test_one_page_has_one_key(url: str) -> None:
    assert key_of(url) == "paper.example/2024/04/council"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://paper.example", "paper.example/"),
        ("https://paper.example/index.php", "paper.example/"),
        ("https://paper.example/index.html?p=5", "paper.example/?p=5"),
        ("https://paper.example/?p=5", "paper.example/?p=5"),
        ("file:///Council.html", "/council.html"),
    ],
)
def test_other_pages_have_others(url: str, key: str) -> None:
    assert key_of(url) == key


def row(url: str, time: str, status: int = 200, mime: str = "text/html", offset: int = 0, digest: str = "") -> Row:
    return Row(key_of(url), url, time, status, mime, Place("site.warc", offset, digest=digest))


def test_the_last_good_visit_counts_and_the_others_are_counted() -> None:
    rows = [
        row(SAME[0], "2021-01-01T00:00:00Z", offset=1),
        row(SAME[1], "2024-01-01T00:00:00Z", offset=2),
        row(SAME[2], "2023-01-01T00:00:00Z", offset=3),
        row(SAME[0], "2025-01-01T00:00:00Z", 404, offset=4),
        row(SAME[0], "2025-01-01T00:00:00Z", mime="application/json", offset=5),
        row("https://paper.example/other/", "", offset=6),
    ]
    found = last_good(rows)
    assert {key: (last.row.place.offset, len(last.others)) for key, last in found.items()} == {
        "paper.example/2024/04/council": (2, 2),
        "paper.example/other": (6, 0),
    }


def test_what_has_no_time_is_earlier_and_of_equals_the_later_one_counts() -> None:
    rows = [row(SAME[0], "2021-01-01T00:00:00Z", offset=1), row(SAME[0], "", offset=2)]
    assert last_good(rows)["paper.example/2024/04/council"].row.place.offset == 1
    rows = [row(SAME[0], "", offset=1), row(SAME[0], "", offset=2)]
    assert last_good(rows)["paper.example/2024/04/council"].row.place.offset == 2


def test_of_visits_that_brought_the_same_bytes_the_first_stands_for_all() -> None:
    rows = [
        row(SAME[0], "2021-01-01T00:00:00Z", offset=1, digest="sha256:b"),
        row(SAME[0], "2022-01-01T00:00:00Z", offset=2, digest="sha256:a"),
        row(SAME[1], "2023-01-01T00:00:00Z", offset=3, digest="sha256:a"),
        row(SAME[0], "2024-01-01T00:00:00Z", offset=4, digest="sha256:a"),
    ]
    (last,) = last_good(rows).values()
    assert (last.row.place.offset, [other.place.offset for other in last.others]) == (2, [3, 1])


def test_what_is_good_may_be_said() -> None:
    rows = [row(SAME[0], "2021-01-01T00:00:00Z", offset=1), row(SAME[0], "2022-01-01T00:00:00Z", offset=2)]
    found = last_good(rows, lambda row: row.place.offset == 1)
    assert [(last.row.place.offset, last.others) for last in found.values()] == [(1, ())]
