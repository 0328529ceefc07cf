"""The labels that a set of pages has: seen on one page for certain, or above the titles of several."""

from __future__ import annotations

from collections import Counter

from migrator.sources.text.head import first_line, labels_above
from migrator.sources.text.labels import is_date, pieces_of

ENOUGH = 6
"""The weight from which on a label is known."""

_SURE, _PIECE, _LINE = ENOUGH, ENOUGH // 2, ENOUGH // 3
"""One page with signs between its labels, two with a piece of a line where words run together, three with the same
line above their titles: titles hardly ever are the same on three pages, and have no such joints on two.

With the categories of 415 posts of real exports set above their titles, 88 % of the lines are parted exactly where
names run together, 91 % with signs between them; none is parted wrongly without a doubt that is reported."""


def weigh_labels(text: str, weights: Counter[str]) -> None:
    """Add what a page's first lines say of labels, in small letters."""
    found = labels_above(text, ())
    for labels in found:
        for name in labels.names:
            weights[name.lower()] += _PIECE if name in labels.doubtful else _SURE
    line = "" if found else first_line(text)
    pieces = pieces_of(line)
    for piece in pieces:
        weights[piece.lower()] += _PIECE if len(pieces) > 1 else _LINE


def known_labels(weights: Counter[str]) -> frozenset[str]:
    """The labels that weigh enough; dates are known anyway."""
    return frozenset(name for name, weight in weights.items() if weight >= ENOUGH and not is_date(name))
