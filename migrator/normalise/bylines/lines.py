"""Choose the bylines among the first and last lines of a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from migrator.normalise.bylines.printed import PICTURES, Credit, PrintedByline, read_byline, role_under
from migrator.normalise.bylines.titles import role_of

HEAD, TAIL = 4, 2
"""How many lines from either end may be a byline. Of 967 lines of real articles none within is a strong one."""

_PROSE = 90
"""Characters from which on a line is a paragraph of the text, behind which no byline is looked for."""

_KEPT = frozenset(("contributor", "fact checker", "translator", "producer", "narrator", "compiler"))
"""Credits that are a sentence of the text as well: they are copied from it, not taken out."""

DASHES = "-–—~ "
"""What may stand before a signature."""

Known = Callable[[str], bool]


class Chosen(NamedTuple):
    """A byline at lines `start` to `stop` (not included); a `doubtful` one may be other words and stays in the text."""

    start: int
    stop: int
    credits: tuple[Credit, ...]
    date: str = ""
    doubtful: bool = False

    @property
    def stays(self) -> bool:
        """Whether the lines are words of the text, too."""
        return self.doubtful or all(credit.role in _KEPT for credit in self.credits)


@dataclass(frozen=True, slots=True)
class _Read:
    byline: PrintedByline
    stop: int
    sure: bool


def choose(lines: Sequence[str], is_known: Known) -> list[Chosen]:
    """Find the bylines of a text, at its head, else at its tail; `is_known` knows the names that the site knows."""
    chosen = _at_head(lines, is_known)
    for start in range(max(len(lines) - TAIL, chosen[-1].stop if chosen else 0, 1), len(lines)):
        read = _read(lines, start, is_known)
        if read is not None and _is_signature(lines[start], read) and (not chosen or _adds(read.byline)):
            return [*chosen, Chosen(start, read.stop, read.byline.credits, read.byline.date)]
    return chosen


def _is_signature(line: str, read: _Read) -> bool:
    """Whether a line can end a text: with a dash before the name, or with words that say what it is."""
    if _is_of_pictures(read.byline):
        return False
    return read.sure and (line[0] in DASHES or read.byline.strength == "strong")


def _at_head(lines: Sequence[str], is_known: Known) -> list[Chosen]:
    chosen: list[Chosen] = []
    place = 0
    while place < min(HEAD, len(lines)):
        read = _read(lines, place, is_known)
        if read is None:
            if chosen or len(lines[place]) > _PROSE:
                break
            place += 1
            continue
        if read.sure and (chosen or not _is_of_pictures(read.byline)):
            chosen.append(Chosen(place, read.stop, read.byline.credits, read.byline.date))
        elif not read.sure and not chosen and place == 0 and not read.byline.credits[0].is_organisation:
            return [Chosen(place, read.stop, read.byline.credits, doubtful=True)]
        place = read.stop
    return chosen


def _read(lines: Sequence[str], place: int, is_known: Known) -> _Read | None:
    """Read the byline at a line, with the titles on the lines behind it."""
    byline = read_byline(lines[place].lstrip(DASHES))
    if byline is None:
        return None
    stop = place + 1
    found = list(byline.credits)
    while stop < len(lines) and role_of(lines[stop]) and len(lines[stop]) < _PROSE:
        last = found[-1]
        title = ", ".join(filter(None, (last.title, lines[stop].strip())))
        found[-1] = replace(last, title=title, role=role_under(lines[stop], last))
        stop += 1
    sure = byline.strength == "strong" or stop > place + 1 or all(is_known(credit.name) for credit in found)
    return _Read(replace(byline, credits=tuple(found)), stop, sure)


def _is_of_pictures(byline: PrintedByline) -> bool:
    """Whether a line only says who made pictures: it belongs to the picture beside it."""
    return all(credit.role in PICTURES for credit in byline.credits)


def _adds(byline: PrintedByline) -> bool:
    """Whether a line at the end can stand beside a byline at the head: it says what else someone did."""
    return all(credit.role in _KEPT for credit in byline.credits)
