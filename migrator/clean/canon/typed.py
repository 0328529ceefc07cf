"""Lists that are typed: paragraphs that begin with a bullet or a number, as Word pastes its lists.

Word says so itself (class `MsoListParagraph`, style `mso-list: l0 level2 lfo1`) and has a bullet or number and several
no-break spaces in front. Without Word's word there must be two or more such paragraphs in a row, with the same bullet
or numbers that follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from lxml.etree import Element, SubElement, _Element, iterwalk

from migrator import edit
from migrator.clean import figures
from migrator.clean.canon.numbering import numbering
from migrator.model import Post

RULE = "debris.list"

_GAP = r"(?:[ \n]*\xa0[\s\xa0]*|\t\s*)"
_NUMBER = r"\(?(\d{1,3}|[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})[.)]"
_OF_WORD = re.compile(rf"\s*(?:(?P<bullet>[·•▪■□●○◦‣♦→–\uf020-\uf0ff]\s|[-*§üØvqoŸàè](?={_GAP}))\s*|{_NUMBER}{_GAP})")
"""Word's bullets are characters of the fonts Symbol and Wingdings."""

_PLAIN = re.compile(rf"\s*(?:(?P<bullet>[·•▪●◦‣\uf0b7]\s)\s*|{_NUMBER}{_GAP})")
_LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d)", re.IGNORECASE)
_STYLED = re.compile(r"mso-list:\s*(?!none|skip)", re.IGNORECASE)
_LONGEST_MARK = 40
"""Characters that a mark with the space behind it has at most; Word's gaps are of up to twenty."""

_KEPT = ("dir", "id", "lang")


class Item(NamedTuple):
    """A paragraph that is an item: what marks it ("•", "iv"), how long the mark is with the space behind it, whether
    it is a bullet, how deep it stands, and whether Word says that it is one."""

    element: _Element
    mark: str
    length: int
    is_bullet: bool
    level: int
    is_of_word: bool


def list_typed(post: Post) -> None:
    """Make lists of such paragraphs in a canonical body, and of the lines of one that begin with the same bullet."""
    for paragraph in list(post.tree.iter("p")):
        if len(paragraph) and _has_bulleted_lines(paragraph):
            _split_lines(paragraph)
    for items in list(runs(post.tree)):
        if _is_list(items):
            edit.rewrite(post, gathered(items), lambda group: lists(group)[0], RULE)


def _has_bulleted_lines(paragraph: _Element) -> bool:
    """Whether every line but perhaps the first begins with the same bullet, and two do."""
    begins = [paragraph.text, *(br.tail for br in paragraph.iterchildren("br"))]
    marks = [found["bullet"] if (found := _PLAIN.match(begin or "")) else None for begin in begins]
    if len(marks) < 2 or marks[-1] is None or marks.count(marks[-1]) < max(2, len(marks) - 1) or marks[1] is None:
        return False
    return len(begins) == 1 + sum(1 for _ in paragraph.iter("br"))


def _split_lines(paragraph: _Element) -> None:
    """Make a paragraph of each line."""
    kept = {name: value for name, value in paragraph.items() if name != "id"}
    for br in reversed(paragraph.findall("br")):
        line = Element("p", kept)
        line.text = br.tail
        line.extend(list(br.itersiblings()))
        paragraph.remove(br)
        paragraph.addnext(line)


def runs(tree: _Element) -> Iterator[list[Item]]:
    """Items that follow each other as siblings, and of which Word says the same."""
    run: list[Item] = []
    for paragraph in tree.iter("p"):
        item = _item(paragraph)
        if run and not (item and _follows(run[-1], item)):
            yield run
            run = []
        if item:
            run.append(item)
    if run:
        yield run


def _item(paragraph: _Element) -> Item | None:
    style = paragraph.get("style", "")
    is_of_word = "MsoList" in paragraph.get("class", "") or _STYLED.search(style) is not None
    found = (_OF_WORD if is_of_word else _PLAIN).match(_beginning(paragraph))
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
    for node, is_tail in _texts(paragraph):
        text += (node.tail if is_tail else node.text) or ""
        if len(text.lstrip()) > _LONGEST_MARK:
            break
    return text


def _texts(paragraph: _Element) -> Iterator[tuple[_Element, bool]]:
    """Where the text of a paragraph stands, in its order: an element and whether it is the text behind it."""
    for event, node in iterwalk(paragraph, ("start", "end", "comment")):
        if event == "start":
            yield node, False
        elif node is not paragraph:
            yield node, True


def _follows(before: Item, item: Item) -> bool:
    is_alike = item.is_of_word or (before.is_bullet, before.mark == item.mark) == (item.is_bullet, item.is_bullet)
    is_next = before.element.getnext() is item.element and not (before.element.tail or "").strip()
    return is_next and is_alike and before.is_of_word == item.is_of_word


def _is_list(items: list[Item]) -> bool:
    """Whether paragraphs that Word says nothing of are a list: one bullet, or numbers one after the other."""
    if len(items) < 2 or items[0].is_bullet:
        return len(items) > 1
    _, first, length = numbering([item.mark for item in items])
    return first == 1 and length == len(items)


def gathered(items: list[Item]) -> _Element:
    """The items in an element of their own, in the place of the first one."""
    group = Element("typed-list")
    items[0].element.addprevious(group)
    for item in items:
        item.element.tail = None
        group.append(item.element)
    return group


def lists(group: _Element) -> _Element:
    """The lists that typed items make, deeper ones inside the item before them."""
    made = Element("div")
    _fill(made, [item for paragraph in group if (item := _item(paragraph))])
    return made


def _fill(parent: _Element, items: list[Item]) -> None:
    tops = [at for at, item in enumerate(items) if at == 0 or item.level <= items[0].level]
    families = [items[start:end] for start, end in pairwise([*tops, len(items)])]
    while families:
        made, length = _list(parent, [family[0] for family in families])
        for item, *deeper in families[:length]:
            entry = _entry(made, item)
            if deeper:
                _fill(entry, deeper)
        families = families[length:]


def _list(parent: _Element, items: list[Item]) -> tuple[_Element, int]:
    """A new list and how many items belong to it: all bullets, or numbers as long as they count on."""
    if items[0].is_bullet:
        return SubElement(parent, "ul"), sum(1 for _ in takewhile(_is_bullet, items))
    kind, first, length = numbering([item.mark for item in takewhile(_is_number, items)])
    made = SubElement(parent, "ol")
    if kind != "1":
        made.set("type", kind)
    if first != 1:
        made.set("start", str(first))
    return made, length


def _is_bullet(item: Item) -> bool:
    return item.is_bullet


def _is_number(item: Item) -> bool:
    return not item.is_bullet


def _entry(parent: _Element, item: Item) -> _Element:
    """A list item of a paragraph without its mark."""
    left = item.length
    for node, is_tail in _texts(item.element):
        text = (node.tail if is_tail else node.text) or ""
        if is_tail:
            node.tail = text[left:] or None
        elif isinstance(node.tag, str):
            node.text = text[left:] or None
        left -= min(left, len(text))
        if not left:
            break
    entry = SubElement(parent, "li", {name: item.element.get(name, "") for name in _KEPT if item.element.get(name)})
    return figures.filled(entry, item.element)
