"""Why an address was taken or not, from what the frontier remembers and the rules that would refuse it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from migrator.crawl.frontier import Frontier
from migrator.crawl.memory import last_known
from migrator.crawl.scope import scope_of
from migrator.crawl.traps import OTHER_SITE, trap_named, trap_of
from migrator.sources.capture.addresses import key_of

_KNOWN = """
SELECT url, state, kind, road, via, status, reason, file, offset, length, digest, time, tries, run
FROM url WHERE key = ?
"""
_SEEN = "SELECT key, url, modified, whole, via, state, run FROM item WHERE name = ? AND aim <> 'page' ORDER BY key"

_ROBOTS = "robots"
_STATES = {
    "waiting": "not yet: it waits to be asked for",
    "done": "taken",
    "same": "not asked for again",
    "failed": "not taken: it failed",
    "replaced": "taken in parts",
    "gone": "not taken: it is not there",
}


class Statement(NamedTuple):
    """One line of an explanation: what it is about, and what is so."""

    about: str
    said: str


def explain(url: str, frontier: Frontier) -> Iterator[Statement]:
    """Tell what is known of an address and why it is so."""
    row = frontier.one(_KNOWN, key_of(url))
    items = frontier.all(_SEEN, key_of(url))
    if row:
        yield from _known(row)
    for key, _, modified, whole, via, state, run in items:
        told = "" if whole else ", without its content"
        yield Statement("given as", f"{key}{f' of {modified}' if modified else ''}{told} ({state}, run {run})")
        yield from _place(via, frontier)
    if not row and not items:
        yield from _unknown(url, frontier)


def _known(row: tuple[Any, ...]) -> Iterator[Statement]:
    url, state, kind, road, via, status, reason, *place, time, tries, run = row
    if state == "refused":
        yield Statement("refused", _rule(reason))
    else:
        yield Statement("state", f"{_STATES[state]} ({kind} on the {road} road, run {run})")
    yield Statement("address", url)
    yield Statement("named by", via or ("the site itself" if state != "refused" else "the user"))
    if status:
        yield Statement("answer", f"{status}{f' at {time}' if time else ''}, tries {tries}")
    if reason and state != "refused":
        yield Statement("reason", reason)
    yield from _kept(*place)


def _rule(name: str) -> str:
    trap = trap_named(name)
    if trap:
        return f"by the rule {trap.name}: {trap.why}"
    return "by the site's robots.txt (--ignore-robots takes it)" if name == _ROBOTS else f"by the fetcher: {name}"


def _kept(file: str, offset: int, length: int, digest: str) -> Iterator[Statement]:
    if file:
        yield Statement("kept in", f"{file}, {length} bytes from {offset}, {digest}")


def _place(via: str, frontier: Frontier) -> Iterator[Statement]:
    yield Statement("in the list", via)
    row = frontier.one("SELECT file, offset, length, digest FROM url WHERE key = ?", key_of(via))
    if row:
        yield from _kept(*row)


def _unknown(url: str, frontier: Frontier) -> Iterator[Statement]:
    """Tell what would become of an address that was never met with."""
    site = last_known(frontier)
    trap = trap_of(url)
    if site and not scope_of(site.home).has(url):
        yield Statement("never met", f"and refused by the rule {OTHER_SITE.name}: {OTHER_SITE.why} than {site.home}")
    elif trap:
        yield Statement("never met", f"or not remembered, and refused by the rule {trap.name}: {trap.why}")
    else:
        roads = ", ".join(site.roads) if site else "none"
        yield Statement("never met", f"nothing that was read names it (roads taken: {roads})")
