"""What stands on a line by itself, what is short, what is prose: how rules tell a widget from an author's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from lxml.etree import _Element

from migrator.clean.rule import When
from migrator.clean.vocabulary import HEADINGS
from migrator.markup.html import tag_of
from migrator.markup.text import folded_text
from migrator.site import Site

INLINE = frozenset(
    "a abbr b bdi bdo big cite del dfn em font i ins kbd label mark q s samp small span strike strong sub sup "
    "time tt u var".split()
)
"""Elements within a line."""

_IN_LINE = INLINE | {"img", "iframe"}
_KEPT = frozenset("pre code table blockquote textarea wp-shortcode".split())
"""What stands in these is shown for its own sake."""

_NO_LINE = frozenset(("iframe", "figcaption", "caption", "dt", "dd"))

_NO_PROSE = frozenset(("a", "button", "select", "option", "script", "style", "noscript"))

PROSE = 60
"""Characters of text outside links that make a sentence; labels of widgets have 50 at most."""


def line_of(element: _Element, _site: Site | None = None) -> _Element | None:
    """The largest element that holds nothing but this line; None when something else stands on the line.

    Nothing in listings, tables and quotations is a line of its own, no caption and no term that is explained, nor is
    what a frame holds until it is loaded.
    """
    if element.tag in _NO_LINE or any(_shows_itself(above, element) for above in element.iterancestors()):
        return None
    if element.tag in INLINE and not (_ends(element, is_before=True) and _ends(element, is_before=False)):
        return None
    whole = element
    while whole.tag in INLINE:
        parent = whole.getparent()
        if parent is None or parent.tag == "body" or not _is_only_child(whole):
            return whole
        whole = parent
    return whole


def _shows_itself(above: _Element, line: _Element) -> bool:
    """Whether what stands in an element is shown for its own sake; a table of nothing but one line only places it."""
    return above.tag in _KEPT and not (above.tag == "table" and folded_text(above) == folded_text(line))


def _ends(element: _Element, *, is_before: bool) -> bool:
    """Whether an element's line begins (ends) with it: there is a block or a line break, or its block ends."""
    at: _Element | None = element
    while at is not None:
        neighbour = _neighbour(at, is_before=is_before)
        if neighbour is not None:
            return not isinstance(neighbour, str) and neighbour.tag not in _IN_LINE
        at = at.getparent()
        if at is None or at.tag not in INLINE:
            return at is not None
    return False


def _neighbour(element: _Element, *, is_before: bool) -> _Element | str | None:
    """The next thing on a side that a reader sees: an element or text; None where the parent ends."""
    text = None if is_before else element.tail
    for sibling in element.itersiblings(preceding=is_before):
        text = sibling.tail if is_before else text
        if text and text.strip():
            return text
        if tag_of(sibling) and not (sibling.tag in INLINE and not folded_text(sibling)):
            return sibling
        text = sibling.tail
    parent = element.getparent()
    text = parent.text if is_before and parent is not None else text
    return text if text and text.strip() else None


def _is_only_child(element: _Element) -> bool:
    parent = element.getparent()
    texts = [parent.text if parent is not None else None, element.tail]
    for is_before in (True, False):
        for sibling in element.itersiblings(preceding=is_before):
            texts.append(sibling.tail)
            if not _is_empty(sibling):
                return False
    return not any(text and text.strip() for text in texts)


def _is_empty(element: _Element) -> bool:
    return not tag_of(element) or element.tag == "br" or (element.tag in INLINE and not folded_text(element))


def label_of(element: _Element, site: Site) -> _Element | None:
    """Like `line_of`, for words that an author could put above a section: none when prose follows a heading."""
    line = line_of(element, site)
    return None if line is None or (is_heading(line) and _is_prose(_behind(line))) else line


def is_heading(element: _Element) -> bool:
    """Whether an element is a heading, or stands alone in one."""
    return element.tag in HEADINGS or any(above.tag in HEADINGS for above in element.iterancestors())


def _behind(element: _Element) -> _Element | None:
    behind = element.getnext()
    while behind is not None and not (tag_of(behind) and folded_text(behind)):
        behind = behind.getnext()
    parent = element.getparent()
    if behind is None and parent is not None and parent.tag == "wp-block":
        return _behind(parent)
    return behind


def _is_prose(element: _Element | None) -> bool:
    return element is not None and prose_in(element) >= PROSE


def prose_in(element: _Element) -> int:
    """Characters of text in an element outside links and buttons."""
    return sum(_lengths(element))


def _lengths(element: _Element) -> Iterator[int]:
    stack = [(element, False)]
    while stack:
        node, with_tail = stack.pop()
        if tag_of(node) and node.tag not in _NO_PROSE:
            yield len(" ".join((node.text or "").split()))
            stack += ((child, True) for child in node)
        if with_tail and node.tail:
            yield len(" ".join(node.tail.split()))


def little_prose(characters: int) -> When:
    """Make a condition: an element with more text outside links has swallowed part of the article, because a tag was
    never closed, or is the author's."""

    def has_little(element: _Element, _site: Site) -> bool:
        """Whether an element has so little text outside links that it is nothing but a widget."""
        return not _exceeds(_lengths(element), characters)

    return has_little


def shorter_than(characters: int) -> When:
    """Make a condition of all the text in an element."""

    def is_short(element: _Element, _site: Site) -> bool:
        """Whether an element has so little text that it is nothing but a widget."""
        return not _exceeds(map(len, element.itertext()), characters)

    return is_short


def _exceeds(lengths: Iterable[int], most: int) -> bool:
    return any(total > most for total in accumulate(lengths))


def is_list_of_links(element: _Element, _site: Site) -> bool:
    """Whether an element holds links to other pages and little else; of prose none has more than a teaser."""
    linked = sum(len(folded_text(link)) for link in element.iter("a"))
    return linked > 0 and prose_in(element) <= max(2 * linked, PROSE)
