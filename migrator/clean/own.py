"""A site's own rows of migrator.toml, `[[rule]]` and `[shortcodes]`, as cleaning rules.

Each says with one verb what is to be done; no code. `link` and `figure` take words and addresses from attributes: of a
shortcode, of a block, of an HTML element.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, cast

from lxml.etree import Element, _Element

from migrator.clean import embeds, figures
from migrator.clean.rule import Make, Rule, Verb
from migrator.clean.rules import RULES, captions
from migrator.clean.rules.builders.stores import STORES
from migrator.clean.rules.chosen import kind_of, numbers
from migrator.clean.rules.spoken import below, first
from migrator.markup.characters import MENDERS
from migrator.markup.lift import attributes
from migrator.options import Options
from migrator.site import Site

SETTINGS: Mapping[str, tuple[str, ...]] = {
    "drop": (),
    "unwrap": ("title",),
    "keep": (),
    "link": ("href", "text"),
    "figure": ("src", "caption", "alt", "href"),
}
"""The verbs and what each may be told: which attribute holds the title, the address, the words."""

_USUAL: Mapping[str, tuple[str, ...]] = {
    "href": ("url", "href", "link", "src", "file", "id", "0"),
    "text": ("text", "title", "label", "name"),
    "src": ("src", "url", "file", "image", "image_url", "id", "0"),
    "caption": ("caption", "text", "title"),
    "alt": ("alt",),
}
"""Where words and addresses stand when a row doesn't say it."""

NAMES = frozenset(
    (
        *(rule.name for rule in RULES),
        *(store.rule for store in STORES),
        *(name for name, _ in MENDERS),
        "builder.divi",
        "builder.encoded",
    )
)
"""All that can be switched off: the rows, and what is done by these names before the rows are tried."""

_LIFTED = ("wp-shortcode", "wp-block")
_NO_WORDS = ("id", "class", "style")
"""Attributes of HTML elements that say nothing to a reader; of a shortcode `id` often is a file's number."""


class Row(NamedTuple):
    """A row as values that can be compared."""

    name: str
    verb: Verb
    keys: tuple[str, ...]
    settings: tuple[tuple[str, str], ...] = ()


def rules_of(options: Options) -> tuple[Rule, ...]:
    """All rules in the order they are tried: a site's own first, so that they win."""
    return (*own_rules(own_rows(options)), *RULES)


def own_rows(options: Options) -> tuple[Row, ...]:
    """The rows of a site's settings: its rules, then its shortcodes (`shortcodes.NAME`)."""
    return (*map(_row, options.rules), *(_shortcode(name, how) for name, how in options.shortcodes.items()))


def _row(said: Mapping[str, Any]) -> Row:
    settings = tuple((key, value) for key, value in said.items() if key not in ("name", "verb", "keys"))
    return Row(said["name"], said["verb"], tuple(said["keys"]), settings)


def _shortcode(name: str, how: Mapping[str, str]) -> Row:
    settings = tuple((key, value) for key, value in how.items() if key != "do")
    return Row(f"shortcodes.{name}", cast(Verb, how["do"]), (f"[{name}]",), settings)


@lru_cache(maxsize=8)
def own_rules(rows: tuple[Row, ...]) -> tuple[Rule, ...]:
    """Make rules of rows."""
    return tuple(map(_rule, rows))


def _rule(row: Row) -> Rule:
    settings = dict(row.settings)
    if row.verb == "unwrap" and settings:
        return Rule(row.name, "rewrite", row.keys, using=_titled(settings))
    make = _MAKERS.get(row.verb)
    return Rule(row.name, row.verb, row.keys, using=make(settings) if make is not None else None)


def _titled(settings: Mapping[str, str]) -> Make:
    def unwrapped(element: _Element, _site: Site) -> _Element:
        """Its content, under the title that it has in an attribute."""
        title = first(_values(element), (settings["title"],))
        content = figures.filled(Element("div"), element)
        return below(title, content) if title else content

    return unwrapped


def _link(settings: Mapping[str, str]) -> Make:
    def linked(element: _Element, site: Site) -> _Element | None:
        """A link; its text is what stands between the tags, else in an attribute, else the address."""
        values = _values(element)
        label = element if figures.has_content(element) else _said(values, settings, "text")
        address = _address(_said(values, settings, "href"), site)
        if address:
            return figures.link(address, label)
        return figures.filled(Element("span"), label) if figures.has_content(label) else None

    return linked


def _figure(settings: Mapping[str, str]) -> Make:
    def shown(element: _Element, site: Site) -> _Element | None:
        """A picture, a player or an embed with its caption: what stands between the tags, else in an attribute."""
        values = _values(element)
        address = _address(_said(values, settings, "src"), site)
        if not address:
            return captions.caption(element, site) if figures.has_content(element) else None
        caption = element if figures.has_content(element) else figures.rich(_said(values, settings, "caption"))
        match kind_of(address):
            case "image":
                img = Element("img", src=address, alt=_said(values, settings, "alt"))
                href = first(values, (settings["href"],)) if "href" in settings else ""
                return figures.picture(figures.linked(img, _address(href, site)), caption)
            case "audio":
                return figures.audio(address, caption)
            case "video":
                return figures.video(address, caption)
        return embeds.embed(address, caption=caption)

    return shown


_MAKERS: Mapping[str, Callable[[Mapping[str, str]], Make]] = {"link": _link, "figure": _figure}


def _values(element: _Element) -> Mapping[str, Any]:
    if element.tag in _LIFTED:
        return attributes(element)
    return {name: value for name, value in element.attrib.items() if name not in _NO_WORDS}


def _said(values: Mapping[str, Any], settings: Mapping[str, str], what: str) -> str:
    return first(values, (settings[what],) if what in settings else _USUAL[what])


def _address(said: str, site: Site) -> str:
    """An address as it was written, or that of the file or the public document whose number it is."""
    said = said.lstrip("=:").strip("\"'")
    if not said.isdecimal():
        return said
    number = next(iter(numbers(said)), 0)
    file, page = site.attachment(number), site.document(number)
    return file.url if file is not None else page.url if page is not None and page.public else ""


__all__ = ["NAMES", "SETTINGS", "Row", "own_rows", "own_rules", "rules_of"]
