"""Choose the bylines among the first and last lines of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from migrator.normalise.bylines.continued import DASHES, added_by, byline_at
from migrator.normalise.bylines.printed import (
    PICTURES,
    Credit,
    PrintedByline,
    affiliation_of,
    read_byline,
    role_under,
)
from migrator.normalise.bylines.titles import is_post, is_signing, role_of

HEAD, TAIL = 4, 2
"""How many lines from either end may be a byline. Of 967 lines of real articles none within is a strong one."""

MOST_BARE = 2
"""Lines without a "by", one below the other, that are bylines still; more are a list."""

_PROSE = 90
"""Characters from which on a line is a paragraph of the text, behind which no byline is looked for."""

_KEPT = frozenset(("contributor", "fact checker", "translator", "producer", "narrator", "compiler"))
"""Credits that are a sentence of the text as well: they are copied from it, not taken out."""

_CLOSING = re.compile(
    r"(?:(?:yours |very )?(?:sincerely|respectfully|truly|gratefully|warmly|faithfully)"
    r"|(?:all the |with )?best|regards|love|signed|cheers|thanks|thank you"
    r"|in solidarity|mit freundlichen|herzlich|cordialement|atentamente)\b[^.]{0,40}$",
    re.IGNORECASE,
)
"""How a letter ends: the name below it is a part of the letter."""

_LABEL = re.compile(r"[^\W\d_][\w ]{1,20}: \S")
_QUOTED = re.compile(r"[“\"„«‘'].*[”\"“»’'],?")

Known = Callable[[str], bool]


class Chosen(NamedTuple):
    """A byline at lines `start` to `stop` (not included); a `doubtful` one may be other words and stays in the text.

    A `mere` one is a name that is known, with nothing about it; a `copied` one is taken for words of the text, too.
    """

    start: int
    stop: int
    credits: tuple[Credit, ...]
    date: str = ""
    doubtful: bool = False
    mere: bool = False
    copied: bool = False

    def in_doubt(self) -> Chosen:
        """The same, as one that may be other words."""
        return self._replace(doubtful=True)

    @property
    def stays(self) -> bool:
        """Whether the lines are words of the text, too."""
        return self.doubtful or self.copied or all(credit.role in _KEPT for credit in self.credits)

    @property
    def has_by(self) -> bool:
        """Whether every name stands behind a "by" or a word like it."""
        return all(credit.connector for credit in self.credits)

    @property
    def is_named(self) -> bool:
        """Whether the line says that it is a byline, or a title that the makers of a paper have."""
        return all(credit.connector or is_signing(credit.title) for credit in self.credits)


@dataclass(frozen=True, slots=True)
class _Read:
    byline: PrintedByline
    stop: int
    sure: bool

    def chosen(self, start: int, *, doubtful: bool = False) -> Chosen:
        mere = self.byline.strength == "weak" and self.stop == start + 1
        return Chosen(start, self.stop, self.byline.credits, self.byline.date, doubtful, mere)


def choose(lines: Sequence[str], is_known: Known) -> list[Chosen]:
    """Find the bylines of a text, at its head, else at its tail; `is_known` knows the names that the site knows."""
    chosen = _at_head(lines, is_known)
    return chosen + _signatures(lines, is_known, chosen)


def _signatures(lines: Sequence[str], is_known: Known, chosen: list[Chosen]) -> list[Chosen]:
    """The lines that sign a text at its end, one below the other; more than may be are a list."""
    found: list[Chosen] = []
    for start in range(max(len(lines) - TAIL - 1, chosen[-1].stop if chosen else 0, 1), len(lines)):
        if found and found[-1].stop != start:
            continue
        read = _read(lines, start, is_known)
        if read is not None and _is_signature(lines[start], read) and (not chosen or _adds(read.byline)):
            above = lines[start - 1]
            doubtful = lines[start][0] in DASHES and _QUOTED.fullmatch(above) is not None
            copied = _CLOSING.match(above) is not None or any(one.copied for one in found)
            found.append(read.chosen(start)._replace(doubtful=doubtful, copied=copied))
    if not chosen and not found and (unknown := _unknown_signature(lines, is_known)):
        return [unknown]
    if len(found) > TAIL:
        return [one.in_doubt() for one in found]
    return [one for one in found if one.start >= len(lines) - TAIL]


def _unknown_signature(lines: Sequence[str], is_known: Known) -> Chosen | None:
    """The last line when it is a dash and a name that nobody knows: in doubt, since such a line may be a quotation's
    source."""
    if len(lines) < 2 or lines[-1][:1] not in DASHES.strip():
        return None
    read = _read(lines, len(lines) - 1, is_known)
    return read.chosen(len(lines) - 1, doubtful=True) if read else None


def _is_signature(line: str, read: _Read) -> bool:
    """Whether a line can end a text: with a dash before the name, or with words that say what it is."""
    if _is_of_pictures(read.byline):
        return False
    return read.sure and (line[0] in DASHES or read.byline.strength == "strong")


def _at_head(lines: Sequence[str], is_known: Known) -> list[Chosen]:
    chosen: list[Chosen] = []
    place = 0
    while place < min(HEAD, len(lines)):
        read = _read(lines, place, is_known) if lines[place][:1] not in DASHES else None
        if read is None:
            if chosen or len(lines[place]) > _PROSE:
                break
            place += 1
            continue
        if read.sure and (chosen or not _is_of_pictures(read.byline)):
            chosen.append(read.chosen(place, doubtful=_is_of_another_work(lines, place, read)))
        elif not read.sure and not chosen and place == 0 and not read.byline.credits[0].is_organisation:
            return [read.chosen(place, doubtful=True)]
        place = read.stop
    return _without_reviewed(_without_list(chosen))


def _is_of_another_work(lines: Sequence[str], place: int, read: _Read) -> bool:
    """Whether a line tells whom the text is about, or the author of a book that it is about: below words that announce
    a list, below the book's title, or among its particulars."""
    above, below = lines[place - 1] if place else "", lines[read.stop] if read.stop < len(lines) else ""
    if _QUOTED.fullmatch(above) and len(above) < _PROSE:
        return True
    if above.endswith(":") and not read.byline.credits[0].connector:
        return True
    return read.byline.credits[0].connector.endswith(":") and any(
        _LABEL.match(line) and len(line) < _PROSE and read_byline(line) is None for line in (above, below)
    )


