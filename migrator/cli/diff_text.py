"""A document's differences in a terminal: one column or two, as wide as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

import click

from migrator.archive.differences import Line, Row
from migrator.archive.documents import Kept
from migrator.cli.terminal import ACTIONS, cells
from migrator.model import Entry

LONGEST = 160
"""Characters of a value that are shown of changes outside the text; the ledger has all."""

_BETWEEN = " │ "
_UNTOLD = "?"
"""Stands for the rule of a change that the ledger doesn't tell of."""


class Head(NamedTuple):
    """What is compared: the document, its site's language, and where its source text is from."""

    kept: Kept
    language: str
    origin: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Tell it in a few lines."""
        yield click.style(str(self.kept.record.get("title") or "(no title)"), bold=True)
        yield f"{self.kept.path}  {self.kept.record.get('url', '')}"
        yield from (click.style(line, fg="yellow") for line in self.origin)
        yield ""


class _Word(NamedTuple):
    text: str
    colour: str = ""


def unified(rows: Sequence[Row], context: int | None) -> Iterator[str]:
    """One column: lines of both, those of the source (-), those of the archive (+), each with its rules."""
    for row in _near(rows, context):
        if isinstance(row, int):
            yield _skipped(row)
        elif row.is_same:
            yield "  " + _plain(row.source)
        else:
            sides = (("-", "red", row.source), ("+", "green", row.archive))
            yield from (_styled([_Word(mark, colour), *_words(line, colour)]) for mark, colour, line in sides if line)


def beside(rows: Sequence[Row], context: int | None, width: int) -> Iterator[str]:
    """Two columns, the source to the left; a line that is too long goes on below."""
    column = (width - len(_BETWEEN)) // 2
    for row in _near(rows, context):
        if isinstance(row, int):
            yield _skipped(row)
            continue
        left, right = _wrapped(_words(row.source, "red"), column), _wrapped(_words(row.archive, "green"), column)
        for one, other in zip_longest(left, right, fillvalue=list[_Word]()):
            gap = " " * (column - cells(" ".join(word.text for word in one)))
            yield f"{_styled(one)}{gap}{_BETWEEN}{_styled(other)}".rstrip()


def elsewhere(entries: Sequence[Entry]) -> Iterator[str]:
    """What the ledger tells besides: of other fields, of attributes, of comments."""
    if entries:
        yield from ("", click.style("Elsewhere", bold=True))
    for entry in entries:
        yield f"{click.style(entry.action, fg=ACTIONS[entry.action])} {entry.rule} {entry.where}"
        yield from (f"  {mark} {_cut(text)}" for mark, text in (("-", entry.before), ("+", entry.after)) if text)


def _near(rows: Sequence[Row], context: int | None) -> Iterator[Row | int]:
    """Rows near a change, and how many lines were left out between."""
    shown = range(len(rows)) if context is None else _around(rows, context)
    skipped = 0
    for number, row in enumerate(rows):
        if number in shown:
            yield from [skipped] if skipped else []
            yield row
            skipped = 0
        else:
            skipped += 1
    yield from [skipped] if skipped else []


def _around(rows: Sequence[Row], context: int) -> frozenset[int]:
    changed = (number for number, row in enumerate(rows) if not row.is_same)
    return frozenset(near for number in changed for near in range(number - context, number + context + 1))


def _skipped(count: int) -> str:
    return click.style(f"  … {count} {'line' if count == 1 else 'lines'} the same", dim=True)


def _plain(line: Line) -> str:
    return " ".join(piece.text for piece in line)


def _words(line: Line, colour: str) -> list[_Word]:
    """The words of a line; what is changed has its colour, its brackets in a line that is not all new, its rule."""
    words: list[_Word] = []
    is_whole = all(piece.changed for piece in line)
    opening, closing = ("", "") if is_whole else ("[-", "-]") if colour == "red" else ("{+", "+}")
    for piece in line:
        if piece.changed:
            words += (_Word(word, colour) for word in f"{opening}{piece.text}{closing}".split(" "))
            words.append(_Word(f"#{piece.entry.rule if piece.entry else _UNTOLD}", "cyan"))
        else:
            words += map(_Word, piece.text.split(" "))
    return words


def _wrapped(words: Sequence[_Word], column: int) -> list[list[_Word]]:
    """Fill lines of a column with words; a word that is too long for one is cut."""
    lines: list[list[_Word]] = []
    room = 0
    for word in (part for each in words for part in _parts(each, column)):
        size = cells(word.text)
        if not lines or size + 1 > room:
            lines.append([word])
            room = column - size
        else:
            lines[-1].append(word)
            room -= size + 1
    return lines


def _parts(word: _Word, column: int) -> Iterator[_Word]:
    text = word.text
    while cells(text) > column:
        size = column if text.isascii() else column // 2
        yield word._replace(text=text[:size])
        text = text[size:]
    yield word._replace(text=text)


def _styled(words: Sequence[_Word]) -> str:
    return " ".join(click.style(word.text, fg=word.colour) if word.colour else word.text for word in words)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
