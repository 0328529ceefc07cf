"""What a page says of its site: title, language, generator, the addresses of its API and feed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import XPath, _Element

from migrator.normalise.urls import absolute, split
from migrator.normalise.witnesses.linked_data import nodes_of, types_of
from migrator.sources.capture.visit import Visit
from migrator.sources.pages.elements import is_named, shown_text

API = "https://api.w.org/"
"""The relation by which WordPress names its REST root, in a link element and in a `Link` header (since 4.4)."""

_META = XPath("string(//meta[@property=$name or @name=$name]/@content)")
_FEED = XPath("//link[contains(@rel, 'alternate')][@type='application/rss+xml'][@href]")
_API = XPath("string(//link[@rel=$rel]/@href)")
_IN_HEADER = re.compile(r"<([^<>]+)>\s*;[^,]*rel=\"?https://api\.w\.org/")
_OF_FEED = re.compile(r"\s+(?:[»›–-]\s+)?(?:RSS(?: 2\.0)?[ -])?(?:Feed|Flux|Canal)\b.*$", re.IGNORECASE)
_TITLES = XPath("//meta[@property='og:title']/@content | //h1 | //h2[contains(@class, 'title')]")
_NAME = re.compile(r"site|blog|logo|brand|header", re.IGNORECASE)
_TITLE = XPath("string(/html/head/title)")
_AROUND = " \t\n|–—-›»«·:/"
_OF_COMMENTS = re.compile(r"comment|kommentar|coment|commentaire|/comments/", re.IGNORECASE)


def facts_of(page: _Element, visit: Visit) -> dict[str, str]:
    """The facts that a page tells of its site, by name; what it doesn't tell is left out."""
    feed = _feed(page)
    facts = {
        "title": next(filter(None, _titles(page, feed)), ""),
        "language": declared_language(page),
        "generator": str(_META(page, name="generator")),
        "api": _api(page, visit),
        "feed": feed.get("href") or "" if feed is not None else "",
    }
    facts |= {name: absolute(visit.url, facts[name]) for name in ("api", "feed") if facts[name]}
    return {name: " ".join(fact.split()) for name, fact in facts.items() if fact.strip()}


def declared_language(page: _Element) -> str:
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
    yield _beside_title(page)


def _folded(found: str | _Element) -> str:
    return " ".join(found.split()) if isinstance(found, str) else shown_text(found)


def _beside_title(page: _Element) -> str:
    """What the title of a page has beside that of its article: "A story – The Gazette"."""
    whole = " ".join(str(_TITLE(page)).split())
    for found in _TITLES(page):
        title = "" if _is_of_site(found) else _folded(found)
        rest = whole.removeprefix(title) if whole.startswith(title) else whole.removesuffix(title)
        name = rest.strip(_AROUND)
        if title and rest != whole and name and rest.strip()[0 if rest.startswith(" ") else -1] in _AROUND:
            return name
    return ""


def _is_of_site(heading: _Element | str) -> bool:
    """Whether a heading is the site's own: it is named so, or leads to the front page."""
    if isinstance(heading, str):
        return False
    links = [split(link.get("href") or "/").path for link in heading.iter("a")]
    return is_named(heading, _NAME) or any(path in ("", "/") for path in links)


def _api(page: _Element, visit: Visit) -> str:
    found = _IN_HEADER.search(visit.headers.get("link", ""))
    return found[1] if found else str(_API(page, rel=API))
