"""Shortcodes that show something of another site: Jetpack's, players', those of document viewers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.embeds import find, meaningful
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.embed_tables import FORMS, SHORTCODES
from migrator.clean.rules.embeds import fields_of, shown_at
from migrator.markup.lift import attributes
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

_SWITCHES = ("0", "1", "true", "false", "yes", "no")
"""What stands in `title` where it only says whether to show one."""

_NAME = re.compile(r"[\w/:.=@-]+")
_LIST = re.compile(r"\d+(?:\s*,\s*\d+)+")
_NUMBERED = {"jwplayer": "mediaid"}
"""Players that name a film of the media library by its number, and the attribute."""


def from_shortcode(element: _Element, post: Post, site: Site) -> _Element:
    """`[youtube …]` and the like: the canonical figure; what was written between the tags besides stays behind it."""
    title = str(attributes(element).get("title", ""))
    name = "" if title in _SWITCHES else title
    made = [shown_at(address, post, meaningful(name)) for address in _addresses(element, site)]
    if len(made) == 1 and (not _named(element) or not figures.has_content(element)):
        return made[0]
    group = Element("div")
    group.extend(made)
    return figures.filled(group, element) if _named(element) else group


def names_an_address(element: _Element, site: Site) -> bool:
    """Whether a shortcode says what it shows."""
    return bool(_addresses(element, site))


def _addresses(element: _Element, site: Site) -> list[str]:
    """The addresses it makes; one that lists numbers (`[getty src="1,2"]`) shows them all."""
    name = element.get("name", "")
    made = next(filter(None, (_filled(form, element) for form in FORMS.get(name, ()))), "")
    if made:
        return [made]
    if name in _NUMBERED and (address := _numbered(element, _NUMBERED[name], site)):
        return [address]
    said = _named(element) or unescape(text_of(element)).strip()
    words: Iterable[str] = re.split(r"\s*,\s*", said) if _LIST.fullmatch(said) else (said,)
    return [address for word in words if (address := _address(name, word))]


def _address(name: str, said: str) -> str:
    if len(said.split()) != 1:
        return ""
    if "://" in said or said.startswith("//") or find(said) is not None:
        return said
    page = SHORTCODES[name][0]
    word = said.partition("&")[0].partition("?")[0]
    return page.format(word) if page != "{}" and _NAME.fullmatch(word) else ""


def _filled(form: str, element: _Element) -> str:
    values = attributes(element)
    said = {name: _said(values, name) for name in fields_of(form)}
    return form.format_map(said) if all(_NAME.fullmatch(value) for value in said.values()) else ""


def _numbered(element: _Element, attribute: str, site: Site) -> str:
    number = _said(attributes(element), attribute)
    attachment = site.attachment(int(number)) if number.isdecimal() and len(number) < 19 else None
    return attachment.url if attachment is not None else ""


def _named(element: _Element) -> str:
    """What the attributes name; when it is nothing, the address stands between the tags."""
    values = attributes(element)
    return next((text for name in SHORTCODES[element.get("name", "")][1] if (text := _said(values, name))), "")


def _said(values: Mapping[str, Any], name: str) -> str:
    return unescape(str(values.get(name, ""))).strip().lstrip("=:").strip("\"'“”″ ")


RULES: tuple[Rule, ...] = (
    rewrite_in("embed.shortcode", *(f"[{name}]" for name in SHORTCODES), using=from_shortcode, when=names_an_address),
)
