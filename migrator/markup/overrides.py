"""What a document shows in the place of parts of a synced pattern: its overrides, in WordPress since 6.6.

In `<!-- wp:block {"ref":12,"content":{"Dish":{"content":"Soup"}}} /-->` the block of the pattern that is named "Dish"
in its metadata, and whose attributes are bound to `core/pattern-overrides`, gets this `content`. A pattern in the
pattern sees the same overrides unless it has its own. Sources: "An introduction to overrides in Synced Patterns"
(developer.wordpress.org/news, 2024), "Block Bindings" (Block Editor Handbook), both for the names of attributes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml.etree import SubElement, _Element

from migrator.markup.html import parse
from migrator.markup.lift import attributes

Overrides = Mapping[str, Mapping[str, Any]]
"""The values of a block's attributes, by the block's name in the pattern."""

_SOURCE = "core/pattern-overrides"
_ATTACHMENT = "wp-image-"
"""Begins the class of an `<img>` that names its attachment."""


class _Place(NamedTuple):
    """Where an attribute of a block stands in its HTML: in the first element with one of the tags, as its content
    unless it is an attribute there, too."""

    tags: tuple[str, ...]
    name: str = ""


_CAPTION = _Place(("figcaption",))
_PLACES: Mapping[str, Mapping[str, _Place]] = {
    "core/paragraph": {"content": _Place(("p",))},
    "core/heading": {"content": _Place(("h1", "h2", "h3", "h4", "h5", "h6"))},
    "core/button": {"text": _Place(("a", "button")), "url": _Place(("a",), "href")},
    "core/image": {
        "url": _Place(("img",), "src"),
        "alt": _Place(("img",), "alt"),
        "title": _Place(("img",), "title"),
        "caption": _CAPTION,
    },
}


def overrides_in(reference: _Element) -> Overrides | None:
    """The overrides of a `core/block`; None where it has none of its own.

    Early versions called them `overrides` and put each block's under `values`.
    """
    said = attributes(reference)
    given = said.get("content", said.get("overrides"))
    if not isinstance(given, dict):
        return None
    named = ((name, values) for name, values in given.items() if isinstance(values, dict))
    return {name: values["values"] if isinstance(values.get("values"), dict) else values for name, values in named}


def override(pattern: _Element, overrides: Overrides) -> set[str]:
    """Put overrides into the tree of a pattern; gives the names of those that have a block there."""
    met = set()
    for block in list(pattern.iter("wp-block")):
        said = attributes(block)
        metadata = said.get("metadata")
        if not isinstance(metadata, dict):
            continue
        name = metadata.get("name")
        if isinstance(name, str) and name in overrides:
            met.add(name)
            _change(block, said, _bound(overrides[name], metadata.get("bindings")))
    return met


def texts_of(values: Mapping[str, Any]) -> list[str]:
    """The texts among the overrides of one block."""
    return [value for value in values.values() if isinstance(value, str)]


def _bound(values: Mapping[str, Any], bindings: object) -> dict[str, Any]:
    """The values for attributes that are bound to overrides: one by one, or all that have no other source."""
    if not isinstance(bindings, dict):
        return {}
    sources = ((key, bindings.get(key, bindings.get("__default"))) for key in values)
    return {key: values[key] for key, source in sources if isinstance(source, dict) and source.get("source") == _SOURCE}


def _change(block: _Element, said: dict[str, Any], values: Mapping[str, Any]) -> None:
    for key, place in _PLACES.get(block.get("name", ""), {}).items():
        if isinstance(values.get(key), str):
            _put(block, place, values[key])
    if block.get("name") == "core/image" and "url" in values:
        _rename_picture(block, said, values.get("id"))


def _put(block: _Element, place: _Place, value: str) -> None:
    element = next(block.iter(*place.tags), None)
    if element is None and place.tags == _CAPTION.tags and (figure := block.find("figure")) is not None:
        element = SubElement(figure, "figcaption")
    if element is None:
        return
    if place.name:
        element.set(place.name, value)
        return
    content = parse(value)
    element[:] = list(content)
    element.text = content.text


def _rename_picture(block: _Element, said: dict[str, Any], number: object) -> None:
    """Let a block and its `<img>` name the attachment of another picture, and no sizes of the one before."""
    said = {**said, "id": number} if isinstance(number, int) else {k: v for k, v in said.items() if k != "id"}
    block.set("data", json.dumps(said, ensure_ascii=False))
    for img in block.iter("img"):
        for name in ("srcset", "sizes", "width", "height"):
            img.attrib.pop(name, None)
        classes = [name for name in img.get("class", "").split() if not name.startswith(_ATTACHMENT)]
        img.set("class", " ".join([*classes, f"{_ATTACHMENT}{number}"] if isinstance(number, int) else classes))
