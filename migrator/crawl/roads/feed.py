"""The road by feeds: RSS or Atom, page by page, with the feeds of comments.

WordPress pages a feed by `?paged=N` and answers 404 behind the last; some sites answer with the same page again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from migrator.crawl.page import digest_of
from migrator.crawl.reasons import GONE, check_answer
from migrator.crawl.roads.rest_address import with_values
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Find, Seen, Site, Step, Told, Trouble, Turned, Unfit
from migrator.crawl.traps import OTHER_SITE
from migrator.normalise.urls import parameters
from migrator.sources.capture.addresses import key_of
from migrator.sources.capture.visit import Visit
from migrator.sources.feed.items import fields_of, first, link_of
from migrator.sources.feed.xml import begins_feed, html_of, items_of, parse_feed

_MISSED = "!"
_OF_COMMENTS = re.compile(r"/comments/feed/|feed=comments-")
_PLACE = re.compile(r"#(comment-\d{1,18})\Z")
_HEAD = 4096
"""Bytes of an answer in which a feed's first element stands."""

FOLLOWED = 3
"""Pages of a feed in a row that may fail before the rest is given up: an item can break the page that it is on."""


class Entry(NamedTuple):
    """One item of a feed; `has_text` tells whether it has more than an excerpt, `total` how many comments there are."""

    url: str
    date: str
    text: str
    has_text: bool
    comments: str
    total: str


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
    if not step.depth:  # WordPress gives the comments of one post all at once
        yield from _comments(entries) if _OF_COMMENTS.search(step.url) else _documents(entries, step, site)
        yield _page_after(step, entries[0].url)


def failed(step: Step, trouble: Trouble, site: Site) -> Iterator[Find]:  # noqa: ARG001
    """Go on behind a page that an item breaks, unless that is the end."""
    missed = step.mark + _MISSED if step.mark.startswith(_MISSED) else _MISSED
    if not step.depth and trouble.status >= 500 and len(missed) <= FOLLOWED:
        yield _page_after(step, missed)


def is_feed(visit: Visit) -> bool:
    """Tell whether an answer is a feed, by its first element."""
    return visit.status == 200 and begins_feed(visit.body[:_HEAD])


def _checked(visit: Visit) -> Iterator[Entry]:
    check_answer(visit)
    if not is_feed(visit):
        raise Unfit(Trouble("no feed", visit.status))
    root = parse_feed(visit.body)
    yield from map(_entry, items_of(root)) if root is not None else ()


def _entry(item: _Element) -> Entry:
    fields = fields_of(item)
    text = next(map(html_of, (*fields.get("content:encoded", ()), *fields.get("content", ()))), "")
    total = first(fields, "slash:comments", "thr:total")
    comments = first(fields, "wfw:commentRss") if total not in ("", "0") else ""
    return Entry(link_of(fields), first(fields, "updated", "pubDate"), text, bool(text.strip()), comments, total)


def _comments(entries: list[Entry]) -> Iterator[Find]:
    """Tell what the newest comments of the site say: WordPress gives so many as a feed has items, whatever page of it
    is asked for (`comment_feed_limits`)."""
    for entry in entries:
        place = _PLACE.search(entry.url)
        if place:
            yield Told(entry.url[: place.start()], place[1], digest_of(entry.text))


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
        if entry.total:
            yield Told(entry.url, "comments", entry.total)
        if alone and entry.comments and scope.has(entry.comments):
            yield Step(entry.comments, "feed", "list", step.url, 1, optional=True)


def _page_after(step: Step, mark: str) -> Step:
    number = parameters(step.url.partition("?")[2]).get("paged", "1")
    following = int(number) + 1 if number.isdecimal() and len(number) < 7 else 2
    return Step(with_values(step.url, paged=following), "feed", "list", step.url, mark=mark)
