"""What a frontier remembers of an address: its state, what it gave, where the answer lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from migrator.crawl.frontier import Frontier
from migrator.sources.capture.addresses import key_of
from migrator.sources.capture.visit import Place

_ADDRESS = """
SELECT url, state, kind, road, via, status, reason, time, tries, run, file, offset, length, digest
FROM url WHERE key = ?
"""
_ITEMS = "SELECT key, modified, whole, via, state, run FROM item WHERE name = ? AND aim <> 'page' ORDER BY key"
_PAGES = """
SELECT url.url, url.time, coalesce(item.title, '') FROM url LEFT JOIN item ON item.key = 'page/' || url.key
WHERE kind = 'page' AND url.time <> '' AND status = 200 ORDER BY number
"""


class KnownAddress(NamedTuple):
    """An address, and what came of it; the fields are those of the table `url`."""

    url: str
    state: str
    kind: str
    road: str
    via: str
    status: int
    reason: str
    time: str
    tries: int
    run: int
    place: Place


class KnownItem(NamedTuple):
    """An item that a list gave of an address; the fields are those of the table `item`."""

    key: str
    modified: str
    whole: bool
    via: str
    state: str
    run: int


def address(frontier: Frontier, url: str) -> KnownAddress | None:
    """What is known of an address; None if nothing is."""
    row = frontier.one(_ADDRESS, key_of(url))
    if row is None:
        return None
    *told, file, offset, length, digest = row
    return KnownAddress._make((*told, Place(file, offset, length, digest)))


def items_at(frontier: Frontier, url: str) -> list[KnownItem]:
    """The items that REST and feeds gave of a document's address."""
    return [KnownItem(*row) for row in frontier.all(_ITEMS, key_of(url))]


def pages(frontier: Frontier) -> Iterator[tuple[str, str, str]]:
    """KnownAddress, time and title of each page that was had."""
    yield from frontier.all(_PAGES)
