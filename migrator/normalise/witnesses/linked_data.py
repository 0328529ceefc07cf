"""The JSON-LD of a page: the nodes of its `@graph`s, whatever shape plugins give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from migrator.markup.stored import read_json

ARTICLES = frozenset(
    "Article NewsArticle BlogPosting OpinionNewsArticle ReportageNewsArticle AnalysisNewsArticle ReviewNewsArticle"
    " BackgroundNewsArticle SocialMediaPosting LiveBlogPosting Review TechArticle ScholarlyArticle Report"
    " AdvertiserContentArticle".split()
)
_CONTROL = re.compile(r"[\x00-\x1f]")
_COMMENT = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*\Z", re.DOTALL)

Node = Mapping[str, Any]


def nodes_of(page: _Element) -> list[Node]:
    """All nodes of a page's JSON-LD; what is no JSON is passed over."""
    scripts = (script for script in page.iter("script") if "ld+json" in (script.get("type") or ""))
    return [node for script in scripts for node in _flat(_read(script.text or ""))]


def _read(text: str) -> Any:
    text = _COMMENT.sub("", text).strip().removesuffix(";")
    try:
        return read_json(_CONTROL.sub(" ", text))
    except ValueError:
        return None


def _flat(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        for inner in value:
            yield from _flat(inner)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flat(value.get(key))


def types_of(node: Node) -> set[str]:
    """The types of a node, without their vocabulary's address."""
    value = node.get("@type", ())
    names = value if isinstance(value, list) else [value]
    return {str(name).rpartition("/")[2] for name in names}


def articles(nodes: list[Node]) -> list[Node]:
    """The nodes that are articles; a page's own node where there is none."""
    found = [node for node in nodes if types_of(node) & ARTICLES]
    return found or [node for node in nodes if types_of(node) & {"WebPage", "ItemPage"}]


def persons_named(value: Any, nodes: Sequence[Node]) -> Iterator[str]:
    """The names in an author of JSON-LD: a text, a node or a reference to one, or several; organisations have none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from persons_named(one, nodes)
    elif isinstance(value, Mapping):
        if "name" not in value and "@id" in value:
            value = next((node for node in nodes if node.get("@id") == value["@id"] and "name" in node), value)
        if not types_of(value) & {"Organization", "NewsMediaOrganization"}:
            yield from persons_named(value.get("name"), nodes)
