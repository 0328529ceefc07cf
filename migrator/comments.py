"""A document's comments: their text cleaned like any body, personal data only when it was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from migrator.fragments import body_of
from migrator.markup.text import plain
from migrator.model import Comment, Entry, Post, RawComment
from migrator.normalise.dates import moment
from migrator.policy import PRIVATE_COMMENT_TYPES, is_damaged, may_have_others_comments
from migrator.site import Site
from migrator.sources.wxr.php import decode_meta
from migrator.writers.html import html
from migrator.writers.markdown import markdown

STATUSES = {"1": "approved", "approve": "approved", "": "approved", "0": "pending", "hold": "pending"}
"""`comment_approved` as WordPress writes it; anything else (spam, trash, post-trashed) is only counted."""

PERSONAL_META = ("akismet", "_wp_user_agent", "_wp_trash", "rating_ip", "_ip", "email")
"""Comment meta whose key holds one of these carries addresses (Akismet keeps the whole submission)."""


def comments(post: Post, site: Site) -> None:
    """Convert the comments that are approved or pending, and count every one."""
    for raw in post.record.comments:
        kind = raw.type or "comment"
        status = _status(raw, post)
        if kind in PRIVATE_COMMENT_TYPES or status not in ("approved", "pending"):
            post.tallies["comment", kind, "skipped"] += 1
            reason = "private note" if kind in PRIVATE_COMMENT_TYPES else f"status {status}"
            post.entries.append(Entry("comment.policy", "skipped", f"comment {raw.id}", "", reason))
            continue
        withheld = status == "pending" and site.options.unpublished == "skip"
        post.tallies["comment", kind, "withheld" if withheld else "written"] += 1
        if not withheld:
            apart = replace(post, entries=post.hidden, media={}, seen={}) if status == "pending" else post
            post.comments.append(_comment(raw, kind, status, site, apart))


def _status(raw: RawComment, post: Post) -> str:
    """A comment's status; one that lost it to damage, or may be another document's, waits for a person's approval."""
    status = STATUSES.get(raw.approved, raw.approved)
    if status == "approved" and is_damaged(post.record):
        return "pending" if not raw.approved or may_have_others_comments(post.record) else status
    return status


def _comment(raw: RawComment, kind: str, status: str, site: Site, post: Post) -> Comment:
    body = body_of(raw.content, f"comment {raw.id}", post, site)
    written = html(body)
    keep = site.options.emails
    person = site.person_of_user(raw.user_id) if raw.user_id else None
    return Comment(
        id=raw.id,
        parent=raw.parent,
        type=kind,
        status=status,
        author=plain(raw.author),
        url=raw.url,
        date=moment(raw.date, raw.date_gmt, site),
        html=written,
        markdown=markdown(body, written),
        email=raw.email if keep else "",
        ip=raw.ip if keep else "",
        person=person.id if person else "",
        meta=_meta(raw, post, keep=keep),
    )


def _meta(raw: RawComment, post: Post, *, keep: bool) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in raw.meta:
        if keep or not any(part in key.lower() for part in PERSONAL_META):
            kept[key] = decode_meta(value)
        else:
            post.entries.append(Entry("comment.personal-meta", "removed", f"comment {raw.id}", key))
    return kept
