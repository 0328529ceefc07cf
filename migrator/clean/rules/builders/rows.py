"""Page builders' shortcodes: layout goes, modules become what they show."""

from __future__ import annotations

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, drop, lift, part, rewrite, shortcodes, unwrap
from migrator.clean.rules.builders import rendered
from migrator.clean.rules.builders.escapes import unescaped
from migrator.clean.rules.builders.module import Module
from migrator.clean.rules.builders.shortcodes import (
    DYNAMIC,
    FOLLOW,
    FORMS,
    GALLERIES,
    HEADINGS,
    INLINE,
    LAYOUT,
    LOOKS,
    SHORTCODES,
    TABBED,
)
from migrator.markup.autop import autop
from migrator.markup.html import parse
from migrator.markup.lift import attributes
from migrator.markup.text import text_of
from migrator.site import Site


def is_untitled(element: _Element, _site: Site) -> bool:
    """Whether a set of tabs has no title of its own."""
    return not attributes(element).get("title")


def lists_addresses(element: _Element, _site: Site) -> bool:
    """Whether a gallery shows pictures of another place."""
    return bool(attributes(element).get("custom_srcs"))


def is_dynamic(element: _Element, _site: Site) -> bool:
    """Whether nothing stands there but what the live site would put in."""
    text = text_of(element).strip()
    return text.startswith("@ET-DC@") and text.endswith("@") and " " not in text


def is_unknown(element: _Element, _site: Site) -> bool:
    """Whether some add-on's module has content: no other text runs on in it."""
    return element.get("name", "").startswith(_APART) and figures.has_content(element)


def module(element: _Element, site: Site) -> _Element | None:
    """What a builder's module shows; None for one that shows nothing."""
    name = element.get("name", "")
    values = {key: unescaped(name, str(value)) for key, value in attributes(element).items()}
    content = figures.filled(Element("div"), element)
    made = _SHAPES[name](Module(name, values, content, site, _paragraphs))
    if len(made) == 1:
        return made[0]
    group = Element("div")
    group.extend(made)
    return group if made else None


def _paragraphs(text: str) -> _Element:
    return parse(autop(text))


_SHAPES = {**SHORTCODES, **HEADINGS, **GALLERIES}

_APART = ("et_pb_", "vc_", "tatsu_", "ux_")
"""How the names of builders' shortcodes begin that are never part of a line."""

RULES: tuple[Rule, ...] = (
    *rendered.RULES,
    drop("builder.dynamic", "[et_pb_text]", "[et_pb_code]", when=is_dynamic),
    part("builder.layout", *shortcodes(LAYOUT)),
    part("builder.layout", *shortcodes(TABBED), when=is_untitled),
    unwrap("builder.inline", *shortcodes(INLINE)),
    drop("builder.looks", *shortcodes(LOOKS), when=figures.is_empty),
    rewrite("builder.module", *shortcodes(HEADINGS), using=module, when=figures.has_content),
    rewrite("builder.module", *shortcodes(SHORTCODES), using=module),
    rewrite("builder.module", *shortcodes(GALLERIES), using=module, when=lists_addresses),
    lift("builder.html", "wp:fl-builder/layout", "wp:themify-builder/canvas"),
    drop("builder.dynamic", *shortcodes(DYNAMIC)),
    drop("builder.settings", ".thrive-colors-palette-config"),
    drop("builder.form", *shortcodes(FORMS)),
    drop("builder.follow", *shortcodes(FOLLOW)),
    part("builder.unknown", "wp-shortcode", when=is_unknown),
)
