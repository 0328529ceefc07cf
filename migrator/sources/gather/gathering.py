"""Going through a capture once: what each answer tells goes to the document that it tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from migrator.model import Author, Capture, Entry, Record, Term, TermRef
from migrator.sources.capture.addresses import Last, Row, is_page, key_of
from migrator.sources.capture.visit import Visit
from migrator.sources.feed import read_feed
from migrator.sources.gather.kinds import Node, kind_of, node_kind, nodes_of
from migrator.sources.gather.roads import Road
from migrator.sources.gather.store import Found, Store
from migrator.sources.pages.common import common_blocks, host_of
from migrator.sources.pages.page import read_page
from migrator.sources.rest import (
    Lookups,
    read_comment,
    read_media,
    read_post,
    read_root,
    read_taxonomies,
    read_term,
    read_user,
    with_parents,
)
from migrator.sources.wxr.header import Header

_NUMBERED = re.compile(r"(?:/(\d{1,3})/?|[?&]page=(\d{1,3}))$")

SAMPLE = 120
"""Pages that are looked at for what pages share; on more the shares no longer change."""

SKIPPED = "capture.skipped"
"""The rule of answers that are no documents: lists, login walls, what is no page at all."""


@dataclass
class Gathering:
    """All that was found so far; `load` reads the answer that a row names."""

    store: Store
    load: Callable[[Row], Visit]
    lookups: Lookups = field(default_factory=Lookups)
    facts: dict[str, Counter[str]] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def header(self) -> Header:
        """What is known of the site: what most answers say."""
        facts = {name: max(sorted(said), key=lambda value: said[value]) for name, said in self.facts.items()}
        known = {name: facts.pop(name, "") for name in ("title", "description", "language", "generator")}
        known["base_url"] = facts.get("base_blog_url", "")
        return Header(
            **known, authors=tuple(self.authors.values()), terms=tuple(with_parents(self.terms.values())), facts=facts
        )


def gather(rows: Sequence[Last], found: Gathering, told: Callable[[int, int], None]) -> None:
    """Go through the last good answers, each with the number of others there are of it; `told` hears how far it is."""
    later: list[Last] = []
    common = _common(rows, found)
    for done, (row, versions) in enumerate(rows, 1):
        visit = found.load(row)
        kind = kind_of(visit)
        if kind == "rest":
            _take_facts(nodes_of(visit.body), found)
            later.append(Last(row, versions))
        elif kind == "page":
            _take_page(visit, versions, found, common.get(host_of(visit.url), frozenset()))
        elif kind == "feed":
            later.append(Last(row, versions))
        elif kind == "other":
            found.entries.append(Entry(SKIPPED, "skipped", row.url, "", f"{visit.mime or 'nothing known'}, no page"))
        told(done, len(rows))
    for row, versions in later:
        visit = found.load(row)
        if kind_of(visit) == "feed":
            _take_feed(visit, versions, found)
        for node in nodes_of(visit.body):
            _take_node(node, visit, versions, found)


def _take_facts(nodes: Iterable[Node], found: Gathering) -> None:
    """Learn what REST says of the site, its types, taxonomies, terms and users, which its posts only name by number."""
    for node in nodes:
        kind = node_kind(node)
        if kind == "root":
            _say(found, read_root(node))
        elif kind == "taxonomy":
            found.lookups.taxonomies |= read_taxonomies({str(node["slug"]): node})
        elif kind == "term":
            term = read_term("", node)
            found.lookups.add_terms([term])
            found.terms.setdefault((term.taxonomy, term.slug), term)
        elif kind == "user":
            author = read_user(node)
            found.lookups.add_users([author])
            found.authors.setdefault(author.login, author)


def _take_node(node: Node, visit: Visit, versions: int, found: Gathering) -> None:
    kind = node_kind(node)
    if kind == "comment":
        number, comment = read_comment(node)
        found.store.add_comment(_id_key(visit.url, number), comment)
    elif kind in ("post", "media"):
        record = read_media(node, found.lookups) if kind == "media" else read_post(node, found.lookups)
        _keep("rest", record, visit, versions, found)


def _common(rows: Sequence[Last], found: Gathering) -> dict[str, frozenset[bytes]]:
    """Look at some pages from all over the capture for what they share."""
    pages = [row for row, _ in rows if is_page(row)]
    return common_blocks(found.load(row) for row in pages[:: max(1, len(pages) // SAMPLE)])


def _take_page(visit: Visit, versions: int, found: Gathering, common: frozenset[bytes]) -> None:
    page = read_page(visit, common)
    _say(found, page.site)
    if page.kind != "document":
        reason = page.reason or ("a list of documents" if page.kind == "list" else "no document")
        found.entries.append(Entry(SKIPPED, "skipped", visit.url, "", reason))
        return
    _keep("page", page.record, visit, versions, found, part=_part(visit.url, page.record.link))


def _part(url: str, link: str) -> int:
    """Which part of its document an address shows: `link` is that of the first."""
    number = _NUMBERED.search(url)
    is_later = number is not None and key_of(url[: number.start()]) == key_of(link)
    return int(number[1] or number[2]) if number is not None and is_later else 1


def _take_feed(visit: Visit, versions: int, found: Gathering) -> None:
    feed = read_feed(
        visit.body, {term.name: TermRef(term.taxonomy, term.slug, term.name) for term in found.terms.values()}
    )
    _say(found, feed.facts)
    for record in feed.records:
        _keep("feed", record, visit, versions, found)
    for link, comment in feed.comments:
        found.store.add_comment(_link_key(link), comment)


def _keep(road: Road, record: Record, visit: Visit, versions: int, found: Gathering, *, part: int = 1) -> None:
    place = visit.place
    where = (place.file, place.offset, place.length, place.digest) if place else ("", 0, 0, "")
    record = replace(record, capture=Capture(visit.url, visit.time, *where, versions))
    found.store.add(Found(road, part, record), list(keys_of(record, visit.url)))


def keys_of(record: Record, url: str) -> Iterable[str]:
    """What tells that pieces are of the same document: its number on the site, its permalink."""
    if record.id:
        yield _id_key(record.link or url, record.id)
    if record.link and record.type != "attachment":
        yield _link_key(record.link)


def _id_key(url: str, number: int) -> str:
    return f"{number} {key_of(url).partition('/')[0]}"


def _link_key(link: str) -> str:
    return f"at {key_of(link)}"


def _say(found: Gathering, facts: Mapping[str, str]) -> None:
    for name, value in facts.items():
        if value:
            found.facts.setdefault(name, Counter())[value] += 1
