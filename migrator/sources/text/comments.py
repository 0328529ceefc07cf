"""The comments that a page's text has below its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from migrator.clean.rules.texts import COMMENT_LABELS
from migrator.model import Entry, RawComment
from migrator.sources.pages.comment_dates import printed_moment
from migrator.sources.text.words import COMMENTS, REPLIES, SAYS

RULE = "text.comments"
_HEADING = re.compile(COMMENTS, re.IGNORECASE)
_SAYS = re.compile(rf"(?P<name>.{{1,60}}?){SAYS}", re.IGNORECASE)
_LABELS = frozenset(label.lower() for label in COMMENT_LABELS)
_LONGEST_DATE = 60
"""Characters of the line that dates a comment."""


@dataclass(slots=True)
class Found:
    """Where comments begin and end among the lines, the comments themselves, and the words around them."""

    start: int = 0
    stop: int = 0
    comments: list[RawComment] = field(default_factory=list)
    around: list[str] = field(default_factory=list)


def find_comments(lines: Sequence[str]) -> Found | None:
    """Find the comments below a heading such as "2 Comments"; None when they can't be told apart.

    Each begins with a name and a date that has a time; what stands above the first one or below the form's title is
    no part of them.
    """
    start = next((at for at, line in enumerate(lines) if at and _HEADING.fullmatch(line.strip())), 0)
    stop = next((at for at in range(start, len(lines)) if lines[at].strip().lower() in _LABELS), len(lines))
    begun = [at for at in range(start + 1, stop) if _begins(lines, at, stop)]
    first = next((at for at in range(start + 1, stop) if lines[at].strip()), stop)
    if not start or not begun or begun[0] != first:
        return None
    found = Found(start, stop, around=[lines[start].strip()])
    for number, at in enumerate(begun, 1):
        end = begun[number] if number < len(begun) else stop
        found.comments.append(_comment(lines[at:end], number, found.around))
    return found


def as_entry(found: Found) -> Entry:
    """Tell what is left out around comments: their heading, links to answer, the lines that name and date them."""
    return Entry(RULE, "removed", "content", "\n".join(found.around))


def _begins(lines: Sequence[str], at: int, stop: int) -> bool:
    """Whether a comment begins at a line: a name, with the date on the next line that isn't blank."""
    below = next((line.strip() for line in lines[at + 1 : min(at + 3, stop)] if line.strip()), "")
    name = lines[at].strip()
    return bool(
        name
        and _SAYS.fullmatch(name)
        and not printed_moment(name)
        and len(below) <= _LONGEST_DATE
        and printed_moment(below)
    )


def _comment(lines: Sequence[str], number: int, around: list[str]) -> RawComment:
    name = _SAYS.fullmatch(lines[0].strip())
    dated = next(at for at, line in enumerate(lines) if at and line.strip())
    around += [line.strip() for line in (lines[0], lines[dated])]
    words = [line for line in lines[dated + 1 :] if line.strip().lower() not in REPLIES]
    around += [line.strip() for line in lines[dated + 1 :] if line.strip().lower() in REPLIES]
    return RawComment(
        id=number,
        author=name["name"].strip() if name else "",
        date=printed_moment(lines[dated]),
        approved="1",
        type="comment",
        content="\n".join(words).strip(),
    )
