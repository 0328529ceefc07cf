"""Find the comments of a page and who answers whom, in themes of every age.

WordPress gives each comment an element with the id `comment-N` (`wp_list_comments`, `start_el`), themes that have
their own way of printing comments mostly do so too; plugins add a prefix (`li-`, `div-`, `wpd-comm-`) or a suffix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.etree import XPath, _Element

from migrator.model import RawComment
from migrator.normalise.witnesses.elements import classes_of
from migrator.sources.pages.comment_fields import fill
from migrator.sources.pages.elements import within

_NUMBERED = XPath("//*[contains(@id, 'com') or contains(@id, 'ping') or contains(@id, 'track')]")
_ID = re.compile(r"(?:[a-z]{1,8}-)?(?:comment|comm|pingback|trackback|ping)-(\d{1,18})(?:_(\d{1,18}))?")
_LISTS = XPath("//ol[@class] | //ul[@class] | //div[@class]")
_LIST = frozenset(
    "commentlist comment-list comments-list comment_list commentslist wp-block-comment-template pinglist".split()
)
_ITEM = frozenset("comment pingback trackback comment-item comment-body".split())
_DEPTH = re.compile(r"(?:^|[\s_-])(?:depth|level)-(\d{1,2})(?:\s|$)")
_ANSWERED = XPath(
    ".//a[contains(@class, 'parent') or contains(@class, 'in-reply')][contains(@href, '#comment-')]/@href"
)
_FORM = XPath(
    "boolean(//form[contains(@action, 'wp-comments-post')] | //form[@id='commentform'] | //*[@id='respond']//form"
    " | //p[contains(@class, 'must-log-in')] | //*[@id='disqus_thread'] | //iframe[@id='jetpack_remote_comment'])"
)
_INLINE = frozenset("a span b i em strong small cite abbr img h3 h4 h5".split())
_LIST_TAGS = ("ol", "ul")


@dataclass(frozen=True, slots=True)
class Found:
    """An element that holds one comment, its number (0 if it has none) and that of the comment that it answers."""

    element: _Element
    id: int
    parent: int


def comment_lists(page: _Element) -> list[_Element]:
    """The elements that hold the comments read from a page, none within another."""
    entries = {one.element for one in _found(page)}
    parents = dict.fromkeys(parent for node in entries if (parent := node.getparent()) is not None)
    lists = {parent for parent in parents if _is_list(parent, entries)}
    found = lists | {node for node in entries if node.getparent() not in lists}
    return [node for node in page.iter() if node in found and not any(above in found for above in node.iterancestors())]


def takes_comments(page: _Element) -> bool:
    """Whether a page has a form for comments, or asks to log in for it."""
    return bool(_FORM(page))


def read_comments(page: _Element) -> list[RawComment]:
    """The comments that a page shows, in its order."""
    found = _found(page)
    others = {one.element for one in found}
    return [fill(RawComment(id=one.id, parent=one.parent), one.element, others) for one in found]


def _is_list(parent: _Element, entries: set[_Element]) -> bool:
    """Whether there is nothing but entries in an element, or it is a list by its tag."""
    if parent.tag in _LIST_TAGS:
        return True
    inner = [node for node in parent if isinstance(node.tag, str)]
    return len(inner) > 1 and all(node in entries or not entries.isdisjoint(node.iterdescendants()) for node in inner)


def _found(page: _Element) -> list[Found]:
    entries = _numbered(page) or _unnumbered(page)
    numbers = {element: number for element, number, _ in entries}
    found: list[Found] = []
    last: dict[int, int] = {}
    for element, number, told in entries:
        depth = _depth(element)
        above = next((numbers[node] for node in element.iterancestors() if node in numbers), 0)
        parent = above or told or _answered(element) or (last.get(depth - 1, 0) if depth > 1 else 0)
        last[depth] = number
        found.append(Found(element, number, parent if parent != number else 0))
    return found


def _numbered(page: _Element) -> list[tuple[_Element, int, int]]:
    """The outermost element of each number, with the number, and that of the comment above where the id tells it."""
    entries: dict[int, tuple[_Element, int, int]] = {}
    for node in _NUMBERED(page):
        match = _ID.fullmatch(node.get("id", "").strip().lower())
        if match and int(match[1]) not in entries and (entry := _whole(node)) is not None:
            entries[int(match[1])] = (entry, int(match[1]), int(match[2] or 0))
    return list(entries.values())


def _whole(node: _Element) -> _Element | None:
    """The element of a comment whose number stands at an anchor or at its heading; None where only that is there."""
    while node.tag in _INLINE:
        above = node.getparent()
        if above is None or above.tag in ("body", "html"):
            return None
        node = above
    return node


def _unnumbered(page: _Element) -> list[tuple[_Element, int, int]]:
    lists = [node for node in _LISTS(page) if not _LIST.isdisjoint(classes_of(node))]
    entries = dict.fromkeys(item for node in lists for item in _items(node))
    return [(item, _reply_id(item, entries), 0) for item in entries]


def _items(node: _Element) -> Iterable[_Element]:
    """The comments in a list without numbers: its items, or what is called a comment in it."""
    if node.tag in _LIST_TAGS:
        return [item for item in node.iter("li") if item.getparent() is node or not _ITEM.isdisjoint(classes_of(item))]
    return [item for item in node if isinstance(item.tag, str) and not _ITEM.isdisjoint(classes_of(item))]


def _reply_id(item: _Element, others: Iterable[_Element]) -> int:
    """The number of a comment as the link to answer it has it (`data-commentid`)."""
    told = item.get("data-comment-id") or item.get("data-id") or ""
    for node in within(item, set(others)):
        told = told or node.get("data-commentid") or ""
    return int(told) if told.isdecimal() and len(told) <= 18 else 0


def _depth(element: _Element) -> int:
    found = _DEPTH.search(element.get("class") or "")
    return int(found[1]) if found else 1


def _answered(element: _Element) -> int:
    """The comment that a note like "In reply to Jane" links to."""
    for href in _ANSWERED(element):
        number = href.rpartition("#comment-")[2]
        return int(number) if number.isdecimal() else 0
    return 0
