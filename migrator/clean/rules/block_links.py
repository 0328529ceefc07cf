"""Blocks that are lists of links, most of which stand in their comments only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, rewrite
from migrator.markup.build import read
from migrator.markup.lift import attributes
from migrator.site import Site

SERVICES: Mapping[str, str] = {
    "chain": "Link",
    "codepen": "CodePen",
    "deviantart": "DeviantArt",
    "feed": "RSS",
    "fivehundredpx": "500px",
    "github": "GitHub",
    "goodreads": "Goodreads",
    "lastfm": "Last.fm",
    "linkedin": "LinkedIn",
    "ravelry": "Ravelry",
    "soundcloud": "SoundCloud",
    "tiktok": "TikTok",
    "vk": "VK",
    "whatsapp": "WhatsApp",
    "wordpress": "WordPress",
    "youtube": "YouTube",
}
"""How the sites that social links lead to write their names, where that is not just with a capital."""

_NAVIGATION_LINKS = ("core/navigation-link", "core/navigation-submenu", "core/home-link")


def social_links(element: _Element, _site: Site) -> _Element | None:
    """Links to profiles elsewhere: a list, each under its label or the name of the site."""
    links = [link for block in _children(element) if (link := _social_link(block)) is not None]
    return _listed([link] for link in links) if links else None


def social_link(element: _Element, _site: Site) -> _Element | None:
    """A link to a profile that stands alone."""
    link = _social_link(element)
    return None if link is None else figures.paragraph(link)


def _social_link(element: _Element) -> _Element | None:
    values = attributes(element)
    url, service = _text(values, "url"), _text(values, "service")
    if not url:  # WordPress shows none either
        return None
    if service == "mail" and "@" in url and ":" not in url:
        url = "mailto:" + url
    return figures.link(url, _text(values, "label") or SERVICES.get(service, service.capitalize()))


def navigation(element: _Element, site: Site) -> _Element | None:
    """A menu: its links as nested lists, from the block itself or the `wp_navigation` post that it refers to.

    What else stands in it (a search field, social links) follows behind, for its own rule.
    """
    reference = attributes(element).get("ref")
    stored = site.block(reference) if isinstance(reference, int) else None
    menu = read(stored) if stored else element
    items = _items(menu, site)
    rest = [] if stored else [block for block in _children(menu) if block.get("name") not in _NAVIGATION_LINKS]
    if not items and not rest:
        return None
    group = Element("div")
    group.extend([_listed(items)] if items else [])
    group.extend(rest)
    return group


def _items(menu: _Element, site: Site) -> list[list[_Element]]:
    """What stands in the entries of a menu: a link, or a heading without one, and the list of those below it."""
    links = [block for block in _children(menu) if block.get("name") in _NAVIGATION_LINKS]
    return [item for block in links if (item := _item(block, site))]


def _item(block: _Element, site: Site) -> list[_Element]:
    values = attributes(block)
    label = figures.rich(_text(values, "label") or ("Home" if block.get("name") == "core/home-link" else ""))
    url = _address(block, values, site)
    below = _items(block, site)
    shown = figures.link(url, label) if url else figures.filled(Element("span"), label)
    return [shown, *([_listed(below)] if below else [])] if below or url or figures.has_content(label) else []


def _address(block: _Element, values: Mapping[str, Any], site: Site) -> str:
    if block.get("name") == "core/home-link":
        return site.base_url + "/"
    number = values.get("id")
    known = site.document(number) if values.get("kind") == "post-type" and isinstance(number, int) else None
    return _text(values, "url") or (known.url if known is not None and known.public else "")


def navigation_link(element: _Element, site: Site) -> _Element | None:
    """A link of a menu that stands outside of one."""
    item = _item(element, site)
    return _listed([item]) if item else None


def _listed(items: Iterable[Iterable[_Element]]) -> _Element:
    ul = Element("ul")
    for item in items:
        SubElement(ul, "li").extend(item)
    return ul


def _children(element: _Element) -> list[_Element]:
    """The blocks in an element that are in no other block in it."""
    outer = element if element.tag == "wp-block" else None
    return [block for block in element.iterdescendants("wp-block") if _holder(block) is outer]


def _holder(block: _Element) -> _Element | None:
    return next(block.iterancestors("wp-block"), None)


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""


RULES: tuple[Rule, ...] = (
    rewrite("block.social-links", "wp:social-links", using=social_links),
    rewrite("block.social-links", "wp:social-link", using=social_link),
    rewrite("block.navigation", "wp:navigation", using=navigation),
    rewrite("block.navigation", *(f"wp:{name}" for name in _NAVIGATION_LINKS), using=navigation_link),
)
