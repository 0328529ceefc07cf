"""What a page says of its site: title, language, generator, the addresses of its API and feed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import XPath, _Element

from migrator.normalise.urls import absolute
from migrator.normalise.witnesses.linked_data import nodes_of, types_of
from migrator.sources.capture.visit import Visit

API = "https://api.w.org/"
"""The relation by which WordPress names its REST root, in a link element and in a `Link` header."""

_META = XPath("string(//meta[@property=$name or @name=$name]/@content)")
_FEED = XPath("//link[contains(@rel, 'alternate')][@type='application/rss+xml'][@href]")
_API = XPath("string(//link[@rel=$rel]/@href)")
_IN_HEADER = re.compile(r"<([^<>]+)>\s*;[^,]*rel=\"?https://api\.w\.org/")
_OF_FEED = re.compile(r"\s+(?:»|›|&raquo;|–|-)\s+(?:RSS )?(?:Feed|Flux|Canal).*$")
_OF_COMMENTS = re.compile(r"comment|kommentar|coment|commentaire|/comments/", re.IGNORECASE)


def facts_of(page: _Element, visit: Visit) -> dict[str, str]:
    """The facts that a page tells of its site, by name; what it doesn't tell is left out."""
    feed = _feed(page)
    facts = {
        "title": next(filter(None, _titles(page, feed)), ""),
        "language": language_of(page),
        "generator": str(_META(page, name="generator")),
        "api": _api(page, visit),
        "feed": feed.get("href") or "" if feed is not None else "",
    }
    facts |= {name: absolute(visit.url, facts[name]) for name in ("api", "feed") if facts[name]}
    return {name: " ".join(fact.split()) for name, fact in facts.items() if fact.strip()}


def language_of(page: _Element) -> str:
    """The language of a page as a tag ("de-AT"), "" if it says none."""
    told = page.get("lang") or str(_META(page, name="og:locale"))
    return told.strip().replace("_", "-")


def _feed(page: _Element) -> _Element | None:
    feeds = [link for link in _FEED(page) if not _OF_COMMENTS.search(f"{link.get('title')} {link.get('href')}")]
    return feeds[0] if feeds else None


def _titles(page: _Element, feed: _Element | None) -> Iterator[str]:
    yield str(_META(page, name="og:site_name"))
    yield from (str(node.get("name") or "") for node in nodes_of(page) if "WebSite" in types_of(node))
    if feed is not None and _OF_FEED.search(feed.get("title") or ""):
        yield _OF_FEED.sub("", feed.get("title") or "")
    yield str(_META(page, name="application-name"))


def _api(page: _Element, visit: Visit) -> str:
    found = _IN_HEADER.search(visit.headers.get("link", ""))
    return found[1] if found else str(_API(page, rel=API))
