"""The pictures and files of the site that its pages show and link to: without them a capture can't be shown again."""

from __future__ import annotations

from collections.abc import Iterator

from migrator.crawl.page import Page
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Site, Step
from migrator.crawl.traps import trap_of
from migrator.normalise.lazy import ADDRESSES, is_address
from migrator.normalise.urls import absolute

_SHOWN = "img, video, audio, source, embed"


def in_page(step: Step, page: Page, site: Site) -> Iterator[Step]:
    """Give the files of the site's own host that a page shows or links to."""
    scope = scope_of(site.home)
    for url in dict.fromkeys(_named(page)) if site.files != "none" else ():
        if scope.hosts(url):
            yield file_step(scope.fold(url), step)


def file_step(url: str, step: Step) -> Step:
    """Ask for a file. That it can't be had is no gap of the documents."""
    return Step(url, step.road, "file", step.url, step.depth + 1, optional=True)


def _named(page: Page) -> Iterator[str]:
    for node in page.tree.css(_SHOWN):
        own = (node.attributes.get(name) or "" for name in ("src", "poster"))
        kept = (node.attributes.get(name) or "" for name in ADDRESSES)
        values = (*own, *filter(is_address, map(str.strip, kept)))
        yield from (absolute(page.base, value) for value in values if value and not value.startswith("data:"))
    yield from (url for url in page.links() if (trap := trap_of(url)) and trap.name == "file")
    yield from page.head('meta[property="og:image"]', "content")
