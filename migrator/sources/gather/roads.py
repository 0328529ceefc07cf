"""Which road is believed for which field, when a document came by several: the export, REST, its page, a feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from html import unescape
from typing import Any, Literal, NamedTuple

from migrator.model import Entry, RawComment, Record, TermRef
from migrator.sources.feed.items import EXCERPT
from migrator.sources.gather.versions import JOINED, answer_beside

RecordRoad = Literal["export", "rest", "page", "feed"]

TRUST: tuple[RecordRoad, ...] = ("export", "rest", "page", "feed")
"""From the one that says most of what WordPress stored to the one that says least."""

_APART = frozenset(
    "source position content form excerpt comments meta terms credited dated changed repairs printed capture roads"
    " extra protected sticky".split()
)
"""Fields that are not simply the first one known."""

_PLAIN = tuple(field.name for field in fields(Record) if field.name not in _APART)


class Piece(NamedTuple):
    """What one road tells of a document."""

    road: RecordRoad
    record: Record


def joined(pieces: Sequence[Piece]) -> Record:
    """Put a document together: for each field the most trusted road that knows it; lists are united."""
    ranked = sorted(pieces, key=lambda piece: TRUST.index(piece.road))
    if len(ranked) == 1:
        return ranked[0].record
    body = _body_of(ranked)
    found = {name: _first(name, ranked) for name in _PLAIN}
    record = replace(
        body.record,
        **{name: getattr(piece.record, name) for name, piece in found.items() if piece is not None},
        **_united(ranked, body),
    )
    record.roads = _roads(found, body)
    return record


def _first(name: str, ranked: Sequence[Piece]) -> Piece | None:
    """The most trusted piece that knows a field; that a title is empty, an export knows, too."""
    if name == "title" and ranked[0].road == "export":
        return ranked[0]
    return next((piece for piece in ranked if getattr(piece.record, name)), None)


def _body_of(ranked: Sequence[Piece]) -> Piece:
    """The piece whose content is kept: the most trusted one that has all of it.

    An excerpt stands in for a page that wasn't understood, never for a text that is empty.
    """
    whole = (piece for piece in ranked if piece.record.content.strip() and not _is_excerpt(piece))
    is_known = ranked[0].road in ("export", "rest")
    begun = (piece for piece in ranked if piece.record.content.strip() and not is_known)
    return next(whole, None) or next(begun, ranked[0])


def _is_excerpt(piece: Piece) -> bool:
    return piece.record.roads.get("content") == EXCERPT


def _united(ranked: Sequence[Piece], body: Piece) -> dict[str, Any]:
    records = [piece.record for piece in ranked]
    extra: dict[str, str] = {}
    for record in reversed(records):
        extra |= record.extra
    return {
        "terms": _terms(records),
        "meta": _first_of_key(record.meta for record in records),
        "comments": comments_of(record.comments for record in records),
        "credited": _distinct(record.credited for record in records),
        "dated": _distinct(record.dated for record in records),
        "changed": _distinct(record.changed for record in records),
        "extra": extra,
        "excerpt": _excerpt(ranked),
        "protected": any(record.protected for record in records),
        "sticky": any(record.sticky for record in records),
        "repairs": [*body.record.repairs, *_beside(ranked, body)],
        "capture": next((record.capture for record in records if record.capture), None),
    }


def _beside(ranked: Sequence[Piece], body: Piece) -> Iterator[Entry]:
    """Tell of the answers that the document's text is not of, and of those beside them."""
    for piece in ranked:
        if piece is not body:
            yield from answer_beside(piece.record, piece.road, body.road)
            yield from (entry for entry in piece.record.repairs if entry.rule == JOINED)


def _excerpt(ranked: Sequence[Piece]) -> str:
    """The first excerpt; that a document has none, an export says for sure: others show the beginning of the text."""
    known = ranked[:1] if ranked[0].road == "export" else ranked
    return next((piece.record.excerpt for piece in known if piece.record.excerpt), "")


def _terms(records: Sequence[Record]) -> list[TermRef]:
    """All terms; one that a feed only names (it tells neither slug nor taxonomy) is known if another has its name."""
    found: dict[tuple[str, str], TermRef] = {}
    for record in records:
        named = {unescape(term.name) for term in found.values()}
        for term in record.terms:
            if term.slug or unescape(term.name) not in named:
                found.setdefault((term.taxonomy, term.slug or term.name), term)
    return list(found.values())


def _first_of_key(metas: Iterable[list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """All postmeta; a key that two roads tell is told by the first."""
    found: list[tuple[str, str]] = []
    for meta in metas:
        known = {key for key, _ in found}
        found += [pair for pair in meta if pair[0] not in known]
    return found


def comments_of(lists: Iterable[list[RawComment]]) -> list[RawComment]:
    """All comments, each as the first list has it that knows it; in the order of their numbers where all have one."""
    found: dict[tuple[int, str], RawComment] = {}
    for comments in lists:
        for comment in comments:
            found.setdefault((comment.id, "" if comment.id else comment.content), comment)
    listed = list(found.values())
    return sorted(listed, key=lambda comment: comment.id) if all(comment.id for comment in listed) else listed


def _distinct(lists: Iterable[list[tuple[str, str]]]) -> list[tuple[str, str]]:
    return list(dict.fromkeys(pair for pairs in lists for pair in pairs))


def _roads(found: Mapping[str, Piece | None], body: Piece) -> dict[str, str]:
    named: dict[str, str] = {name: piece.road for name, piece in found.items() if piece is not None}
    return dict(sorted((named | {"content": body.record.roads.get("content") or body.road}).items()))
