"""Leaving bodies and comments out of an item before it is parsed, for a pass that needs neither.

Most of an export's bytes are there, and cutting them costs a few searches.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KEPT_TYPES = ("wp_block", "wp_navigation", "attachment", "nav_menu_item", "guest-author")
"""Post types whose body says something to other documents, or is all there is."""

_KEPT = re.compile(rb"post_type>(?:<!\[CDATA\[)?\s*(?:" + "|".join(KEPT_TYPES).encode() + rb")\s*[\]<]")
_COMMENT_ID = re.compile(rb"<wp:comment>\s*<wp:comment_id>(?:<!\[CDATA\[)?\s*(\d{1,18})")
_BODY = b"<content:encoded>", b"</content:encoded>"
_COMMENTS = b"<wp:comment>", b"</wp:comment>"
_OPENED, _CLOSED = re.compile(rb"<wp:(\w+)>"), re.compile(rb"</wp:(\w+)>")
_BETWEEN = re.compile(rb"</wp:comment>\s*<wp:comment>")
_CDATA = b"<![CDATA["
_TAIL = 64
"""Comments are the last of an item in WordPress's exports; bytes at its end that show whether there are any."""


class Light(NamedTuple):
    """An item's bytes without body and comments, and the comments' ids."""

    data: bytes
    comments: list[int]


def lighten(data: bytes) -> Light:
    """Cut the body out of an item, unless its type is one of `KEPT_TYPES`, and its comments, as WordPress writes them.

    What another tool writes otherwise, or what stands where it can't be told from a quotation, is left in.
    """
    body = _section(data, *_BODY)
    if body and not _KEPT.search(data, body.stop) and not _KEPT.search(data, 0, body.start):
        data = data[: body.start] + data[body.stop :]
    comments = _section(data, *_COMMENTS, last=True) if _COMMENTS[1] in data[-_TAIL:] else None
    if comments is None:
        return Light(data, [])
    numbers = [int(number) for number in _COMMENT_ID.findall(data, comments.start, comments.stop)]
    if not _are_sound(data[comments], len(numbers)):
        return Light(data, [])
    return Light(data[: comments.start] + data[comments.stop :], numbers)


def _are_sound(comments: bytes, count: int) -> bool:
    """Tell from their tags whether comments follow each other undamaged; if not, they must be read to be counted."""
    opened, closed = _OPENED.findall(comments), _CLOSED.findall(comments)
    return (
        opened.count(b"comment") == opened.count(b"comment_id") == count
        and len(_BETWEEN.findall(comments)) == count - 1
        and sorted(opened) == sorted(closed)
        and comments.count(_CDATA) == comments.count(b"]]>")
    )


def _section(data: bytes, opening: bytes, closing: bytes, *, last: bool = False) -> slice | None:
    """Find what stands from an opening tag to its closing tag (or to the last one), both outside CDATA sections."""
    start = data.find(opening)
    if start < 0 or not _is_outside(data, 0, start):
        return None
    end = data.rfind(closing, start) if last else data.find(closing, start)
    while end >= 0 and not _is_outside(data, start, end):
        end = -1 if last else data.find(closing, end + 1)
    return None if end < 0 else slice(start, end + len(closing))


def _is_outside(data: bytes, start: int, at: int) -> bool:
    """Prove that no CDATA section which starts after `start` is open at `at`: one ends after the last that starts."""
    opened = data.rfind(_CDATA, start, at)
    return opened < 0 or data.find(b"]]>", opened, at) >= 0
