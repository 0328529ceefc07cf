"""A line of a page's text that says when it was published, and nothing else."""

from __future__ import annotations

import re
from typing import NamedTuple

from migrator.normalise.witnesses.dates import read_date
from migrator.sources.pages.comment_dates import printed_moment
from migrator.sources.text.words import BEFORE_CHANGES, BEFORE_DATES, DAYS

LONGEST = 80
"""Characters of a line that says nothing but a date."""

_LEAD = re.compile(
    rf"(?:(?P<published>{BEFORE_DATES})|(?P<changed>{BEFORE_CHANGES}))?\s*:?\s*(?:(?:{DAYS}),?\s+)?", re.IGNORECASE
)
_TIME = re.compile(
    r"[\s,|•·–-]*(?:\b(?:at|um|à|a las|alle|om|kl\.?)\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr)?"
    r"(?:\s*[A-Z]{2,4})?\s*$",
    re.IGNORECASE,
)


class Dated(NamedTuple):
    """A date as EDTF, the same with its time as WordPress stores it ("" if there is none), and what it dates."""

    edtf: str
    moment: str
    is_change: bool


def read_date_line(line: str) -> Dated | None:
    """Read "Posted on April 24, 2024 at 3:15 pm"; None for a line that says anything else."""
    if len(line) > LONGEST:
        return None
    lead = _LEAD.match(line)
    rest = line[lead.end() if lead else 0 :].strip(" .|•·")
    time = _TIME.search(rest)
    edtf = _exactly(rest[: time.start()] if time else rest)
    if not edtf:
        return None
    return Dated(edtf, printed_moment(rest) if time else "", bool(lead and lead["changed"]))


def _exactly(text: str) -> str:
    """The date that a text is, with nothing about it."""
    text = text.strip(" ,.|•·")
    edtf = read_date(text)
    is_machine = re.fullmatch(r"[\d\s./T:Z+-]+", text) is not None
    return edtf[:10] if edtf and (is_machine or any(map(str.isalpha, text))) else ""
