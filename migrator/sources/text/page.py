"""The text of a page: which lines are labels, title and date, and which are the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from migrator.clean.rules import texts
from migrator.model import Entry, RawComment, TermRef
from migrator.normalise.bylines.printed import read_byline
from migrator.normalise.bylines.titles import role_of
from migrator.sources.text.comments import as_entry, find_comments
from migrator.sources.text.dates import Dated, read_date_line
from migrator.sources.text.labels import Known, Labels, read_labels

LABELS, DATE, TITLE = "text.labels", "text.date", "text.title"
"""The rules of what is read from a page's lines."""

LONGEST_TITLE = 200
"""Characters; WordPress's titles have 120 at most on 1,700 pages of real sites."""

LONGEST_SHORT = 100
_HEAD = 5
"""Lines below a title that may be labels or a date: a subtitle, bylines with roles and a date stand there."""

_LABEL_LINES = 6
_NOTICES = frozenset(
    ("menu", "home", "search", "skip to content", "skip to main content", "primary menu", "toggle navigation")
) | {notice.lower() for notice in texts.PAGE_NOTICES}
_TABLES = (
    *(texts.SHARE_LABELS, texts.LIKE_LABELS, texts.FOLLOW_LABELS, texts.PRINT_NOTICES, texts.RELATED_NOTICES),
    *(texts.COMMENT_LABELS, texts.COMMENT_NOTICES, texts.AKISMET, texts.NEWSLETTER_NOTICES, texts.PAGE_NOTICES),
)
_FURNITURE = frozenset(label.lower() for labels in _TABLES for label in labels)
"""Lines that begin what a theme or plugin puts below an article; the rules that take them out ask for paragraphs."""

_WRAPPED = 50, 100
"""Between so many characters have all lines of a paragraph but its last where an editor broke them."""

_ONE_LINE = 120
"""A line that is longer is a paragraph."""

_MARKDOWN = re.compile(r"#{1,6}\s+")


@dataclass(slots=True)
class Page:
    """What a page's text says, line by line; `entries` tell of lines that became fields, and what is doubtful."""

    title: str = ""
    terms: list[TermRef] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    body: str = ""
    comments: list[RawComment] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def read_page(text: str, known: Known, name: str) -> Page:
    """Read a page's text; `name`, that of its file, stands for a title where it has none."""
    page = Page()
    lines = text.split("\n")
    notices, at = _notices(lines)
    at = _read_labels_above(page, lines, at, known)
    at = _read_title(page, lines, at, name)
    lines = [*notices, *_read_head(page, lines[at:], known)]
    if found := find_comments(lines):
        page.comments = found.comments
        page.entries.append(as_entry(found))
        lines = lines[: found.start] + lines[found.stop :]
    page.body = paragraphs(lines)
    return page


def labels_above(text: str, known: Known) -> list[Labels]:
    """The labels above the title of a page's text, for those who look through the whole set first."""
    lines = text.split("\n")
    return [labels for _, labels in _labels_above(lines, _notices(lines)[1], known)]


def _notices(lines: Sequence[str]) -> tuple[list[str], int]:
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
        if labels is None:
            return
        yield at, labels
        at += 1


def _is_title(lines: Sequence[str], at: int) -> bool:
    """Whether a line can be a title: neither prose, nor the middle of it, nor a byline or a date."""
    line = lines[at].strip()
    if not line or len(line) > LONGEST_TITLE or (len(line) > LONGEST_SHORT and line[-1] in ".,;"):
        return False
    byline = read_byline(line)
    is_signed = byline is not None and byline.strength == "strong"
    return not is_signed and not role_of(line) and _is_whole(lines, at)


def _is_whole(lines: Sequence[str], at: int) -> bool:
    """Whether the line is no part of a paragraph that goes on below it."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return not below or not below[0].islower() or lines[at].strip()[-1] in '.!?”"'


def _read_labels_above(page: Page, lines: Sequence[str], at: int, known: Known) -> int:
    for place, labels in list(_labels_above(lines, at, known)):
        _add_labels(page, lines[place].strip(), labels)
        at = place + 1
    return at


def _add_labels(page: Page, line: str, labels: Labels) -> None:
    page.terms += [TermRef(labels.taxonomy, "", name) for name in labels.names]
    page.entries.append(Entry(LABELS, "rewritten", "content", line, " | ".join(labels.names)))
    if labels.doubtful:
        doubt = "each taken for one label: " + " | ".join(labels.doubtful)
        page.entries.append(Entry(LABELS, "warned", "content", line, doubt))


def _read_title(page: Page, lines: Sequence[str], at: int, name: str) -> int:
    """Read the title and say where the text goes on; a text without one gets its file's name."""
    at = _next(lines, at)
    if at < len(lines) and _is_title(lines, at):
        page.title = _MARKDOWN.sub("", lines[at].strip(), count=1)
        return at + 1
    page.title = name
    page.entries.append(Entry(TITLE, "added", "title", "", name))
    return at


def _read_head(page: Page, lines: list[str], known: Known) -> Iterator[str]:
    """Read the dates and labels among the first lines below a title; the other lines are the text."""
    seen = 0
    for place, line in enumerate(lines):
        text = line.strip()
        if seen >= _HEAD or len(text) > LONGEST_TITLE:
            yield from lines[place:]
            return
        seen += bool(text)
        dated = read_date_line(text) if text else None
        labels = read_labels(text, known, is_above_title=False) if text and not dated else None
        if dated:
            page.dates.append(dated)
            page.entries.append(Entry(DATE, "rewritten", "content", text, dated.edtf))
        elif labels:
            _add_labels(page, text, labels)
        else:
            yield line


def paragraphs(lines: Sequence[str]) -> str:
    """Put a blank line between paragraphs, where a text has none, and the lines of a wrapped one together."""
    kept = [line.rstrip() for line in lines]
    text = "\n".join(kept).strip("\n")
    if "\n\n" not in text and any(len(line) > _ONE_LINE for line in kept):
        return "\n\n".join(filter(None, map(str.strip, kept)))
    return "\n\n".join(map(_unwrapped, re.split(r"\n\s*\n", text)))


def _unwrapped(paragraph: str) -> str:
    """A paragraph's lines joined where an editor broke them; what stands around articles on lines of its own."""
    lines = paragraph.split("\n")
    own = next((at for at, line in enumerate(lines) if line.strip().lower() in _FURNITURE), None)
    if own is not None and len(lines) > 1:
        return "\n\n".join(filter(None, ("\n".join(lines[:own]), *lines[own:])))
    shortest, longest = _WRAPPED
    is_wrapped = len(lines) > 2 and all(shortest <= len(line) <= longest for line in lines[:-1])
    return " ".join(map(str.strip, lines)) if is_wrapped and len(lines[-1]) <= longest else paragraph
