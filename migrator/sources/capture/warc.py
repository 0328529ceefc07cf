"""Visits from WARC records: responses, revisits and resources, whoever wrote them (ISO 28500, WARC 1.0 and 1.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from migrator.model import Entry
from migrator.sources.capture.codings import LIBRARIES, codings
from migrator.sources.capture.http import is_chunked, parse_head
from migrator.sources.capture.parts import Part
from migrator.sources.capture.payload import MEDIA_LIMIT, PAGE_LIMIT, Payload, is_media
from migrator.sources.capture.records import Note, Position, Records
from migrator.sources.capture.revisits import Repeat, bare, moment, read_repeat
from migrator.sources.capture.sniffing import sniff
from migrator.sources.capture.visit import Place, Visit

Wanted = Callable[[str, int, str], bool]
"""Whether the body of an answer is wanted, by its address, status and type."""

_KINDS = ("response", "resource", "revisit")
_SCHEMES = ("http:", "https:", "file:", "ftp:")
_HEAD_LIMIT = 1 << 16
"""Bytes in which the head of an answer must end; what has none is taken for a body."""

_FATAL = ("capture.large", "capture.coding")


class CapturedAnswer(NamedTuple):
    """A visit, and whether its body was wanted; else it is empty."""

    visit: Visit
    wanted: bool


class _Marks:
    """Which answers belong to requests that were no GET: by record ids, or by the address at the same moment."""

    def __init__(self) -> None:
        self._posted: set[str] = set()

    def request(self, method: bytes, fields: Mapping[str, str]) -> None:
        """Note a request."""
        if method.upper() != b"GET":
            self._posted |= self._of(fields)

    def is_posted(self, fields: Mapping[str, str]) -> bool:
        """Whether an answer is one of them, as far as is known."""
        return bool(self._posted) and not self._posted.isdisjoint(self._of(fields))

    @staticmethod
    def _of(fields: Mapping[str, str]) -> set[str]:
        ids = {part.strip() for part in fields.get("warc-concurrent-to", "").split(",")} - {""}
        own = fields.get("warc-record-id", "")
        return ids | {own} if own else ids | {f"{fields.get('warc-target-uri')} {fields.get('warc-date')}"}


def answers(part: Part, wanted: Wanted, note: Note) -> Iterator[CapturedAnswer | Repeat]:
    """Go through a WARC file: its answers in order, bodies read where they are wanted, each checked against its digest.

    Answers to other requests than GET are no documents and left out; a request often stands behind its answer, which is
    why each is held until the next record is known.
    """
    records, marks = Records(part, note), _Marks()
    held: tuple[CapturedAnswer | Repeat, Mapping[str, str]] | None = None
    try:
        while (fields := records.next()) is not None:
            is_request = fields.get("warc-type", "").lower() == "request"
            if is_request:
                marks.request(next(records.block(), b"")[:16].partition(b" ")[0], fields)
                records.finish()
            if held and not marks.is_posted(held[1]):
                yield held[0]
            found = None if is_request else _read(records, fields, wanted, note)
            held = (found, fields) if found else None
        if held and not marks.is_posted(held[1]):
            yield held[0]
    finally:
        records.close()


class PlaceReader:
    """Reads answers by their places.

    Of a file that is one gzip member it keeps the last stream open and goes forward in it, since each place there has
    to be unpacked up to; so places are best asked for in order.
    """

    def __init__(self) -> None:
        self._inner: tuple[str, Records] | None = None

    def read(self, part: Part, place: Place, wanted: Wanted) -> CapturedAnswer | None:
        """Read the answer at a place of a file; None if there is none. Raises OSError."""
        if place.file != part.name:
            return _next_answer(self._unpacked(part, place), wanted)
        records = Records(part, _ignore, place.offset)
        try:
            return _next_answer(records, wanted)
        finally:
            records.close()

    def pieces(self, part: Part, place: Place) -> Iterator[bytes]:
        """Give the body at a place piece by piece; nothing if there is none. Raises OSError."""
        records = Records(part, _ignore, place.offset if place.file == part.name else 0)
        try:
            if place.file != part.name:
                records.seek(place.offset)
            fields = records.next()
            if fields is not None:
                yield from _begin(records, fields, bare(fields.get("warc-target-uri", "")))[1].decoded()
        finally:
            records.close()

    def _unpacked(self, part: Part, place: Place) -> Records:
        if self._inner is None or self._inner[0] != part.name or self._inner[1].offset > place.offset:
            if self._inner:
                self._inner[1].close()
            self._inner = part.name, Records(part, _ignore)
        self._inner[1].seek(place.offset)
        return self._inner[1]


def _next_answer(records: Records, wanted: Wanted) -> CapturedAnswer | None:
    fields = records.next()
    found = _read(records, fields, wanted, _ignore) if fields is not None else None
    return found if isinstance(found, CapturedAnswer) else None


def _ignore(_entry: Entry) -> None:
    """Say nothing: what is wrong with a record was told when the file was gone through."""


def _read(records: Records, fields: Mapping[str, str], wanted: Wanted, note: Note) -> CapturedAnswer | Repeat | None:
    kind, url = fields.get("warc-type", "").lower(), bare(fields.get("warc-target-uri", ""))
    if kind not in _KINDS or not url.lower().startswith(_SCHEMES):
        records.finish()
        return None
    if kind == "revisit":
        block = next(records.block(), b"")
        at = records.finish()
        return read_repeat(fields, url, block, _where(at)) if at else None
    visit, payload = _begin(records, fields, url)
    is_wanted = wanted(url, visit.status, visit.mime)
    body = payload.kept(_limit(visit)) if is_wanted and not payload.missing else b""
    payload.finish()
    at = records.finish()
    if at is None:
        return None
    faults = _faults(visit, payload, fields, is_large=body is None or payload.size > _limit(visit))
    for rule, said in faults:
        note(Entry(rule, "skipped" if rule in _FATAL else "warned", where=_where(at), before=url, after=said))
    if body is None or any(rule in _FATAL for rule, _ in faults):
        return None
    place = Place(at.file, at.offset, at.length, payload.digest)
    return CapturedAnswer(replace(visit, body=body, place=place), is_wanted)


def _begin(records: Records, fields: Mapping[str, str], url: str) -> tuple[Visit, Payload]:
    """Read the head of an answer; a file that was kept without HTTP counts as status 200."""
    data = b""
    for piece in records.block():
        data += piece
        if b"\r\n\r\n" in data or b"\n\n" in data or len(data) > _HEAD_LIMIT:
            break
    found = parse_head(data) if fields.get("warc-type", "").lower() == "response" else None
    status, headers, begin = found or (200, _plain_headers(fields), 0)
    first = data[begin:]
    if not headers.get("content-type") and not codings(headers) and not is_chunked(headers):
        headers["content-type"] = sniff(first, url)
    digest = fields.get("warc-payload-digest", "") or ("" if found else fields.get("warc-block-digest", ""))
    visit = Visit(url, status, headers, time=moment(fields.get("warc-date", "")))
    return visit, Payload(first, records.block(), headers, digest)


def _plain_headers(fields: Mapping[str, str]) -> dict[str, str]:
    kind = fields.get("content-type", "")
    return {} if kind.startswith("application/http") else {"content-type": kind}


def _limit(visit: Visit) -> int:
    return MEDIA_LIMIT if is_media(visit.mime) else PAGE_LIMIT


def _faults(visit: Visit, payload: Payload, fields: Mapping[str, str], *, is_large: bool) -> list[tuple[str, str]]:
    """What is wrong with an answer: which rule tells it, and in words."""
    cut = fields.get("warc-truncated") or fields.get("warc-segment-number")
    coding = payload.missing
    found = (
        (is_large, "capture.large", f"larger than {_limit(visit) >> 20} MB"),
        (bool(coding), "capture.coding", f"compressed by {coding}: needs {LIBRARIES.get(coding, 'another program')}"),
        (not payload.sound, "capture.digest", f"not what {payload.digest} is the digest of"),
        (bool(cut) or (visit.status == 200 and payload.short), "capture.cut", "shorter than the server's answer was"),
    )
    return [(rule, said) for is_so, rule, said in found if is_so]


def _where(at: Position) -> str:
    return f"{at.file} at byte {at.offset}"
