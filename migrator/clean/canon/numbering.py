"""How typed numbers count: in digits, letters or Roman numerals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, takewhile
from typing import NamedTuple

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Numbering(NamedTuple):
    """The type of a numbered list (1, a, A, i, I), its first number, and how many numbers follow each other."""

    kind: str
    first: int
    length: int


def numbering(marks: Sequence[str]) -> Numbering:
    """Read marks ("iv", "v", "vi") in the way in which most of them count on; the length is 0 if it is no number."""
    found = (_read(kind, marks) for kind in ("1", "i", "a"))
    return max(found, key=lambda each: each.length)


def _read(kind: str, marks: Sequence[str]) -> Numbering:
    read = _READERS[kind]
    first = read(marks[0].lower())
    length = sum(1 for _ in takewhile(_is_next, zip(map(read, map(str.lower, marks)), count(first)))) if first else 0
    return Numbering(kind.upper() if marks[0].isupper() else kind, first, length)


def _is_next(pair: tuple[int, int]) -> bool:
    return pair[0] == pair[1]


def _digits(mark: str) -> int:
    return int(mark) if mark.isdecimal() else 0


def _letter(mark: str) -> int:
    return ord(mark) - 96 if len(mark) == 1 and "a" <= mark <= "z" else 0


def _roman(mark: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in mark]
    if 0 in values:
        return 0
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


_READERS = {"1": _digits, "a": _letter, "i": _roman}
