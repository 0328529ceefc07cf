"""Finding the items of a WXR in its bytes, without parsing them and whatever is broken around them.

An XML parser stops at the first error, and libxml2's recovering one then leaves out up to nine items in ten. So items
are found by their tags alone: `<item>` and `</item>` outside CDATA sections, comments and processing instructions.
The usual item is settled by a few searches that C does; only what these can't prove is read token by token, and there
a section that runs over the border of items is taken for unclosed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

Read = Callable[[int], bytes]
"""Gives at most so many bytes, none only at the end."""

MAX_PIECE = 1 << 28
"""Bytes that one item may have; four times the largest value MySQL takes by default (max_allowed_packet)."""

MAX_GAP = 1 << 26
"""Bytes before the first item that are looked at in one piece: some 200,000 terms."""

_CHUNK = 1 << 20
_START = b"<item"
_AFTER_START = frozenset((b" ", b"\t", b"\r", b"\n", b"/", b">"))
_CDATA = b"<![CDATA["
_CLOSERS = {_CDATA: b"]]>", b"<!--": b"-->", b"<?": b"?>"}

_CLEAN_END = re.compile(rb"(</item\s*>)\s*")
_EMPTY = re.compile(rb"<item\s*/>")
_ITEM_TAG = re.compile(rb"<(/?)item[\s/>]")
_TOKEN = re.compile(
    rb"(?P<open><!\[CDATA\[|<!--|<\?(?!xml\s))|(?P<end></item\s*>)"
    rb"|(?P<stop><item[\s/>]|</channel\s*>|</?rss[\s>]|<\?xml\s)"
)
_GAP_TOKEN = re.compile(
    rb"(?P<start><item[\s/>])|(?P<open><!\[CDATA\[|<!--|<\?)|(?P<orphan></item\s*>)"
    rb"|(?P<doctype><!DOCTYPE[^\[<>]*(?:\[[^\]]*\]\s*)?>)|(?P<stop></channel\s*>|</?rss[\s>])"
)
_BORDER = re.compile(
    rb"</item\s*>(?=\s*(?:<item[\s/>]|</channel\s*>))"
    rb"|(?=<\?xml\s[^<>]*\?>[^<]*(?:<!--(?:(?!-->).)*-->[^<]*)*<rss\s)",
    re.DOTALL,
)
"""Where one item surely gives way to another: its end before the next one's start, or a second export's prologue."""


class Piece(NamedTuple):
    """An item, or what stands between two; `end` counts the stream's bytes up to its end."""

    is_item: bool
    data: bytes
    end: int


class _Span(NamedTuple):
    end: int
    following: int
    """Where the next item starts; the end of all data if there is none."""


def scan(read: Read) -> Iterator[Piece]:
    """Cut a stream of ASCII-compatible bytes into items and what is between them.

    All bytes come out, in order, but for white space between items. Memory holds one chunk (1 MiB) or the largest
    item, twice.
    """
    window = _Window(read)
    while window.fill():
        if _is_start(window.data, window.start):
            span = window.settle(_item_span)
            yield window.take(span.end, is_item=True)
        else:
            span = window.settle(_gap_span)
        if window.data[window.start : span.following].strip():
            yield window.take(span.following, is_item=False)
        window.start = span.following


class _Window:
    """The stretch of the stream that is looked at: it grows as needed and forgets what was handed on."""

    __slots__ = ("_base", "_ended", "_read", "data", "start")

    def __init__(self, read: Read) -> None:
        self._read = read
        self._base = 0
        self._ended = False
        self.data = b""
        self.start = 0

    def fill(self) -> bool:
        """See that there are enough bytes to tell an item's start; say whether there are any."""
        while len(self.data) - self.start <= len(_START) and not self._ended:
            self._grow()
        return self.start < len(self.data)

    def settle(self, find: Callable[[bytes, int, bool], _Span | None]) -> _Span:
        """Let `find` look from the start on, at more and more bytes until it can say."""
        while True:
            final = self._ended or len(self.data) - self.start >= MAX_PIECE
            span = find(self.data, self.start, final)
            if span is not None:
                return span
            self._grow()

    def take(self, end: int, *, is_item: bool) -> Piece:
        """Hand on the bytes up to `end`."""
        piece = Piece(is_item, self.data[self.start : end], self._base + end)
        self.start = end
        return piece

    def _grow(self) -> None:
        """Read a chunk, or as much as there is: twice as much each time, so that little is searched twice."""
        pieces = [self.data[self.start :]]
        wanted = max(_CHUNK, len(pieces[0]))
        while wanted > 0 and (more := self._read(wanted)):
            pieces.append(more)
            wanted -= len(more)
        self._base += self.start
        self._ended = wanted > 0
        self.data = b"".join(pieces)
        self.start = 0


