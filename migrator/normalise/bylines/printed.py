"""Read one printed line as a byline: "Story by Jane Doe ’25 and John Roe, Staff Writers / Photos by Ann Poe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from migrator.normalise.bylines.asides import bare_date, is_date, without_addresses, without_date
from migrator.normalise.bylines.east_asian import Line, read_line
from migrator.normalise.bylines.names import folded_spaces, is_organisation, is_person, is_shouted, spoken
from migrator.normalise.bylines.places import is_place, may_be_place
from migrator.normalise.bylines.titles import is_plural, is_post, is_signing, role_of, singular, without_class_year
from migrator.normalise.bylines.words import CONNECTORS, JOINS, NEEDS_COLON, ORGANISATION_ENDS, SMALL_WORDS, SUFFIXES

LONGEST = 160
"""Characters of a line that is looked at; of 812 printed bylines none has more than 120."""

PICTURES = frozenset(("photographer", "videographer", "illustrator", "designer"))
"""Roles of those who made what is seen beside a text."""

Strength = Literal["strong", "weak"]


@dataclass(frozen=True, slots=True)
class Credit:
    """One name of a byline: as it is printed, and what stands about it."""

    name: str
    as_printed: str
    connector: str = ""
    role: str = "writer"
    title: str = ""
    class_year: str = ""
    affiliation: str = ""
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class PrintedByline:
    """What a line credits; it is "weak" when it may as well be something else: a mere name with nothing about it, or
    that of a place ("By Los Angeles")."""

    credits: tuple[Credit, ...]
    strength: Strength
    date: str = ""
    """A date beside the names, as it is printed."""


_OTHER_WORK = r"(?:photo|illustrat|art(?:work)?\b|graphic|video|foto|bild|zdjęci|фото)\w*"
_PARTS = re.compile(
    rf"\s+(?://?|[|•·–—])\s+|\s*[|•;]\s*|\s+-\s+|/(?=\s*{_OTHER_WORK})|,?\s+(?:(?:and|with)\s+)?(?={_OTHER_WORK}(?:\s+(?:by|von|de))?:?\s)"
    r"|,\s+(?:and\s+)?(?=(?:(?:edited|translated|compiled|produced|designed|reported|written) by"
    r"|(?:with |additional )reporting (?:by|from)|with contributions from)\s)",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s+(?!(?:[JS]r\b|I{2,3}\b|IV\b|Ph\.?D|M\.?D\b|Esq))")
_ITEMS = re.compile(rf"\s+(?:{'|'.join(map(re.escape, JOINS))})\s+", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<![A-Z])(?<!r)(?<!\.\w)\.$")
_PREFIX = re.compile(
    rf"(?P<connector>{'|'.join(sorted(map(re.escape, CONNECTORS), key=len, reverse=True))})(?:(?P<colon>\s*:)\s*|\s+)",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)\s*$")
_FOR = re.compile(
    r"\s+(?:[Ff]or|[Ss]pecial [Tt]o|[Oo]f)\s+((?:[Tt]he\s+)?[A-Z].*)$|\s*@.*$|\s?/\s?([A-Z][^/]*)$"
    r"|(?<=[a-z]) (The [A-Z].*)$"
)
_FOR_WHOM = re.compile(r"(?i:for|special to|submitted to)\s+((?i:the\s+)?[A-Z][\w .&’'-]{1,60})")
_AGENCY = re.compile(
    r"\s+((?:the )?(?:associated press|agence france-presse|tribune news service|reuters))$", re.IGNORECASE
)
_BARE_YEAR = re.compile(r"\((?:19|20)?\d\d\)")
_HANDLE = re.compile(r"@\w{2,30}")
_GRADE = re.compile(r"grade \d{1,2}|\d{1,2}(?:th|st|nd|rd)[- ]grader?|year \d{1,2}", re.IGNORECASE)


def read_byline(line: str) -> PrintedByline | None:
    """Read a line that says nothing but who made what; None when there is any other word in it."""
    if not line.isascii() and (east_asian := read_line(line)):
        return _of_east_asian(east_asian)
    return _read(line) if len(line) <= 2 * LONGEST and _may_be_names(line) else None


@lru_cache(maxsize=2048)
def _read(line: str) -> PrintedByline | None:
    line, date = _dated(without_addresses(folded_spaces(line).strip("*_")).strip(" ,;"))
    if not 5 <= len(line) <= LONGEST or line[-1] in "?!":
        return None
    found: list[Credit] = []
    has_sign = False
    for part in _parts(_FULL_STOP.sub("", line)):
        if not part or is_date(part):
            date = date or part
            continue
        if _HANDLE.fullmatch(part) and found:
            continue
        read = _part(part, found)
        if read is None:
            return None
        has_sign |= read
    if not found:
        return None
    is_strong = has_sign and not _are_places([credit.name for credit in found if not credit.is_organisation])
    return PrintedByline(tuple(found), "strong" if is_strong else "weak", bare_date(date))


def _are_places(names: list[str]) -> bool:
    return any(map(is_place, names)) or (bool(names) and all(map(may_be_place, names)))


def _dated(line: str) -> tuple[str, str]:
    """Part the date from a line that has a "by": without one it is as often that of an event."""
    rest, date = without_date(line)
    return (rest, date) if date and _PREFIX.match(rest) else (line, "")


def _of_east_asian(line: Line) -> PrintedByline:
    found = (
        Credit(one.name, one.name, one.label, one.role, one.title, is_organisation=one.is_organisation)
        for one in line.credited
    )
    return PrintedByline(tuple(found), "strong" if line.is_sure else "weak")


def _may_be_names(line: str) -> bool:
    for word in line.split():
        if word[0].islower() and "@" not in word and word.strip(".,:;()|*_").replace("’", "'") not in SMALL_WORDS:
            return False
    return True


def _parts(line: str) -> list[str]:
    """Part a line where another kind of work begins; "words and photos by" is one connector."""
    begun = _PREFIX.match(line)
    start = begun.end() if begun else 0
    first, *rest = _PARTS.split(line[start:])
    return [line[:start] + first, *rest]


def _part(part: str, found: list[Credit]) -> bool | None:
    """Add the credits of one part of a line; says whether it has a sign of a byline, None when it is none."""
    if found and role_of(part):
        _entitle(found, part)
        return is_signing(part)
    if found and (whom := affiliation_of(part) or _paper(part, found[-1])):
        found[-1] = replace(found[-1], affiliation=whom)
        return False
    connector, role, rest = _begin(part)
    first = len(found)
    for item in _items(rest):
        if found[first:] and _HANDLE.fullmatch(item):
            continue
        if len(found) > first and (_tells_more(found, item, first) or _tells_paper(found, item, rest)):
            continue
        credit = _credit(item, connector, role)
        if credit is None:
            return None
        found.append(credit)
    return bool(connector) or any(map(_is_signed, found[first:]))


def _items(names: str) -> Iterator[str]:
    """The names and titles between commas and "and"s; one between the words of a title parts nothing."""
    for place, item in enumerate(_COMMA.split(names)):
        if role_of(item):
            yield item
        else:
            yield from (part.strip() for part in _ITEMS.split(f" {item}" if place else item) if part.strip())


def _is_signed(credit: Credit) -> bool:
    return bool(is_signing(credit.title) or credit.class_year or credit.affiliation)


def _tells_more(found: list[Credit], item: str, first: int) -> bool:
    """Take an item that says something of the names before it: a title, a class year."""
    rest, year = without_class_year(item)
    if year and not rest:
        found[-1] = replace(found[-1], class_year=year)
        return True
    if not role_of(item) and not (found[-1].connector and (_GRADE.fullmatch(item) or is_post(item))):
        return False
    _entitle(found, item, first)
    return True


def _tells_paper(found: list[Credit], item: str, rest: str) -> bool:
    """Take an item for the paper of the name before it: "By Jane Doe, Associated Press", "…, for The Gazette"."""
    last = found[-1]
    whom = affiliation_of(item) or (_paper(item, last) if f", {item}" in rest else "")
    if whom:
        found[-1] = replace(last, affiliation=whom)
    return bool(whom)


def _paper(text: str, credit: Credit) -> str:
    """The paper or agency that stands beside the name behind a "by"; "" if a text is none."""
    is_one = is_organisation(text) or (text.startswith("The ") and text.istitle())
    return text if is_one and credit.connector and not credit.is_organisation else ""


def affiliation_of(text: str) -> str:
    """For whom someone wrote, when a text says only that: "Special to The Gazette" → "The Gazette"."""
    found = _FOR_WHOM.fullmatch(text.strip())
    return found[1].strip(" .") if found else ""


def _begin(part: str) -> tuple[str, str, str]:
    """Part the words before the names from them: ("Story by", "writer", "Jane Doe")."""
    found = _PREFIX.match(part.replace("’", "'"))
    if found is None:
        return "", "writer", part
    words = found["connector"].lower()
    if words in NEEDS_COLON and not found["colon"]:
        return "", "writer", part
    return part[: found.end()].strip(), CONNECTORS[words], part[found.end() :]


def _entitle(found: list[Credit], title: str, first: int = 0) -> None:
    """Give a title to the name before it, or to all before it when it is one of several."""
    start = first if is_plural(title) else len(found) - 1
    for place in range(start, len(found)):
        old = found[place]
        title = singular(title)
        joined = f"{old.title}, {title}" if old.title else title
        found[place] = replace(old, title=joined, role=role_under(title, old))


def role_under(title: str, credit: Credit) -> str:
    """What someone with a title did for the text: what the line says, else what makers of pictures do; else they
    wrote it, whatever their post is."""
    role = role_of(title)
    return role if not credit.connector and role in PICTURES else credit.role


def _credit(item: str, connector: str, role: str) -> Credit | None:
    text, year = without_class_year(_FULL_STOP.sub("", item.strip()))
    text, affiliation = _without_affiliation(text)
    title, name = _without_title(text)
    if year and not affiliation:
        name, affiliation = _without_school(name)
    elif affiliation.lower() in CONNECTORS:
        role, affiliation = CONNECTORS[affiliation.lower()], ""
    elif role_of(affiliation):
        title, affiliation = affiliation, ""
    is_doubtful = bool(affiliation) and not year and not affiliation.lower().endswith(" staff")
    if not _is_name(name) or (not connector and (is_doubtful or _BARE_YEAR.search(item))):
        return None
    credit = Credit(spoken(name), name, connector, role, title, year, affiliation, is_organisation(name))
    return replace(credit, role=role_under(title, credit))


def _is_name(text: str) -> bool:
    return (is_person(text) or is_organisation(text)) and not role_of(text)


def _without_affiliation(text: str) -> tuple[str, str]:
    agency = _AGENCY.search(text)
    if agency is not None and is_person(text[: agency.start()]):
        return text[: agency.start()], agency[1]
    found = _PARENTHESIS.search(text) or _FOR.search(text)
    if found is None:
        return text, ""
    if found.lastindex == 2 and not (role_of(found[2]) or is_organisation(found[2]) or found[2].startswith("The ")):
        return text, ""
    if found.lastindex == 3 and found[3].split()[-1].lower() not in ORGANISATION_ENDS:
        return text, ""
    return text[: found.start()].rstrip(" ,"), folded_spaces((found[found.lastindex or 0] or found[0]).strip())


def _without_school(name: str) -> tuple[str, str]:
    """Part the school that stands before a class year from a name: "Jane Doe COL" (’25)."""
    rest, _, last = name.rpartition(" ")
    is_school = 1 < len(last) < 6 and last.isupper() and last.isalpha() and last.lower() not in SUFFIXES
    return (rest, last) if is_school and " " in rest and not is_shouted(name) else (name, "")


def _without_title(text: str) -> tuple[str, str]:
    """Part a title from the name behind or before it, where no comma does: "Jane Doe Staff Writer"."""
    words = text.split(" ")
    if words[-1] == "STAFF" and not is_shouted(text) and is_person(" ".join(words[:-1])):
        return words[-1], " ".join(words[:-1])
    for count in range(2, min(len(words) - 1, 6)):
        title = " ".join(words[count:])
        if is_signing(title) and is_person(" ".join(words[:count])):
            return title, " ".join(words[:count])
    return _title_before(text)


def _title_before(text: str) -> tuple[str, str]:
    """Part a title that stands before a name: "Staff Writer Jane Doe", "Guest Contributor: Jane Doe"."""
    words = text.split(" ")
    for count in range(min(len(words) - 2, 5), 0, -1):
        title = " ".join(words[:count]).rstrip(":")
        if role_of(title) and is_person(" ".join(words[count:])):
            return title, " ".join(words[count:])
    return "", text
