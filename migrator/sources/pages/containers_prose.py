"""How much prose each element of a page holds: sentences, not labels, outside links and what surrounds articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml.etree import XPath, _Element
from lxml.etree import _ElementUnicodeResult as _Text

from migrator.sources.pages.surroundings import is_apart

SENTENCE = 30
"""Characters of a text that is more than a label. Of the texts that the articles of 295 saved pages are made of, those
this long hold 98 % of the characters; shorter ones are mostly what links and buttons say."""

_TEXTS = XPath(f"descendant::text()[string-length(normalize-space()) >= {SENTENCE}]")
_NO_PROSE = frozenset(
    "a button script style noscript template select option textarea label title svg iframe h1 h2 h3".split()
)


def weigh(body: _Element, named: Iterable[_Element] = ()) -> Mapping[_Element, int]:
    """Count the characters of prose in each element of a page's body; elements without any are not named.

    What the names of an element or of one around it tell to stand apart from articles is not counted, unless an
    article's body (`named`) or the page's first heading is in it: then the names speak of the page's layout.
    """
    apart: dict[_Element, bool] = {}
    for element in (body, *named, *body.iter("h1")):
        apart |= dict.fromkeys((element, *element.iterancestors()), False)
    weights: dict[_Element, int] = {}
    texts = _TEXTS(body)
    for text in texts if isinstance(texts, list) else ():
        if isinstance(text, _Text):
            _add(text, weights, apart)
    return weights


def _add(text: _Text, weights: dict[_Element, int], apart: dict[_Element, bool]) -> None:
    element = text.getparent()
    if element is not None and text.is_tail:
        element = element.getparent()
    if element is None or element.tag in _NO_PROSE or _stands_apart(element, apart):
        return
    length = len(text)
    while element is not None:
        weights[element] = weights.get(element, 0) + length
        element = element.getparent()


def _stands_apart(element: _Element, apart: dict[_Element, bool]) -> bool:
    path = []
    at: _Element | None = element
    while at is not None and at not in apart:
        path.append(at)
        at = at.getparent()
    is_so = at is not None and apart[at]
    for each in reversed(path):
        is_so = is_so or each.tag in _NO_PROSE or is_apart(each)
        apart[each] = is_so
    return is_so
