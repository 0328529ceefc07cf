"""What else than fields says when a document was published: its address, its byline, a line of its body, its issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element, iterwalk

from migrator.markup.text import plain
from migrator.model import Post
from migrator.normalise.label_words import BEFORE_DAYS, PUBLISHED_WORDS
from migrator.normalise.labels import DAY_LENGTH, date_beside_number, edtf_of
from migrator.normalise.urls import date_in_address

_LINE = re.compile(
    rf"(?:{PUBLISHED_WORDS})(?: (?:{BEFORE_DAYS}))?(?: ?[:–—-])? (?P<date>.+?)"
    r"(?:,? (?:(?:at|um|à|a las|kl\.?) )?\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\.?| uhr)?)??\.?",
    re.IGNORECASE,
)
_LONGEST = 80
"""Characters of a line that says no more than when a text was published, its weekday and time of day included."""
_BLOCKS = frozenset("p h2 h3 h4 h5 h6".split())


class Witness(NamedTuple):
    """A date (EDTF: "2024-04-10", "2024-04", "2024") and who says it: url, body, category."""

    edtf: str
    source: str


def witnesses(post: Post) -> Iterator[Witness]:
    """The dates that a document bears besides its fields, the surest first."""
    in_address = date_in_address(post.record.link)
    if in_address:
        yield Witness(in_address, "url")
    if post.printed_date and (printed := edtf_of(post.printed_date)):
        yield Witness(printed, "body")
    if line := next(filter(None, map(_day_in, _edges(post.tree))), ""):
        yield Witness(line, "body")
    for term in sorted(post.record.terms, key=lambda term: -len(term.name)):
        name = plain(term.name)
        label = edtf_of(name) or date_beside_number(name)
        if label:
            yield Witness(label, term.taxonomy)


def _edges(body: _Element) -> Iterator[str]:
    """The first and the last line of a body's text, as far as they are lines of paragraphs or headings."""
    for blocks, end in ((iter(body), 0), (reversed(body), -1)):
        with_text = ((block, lines) for block in blocks if isinstance(block.tag, str) and (lines := _lines_of(block)))
        yield from (lines[end] for block, lines in islice(with_text, 1) if block.tag in _BLOCKS)


def _lines_of(block: _Element) -> list[str]:
    """The lines of a block, white space folded, empty ones left out."""
    lines = [""]
    for event, node in iterwalk(block, ("start", "end", "comment")):
        if event != "start":
            lines[-1] += (node.tail or "") if node is not block else ""
        elif node.tag == "br":
            lines.append("")
        else:
            lines[-1] += node.text or ""
    return [folded for line in lines if (folded := " ".join(line.split()))]


def _day_in(line: str) -> str:
    """The day on which a line says that a text was published, and nothing else; a month or year may be a book's."""
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    edtf = edtf_of(found["date"]) if found else ""
    return edtf if len(edtf) == DAY_LENGTH else ""
