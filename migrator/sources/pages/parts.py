"""Pages of an article that `<!--nextpage-->` splits, led back to the address of its first one.

WordPress writes them as PERMALINK/2/, or with `page=2` behind a permalink with a query (`_wp_link_page`); pages of
comments are `comment-page-2`.
"""

from __future__ import annotations

import re

from lxml.etree import XPath, _Element

from migrator.markup.text import text_of
from migrator.normalise.urls import absolute

NUMBERED = re.compile(r"(?:/(\d{1,3})/?|[?&]page=(\d{1,3}))$")
"""How the address of a later part ends; its number is in either group."""

_LINKS = XPath("//a[@href] | //link[@href][@rel='next' or @rel='prev']")
_FIRST = re.compile(r"^(?:\D{0,12}\b)?1$")


def first_part(page: _Element, address: str, permalink: str = "") -> str:
    """The address of an article's first page: `address` itself unless it is that of a later part.

    That it is, the page's `permalink` for embedding tells, or a link to the first page.
    """
    found = NUMBERED.search(address)
    if found is None or int(found[1] or found[2]) < 2:
        return address
    base = address[: found.start()]
    if permalink and _same(permalink) == _same(base):
        return permalink
    links = {_same(absolute(address, node.get("href"))): node for node in _LINKS(page)}
    first = links.get(_same(base))
    is_first = first is not None and (first.tag == "link" or _FIRST.match(text_of(first).strip()) is not None)
    return (base + "/" * (address.endswith("/"))) if is_first else address


def _same(address: str) -> str:
    return address.partition("#")[0].rstrip("/")
