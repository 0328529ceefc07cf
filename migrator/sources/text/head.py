"""The first lines of a page's text: labels, title, and what stands between the title and the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from migrator.clean.rules.texts import PAGE_NOTICES
from migrator.model import Entry
from migrator.normalise.bylines.names import is_person
from migrator.normalise.bylines.printed import read_byline
from migrator.normalise.bylines.titles import role_of
from migrator.sources.text.dates import Dated, read_date_line
from migrator.sources.text.fields import TITLE, Page, add_date, add_labels
from migrator.sources.text.labels import SEPARATOR, Known, Labels, is_date, read_labels
from migrator.sources.text.words import BY

LONGEST_TITLE = 200
"""Characters; WordPress's titles have 120 at most on 1,700 pages of real sites."""

LONGEST_SHORT = 100
"""Characters of a line that is no paragraph; a longer title ends without a full stop, comma or semicolon."""

_SUBTITLES = 1
"""Lines between a title and what says who wrote and when that may be something else."""

_LABEL_LINES = 6
"""Lines of labels above a title at most."""

_NOTICES = frozenset(
    ("menu", "home", "search", "skip to content", "skip to main content", "primary menu", "toggle navigation")
) | {notice.lower() for notice in PAGE_NOTICES}
_MARKDOWN = re.compile(r"#{1,6}\s+")
_BEHIND_DATE = re.compile(rf"\s+(?={BY}\s+\S)", re.IGNORECASE)


def labels_above(text: str, known: Known) -> list[Labels]:
    """The labels above the title of a page's text, for those who look through the whole set first."""
    lines = text.split("\n")
    return [labels for _, labels in _labels_above(lines, notices(lines)[1], known)]


def first_line(text: str) -> str:
    """The first line of a page's text that stands above a title; "" where none does."""
    lines = text.split("\n")
    at = notices(lines)[1]
    below = _next(lines, at + 1)
    is_above = _next(lines, below + 1) < len(lines) and _is_title(lines, below) and not _is_sentence(lines[below])
    return lines[at].strip() if is_above else ""


def notices(lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines of a page's navigation that come first, and where the others begin."""
    at = 0
    while at < len(lines) and (not lines[at].strip() or lines[at].strip().lower() in _NOTICES):
        at += 1
    return [line for line in lines[:at] if line.strip()], at


def _next(lines: Sequence[str], at: int) -> int:
    """Where the next line is that isn't blank."""
    return next((place for place in range(at, len(lines)) if lines[place].strip()), len(lines))


def _labels_above(lines: Sequence[str], at: int, known: Known) -> Iterator[tuple[int, Labels]]:
    """The lines of labels from a place on, each with where it stands; a title must be left below them."""
    for count in range(_LABEL_LINES):
        at = _next(lines, at)
        below = _next(lines, at + 1)
        if below == len(lines) or not _is_title(lines, below):
            return
        labels = read_labels(lines[at].strip(), known, is_above_title=True, follows=count > 0)
        if labels is None or (len(labels.names) == 1 and not is_date(labels.names[0]) and _is_sentence(lines[below])):
            return
        yield at, labels
        at += 1


def _is_sentence(line: str) -> bool:
    return line.rstrip().endswith(".")


def _is_title(lines: Sequence[str], at: int) -> bool:
    """Whether a line can be a title: neither prose, nor the middle of it, nor a byline or a date."""
    line = lines[at].strip()
    if not line or len(line) > LONGEST_TITLE or (len(line) > LONGEST_SHORT and line[-1] in ".,;"):
        return False
    byline = read_byline(line)
    below = _next(lines, at + 1)
    has_role = below < len(lines) and bool(role_of(lines[below].strip()))
    is_signed = byline is not None and (byline.credits[0].connector != "" or has_role)
    return not is_signed and _is_whole(lines, at)


def _is_whole(lines: Sequence[str], at: int) -> bool:
    """Whether the line is no part of a paragraph that goes on below it."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return not below or not below[0].islower() or lines[at].strip()[-1] in '.!?”"'


def read_labels_above(page: Page, lines: Sequence[str], at: int, known: Known) -> int:
    """Read the lines of labels from a place on, and say where the title is."""
    for place, labels in list(_labels_above(lines, at, known)):
        add_labels(page, lines[place].strip(), labels)
        at = place + 1
    return at


def read_title(page: Page, lines: Sequence[str], at: int, name: str) -> int:
    """Read the title and say where the text goes on; a text without one gets its file's name."""
    at = _next(lines, at)
    if at < len(lines) and _is_title(lines, at):
        page.title = _MARKDOWN.sub("", lines[at].strip(), count=1)
        return at + 1
    page.title = name
    page.entries.append(Entry(TITLE, "added", "title", "", name))
    return at


def read_head(page: Page, lines: list[str], known: Known) -> Iterator[str]:
    """Read the dates and labels between a title and the article; the other lines are the text.

    Where several lines of a text are days, they are its headings.
    """
    is_chronicle = sum(_is_bare_day(line) for line in lines) > 1
    others = 0
    for place, line in enumerate(lines):
        text = line.strip()
        rest = _read_line(page, text, known) if text and not (is_chronicle and _is_bare_day(text)) else text
        others += bool(rest) and not _is_signature(rest)
        if others > _SUBTITLES or len(rest) > LONGEST_SHORT:
            yield from (rest, *lines[place + 1 :]) if rest != text else lines[place:]
            return
        if rest or not text:
            yield rest if rest != text else line


def _is_bare_day(line: str) -> bool:
    dated = read_date_line(line.strip())
    return dated is not None and not dated.moment and not dated.is_change


def _is_signature(line: str) -> bool:
    return read_byline(line) is not None or bool(role_of(line))


def _read_line(page: Page, line: str, known: Known) -> str:
    """Read a line that is a date, labels, or has such beside other words; what is left of it."""
    if dated := read_date_line(line):
        add_date(page, line, dated)
        return ""
    if labels := read_labels(line, known, is_above_title=False):
        add_labels(page, line, labels)
        return ""
    parts = _BEHIND_DATE.split(line, maxsplit=1) if _BEHIND_DATE.search(line) else SEPARATOR.split(line)
    dates = {part: dated for part in parts if len(parts) > 1 and (dated := read_date_line(part))}
    if not dates or len(line) > LONGEST_TITLE:
        return line
    return _read_parts(page, parts, dates)


def _read_parts(page: Page, parts: Sequence[str], dates: dict[str, Dated]) -> str:
    """Take the dates and labels out of a line: "By Jane Doe | April 3, 2024 | Sports"."""
    for part, dated in dates.items():
        add_date(page, part, dated)
    rest = []
    for part in parts:
        labels = None if part in dates or is_person(part) else read_labels(part, (), is_above_title=True)
        if labels:
            add_labels(page, part, labels)
        elif part not in dates:
            rest.append(part)
    return " | ".join(rest)
