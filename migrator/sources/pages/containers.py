"""Which element of a page holds the article's body: by the names that themes give it, else by where its prose is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml.etree import _Element

from migrator.sources.pages.containers_names import ARTICLE, CERTAIN, RANKS, rank_of
from migrator.sources.pages.containers_prose import weigh
from migrator.sources.pages.surroundings import is_apart

_CONTAINERS = ("div", "section", "article", "main", "td", "span", "ol", "form")
"""Elements in which a theme may put an article."""

_PLACED = frozenset((*_CONTAINERS, "body", "table", "tbody", "tr", "center", "font", "ul", "li", "dl", "dd"))

SHARES = (0.1, 0.3, 0.3, 0.5, 0.6)
"""Of a page's prose, what an element of each rank must hold to be believed."""

_SCOPE, _SOME, _LITTLE = 0.25, 0.1, 200
"""Of a page's prose, what stands in the element around title and article; where a body is named, less is enough, as
some pages go on with other articles. Characters that there are at least."""

_STEPS = 4
"""Elements around a title among which its article is looked for where no name tells it."""

_PART, _SPLIT, _NEAR = 0.1, 1.25, 2
"""Of the largest part's prose, what another part has, and what all have; steps from a part up to what holds all."""

_ALL = 0.97
"""Of a body's prose, what one within it must hold to be the body."""

_DENSE = 0.8
"""Of an element's prose, what one child must hold to stand for it."""


def container_of(body: _Element, heading: _Element | None = None) -> _Element | None:
    """The element that holds the article's body; None where a page has no prose at all.

    It is looked for around the title's heading first, where that has prose enough.
    """
    ranked = _ranked(body)
    named = [element for rank in ranked[:ARTICLE] for element in rank]
    weights = weigh(body, named)
    scope = _scope(body, heading, named, weights)
    total = weights.get(scope, 0)
    certain = _certain(ranked[0])
    only = certain if certain is not None else _only([*ranked[0], *ranked[1]], heading, weights)
    if only is not None or not total:
        return only if only is not None else _single(named)
    for rank, elements in enumerate(ranked):
        inside = [element for element in elements if _holds(scope, element) and weights.get(element, 0)]
        best = max(inside, key=weights.__getitem__, default=None)
        if best is not None and weights[best] >= SHARES[rank] * total:
            best = _innermost(best, named, weights)
            return _joined(best, inside, weights) if rank < ARTICLE else _densest(best, weights)
    return _densest(scope, weights)


def _only(bodies: Sequence[_Element], heading: _Element | None, weights: Mapping[_Element, int]) -> _Element | None:
    """The one body by name in the article that the title stands in, however little its author wrote.

    None where an article has several, or most of its prose outside.
    """
    if heading is None:
        return None
    articles = [each for each in heading.iterancestors(*_CONTAINERS) if rank_of(each) == ARTICLE]
    above = articles[:1] or list(islice(heading.iterancestors(*_CONTAINERS), _STEPS))
    for around in above:
        only = _single([each for each in bodies if around in each.iterancestors()])
        if only is not None and heading not in only.iterdescendants():
            return only if weights.get(only, 0) >= _SOME * weights.get(around, 0) else None
    return None


def _certain(bodies: Sequence[_Element]) -> _Element | None:
    """The one body that no theme names so for anything else; lists of posts have many."""
    return _single([each for each in bodies if not CERTAIN.isdisjoint((each.get("class") or "").split())])


def _single(elements: Sequence[_Element]) -> _Element | None:
    outer = [each for each in elements if not any(above in elements for above in each.iterancestors())]
    return outer[0] if len(outer) == 1 else None


def _innermost(best: _Element, named: Sequence[_Element], weights: Mapping[_Element, int]) -> _Element:
    """The smallest element with a body's name that has as good as all prose of one around it."""
    least = _ALL * weights[best]
    inner = [each for each in named if weights.get(each, 0) >= least and best in each.iterancestors()]
    return min(inner, key=weights.__getitem__, default=best)


def _scope(
    body: _Element, heading: _Element | None, named: Sequence[_Element], weights: Mapping[_Element, int]
) -> _Element:
    """The smallest element around the title that has a good part of the page's prose, or a body by name with some."""
    total = weights.get(body, 0)
    some, much = max(_SOME * total, _LITTLE), max(_SCOPE * total, _LITTLE)
    near = {above for each in named if weights.get(each, 0) >= some for above in _up(each)}
    outside = _outside(heading, named)
    for above in () if outside is None else outside.iterancestors():
        least = some if above in near or rank_of(above) == ARTICLE else much
        if above is body or weights.get(above, 0) >= least:
            return above
    return body


def _outside(heading: _Element | None, named: Sequence[_Element]) -> _Element | None:
    """The heading, or the outermost body or article that it stands in: a title within a body is at its top."""
    if heading is None:
        return None
    articles = [above for above in heading.iterancestors(*_CONTAINERS) if above in named or rank_of(above) == ARTICLE]
    return next(articles[-1].iterchildren()) if articles else heading


def _up(element: _Element) -> Iterator[_Element]:
    yield element
    yield from element.iterancestors()


def _holds(element: _Element, other: _Element) -> bool:
    return element in _up(other)


def _joined(best: _Element, alike: Sequence[_Element], weights: Mapping[_Element, int]) -> _Element:
    """The element around all parts of an article that a theme has cut into several elements of one kind.

    Parts within other articles, or with a title among them, are no parts.
    """
    own = _article_around(best)
    parts = [each for each in alike if _article_around(each) is own and weights[each] >= _PART * weights[best]]
    around = next(above for above in _up(best) if all(_holds(above, part) for part in parts))
    is_near = all(around in (part, *islice(part.iterancestors(), _NEAR)) for part in parts)
    if not is_near or around.tag == "body" or weights[around] < _SPLIT * weights[best]:
        return best
    return around if len(list(around.iter("h1"))) <= 1 else best


def _article_around(element: _Element) -> _Element | None:
    return next(element.iterancestors("article"), None)


def _ranked(body: _Element) -> Sequence[list[_Element]]:
    ranks: list[list[_Element]] = [[] for _ in range(RANKS)]
    for element in body.iter(*_CONTAINERS):
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
