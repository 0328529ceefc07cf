"""Labels of categories that a page's text has on one line, run together: "2024April 2024International News"."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from migrator.normalise.labels import edtf_of, volume_and_number
from migrator.sources.text.words import BEFORE_LABELS, ONE_WORD, SECTIONS, SMALL

LONGEST_LINE, LONGEST_LABEL, MOST_WORDS = 240, 50, 6
"""Characters and words: WordPress's labels are names of sections, issues and places."""

_MOST_IN_RUN = 24
"""Words of a line of labels with only spaces between them."""

_PREFIX = re.compile(
    rf"({'|'.join(sorted(map(re.escape, BEFORE_LABELS), key=len, reverse=True))})\s?:\s*", re.IGNORECASE
)
SEPARATOR = re.compile(r"\s*[|•·»›]\s*|\s+[/–—-]\s+|\t+|\s{3,}")
_COMMA = re.compile(r"\s*[,;]\s+")
_WITH_COMMA = re.compile(
    r"[^\W\d_]{3,10}\.? \d{1,2}, (?:19|20)\d\d|Vol(?:ume|\.)? ?\w{1,6}, ?(?:No|Issue|Number)\.? ?\d+", re.IGNORECASE
)
_JOINT = re.compile(
    r"(?<=(?<!\d)(?:19|20)\d\d)(?=[^\W\d_])(?!s\b)|(?<=\d)(?=[A-Z][a-z])|(?<=[^\W\d_])(?=(?:19|20)\d\d(?!\d))"
    r"|(?<=[^\W\d_])(?=[^\W\d_])"
)
_ONE_WORD = re.compile(rf"\b(?:Ma?c[A-Z]\w+|{ONE_WORD})(?![a-z])|\b[A-Z][’'][A-Z]\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d [^\W\d_]+")
_NO_LABEL = re.compile(r"[“”\"„«»?!:;@]|\.$|https?:|www\.")

_KNOWN, _SECTION, _DATE, _TURNED, _RUN, _RUN_WITH_YEAR, _NEVER = 1.0, 1.8, 1.0, 1.6, 3.0, 6.5, 1e9
"""What it costs to take words for a label; the cheapest way to part a run is taken. A run of words that nothing
confirms is one label rather than two ("International News", of two names that sections have); a month stands before
its year rather than behind."""

Known = Collection[str]
"""Labels that are seen elsewhere in the same set of files, in small letters."""


class Labels(NamedTuple):
    """The labels on a line, their taxonomy, and which of them nothing confirms: these may be two, or half of one."""

    names: tuple[str, ...]
    taxonomy: str = "category"
    doubtful: tuple[str, ...] = ()
    joined: bool = False
    """Whether they run together."""


class _Evidence(NamedTuple):
    """What tells labels from other lines: signs between them, words that run together, and what stands around."""

    signs: bool
    joints: bool
    is_above_title: bool
    follows: bool


def read_labels(line: str, known: Known, *, is_above_title: bool, follows: bool = False) -> Labels | None:
    """Read a line of labels; None for any other line.

    Labels are parted by signs between them, where words run together, and where a year, a month with its year or a
    known label ends. Without a word that says so ("Categories:"), most of them must be dates, names that sections have,
    or known. One of labels that are no dates and not known stands above a title; `follows` says that a line of labels
    is before it.
    """
    if not line.strip() or len(line) > LONGEST_LINE:
        return None
    if prefix := _PREFIX.match(line):
        named = tuple(dict.fromkeys(_at_commas(line[prefix.end() :].strip())))
        return Labels(named, BEFORE_LABELS[prefix[1].lower()]) if named and all(map(_is_short, named)) else None
    if not _may_be_labels(line, known):
        return None
    parts = [part for part in SEPARATOR.split(line.strip()) if part]
    pieces = parts if len(parts) > 1 else [joint for part in _at_commas(line.strip()) for joint in _at_joints(part)]
    names = list(dict.fromkeys(name for piece in pieces for name in _segments(piece, known)))
    evidence = _Evidence(len(parts) > 1, len(pieces) > 1, is_above_title, follows)
    if not all(_is_label(name) or name.lower() in known for name in names) or not _is_likely(names, known, evidence):
        return None
    unsure = () if evidence.signs else tuple(name for name in names if _is_doubtful(name, known, alone=len(names) == 1))
    is_joined = any(before + after in line for before, after in pairwise(pieces))
    return Labels(tuple(names), "category", unsure, is_joined)


