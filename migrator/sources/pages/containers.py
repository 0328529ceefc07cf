"""Which element of a page holds the article's body: by the names that themes give it, else by where its prose is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice

from lxml.etree import _Element

from migrator.markup.text import spaced_text
from migrator.sources.pages.containers_names import ARTICLE, CONTAINERS, RANKS, rank_of
from migrator.sources.pages.containers_near import beneath, certain_body, only_body, scope_of, single, up, written_below
from migrator.sources.pages.containers_prose import weigh
from migrator.sources.pages.surroundings import is_apart

_PLACED = frozenset((*CONTAINERS, "body", "table", "tbody", "tr", "center", "font", "ul", "li", "dl", "dd"))

SHARES = (0.1, 0.3, 0.3, 0.5, 0.6)
"""Of a page's prose, what an element of each rank must hold to be believed."""

_PART, _SPLIT, _NEAR = 0.1, 1.25, 2
"""Of the largest part's prose, what another part has, and what all have; steps from a part up to what holds all."""

_ALL = 0.97
"""Of a body's prose, what one within it must hold to be the body."""

_DENSE = 0.8
"""Of an element's prose, what one child must hold to stand for it."""


def container_of(body: _Element, heading: _Element | None = None) -> _Element | None:
    """The element that holds the article's body; None where a page has no prose at all.

    It is looked for around the title's heading first, where that has prose enough; on a page without any sentence it is
    what stands below the heading.
    """
    ranked = _ranked(body)
    named = dict.fromkeys(element for rank in ranked[:ARTICLE] for element in rank).keys()
    weights = weigh(body, named)
    scope = scope_of(body, heading, named, weights)
    total = weights.get(scope, 0)
    certain = certain_body(ranked[0])
    only = certain if certain is not None else only_body([*ranked[0], *ranked[1]], heading, weights)
    called = written_below(heading)
    if only is None and called is not None and not _is_layout(called, named):
        return called
    if only is not None or not total:
        return only if only is not None else single(named) if named else beneath(heading)
    near = frozenset(scope.iter(*CONTAINERS))
    for rank, elements in enumerate(ranked):
        inside = [element for element in elements if element in near and weights.get(element, 0)]
        best = max(inside, key=weights.__getitem__, default=None)
        if best is not None and weights[best] >= SHARES[rank] * total:
            best = _innermost(best, named, weights)
            return _joined(best, inside, weights) if rank < ARTICLE else _densest(best, weights)
    return _densest(scope, weights)


def _is_layout(element: _Element, named: Set[_Element]) -> bool:
    """Whether an element says less itself than a body by name in it: what stands there under other names, a theme
    has put there, but a body with paragraphs beside it an author has pasted with them."""
    most = max((_words(each) for each in element.iter(*CONTAINERS) if each in named), default=0)
    return most > sum(_words(each) for each in element if not each.get("class") and not each.get("id"))


def _words(element: _Element) -> int:
    """Characters of text in an element; none in a comment."""
    return len(spaced_text(element)) if isinstance(element.tag, str) else 0


def _innermost(best: _Element, named: Set[_Element], weights: Mapping[_Element, int]) -> _Element:
    """The smallest element with a body's name that has as good as all prose of one around it."""
    least = _ALL * weights[best]
    inner = [each for each in named if weights.get(each, 0) >= least and best in each.iterancestors()]
    return min(reversed(inner), key=weights.__getitem__, default=best)


def _holds(element: _Element, other: _Element) -> bool:
    return element in up(other)


def _joined(best: _Element, alike: Sequence[_Element], weights: Mapping[_Element, int]) -> _Element:
    """The element around all parts of an article that a theme has cut into several elements of one kind.

    Parts within other articles, or with a title among them, are no parts.
    """
    own = _article_around(best)
    parts = [each for each in alike if _article_around(each) is own and weights[each] >= _PART * weights[best]]
    around = next(above for above in up(best) if all(_holds(above, part) for part in parts))
    is_near = all(around in (part, *islice(part.iterancestors(), _NEAR)) for part in parts)
    if not is_near or around.tag == "body" or weights[around] < _SPLIT * weights[best]:
        return best
    return around if len(list(around.iter("h1"))) <= 1 else best


def _article_around(element: _Element) -> _Element | None:
    return next(element.iterancestors("article"), None)


def _ranked(body: _Element) -> Sequence[list[_Element]]:
    ranks: list[list[_Element]] = [[] for _ in range(RANKS)]
    for element in body.iter(*CONTAINERS):
        rank = rank_of(element)
        if rank is not None:
            ranks[rank].append(element)
    return ranks


def _densest(element: _Element, weights: Mapping[_Element, int]) -> _Element:
    """Go down while one child holds nearly all prose."""
    while True:
        best = max(_children(element), key=lambda child: weights.get(child, 0), default=None)
        if best is None or weights.get(best, 0) < _DENSE * weights.get(element, 0):
            return element
        element = best


def _children(element: _Element) -> Iterator[_Element]:
    return (child for child in element if child.tag in _PLACED and not is_apart(child))
