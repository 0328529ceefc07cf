"""Find out what a site is: whether it has a REST API, sitemaps and feeds, and which roads lead to its documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from migrator.crawl.failures import Refused, Unreachable
from migrator.crawl.page import Page, page_of
from migrator.crawl.reasons import read_api, wall_of
from migrator.crawl.roads.feed import is_feed
from migrator.crawl.roads.rest_address import COAUTHOR, WORDPRESS_COM, route
from migrator.crawl.roads.sitemap import is_sitemap
from migrator.crawl.scope import scope_of
from migrator.crawl.step import ROADS, Road, Site, Unfit
from migrator.sources.capture.visit import Visit
from migrator.sources.pages.site import API

Ask = Callable[[str], Visit]
"""Fetches an address; raises Refused, Unreachable or TooLong."""

SITEMAPS = ("wp-sitemap.xml", "sitemap_index.xml", "sitemap.xml", "sitemap-index.xml", "sitemap.xml.gz", "sitemap/")
"""Where sitemaps are by default: core, Yoast and Rank Math, all others; asked for when robots.txt names none."""

DETOUR = "REST: "
"""How a note begins that tells why other roads were taken than REST."""

_FRONT = "the front page "
_FEEDS = ("feed/", "?feed=rss2")
_COMMENTS_FEED = "comments/feed/"
_LINK = re.compile(r"<([^>]*)>\s*;[^<]*?rel=[\"']?([^\"';,]+)")
_HOSTED = re.compile(rb"//s[0-2]\.wp\.com/|//public-api\.wordpress\.com|//stats\.wp\.com/w\.js|\bwordpress\.com/\?ref=")


def discover(start: str, ask: Ask, named: tuple[str, ...] = ()) -> Site:
    """Find out what the site at an address is; `named` are the sitemaps that its robots.txt names.

    A wall or a failure at the front page is a note: other roads may be open all the same.

    Raises:
        TooLong: The site wants to be left alone for longer than the run may wait.
    """
    visit, missed = _front(ask, start)
    home = home_of(visit.url if visit else start)
    page = page_of(visit) if visit and visit.status == 200 else None
    site = Site(home, notes=tuple(_notes(visit, missed)))
    if page:
        site = replace(site, generator=page.content("generator"), closes=page.closes)
    api, index = _api(visit, page, home, ask)
    site = replace(site, api=api, coauthors=COAUTHOR in index)
    return replace(site, sitemaps=_sitemaps(home, named, ask), feeds=_feeds(page, home, ask))


def knows_user(api: str, ask: Ask) -> bool:
    """Tell whether the REST API takes the user and password that go with each request."""
    visit = _asked(ask, route(api, "wp/v2/users/me", context="edit"))
    return visit is not None and visit.status == 200 and visit.body.lstrip().startswith(b"{")


def home_of(url: str) -> str:
    """Write the address that a site starts at, with its final slash."""
    parts = urlsplit(url)
    path = parts.path if parts.path.endswith("/") else parts.path.rpartition("/")[0] + "/"
    return f"{parts.scheme}://{parts.netloc}{path}"


def choose(site: Site, via: tuple[Road, ...] = ()) -> tuple[Road, ...]:
    """Choose the roads to take: those that were named, else REST with the sitemaps for what it lacks.

    Without REST all others are taken together, since none of them tells of everything: sitemaps leave out what is not
    to be found by search engines, feeds have posts only, and nothing need link to a page.
    """
    if via:
        return tuple(road for road in ROADS if road in via)
    return ("rest", "sitemap") if site.api else detour(site)


def detour(site: Site) -> tuple[Road, ...]:
    """The roads where there is no REST."""
    there: dict[Road, bool] = {"sitemap": bool(site.sitemaps), "feed": bool(site.feeds), "links": True}
    return tuple(road for road, is_there in there.items() if is_there)


def renew(known: Site, found: Site) -> Site:
    """Bring what is known of a site up to date with what was found out of it anew, after it had shut us out.

    Where the front page is still shut, all stays as it was: what was found then says nothing of the site.
    """
    if found.notes and found.notes[0].startswith(_FRONT):
        return known
    detours = tuple(note for note in known.notes if note.startswith(DETOUR))
    return replace(
        found,
        api=found.api or known.api,
        coauthors=found.coauthors or known.coauthors,
        sitemaps=found.sitemaps or known.sitemaps,
        feeds=found.feeds or known.feeds,
        roads=known.roads if known.api else found.roads,
        notes=(*found.notes, *detours),
        since=known.since,
    )


def _asked(ask: Ask, url: str) -> Visit | None:
    try:
        return ask(url)
    except (Refused, Unreachable):
        return None


def _front(ask: Ask, start: str) -> tuple[Visit | None, str]:
    """Ask for the front page; tell why it can't be had."""
    try:
        return ask(start), ""
    except Refused as error:
        return None, f"{error.reason}; it leads to {error.target}" if error.target else error.reason
    except Unreachable as error:
        return None, error.reason


