"""Feeds of comments: one post's, or the whole site's."""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.markup.text import text_of
from migrator.model import RawComment
from migrator.sources.feed.items import Fields, fields_of, first, link_of
from migrator.sources.feed.moments import moments_of
from migrator.sources.feed.xml import children, html_of

_PLACE = re.compile(r"#comment-(\d{1,18})\Z")
_IN_REPLY = re.compile(
    r"\s*<p>(?:(?!</?p|<a\b).){0,40}<a[^>]*href=[\"'][^\"']*#comment-(\d{1,18})[\"'][^>]*>(?:(?!</a>).)*</a>\W{0,3}"
    r"</p>\s*",
    re.DOTALL,
)
"""The paragraph that WordPress puts before an answer in feeds: "In reply to Jane Doe." (`get_comment_text`)."""


def is_comment(item: _Element) -> bool:
    """Whether an item is a comment: its address is a place on a post's page."""
    return _PLACE.search(link_of(fields_of(item))) is not None


def read_comment(item: _Element) -> tuple[str, RawComment]:
    """Read a comment, and the address of the post that it is on; what it answers is told by its parent alone."""
    fields = fields_of(item)
    link = link_of(fields)
    place = _PLACE.search(link)
    html = next(map(html_of, (*fields.get("content:encoded", ()), *fields.get("content", ()))), "")
    html = html or "".join(map(html_of, fields.get("description", ())))
    answer = _IN_REPLY.match(html)
    written = moments_of(first(fields, "pubDate", "published", "dc:date", "updated"))
    name, site = _author(fields)
    comment = RawComment(
        id=int(place[1]) if place else 0,
        parent=_parent(fields) or (int(answer[1]) if answer else 0),
        author=name,
        url=site,
        date=written.local,
        date_gmt=written.gmt,
        approved="1",
        type="comment",
        content=html[answer.end() :] if answer else html,
    )
    return link.partition("#")[0], comment


def _author(fields: Fields) -> tuple[str, str]:
    """The name and the address of the site that a comment's author gave."""
    told = {kind: text_of(child).strip() for author in fields.get("author", ()) for kind, child in children(author)}
    return told.get("name", "") or first(fields, "dc:creator"), told.get("uri", "")


def _parent(fields: Fields) -> int:
    for answered in fields.get("thr:in-reply-to", ()):
        place = _PLACE.search(answered.get("href") or "") or _PLACE.search(answered.get("ref") or "")
        if place:
            return int(place[1])
    return 0
