"""redirects.csv: every address at which a public document was ever found, and the file that holds it now.

A page that listed what someone wrote leads to the person's place in people.json, as `people.json#jane-doe`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from migrator.archive.journal import Tallies
from migrator.rendered import Rendered
from migrator.site import Site

HEAD = ("from", "to", "kind")
AUTHOR = "author"


def redirects_of(rendered: Rendered) -> list[tuple[str, str, str]]:
    """List a document's old addresses as rows; its permalink comes first."""
    target = f"{rendered.path}.md"
    return [(old, target, _kind(old, index)) for index, (old, _) in enumerate(rendered.redirects)]


def author_redirects(site: Site, tallies: Tallies) -> list[tuple[str, str, str]]:
    """List the pages of all whom public documents credit, by address; those merged into one lead to the same place."""
    credited = {person.id for person in site.persons() if not person.hidden and tallies["person", person.id]}
    rows = [(page, f"people.json#{identity}", AUTHOR) for identity, page in site.author_pages() if identity in credited]
    return sorted(rows)


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
