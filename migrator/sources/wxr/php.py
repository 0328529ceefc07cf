"""PHP's `serialize()` text, read as plain values and never as objects.

WordPress stores arrays in postmeta, commentmeta and termmeta that way. Exports hold it with wrong string lengths, after
a search-and-replace of the site's address or a change of encoding; such strings are measured anew.
The format is described at https://www.php.net/manual/en/function.serialize.php and, type by type, in the PHP
Internals Book.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

MAX_DEPTH = 100
"""Values nested deeper are not decoded: WordPress's own stay below 20, and Python's stack has an end."""

_TOKEN = rb'(?:[sSE]:\d+:"|[aO]:\d+:|C:\d+:"|[irR]:-?\d+;|b:[01];|d:[^;]{1,400};|N;)'
_LOOKS_SERIALIZED = re.compile(r"\s*(?:[sSEaOC]:\d+:|[bidrR]:[^;]*;\s*\Z|N;\s*\Z)")
_STRING = re.compile(rb'[sSE]:(\d{1,10}):"')
_STRING_END = re.compile(rb'";(?=\}*(?:' + _TOKEN + rb'|"|\s*\Z))')
_ARRAY = re.compile(rb"a:\d+:\{")
_OBJECT = re.compile(rb'O:\d+:"([^"]*)":\d+:\{')
_CUSTOM = re.compile(rb'C:\d+:"([^"]*)":(\d{1,10}):\{')
_SCALAR = re.compile(rb"([ibdrR]):([^;]{1,400});|N;")
_ESCAPE = re.compile(rb"\\([0-9A-Fa-f]{2})")


class _MalformedError(ValueError):
    """The text is not what `serialize()` writes."""


@dataclass(slots=True)
class _Cursor:
    data: bytes
    at: int = 0
    depth: int = 0
    guessing: bool = False
    seen: list[Any] = field(default_factory=list)


def mapping(value: Any) -> Mapping[str, Any]:
    """The value if it is a mapping, else an empty one; PHP writes an empty list for a mapping without members."""
    return value if isinstance(value, Mapping) else {}


def decode_meta(value: str) -> Any:
    """Decode a meta value if PHP serialized it; any other text comes back unchanged.

    Arrays become lists (keys 0, 1, 2, …) or dicts with string keys; objects become dicts whose "__class__" is the
    class's name; a reference to an array or object becomes {"__reference__": number}, so that nothing can grow by
    references. Infinite numbers stay text. What can't be read to its end comes back unchanged.
    """
    if not _LOOKS_SERIALIZED.match(value):
        return value
    cursor = _Cursor(value.strip().encode("utf-8", "surrogatepass"))
    try:
        decoded = _value(cursor)
    except _MalformedError:
        return value
    return decoded if cursor.at == len(cursor.data) else value


def _value(cursor: _Cursor) -> Any:
    read = _READERS.get(cursor.data[cursor.at : cursor.at + 1])
    if read is None:
        raise _MalformedError
    if read in _NESTING:
        return read(cursor)
    value = read(cursor)
    cursor.seen.append(value)
    return value


def _take(cursor: _Cursor, pattern: re.Pattern[bytes]) -> re.Match[bytes]:
    match = pattern.match(cursor.data, cursor.at)
    if match is None:
        raise _MalformedError
    cursor.at = match.end()
    return match


def _scalar(cursor: _Cursor) -> Any:
    kind, text = _take(cursor, _SCALAR).groups()
    if kind is None:
        return None
    try:
        if kind == b"d":
            return text.decode() if text.strip(b"+-") in (b"INF", b"NAN") else float(text)
        number = int(text)
    except ValueError as error:
        raise _MalformedError from error
    return _CASTS[kind](cursor, number)


def _referred(cursor: _Cursor, number: int) -> Any:
    target = cursor.seen[number - 1] if 0 < number <= len(cursor.seen) else None
    return {"__reference__": number} if isinstance(target, list | dict) else target


_CASTS: dict[bytes, Callable[[_Cursor, int], Any]] = {
    b"i": lambda _cursor, number: number,
    b"b": lambda _cursor, number: bool(number),
    b"r": _referred,
    b"R": _referred,
}


def _string(cursor: _Cursor) -> str:
    kind = cursor.data[cursor.at : cursor.at + 1]
    length = int(_take(cursor, _STRING)[1])
    start, end = cursor.at, cursor.at + length
    if cursor.data[end : end + 2] != b'";':
        end = _measured(cursor, start)
    cursor.at = end + 2
    text = cursor.data[start:end]
    if kind == b"S":
        text = _ESCAPE.sub(lambda match: bytes.fromhex(match[1].decode()), text)
    return text.decode("utf-8", "replace")


def _measured(cursor: _Cursor, start: int) -> int:
    """Find the end of a string whose length is wrong: that of a serialized value in it, or the first likely one.

    A guess within a guess is not made: their number would double with each string.
    """
    if not cursor.guessing and cursor.data[start : start + 2] in (b"a:", b"O:"):
        inner = _Cursor(cursor.data, start, cursor.depth + 1, guessing=True)
        try:
            _value(inner)
        except _MalformedError:
            pass
        else:
            if cursor.data[inner.at : inner.at + 2] == b'";':
                return inner.at
    end = _STRING_END.search(cursor.data, start)
    if end is None:
        raise _MalformedError
    return end.start()


def _array(cursor: _Cursor) -> list[Any] | dict[str, Any]:
    _take(cursor, _ARRAY)
    found = _members(cursor)
    if all(key == str(index) for index, key in enumerate(found)):
        return list(found.values())
    return found


def _object(cursor: _Cursor) -> dict[str, Any]:
    name = _take(cursor, _OBJECT)[1].decode("utf-8", "replace")
    members = _members(cursor)
    return {"__class__": name} | {key.rpartition("\0")[2]: value for key, value in members.items()}


def _custom(cursor: _Cursor) -> dict[str, Any]:
    name, length = _take(cursor, _CUSTOM).groups()
    start, cursor.at = cursor.at, cursor.at + int(length) + 1
    if cursor.data[cursor.at - 1 : cursor.at] != b"}":
        raise _MalformedError
    cursor.seen.append(None)
    data = cursor.data[start : cursor.at - 1].decode("utf-8", "replace")
    return {"__class__": name.decode("utf-8", "replace"), "__data__": data}


def _members(cursor: _Cursor) -> dict[str, Any]:
    """Read keys and values up to the closing brace, whatever their number was said to be."""
    if cursor.depth >= MAX_DEPTH:
        raise _MalformedError
    cursor.depth += 1
    cursor.seen.append([])
    found: dict[str, Any] = {}
    while cursor.data[cursor.at : cursor.at + 1] != b"}":
        if cursor.data[cursor.at : cursor.at + 1] not in (b"i", b"s", b"S"):
            raise _MalformedError
        key = str(_READERS[cursor.data[cursor.at : cursor.at + 1]](cursor))
        found[key] = _value(cursor)
    cursor.at += 1
    cursor.depth -= 1
    return found


_READERS: dict[bytes, Callable[[_Cursor], Any]] = {
    b"s": _string,
    b"S": _string,
    b"E": _string,
    b"a": _array,
    b"O": _object,
    b"C": _custom,
} | dict.fromkeys((b"i", b"b", b"d", b"r", b"R", b"N"), _scalar)

_NESTING = frozenset((_array, _object, _custom))
"""These count themselves among the values that references can mean, before what is in them."""
