"""media.json: every attachment, and every other file that a document needs, each with the documents that use it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any, NamedTuple

from migrator.archive.journal import Journal
from migrator.archive.lines import line
from migrator.model import Attachment, Comment, MediaUse, Record
from migrator.normalise.urls import split
from migrator.site import Site
from migrator.writers.json import comment_json

UNFETCHED = "unfetched"
FACTS: Mapping[str, Any] = {
    "status": UNFETCHED,
    "sha256": None,
    "bytes": None,
    "type": None,
    "embedded": None,
    "chosen": None,
    "tries": 0,
    "error": "",
}
"""What is said of a file that was not asked for; `migrator.media` says what became of the others."""


class Texts(NamedTuple):
    """What an attachment's page says of it, as canonical HTML."""

    caption: str
    description: str


_TOLD = frozenset(("_wp_attached_file", "_wp_attachment_image_alt"))
_TOLD_OF_THE_FILE = frozenset(("file", "width", "height", "sizes", "original_image"))
"""Postmeta, and members of `_wp_attachment_metadata`, that stand in fields of their own."""


def other_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Give the postmeta that no field of its own holds: what plugins noted, what the camera wrote into the file."""
    other = {key: value for key, value in meta.items() if key not in _TOLD}
    file = other.pop("_wp_attachment_metadata", None)
    if isinstance(file, dict):
        file = {key: value for key, value in file.items() if key not in _TOLD_OF_THE_FILE}
    return other | ({"_wp_attachment_metadata": file} if file else {})


def entry(
    attachment: Attachment, texts: Texts, comments: Iterable[Comment], record: Record, meta: dict[str, Any]
) -> str:
    """Write an attachment as one line of JSON, still without the documents that use it."""
    return line(
        {
            "id": attachment.id,
            "guid": record.guid,
            "url": attachment.url,
            "path": attachment.path or None,
            "file": attachment.file,
            "original": attachment.original or None,
            "mime": attachment.mime,
            "title": attachment.title,
            "alt": attachment.alt,
            "caption": texts.caption,
            "description": texts.description,
            "credit": attachment.credit,
            "width": attachment.width or None,
            "height": attachment.height or None,
            "date": attachment.date,
            "parent": attachment.parent or None,
            "page": attachment.page,
            "terms": [asdict(term) for term in record.terms],
            "meta": meta,
            "sizes": [asdict(size) for size in attachment.sizes],
            "comments": [comment_json(comment) for comment in comments],
            "place": attachment.path,
            **FACTS,
        }
    )


def media(journal: Journal, *, public: bool) -> Iterator[str]:
    """List the attachments by id with the documents that use them, then the other files by address.

    Among what is public stands what is a public document's or attached to none; the rest is the other list's. Of a
    hidden attachment that a public document shows, the public list only tells the file.
    """
    yield from _attachments(journal, public=public)
    yield from _others(journal, public=public)


_ATTACHMENTS = """
    SELECT value, (SELECT group_concat(document, ', ') FROM (
        SELECT DISTINCT document FROM use WHERE attachment = listed.id AND public = ?1 ORDER BY document
    )), (SELECT json_group_array(given) FROM (
        SELECT DISTINCT given FROM seen
        WHERE attachment = listed.id AND path = listed.path AND public = ?1 ORDER BY given
    )) FROM listed WHERE list = 'media' AND public = ?1 ORDER BY id
"""
_OTHERS = """
    WITH first AS (SELECT file, url, path, min(rowid) FROM use GROUP BY file)
    SELECT first.url, first.path, kind, attachment, file, document FROM use JOIN first USING (file)
    WHERE public = ?1 AND NOT EXISTS (
        SELECT 1 FROM listed
        WHERE list = 'media' AND id = attachment AND listed.path = use.path AND listed.public >= use.public
    ) ORDER BY first.url, document
"""
"""A file that documents know by several addresses is listed under the one that the source has first."""

_SEEN = """
    SELECT given FROM seen WHERE url IN (SELECT url FROM use WHERE file = ?1) AND public = ?2 AND given <> ?3
    UNION SELECT url FROM use WHERE file = ?1 AND public = ?2 AND url <> ?3 ORDER BY 1
"""


def _attachments(journal: Journal, *, public: bool) -> Iterator[str]:
    for value, users, seen in journal.rows(_ATTACHMENTS, public):
        yield f'{value[:-1]}, "seen": {line(json.loads(seen))}, "used_by": [{users or ""}]}}'


def _others(journal: Journal, *, public: bool) -> Iterator[str]:
    for (url, path, kind), rows in groupby(journal.rows(_OTHERS, public), key=lambda row: row[:3]):
        users = list(rows)
        told = {"id": users[0][3] or None, "url": url, "path": path, "kind": kind, "width": None, "height": None}
        seen = [row[0] for row in journal.rows(_SEEN, users[0][4], public, url)]
        used_by = list(dict.fromkeys(row[5] for row in users))
        yield line({**told, "place": path, **FACTS, "seen": seen, "used_by": used_by})


def row(use: MediaUse, document: int, site: Site, *, public: bool) -> tuple[int, str, str, str, int, bool, str]:
    """Keep of a document's use of a file what the list needs, and what is the same in all addresses of the file.

    Those of one on the site's own hosts differ in scheme, `www.` and host alone.
    """
    parts = split(use.url)
    file = f"//{parts.path}?{parts.query}" if parts.host in site.hosts and not use.attachment else use.url
    return use.attachment, use.url, use.path, use.kind, document, public, file
