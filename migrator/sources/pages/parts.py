"""The parts of an article that `<!--nextpage-->` splits: the address of its first page, and those of the others.

WordPress writes them as PERMALINK/2/, or with `page=2` behind a permalink with a query (`_wp_link_page`); pages of
comments are `comment-page-2`.
"""

from __future__ import annotations

import re

from lxml.etree import XPath, _Element

from migrator.normalise.urls import absolute

_LINKS = XPath("//a[@href] | //link[@href][@rel='next' or @rel='prev']")
_NUMBERED = re.compile(r"(?:/(\d{1,2})/?|[?&]page=(\d{1,2}))$")
_FIRST = re.compile(r"^(?:\D{0,12}\b)?1$")
_NAMED = re.compile(r"page-?(?:link|nav)|link-?pages|post-?pag|pagination|page-numbers", re.IGNORECASE)


def first_part(page: _Element, address: str, permalink: str = "") -> str:
    """The address of an article's first page: `address` itself unless it is that of a later part.

    That it is, the page's `permalink` for embedding tells, or a link to the first page.
    """
    found = _NUMBERED.search(address)
    if found is None or int(found[1] or found[2]) < 2:
        return address
    base = address[: found.start()]
    if permalink and _same(permalink) == _same(base):
        return permalink
    links = {_same(absolute(address, node.get("href"))): node for node in _LINKS(page)}
    first = links.get(_same(base))
    is_first = first is not None and (
        first.tag == "link" or _FIRST.match("".join(first.itertext()).strip()) is not None
    )
    return (base + "/" * (address.endswith("/"))) if is_first else address


def other_parts(page: _Element, address: str) -> tuple[str, ...]:
    """The addresses of an article's parts behind its first page, in their order."""
    base = _same(address)
    numbers: dict[int, str] = {}
    for node in _LINKS(page):
        href = absolute(address, node.get("href")).partition("#")[0]
        found = _NUMBERED.search(href)
        if found is not None and _same(href[: found.start()]) == base and _is_paging(node):
            numbers.setdefault(int(found[1] or found[2]), href)
    return tuple(href for number, href in sorted(numbers.items()) if number > 1)


def _is_paging(node: _Element) -> bool:
    """Whether a link counts pages: its text is a number, or what is above it is named so."""
    text = "".join(node.itertext()).strip()
    return (
        node.tag == "link"
        or text.isdecimal()
        or any(_NAMED.search(above.get("class") or "") for above in (node, *list(node.iterancestors())[:3]))
    )


def _same(address: str) -> str:
    return address.partition("#")[0].rstrip("/")