def _may_be_labels(line: str, known: Known) -> bool:
    """Whether all words of a line begin as those of labels do: nearly all other lines are told by that."""
    has_capitals = all(not word[0].islower() or word in SMALL for word in line.split())
    return has_capitals or line.lower() in known or SEPARATOR.search(line) is not None


def pieces_of(line: str) -> list[str]:
    """What a line may be made of, if it is one of labels: parted at signs and joints; nothing where a piece is long."""
    parts = [part for part in SEPARATOR.split(line.strip()) if part]
    pieces = [piece for part in parts for piece in ([part] if len(parts) > 1 else _at_joints(part))]
    return pieces if len(line) <= LONGEST_LINE and all(map(_is_short, pieces)) else []


def is_date(label: str) -> bool:
    """Whether a label names a time or an issue: "2024", "April 2024", "Spring 2014", "Vol. 53"."""
    return bool(edtf_of(label) or any(volume_and_number(label)))


def _is_confirmed(label: str, known: Known) -> bool:
    folded = label.lower()
    return is_date(label) or folded in known or folded.removeprefix("the ") in SECTIONS


def _is_doubtful(label: str, known: Known, *, alone: bool) -> bool:
    """Whether nothing confirms where a label begins and ends; a whole line of several words may be two."""
    if alone and " " in label and not _is_confirmed(label, ()):
        return True
    return not _is_confirmed(label, known)


def _is_likely(names: list[str], known: Known, evidence: _Evidence) -> bool:
    """Whether so many of a line's pieces are confirmed that the line can be nothing but labels."""
    sure = sum(is_date(name) or name.lower() in known for name in names)
    alike = sum(_is_confirmed(name, known) or name.split()[-1].lower() in SECTIONS for name in names)
    if not evidence.is_above_title:
        return sure > 0 and len(names) > 1 and all(_is_confirmed(name, known) for name in names)
    if len(names) == 1:
        return _is_confirmed(names[0], known) or (evidence.follows and alike == 1)
    if evidence.signs:
        return alike > 0
    return alike == len(names) or (evidence.joints and sure > 0 and 2 * alike >= len(names))


def _at_commas(text: str) -> list[str]:
    """Part a list at its commas, but for those of dates and issues ("April 24, 2024", "Vol. 3, No. 2")."""
    whole = _WITH_COMMA.search(text)
    if whole is None:
        return [piece for piece in _COMMA.split(text) if piece]
    before, after = text[: whole.start()].strip(" ,;"), text[whole.end() :].strip(" ,;")
    return [*(_at_commas(before) if before else ()), whole[0], *(_at_commas(after) if after else ())]


def _at_joints(text: str) -> list[str]:
    """Cut where words run together: behind a year, before one, and where a capital follows a small letter."""
    whole = [found.span() for found in _ONE_WORD.finditer(text)]
    cuts = [
        at
        for found in _JOINT.finditer(text)
        if _is_joint(text, at := found.start()) and not any(start < at < end for start, end in whole)
    ]
    edges = [0, *cuts, len(text)]
    pieces = (text[start:end].strip() for start, end in pairwise(edges))
    return [piece for piece in pieces if piece]


def _is_joint(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return before.isdigit() or after.isdigit() or (not before.isupper() and after.isupper())


def _segments(text: str, known: Known) -> list[str]:
    """Part a run of words where dates and known labels begin and end, in the cheapest way."""
    words = text.split()
    if len(words) < 2 or text.lower() in known or len(words) > _MOST_IN_RUN:
        return [text]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        starts = range(max(0, end - 2 * MOST_WORDS), end)
        best.append(min((best[start][0] + _cost(" ".join(words[start:end]), known), start) for start in starts))
    found: list[str] = []
    end = len(words)
    while end:
        start = best[end][1]
        found.append(" ".join(words[start:end]))
        end = start
    return found[::-1]


def _cost(label: str, known: Known) -> float:
    if edtf_of(label):
        return _TURNED if _YEAR_FIRST.fullmatch(label) else _DATE
    if label.lower() in known or any(volume_and_number(label)):
        return _KNOWN
    if label.lower() in SECTIONS:
        return _SECTION
    words = label.lower().split()
    if words[0] in SMALL or words[-1] in SMALL:
        return _NEVER
    return _RUN_WITH_YEAR if _YEAR.search(label) else _RUN


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_LABEL and len(text.split()) <= MOST_WORDS and not _NO_LABEL.search(text)


def _is_label(text: str) -> bool:
    """Whether words can be a label: few, with capitals, and no sentence."""
    words = text.split()
    return _is_short(text) and all(not word[0].islower() or word in SMALL for word in words) and text[-1] != "."
