"""The time zone of a site, read from dates that are given in both; and dates that are none."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from migrator.site.clock import Stretch, moment_of, offset_between, offset_on, stretches


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2024-04-10 09:30:00", True),
        ("2024-04-10", True),
        ("0000-00-00 00:00:00", False),
        ("-0001-11-30 00:00:00", False),
        ("2024-02-30 00:00:00", False),
        ("2024-04-10 25:00:00", False),
        ("20240410", False),
        ("", False),
    ],
)
def test_an_unknown_date_is_no_date(text: str, known: bool) -> None:
    assert (moment_of(text) is not None) == known


@pytest.mark.parametrize(
    ("local", "gmt", "minutes"),
    [
        ("2024-04-10 00:30:00", "2024-04-09 19:00:00", 330),
        ("2024-04-10 23:59:59", "2024-04-11 03:59:58", -240),
        ("2024-01-01 13:45:00", "2024-01-01 00:00:00", 825),
        ("2024-01-01 00:00:00", "2024-01-01 12:00:00", -720),
        ("2024-01-01 14:30:00", "2024-01-01 00:00:00", None),
        ("2024-01-05 00:00:00", "2024-01-01 00:00:00", None),
    ],
)
def test_an_offset_is_one_that_some_place_has(local: str, gmt: str, minutes: int | None) -> None:
    found = offset_between(datetime.fromisoformat(local), datetime.fromisoformat(gmt))
    assert found == (None if minutes is None else timedelta(minutes=minutes))


def days(*rows: tuple[str, int]) -> list[Stretch]:
    return stretches(Counter(rows))


def test_days_that_agree_make_a_stretch_and_an_odd_one_is_a_mistake() -> None:
    winter = [("2024-01-05", -300), ("2024-02-01", -300), ("2024-02-03", 0), ("2024-02-07", -300)]
    assert days(*winter, ("2024-04-10", -240)) == [
        Stretch("2024-01-05", "2024-02-07", -300),
        Stretch("2024-04-10", "2024-04-10", -240),
    ]
    assert days(("2024-01-05", 0), ("2024-01-05", 60), ("2024-01-05", 60)) == [Stretch("2024-01-05", "2024-01-05", 60)]
    assert days() == []


@pytest.mark.parametrize(
    ("day", "minutes"),
    [
        ("2024-02-01", -300),
        ("2024-03-05", -300),
        ("2024-03-25", -240),
        ("2024-06-01", -240),
        ("2024-09-01", -240),
        ("2023-12-25", -300),
        ("2023-08-01", None),
        ("2024-11-20", -240),
        ("2025-03-01", None),
    ],
)
def test_the_clock_is_read_from_the_days_around(day: str, minutes: int | None) -> None:
    known = [
        Stretch("2024-01-05", "2024-02-28", -300),
        Stretch("2024-04-01", "2024-06-30", -240),
        Stretch("2024-10-01", "2024-10-30", -240),
    ]
    found = offset_on(datetime.fromisoformat(day).date(), known)
    assert found == (None if minutes is None else timedelta(minutes=minutes))


def test_one_offset_through_all_years_holds_for_all() -> None:
    assert offset_on(datetime(1990, 1, 1).date(), [Stretch("2024-01-05", "2024-02-28", 540)]) == timedelta(hours=9)
    assert offset_on(datetime(1990, 1, 1).date(), []) is None
