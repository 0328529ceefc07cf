"""Reading feeds: RSS 2.0, RSS 1.0 (RDF) and Atom, of posts and of comments, whole or damaged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml.etree import _Element

from migrator.model import RawComment, Record
from migrator.sources.feed.comments import is_comment, read_comment
from migrator.sources.feed.items import Known, fields_of, first, link_of, read_item
from migrator.sources.feed.xml import is_export, items_of, name_of, parse_feed

__all__ = ["Feed", "read_feed"]

_NONE: Known = MappingProxyType({})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of its site ("title", "base_blog_url", "description", "language", "generator"), its posts, and
    its comments, each with the address of its post; of what can't be read as one the reason."""

    facts: Mapping[str, str] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    comments: list[tuple[str, RawComment]] = field(default_factory=list)
    reason: str = ""


def read_feed(body: bytes, known: Known = _NONE) -> Feed:
    """Read a feed, as far as it can be read; of what is no feed, or an export, nothing.

    `known` are terms by name: a feed doesn't say of which taxonomy they are, so others count as categories. The facts
    of a feed of comments are few: its title is that of a list.
    """
    root = parse_feed(body)
    if root is None:
        return Feed(reason="no XML")
    if is_export(root):
        return Feed(reason="an export; give it as a source of its own to join it with the capture")
    items = items_of(root)
    comments = [read_comment(item) for item in items if is_comment(item)]
    records = [read_item(item, known) for item in items if not is_comment(item)]
    return Feed({} if comments else _facts(root), records, comments)


def _facts(root: _Element) -> dict[str, str]:
    channel = next((node for node in root.iter() if name_of(node) in ("channel", "feed")), root)
    fields = fields_of(channel)
    facts = {
        "title": first(fields, "title"),
        "base_blog_url": link_of(fields).rstrip("/"),
        "description": first(fields, "description", "subtitle"),
        "language": first(fields, "language", "dc:language") or root.get(_LANGUAGE, ""),
        "generator": first(fields, "generator"),
    }
    return {name: value for name, value in facts.items() if value}
