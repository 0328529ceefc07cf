"""What WordPress shows of documents beside what we write of them, where they differ, and whether that is explained."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple

from migrator.convert import convert
from migrator.model import Record
from migrator.normalise.bylines.continued import DASHES
from migrator.options import Options
from migrator.rendered import Rendered
from migrator.run_index import index
from migrator.run_pool import Pool
from migrator.site import Site
from migrator.sources.opening import open_source
from tests.features import KINDS, Finds, find
from tests.fidelity_table import ROWS, SEPARATOR, Row

_ADDRESS = re.compile(r"\s*<[^<>\s]*>")
"""What the ledger shows of a link beside its text."""

_PLACE = re.compile(r"\[(\d+)\]$")

GAZETTE = Path(__file__).parent.parent / "fixtures" / "gazette"


class Pair(NamedTuple):
    """What a reader finds in one document as WordPress shows it and in ours."""

    theirs: Finds
    ours: Finds


class Difference(NamedTuple):
    """What of one kind only WordPress shows of a document (`missing`), and what only we do (`more`)."""

    document: int
    kind: str
    missing: Counter[str]
    more: Counter[str]

    def __str__(self) -> str:
        missing, more = (SEPARATOR.join(sorted(some.elements())) for some in (self.missing, self.more))
        return f"{self.document} {self.kind}: missing {missing!r}, more {more!r}"


class Total(NamedTuple):
    """How many of a kind WordPress shows on a site, how many we do, and how many are the same."""

    theirs: int
    ours: int
    same: int

    @property
    def recall(self) -> float:
        return self.same / max(1, self.theirs)

    @property
    def precision(self) -> float:
        return self.same / max(1, self.ours)


def open_gazette(folder: Path, disabled: frozenset[str] = frozenset()) -> tuple[Site, list[Record]]:
    """Index the export into `folder`, some rules switched off, and read its items."""
    export = open_source([GAZETTE / "export.xml"])
    path = folder / "site.sqlite"
    index(export, path, Options(disabled=disabled), Pool(1), lambda _: None)
    return Site.open(path), [raw.read() for batch in export.batches() for raw in batch]


def pairs_of(site: Site, records: list[Record], rendered: Mapping[int, str | None]) -> dict[int, Pair]:
    """Convert the records that WordPress rendered; what it fails on and what becomes no document is left out."""
    pairs = {}
    for record in records:
        theirs = rendered.get(record.id)
        document = convert(record, site)
        if theirs is not None and document.files:
            pairs[record.id] = Pair(find(theirs), find(_with_bylines(document)))
    return pairs


def _with_bylines(document: Rendered) -> str:
    """The body with the lines in front that are kept as bylines of the record; signatures stand behind it."""
    html: str = json.loads(document.files[".json"])["content"]["html"]
    blocks = html.split("\n")
    for entry in (entry for entry in reversed(document.entries) if entry.rule == "byline.printed"):
        line = f"<p>{escape(_ADDRESS.sub('', entry.before))}</p>"
        place = _PLACE.search(entry.where)
        blocks.insert(len(blocks) if entry.before[0] in DASHES else int(place[1]) - 1 if place else 0, line)
    return "\n".join(blocks)


def differences(pairs: Mapping[int, Pair]) -> Iterator[Difference]:
    """Every difference of every kind, and words that are all there but in another order ("order")."""
    for document, (theirs, ours) in pairs.items():
        for kind in KINDS:
            if theirs.kinds[kind] != ours.kinds[kind]:
                missing, more = theirs.kinds[kind] - ours.kinds[kind], ours.kinds[kind] - theirs.kinds[kind]
                yield Difference(document, kind, missing, more)
        if theirs.kinds["words"] == ours.kinds["words"] and theirs.words != ours.words:
            yield Difference(document, "order", Counter(), Counter())


def unexplained(pairs: Mapping[int, Pair], rows: tuple[Row, ...] = ROWS) -> list[Difference]:
    """The differences that no row explains, or not to the word."""
    return [one for one in differences(pairs) if not explain(rows, one)]


def untrue(pairs: Mapping[int, Pair], rows: tuple[Row, ...] = ROWS) -> list[Row]:
    """The rows of documents and kinds in which nothing differs."""
    found = {(one.document, one.kind) for one in differences(pairs)}
    return [row for row in rows if (row.document, row.kind) not in found]


def explain(rows: tuple[Row, ...], difference: Difference) -> bool:
    """Whether rows say just what differs: text for text, and what they don't spell out by its number."""
    about = [row for row in rows if (row.document, row.kind) == (difference.document, difference.kind)]
    rest = Counter(difference.more)
    rest.subtract(difference.missing)
    for row in about:
        rest.subtract(texts_of(row.more, row.kind))
        rest.update(texts_of(row.missing, row.kind))
    numbers = [sum(said for said in column if isinstance(said, int)) for column in _columns(about)]
    return bool(about) and [(-rest).total(), (+rest).total()] == numbers


def _columns(rows: list[Row]) -> tuple[list[str | int], list[str | int]]:
    return [row.missing for row in rows], [row.more for row in rows]


def texts_of(said: str | int, kind: str) -> list[str]:
    """What a row spells out."""
    return [] if isinstance(said, int) or not said else said.split(" " if kind == "words" else SEPARATOR)


def amount(said: str | int, kind: str) -> int:
    """How many a row says, spelled out or not."""
    return said if isinstance(said, int) else len(texts_of(said, kind))


def totals(pairs: Mapping[int, Pair]) -> dict[str, Total]:
    """Count each kind over the whole site."""
    counted = {kind: Total(0, 0, 0) for kind in KINDS}
    for pair in pairs.values():
        for kind, total in counted.items():
            theirs, ours = pair.theirs.kinds[kind], pair.ours.kinds[kind]
            found = (theirs.total(), ours.total(), (theirs & ours).total())
            counted[kind] = Total(*(before + now for before, now in zip(total, found, strict=True)))
    return counted
