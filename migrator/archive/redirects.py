"""redirects.csv: every address at which a public document was ever found, and the file that holds it now."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from migrator.model import Rendered

HEAD = ("from", "to", "kind")


def redirects_of(rendered: Rendered) -> list[tuple[str, str, str]]:
    """List a document's old addresses as rows; its permalink comes first."""
    target = f"{rendered.path}.md"
    return [(old, target, _kind(old, index)) for index, (old, _) in enumerate(rendered.redirects)]


def _kind(address: str, index: int) -> str:
    if "?" in address:
        return "query"
    return "old" if index else "permalink"


def lines(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Write rows as lines of CSV (RFC 4180), a head first; of rows from the same address only the first counts."""
    yield from _csv([HEAD])
    before = None
    for row in rows:
        if row[0] != before:
            yield from _csv([row])
        before = row[0]


def _csv(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    yield text.getvalue()
