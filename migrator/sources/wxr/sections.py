"""Repairs of CDATA sections: ends that were not split, ends that are missing, an item that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from migrator.sources.wxr.changes import Change, Mended
from migrator.sources.wxr.names import WRAPPER_END
from migrator.sources.wxr.strict import parse_text
from migrator.sources.wxr.tags import CONTAINERS, LEAVES, one_of

_OPEN, _CLOSE, _SPLIT = "<![CDATA[", "]]>", "]]]]><![CDATA[>"
_END = WRAPPER_END.decode()
_ITEM_END = re.compile(r"</item\s*>\s*\Z")
_PARTIAL = re.compile(r"(?:<(?!!\[CDATA\[)[^<>]*|&[#\w]*)\Z")
_FIELD = re.compile(rf"<({one_of(LEAVES)})(?:\s[^<>]*)?(?<!/)>")
_SOUND = re.compile(rf"(?:(?>\s*<!\[CDATA\[.*?\]\]>)+\s*|[^<\]]*)</({one_of(LEAVES)})\s*>", re.DOTALL)
_NEXT = rf"(?=\s*(?:</?{one_of(LEAVES | CONTAINERS)}[\s/>]|<!--|{_END}))"


def complete(text: str) -> Mended:
    """Give an item that breaks off its end: what is left of a tag goes, an open section is closed."""
    item = text.removesuffix(_END)
    if _ITEM_END.search(item):
        return Mended(text, [])
    if item.rfind(_OPEN) <= item.rfind(_CLOSE):
        kept, closing = _PARTIAL.sub("", item), "</item>"
    else:
        kept, closing = item.removesuffix("]").removesuffix("]"), f"{_CLOSE}</item>"
    return Mended(f"{kept}{closing}{_END}", [Change(len(kept), item[len(kept) :], closing)])


def mend_sections(text: str) -> Mended:
    """Make the CDATA section of each field end where the field does."""
    pieces: list[str] = []
    changes: list[Change] = []
    done = 0
    for start, end in _unsound(text):
        inner = text[start:end]
        pieces += text[done:start], _mend(inner)
        changes.append(Change(start, *_difference(inner)))
        done = end
    return Mended("".join(pieces) + text[done:], changes)


def _unsound(text: str) -> Iterator[tuple[int, int]]:
    """Find what stands in each field whose section does not end where the field does."""
    position = 0
    vain: set[str] = set()
    while field := _FIELD.search(text, position):
        position = field.end()
        sound = _SOUND.match(text, position)
        if sound and sound[1] == field[1]:
            position = sound.end()
            continue
        end = _end_of(field[1], text, position, vain)
        inner = text[position:end] if end >= 0 else ""
        if _CLOSE in inner or _OPEN in inner:
            if parse_text(f"<x><y>{inner}</y>{_END}") is None:
                yield position, end
            position = end


def _end_of(name: str, text: str, start: int, vain: set[str]) -> int:
    """Find where a field ends: at its closing tag that another element follows, or else at its first; -1 if nowhere.

    `vain` remembers what was searched for up to the end of the text and is not there.
    """
    closing = rf"</{re.escape(name)}\s*>"
    for pattern in (closing + _NEXT, closing):
        if pattern not in vain:
            if end := re.compile(pattern).search(text, start):
                return end.start()
            vain.add(pattern)
    return -1


def _mend(inner: str) -> str:
    """Put all that stands in a field into one section, or leave out an end without a start."""
    bare = inner.strip()
    if not bare.startswith(_OPEN):
        return bare.removesuffix(_CLOSE).replace(_CLOSE, "]]&gt;")
    content = bare.removeprefix(_OPEN).removesuffix(_CLOSE).replace(_SPLIT, _CLOSE)
    return f"{_OPEN}{content.replace(_CLOSE, _SPLIT)}{_CLOSE}"


def _difference(inner: str) -> tuple[str, str]:
    """Tell what `_mend` changes without repeating the field's content."""
    bare = inner.strip()
    if not bare.startswith(_OPEN):
        return _CLOSE, "" if bare.endswith(_CLOSE) else "]]&gt;"
    return (_CLOSE, _SPLIT) if bare.endswith(_CLOSE) else ("", _CLOSE)
