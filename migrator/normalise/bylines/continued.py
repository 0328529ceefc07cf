"""Bylines that go on on the next line: "By" above the name, "By Jane Doe and" above another, "and John Roe" below.

Of 70,018 lines of 294 real pages 34 stop short above a name, which is that of a maker each time; two would be taken for
a further name if they stood below a byline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from migrator.normalise.bylines.printed import LONGEST, Credit, PrintedByline, read_byline
from migrator.normalise.bylines.words import CONNECTORS, JOINS

DASHES = "-–—~ "
"""What may stand before a signature."""

_OPEN_ENDS = (",", *(f" {word}" for word in JOINS))
_JOINED = re.compile(rf"(?:{'|'.join(map(re.escape, JOINS))}|And|AND)\s+")
"""Other words with a capital begin a title: "En Vogue Returns", "With Honor Roll", "E Street Band"."""


def byline_at(lines: Sequence[str], place: int) -> tuple[PrintedByline, int] | None:
    """Read the byline at a line, and where it ends: behind the next line if this one stops short of a name."""
    line = lines[place].lstrip(DASHES)
    if place + 1 < len(lines) and _stops_short(line) and not _begins_anew(line, lines[place + 1]):
        whole = read_byline(f"{line} {lines[place + 1]}")
        if whole is not None and whole.strength == "strong" and whole.credits[0].connector:
            return whole, place + 2
    byline = read_byline(line)
    return (byline, place + 1) if byline is not None else None


def _stops_short(line: str) -> bool:
    if len(line) > LONGEST:
        return False
    words = line.lower().rstrip(" :").replace("’", "'")
    return words.endswith(_OPEN_ENDS) or words in CONNECTORS


def _begins_anew(line: str, below: str) -> bool:
    """Whether the line below has a "by" or an "and" of its own, which would be read as part of a name."""
    if _JOINED.match(below):
        return not line.rstrip().endswith(",")
    byline = read_byline(below)
    return byline is not None and bool(byline.credits[0].connector)


def added_by(line: str, last: Credit) -> tuple[Credit, ...]:
    """Whom a line adds to those above it, of whom `last` stands behind a "by": "& John Roe, News Editor"."""
    begun = _JOINED.match(line) if last.connector else None
    byline = read_byline(f"{last.connector} {line[begun.end() :]}") if begun is not None else None
    return byline.credits if byline is not None and byline.strength == "strong" else ()
