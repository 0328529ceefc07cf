"""What stands beside the names of a byline and credits nobody: pronouns, addresses, the date."""

from __future__ import annotations

import re

_PRONOUNS = re.compile(r",?\s*\(?\b(?:she|he|they)/(?:hers?|him|his|them|theirs?)(?:/\w+)?\b\)?")
_MAIL = re.compile(r",?\s*(?:[|•/–—-]\s*)?[(<\[]?\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+[)>\]]?")
_PUBLISHED = r"(?:(?:posted|published)\s+)?(?:on\s+)?"
_DAY = (
    r"(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d\d-\d\d|(?:\w+day,?\s+)?[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\.?\s+\w{3,9}\s+\d{4})"
)
_DATE = re.compile(_PUBLISHED + _DAY, re.IGNORECASE)
_BEFORE = re.compile(rf"({_PUBLISHED}{_DAY}),?\s+(?=by\b)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?<=[\w.)]),?\s+({_PUBLISHED}{_DAY})$", re.IGNORECASE)
_NOT_OF_DATE = re.compile(r"(?:(?:posted|published)\s+)?(?:on\s+)?(?:[a-z]+day,?\s+)?", re.IGNORECASE)


def without_addresses(line: str) -> str:
    """A line without pronouns and e-mail addresses."""
    line = _PRONOUNS.sub("", line)
    return _MAIL.sub("", line) if "@" in line else line


def is_date(text: str) -> bool:
    """Whether a text is nothing but a date, or says that something was published on it."""
    return _DATE.fullmatch(text) is not None


def without_date(line: str) -> tuple[str, str]:
    """Part the date from a line that has it before its "by", or at its end: "By Jane Doe, April 12, 2019"."""
    before = _BEFORE.match(line)
    if before is not None:
        return line[before.end() :], before[1]
    behind = _BEHIND.search(line)
    return (line[: behind.start()], behind[1]) if behind is not None else (line, "")


def bare_date(text: str) -> str:
    """A date without the words before it: "Published on Friday, April 12, 2019" → "April 12, 2019"."""
    return _NOT_OF_DATE.sub("", text)
