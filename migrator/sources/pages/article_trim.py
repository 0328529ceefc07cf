"""What a theme printed within the element that holds an article: the title again, meta lines, boxes, forms, lists."""

from __future__ import annotations

from itertools import islice
from math import inf

from lxml.etree import _Element

from migrator.clean.lines import prose_in
from migrator.markup.text import folded_text
from migrator.sources.pages.containers_names import ALIKE, rank_of
from migrator.sources.pages.surroundings import exact_kind_of, kind_by_names, kind_of
from migrator.sources.pages.surroundings_words import BLOCKS

_EXACT, _ALIKE, _IN_BODY = 1500, 400, 250
"""Characters of prose outside links in the largest surrounding: by whole names, by words within names, and among an
author's words. More is the author's: on 295 saved pages boxes about authors have 1,100 at most."""

_HEADER = 60
"""Characters of prose in a header that has no lead."""

_PLUGINS = frozenset(
    f"page.{kind}"
    for kind in "share related newsletter navigation comments ads inserted author-box tags donation".split()
)
"""Kinds that words within names tell even among an author's words: he doesn't name what he writes so."""

_TITLE = "page.title"
_TITLES = ("h1", "h2")
_LABELLED = frozenset(f"page.{kind}" for kind in "share related newsletter navigation tags".split())
_LABEL = 40
"""Kinds that a line with a colon may announce, and its characters ("Share with your friends:")."""

_SHOWN = ("video", "audio", "blockquote", "table", "pre")
"""What no plugin's box has in it that an author didn't put there."""

_WAYS = frozenset("div section article main header footer td tr tbody table center font form span aside".split())
"""Elements that may hold both, words of the author and of the theme."""

_CONTENT = frozenset(
    "figure img picture video audio iframe embed object blockquote pre table h2 h3 h4 h5 h6 br hr a em strong".split()
)
"""Elements that no word in their names makes a surrounding."""


def surroundings_in(
    container: _Element, heading: _Element | None, *, is_body: bool = False
) -> list[tuple[_Element, str]]:
    """Tell what is to be dropped within a container, in order, each with its rule: outermost elements only.

    In an element that is kept for an author's words (`is_body`, or by a name of WordPress or most themes) whole names
    are needed. The names of what is too large for a surrounding are no names of its parts either.
    """
    half = prose_in(container) / 2
    title = "" if heading is None else folded_text(heading)
    found: dict[_Element, str] = {}
    stack = [(child, is_body or _is_body(container), "") for child in container]
    while stack:
        element, is_inside, spared = stack.pop()
        if element in found or not isinstance(element.tag, str):
            continue
        if element is heading or (not is_inside and element.tag in _TITLES and folded_text(element) == title):
            found[element] = _TITLE
            continue
        kind = _kind(element, is_body=is_inside)
        if kind and kind != spared and prose_in(element) <= _largest(element, kind, half, is_body=is_inside):
            found[element] = kind
            label = _label_of(element) if kind in _LABELLED else None
            if label is not None:
                found[label] = kind
        elif element.tag in _WAYS:
            stack += [(child, is_inside or _is_body(element), kind or spared) for child in element]
    return list(reversed(found.items()))


def _is_body(element: _Element) -> bool:
    rank = rank_of(element)
    return rank is not None and rank < ALIKE


def _kind(element: _Element, *, is_body: bool) -> str:
    exact = exact_kind_of(element)
    if exact or element.tag in _CONTENT:
        return exact
    if not is_body:
        return kind_of(element)
    kind = kind_by_names(element)
    if kind not in _PLUGINS or next(element.iter(*_SHOWN), None) is not None or _is_block(element):
        return ""
    return "" if kind == "page.related" and not _is_list(element) else kind


def _is_block(element: _Element) -> bool:
    """Whether an element is a block of the theme's that an author put into his words."""
    return not BLOCKS.keys().isdisjoint((element.get("class") or "").split())


def _is_list(element: _Element) -> bool:
    """Whether an element has more than the one link that an author may have put into a line of his own."""
    return next(islice(element.iter("a"), 1, None), None) is not None


def _label_of(element: _Element) -> _Element | None:
    """The line right before a surrounding that announces it with a colon."""
    before = element.getprevious()
    if before is None or before.tag not in ("p", "span", "div", "h3", "h4", "h5", "h6", "strong"):
        return None
    if next(before.iter("a", "img", "iframe"), None) is not None:
        return None
    text = folded_text(before)
    is_next = not (before.tail or "").strip()
    return before if is_next and len(text) <= _LABEL and text.endswith(":") else None


def _largest(element: _Element, kind: str, half: float, *, is_body: bool) -> float:
    is_exact = bool(exact_kind_of(element))
    if kind == "page.comments":
        return inf if is_exact else half
    if kind == "page.header":
        return _HEADER
    if is_exact or kind == "page.author-box":
        return _EXACT
    return _IN_BODY if is_body and kind != "page.inserted" else _ALIKE
