"""What every source gives a run: items that any process can read, and what is known of the site besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from migrator.model import Entry, Record
from migrator.sources.wxr.header import Header


class Item(Protocol):
    """One item of a source, small enough to be sent to another process.

    `position` counts the items over all parts from 0; `offset` counts what was gone through up to the item's end, in
    the unit of the source's `size`.
    """

    @property
    def source(self) -> str:
        """The name of the part that it stands in."""

    @property
    def position(self) -> int:
        """Its number."""

    @property
    def offset(self) -> int:
        """How far into the source it ends."""

    def read(self, *, content: bool = True) -> Record:
        """Read it; without its body and comments where that saves time."""

    def glance(self) -> str:
        """Its body, as far as it can be had cheaply; "" otherwise."""

    def may_be(self, number: int, guid: str) -> bool:
        """Whether it may have this id or guid, as far as can be told without reading it."""

    def texts(self) -> str:
        """What a visitor could see of it, for the ledger, when it can't be read."""


class Source(Protocol):
    """A site's items in an order that never changes, and what is known of the site itself."""

    @property
    def header(self) -> Header:
        """What is known of the site."""

    @property
    def repairs(self) -> Sequence[Entry]:
        """What was mended or left out outside the items."""

    @property
    def size(self) -> int:
        """How much there is to go through."""

    @property
    def count(self) -> int:
        """How many items there are."""

    @property
    def paths(self) -> Sequence[Path]:
        """The files that were read."""

    def batches(self, size: int = 64) -> Iterator[Sequence[Item]]:
        """Go through all items, at most `size` at a time."""


class Opening(NamedTuple):
    """How a source is opened: `told` hears how many answers of a capture were gone through, and of how many; `jobs`
    says how many processes are to work on so many bytes."""

    told: Callable[[int, int], None] = lambda _done, _total: None
    jobs: Callable[[int], int] = lambda _size: 1
