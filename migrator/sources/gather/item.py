"""A document that was put together of what a capture tells, as an item that any process can read."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace

from migrator.model import Record
from migrator.sources.wxr.light import KEPT_TYPES


@dataclass(frozen=True, slots=True)
class Gathered:
    """A record as bytes; `offset` counts the bytes of what was gathered, up to its end."""

    source: str
    position: int
    offset: int
    data: bytes

    def read(self, *, content: bool = True) -> Record:
        """Unpack the record; what its page says of persons is a part of what the index must know."""
        record: Record = pickle.loads(self.data)
        record.source, record.position = self.source, self.position
        if content or record.type in KEPT_TYPES:
            return record
        return replace(record, content="")

    def glance(self) -> str:
        """Its body."""
        return self.read().content

    def may_be(self, number: int, guid: str) -> bool:
        """Whether it has the id or guid."""
        record = self.read()
        return record.id == number or (bool(guid) and record.guid == guid)

    def texts(self) -> str:
        """What a visitor could see of it."""
        record = self.read()
        return "\n".join((record.title, record.content, record.excerpt))


def packed(record: Record, source: str, position: int, offset: int) -> Gathered:
    """Make an item of a record."""
    return Gathered(source, position, offset, pickle.dumps(record))
