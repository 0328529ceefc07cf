"""WARC and ARC records one after another, each known to be whole or told as damaged (ISO 28500, WARC 1.0 and 1.1).

Our own, since readers made for sound files end at the first fault or pass over it without a word: here everything that
is whole is read, before a fault and after, and each stretch that isn't is told with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from migrator.model import Entry
from migrator.sources.capture.arc import ARC_LINE, ARC_LINE_LIMIT, arc_fields
from migrator.sources.capture.http import HEAD_END, decode_text, parse_fields, read_number
from migrator.sources.capture.parts import Part
from migrator.sources.capture.stream import START, Stream

Note = Callable[[Entry], None]

_WARC = b"WARC/"
_HEAD_LIMIT = 1 << 20
"""A record's head is some 500 bytes; nothing that is longer than this is one."""


class Position(NamedTuple):
    """Where a record lies: a gzip member of its own by file, offset and length as CDX has them; any other by its offset
    in what the file unpacks to, and then `file` goes on with the name of that ("site.warc.gz/site.warc")."""

    file: str
    offset: int
    length: int


class Records:
    """The records of one part: `next` finds one, `block` gives its bytes, `finish` tells whether it was whole."""

    def __init__(self, part: Part, note: Note, offset: int = 0) -> None:
        self._part, self._note = part, note
        self._file = part.open()
        self._stream = Stream(self._file, offset)
        self._start = self._block = self._left = 0
        self._url = ""
        self._lost = (part.name, offset, "") if self._stream.passed else None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def seek(self, offset: int) -> None:
        """Go to a record that is no gzip member of its own, forward only."""
        while (self._stream.offset < offset) and not self._seek_in_member(offset):
            if not self._stream.turn():
                return

    def _seek_in_member(self, offset: int) -> bool:
        self._stream.seek(offset)
        return self._stream.offset == offset

    @property
    def offset(self) -> int:
        """How far into what is unpacked the reading is."""
        return self._stream.offset

    def next(self) -> dict[str, str] | None:
        """Find the next record and read its head; None at the end."""
        stream = self._stream
        while True:
            if not stream.skip_blank():
                if not self._turn():
                    return None
                continue
            self._start = stream.offset
            fields = self._head()
            if fields is not None:
                self._tell("capture.damaged")
                return fields
            self._lose()
            stream.pos += 1
            stream.search()

    def _turn(self) -> bool:
        """Go on to the next gzip member, telling what was lost at the end of this one."""
        end = self._stream.place
        if self._stream.broken:
            self._lost = self._lost or (self._part.name, end, "")
        found = self._stream.turn()
        if self._stream.passed:
            self._lost = self._lost or (self._part.name, end, "")
        if not found:
            self._tell("capture.truncated")
        return found

    def _head(self) -> dict[str, str] | None:
        stream = self._stream
        while len(stream.data) - stream.pos < 16 and stream.fill():
            pass
        if self._may_be_line():
            return self._line()
        begin = START.match(stream.data, stream.pos)
        if not begin:
            return None
        size = begin.end() - stream.pos
        while not (end := HEAD_END.search(stream.data, stream.pos)):
            if len(stream.data) - stream.pos > _HEAD_LIMIT or not stream.fill():
                return None
        fields = parse_fields(decode_text(stream.data[stream.pos + size : end.start()]))
        length = read_number(fields.get("content-length", ""))
        if length is None:
            return None
        stream.pos = end.end()
        self._left, self._block, self._url = length, stream.offset, fields.get("warc-target-uri", "")
        return fields

    def _may_be_line(self) -> bool:
        """Whether what comes next is no WARC record, but may be an ARC record's line, which is read whole then."""
        stream = self._stream
        if stream.data.startswith(_WARC, stream.pos):
            return False
        while stream.data.find(b"\n", stream.pos) < 0 and len(stream.data) - stream.pos < ARC_LINE_LIMIT:
            if not stream.fill():
                break
        return True

    def _line(self) -> dict[str, str] | None:
        found = ARC_LINE.match(self._stream.data, self._stream.pos)
        if found is None:
            return None
        fields = arc_fields(found)
        self._stream.pos = found.end()
        self._left, self._block, self._url = int(found["length"]), self._stream.offset, fields["warc-target-uri"]
        return fields

    def block(self) -> Iterator[bytes]:
        """Give the bytes of the record that weren't given yet."""
        for piece in self._stream.pieces(self._left):
            self._left -= len(piece)
            yield piece

    def finish(self) -> Position | None:
        """Read the record to its end; its position, or None if it isn't whole."""
        for _ in self.block():
            pass
        end = self._stream.offset
        sound = not self._left and (self._sound_member() if self._stream.packed else self._sound_end(end))
        if sound:
            return self._position(end)
        self._lose()
        if not self._stream.packed:
            self._stream.seek(self._block)
            self._stream.search()
        return None

    def _sound_member(self) -> bool:
        """Unpack up to what comes next, since a fault may show only at a member's end; what is followed by a record of
        the same member can't be known better."""
        return (self._stream.skip_blank() and self._is_at_record()) or self._stream.broken != "wrong"

    def _sound_end(self, end: int) -> bool:
        """Whether a record ends where its length says: if something else than a record follows and there is one inside,
        it was cut, and what came after was written on behind it."""
        stream = self._stream
        if not stream.skip_blank() or self._is_at_record():
            return True
        stream.seek(self._block)
        cut = stream.search() and stream.offset < end
        stream.seek(end)
        return not cut

    def _is_at_record(self) -> bool:
        stream = self._stream
        while len(stream.data) - stream.pos < len(_WARC) and stream.fill():
            pass
        if not self._may_be_line():
            return True
        return ARC_LINE.match(stream.data, stream.pos) is not None

    def _position(self, end: int) -> Position:
        stream = self._stream
        if not stream.packed:
            return Position(self._part.name, self._start, end - self._start)
        if self._start == stream.opened and stream.pos == len(stream.data) and stream.ended:
            return Position(self._part.name, stream.member, stream.place - stream.member)
        return Position(inner_name(self._part.name), self._start, end - self._start)

    def _lose(self) -> None:
        if self._lost is not None:
            return
        if self._stream.packed and self._start == self._stream.opened:
            self._lost = (self._part.name, self._stream.member, self._url)
        else:
            name = inner_name(self._part.name) if self._stream.packed else self._part.name
            self._lost = (name, self._start, self._url)

    def _tell(self, rule: str) -> None:
        self._url = ""
        if self._lost is not None:
            name, offset, url = self._lost
            self._note(Entry(rule, "skipped", where=f"{name} at byte {offset}", before=url))
            self._lost = None


def inner_name(name: str) -> str:
    """Name what a packed file unpacks to, as a file in it."""
    return f"{name}/{name.rpartition('/')[2].removesuffix('.gz').removesuffix('.zst')}"
