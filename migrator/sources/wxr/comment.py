"""One comment of an item, and what is left of comments whose own tags are lost."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import Element, _Element

from migrator.model import RawComment
from migrator.sources.wxr import vocabulary as wxr
from migrator.sources.wxr.elements import fields_of, fill, markup_of, meta_of, name_of, number, set_field
from migrator.sources.wxr.names import clark

ONCE = frozenset((*wxr.COMMENT_TEXTS, *wxr.COMMENT_WORDS, *wxr.COMMENT_NUMBERS))
"""What a comment says once."""

_NOT_APPROVED = "0"
_FIELDS = fields_of((wxr.COMMENT_TEXTS, str), (wxr.COMMENT_WORDS, str.strip), (wxr.COMMENT_NUMBERS, number))
_META, _ID = clark(wxr.COMMENTMETA), clark("wp:comment_id")

PARTS = frozenset((*_FIELDS, _META))
"""The tags of what stands in comments only."""


def read_comment(element: _Element) -> RawComment:
    """Read a `wp:comment`; one that another has run into is not taken for approved."""
    comment = RawComment()

    def keep(name: str, text: str) -> None:
        comment.meta.append((name, text))

    for child in fill(comment, element, _FIELDS, keep):
        tag = clark(name_of(child))
        if tag == _META:
            comment.meta.append(meta_of(child, keep))
        elif tag in _FIELDS:
            set_field(comment, child, _FIELDS[tag], keep)
        elif text := markup_of(child):
            keep(name_of(child), text)
    if comment.meta and any(name in ONCE for name, _ in comment.meta):
        comment.approved = _NOT_APPROVED
    return comment


def strays_in(element: _Element) -> list[_Element]:
    """Take the parts of comments out of an item's metadata that was never closed."""
    strays = [child for child in element if child.tag in PARTS]
    for stray in strays:
        element.remove(stray)
    return strays


def read_strays(parts: Sequence[_Element]) -> list[RawComment]:
    """Read parts of comments that stand in none; it can't be said whether these were approved."""
    groups: list[_Element] = []
    for part in parts:
        if not groups or part.tag == _ID:
            groups.append(Element("comment"))
        part.tail = None
        groups[-1].append(part)
    comments = [read_comment(group) for group in groups]
    for comment in comments:
        comment.approved = _NOT_APPROVED
    return comments
