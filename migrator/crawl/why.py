"""Why an address was taken or not, from what the frontier remembers and the rules that would refuse it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from migrator.crawl.frontier import Frontier
from migrator.crawl.frontier.remembered import KnownAddress, address, items_at
from migrator.crawl.memory import last_known
from migrator.crawl.scope import scope_of
from migrator.crawl.traps import OTHER_SITE, trap_named, trap_of
from migrator.sources.capture.visit import Place

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
    known, items = address(frontier, url), items_at(frontier, url)
    if known:
        yield from _known(known)
    for item in items:
        dated, told = f" of {item.modified}" if item.modified else "", "" if item.whole else ", without its content"
        yield Statement("given as", f"{item.key}{dated}{told} ({item.state}, run {item.run})")
        yield from _place(item.via, frontier)
    if not known and not items:
        yield from _unknown(url, frontier)


def _known(known: KnownAddress) -> Iterator[Statement]:
    is_refused = known.state == "refused"
    if is_refused:
        yield Statement("refused", _rule(known.reason))
    else:
        yield Statement("state", f"{_STATES[known.state]} ({known.kind} on the {known.road} road, run {known.run})")
    yield Statement("address", known.url)
    yield Statement("named by", known.via or ("the user" if is_refused else "the site itself"))
    if known.status:
        yield Statement("answer", f"{known.status}{f' at {known.time}' if known.time else ''}, tries {known.tries}")
    if known.reason and not is_refused:
        yield Statement("reason", known.reason)
    yield from _kept(known.place)


def _rule(name: str) -> str:
    trap = trap_named(name)
    if trap:
        return f"by the rule {trap.name}: {trap.why}"
    return "by the site's robots.txt (--ignore-robots takes it)" if name == _ROBOTS else f"by the fetcher: {name}"


def _kept(place: Place) -> Iterator[Statement]:
    if place.file:
        yield Statement("kept in", f"{place.file}, {place.length} bytes from {place.offset}, {place.digest}")


def _place(via: str, frontier: Frontier) -> Iterator[Statement]:
    yield Statement("in the list", via)
    listed = address(frontier, via)
    if listed:
        yield from _kept(listed.place)


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
