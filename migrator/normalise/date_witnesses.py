"""What else than its fields says when a document was published: its address, a date in its byline, its issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from migrator.markup.text import plain
from migrator.model import Post
from migrator.normalise.publication.labels import date_beside_number, edtf_of
from migrator.normalise.urls import split

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)(?:/(\d\d?))?(?=/)")


class Witness(NamedTuple):
    """A date (EDTF: "2024-04-10", "2024-04", "2024") and who says it: url, body, category."""

    edtf: str
    source: str


def witnesses(post: Post) -> Iterator[Witness]:
    """The dates that a document bears besides its fields, the surest first."""
    in_address = date_in_address(post.record.link)
    if in_address:
        yield Witness(in_address, "url")
    if post.printed_date and (printed := edtf_of(post.printed_date)):
        yield Witness(printed, "body")
    for term in sorted(post.record.terms, key=lambda term: -len(term.name)):
        name = plain(term.name)
        label = edtf_of(name) or date_beside_number(name)
        if label:
            yield Witness(label, term.taxonomy)


def date_in_address(url: str) -> str:
    """The day or month that WordPress puts into permalinks: `/2024/04/10/title/` → "2024-04-10"."""
    found = _IN_ADDRESS.search(split(url).path)
    if found is None:
        return ""
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    try:
        read = date(year, month, day)
    except ValueError:
        return ""
    return read.isoformat() if found[3] else read.isoformat()[:7]
