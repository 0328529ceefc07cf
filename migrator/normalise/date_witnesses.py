"""What else than its fields says when a document was published: its address, a date in its byline, its issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from migrator.markup.text import plain
from migrator.model import Post
from migrator.normalise.labels import date_beside_number, edtf_of
from migrator.normalise.urls import date_in_address


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
