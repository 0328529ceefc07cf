"""The lead of an article where a theme prints it apart from the body, under no name that tells an excerpt or a
subtitle: those are fields of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from migrator.clean.lines import prose_in
from migrator.markup.html import parse
from migrator.markup.text import folded_text
from migrator.sources.pages.featured import excerpt_of, subtitle_of
from migrator.sources.pages.surroundings import kind_of

SENTENCE = 60
"""Characters outside links of the shortest lead. Shorter lines between a title and a body are meta lines."""

LONGEST = 1200
"""Characters of the longest lead, of 295 saved pages 801."""

_LINES = ("p", "h2", "h3", "h4", "div")
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "div", "section", "ul", "ol", "figure", "table", "article", "header", "form")
_NO_LINES = frozenset(("p", "h2", "h3", "h4", "figure", "figcaption", "a", "ul", "ol"))
_ALLOWED = frozenset(("", "page.header"))
_OF_PICTURES = re.compile(r"caption|credit|photo", re.IGNORECASE)


def leads_of(page: _Element, heading: _Element | None, container: _Element) -> list[_Element]:
    """The lines of prose between the title and the element that holds the body, in order."""
    around = list(container.iterancestors())
    if heading is None or heading in (container, *around):
        return []
    scope = next((above for above in heading.iterancestors() if above in around), None)
    if scope is None:
        return []
    leads = [line for line in _between(scope, heading, container) if _is_lead(line, scope)]
    told = _told(page) if leads else frozenset()
    return [line for line in leads if folded_text(line) not in told]


def _told(page: _Element) -> frozenset[str]:
    """What is read as a field of its own: the excerpt and the subtitle that a page prints."""
    return frozenset((folded_text(parse(excerpt_of(page, "", None))), subtitle_of(page, "", None)))


def _between(scope: _Element, heading: _Element, container: _Element) -> Iterator[_Element]:
    is_behind = False
    for element in scope.iter():
        if element is container:
            return
        if is_behind and element.tag in _LINES:
            yield element
        is_behind = is_behind or element is heading


def _is_lead(line: _Element, scope: _Element) -> bool:
    if next(line.iterdescendants(*_BLOCKS), None) is not None or not SENTENCE <= prose_in(line) <= LONGEST:
        return False
    if kind_of(line) not in _ALLOWED or _is_of_picture(line):
        return False
    for above in line.iterancestors():
        if above is scope:
            return True
        if above.tag in _NO_LINES or kind_of(above) not in _ALLOWED or _is_of_picture(above):
            return False
    return False


def _is_of_picture(element: _Element) -> bool:
    return _OF_PICTURES.search(element.get("class") or "") is not None
