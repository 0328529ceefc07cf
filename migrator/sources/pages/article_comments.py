"""The comments in a page: read elsewhere as records of their own, here they only are taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element

from migrator import edit
from migrator.markup.text import plain
from migrator.model import Entry, Post
from migrator.sources.pages.comments import comment_lists, read_comments

_RULE = "page.comments"


def drop_comments(post: Post, page: _Element, heading: _Element | None) -> None:
    """Take the lists of comments out of a page's body and tell of what stands in them besides the comments' words.

    What holds the page's title is no list of comments, whatever its names are.
    """
    lists = [each for each in comment_lists(page) if heading is None or each not in heading.iterancestors()]
    if not lists:
        return
    read = Counter(_words_read(page))
    for each in lists:
        where = edit.place(each)
        edit.drop(post, each, _RULE)
        rest = " ".join(_unread(post.entries.pop().before, read))
        if rest:
            post.entries.append(Entry(_RULE, "removed", where, rest))


def _words_read(page: _Element) -> Iterator[str]:
    for comment in read_comments(page):
        yield from comment.author.split()
        yield from plain(comment.content.replace("<", " <")).split()


def _unread(text: str, read: Counter[str]) -> Iterator[str]:
    for word in text.split():
        if read[word]:
            read[word] -= 1
        else:
            yield word
