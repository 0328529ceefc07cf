"""Lists that are typed: paragraphs that begin with a bullet or a number, as Word pastes its lists.

Word says so itself (class `MsoListParagraph`, style `mso-list: l0 level2 lfo1`) and has a bullet or number and several
no-break spaces in front. Without Word's word there must be two or more such paragraphs in a row, with the same bullet
or numbers that follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean.canon.numbering import numbering
from migrator.clean.canon.typed_items import PLAIN, Item, item_of
from migrator.clean.canon.typed_lists import lists
from migrator.model import Post

RULE = "debris.list"


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
    marks = [found["bullet"] if (found := PLAIN.match(begin or "")) else None for begin in begins]
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
        item = item_of(paragraph)
        if run and not (item and _follows(run[-1], item)):
            yield run
            run = []
        if item:
            run.append(item)
    if run:
        yield run


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