def _without_list(chosen: list[Chosen]) -> list[Chosen]:
    """Leave in doubt a list of persons with what they are: a paper's staff, the winners of a prize."""
    bare = [one for one in chosen if not one.has_by]
    is_list = len(bare) > MOST_BARE or any(one.doubtful for one in bare)
    return [one.in_doubt() if is_list and one in bare else one for one in chosen]


def _without_reviewed(chosen: list[Chosen]) -> list[Chosen]:
    """Leave in doubt whoever wrote what the text reviews: "By Jane Doe", "Reviewed by John Roe"."""
    reviews = [one for one in chosen if one.credits[0].connector.lower().startswith("review")]
    return [one if not reviews or one in reviews else one.in_doubt() for one in chosen]


def _read(lines: Sequence[str], place: int, is_known: Known) -> _Read | None:
    """Read the byline at a line, with the titles and further names on the lines behind it."""
    begun = byline_at(lines, place)
    if begun is None:
        return None
    byline, stop = begun
    found = list(byline.credits)
    while stop < len(lines) and len(lines[stop]) < _PROSE:
        last = found[-1]
        if whom := affiliation_of(lines[stop]):
            found[-1] = replace(last, affiliation=whom)
            stop += 1
            continue
        if more := added_by(lines[stop], last):
            found += more
            stop += 1
            continue
        if not role_of(lines[stop]) and not (last.connector and " " in lines[stop] and is_post(lines[stop])):
            break
        title = ", ".join(filter(None, (last.title, lines[stop].strip())))
        found[-1] = replace(last, title=title, role=role_under(lines[stop], last))
        stop += 1
    is_signed = any(is_signing(credit.title) or credit.affiliation for credit in found)
    sure = byline.strength == "strong" or is_signed or all(is_known(credit.name) for credit in found)
    return _Read(replace(byline, credits=tuple(found)), stop, sure)


def _is_of_pictures(byline: PrintedByline) -> bool:
    """Whether a line only says who made pictures: it belongs to the picture beside it."""
    return all(credit.role in PICTURES for credit in byline.credits)


def _adds(byline: PrintedByline) -> bool:
    """Whether a line at the end can stand beside a byline at the head: it says what else someone did."""
    return all(credit.role in _KEPT for credit in byline.credits)
