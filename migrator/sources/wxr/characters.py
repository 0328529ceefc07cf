"""Repairs of what XML can't hold or takes for markup: control characters, bare `&`, a merge's conflict markers."""

from __future__ import annotations

import re
from html import escape
from html.entities import html5

from migrator.sources.wxr.changes import Mended, outside, replace

CONTROL = re.compile("(?P<found>[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff])")
"""Characters that XML 1.0 does not allow, nor Unicode in text."""
_SPACES = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f")
"""Controls that part words: Word's soft line break, the form feed, the separators."""

_MARKER = outside(r"^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t][^\n]*)?(?:\n|\Z)", re.MULTILINE)
_MERGED = re.compile(r"^(?:<{7}|>{7})[ \t\r\n]", re.MULTILINE)
_REFERENCE = outside(r"&(?:#(?P<decimal>\d{1,9});|#[xX](?P<hex>[0-9a-fA-F]{1,8});|(?P<name>\w+);)?")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))


def drop_controls(text: str) -> Mended:
    """Take out the characters that XML can't hold; those that part words become a space."""
    return replace(text, CONTROL, lambda match: " " if match[0] in _SPACES else "")


def drop_markers(text: str) -> Mended:
    """Take out the lines that a version control system left around two states of a file; both states stay."""
    if not _MERGED.search(text):
        return Mended(text, [])
    return replace(text, _MARKER, lambda _: "")


def mend_references(text: str) -> Mended:
    """Write a bare `&` as XML must, HTML's named characters as themselves, and nothing for what is no character."""
    return replace(text, _REFERENCE, _mend_reference)


def _mend_reference(match: re.Match[str]) -> str:
    if match["name"]:
        return match[0] if match["name"] in _XML_NAMES else _named(match["name"])
    if match["decimal"] or match["hex"]:
        code = int(match["decimal"] or match["hex"], 10 if match["decimal"] else 16)
        if code > 0x10FFFF or CONTROL.match(chr(code)):
            return ""
        return match[0].replace("X", "x")
    return "&amp;"


def _named(name: str) -> str:
    return escape(html5.get(f"{name};", f"&{name};"), quote=False)
