"""Reading parsed elements into fields, so that nothing in them is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from lxml.etree import XPath, _Element, tostring

from migrator.sources.wxr.names import clark, qualified
from migrator.sources.wxr.vocabulary import META_KEY, META_VALUE, PASSWORD

Convert = Callable[[str], Any]
"""Makes a field's value of an element's text; raises ValueError if it can't."""

Tag = Any
"""An element's tag as lxml types it: text, or for a comment a function."""

Fields = Mapping[Tag, tuple[str, Convert]]
"""Tag → the field that its text fills, and how the text is converted."""

Keep = Callable[[str, str], None]
"""Takes, by name, what no field holds."""

_STRAYS = XPath("text()[normalize-space()]")
_WRAPPER_PREFIX = re.compile(r' xmlns:[\w.-]+="urn:[^"]*"')
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_PASSWORD, _KEY, _VALUE = clark(PASSWORD), clark(META_KEY), clark(META_VALUE)


def fields_of(*tables: tuple[Mapping[str, str], Convert]) -> Fields:
    """Join tables of elements, each with how their texts are converted, into one by tag."""
    return {clark(name): (field, convert) for table, convert in tables for name, field in table.items()}


def fill(target: object, element: _Element, fields: Fields, keep: Keep) -> list[_Element]:
    """Set the fields of `target` from the children that `fields` names by tag; return the other children.

    A second, different value, one that can't be converted, and text between the children go to `keep`.
    """
    others = []
    for child in element:
        field = fields.get(child.tag)
        if field is None:
            if isinstance(child.tag, str):
                others.append(child)
        elif text := field_text(child) if len(child) else child.text:
            _set(target, child, field, text, keep)
    keep_strays(element, keep)
    return others


def keep_strays(element: _Element, keep: Keep) -> None:
    """Give the text that stands between an element's children to `keep`."""
    for stray in _STRAYS(element):
        keep(name_of(element), str(stray).strip())


def set_field(target: object, element: _Element, field: tuple[str, Convert], keep: Keep) -> None:
    """Set one field of `target` from an element."""
    _set(target, element, field, field_text(element), keep)


def _set(target: object, element: _Element, field: tuple[str, Convert], text: str, keep: Keep) -> None:
    name, convert = field
    try:
        value = convert(text)
    except ValueError:
        keep(name_of(element), text)
        return
    if not (before := getattr(target, name)):
        setattr(target, name, value)
    elif value and value != before:
        keep(name_of(element), text)


def number(text: str) -> int:
    """Read a whole number; "" is 0.

    Raises:
        ValueError: It is something else.
    """
    text = text.strip()
    if text and not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text or 0)


def flag(text: str) -> bool:
    """Read a flag as PHP would: "" and "0" are false."""
    return text.strip() not in ("", "0")


def meta_of(element: _Element, keep: Keep) -> tuple[str, str]:
    """Read the key and the value of a `wp:postmeta`, `wp:commentmeta` or `wp:termmeta`."""
    if len(element) == 2:
        key, value = element
        strays = f"{element.text or ''}{key.tail or ''}{value.tail or ''}"
        if key.tag == _KEY and value.tag == _VALUE and (not strays or strays.isspace()):
            return field_text(key).strip(), field_text(value)
    texts = {_KEY: "", _VALUE: ""}
    keep_strays(element, keep)
    for child in element.iterchildren("*"):
        tag = clark(name_of(child))
        if tag in texts:
            texts[tag] = texts[tag] or field_text(child)
        elif text := markup_of(child):
            keep(name_of(child), text)
    return texts[_KEY].strip(), texts[_VALUE]


def field_text(element: _Element) -> str:
    """Read an element's text; if it holds elements (HTML that was not escaped), all that is in it as it stands."""
    if not len(element):
        return element.text or ""
    if not any(isinstance(child.tag, str) for child in element):
        return str(element.xpath("string()"))
    return escape(element.text or "", quote=False) + "".join(map(_source, element))


def markup_of(element: _Element) -> str:
    """Read an element that has no place elsewhere: its text if that is all, else the element as it stands."""
    if not len(element) and not element.keys():
        return element.text or ""
    tail, element.tail = element.tail, None
    source = _source(element)
    element.tail = tail
    return source


def _source(element: _Element) -> str:
    for password in element.iter(_PASSWORD):
        password.text = None
    return _WRAPPER_PREFIX.sub("", tostring(element, encoding="unicode"))


def name_of(element: _Element) -> str:
    """Name an element as WordPress would ("wp:post_id"), whatever its export calls it."""
    return qualified(str(element.tag), element.prefix)
