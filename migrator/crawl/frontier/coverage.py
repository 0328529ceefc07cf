"""Whether everything was had: what the site says it has, against what the capture holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from migrator.crawl.frontier import Frontier
from migrator.crawl.frontier.items import count_documents
from migrator.crawl.roads.rest import COMMENTS

_HAD = """
SELECT count(*) FROM item LEFT JOIN url ON url.key = item.name
WHERE item.aim = ? AND item.state = 'there' AND (item.whole OR url.state IN ('done', 'same'))
"""
_FAILED = "SELECT url, reason FROM url WHERE state = 'failed' AND NOT optional ORDER BY number"
_UNANSWERED = "SELECT 1 FROM url WHERE aim = ? AND state NOT IN ('done', 'same') LIMIT 1"
_ASKED = "SELECT count(*), sum(state IN ('done', 'same')) FROM url WHERE state NOT IN ('refused', 'gone') AND {}"
_SITEMAP = "road = 'sitemap' AND kind = 'page' AND aim <> 'part'"
_FILES = "kind = 'file'"


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of a collection was had; what the site counts and doesn't list, although asked well, is `withheld`."""

    name: str
    expected: int
    had: int
    withheld: int = 0

    @property
    def missing(self) -> int:
        """How many items could be had and weren't."""
        return self.expected - self.had - self.withheld


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a capture holds and lacks: documents, collections, addresses refused by rule, failed, not found."""

    documents: int
    covers: tuple[Cover, ...]
    refused: Counter[str] = field(default_factory=Counter)
    failed: tuple[tuple[str, str], ...] = ()
    gone: int = 0
    waiting: int = 0

    @property
    def gaps(self) -> list[Cover]:
        """The collections of which something is missing."""
        return [cover for cover in self.covers if cover.missing > 0]


def coverage_of(frontier: Frontier) -> Coverage:
    """Count what a capture holds and lacks."""
    states: Counter[str] = Counter(dict(frontier.all("SELECT state, count(*) FROM url GROUP BY state")))
    refused = frontier.all("SELECT reason, count(*) FROM url WHERE state = 'refused' GROUP BY reason")
    covers = (*_collections(frontier), *_asked(frontier, "sitemap", _SITEMAP), *_asked(frontier, "files", _FILES))
    return Coverage(
        count_documents(frontier),
        covers,
        Counter(dict(refused)),
        tuple((url, reason) for url, reason in frontier.all(_FAILED)),
        states["gone"],
        states["waiting"],
    )


def _collections(frontier: Frontier) -> list[Cover]:
    totals = frontier.all("SELECT aim, items FROM total ORDER BY aim")
    return [_collection(frontier, aim, items) for aim, items in totals]


def _collection(frontier: Frontier, aim: str, items: int) -> Cover:
    """Count a collection. WordPress counts comments on posts that visitors may not read, and leaves them out."""
    had = int((frontier.one(_HAD, aim) or (0,))[0])
    is_whole = aim == COMMENTS and frontier.one(_UNANSWERED, aim) is None
    return Cover(aim, items, had, max(0, items - had) if is_whole else 0)


def _asked(frontier: Frontier, name: str, which: str) -> list[Cover]:
    """How many of some addresses were had, leaving out those that may not be asked for or aren't there."""
    row = frontier.one(_ASKED.format(which))
    return [Cover(name, int(row[0]), int(row[1] or 0))] if row and row[0] else []
