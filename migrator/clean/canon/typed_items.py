"""What a typed item of a list looks like: a paragraph that begins with a bullet or a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element, iterwalk

from migrator.clean.canon.numbering import numbering

_GAP = r"(?:[ \n]*\xa0[\s\xa0]*|\t\s*)"
_NUMBER = r"\(?(\d{1,3}|[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})[.)]"
_OF_WORD = re.compile(rf"\s*(?:(?P<bullet>[·•▪■□●○◦‣♦→–\uf020-\uf0ff]\s|[-*§üØvqoŸàè](?={_GAP}))\s*|{_NUMBER}{_GAP})")
"""Word's bullets are characters of the fonts Symbol and Wingdings."""

PLAIN = re.compile(rf"\s*(?:(?P<bullet>[·•▪●◦‣\uf0b7]\s)\s*|{_NUMBER}{_GAP})")
_LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d)", re.IGNORECASE)
_STYLED = re.compile(r"mso-list:\s*(?!none|skip)", re.IGNORECASE)
_LONGEST_MARK = 40
"""Characters that a mark with the space behind it has at most; Word's gaps are of up to twenty."""


class Item(NamedTuple):
    """A paragraph that is an item: what marks it ("•", "iv"), how long the mark is with the space behind it, whether
    it is a bullet, how deep it stands, and whether Word says that it is one."""

    element: _Element
    mark: str
    length: int
    is_bullet: bool
    level: int
    is_of_word: bool


def item_of(paragraph: _Element) -> Item | None:
    """Read a paragraph as an item; None when it is none."""
    style = paragraph.get("style", "")
    is_of_word = "MsoList" in paragraph.get("class", "") or _STYLED.search(style) is not None
    found = (_OF_WORD if is_of_word else PLAIN).match(_beginning(paragraph))
    if found is None:
        return None
    mark, is_bullet = (found["bullet"] or found[2]).strip(), found["bullet"] is not None
    if not is_bullet and not numbering([mark]).length:
        return None
    level = _LEVEL.search(style)
    return Item(paragraph, mark, found.end(), is_bullet, int(level[1]) if level else 1, is_of_word)


def _beginning(paragraph: _Element) -> str:
    """The text that a paragraph begins with, enough of it to tell a mark from a word."""
    text = paragraph.text or ""
    if len(paragraph) == 0 or len(text.lstrip()) > _LONGEST_MARK:
        return text
    text = ""
    for node, is_tail in texts_of(paragraph):
        text += (node.tail if is_tail else node.text) or ""
        if len(text.lstrip()) > _LONGEST_MARK:
            break
    return text


def texts_of(paragraph: _Element) -> Iterator[tuple[_Element, bool]]:
    """Where the text of a paragraph stands, in its order: an element and whether it is the text behind it."""
    for event, node in iterwalk(paragraph, ("start", "end", "comment")):
        if event == "start":
            yield node, False
        elif node is not paragraph:
            yield node, True
