"""What a document's source text must have been, from its archive text and the ledger alone.

The ledger quotes what was taken out and put in, but not where to a character: places are about right, and what the
ledger only counts (`--ledger names`) can't come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from migrator.archive.differences import CUT
from migrator.archive.readable import lines_of
from migrator.markup.html import tag_of
from migrator.model import Entry

_PLACE = re.compile(r"content/([\w-]+)(?:\[(\d+)\])?")
_BODY = "content"


def reconstructed(body: _Element, entries: Sequence[Entry]) -> list[str]:
    """The lines of the source: the changes of the body undone, the last one first, so that no place moves meanwhile."""
    lines = lines_of(body)
    starts, end = dict(_starts(body)), len(lines)
    for entry in reversed(entries):
        if not entry.where.startswith(_BODY) or entry.before == entry.after:
            continue
        if entry.action in ("rewritten", "added"):
            _undo(lines, entry)
        elif entry.action in ("removed", "unwrapped") and not entry.before.startswith("<"):
            lines.insert(_position(entry.where, starts, end), entry.before)
    return [line for line in lines if line]


def _starts(body: _Element) -> Iterator[tuple[tuple[str, int], int]]:
    """On which line each block of the body begins, by its tag and its number among those of that tag."""
    numbers: dict[str, int] = {}
    line = 0
    for child in body.iterchildren("*"):
        tag = tag_of(child)
        numbers[tag] = numbers.get(tag, 0) + 1
        yield (tag, numbers[tag]), line
        line += len(lines_of(child))


def _position(where: str, starts: dict[tuple[str, int], int], end: int) -> int:
    found = _PLACE.match(where)
    return min(starts.get((found[1], int(found[2] or 1)), end), end) if found else end


def _undo(lines: list[str], entry: Entry) -> None:
    """Put what was there in the place of what was made of it, if that is still there; its other lines get empty."""
    put = entry.after.removesuffix(CUT).split()
    words = [(word, number) for number, line in enumerate(lines) for word in line.split()]
    start = _find([word for word, _ in words], put)
    if not put or start is None:
        return
    end = start + len(put)
    first, last = words[start][1], words[end - 1][1]
    before = [word for word, number in words[:start] if number == first]
    behind = [word for word, number in words[end:] if number == last]
    lines[first : last + 1] = [" ".join([*before, *entry.before.split(), *behind]), *[""] * (last - first)]


def _find(words: list[str], wanted: list[str]) -> int | None:
    """Where a list of words stands in another; an address may have its brackets or not."""
    bare = [word.strip("<>") for word in words]
    asked = [word.strip("<>") for word in wanted]
    size = len(asked)
    return next((at for at in range(len(bare) - size + 1) if bare[at : at + size] == asked), None)
