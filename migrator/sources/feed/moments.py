"""The dates of feeds, RFC 822's and RFC 3339's, as an export has them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from migrator.normalise.dates import rss_moment
from migrator.normalise.labels import DAY_LENGTH

FIRST_YEAR = 1971
"""Dates before are those of no date: 0000-00-00 as WordPress writes it, and the beginning of Unix time."""


class Moments(NamedTuple):
    """A date as the site's clock showed it, if the feed tells, and in UTC: "2024-04-10 09:30:00".

    `iso` is the same as ISO 8601 ("2024-04-10T05:30:00-04:00"), or a day alone.
    """

    local: str = ""
    gmt: str = ""
    iso: str = ""


def moments_of(text: str) -> Moments:
    """Read a date; where it is only told in UTC, what the site's clock showed stays unknown."""
    read = _read(text.strip())
    if read is None or read.year < FIRST_YEAR:
        return Moments()
    if len(text.strip()) == DAY_LENGTH:
        return Moments(iso=text.strip())
    offset = read.utcoffset()
    if offset is None:
        return Moments(_written(read), "", read.isoformat(timespec="seconds"))
    local = _written(read) if offset else ""
    return Moments(local, _written(read.astimezone(UTC)), read.isoformat(timespec="seconds"))


def _read(text: str) -> datetime | None:
    if not text[:4].isdecimal():
        return rss_moment(text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")
