"""An export as a whole: its parts looked over once, then its items in batches as often as needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from migrator.errors import SourceError
from migrator.model import Entry
from migrator.normalise.urls import split
from migrator.sources.wxr.encoding import SAMPLE, Charset, detect, transcoded
from migrator.sources.wxr.files import DAMAGED, GZIP, OTHER_SITE, ZIP, Part, Report, parts_of, reading, spool
from migrator.sources.wxr.gaps import read_gap
from migrator.sources.wxr.header import Draft, Header
from migrator.sources.wxr.item import Context, RawItem
from migrator.sources.wxr.names import declared, undeclared, wrapper
from migrator.sources.wxr.refusal import is_wxr, reason
from migrator.sources.wxr.scan import Piece, Read, scan

BATCH_BYTES = 4 << 20
"""A batch is handed on early when it holds this much."""

_STANDARD_INPUT, _SKIPPED = "-", "source.skipped"
_END = re.compile(rb"</(?:channel|rss)\s*>")
_BROKEN_OFF = "the file ends without </rss>: it was cut short, and items may be missing"
_NAMED = 3
"""Files that a message names at most."""

_PROOFS = 20
"""Pieces of a part that are searched for a sign of WordPress before it is taken for something else."""


@dataclass(frozen=True, slots=True)
class Export:
    """A WordPress export of one or more parts.

    `repairs` tells what was mended or left out outside the items. `size` counts the bytes of all parts as they are
    read (unpacked, in UTF-8), `count` their items. `parts` are the XML files, `paths` the files that they are in.
    """

    header: Header
    repairs: tuple[Entry, ...]
    size: int
    count: int
    parts: tuple[Part, ...]
    paths: tuple[Path, ...]
    _spooled: TemporaryDirectory[str] | None = field(default=None, repr=False, compare=False)

    def batches(self, size: int = 64) -> Iterator[list[RawItem]]:
        """Go through all items in order, at most `size` at a time.

        Raises:
            SourceError: A part can't be read any more.
        """
        batch: list[RawItem] = []
        weight = 0
        for item in _items(self.parts):
            batch.append(item)
            weight += len(item.data)
            if len(batch) >= size or weight >= BATCH_BYTES:
                yield batch
                batch, weight = [], 0
        if batch:
            yield batch


def accepts(path: Path) -> bool:
    """Tell from a path and its first bytes whether it may be a WordPress export."""
    if str(path) == _STANDARD_INPUT or path.is_dir():
        return True
    try:
        with path.open("rb") as file:
            start = file.read(SAMPLE)
    except OSError:
        return False
    return start.startswith((GZIP, ZIP)) or b"<rss" in start.replace(b"\0", b"") or is_wxr(start)


def open_export(paths: Sequence[Path]) -> Export:
    """Open an export: files, .gz, .zip, folders of parts, or "-" for standard input; all parts are one site's.

    Each part is read through once, for what stands outside the items and to know that it is an export.

    Raises:
        SourceError: A path is missing or unreadable, a file that was named is no WordPress export, or there is no
            item in any.
    """
    spooled = TemporaryDirectory(prefix="migrator-") if any(str(path) == _STANDARD_INPUT for path in paths) else None
    files = tuple(spool(Path(spooled.name)) if spooled and str(path) == _STANDARD_INPUT else path for path in paths)
    found = _Overview()
    for part in [part for path in files for part in parts_of(path)]:
        _look_over(found, part)
    if not found.count:
        skipped = [f"{entry.where}: {entry.before}" for entry in found.entries if entry.rule == _SKIPPED]
        raise SourceError("; ".join(skipped[:_NAMED] + ["…"] * (len(skipped) > _NAMED)))
    header, parts = found.draft.header(), tuple(found.parts)
    return Export(header, tuple(found.entries), found.size, found.count, parts, files, spooled)


@dataclass(slots=True)
class _Overview:
    """What is known of an export, or of one part of it, while it is looked over."""

    draft: Draft = field(default_factory=Draft)
    entries: list[Entry] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    size: int = 0
    count: int = 0


def _look_over(found: _Overview, part: Part) -> None:
    """Add a part to what was found; leave it out if there is no item in it, or if it is no export."""
    seen = _Overview(parts=[part])
    start, known, ended = b"", False, False
    for number, (piece, context) in enumerate(_pieces(part, _reporter(seen, part))):
        start = start or piece.data[:SAMPLE]
        known = known or (number < _PROOFS and is_wxr(piece.data))
        seen.size = piece.end
        ended = not piece.is_item and _END.search(piece.data) is not None
        if piece.is_item:
            seen.entries += [] if seen.count else _undeclared(part, start, piece)
            seen.count += 1
        else:
            seen.entries += read_gap(seen.draft, piece.data, context, part.name, first=not seen.count)
    if known and seen.count and not ended:
        seen.entries.append(Entry("xml.truncated", "warned", part.name, _BROKEN_OFF))
    if known:
        _add(found, seen)
    if not known or not seen.count:
        _leave_out(found, part, _damage(seen) or reason(start), refuse=part.named and not known)


def _undeclared(part: Part, head: bytes, item: Piece) -> list[Entry]:
    names = undeclared(declared(head), item.data)
    return [Entry("xml.namespace", "repaired", part.name, "", f"xmlns:{name}") for name in names]


def _add(found: _Overview, seen: _Overview) -> None:
    found.entries += _elsewhere(found.draft.address(), seen)
    found.draft.merge(seen.draft)
    found.entries += seen.entries
    found.parts += seen.parts if seen.count else []
    found.size += seen.size
    found.count += seen.count


def _elsewhere(address: str, seen: _Overview) -> Iterator[Entry]:
    """Tell of a part that names another site than those before it: its numbers may be others' there."""
    first, other = split(address), split(seen.draft.address())
    if first.host and other.host and (first.host, first.path) != (other.host, other.path):
        said = f"an export of {seen.draft.address()}; all that is given is taken for one site, {address}"
        yield Entry(OTHER_SITE, "warned", seen.parts[0].name, said)