def _is_start(data: bytes, at: int) -> bool:
    return data.startswith(_START, at) and data[at + 5 : at + 6] in _AFTER_START


def _item_span(data: bytes, start: int, final: bool) -> _Span | None:
    """Find the end of the item at `start`, and the next one; None if more bytes are needed."""
    following = data.find(_START, start + 5)
    if following < 0 and not final:
        return None
    if following > 0 and _is_start(data, following):
        end = data.rfind(b"</item", start, following)
        clean = _CLEAN_END.fullmatch(data, end, following) if end > 0 else None
        if clean and _is_outside(data, start, end):
            return _Span(clean.end(1), following)
    empty = _EMPTY.match(data, start)
    stop = empty.end() if empty else _walk(data, start, final)
    return None if stop is None else _to_next(data, stop, final)


def _is_outside(data: bytes, start: int, at: int) -> bool:
    """Prove that no section which was opened since `start` is open at `at`; False proves nothing.

    In an open section no closer follows its opener. So if a closer follows the last opener, then whatever the two are
    part of, nothing is open.
    """
    return all(
        (opened := data.rfind(opener, start, at)) < 0 or data.find(closer, opened + len(opener), at) > 0
        for opener, closer in _CLOSERS.items()
    )


def _walk(data: bytes, start: int, final: bool) -> int | None:
    """Find the end of the item at `start` token by token."""
    position = start + 5
    while token := _TOKEN.search(data, position):
        if token.lastgroup != "open":
            return token.end() if token.lastgroup == "end" else token.start()
        close = data.find(_CLOSERS[token[0]], token.end())
        border = _border(data, token.end(), close if close >= 0 else len(data))
        if close < 0 and not final and (not border or token[0] == _CDATA):
            return None
        if border and token[0] == _CDATA and (close < 0 or _is_nested(data, border, close)):
            return border
        position = token.end() if close < 0 or _is_text(data, token, close, border) else close + 2
    return len(data) if final else None


def _is_text(data: bytes, token: re.Match[bytes], close: int, border: int) -> bool:
    """Tell whether a comment or instruction is only text that looks like one, since it would leave its item."""
    if token[0] == _CDATA:
        return False
    return border > 0 or (token[0] == b"<?" and data.find(b"</item", token.end(), close) >= 0)


def _border(data: bytes, start: int, end: int) -> int:
    """Find where an item ends that a section was opened in, unless the section quotes a whole item; 0 if nowhere."""
    border = _BORDER.search(data, start, end)
    quoted = _ITEM_TAG.search(data, start, end)
    if border is None or (quoted and not quoted[1] and quoted.start() < border.end()):
        return 0
    return border.end()


def _is_nested(data: bytes, start: int, close: int) -> bool:
    """Tell whether a CDATA section starts in [start, close) that, unlike a quoted one, was not split at its end."""
    return data.find(_CDATA, start, close) >= 0 and data[close - 2 : close] != b"]]"


def _to_next(data: bytes, end: int, final: bool) -> _Span | None:
    """Find the next item after one that ends at `end`, or ends later, at an `</item>` that no item opened."""
    position, stopped = end, False
    unclosed: set[bytes] = set()
    while token := _GAP_TOKEN.search(data, position):
        position = token.end()
        match token.lastgroup:
            case "start":
                return _Span(end, token.start())
            case "stop":
                stopped = True
            case "orphan" if not stopped:
                end = token.end()
            case "open" if token[0] not in unclosed:
                close = data.find(_CLOSERS[token[0]], position)
                if close < 0 and not final:
                    return None
                if close < 0:
                    unclosed.add(token[0])
                elif not _is_stray(data, token, close):
                    position = close + 2
    return _Span(end, len(data)) if final else None


def _is_stray(data: bytes, token: re.Match[bytes], close: int) -> bool:
    """Tell whether what opens between items was never closed, since its first end is in the middle of an item."""
    if not _is_in_item(data, token.end(), close):
        return False
    return token[0] == _CDATA or _is_in_section(data, token.end(), close)


def _is_in_item(data: bytes, start: int, at: int) -> bool:
    """Tell whether more items start than end on the way from `start` to `at`."""
    tags = [tag[1] for tag in _ITEM_TAG.finditer(data, start, at)]
    return tags.count(b"") > tags.count(b"/")


def _is_in_section(data: bytes, start: int, at: int) -> bool:
    """Tell whether a CDATA section that starts behind `start` is open at `at`; there stand the comments of blocks."""
    opened = data.rfind(_CDATA, start, at)
    return opened >= 0 and data.find(_CLOSERS[_CDATA], opened, at) < 0


def _gap_span(data: bytes, start: int, final: bool) -> _Span | None:
    """Find the first item after `start`."""
    span = _to_next(data, start, final or len(data) - start >= MAX_GAP)
    return span and _Span(start, span.following)
