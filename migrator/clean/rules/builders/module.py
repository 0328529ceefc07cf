"""A page builder's module: what it is, its settings, what stands in it; and how its settings are read.

Settings are texts, numbers, or what they are made of: `{"url": …, "id": …}` for a picture, lists of rows for tabs. A
`names` argument holds the names of settings, the likeliest first, parted by spaces; "title.text" is a setting in one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rules.chosen import kind_of
from migrator.markup.html import NOT_XML
from migrator.site import Site

Values = Mapping[str, Any]

_WITHOUT_ADDRESS = ("", "#", "http://", "https://")
_WPBAKERY_LINK = re.compile(r"(?:^|\|)url:([^|]*)")
_ENFOLD_LINK = re.compile(r"manually,\s*(.+)", re.DOTALL)
_DYNAMIC = re.compile(r"@ET-DC@.*@|\{[@{]?[a-z][\w.:@-]*\}+|\$variable\(.*\)\$", re.DOTALL)
"""A value that the live site would fill in: of Divi, of Bricks and Brizy, of Divi 5."""

_NUMBER = re.compile(r"\s*(\d{1,10})\s*(?:\||$)")


class Module(NamedTuple):
    """`name` is "builder/module", `read` makes a tree of a text that may hold HTML, paragraphs made."""

    name: str
    values: Values
    content: _Element
    site: Site
    read: Callable[[str], _Element]


def said(values: Values, names: str) -> str:
    """What the first of these settings says that says anything, as text that may hold HTML."""
    return next((text for name in names.split() if (text := as_text(value_at(values, name)))), "")


def value_at(values: Any, name: str) -> Any:
    """The setting of this name; None where none is."""
    for step in name.split("."):
        if isinstance(values, list) and values:
            values = values[0]
        values = values.get(step) if isinstance(values, Mapping) else None
    return values


def as_text(value: Any) -> str:
    """A setting as text; what the live site would fill in, or what is no text, is ""."""
    if isinstance(value, str):
        text = NOT_XML.sub("", value).strip()
        return "" if _DYNAMIC.fullmatch(text) else text
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def plain(values: Values, names: str) -> str:
    """Like `said`, its characters' names read: for a text that is no HTML."""
    return unescape(said(values, names))


def address(values: Values, names: str) -> str:
    """Where the first of these settings leads that leads anywhere."""
    return next((url for name in names.split() if (url := _address(value_at(values, name)))), "")


def _address(value: Any) -> str:
    """A link as it is, as `{"url": …}`, as WPBakery's `url:…|title:…`, as Enfold's `manually,…`."""
    if isinstance(value, Mapping):
        value = next((value[name] for name in ("url", "href", "value") if value.get(name)), "")
    text = as_text(value)
    if found := _WPBAKERY_LINK.search(text):
        text = NOT_XML.sub("", unquote(found[1])).strip()
    elif found := _ENFOLD_LINK.fullmatch(text):
        text = found[1]
    return "" if text in _WITHOUT_ADDRESS else unescape(text)


def image(values: Values, names: str, site: Site) -> _Element | None:
    """The picture that the first of these settings names by its address or the number of its attachment."""
    found = (picture_of(value_at(values, name), site) for name in names.split())
    return next((img for img in found if img is not None), None)


def picture_of(value: Any, site: Site) -> _Element | None:
    """`{"url": …, "id": …}`, an address, a number, "12|full"."""
    if isinstance(value, Mapping):
        return _pictured(value, site)
    text = as_text(value)
    number = _NUMBER.match(text)
    if number is not None:
        attachment = site.attachment(int(number[1]))
        return figures.image(attachment) if attachment is not None else None
    if kind_of(text) != "image" or " " in text:
        return None
    is_of_brizy = text.startswith("wp-") and "/" not in text
    return Element("img", src=f"{site.base_url}/?brizy_media={text}" if is_of_brizy else unescape(text), alt="")


def _pictured(value: Values, site: Site) -> _Element | None:
    url = as_text(value.get("url") or value.get("src") or value.get("full"))
    if not url or "/placeholder" in url:
        return picture_of(value.get("id"), site)
    number = _NUMBER.match(as_text(value.get("id")))
    attachment = site.attachment(int(number[1])) if number is not None else None
    if attachment is not None and attachment.url.rpartition("/")[2] == url.rpartition("/")[2]:
        return figures.image(attachment)
    return Element("img", src=url, alt=as_text(value.get("alt")))


def rows(values: Values, names: str) -> list[Values]:
    """The rows of a repeated setting: a list, a mapping of rows, or WPBakery's list in URL-encoded JSON."""
    for name in names.split():
        found = [row for row in _listed(value_at(values, name)) if isinstance(row, Mapping)]
        if found:
            return found
    return []


def _listed(value: Any) -> Iterator[Any]:
    if isinstance(value, str) and value.startswith(("%5B", "[{")):
        try:
            value = json.loads(unquote(value))
        except (ValueError, RecursionError):
            return
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
