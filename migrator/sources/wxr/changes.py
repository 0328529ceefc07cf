"""What a repair does to an item's text, and how it finds its place there."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from typing import NamedTuple

from migrator.model import Entry
from migrator.sources.wxr.tags import field_of

SECTION = r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
"""A CDATA section, closed or not."""

NOTE = r"<!--(?:(?!<!--).)*?-->"
"""A comment. One that another starts in was never closed; to look on for its end would take a time that grows with
the square of their number."""


class Change(NamedTuple):
    """A stretch of text that a repair replaced; `at` is where it began."""

    at: int
    before: str
    after: str


class Mended(NamedTuple):
    """An item's text after a repair, and what was changed in it."""

    text: str
    changes: list[Change]


def outside(pattern: str, flags: re.RegexFlag = re.DOTALL) -> re.Pattern[str]:
    """Make a pattern that matches outside CDATA sections and comments only: there its group "found" is set."""
    return re.compile(rf"{SECTION}|{NOTE}|(?P<found>{pattern})", re.DOTALL | flags)


def replace(text: str, pattern: re.Pattern[str], make: Callable[[re.Match[str]], str]) -> Mended:
    """Put `make(match)` in the place of all that the pattern's group "found" matches."""
    changes: list[Change] = []

    def swap(match: re.Match[str]) -> str:
        if match["found"] is None:
            return match[0]
        after = make(match)
        if after != match[0]:
            changes.append(Change(match.start(), match[0], after))
        return after

    return Mended(pattern.sub(swap, text), changes)


_TAG = outside(r"<(?P<close>/?)(?P<name>(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)(?=[\s/>])")


def entries_of(rule: str, text: str, changes: list[Change]) -> list[Entry]:
    """Write one ledger entry for all that a repair changed in each field of `text`."""
    if not changes:
        return []
    borders = list(_borders(text))
    fields: dict[str, list[Change]] = {}
    for change in changes:
        index = bisect(borders, change.at, key=lambda border: border[0]) - 1
        fields.setdefault(borders[index][1] if index >= 0 else "item", []).append(change)
    return [Entry(rule, "repaired", field, *_joined(found)) for field, found in fields.items()]


def _borders(text: str) -> Iterator[tuple[int, str]]:
    """Find where each field starts, and where its end leads back to the item."""
    for tag in _TAG.finditer(text):
        if tag["found"] and (field := field_of(tag["name"])):
            yield (tag.end(), "item") if tag["close"] else (tag.start(), field)


def _joined(changes: list[Change]) -> tuple[str, str]:
    return " ".join(filter(None, (change.before for change in changes))), " ".join(
        filter(None, (change.after for change in changes))
    )
