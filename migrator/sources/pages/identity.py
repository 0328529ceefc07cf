"""Which item of its site a page is: post ID, type, permalink, slug, as WordPress's own marks name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import XPath, _Element

from migrator.normalise.urls import absolute, parameters, split, without_tracking
from migrator.normalise.witnesses.elements import classes_of

_LINKS = XPath("//link[@href][@rel]")
_ADDRESS = XPath("string(//meta[@property='og:url']/@content)")
_POSTS = XPath("//*[starts-with(@id, 'post-')] | //article[@class] | //*[contains(@class, 'hentry')]")
_IN_BODY = re.compile(r"(?:postid|page-id|attachmentid|attachment-id|singular-\w+)-(\d{1,18})")
_POST_ID = re.compile(r"post-(\d{1,18})")
_REST = re.compile(r"/wp/v2/([\w-]+)/(\d{1,18})/?(?:[?&]|$)")
_SHORT = re.compile(r"^https?://wp\.me/([pPa])[0-9a-zA-Z]+-([0-9a-zA-Z]{1,10})$")
_SIXTY_TWO = {
    digit: value for value, digit in enumerate("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
_TYPES_OF_ROUTES = {"posts": "post", "pages": "page", "media": "attachment"}
NO_ITEMS = frozenset(("categories", "tags", "users", "comments"))
"""REST routes of what is no item: lists' pages link them as their own."""

_SUFFIX = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
_COMMENT_PAGE = re.compile(r"/comment-page-\d+/?$")
_NO_SLUG = frozenset(("index", "index.html", "index.htm", "index.php"))


@dataclass(frozen=True, slots=True)
class Identity:
    """What a page says which item it is; absent parts are "" or 0.

    `canonical` is the permalink that the page names for itself, `short` its shortlink, `article` the element of the
    theme that bears its number, `known` whether WordPress's marks say that the page is one item of its own, `route` the
    REST route of what it shows ("posts"), `permalink` the address to embed it by, which is that of its first part.
    """

    id: int = 0
    type: str = ""
    canonical: str = ""
    short: str = ""
    article: _Element | None = None
    known: bool = False
    route: str = ""
    permalink: str = ""


def identify(page: _Element, url: str = "") -> Identity:
    """Read which item a page is; each mark is asked in the order of how much it can be trusted.

    Sources: `wp_shortlink_wp_head`, `get_body_class`, `get_post_class`, `rest_output_link_header` of WordPress.
    """
    links = [(set((link.get("rel") or "").lower().split()), link.get("href") or "", link) for link in _LINKS(page)]
    body = page.find("body")
    classes = classes_of(body) if body is not None else []
    short = next((href for rel, href, _ in links if "shortlink" in rel), "")
    route = next((found for rel, href, _ in links if "alternate" in rel and (found := _REST.search(href))), None)
    is_item = route is not None and route[1] not in NO_ITEMS
    number = _in_shortlink(short) or _in_classes(classes) or (int(route[2]) if route and is_item else 0)
    article = _article(page, number)
    number = number or _in_article(article)
    return Identity(
        id=number,
        type=_type(classes, article, route),
        canonical=_canonical(page, [(rel, href) for rel, href, _ in links], url),
        short=absolute(url, short) if short else "",
        article=article,
        known=bool(is_item or _in_classes(classes) or "single" in classes or "attachment" in classes),
        route=route[1] if route else "",
        permalink=next((url for _, href, _ in links if (url := _embedded(href))), ""),
    )


def _in_shortlink(address: str) -> int:
    """The post ID in `?p=12`, or in a `wp.me` address, whose last part is the ID to the base of 62."""
    found = _SHORT.match(address)
    if found is not None:
        number = 0
        for digit in found[2]:
            number = number * 62 + _SIXTY_TWO[digit]
        return number
    told = parameters(split(address).query)
    number_in_query = told.get("p") or told.get("page_id") or ""
    return int(number_in_query) if number_in_query.isdecimal() else 0


def _in_classes(classes: list[str]) -> int:
    return next((int(found[1]) for name in classes if (found := _IN_BODY.fullmatch(name))), 0)


def _article(page: _Element, number: int) -> _Element | None:
    """The element that bears the post's ID, as id or class; without an ID the only one that bears any."""
    found = [node for node in _POSTS(page) if _in_article(node) and number in (0, _in_article(node))]
    outer = [node for node in found if not any(above in found for above in node.iterancestors())]
    return outer[0] if outer and (number or len({_in_article(node) for node in outer}) == 1) else None


def _in_article(node: _Element | None) -> int:
    if node is None:
        return 0
    names = (node.get("id") or "", *classes_of(node))
    return next((int(found[1]) for name in names if (found := _POST_ID.fullmatch(name))), 0)


def _type(classes: list[str], article: _Element | None, route: re.Match[str] | None) -> str:
    """The post type; `get_body_class` puts "single-TYPE" right behind "single"."""
    if "attachment" in classes:
        return "attachment"
    if "single" in classes[:-1]:
        name = classes[classes.index("single") + 1]
        if name.startswith("single-"):
            return name.removeprefix("single-")
    if "page" in classes and _in_classes(classes):
        return "page"
    told = (
        (name.removeprefix("type-") for name in classes_of(article) if name.startswith("type-"))
        if article is not None
        else ()
    )
    return next(iter(told), "") or (_TYPES_OF_ROUTES.get(route[1], route[1]) if route else "")


def _canonical(page: _Element, links: list[tuple[set[str], str]], url: str) -> str:
    """The permalink that a page names for itself; one that sends every page to the site's front is none."""
    for address in filter(None, _addresses(page, links)):
        found = without_tracking(absolute(url, address.strip())).partition("#")[0]
        found = _COMMENT_PAGE.sub("/", found)
        is_front = split(found).path in ("", "/") and not split(found).query
        if found.startswith(("http://", "https://")) and not (is_front and split(url).path not in ("", "/")):
            return found
    return ""


def _addresses(page: _Element, links: list[tuple[set[str], str]]) -> Iterator[str]:
    yield from (href for rel, href in links if "canonical" in rel)
    yield str(_ADDRESS(page))
    yield from (_embedded(href) for _, href in links)


def _embedded(href: str) -> str:
    """The permalink in the address that WordPress's oEmbed answers at."""
    return parameters(split(href).query).get("url", "") if "oembed/1.0/embed" in href else ""


def slug_of_permalink(url: str) -> str:
    """The last part of a permalink's path, as it stands there, without a suffix like ".html"; "" for "?p=12"."""
    name = split(url).path.rstrip("/").rpartition("/")[2]
    return "" if name in _NO_SLUG else _SUFFIX.sub("", name)
