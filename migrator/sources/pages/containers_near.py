"""Where on a page the article is: near the title, or in the one element that is named for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import islice, takewhile

from lxml.etree import _Element

from migrator.markup.text import text_of
from migrator.sources.pages.containers_names import ARTICLE, CERTAIN, CONTAINERS, rank_of
from migrator.sources.pages.surroundings import kind_of

SOME = 0.1
"""Of an article's prose, what a body that is named holds at least; of a page's, what such a body and an article hold to
be taken for the one that the title speaks of, as some pages go on with other articles."""

_SCOPE = 0.25
"""Of a page's prose, what an element around the title holds where no name tells that it is the article's."""

_LITTLE = 200
"""Characters of prose that there are at least in what a title speaks of."""

_WRITTEN = frozenset("body content copy story text".split())
"""What themes without names of their own call what an author wrote."""

_STEPS = 4
"""Elements around a title among which its article is looked for where no name tells it."""


def scope_of(
    body: _Element, heading: _Element | None, named: Set[_Element], weights: Mapping[_Element, int]
) -> _Element:
    """The smallest element around the title that has a good part of the page's prose, or a body by name with some."""
    total = weights.get(body, 0)
    some, much = max(SOME * total, _LITTLE), max(_SCOPE * total, _LITTLE)
    near = with_ancestors(each for each in named if weights.get(each, 0) >= some)
    outside = _outside(heading, named)
    for above in () if outside is None else up(outside):
        least = some if above in near or rank_of(above) == ARTICLE else much
        if above is body or weights.get(above, 0) >= least:
            return above
    return body


def _outside(heading: _Element | None, named: Set[_Element]) -> _Element | None:
    """The heading, or the outermost body or article that it stands in: a title within a body is at its top."""
    if heading is None:
        return None
    articles = [above for above in heading.iterancestors(*CONTAINERS) if above in named or rank_of(above) == ARTICLE]
    return articles[-1] if articles else heading


def with_ancestors(elements: Iterable[_Element]) -> set[_Element]:
    """Collect elements and all around them; each is climbed to once, however deep a page is."""
    found: set[_Element] = set()
    for element in elements:
        found.update(takewhile(lambda above: above not in found, up(element)))
    return found


def up(element: _Element) -> Iterator[_Element]:
    """Yield an element and all around it, outwards."""
    yield element
    yield from element.iterancestors()


def only_body(bodies: Iterable[_Element], heading: _Element | None, weights: Mapping[_Element, int]) -> _Element | None:
    """The one body by name in the article that the title stands in, however little its author wrote.

    None where an article has several, or most of its prose outside.
    """
    if heading is None:
        return None
    articles = [each for each in heading.iterancestors(*CONTAINERS) if rank_of(each) == ARTICLE]
    above = articles[:1] or list(islice(heading.iterancestors(*CONTAINERS), _STEPS))
    for around in above:
        only = single([each for each in bodies if around in each.iterancestors()])
        if only is not None and heading not in only.iterdescendants():
            return only if weights.get(only, 0) >= SOME * weights.get(around, 0) else None
    return None


def certain_body(bodies: Iterable[_Element]) -> _Element | None:
    """The one body that no theme names so for anything else; lists of posts have many."""
    return single([each for each in bodies if not CERTAIN.isdisjoint((each.get("class") or "").split())])


def single(elements: Iterable[_Element]) -> _Element | None:
    """The one element that holds all others of a group."""
    group = frozenset(elements)
    outer = [each for each in group if not any(above in group for above in each.iterancestors())]
    return outer[0] if len(outer) == 1 else None


def beneath(heading: _Element | None) -> _Element | None:
    """The element below a title that holds what little its author wrote: one called so, else the first without a name.

    What themes print there besides has names of its own: bylines, terms, neighbours.
    """
    called = written_below(heading)
    if called is not None:
        return called
    return next((each for each in _below(heading) if text_of(each).strip()), None)


def written_below(heading: _Element | None) -> _Element | None:
    """The element below a title that is called "text", "body", "content", "copy" or "story" and nothing else."""
    return next(filter(is_called_written, _below(heading)), None)


def is_called_written(element: _Element) -> bool:
    """Whether an element is called what an author wrote, and nothing else."""
    return (element.get("class") or "").strip().lower() in _WRITTEN


def _below(heading: _Element | None) -> Iterator[_Element]:
    """The elements below a title whose names don't tell that they surround articles."""
    siblings = () if heading is None else heading.itersiblings(*CONTAINERS)
    return (each for each in siblings if not kind_of(each))
