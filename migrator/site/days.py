"""The day of a document whose local date is unknown, for its place in the archive, as far as anything tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from migrator.markup.text import plain
from migrator.model import Record
from migrator.normalise.labels import DAY_LENGTH, date_beside_number, edtf_of
from migrator.normalise.urls import date_in_address
from migrator.site.clock import moment_of

_CALENDAR = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?:T.*)?\Z|(\d{4})(?:-\d\d)?\Z")
"""A day or month, or the year of a season, in EDTF; a span of more than one belongs to no folder."""


def likely_day(record: Record) -> str:
    """The day ("2024-04-10"), else month or year, that the surest witness tells; "" when there is none.

    An address has the site's own calendar, so its month outranks the day of a date in UTC, which only makes it finer.
    """
    told = list(filter(None, (_calendar(text) for text in _told(record))))
    return next((text for text in told if text.startswith(told[0]) and len(text) == DAY_LENGTH), *told[:1] or [""])


def _told(record: Record) -> Iterator[str]:
    """What says when a document was published, the surest first."""
    yield from (text for text, _ in record.dated[:1])
    yield date_in_address(record.link)
    gmt = moment_of(record.date_gmt)
    yield gmt.date().isoformat() if gmt else ""
    for term in sorted(record.terms, key=lambda term: -len(term.name)):
        name = plain(term.name)
        yield edtf_of(name) or date_beside_number(name)


def _calendar(edtf: str) -> str:
    found = _CALENDAR.match(edtf)
    return (found[1] or found[2]) if found else ""
