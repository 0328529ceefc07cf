"""The line that a provider's embed code has above or below its player, with a title, an author and a better link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from migrator.clean.credits import Credit, credit_in
from migrator.clean.targets import Target, find, provider_of
from migrator.markup.text import folded_text, spaced_text

_LINES = frozenset(("p", "div", "span", "small", "noscript", "strong"))
_AROUND = frozenset(("p", "div", "span", "figure", "center", "noscript"))
_PASSED = frozenset(("br", "script", "style"))

_ABOVE = frozenset(("scribd", "slideshare"))
"""Providers whose embed code has a line above the player."""

_ANY_WORDS = frozenset(("crowdsignal",))
"""Providers whose line is a title only: it is one when all of it is a link to the very thing."""

_PLAYERS = re.compile(r"//api\.soundcloud|/EmbeddedPlayer|embed\.html#|embed_code|viewers/|Reader\.swf|/ext/embed")
"""Addresses that only a player has, which no one would visit."""


class Line(NamedTuple):
    """A line beside a player: the element it is, what it says, the address of the page it leads to or ""."""

    element: _Element
    credit: Credit
    page: str = ""


def line_beside(player: _Element, shown: Target) -> Line | None:
    """Find the provider's line beside a player; None when what stands there is the author's own."""
    for line in _neighbours(player, shown.provider):
        found = read_line(line, shown)
        if found is not None:
            return found
    return None


def read_line(line: _Element, shown: Target) -> Line | None:
    """Read an element as the line of an embed; None when it is none."""
    links = list(line.iter("a"))
    words = spaced_text(line)
    credit = credit_in(shown.provider, words) if links else None
    if credit is None or not any(provider_of(link.get("href", "")) == shown.provider for link in links):
        return None
    pages = [found for link in links if (found := find(link.get("href", ""))) and found.provider == shown.provider]
    if shown.provider in _ANY_WORDS and not (pages and pages[0].id == shown.id and folded_text(links[0]) == words):
        return None
    return Line(line, credit, pages[-1].url if pages and _PLAYERS.search(shown.url) else "")


def _neighbours(player: _Element, provider: str) -> Iterator[_Element]:
    below = _below(player)
    if below is not None:
        yield below
    above = _above(player) if provider in _ABOVE else None
    if above is not None:
        yield above


def _below(node: _Element) -> _Element | None:
    """The next element, when no text stands between; the end of a wrapper is no border."""
    while not (node.tail or "").strip():
        other = node.getnext()
        if other is None:
            other = node.getparent()
            if other is None or other.tag not in _AROUND:
                return None
        elif not _is_passed(other):
            return other if other.tag in _LINES else None
        node = other
    return None


def _above(node: _Element) -> _Element | None:
    while True:
        other = node.getprevious()
        if other is None:
            parent = node.getparent()
            if parent is None or parent.tag not in _AROUND or (parent.text or "").strip():
                return None
            node = parent
            continue
        if (other.tail or "").strip():
            return None
        if not _is_passed(other):
            return other if other.tag in _LINES else None
        node = other


def _is_passed(node: _Element) -> bool:
    """Whether a reader sees nothing of a node: a comment, a line break, an empty paragraph."""
    is_empty = node.tag in _LINES and not len(node) and not (node.text or "").strip()
    return is_empty or node.tag in _PASSED or not isinstance(node.tag, str)
