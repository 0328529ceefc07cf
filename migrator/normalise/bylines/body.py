"""Take printed bylines from a document's body: its first or last lines, when they say nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from migrator import edit
from migrator.clean.vocabulary import HEADINGS
from migrator.markup.lines import first_lines, last_lines
from migrator.model import Post
from migrator.normalise.bylines.lines import HEAD, TAIL, Known, choose
from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.bylines.printed import LONGEST, Credit

RULE = "byline.printed"
DOUBTFUL = "byline.doubtful"
_SKIPPED = frozenset(("figure", "hr"))
_LINES = frozenset(("p",)) | HEADINGS


class _Line(NamedTuple):
    """A line of the body: its block, its place among the block's lines, and how many these are (`among`)."""

    block: _Element
    place: int
    among: int
    text: str


def take_bylines(post: Post, is_known: Known) -> list[Credit]:
    """Read the credits that a body prints and take their lines out; what is doubtful stays, with a warning.

    Pages have no bylines: their first lines are names of people and things that they are about.
    """
    if post.record.type == "page":
        return []
    head = list(_lines(post.tree, HEAD))
    lines = head + [line for line in _last_lines(post.tree) if line.block not in {one.block for one in head}]
    if not any(len(line.text) <= LONGEST for line in lines):
        return []
    chosen = choose([line.text for line in lines], is_known)
    credited: list[Credit] = []
    for one in reversed(chosen):
        taken = lines[one.start : one.stop]
        if one.doubtful and (taken[0].block.tag in HEADINGS or len(lines) == 1):
            continue
        if one.doubtful or not (one.stays or _take(post, taken)):
            edit.warn(post, DOUBTFUL, " ".join(line.text for line in taken), edit.place(taken[0].block))
        else:
            credited[:0] = one.credits
            post.printed_date = one.date or post.printed_date
    return credited


def _lines(body: _Element, most: int) -> Iterator[_Line]:
    """The first lines of a body, pictures and rules between them left out, up to the first other block."""
    count = 0
    for block in body:
        if count >= most or (block.tag not in _SKIPPED and block.tag not in _LINES):
            return
        for line in _lines_of(block) if block.tag in _LINES else ():
            count += 1
            yield line
            if len(line.text) > LONGEST:  # the text itself
                return


def _last_lines(body: _Element) -> list[_Line]:
    found: list[_Line] = []
    for block in reversed(body):
        if len(found) >= TAIL or block.tag != "p":
            break
        found[:0] = list(_lines_of(block))
    return found[-TAIL:]


def _lines_of(block: _Element) -> Iterator[_Line]:
    if len(block) == 0:
        text = block.text or ""
        yield _Line(block, 0, 1, text if len(text) > 2 * LONGEST else folded_spaces(text))
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
        yield _Line(block, place, len(parts), folded_spaces(part))


def _take(post: Post, lines: list[_Line]) -> bool:
    """Take lines out; False when they can't be parted from other words of their paragraph."""
    blocks = list(dict.fromkeys(line.block for line in lines))
    parts = [_part(block, [line for line in lines if line.block is block]) for block in blocks]
    for part in parts:
        if part is not None:
            edit.drop(post, part, RULE)
    return None not in parts


def _part(block: _Element, lines: list[_Line]) -> _Element | None:
    if len(lines) == lines[0].among:
        return block
    if lines[0].place == 0:
        return first_lines(block, len(lines))
    return last_lines(block, len(lines)) if lines[0].place + len(lines) == lines[0].among else None
