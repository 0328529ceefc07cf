"""Find whom bodies print as authors without reading the bodies: for the index pass, which must know every person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from migrator.normalise.bylines.lines import DASHES, HEAD, TAIL
from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.bylines.printed import LONGEST, Credit, read_byline
from migrator.normalise.bylines.titles import role_of

BEGINNING, END = 2000, 1000
"""Characters of a body's source that its first and last lines stand in, with the markup of pictures before them."""

_SPARE = 3
"""Lines more than a byline may be behind: captions, which are no lines of the text, count here."""

_COMMENT = re.compile(r"<!--.*?-->|\[/?[\w-]+[^\[\]]*\]", re.DOTALL)
_LINE_END = re.compile(r"<(?:/?(?:p|div|h[1-6]|figure|figcaption|li|ul|ol|blockquote|table|tr|td|hr)\b|br)[^>]*>|\n")
_TAG = re.compile(r"<[^>]*>?")


def printed_credits(content: str) -> Iterator[Credit]:
    """Read what a body's first and last lines credit anyone with, doubtful ones left out."""
    if len(content) <= BEGINNING + END:
        lines = _lines(content)
        yield from _credits(lines[: HEAD + _SPARE])
        yield from _credits(lines[HEAD + _SPARE :][-TAIL - _SPARE :])
    else:
        yield from _credits(_lines(content[:BEGINNING])[: HEAD + _SPARE])
        yield from _credits(_lines(content[-END:])[-TAIL - _SPARE :])


def _lines(source: str) -> list[str]:
    text = _TAG.sub("", _LINE_END.sub("\n", _COMMENT.sub("", source)))
    parts = unescape(text).split("\n")
    return [line for part in parts if (line := part if len(part) > 2 * LONGEST else folded_spaces(part))]


def _credits(lines: list[str]) -> Iterator[Credit]:
    for place, line in enumerate(lines):
        if len(line) > LONGEST:
            continue
        byline = read_byline(line.lstrip(DASHES))
        if byline is not None and (byline.strength == "strong" or any(map(role_of, lines[place + 1 : place + 2]))):
            yield from byline.credits
