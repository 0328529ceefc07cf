"""Small questions to the elements of a page: their classes, their text, the HTML that is in them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from html import escape

from lxml.etree import Element, _Element, tostring

from migrator.markup.text import spaced_text
from migrator.normalise.witnesses.elements import BESIDE


def is_named(node: _Element, names: re.Pattern[str]) -> bool:
    """Whether `names` finds something in the classes or the id of an element."""
    attributes = node.attrib
    if "class" not in attributes and "id" not in attributes:
        return False
    return _finds(names, attributes.get("class", ""), attributes.get("id", ""))


@lru_cache(maxsize=1 << 14)
def _finds(names: re.Pattern[str], classes: str, name: str) -> bool:
    return names.search(f"{classes} {name}") is not None


def shown_text(node: _Element, without: Iterable[_Element] = ()) -> str:
    """The text in an element as a reader of the page sees it, but for that in the elements `without`."""
    return spaced_text(node, {*without, *node.iter("noscript", "template")})


def within(node: _Element, without: Container[_Element] = ()) -> Iterator[_Element]:
    """The elements in an element, in their order, but for those `without` and what is in them."""
    stack = list(reversed(node))
    while stack:
        top = stack.pop()
        if isinstance(top.tag, str) and top not in without:
            yield top
            stack.extend(reversed(top))


def html_of(node: _Element, without: Container[_Element] = ()) -> str:
    """An element with its tags, as HTML, but for the elements `without` in it."""
    if not without or not any(inner in without for inner in node.iterdescendants()):
        return tostring(node, encoding="unicode", method="html", with_tail=False)
    empty = Element(str(node.tag), dict(node.attrib))
    start, _, end = tostring(empty, encoding="unicode", method="html").rpartition("</")
    return f"{start}{html_within(node, without)}</{end}"


def html_within(node: _Element, without: Container[_Element] = ()) -> str:
    """What stands in an element, as HTML, but for the elements `without`."""
    parts = [escape(node.text or "", quote=False)]
    for child in node:
        parts.append("" if child in without else html_of(child, without))
        parts.append(escape(child.tail or "", quote=False))
    return "".join(parts)


def is_beside(node: _Element, top: _Element | None = None) -> bool:
    """Whether an element stands in what is put beside articles: sidebars, menus, lists of other posts, comments.

    What is above `top`, the article's own element, doesn't matter, nor does what holds the page's heading: a theme may
    call a whole layout "right-sidebar".
    """
    for above in node.iterancestors():
        if above is top or above.tag == "body":
            return False
        if above.tag in ("aside", "nav") or (is_named(above, BESIDE) and next(above.iter("h1"), None) is None):
            return True
    return False
