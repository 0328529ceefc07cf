"""Read the labels of issues: "April 2024", "Spring 2014", "Vol. 53, No. 2", as EDTF and numbers."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from migrator.normalise.label_words import (
    MONTHS,
    NUMBER_WORDS,
    SEASONS,
    VOLUME_WORDS,
    VOLUME_YEARS,
    WEEKDAYS,
)

_WORD = r"[^\W\d_]{3,12}"
DAY_LENGTH = len("2024-04-10")
"""Characters of an EDTF date that tells the day."""

_YEAR = r"(?:18|19|20)\d\d"
_ISSUE = r"(?: (?:issues?|archives?|edition|ausgabe|edición|édition))?"
_WEEKDAY = re.compile(rf"(?:{WEEKDAYS})\.?,? (?=\S)", re.IGNORECASE)
_ONLY_YEAR = re.compile(rf"({_YEAR}){_ISSUE}", re.IGNORECASE)
_ABOUT = re.compile(rf"(?:circa|ca\.?|c\.|um|vers|hacia|около) ?({_YEAR})", re.IGNORECASE)
_YEARS = re.compile(rf"({_YEAR})\s*[-–/]\s*({_YEAR}|\d\d)(?: (?:school|academic) year)?", re.IGNORECASE)
_MONTH = re.compile(rf"({_WORD})\.?,?(?: de)? ({_YEAR}){_ISSUE}", re.IGNORECASE)
_MONTHS = re.compile(
    rf"({_WORD})\.?(?: ({_YEAR}))?\s*(?:[-–/&]|and|und|et|y)\s*({_WORD})\.?,? ({_YEAR}){_ISSUE}", re.IGNORECASE
)
_MONTH_LAST = re.compile(rf"({_YEAR}) ({_WORD})", re.IGNORECASE)
_DAY = re.compile(rf"({_WORD})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ({_YEAR}){_ISSUE}", re.IGNORECASE)
_DAYS = re.compile(rf"({_WORD})\.? (\d{{1,2}})\s*[-–]\s*(\d{{1,2}}),? ({_YEAR}){_ISSUE}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:\.|er|º|°)? (?:de )?({_WORD})\.?,?(?: de)? ({_YEAR})(?: г\.?)?", re.IGNORECASE)
_DOTTED = re.compile(rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?({_YEAR})")
_SLASHED = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/({_YEAR})")
_WINTER = re.compile(rf"({_WORD}) ({_YEAR}\s*[-–/]\s*(?:{_YEAR}|\d\d)){_ISSUE}", re.IGNORECASE)
_EAST_ASIAN = re.compile(rf"({_YEAR}) ?[年년] ?(\d{{1,2}}) ?[月월](?: ?(\d{{1,2}}) ?[日일号號])?(?: ?[号號호])?")
_ISO = re.compile(rf"({_YEAR})-(\d\d)(?:-(\d\d))?")
_VOLUME = re.compile(
    rf"\b(?:{VOLUME_WORDS}|(?:{VOLUME_YEARS})(?!\s*\d{{4}}))\s*(\d{{1,4}}|[IVXLC]{{1,8}})\b|[第제]\s*(\d{{1,4}})\s*[卷巻권]",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?:(?<!\w)(?:{NUMBER_WORDS})\.?\s*#?|#)\s*(\d{{1,4}})\b|[第제]?\s*(\d{{1,4}})\s*[期号號호]", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def edtf_of(label: str) -> str:
    """The date that a label is, as EDTF: "April 2024" → "2024-04"; "" when it says anything else.

    Days and months with figures only are read where no country reads them otherwise: "10.04.2024", not "04/10/2024".
    """
    text = _WEEKDAY.sub("", " ".join(label.split()), count=1) if label[:1].isalpha() else " ".join(label.split())
    if not any(map(str.isdigit, text)):
        return ""
    return _figures(text) or _day(text) or _span(text) or _month(text)


def _figures(text: str) -> str:
    found = _ISO.fullmatch(text)
    if found and (found[3] or int(found[2]) <= MONTHS["december"]):
        return _date(found[1], int(found[2]), int(found[3] or 0))
    if found := _ONLY_YEAR.fullmatch(text):
        return found[1]
    if found := _ABOUT.fullmatch(text):
        return f"{found[1]}~"
    if found := _DOTTED.fullmatch(text):
        return _date(found[3], int(found[2]), int(found[1]))
    if found := _SLASHED.fullmatch(text):
        return _slashed(found[3], int(found[1]), int(found[2]))
    found = _EAST_ASIAN.fullmatch(text)
    return _date(found[1], int(found[2]), int(found[3] or 0)) if found else ""


def _slashed(year: str, first: int, second: int) -> str:
    """A date of which one figure is too high for a month; "" if it may be read in either way."""
    if max(first, second) <= MONTHS["december"]:
        return ""
    return _date(year, min(first, second), max(first, second))


def _day(text: str) -> str:
    if found := _DAY.fullmatch(text):
        return _date(found[3], MONTHS.get(found[1].lower(), 0), int(found[2]))
    found = _DAY_FIRST.fullmatch(text)
    return _date(found[3], MONTHS.get(found[2].lower(), 0), int(found[1])) if found else ""


def _span(text: str) -> str:
    """Some days, two months that follow each other, or a school year; of two seasons no more than the year is sure, of
    a winter the two years."""
    if found := _YEARS.fullmatch(text):
        last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
        return f"{found[1]}/{last}" if int(last) == int(found[1]) + 1 else ""
    if found := _DAYS.fullmatch(text):
        first, last = (_date(found[4], MONTHS.get(found[1].lower(), 0), int(found[place])) for place in (2, 3))
        return f"{first}/{last}" if first and first < last else ""
    found = _WINTER.fullmatch(text)
    if found and SEASONS.get(found[1].lower()) == SEASONS["winter"]:
        return _span(found[2])
    found = _MONTHS.fullmatch(text)
    if found is None:
        return ""
    first, last = _part_of_year(found[1], found[2] or found[4]), _part_of_year(found[3], found[4])
    if not first or not last or (found[1].lower() in SEASONS) != (found[3].lower() in SEASONS):
        return ""
    if found[1].lower() in SEASONS:
        return found[4] if found[2] in (None, found[4]) else f"{found[2]}/{found[4]}"
    return f"{first}/{last}" if first < last else ""


def _month(text: str) -> str:
    if found := _MONTH.fullmatch(text):
        return _part_of_year(found[1], found[2])
    found = _MONTH_LAST.fullmatch(text)
    return _part_of_year(found[2], found[1]) if found else ""


def _part_of_year(word: str, year: str) -> str:
    number = MONTHS.get(word.lower()) or SEASONS.get(word.lower())
    return f"{year}-{number:02}" if number else ""


def _date(year: str, month: int, day: int) -> str:
    if not 1 <= month <= MONTHS["december"] or day > monthrange(int(year), month)[1]:
        return ""
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


@lru_cache(maxsize=4096)
def volume_and_number(label: str) -> tuple[str, str]:
    """The volume and number that a label is made of: "Vol. 53 No. 2" → ("53", "2"); "" when there are other words.

    A date beside them is no other word.
    """
    volume, number = _VOLUME.search(label), _NUMBER.search(label)
    if volume is None and (number is None or (label.strip() == number[0] and number[0][0] == "#")):
        return "", ""
    rest = _NUMBER.sub("", _VOLUME.sub("", label)).strip(" ,.:;()|–—-")
    if rest and not edtf_of(rest):
        return "", ""
    return _group(volume), _group(number)


def _group(found: re.Match[str] | None) -> str:
    return (found[1] or found[2]) if found else ""


@lru_cache(maxsize=4096)
def date_beside_number(label: str) -> str:
    """The date beside a volume and number: "Vol. 3, April 2024" → "2024-04"."""
    return edtf_of(_NUMBER.sub("", _VOLUME.sub("", label)).strip(" ,.:;()|–—-"))
