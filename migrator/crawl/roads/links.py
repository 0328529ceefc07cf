"""The last road: links from page to page within the site, level by level.

Lists (pages of the blog, categories, months) are followed for what they name; they are no documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from migrator.crawl.page import Page
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Find, Site, Step, StepKind, Trouble, Turned
from migrator.crawl.traps import trap_of
from migrator.normalise.urls import key, split

DEEPEST = 500
"""Links from the start; the last page of a blog with ten posts a page is as far away as it has pages."""

_LIST = re.compile(
    r"/page/\d+/?$|/(?:category|topics?|section)/.+|^(?:/[a-z][\w-]*)?/(?:19|20)\d\d(?:/\d\d?)?/?$", re.IGNORECASE
)
_LIST_QUERY = re.compile(r"(?:^|&)(?:paged|cat|m|page_id=0)=")
_PART = re.compile(r"(?:/comment-page-\d+|/\d{1,3})/?$")
_PART_QUERY = re.compile(r"(?:^|&)(?:page|cpage)=\d+")


def seeds(site: Site) -> Iterator[Step]:
    """Start at the front page."""
    yield Step(site.home, "links", "list")


def failed(step: Step, trouble: Trouble, site: Site) -> Iterator[Find]:  # noqa: ARG001  (as the roads' table has it)
    """Do nothing: other pages may link to the same."""
    yield from ()


def linked(step: Step, page: Page, site: Site) -> Iterator[Find]:
    """Give the addresses of the site that a page links to, and those that are not to be asked for."""
    scope = scope_of(site.home)
    for url in page.links():
        if not scope.has(url):
            continue
        trap = trap_of(url)
        if trap:
            yield Turned(scope.fold(url), trap.name, "links")
        elif step.depth < DEEPEST:
            yield Step(scope.fold(url), "links", _kind_of(url, site), step.url, step.depth + 1)


def parts(step: Step, page: Page, site: Site) -> Iterator[Step]:
    """Give the further parts of a document: of one in several pages (`<!--nextpage-->`), of its comments."""
    own, scope = split(step.url), scope_of(site.home)
    base = _base_of(step.url)
    for url in page.links():
        if scope.has(url) and is_part(url) and _base_of(url) == base and key(split(url)) != key(own):
            yield Step(scope.fold(url), step.road, "page", step.url, step.depth + 1, step.lastmod, aim="part")


def is_part(url: str) -> bool:
    """Tell whether an address can be that of a further page of a document or of its comments."""
    parts_of_url = split(url)
    return bool(_PART.search(parts_of_url.path) or _PART_QUERY.search(parts_of_url.query))


def _base_of(url: str) -> str:
    """The document's own address, without what asks for a part of it."""
    found = split(url)
    path = _PART.sub("", found.path) if _PART.search(found.path) else found.path
    query = "&".join(part for part in found.query.split("&") if not _PART_QUERY.match(part))
    return key(found._replace(path=path, query=query))


def _kind_of(url: str, site: Site) -> StepKind:
    """Tell by its address whether a page is a list."""
    found = split(url)
    if key(found) == key(split(site.home)) or _LIST.search(found.path) or _LIST_QUERY.search(found.query):
        return "list"
    return "page"
