"""What plugins tell of a post in REST besides its fields: whom its page credits, when it says it was published."""

from __future__ import annotations

from typing import Any

from migrator.model import Record
from migrator.normalise.witnesses.dates import read_date
from migrator.normalise.witnesses.linked_data import articles, persons_named
from migrator.sources.rest.values import Item, sequence, text
from migrator.sources.wxr.php import mapping

_SOURCE = "json-ld"
_AUTHORS = "rest authors"


def add_witnesses(record: Record, item: Item) -> None:
    """Add the authors of PublishPress Authors, else those in the JSON-LD of Yoast SEO (`yoast_head_json`), whose dates
    are added as well."""
    head = mapping(item.get("yoast_head_json"))
    nodes = [mapping(node) for node in sequence(mapping(head.get("schema")).get("@graph"))]
    article = next(iter(articles(nodes)), {})
    shown = list(filter(None, (text(mapping(one).get("display_name")) for one in sequence(item.get("authors")))))
    named = (list(filter(None, persons_named(value, nodes))) for value in (article.get("author"), head.get("author")))
    told = next(filter(None, named), [])
    record.credited += [(name, _AUTHORS if shown else _SOURCE) for name in dict.fromkeys(shown or told)]
    record.dated += _dated(article.get("datePublished") or head.get("article_published_time"))
    record.changed += _dated(article.get("dateModified") or head.get("article_modified_time"))


def _dated(value: Any) -> list[tuple[str, str]]:
    read = read_date(text(value))
    return [(read, _SOURCE)] if read else []