def _leave_out(found: _Overview, part: Part, why: str, *, refuse: bool) -> None:
    if refuse:
        raise SourceError(f"{part.path}: {why}")
    found.entries.append(Entry(_SKIPPED, "skipped", part.name, why))


def _damage(seen: _Overview) -> str:
    return next((entry.before for entry in seen.entries if entry.rule == DAMAGED), "")


def _reporter(seen: _Overview, part: Part) -> Report:
    def report(rule: str, message: str) -> None:
        entry = Entry(rule, "warned", part.name, message)
        if entry not in seen.entries:
            seen.entries.append(entry)

    return report


def _items(parts: Sequence[Part]) -> Iterator[RawItem]:
    """Go through the items of all parts, numbering them."""
    position = base = 0
    for part in parts:
        end = 0
        for piece, context in _pieces(part, _unheard):
            end = piece.end
            if piece.is_item:
                yield RawItem(part.name, position, piece.data, base + end, context)
                position += 1
        base += end


def _unheard(rule: str, message: str) -> None:
    """Take a report that was heard when the part was looked over."""


def _pieces(part: Part, report: Report) -> Iterator[tuple[Piece, Context]]:
    """Cut a part into items and what is between them, each with what is known of its namespaces and encoding."""
    with reading(part, report) as read:
        sample = _sample(read)
        charset = detect(sample)
        if charset.guessed:
            report("xml.encoding", f"read as {charset.stream or charset.fallback}, which no declaration says")
        context = Context(wrapper({}), charset.fallback)
        for piece in scan(_utf8(_after(sample[charset.skip :], read), charset, report)):
            if not piece.is_item and (bindings := declared(piece.data)):
                context = Context(wrapper(bindings), charset.fallback)
            yield piece, context


def _utf8(read: Read, charset: Charset, report: Report) -> Read:
    """Read a part so that its tags at least are ASCII."""
    if not charset.stream:
        return read
    return transcoded(
        read, charset.stream, lambda: report("xml.encoding", f"bytes that are no {charset.stream}: U+FFFD")
    )


def _sample(read: Read) -> bytes:
    """Read the first bytes, as many as `detect` wants to see."""
    sample = b""
    while len(sample) < SAMPLE and (more := read(SAMPLE - len(sample))):
        sample += more
    return sample


def _after(sample: bytes, read: Read) -> Read:
    """Read what was already read once more, and then on."""
    pending = [sample] if sample else []
    return lambda size: pending.pop() if pending else read(size)
