"""Content that a builder hides in the content itself: HTML as base64, words in the comments of blocks.

Divi 5's blocks are read after what is publicly known of them: {"title":{"innerContent":{"desktop":{"value":…}}}}.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.rules.builders.escapes import decoded
from migrator.clean.rules.builders.module import value_at
from migrator.clean.rules.builders.nodes import Node
from migrator.clean.rules.builders.stores import of_panels
from migrator.clean.rules.builders.tree import elements_of, made_of
from migrator.clean.rules.chosen import kind_of
from migrator.markup.html import parse
from migrator.markup.known.builders import ENCODED
from migrator.markup.lift import attributes
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site
from migrator.sources.wxr.php import decode_meta

_ENCODED = "builder.encoded"
_DIVI = "builder.divi"
_SITEORIGIN = "builder.siteorigin"
_LEVEL = "title.decoration.font.font.desktop.value.headingLevel"
_PANELS = "siteorigin-panels/layout-block"
_VARIABLE = re.compile(r"\$variable\(\{.*?\}\)\$")
"""What the live site would put into a text."""

_WORDS = ("innerContent.desktop.value", "desktop.value")


def reveal(post: Post, site: Site) -> None:
    """Decode what is encoded, and show what the comments of Divi's and SiteOrigin's blocks hold.

    What a site's own rules ask for is theirs.
    """
    if not any(_action(name) for _, name, *_ in post.tallies):
        return
    own = {*site.options.shortcodes, *(key for row in site.options.rules for key in row["keys"])}
    for element in list(post.tree.iter("wp-block", "wp-shortcode")):
        name = element.get("name", "")
        act = _action(name)
        if act is not None and own.isdisjoint((name, f"[{name}]", f"wp:{name}", "wp:divi/*")):
            act(element, post, site)


def _action(name: str) -> Callable[[_Element, Post, Site], None] | None:
    return _show_divi if name.startswith("divi/") else _ACTIONS.get(name)


def _decode(element: _Element, post: Post, site: Site) -> None:
    if _ENCODED not in site.options.disabled:
        edit.rewrite(post, element, lambda old: _of_code(old, site), _ENCODED)


def _of_code(element: _Element, site: Site) -> _Element:
    """The HTML that stands there, or in `code`, as base64; of Live Composer a module's settings."""
    text = text_of(element).strip() or str(attributes(element).get("code", ""))
    html = decoded(text)
    settings = _settings(html) if element.get("name", "").startswith("dslc_") else {}
    if settings:
        return _group(elements_of(Node("live-composer/module", settings), site))
    return figures.filled(Element("div"), parse(html) if html else element)


def _settings(text: str) -> Mapping[str, Any]:
    value = decode_meta(text)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return {}
    return value if isinstance(value, Mapping) else {}


def _group(elements: Iterable[_Element]) -> _Element:
    group = Element("div")
    group.extend(elements)
    return group


def _show_divi(element: _Element, post: Post, site: Site) -> None:
    """A module's words come out of its comment; a row's or a section's only goes, its background to the ledger."""
    if _DIVI in site.options.disabled:
        return
    written = attributes(element)
    values = {name: said for name, value in written.items() if (said := _said(value)) is not None}
    if values:
        values["level"] = value_at(written, _LEVEL)
        edit.rewrite(post, element, lambda old: _of_divi(old, values, site), _DIVI)
    elif kind_of(element.get("data", "").replace('"', "?")) or "http" in element.get("data", ""):
        edit.unwrap(post, element, _DIVI)
    else:
        edit.lift(element)


def _said(value: Any) -> Any:
    said = next((found for name in _WORDS if (found := value_at(value, name)) is not None), None)
    return _VARIABLE.sub("", said) if isinstance(said, str) else said


def _of_divi(element: _Element, values: Mapping[str, Any], site: Site) -> _Element | None:
    content = figures.filled(Element("div"), element)
    made = made_of(Node(element.get("name", ""), values), content, site)
    return _group(made) if made else None


def _show_panels(element: _Element, post: Post, site: Site) -> None:
    """A layout of SiteOrigin whose rendered copy is not there."""
    panels = attributes(element).get("panelsData")
    if isinstance(panels, Mapping) and not figures.has_content(element) and _SITEORIGIN not in site.options.disabled:
        made = [part for node in of_panels(panels) for part in elements_of(node, site)]
        edit.rewrite(post, element, lambda _: _group(made) if made else None, _SITEORIGIN)


_ACTIONS = {_PANELS: _show_panels} | dict.fromkeys(ENCODED, _decode)
