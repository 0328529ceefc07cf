"""Going through a capture once: what each answer tells goes to the document that it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from migrator.model import Capture, Entry, Record, Term, TermRef
from migrator.run_pool import Pool, Work
from migrator.sources.capture import capture as captures
from migrator.sources.capture.addresses import Last, is_page, key_of
from migrator.sources.capture.visit import Visit
from migrator.sources.feed import read_feed
from migrator.sources.gather.kinds import Node, kind_of, may_be_page, node_kind, nodes_of
from migrator.sources.gather.reading import BATCH, Reader, Reading
from migrator.sources.gather.store import Found, Store
from migrator.sources.pages.common import common_blocks
from migrator.sources.pages.page import Page
from migrator.sources.pages.parts import NUMBERED
from migrator.sources.rest import (
    Lookups,
    read_coauthor,
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

UNREADABLE = "capture.failed"
"""The rule of pages that can't be read at all."""

SAMPLE = 120
"""Pages that are looked at for what pages share; on more the shares no longer change."""

SKIPPED = "capture.skipped"
"""The rule of answers that are no documents: lists, login walls, what is no page at all."""


@dataclass
class Gathering:
    """All that was found so far."""

    store: Store
    capture: captures.Capture
    lookups: Lookups = field(default_factory=Lookups)
    facts: dict[str, Counter[str]] = field(default_factory=dict)
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def header(self) -> Header:
        """What is known of the site: what most answers say."""
        facts = {name: max(sorted(said), key=lambda value: said[value]) for name, said in self.facts.items()}
        known = {name: facts.pop(name, "") for name in ("title", "description", "language", "generator")}
        known["base_url"] = facts.get("base_blog_url", "")
        authors, terms = tuple(self.lookups.users.values()), tuple(with_parents(self.terms.values()))
        return Header(**known, authors=authors, terms=terms, facts=facts)


def gather(rows: Sequence[Last], found: Gathering, pool: Pool, told: Callable[[int, int], None]) -> None:
    """Go through the last good answers, each with the others there are of it; `told` hears how far it is."""
    later: list[Reading] = []
    reader = Reader(found.capture, _common(rows, found))
    batches = (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
    done = 0
    for answers in pool.spread(Work(reader, reader, reader.lost), batches):
        for answer in answers:
            _take(answer, found, later)
        done += len(answers)
        told(done, len(rows))
    for answer in later:
        _take_later(answer, found)


def _take(answer: Reading, found: Gathering, later: list[Reading]) -> None:
    """Take what an answer says; what refers to other answers has to wait until all were seen."""
    if answer.refused:
        reason = f"{answer.refused}; read as it was at {answer.visit.time}"
        found.entries.append(Entry(SKIPPED, "skipped", answer.visit.url, "", reason))
    if answer.fault:
        found.entries.append(Entry(UNREADABLE, "failed", answer.visit.url, "", answer.fault))
    elif answer.page is not None:
        _take_page(answer.page, answer, found)
    elif answer.kind == "rest":
        _take_facts(nodes_of(found.capture.read(answer.last.row).body), found)
        later.append(answer)
    elif answer.kind == "feed":
        later.append(answer)
    elif answer.kind == "other":
        reason = f"{answer.visit.mime or 'nothing known'}, no page"
        found.entries.append(Entry(SKIPPED, "skipped", answer.visit.url, "", reason))


def _take_later(answer: Reading, found: Gathering) -> None:
    """Take what a list says of single documents, from all its visits: a later one may name them with others."""
    for row in (answer.last.row, *answer.last.others):
        visit = found.capture.read(row)
        if kind_of(visit) != answer.kind:
            continue
        if answer.kind == "feed":
            _take_feed(visit, found)
        else:
            for node in nodes_of(visit.body):
                _take_node(node, visit, found)


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
            found.lookups.add_users([read_user(node)])


def _take_node(node: Node, visit: Visit, found: Gathering) -> None:
    kind = node_kind(node)
    if kind == "comment":
        number, comment = read_comment(node)
        found.store.add_comment(_id_key(visit.url, number), comment, visit.time)
    elif kind == "coauthor":
        if not found.lookups.has_account(str(node["user_nicename"])):
            _keep(Found("rest", 1, read_coauthor(node)), visit, found)
    elif kind in ("post", "media"):
        record = read_media(node, found.lookups) if kind == "media" else read_post(node, found.lookups)
        _keep(Found("rest", 1, record), visit, found)


def _common(rows: Sequence[Last], found: Gathering) -> dict[str, frozenset[bytes]]:
    """Look at some pages from all over the capture for what they share."""
    pages = [last.row for last in rows if is_page(last.row)]
    return common_blocks(found.capture.read(row) for row in pages[:: max(1, len(pages) // SAMPLE)])


def _take_page(page: Page, answer: Reading, found: Gathering) -> None:
    _say(found, page.site)
    if page.kind != "document" or not may_be_page(answer.visit.url):
        reason = page.reason or ("a list of documents" if page.kind == "list" else "no document")
        found.entries.append(Entry(SKIPPED, "skipped", answer.visit.url, "", reason))
        return
    part = _part(answer.visit.url, page.record.link)
    _keep(Found("page", part, page.record), answer.visit, found, versions=answer.versions)


def _part(url: str, link: str) -> int:
    """Which part of its document an address shows: `link` is that of the first."""
    number = NUMBERED.search(url)
    is_later = number is not None and key_of(url[: number.start()]) == key_of(link)
    return int(number[1] or number[2]) if number is not None and is_later else 1


def _take_feed(visit: Visit, found: Gathering) -> None:
    terms = {term.name: TermRef(term.taxonomy, term.slug, term.name) for term in found.terms.values()}
    feed = read_feed(visit.body, terms)
    if feed.reason:
        found.entries.append(Entry(SKIPPED, "skipped", visit.url, "", feed.reason))
    _say(found, feed.facts)
    for record in feed.records:
        _keep(Found("feed", 1, record), visit, found)
    for link, comment in feed.comments:
        found.store.add_comment(_link_key(link), comment, visit.time)


def _keep(piece: Found, visit: Visit, found: Gathering, *, versions: int = 0) -> None:
    place = visit.place
    where = (place.file, place.offset, place.length, place.digest) if place else ("", 0, 0, "")
    record = replace(piece.record, capture=Capture(visit.url, visit.time, *where, versions))
    found.store.add(piece._replace(record=record), list(keys_of(record, visit.url)))


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
