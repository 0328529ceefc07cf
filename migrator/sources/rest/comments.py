"""A comment in REST (`wp/v2/comments`) → RawComment.

Source: https://developer.wordpress.org/rest-api/reference/comments/.
"""

from __future__ import annotations

from collections.abc import Mapping

from migrator.model import RawComment
from migrator.sources.rest.serialized import meta_rows
from migrator.sources.rest.values import Item, moment, number, shown, text
from migrator.sources.wxr.php import mapping

_STATUSES: Mapping[str, str] = {"approved": "1", "approve": "1", "hold": "0"}
"""REST's words for what `comment_approved` says by numbers; the others are the same."""


def read_comment(item: Item) -> tuple[int, RawComment]:
    """Read a comment, and the id of the post that it is on. Visitors see neither e-mail nor IP."""
    status = text(item.get("status"))
    comment = RawComment(
        id=number(item.get("id")),
        parent=number(item.get("parent")),
        author=text(item.get("author_name")),
        email=text(item.get("author_email")),
        url=text(item.get("author_url")),
        ip=text(item.get("author_ip")),
        date=moment(item.get("date")),
        date_gmt=moment(item.get("date_gmt")),
        approved=_STATUSES.get(status, status),
        type=text(item.get("type")),
        user_id=number(item.get("author")),
        content=shown(item.get("content")),
        meta=[row for key, value in mapping(item.get("meta")).items() for row in meta_rows(key, value)],
    )
    return number(item.get("post")), comment
