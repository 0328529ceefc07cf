"""What the cleaning rules take from saved pages, held against pieces of text of which people said: this is the
article's ("with"), this is not ("without")."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bs4 import UnicodeDammit

from migrator import edit
from migrator.clean.trial import no_site, post_of, taken
from migrator.options import Options
from migrator.site import Site

ROOT = Path(__file__).parents[2]
OWN = ROOT / "fixtures" / "pages"
CORPUS = ROOT.parent / "shared" / "corpus" / "pages"
INDEX = "INDEX.json"

_ADDRESS = re.compile(r"<[^<>\s]*[/:#?][^<>\s]*>")


class Gold(NamedTuple):
    """A page and its pieces: those of the article, those of clutter."""

    page: Path
    article: tuple[str, ...]
    clutter: tuple[str, ...]


class Piece(NamedTuple):
    """A piece of a page's text, and the rule that took it, or ""."""

    page: str
    text: str
    rule: str


@dataclass
class Outcome:
    """What became of the pieces that stand in the pages' bodies; elements and pages by rule."""

    pages: int = 0
    elements: dict[str, list[str]] = field(default_factory=dict)
    """For each rule the pages of the elements that it took."""
    taken: list[Piece] = field(default_factory=list)
    left: list[Piece] = field(default_factory=list)
    kept: list[Piece] = field(default_factory=list)
    lost: list[Piece] = field(default_factory=list)


def gold_of(folder: Path) -> list[Gold]:
    """Read a folder's index: what was said of each page, whoever said it."""
    return [
        Gold(folder / row["file"], _all(row["truth"].get("with")), _all(row["truth"].get("without")))
        for row in json.loads((folder / INDEX).read_text("utf-8"))
    ]


def _all(said: dict[str, list[str]] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in (said or {}).values() for text in texts if text.strip()))


def html_of(page: Path) -> str:
    """Read a page, in whichever encoding it is."""
    return UnicodeDammit(page.read_bytes(), ["utf-8"], is_html=True).unicode_markup or ""


def measure(gold: Iterable[Gold]) -> Outcome:
    outcome = Outcome()
    with no_site(Options()) as site:
        for each in gold:
            _measure(each, site, outcome)
    return outcome


def _measure(gold: Gold, site: Site, outcome: Outcome) -> None:
    outcome.pages += 1
    name = gold.page.name
    post = post_of(html_of(gold.page), site)
    before = squeezed(edit.shown(post.tree))
    takes = [(each.rule.name, squeezed(each.before), squeezed(each.after)) for each in taken(post, site)]
    after = squeezed(edit.shown(post.tree))
    for rule, *_ in takes:
        outcome.elements.setdefault(rule, []).append(name)
    for pieces, gone, there in (
        (gold.clutter, outcome.taken, outcome.left),
        (gold.article, outcome.lost, outcome.kept),
    ):
        for text in pieces:
            words = squeezed(text)
            if words in before:
                rule = next((rule for rule, old, new in takes if words in old and words not in new), "")
                (there if words in after else gone).append(Piece(name, text, rule))


def squeezed(text: str) -> str:
    """A text without its spaces and addresses: where they stand is no matter of words."""
    return "".join(_ADDRESS.sub("", text).split())


def report(outcome: Outcome, *, left: bool = False) -> Iterator[str]:
    """Show the outcome by rule, and by name each piece of an article that was lost."""
    yield f"{outcome.pages} pages"
    yield f"{'rule':32} {'pages':>6} {'elements':>9} {'clutter':>8} {'article':>8}"
    for rule, pages in sorted(outcome.elements.items()):
        counts = [sum(piece.rule == rule for piece in pieces) for pieces in (outcome.taken, outcome.lost)]
        yield f"{rule:32} {len(set(pages)):6} {len(pages):9} {counts[0]:8} {counts[1]:8}"
    for name, gone, there in (("clutter", outcome.taken, outcome.left), ("article", outcome.lost, outcome.kept)):
        whole = len(gone) + len(there)
        yield f"{name}: {len(gone)} of {whole} pieces taken ({len(gone) / max(whole, 1):.1%})"
    yield from (f"LOST  {piece.page}: {piece.text!r} ({piece.rule or 'no rule alone'})" for piece in outcome.lost)
    if left:
        yield from (f"left  {piece.page}: {piece.text!r}" for piece in outcome.left)
