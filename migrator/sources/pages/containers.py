"""Which element of a page holds the article's body: by the names that themes give it, else by where its prose is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from lxml.etree import _Element

from migrator.sources.pages.surroundings import is_apart

_CONTAINERS = ("div", "section", "article", "main", "td", "span", "ol", "form")
"""Elements in which a theme may put an article."""

_PLACED = frozenset((*_CONTAINERS, "body", "table", "tbody", "tr", "center", "font", "ul", "li", "dl", "dd"))

NAMED: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        """
        wp-block-post-content et_pb_post_content elementor-widget-theme-post-content tdb_single_content td-post-content
        sno-story-body-content entry-content articleBody fl-module-fl-post-content brxe-post-content
        """,
        """
        the-content the_content storycontent storytext body-copy newstext entry_content content-inner pf-content
        wysiwyg-content wysiwyg et_builder_inner_content post-entry post_entry entry
        """,
    )
)
"""Classes (and values of `itemprop`) of an article's body alone, the most trusted first."""

_ALIKE = re.compile(
    r"(?:.*[-_])?(?:entry|post|article|story|single|blog|page|the|news|beitrag|artikel)"
    r"(?:[-_]{0,2}(?:single|item|main|inner|blog|post))?[-_]{0,2}(?:content|body|text|copy|inhalt)(?:[-_]?(?:inner|main|wrap(?:per)?))?"
)
"""Names that themes make themselves: "cb-entry-content", "c-article__content", "giz-PostContent"."""

_ARTICLES = frozenset(("hentry", "type-post", "type-page", "post", "single-post", "single-article"))
_AREAS = frozenset(("main", "content", "site-main", "content-area", "site-content", "primary", "maincontent", "inhalt"))

RANKS = len(NAMED) + 3
"""Named, alike, articles, areas."""

SHARES = (0.1, 0.3, 0.3, 0.5, 0.6)
"""Of a page's prose, what an element of each rank must hold to be believed."""

_DENSE = 0.8
"""Of an element's prose, what one child must hold to stand for it."""


def container_of(body: _Element, weights: Mapping[_Element, int]) -> _Element | None:
    """The element that holds the article's body; None where a page has no prose at all."""
    total = weights.get(body, 0)
    if not total:
        return None
    for rank, elements in enumerate(_ranked(body)):
        best = max(elements, key=lambda element: weights.get(element, 0), default=None)
        if best is not None and weights.get(best, 0) >= SHARES[rank] * total:
            return best if rank < RANKS - 2 else _densest(best, weights)
    return _densest(body, weights)


def _ranked(body: _Element) -> list[list[_Element]]:
    ranks: list[list[_Element]] = [[] for _ in range(RANKS)]
    for element in body.iter(*_CONTAINERS):
        rank = _rank_of(element)
        if rank is not None:
            ranks[rank].append(element)
    return ranks


def _rank_of(element: _Element) -> int | None:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    rank = _rank_of_names(names) if len(names) > 1 else None
    if rank is None and element.tag in ("article", "main"):
        rank = RANKS - (2 if element.tag == "article" else 1)
    if rank is None and element.get("id"):
        rank = _rank_of_names(element.get("id", ""))
    return rank


@lru_cache(maxsize=8192)
def _rank_of_names(names: str) -> int | None:
    tokens = names.split()
    for rank, row in enumerate(NAMED):
        if not row.isdisjoint(tokens):
            return rank
    if any(_ALIKE.fullmatch(token.lower()) for token in tokens):
        return len(NAMED)
    if not _ARTICLES.isdisjoint(tokens):
        return RANKS - 2
    return RANKS - 1 if not _AREAS.isdisjoint(tokens) else None


def _densest(element: _Element, weights: Mapping[_Element, int]) -> _Element:
    """Go down while one child holds nearly all prose."""
    while True:
        best = max(_children(element), key=lambda child: weights.get(child, 0), default=None)
        if best is None or weights.get(best, 0) < _DENSE * weights.get(element, 0):
            return element
        element = best


def _children(element: _Element) -> Iterator[_Element]:
    return (child for child in element if child.tag in _PLACED and not is_apart(child))
