"""What an answer of a site is, told by its type and body, and what it says: REST items, a feed, a page, a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from migrator.sources.capture.visit import PAGE_TYPES, Visit
from migrator.sources.feed.xml import begins_feed

VisitKind = Literal["rest", "feed", "page", "file", "other"]

_REST = re.compile(r"/wp-json(?:/|\?|$)|[?&]rest_route=|//public-api\.wordpress\.com/wp/v2/")
_NO_PAGE = re.compile(rf"{_REST.pattern}|[?&]feed=|/robots\.txt$|sitemap[\w-]*\.xml(?:\.gz)?$")
_FEED_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml", "application/xml")
)
_FILE_TYPES = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/octet-stream")
_PROGRAM_TYPES = frozenset(("text/css", "text/javascript", "application/javascript", "application/x-javascript"))
_HEAD = 4096
"""Bytes in which an answer shows what it is."""

Node = Mapping[str, Any]
NodeKind = Literal["type", "taxonomy", "term", "user", "coauthor", "comment", "media", "post", "root", "other"]


def may_tell(status: int, mime: str) -> bool:
    """Whether an answer's body may tell of documents, by what is known without reading it."""
    return status == 200 and not mime.startswith(_FILE_TYPES) and mime not in _PROGRAM_TYPES


def kind_of(visit: Visit) -> VisitKind:
    """Tell what an answer is; of one that isn't what it claims, the body is believed."""
    mime, head = visit.mime, visit.body[:_HEAD].lstrip()
    if head[:1] in (b"{", b"[") and (_REST.search(visit.url) or mime == "application/json"):
        return "rest"
    if (mime in _FEED_TYPES or not mime) and begins_feed(head):
        return "feed"
    if mime in PAGE_TYPES or (not mime and b"<" in head[:1]):
        return "page"
    return "file" if mime.startswith(_FILE_TYPES) else "other"


def may_be_page(url: str) -> bool:
    """Whether a page can have this address: a site may answer whatever it doesn't know with its front page."""
    return not _NO_PAGE.search(url)


def nodes_of(body: bytes) -> Iterator[Node]:
    """The objects of a REST answer: of a list, of one alone, of one by name (`/types`); none of what is no JSON."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return
    if isinstance(value, list):
        yield from (node for node in value if isinstance(node, dict))
    elif isinstance(value, dict):
        named = [node for node in value.values() if isinstance(node, dict) and {"slug", "rest_base"} <= node.keys()]
        yield from named if named and "id" not in value else [value]


def node_kind(node: Node) -> NodeKind:
    """Tell what an object of REST is by the fields that only its kind has."""
    keys = node.keys()
    if "rest_base" in keys:
        return "taxonomy" if "types" in keys else "type"
    if "namespaces" in keys and "routes" in keys:
        return "root"
    if "id" not in keys:
        return "other"
    if {"display_name", "user_nicename"} <= keys:
        return "coauthor"
    if "author_name" in keys and "post" in keys:
        return "comment"
    if "media_type" in keys or "source_url" in keys:
        return "media"
    if "type" in keys and ("content" in keys or "title" in keys):
        return "post"
    if "taxonomy" in keys and "slug" in keys:
        return "term"
    return "user" if "avatar_urls" in keys or {"slug", "name", "link"} <= keys else "other"
