"""Tabs and accordions as builders print them: their titles become headings, a second copy of the titles goes.

On a page every title of a tab stands in the row of tabs, and once more before its content for small screens.
"""

from __future__ import annotations

from lxml.etree import Element, _Element, strip_tags

from migrator.clean import figures
from migrator.clean.rule import Rule, drop, rewrite
from migrator.markup.text import text_of
from migrator.site import Site

_COPIES = {
    "elementor-tabs-wrapper": "elementor-tab-mobile-title",
    "vc_tta-tabs-container": "vc_tta-panel-title",
    "fl-tabs-labels": "fl-tabs-panel-label",
}
"""What the titles in the row of tabs have their copies in, which stand before the content: classes of both."""


def is_copied(element: _Element, _site: Site) -> bool:
    """Whether every title in a row of tabs stands before its content as well."""
    around = element.getparent()
    if around is None:
        return False
    copies = {copy for name, copy in _COPIES.items() if name in _classes(element)}
    below = [_words(one) for one in around.iter(Element) if not copies.isdisjoint(_classes(one))]
    return bool(below) and "".join(below) == _words(element)


def _classes(element: _Element) -> list[str]:
    return element.get("class", "").split()


def _words(element: _Element) -> str:
    return "".join(text_of(element).split())


def heading(element: _Element, _site: Site) -> _Element:
    """The title of a tab or of what opens at a click, without the link that opens it."""
    strip_tags(element, "a")
    return figures.filled(Element("h4" if element.tag == "h4" else "h3"), element)


RULES: tuple[Rule, ...] = (
    drop("builder.tabs", *(f".{name}" for name in _COPIES), when=is_copied),
    rewrite(
        "builder.title",
        "div.elementor-tab-title",
        "div.fl-accordion-button",
        "div.fl-tabs-panel-label",
        "div.fl-tabs-label",
        "h4.vc_tta-panel-title",
        using=heading,
    ),
)
