"""One document of all that was gathered of it: its parts, then road by road, then comments that came apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from migrator.model import Capture, Record
from migrator.sources.capture.addresses import key_of
from migrator.sources.gather.roads import Piece, comments_of, joined
from migrator.sources.gather.store import Found, Store
from migrator.sources.gather.versions import answer_beside, count_others, first_alike, is_alike

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
    then the last: lists name a document anew when it has changed. What the others say otherwise is counted.
    """
    parts: dict[int, list[Found]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda piece: _rank(piece.record), reverse=True):
        parts[piece.part].append(piece)
    best = [_best(parts[part]) for part in sorted(parts)]
    comments = comments_of([piece.record.comments for piece in pieces])
    content = NEXT_PAGE.join(record.content for record in best)
    repairs = [entry for record in best for entry in record.repairs]
    capture = _counted(best[0].capture, [[piece.record for piece in found] for found in parts.values()])
    return replace(best[0], content=content, comments=comments, repairs=repairs, capture=capture)


def _best(pieces: Sequence[Found]) -> Record:
    """The record that counts, of those that say the same at such an address the first that was had.

    It tells of the others, but for a list that names a document again as it was.
    """
    is_own = _rank(pieces[0].record)[0]
    near = [piece for piece in pieces if _rank(piece.record)[0] == is_own]
    best = near[first_alike([piece.record for piece in near])]
    told = [
        entry
        for piece in pieces
        if piece is not best and (piece.road == "page" or not is_alike(piece.record, best.record))
        for entry in answer_beside(piece.record, piece.road, best.road)
    ]
    return replace(best.record, repairs=[*best.record.repairs, *told])


def _counted(capture: Capture | None, parts: Sequence[Sequence[Record]]) -> Capture | None:
    earlier = sum(record.capture.versions for records in parts for record in records if record.capture)
    return capture and replace(capture, versions=earlier + sum(map(count_others, parts)))


def _rank(record: Record) -> tuple[bool, str]:
    """Whether it was had at its own address, and when."""
    if record.capture is None:
        return False, ""
    return key_of(record.capture.url) == key_of(record.link), record.capture.time
