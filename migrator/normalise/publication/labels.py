"""Read the labels of issues: "April 2024", "Spring 2014", "Vol. 53, No. 2", as EDTF and numbers."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache

_MONTHS = (
    "january jan januar janvier enero janeiro gennaio januari",
    "february feb februar février fevrier febrero fevereiro febbraio februari",
    "march mar märz maerz mars marzo março maart",
    "april apr avril abril aprile",
    "may mai mayo maio maggio mei maj",
    "june jun juni juin junio junho giugno",
    "july jul juli juillet julio julho luglio",
    "august aug août aout agosto augustus augusti",
    "september sep sept septembre septiembre setembro settembre",
    "october oct oktober okt octobre octubre outubro ottobre",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre diciembre dezembro dicembre",
)
MONTHS: Mapping[str, int] = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
SEASONS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "spring frühling frühjahr printemps primavera lente",
            "summer sommer été verano verão estate zomer",
            "fall autumn herbst automne otoño outono autunno herfst",
            "winter hiver invierno inverno",
        ),
        21,
    )
    for name in names.split()
}
"""Seasons by their numbers in EDTF (level 1, 21 to 24)."""

_WORD = r"[^\W\d_]{3,10}"
_YEAR = r"(?:18|19|20)\d\d"
_ONLY_YEAR = re.compile(rf"({_YEAR})(?: (?:issues?|archives?|edition))?", re.IGNORECASE)
_YEARS = re.compile(rf"({_YEAR})\s*[-–/]\s*({_YEAR}|\d\d)(?: (?:school|academic) year)?", re.IGNORECASE)
_MONTH = re.compile(rf"({_WORD})\.?,? ({_YEAR})(?: (?:issue|edition))?", re.IGNORECASE)
_MONTH_LAST = re.compile(rf"({_YEAR}) ({_WORD})", re.IGNORECASE)
_DAY = re.compile(rf"({_WORD})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ({_YEAR})(?: (?:issue|edition))?", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\.? (?:de )?({_WORD})\.?,?(?: de)? ({_YEAR})", re.IGNORECASE)
_ISO = re.compile(rf"({_YEAR})-(\d\d)(?:-(\d\d))?")
_VOLUME = re.compile(r"\bvol(?:ume|\.)?\s*(\d{1,4}|[IVXLC]{1,8})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\b(?:no|nr|num|number|issue|edition|iss|ausgabe)\b\.?\s*#?|#)\s*(\d{1,4})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def edtf_of(label: str) -> str:
    """The date that a label is, as EDTF: "April 2024" → "2024-04"; "" when it says anything else."""
    text = " ".join(label.split())
    found = _ISO.fullmatch(text)
    if found and (found[3] or int(found[2]) <= MONTHS["december"]):
        return _date(found[1], int(found[2]), int(found[3] or 0))
    if found := _ONLY_YEAR.fullmatch(text):
        return found[1]
    if found := _YEARS.fullmatch(text):
        last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
        return f"{found[1]}/{last}" if int(last) == int(found[1]) + 1 else ""
    if found := _DAY.fullmatch(text):
        return _date(found[3], MONTHS.get(found[1].lower(), 0), int(found[2]))
    if found := _DAY_FIRST.fullmatch(text):
        return _date(found[3], MONTHS.get(found[2].lower(), 0), int(found[1]))
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
    return volume[1] if volume else "", number[1] if number else ""


@lru_cache(maxsize=4096)
def date_beside_number(label: str) -> str:
    """The date beside a volume and number: "Vol. 3, April 2024" → "2024-04"."""
    return edtf_of(_NUMBER.sub("", _VOLUME.sub("", label)).strip(" ,.:;()|–—-"))
