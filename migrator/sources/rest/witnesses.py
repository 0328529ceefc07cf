"""What Yoast SEO tells of a post in REST: its JSON-LD, for whom a page credits and when it says it was published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from migrator.model import Record
from migrator.normalise.witnesses.dates import read_date
from migrator.normalise.witnesses.linked_data import Node, articles, types_of
from migrator.sources.rest.values import Item, mapping, sequence, text

_SOURCE = "json-ld"


def add_witnesses(record: Record, item: Item) -> None:
    """Add what `yoast_head_json` says to what is credited and dated."""
    head = mapping(item.get("yoast_head_json"))
    nodes = [mapping(node) for node in sequence(mapping(head.get("schema")).get("@graph"))]
    article = next(iter(articles(nodes)), {})
    names = list(_names(article.get("author"), nodes)) or [text(head.get("author"))]
    record.credited += [(name, _SOURCE) for name in dict.fromkeys(names) if name]
    record.dated += _dated(article.get("datePublished") or head.get("article_published_time"))
    record.changed += _dated(article.get("dateModified") or head.get("article_modified_time"))


def _dated(value: Any) -> list[tuple[str, str]]:
    read = read_date(text(value))
    return [(read, _SOURCE)] if read else []


def _names(value: Any, nodes: list[Node]) -> Iterator[str]:
    """The names of an article's authors, where they stand or in the node that is referred to."""
    for one in value if isinstance(value, list) else [value]:
        known = mapping(one)
        if "name" not in known:
            known = next((node for node in nodes if known and node.get("@id") == known.get("@id")), known)
        if not types_of(known) & {"Organization", "NewsMediaOrganization"}:
            yield from filter(None, [text(known.get("name"))])
