"""Which visits are of the same page: addresses folded to a key, and the last good visit of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from migrator.normalise import urls
from migrator.sources.capture.visit import PAGE_TYPES, Place

_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)(?=/?\Z|/\?)")


class Row(NamedTuple):
    """A visit without its body: its address and that folded to a key, and where it is."""

    key: str
    url: str
    time: str
    status: int
    mime: str
    place: Place


class Last(NamedTuple):
    """The visit of a page that counts, and the other good ones that brought something else, the latest first."""

    row: Row
    others: tuple[Row, ...] = ()


@lru_cache(maxsize=1 << 15)
def key_of(url: str) -> str:
    """Fold an address to what names a page on the web: "example.org/2024/03/slug".

    Scheme, `www.`, case, the final slash, the name of an index page, tracking parameters and fragments don't count.
    """
    parts = urls.split(url)
    return parts.host + _INDEX.sub("", urls.key(parts))


def is_page(row: Row) -> bool:
    """Tell whether a visit found a page: status 200, and HTML."""
    return row.status == 200 and row.mime in PAGE_TYPES


def last_good(rows: Iterable[Row], good: Callable[[Row], bool] = is_page) -> dict[str, Last]:
    """Find the last good visit of each page, and the other good ones, by key, in the order first seen.

    Visits whose time nobody says are earlier than all that have one; of the same time the one that stands later counts.
    Of visits to one address that brought the same bytes, as their digest tells, the first stands for all.
    """
    found: dict[str, list[Row]] = {}
    for row in filter(good, rows):
        found.setdefault(row.key, []).append(row)
    return {key: _last(visits) for key, visits in found.items()}


def _last(visits: list[Row]) -> Last:
    latest = sorted(visits, key=lambda visit: visit.time)[::-1]
    first = {(visit.url, visit.place.digest or visit.place): visit for visit in latest}
    row, *others = first.values()
    return Last(row, tuple(others))
