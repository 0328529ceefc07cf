"""What a page tells a crawl, by whichever road it was found: a document, its further parts, where it links to."""

from __future__ import annotations

from collections.abc import Iterator

from migrator.crawl.page import Page, page_of
from migrator.crawl.reasons import check_page
from migrator.crawl.roads import files, links
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Find, Seen, Site, Step, Trouble, Unfit
from migrator.crawl.traps import trap_of
from migrator.media.status import named
from migrator.sources.capture.addresses import key_of
from migrator.sources.capture.visit import PAGE_TYPES, Visit

PART = "part"
"""The aim of a further page of a document."""


def read(step: Step, visit: Visit, site: Site) -> Iterator[Find]:
    """Tell what an answer gives and leads to; raises Unfit for an error, a wall, a piece, another page in its place."""
    check_page(visit)
    if key_of(visit.url) == key_of(site.home) != key_of(step.url):
        raise Unfit(Trouble("it redirects to the front page", 404))
    if not scope_of(site.home).has(visit.url):
        raise Unfit(Trouble(f"it redirects out of the site: {visit.url}", 404))
    trap = trap_of(visit.url)
    if trap and trap.name in ("login", "admin"):
        raise Unfit(Trouble("a login page", 401))
    page = page_of(visit)
    if page is None:
        return
    if site.closes and not page.closes:
        raise Unfit(Trouble("it ends in the middle: WordPress broke while it made the page", 500))
    if _is_document(step, page):
        digest, title = page.digest(), page.title
        yield Seen("page", key_of(visit.url), visit.url, step.lastmod, digest, document=True, title=title)
    yield from files.in_page(step, page, site)
    if page.shape != "list":
        yield from links.parts(step, page, site)
    if "links" in site.roads:
        yield from links.linked(step, page, site)


def read_file(visit: Visit) -> Iterator[Find]:
    """Make sure that a file was had; it tells of nothing. Raises Unfit, also for a page in its place."""
    if visit.status != 200:
        raise Unfit(Trouble(named(visit.status), visit.status))
    if visit.mime in PAGE_TYPES:
        raise Unfit(Trouble("a page in its place", 404))
    yield from ()


def _is_document(step: Step, page: Page) -> bool:
    """Whether it is a document: as its theme says, else by where its address was found."""
    if step.aim == PART:
        return False
    return page.shape == "document" or (page.shape == "unknown" and step.kind == "page")
