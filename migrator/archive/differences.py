"""A document's source text beside its archive text: what went, what came, and by which entry of the ledger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from migrator.model import Entry

FEWEST = 3
"""Words in a row that tell a fragment although neither it nor its entry ends with them; fewer meet by chance."""

_ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')

CUT = "…"
"""Ends what the ledger quotes in part."""


class Piece(NamedTuple):
    """Words of a line; `changed` ones are not on the other side, `entry` says why (None: the ledger doesn't)."""

    text: str
    changed: bool = False
    entry: Entry | None = None


Line = tuple[Piece, ...]


class Row(NamedTuple):
    """A line of the source and the one of the archive that holds the same words; () where there is none."""

    source: Line
    archive: Line

    @property
    def is_same(self) -> bool:
        """Whether both sides say the same."""
        return bool(self.source) and self.source == self.archive

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that tell of what is changed, each once."""
        return _entries(self.source, self.archive)


@dataclass(frozen=True, slots=True)
class Differences:
    """All rows, and the entries that no fragment of the text belongs to: on other fields, on attributes."""

    rows: tuple[Row, ...]
    elsewhere: tuple[Entry, ...]


def differences(source: Sequence[str], archive: Sequence[str], entries: Sequence[Entry]) -> Differences:
    """Lay the lines of a source beside those of the archive, and find for each change the entry that tells of it."""
    went, came = _Fragments(entries, "before"), _Fragments(entries, "after")
    rows: list[Row] = []
    matcher = SequenceMatcher(None, source, archive, autojunk=False)
    for tag, left, left_end, right, right_end in matcher.get_opcodes():
        if tag == "equal":
            rows += (Row((Piece(line),), (Piece(line),)) for line in source[left:left_end])
        else:
            rows += _changed(source[left:left_end], archive[right:right_end], went, came)
    used = went.used | came.used
    return Differences(tuple(rows), tuple(entry for number, entry in enumerate(entries) if number not in used))


def _changed(source: Sequence[str], archive: Sequence[str], went: _Fragments, came: _Fragments) -> Iterator[Row]:
    """Lay lines beside each other that differ, by the words that they share."""
    left, right = _words(source), _words(archive)
    gone, new = [True] * len(left), [True] * len(right)
    mates: dict[int, int] = {}
    matcher = SequenceMatcher(None, [text for text, _ in left], [text for text, _ in right], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            gone[block.a + step] = new[block.b + step] = False
            mates.setdefault(right[block.b + step][1], left[block.a + step][1])
    was, now = _lines(left, gone, went, len(source)), _lines(right, new, came, len(archive))
    yield from _paired(was, now, _by_entry(was, now) | mates)


def _words(lines: Sequence[str]) -> list[tuple[str, int]]:
    return [(word, number) for number, line in enumerate(lines) for word in line.split()]


def _by_entry(source: list[Line], archive: list[Line]) -> dict[int, int]:
    """Which line of the source one of the archive was made of, by the entry that tells of both."""
    homes = {entry: number for number in reversed(range(len(source))) for entry in _entries(source[number])}
    return {
        number: homes[entry]
        for number, line in enumerate(archive)
        for entry in reversed(_entries(line))
        if entry in homes
    }


def _entries(*lines: Line) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(piece.entry for line in lines for piece in line if piece.entry is not None))


def _paired(source: list[Line], archive: list[Line], mates: dict[int, int]) -> Iterator[Row]:
    """Put lines beside those that share words with them, and lines that no entry speaks of beside each other."""
    at = 0
    for number, line in enumerate(archive):
        mate = mates.get(number)
        if mate is not None and mate >= at:
            yield from (Row(each, ()) for each in source[at:mate])
            at = mate
        is_pair = mate == at or (mate is None and at < len(source) and not _entries(source[at], line))
        if is_pair and (mate is not None or at not in mates.values()):
            yield Row(source[at], line)
            at += 1
        else:
            yield Row((), line)
    yield from (Row(each, ()) for each in source[at:])


def _lines(words: list[tuple[str, int]], changed: list[bool], fragments: _Fragments, count: int) -> list[Line]:
    """Put words together to the pieces of lines; a changed run goes on over the ends of lines."""
    lines: list[list[Piece]] = [[] for _ in range(count)]
    at = 0
    while at < len(words):
        end = next((index for index in range(at, len(words)) if changed[index] != changed[at]), len(words))
        run = words[at:end]
        found = fragments.find([text for text, _ in run]) if changed[at] else [(len(run), None)]
        start = 0
        for size, entry in found:
            for number, texts in _by_line(run[start : start + size]):
                lines[number].append(Piece(" ".join(texts), changed[at], entry))
            start += size
        at = end
    return [tuple(line) for line in lines]


def _by_line(run: Iterable[tuple[str, int]]) -> Iterator[tuple[int, list[str]]]:
    grouped: dict[int, list[str]] = defaultdict(list)
    for text, number in run:
        grouped[number].append(text)
    yield from grouped.items()


@dataclass(slots=True)
class _Fragments:
    """What the ledger quotes on one side, by its words; `used` are the numbers of the entries that were found."""

    entries: Sequence[Entry]
    side: str
    used: set[int] = field(default_factory=set)
    _words: list[list[str]] = field(default_factory=list)
    _places: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._words = [list(map(_bare, _quoted(entry, self.side).split())) for entry in self.entries]
        for number, words in enumerate(self._words):
            for position, word in enumerate(words):
                self._places[word].append((number, position))

    def find(self, run: list[str]) -> list[tuple[int, Entry | None]]:
        """Cut a run of words into fragments of entries, and what is of none; sizes and entries."""
        bare = list(map(_bare, run))
        found: list[tuple[int, Entry | None]] = []
        at = 0
        while at < len(bare):
            size, number = self._longest(bare, at)
            entry = None if number is None else self.entries[number]
            if number is not None:
                self.used.add(number)
            if entry is None and found and found[-1][1] is None:
                found[-1] = (found[-1][0] + 1, None)
            else:
                found.append((size, entry))
            at += size
        return found

    def _longest(self, run: list[str], at: int) -> tuple[int, int | None]:
        """The longest fragment that begins at a word, of entries that were not found yet rather than of others."""
        best: tuple[bool, int, int] = (False, 0, 0)
        for number, position in self._places.get(run[at], ()):
            words = self._words[number]
            size = _common(run, at, words, position)
            if at + size == len(run) or position + size == len(words) or size >= FEWEST:
                best = max(best, (number not in self.used, size, -number))
        return (best[1], -best[2]) if best[1] else (1, None)


def _quoted(entry: Entry, side: str) -> str:
    """What an entry quotes of the text; of a tag that went without its content, that is the address in it."""
    text: str = getattr(entry, side)
    if entry.action == "unwrapped" and text.startswith("<"):
        return " ".join(_ADDRESS.findall(text))
    return text.removesuffix(CUT)


def _common(one: list[str], at: int, other: list[str], position: int) -> int:
    """Count the words that two lists have in common from two places on."""
    size = 0
    while at + size < len(one) and position + size < len(other) and one[at + size] == other[position + size]:
        size += 1
    return size


def _bare(word: str) -> str:
    """A word as it is compared: an address without its brackets, of which a space in it may have left one."""
    return word.strip("<>") or word
