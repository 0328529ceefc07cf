"""Shortcodes of plugins and themes that place text, part it or dress it up."""

from __future__ import annotations

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, drop, part, rewrite
from migrator.clean.rules.spoken import below, first
from migrator.markup.known.plugins import keys
from migrator.markup.lift import attributes
from migrator.site import Site

_TITLES = ("title", "heading")
_SWITCHES = frozenset("0 1 true false yes no on off none default".split())
"""What stands in `title` where it only says whether there is one."""

_EXPLANATIONS = ("title", "text", "content", "tip", "tooltip", "description")


def line(_element: _Element, _site: Site) -> _Element:
    """A line across the page."""
    return Element("hr")


def has_title(element: _Element, _site: Site) -> bool:
    """Whether a part of the page has a title and something below it."""
    return bool(_title(element)) and figures.has_content(element)


def under_title(element: _Element, _site: Site) -> _Element:
    """A part of the page below its title."""
    return below(_title(element), figures.filled(Element("div"), element))


def _title(element: _Element) -> str:
    title = first(attributes(element), _TITLES)
    return "" if title.lower() in _SWITCHES else title


def highlighted(element: _Element, _site: Site) -> _Element:
    """Words on a coloured ground."""
    return figures.filled(Element("mark"), element)


def explained(element: _Element, _site: Site) -> _Element:
    """A word that is explained when the pointer rests on it."""
    return figures.filled(Element("abbr", title=first(attributes(element), _EXPLANATIONS)), element)


def has_explanation(element: _Element, _site: Site) -> bool:
    """Whether there are a word and its explanation."""
    return figures.has_content(element) and bool(first(attributes(element), _EXPLANATIONS))


RULES: tuple[Rule, ...] = (
    rewrite("shortcode.titled", *keys("column"), using=under_title, when=has_title),
    part("shortcode.column", *keys("column"), "[su_row]", "[su_column]"),
    rewrite("shortcode.line", *keys("line"), "[su_divider]", using=line, when=figures.is_empty),
    drop("shortcode.space", *keys("space"), "[su_spacer]", when=figures.is_empty),
    drop("shortcode.icon", *keys("icon"), when=figures.is_empty),
    rewrite("shortcode.highlight", "[highlight]", "[su_highlight]", using=highlighted),
    rewrite(
        "shortcode.tooltip", "[tooltip]", "[su_tooltip]", "[abbr]", "[acronym]", using=explained, when=has_explanation
    ),
)
