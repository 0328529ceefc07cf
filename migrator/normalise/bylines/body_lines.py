"""The lines of a body that may be bylines, and taking some of them out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from migrator import edit
from migrator.clean.vocabulary import HEADINGS
from migrator.markup.lines import first_lines, last_lines
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.normalise.bylines.lines import TAIL
from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.bylines.printed import LONGEST

RULE = "byline.printed"
SKIPPED = frozenset(("figure", "hr"))
LINES = frozenset(("p",)) | HEADINGS


class Line(NamedTuple):
    """A line of the body: its block, its place among the block's lines, and how many these are (`among`)."""

    block: _Element
    place: int
    among: int
    text: str


def head_lines(body: _Element, most: int) -> Iterator[Line]:
    """The first lines of a body, pictures and rules between them left out, up to the first other block."""
    count = 0
    for block in body:
        if count >= most or (block.tag not in SKIPPED and block.tag not in LINES):
            return
        for line in lines_of(block) if block.tag in LINES else ():
            count += 1
            yield line
            if len(line.text) > LONGEST:  # the text itself
                return


def tail_lines(body: _Element) -> list[Line]:
    """The last lines that may be bylines, and the one above them."""
    found: list[Line] = []
    for block in reversed(body):
        if len(found) > TAIL or block.tag != "p":
            break
        found[:0] = list(lines_of(block))
    return found[-TAIL - 1 :]


def lines_of(block: _Element) -> Iterator[Line]:
    """The lines of a block, parted where it has breaks; none of one with pictures."""
    if len(block) == 0 or next(block.iter("img", "br"), None) is None:
        text = text_of(block)
        yield Line(block, 0, 1, text if len(text) > 2 * LONGEST else folded_spaces(text))
        return
    if next(block.iter("img"), None) is not None:
        return
    parts = [""]
    for node in block.iter():
        if node is not block and node.tag == "br":
            parts.append("")
        elif node.text and isinstance(node.tag, str):
            parts[-1] += node.text
        if node is not block and node.tail:
            parts[-1] += node.tail
    for place, part in enumerate(parts):
        yield Line(block, place, len(parts), folded_spaces(part))


def take(post: Post, lines: list[Line]) -> bool:
    """Take lines out; False when they can't be parted from other words of their paragraph."""
    blocks = list(dict.fromkeys(line.block for line in lines))
    parts = [_part(block, [line for line in lines if line.block is block]) for block in blocks]
    whole = [part for part in parts if part is not None]
    if len(whole) < len(parts):
        return False
    for part in whole:
        edit.drop(post, part, RULE)
    return True


def _part(block: _Element, lines: list[Line]) -> _Element | None:
    if len(lines) == lines[0].among:
        return block
    if lines[0].place == 0:
        return first_lines(block, len(lines))
    return last_lines(block, len(lines)) if lines[0].place + len(lines) == lines[0].among else None
