"""When a comment was written, as its page tells machines or readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from migrator.normalise.labels import edtf_of

_MACHINE = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?")
_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º)?[.,]? (?:de |of )?([^\W\d_]{3,10})[.,]{0,2} (?:de |del )?((?:19|20)\d\d)"
    r"|([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\b(\d{1,2})\. ?(\d{1,2})[.,] ?((?:19|20)\d\d)\b")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})(?:\b|日)")
_CLOCK = re.compile(r"\D{0,12}?\b(\d{1,2})[:.h](\d\d)(?::\d\d)?(?:\s*([ap])\.?m\b)?", re.IGNORECASE)
_MONTHS = 12


def read_moment(machine: Iterable[str], printed: str) -> tuple[str, str]:
    """The local and the GMT date as WordPress stores them ("2024-04-10 09:30:00"), each "" where it isn't certain.

    Before 5.3 WordPress wrote the local time with an offset of +00:00 (`mysql2date`), so that one says nothing of GMT.
    """
    for text in machine:
        found = _MACHINE.search(text)
        if found and (told := _from_machine(*found.groups())):
            return told
    return printed_moment(printed), ""


def _from_machine(day: str, time: str, seconds: str | None, zone: str | None) -> tuple[str, str] | None:
    try:
        local = datetime.fromisoformat(f"{day} {time}{seconds or ':00'}")
        offset = datetime.fromisoformat(f"{day}T{time}{zone or '+00:00'}").utcoffset()
    except ValueError:
        return None
    if not offset:
        return str(local), ""
    return str(local), str(local - offset)


def printed_moment(text: str) -> str:
    """The day with the time behind it that a text for readers tells, as WordPress stores it; "" if none."""
    times = ((day, _CLOCK.match(text, end)) for day, end in _days(text))
    return next((_with_time(day, time) for day, time in times if time), "")


def read_day(printed: str) -> str:
    """The day that a text for readers tells (EDTF); "" if none, or one that may be read in two ways."""
    return next((day for day, _ in _days(printed)), "")


def _days(text: str) -> Iterator[tuple[str, int]]:
    """The days that a text tells, and where each ends."""
    for pattern, read in _READERS:
        for found in pattern.finditer(text):
            if day := read(found):
                yield day, found.end()


def _of_words(found: re.Match[str]) -> str:
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    return edtf_of(f"{day} {month} {year}")


def _of_year_first(found: re.Match[str]) -> str:
    return edtf_of(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")


def _of_numbers(found: re.Match[str]) -> str:
    return edtf_of(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")


def _of_slashed(found: re.Match[str]) -> str:
    """A date with slashes, whose order only a number above 12 tells."""
    first, second = int(found[1]), int(found[2])
    if (first > _MONTHS) == (second > _MONTHS):
        return ""
    day, month = (first, second) if first > _MONTHS else (second, first)
    return edtf_of(f"{found[3]}-{month:02}-{day:02}")


def _with_time(day: str, time: re.Match[str]) -> str:
    hour, half = int(time[1]), (time[3] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return f"{day} {hour:02}:{time[2]}:00" if hour < 24 and int(time[2]) < 60 else ""


_READERS = (
    (_WORDS, _of_words),
    (_YEAR_FIRST, _of_year_first),
    (_NUMBERS, _of_numbers),
    (_SLASHED, _of_slashed),
)
