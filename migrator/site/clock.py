"""A site's offset from UTC through the years, seen in the dates that its items give both locally and in GMT."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

QUARTER = timedelta(minutes=15)
WEST, EAST = timedelta(hours=-12), timedelta(hours=14)
"""All offsets in use are multiples of 15 minutes between these (IANA time zone database, since 1972)."""

REACH = timedelta(days=31)
"""How far an offset is believed beyond the days it was seen on: a clock changes at most every three months."""


class Stretch(NamedTuple):
    """Days ("2024-03-10" to "2024-11-02") on which all items agree on the offset, in minutes."""

    first: str
    last: str
    minutes: int


def moment_of(text: str) -> datetime | None:
    """Read a date of WordPress ("2024-04-10 09:30:00"); None for an unknown one ("0000-00-00 …", "", "-0001-…")."""
    if len(text) < 10 or text[4] != "-":
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo is None else read.replace(tzinfo=None)


def offset_between(local: datetime, gmt: datetime) -> timedelta | None:
    """Tell the offset that makes both the same moment, to the quarter of an hour; None if no place has such a one."""
    offset = round((local - gmt) / QUARTER) * QUARTER
    return offset if WEST <= offset <= EAST else None


def stretches(seen: Counter[tuple[str, int]]) -> list[Stretch]:
    """Sum up (day, minutes) counts; an odd day among agreeing ones is taken for a mistake of its items."""
    days = [max(group, key=lambda row: row[1])[0] for _, group in groupby(sorted(seen.items()), lambda row: row[0][0])]
    runs = [list(run) for _, run in groupby(days, lambda day: day[1])]
    kept = [run for index, run in enumerate(runs) if not _is_odd(runs, index)]
    merged = groupby((day for run in kept for day in run), lambda day: day[1])
    return [Stretch(run[0][0], run[-1][0], minutes) for minutes, group in merged for run in [list(group)]]


def _is_odd(runs: list[list[tuple[str, int]]], index: int) -> bool:
    if len(runs[index]) > 1 or not 0 < index < len(runs) - 1:
        return False
    before, after = runs[index - 1], runs[index + 1]
    return before[0][1] == after[0][1] and len(before) + len(after) > 2


def offset_on(day: date, known: list[Stretch]) -> timedelta | None:
    """Tell the offset of a day from the stretches around it; None if they are too far or only one side is known."""
    if not known:
        return None
    if len({stretch.minutes for stretch in known}) == 1:
        return timedelta(minutes=known[0].minutes)
    index = bisect_right(known, day.isoformat(), key=lambda stretch: stretch.first)
    near = [(_distance(day, stretch), stretch.minutes) for stretch in known[max(index - 1, 0) : index + 1]]
    if len({minutes for _, minutes in near}) == 1 and len(near) == 2:
        return timedelta(minutes=near[0][1])
    distance, minutes = min(near)
    return timedelta(minutes=minutes) if distance <= REACH else None


def _distance(day: date, stretch: Stretch) -> timedelta:
    first, last = date.fromisoformat(stretch.first), date.fromisoformat(stretch.last)
    return max(first - day, day - last, timedelta(0))


def as_stretches(rows: Iterable[tuple[str, str, int]]) -> list[Stretch]:
    """Read stretches that were kept as plain rows."""
    return [Stretch(*row) for row in rows]
