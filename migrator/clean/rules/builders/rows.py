"""Page builders' shortcodes: layout goes, modules become what they show."""

from __future__ import annotations

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, drop, lift, rewrite, unwrap
from migrator.clean.rules.builders.escapes import unescaped
from migrator.clean.rules.builders.module import Module
from migrator.clean.rules.builders.shortcodes import DYNAMIC, FOLLOW, FORMS, LAYOUT, LOOKS, SHORTCODES, TABBED
from migrator.markup.autop import autop
from migrator.markup.html import parse
from migrator.markup.lift import attributes
from migrator.site import Site


def is_untitled(element: _Element, _site: Site) -> bool:
    """Whether a set of tabs has no title of its own."""
    return not attributes(element).get("title")


def module(element: _Element, site: Site) -> _Element | None:
    """What a builder's module shows; None for one that shows nothing."""
    name = element.get("name", "")
    values = {key: unescaped(name, str(value)) for key, value in attributes(element).items()}
    content = figures.filled(Element("div"), element)
    made = SHORTCODES[name](Module(name, values, content, site, _paragraphs))
    if len(made) == 1:
        return made[0]
    group = Element("div")
    group.extend(made)
    return group if made else None


def _paragraphs(text: str) -> _Element:
    return parse(autop(text))


def _keys(names: list[str]) -> tuple[str, ...]:
    return tuple(f"[{name}]" for name in names)


RULES: tuple[Rule, ...] = (
    unwrap("builder.layout", *_keys(LAYOUT)),
    unwrap("builder.layout", *_keys(TABBED), when=is_untitled),
    rewrite("builder.module", *_keys(list(SHORTCODES)), using=module),
    lift("builder.html", "wp:fl-builder/layout", "wp:themify-builder/canvas"),
    drop("builder.dynamic", *_keys(DYNAMIC)),
    drop("builder.looks", *_keys(LOOKS)),
    drop("builder.form", *_keys(FORMS)),
    drop("builder.follow", *_keys(FOLLOW)),
)
