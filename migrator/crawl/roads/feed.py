"""The road by feeds: RSS or Atom, page by page, with the feeds of comments.

WordPress pages a feed by `?paged=N` and answers 404 behind the last; some sites answer with the same page again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from migrator.crawl.page import digest_of
from migrator.crawl.reasons import GONE, named, wall_of
from migrator.crawl.roads.rest_address import with_values
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Find, Seen, Site, Step, Trouble, Turned, Unfit
from migrator.crawl.traps import OTHER_SITE
from migrator.normalise.urls import parameters
from migrator.sources.capture.addresses import key_of
from migrator.sources.capture.visit import Visit

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_COMMENTS = "{http://wellformedweb.org/CommentAPI/}commentRss"
_COUNT = "{http://purl.org/rss/1.0/modules/slash/}comments"
_ATOM = "{http://www.w3.org/2005/Atom}"
_MISSED = "!"
_OF_COMMENTS = re.compile(r"/comments/feed/|feed=comments-")
_PARSER = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)

FOLLOWED = 3
"""Pages of a feed in a row that may fail before the rest is given up: an item can break the page that it is on."""


class Entry(NamedTuple):
    """One item of a feed; `has_text` tells whether it has more than an excerpt."""

    url: str
    date: str
    text: str
    has_text: bool
    comments: str


def seeds(site: Site) -> Iterator[Step]:
    """Ask for the first page of each feed that was found."""
    yield from (Step(url, "feed", "list") for url in site.feeds)


def read(step: Step, visit: Visit, site: Site) -> Iterator[Find]:
    """Give a feed's documents, its next page, and the comments' feeds; raises Unfit.

    A step's mark is the first address of the page before, by which one is known that repeats it.
    """
    if visit.status in GONE and step.mark:
        return
    entries = list(_checked(visit))
    if not entries or entries[0].url == step.mark:
        return
    if not _OF_COMMENTS.search(step.url) and not step.depth:
        yield from _documents(entries, step, site)
    if not step.depth:  # WordPress gives the comments of one post all at once
        yield _page_after(step, entries[0].url)


def failed(step: Step, trouble: Trouble, site: Site) -> Iterator[Find]:  # noqa: ARG001
    """Go on behind a page that an item breaks, unless that is the end."""
    missed = step.mark + _MISSED if step.mark.startswith(_MISSED) else _MISSED
    if not step.depth and trouble.status >= 500 and len(missed) <= FOLLOWED:
        yield _page_after(step, missed)


def is_feed(visit: Visit) -> bool:
    """Tell whether an answer is a feed, by its first element."""
    return visit.status == 200 and re.search(rb"<(?:rss|rdf:RDF|feed)[\s>]", visit.body[:4096]) is not None


def _checked(visit: Visit) -> Iterator[Entry]:
    wall = wall_of(visit)
    if visit.status != 200 or wall:
        raise Unfit(Trouble(wall or named(visit.status), visit.status))
    if not is_feed(visit):
        raise Unfit(Trouble("no feed", visit.status))
    root = etree.fromstring(visit.body.lstrip(), _PARSER)
    if root is not None:
        yield from (_entry(item) for item in root.iter("item", f"{_ATOM}entry", "{http://purl.org/rss/1.0/}item"))


def _entry(item: etree._Element) -> Entry:
    link = item.find(f"{_ATOM}link")
    url = (item.findtext("link") or item.findtext("{http://purl.org/rss/1.0/}link") or "").strip()
    text = item.findtext(_CONTENT) or item.findtext(f"{_ATOM}content") or ""
    date = item.findtext(f"{_ATOM}updated") or item.findtext("pubDate") or ""
    has_comments = (item.findtext(_COUNT) or "0").strip() != "0"
    comments = (item.findtext(_COMMENTS) or "").strip() if has_comments else ""
    return Entry(url or (link.get("href", "") if link is not None else ""), date, text, bool(text.strip()), comments)


def _documents(entries: list[Entry], step: Step, site: Site) -> Iterator[Find]:
    """Enter what the feed has in full; ask for the pages of what it has only the beginning of.

    The feeds of single posts' comments are asked for where no other road gives comments.
    """
    scope, alone = scope_of(site.home), site.roads == ("feed",)
    for entry in entries:
        if not entry.url or not scope.has(entry.url):
            yield Turned(entry.url, OTHER_SITE.name, "feed")
        elif entry.has_text:
            yield Seen("feed", key_of(entry.url), entry.url, entry.date, digest_of(entry.text), document=True)
        else:
            yield Step(entry.url, "feed", "page", step.url, 1)
        if alone and entry.comments and scope.has(entry.comments):
            yield Step(entry.comments, "feed", "list", step.url, 1, optional=True)


def _page_after(step: Step, mark: str) -> Step:
    number = parameters(step.url.partition("?")[2]).get("paged", "1")
    following = int(number) + 1 if number.isdecimal() and len(number) < 7 else 2
    return Step(with_values(step.url, paged=following), "feed", "list", step.url, mark=mark)
