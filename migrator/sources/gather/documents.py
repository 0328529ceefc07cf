"""One document of all that was gathered of it: its parts, then road by road, then comments that came apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from migrator.model import Capture, Record
from migrator.sources.capture.addresses import key_of
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

    That is the one at the document's own address (others are shown without their links, or as an answer to a comment),
    then the last: lists name a document anew when it has changed. The others are counted as its versions.
    """
    parts: dict[int, Record] = {}
    for piece in sorted(pieces, key=_rank, reverse=True):
        parts.setdefault(piece.part, piece.record)
    first, *others = [parts[part] for part in sorted(parts)]
    comments = comments_of([piece.record.comments for piece in pieces])
    content = NEXT_PAGE.join(record.content for record in (first, *others))
    return replace(first, content=content, comments=comments, capture=_counted(first.capture, pieces, len(parts)))


def _counted(capture: Capture | None, pieces: Sequence[Found], parts: int) -> Capture | None:
    earlier = sum(piece.record.capture.versions for piece in pieces if piece.record.capture)
    return capture and replace(capture, versions=earlier + len(pieces) - parts)


def _rank(piece: Found) -> tuple[bool, str]:
    record = piece.record
    if record.capture is None:
        return False, ""
    return key_of(record.capture.url) == key_of(record.link), record.capture.time
