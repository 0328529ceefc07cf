"""A document's record as JSON, the archive's full account of it (`archive/schema/document.json` describes it)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from typing import Any

from migrator.model import Comment, Image, Moment, Post, Record

SCHEMA = "document/1"

_UNKNOWN = Moment()

_encode: Callable[[Any], str] = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",\n", ": ")
).encode


def record_json(post: Post, html: str) -> str:
    """Write a document as JSON; `html` is its canonical body."""
    return encode({"schema": SCHEMA, **_head(post), **_story(post, html), **_setting(post)})


def _head(post: Post) -> dict[str, Any]:
    """What the document is and where it was."""
    record = post.record
    return {
        "id": post.document.id,
        "type": record.type,
        "status": record.status,
        "protected": record.protected,
        "title": post.title,
        "slug": post.document.slug,
        "url": post.document.url,
        "guid": record.guid,
        "redirects": post.redirects,
        "published": moment(post.published),
        "modified": moment(post.modified),
        "authors": [members(line) for line in post.authors],
        "terms": _terms(post),
        "publication": post.publication,
        "corrections": [members(correction) for correction in post.corrections],
    }


def _story(post: Post, html: str) -> dict[str, Any]:
    """What a reader reads and sees."""
    return {
        "excerpt": post.excerpt,
        "description": post.description,
        "featured": image(post.featured),
        "content": {"html": html, "markdown": post.document.path.rpartition("/")[2] + ".md"},
        "media": [members(use) | {"attachment": use.attachment or None} for use in post.media.values()],
        "embeds": [members(embed) for embed in post.embeds],
        "comments": [comment_json(comment) for comment in post.comments if comment.status == "approved"],
    } | ({"translations": post.translations} if post.translations else {})


def _setting(post: Post) -> dict[str, Any]:
    """How WordPress kept and showed it, and what plugins noted."""
    record = post.record
    return {
        "comment_status": record.comment_status,
        "ping_status": record.ping_status,
        "parent": record.parent or None,
        "menu_order": record.menu_order,
        "sticky": record.sticky,
        "format": post.format,
        "template": post.template,
        "meta": post.meta,
        "extra": record.extra,
        **_origin(record),
    }


def _origin(record: Record) -> dict[str, Any]:
    """Where a document was read that no export tells of, and by which road each field came."""
    known: dict[str, Any] = {"capture": members(record.capture)} if record.capture else {}
    return known | ({"roads": record.roads} if record.roads else {})


def encode(value: Any) -> str:
    """Write JSON as every file of the archive has it: UTF-8, a line for each member, a final newline."""
    return _encode(value) + "\n"


def members(value: Any) -> dict[str, Any]:
    """Show a dataclass by the names of its fields; unlike `dataclasses.asdict` it copies nothing, which takes longer
    than writing all the rest of a record."""
    return {name: getattr(value, name) for name in _names(value.__class__)}


@lru_cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def moment(value: Moment) -> dict[str, str] | None:
    """Show a date with its forms; None when nothing is known of it."""
    if value == _UNKNOWN:
        return None
    return members(value)


def image(value: Image | None) -> dict[str, Any] | None:
    """Show a picture with what is known of it."""
    if value is None:
        return None
    known = {name: member or None for name, member in members(value).items()}
    return known | {"url": value.url, "alt": value.alt}


def comment_json(comment: Comment) -> dict[str, Any]:
    """Show a comment; e-mail and IP only stand there when they were kept."""
    shown: dict[str, Any] = {
        "id": comment.id,
        "parent": comment.parent or None,
        "type": comment.type,
        "status": comment.status,
        "author": comment.author,
        "person": comment.person or None,
        "url": comment.url,
        "date": moment(comment.date),
        "html": comment.html,
        "markdown": comment.markdown,
        "meta": comment.meta,
    }
    return shown | {name: value for name in ("email", "ip") if (value := getattr(comment, name))}


def _terms(post: Post) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for term in post.terms:
        grouped.setdefault(term.taxonomy, []).append(
            {"slug": term.slug, "name": term.name, "parent": term.parent or None}
        )
    return grouped


def pending_comments(post: Post) -> dict[str, str]:
    """Write comments that were never approved to a file of their own among what is unpublished."""
    waiting = [comment_json(comment) for comment in post.comments if comment.status != "approved"]
    if not waiting:
        return {}
    if not post.document.public:
        return {".comments.json": encode({"document": post.document.id, "comments": waiting})}
    name = f"unpublished/comments/{post.document.path}.json"
    return {name: encode({"document": post.document.id, "comments": waiting})}
