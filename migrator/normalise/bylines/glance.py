"""Find whom bodies print as authors without reading the bodies: for the index pass, which must know every person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice, takewhile

from migrator.normalise.bylines.continued import added_by, byline_at
from migrator.normalise.bylines.lines import HEAD, TAIL
from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.bylines.printed import LONGEST, Credit, affiliation_of
from migrator.normalise.bylines.titles import is_signing

BEGINNING, END = 2000, 1000
"""Characters of a body's source that its first and last lines stand in, with the markup of pictures before them."""

_SPARE = 3
"""Lines more than a byline may be behind: captions, which are no lines of the text, count here."""

_COMMENT = re.compile(r"<!--.*?-->|\[/?[\w-]+[^\[\]]*\]", re.DOTALL)
_LINE_END = re.compile(r"<(?:/?(?:p|div|h[1-6]|figure|figcaption|li|ul|ol|blockquote|table|tr|td|hr)\b|br)[^>]*>|\n")
_TAG = re.compile(r"<[^>]*>?")


def printed_credits(content: str) -> Iterator[Credit]:
    """Read what a body's first and last lines credit anyone with, doubtful ones left out."""
    head = takewhile(_is_short, islice(_lines(_parts(content[:BEGINNING])), HEAD + _SPARE))
    tail = islice(_lines(reversed(_LINE_END.split(content[-END:]))), TAIL + _SPARE)
    yield from _credits(list(head))
    yield from _credits(list(tail)[::-1])


def _parts(content: str) -> Iterator[str]:
    """What stands between line ends, no more of it than is asked for."""
    start = 0
    for end in _LINE_END.finditer(content):
        yield content[start : end.start()]
        start = end.end()
    yield content[start:]


def _lines(parts: Iterable[str]) -> Iterator[str]:
    """The lines of which there is anything to read."""
    for part in parts:
        if not part or part.isspace():
            continue
        text = _TAG.sub("", _COMMENT.sub("", part)) if "<" in part or "[" in part else part
        line = text if len(text) > 4 * LONGEST else folded_spaces(unescape(text))
        if line:
            yield line


def _is_short(line: str) -> bool:
    """Whether the text itself hasn't begun."""
    return len(line) <= LONGEST


def _credits(lines: list[str]) -> Iterator[Credit]:
    last = None
    for place, line in enumerate(lines):
        begun = byline_at(lines, place) if len(line) <= LONGEST else None
        if begun is None:
            more = added_by(line, last) if last is not None else ()
            yield from more
            last = last if more or is_signing(line) or affiliation_of(line) else None
            continue
        byline, stop = begun
        below = lines[stop] if stop < len(lines) else ""
        if byline.strength == "strong" or is_signing(below) or affiliation_of(below):
            yield from byline.credits
            last = byline.credits[-1]