def _notes(visit: Visit | None, missed: str) -> Iterator[str]:
    if visit is None:
        yield f"{_FRONT}can't be had: {missed}"
    elif wall := wall_of(visit):
        yield f"{_FRONT}is {wall}"
    elif visit.status != 200:
        yield f"{_FRONT}answers {visit.status}"


def _api(visit: Visit | None, page: Page | None, home: str, ask: Ask) -> tuple[str, Container[str]]:
    """Find the REST API that answers, the first that a page names, else where WordPress has it by default; and its
    routes, as far as it names them."""
    for root in dict.fromkeys(_roots(visit, page, home)):
        types = _asked(ask, route(root, "wp/v2/types"))
        if types and _has_types(types):
            return root, _routes(_asked(ask, root))
    return "", ()


def _routes(index: Visit | None) -> Container[str]:
    """The routes that an API's index names; what else the site says of itself there is kept with the capture."""
    try:
        value = read_api(index) if index else {}
    except Unfit:
        return ()
    routes = value.get("routes") if isinstance(value, dict) else None
    return routes if isinstance(routes, dict) else ()


def _has_types(visit: Visit) -> bool:
    try:
        value = read_api(visit)
    except Unfit:
        return False
    return isinstance(value, dict) and any(isinstance(node, dict) and "rest_base" in node for node in value.values())


def _roots(visit: Visit | None, page: Page | None, home: str) -> Iterator[str]:
    if visit:
        yield from _named_roots(visit, page)
    yield from (f"{home}wp-json/", f"{home}?rest_route=/")
    if urlsplit(home).netloc.endswith(".wordpress.com") or (visit and _HOSTED.search(visit.body)):
        yield f"{WORDPRESS_COM}{urlsplit(home).hostname}/"


def _named_roots(visit: Visit, page: Page | None) -> Iterator[str]:
    scope = scope_of(visit.url)
    found = [url for url, relation in _LINK.findall(visit.headers.get("link", "")) if relation.startswith(API)]
    found += page.head(f'link[rel="{API}"]') if page else ()
    for url in found:
        root = urljoin(visit.url, url)
        if scope.host == scope_of(root).host:
            yield scope.fold(root)
        elif root.startswith(WORDPRESS_COM):
            yield root.rstrip("/") + "/"


def _sitemaps(home: str, named: tuple[str, ...], ask: Ask) -> tuple[str, ...]:
    """The sitemaps on the site's host that robots.txt names, else the first that is where one may be."""
    own = tuple(url for url in dict.fromkeys(named) if scope_of(home).hosts(url))
    if own:
        return own
    for path in SITEMAPS:
        visit = _asked(ask, home + path)
        if visit and is_sitemap(visit):
            return (visit.url,)
    return ()


def _feeds(page: Page | None, home: str, ask: Ask) -> tuple[str, ...]:
    """The site's feed and that of its comments: as the front page names them, else where they are by default."""
    scope = scope_of(home)
    names = [scope.fold(url) for url in _named_feeds(page) if scope.has(url)]
    if not names:
        names = [next((home + path for path in _FEEDS if _is_feed(_asked(ask, home + path))), "")]
    comments = [home + _COMMENTS_FEED] if names[0].endswith("/feed/") and len(names) == 1 else []
    return tuple(dict.fromkeys(url for url in names + comments if url))


def _named_feeds(page: Page | None) -> Iterator[str]:
    for kind in ("rss", "atom") if page else ():
        yield from page.head(f'link[rel="alternate"][type="application/{kind}+xml"]') if page else ()


def _is_feed(visit: Visit | None) -> bool:
    return visit is not None and is_feed(visit)
