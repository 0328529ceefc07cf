"""What a repair does to an item's text, and how it finds its place there."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable
from typing import NamedTuple

from migrator.model import Entry
from migrator.sources.wxr.tags import field_of


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
    return re.compile(rf"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?-->|(?P<found>{pattern})", re.DOTALL | flags)


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


_OPENED = outside(r"<(?P<name>(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)(?=[\s/>])")


def entries_of(rule: str, text: str, changes: list[Change]) -> list[Entry]:
    """Write one ledger entry for all that a repair changed in each field of `text`."""
    opened = [(match.end(), field_of(match["name"])) for match in _OPENED.finditer(text) if match["found"]]
    fields: dict[str, list[Change]] = {}
    for change in changes:
        index = bisect(opened, change.at, key=lambda pair: pair[0]) - 1
        fields.setdefault(opened[index][1] if index >= 0 else "item", []).append(change)
    return [Entry(rule, "repaired", field, *_joined(found)) for field, found in fields.items()]


def _joined(changes: list[Change]) -> tuple[str, str]:
    return " ".join(filter(None, (change.before for change in changes))), " ".join(
        filter(None, (change.after for change in changes))
    )
