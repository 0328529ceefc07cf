"""Proving one document: its schema, its HTML, and that what it refers to is there."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element

from migrator.archive.embeds import page_of
from migrator.archive.layout import UNPUBLISHED
from migrator.archive.schemas import faults
from migrator.clean.violations import violations
from migrator.markup.html import parse

Fault = tuple[str, str]
"""The kind of proof that failed, and how."""

_ADDRESSES = {"a": "href", "img": "src", "audio": "src", "video": "src", "track": "src"}


@dataclass(slots=True)
class References:
    """What documents may refer to by name: the paths of media.json, the ids of people.json, the things of
    embeds.json."""

    media: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    embeds: set[tuple[str, str]] = field(default_factory=set)

    def add(self, listing: Mapping[str, Any]) -> None:
        """Take in a list of the archive."""
        self.media.update(entry["path"] for entry in listing.get("media", ()) if entry.get("path"))
        self.people.update(entry["id"] for entry in listing.get("people", ()) if "id" in entry)
        self.embeds.update((entry["provider"], entry["url"]) for entry in listing.get("embeds", ()))


def document_faults(
    path: str, value: Mapping[str, Any], files: Container[str], references: References
) -> Iterator[Fault]:
    """Say what is wrong with the record at `path`; one that breaks its schema is looked at no further."""
    broken = [("schema", fault) for fault in faults("document.json", value)]
    yield from broken
    if broken:
        return
    body = _read(value["content"]["html"])
    yield from (("vocabulary", fault) for fault in violations(body))
    yield from _other_html(value)
    yield from _links(path, body, files, references)
    yield from _names(path, value, files, references)


def upload_faults(value: Mapping[str, Any]) -> Iterator[Fault]:
    """Say what is wrong with the HTML of an attachment's entry in media.json."""
    for place, html in (("caption", value["caption"]), ("description", value["description"]), *_comments(value)):
        yield from ((kind, f"{value['id']}: {fault}") for kind, fault in _html_faults(place, html))


def _other_html(value: Mapping[str, Any]) -> Iterator[Fault]:
    for place, html in (("excerpt", value["excerpt"]), *_comments(value)):
        yield from _html_faults(place, html)


def _comments(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((f"comment {one['id']}", one["html"]) for one in value["comments"])


def _html_faults(place: str, html: str) -> Iterator[Fault]:
    if "<" in html:
        yield from (("vocabulary", f"{place}: {fault}") for fault in violations(_read(html)))


def _read(html: str) -> _Element:
    """Read what a record holds as HTML, without the line ends that it has between blocks."""
    return parse(html.replace(">\n<", "><"))


def _links(path: str, body: _Element, files: Container[str], references: References) -> Iterator[Fault]:
    """Follow the links that stay inside the archive."""
    for element in body.iter(*_ADDRESSES):
        target = _target(path, element.get(_ADDRESSES[str(element.tag)], ""))
        if target and target not in files and target not in references.media and unquote(target) not in files:
            yield "link", f"{target} is not in the archive"


def _target(path: str, address: str) -> str:
    """The path that a relative address leads to; "" for one that leads elsewhere or stays on the page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))


def _names(path: str, value: Mapping[str, Any], files: Container[str], references: References) -> Iterator[Fault]:
    markdown = value["content"]["markdown"]
    if markdown and posixpath.join(posixpath.dirname(path), markdown) not in files:
        yield "link", f"{markdown} is not beside it"
    for use in value["media"]:
        if use["path"] not in references.media:
            yield "media", f"{use['path']} is not in media.json"
    for embed in value["embeds"]:
        if (embed["provider"], page_of(embed["provider"], embed["url"])) not in references.embeds:
            yield "embeds", f"{embed['url']} is not in embeds.json"
    if path.startswith(UNPUBLISHED):  # people.json is public and names no others
        return
    for line in value["authors"]:
        if line["person"] and line["person"] not in references.people:
            yield "people", f"{line['person']} is not in people.json"
