"""One document of all that was gathered of it: its parts, then road by road, then comments that came apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from migrator.model import Record
from migrator.sources.gather.roads import Piece, comments_of, joined
from migrator.sources.gather.store import Found, Store

NEXT_PAGE = "\n<!--nextpage-->\n"
"""What stands in WordPress's own content where a document goes on on its next page."""


def put_together(store: Store, number: int) -> Record:
    """Join what all roads tell of the document with this number in the store."""
    by_road: dict[str, list[Found]] = defaultdict(list)
    for found in store.pieces_of(number):
        by_road[found.road].append(found)
    record = joined([Piece(pieces[0].road, _whole(pieces)) for pieces in by_road.values()])
    apart = store.comments_of(number)
    return replace(record, comments=comments_of([record.comments, apart])) if apart else record


def _whole(pieces: Sequence[Found]) -> Record:
    """One road's record: parts of a document in their order, of several answers for the same part the best.

    Of lists, which name a document anew when it has changed, that is the last; of pages the first address.
    """
    parts: dict[int, Record] = {}
    for piece in pieces if pieces[0].road == "page" else sorted(pieces, key=_time, reverse=True):
        parts.setdefault(piece.part, piece.record)
    first, *others = [parts[part] for part in sorted(parts)]
    comments = comments_of([piece.record.comments for piece in pieces])
    content = NEXT_PAGE.join(record.content for record in (first, *others))
    return replace(first, content=content, comments=comments)


def _time(piece: Found) -> str:
    return piece.record.capture.time if piece.record.capture else ""
