"""Addresses of links, pictures and frames, split so that a dict can tell where they lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml.etree import _Element

ADDRESSES: Mapping[str, str] = {"a": "href", "img": "src", "iframe": "src", "form": "action", "embed": "src"}
"""Elements that have an address, and the attribute it stands in."""


def address_of(element: _Element) -> str:
    """The address of an element, "" when it has none."""
    name = ADDRESSES.get(element.tag)  # type: ignore[arg-type]
    return element.get(name, "") if name else ""


def split_address(url: str) -> tuple[str, str]:
    """Split an address into its host and the path (with what follows), or its scheme ("mailto:") and the rest."""
    scheme, colon, rest = url.strip().partition(":")
    if colon and scheme not in ("http", "https"):
        return scheme.lower() + ":", rest.lstrip("/").lower()
    host, slash, path = (rest if colon else scheme).lower().removeprefix("//").partition("/")
    return host, slash + path


def parameters(path: str) -> Iterable[str]:
    """The names of a path's parameters."""
    return (part.partition("=")[0] for part in path.partition("?")[2].split("&")) if "?" in path else ()
