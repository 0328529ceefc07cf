"""What a theme printed within the element that holds an article: the title again, meta lines, boxes, forms, lists."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from migrator.clean.lines import prose_in
from migrator.sources.pages.containers_names import ALIKE, rank_of
from migrator.sources.pages.surroundings import exact_kind_of, kind_of

_EXACT, _ALIKE, _IN_BODY = 1500, 400, 250
"""Characters of prose outside links in the largest surrounding: by whole names, by words within names, and among an
author's words. More is the author's: on 295 saved pages boxes about authors have 1,100 at most."""

_PLUGINS = frozenset(f"page.{kind}" for kind in "share related newsletter navigation comments ads".split())
"""Kinds that words within names tell even among an author's words: he doesn't name what he writes so."""

_SHOWN = ("figure", "video", "audio", "blockquote", "table", "pre")

_WAYS = frozenset("div section article main header footer td tr tbody table center font form span aside".split())
"""Elements that may hold both, words of the author and of the theme."""

_CONTENT = frozenset(
    "figure img picture video audio iframe embed object blockquote pre table h2 h3 h4 h5 h6 br hr a em strong".split()
)
"""Elements that no word in their names makes a surrounding."""


def surroundings_in(container: _Element, heading: _Element | None) -> Iterator[tuple[_Element, str]]:
    """Yield what is to be dropped within a container, each with its rule: outermost elements only.

    In an element that WordPress itself, or most themes, keep for an author's words whole names are needed.
    """
    half = prose_in(container) / 2
    stack = [(child, _is_body(container)) for child in container]
    while stack:
        element, is_body = stack.pop()
        if not isinstance(element.tag, str):
            continue
        rule = "page.title" if element is heading else _kind(element, half, is_body=is_body)
        if rule:
            yield element, rule
        elif element.tag in _WAYS:
            stack += [(child, is_body or _is_body(element)) for child in element]


def _is_body(element: _Element) -> bool:
    rank = rank_of(element)
    return rank is not None and rank < ALIKE


def _kind(element: _Element, half: float, *, is_body: bool) -> str:
    exact = exact_kind_of(element)
    kind = exact or ("" if element.tag in _CONTENT else kind_of(element))
    if not kind or exact == "page.comments":
        return kind
    if not exact and is_body and (kind not in _PLUGINS or next(element.iter(*_SHOWN), None) is not None):
        return ""
    if kind == "page.comments":
        largest = half
    else:
        largest = _EXACT if exact else _IN_BODY if is_body else _EXACT if kind == "page.author" else _ALIKE
    return kind if prose_in(element) <= largest else ""
