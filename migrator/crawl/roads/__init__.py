"""The roads to a site's documents: what each asks for first, and what an answer tells and leads to.

A road is three pure functions; what was asked for already, what is asked for next and how, is not its business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from migrator.crawl.roads import feed, links, pages, rest, sitemap
from migrator.crawl.step import Find, Road, Site, Step, Trouble
from migrator.sources.capture.visit import Visit


class Way(NamedTuple):
    """A road: its first steps, what an answer to one of its lists tells (raises Unfit), what to do when one failed."""

    seeds: Callable[[Site], Iterator[Step]]
    read: Callable[[Step, Visit, Site], Iterator[Find]]
    failed: Callable[[Step, Trouble, Site], Iterator[Find]]


def read(step: Step, visit: Visit, site: Site) -> Iterator[Find]:
    """Tell what an answer gives and leads to; raises Unfit when it is not what was asked for."""
    if step.kind == "file":
        return pages.read_file(visit)
    return (WAYS[step.road].read if step.kind == "list" else pages.read)(step, visit, site)


WAYS: Mapping[Road, Way] = {
    "rest": Way(rest.seeds, rest.read, rest.failed),
    "sitemap": Way(sitemap.seeds, sitemap.read, sitemap.failed),
    "feed": Way(feed.seeds, feed.read, feed.failed),
    "links": Way(links.seeds, pages.read, links.failed),
}
