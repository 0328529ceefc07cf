"""Opening and closing tags that belong together, for shortcodes and for blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

DEEPEST = 64
"""Nesting that is kept, far more than rows in columns in tabs need; without a limit hostile text takes square time."""


class Tag(Protocol):
    """A tag with a name; `kind` is "open" or "close", tags of other kinds are passed over."""

    @property
    def kind(self) -> str:
        """Say "open", "close" or something else."""

    @property
    def name(self) -> str:
        """Say what must be the same in both."""


T = TypeVar("T", bound=Tag)


def pairs(tags: Sequence[T]) -> Iterator[tuple[T, T, int]]:
    """Yield opening tag, closing tag and how many pairs this one lies in, in the order of the closing tags.

    A closing tag belongs to the nearest open tag of its name. What is still open when one around it closes has no
    closing tag.
    """
    openings = _openings(tags)
    is_opened = set(openings.values())
    depth = 0
    for number, tag in enumerate(tags):
        if number in is_opened:
            depth += 1
        elif number in openings:
            depth -= 1
            yield tags[openings[number]], tag, depth


def _openings(tags: Sequence[T]) -> dict[int, int]:
    """The number of the opening tag by that of its closing tag."""
    found: dict[int, int] = {}
    stack: list[int] = []
    open_by_name: dict[str, list[int]] = {}
    for number, tag in enumerate(tags):
        if tag.kind == "open":
            stack.append(number)
            open_by_name.setdefault(tag.name, []).append(number)
        elif tag.kind == "close" and (same := open_by_name.get(tag.name)):
            opening = found[number] = same[-1]
            while open_by_name[tags[stack.pop()].name].pop() != opening:
                pass
    return found
