"""Mending an item that is not well-formed, one kind of damage after the other, until it parses.

Each repair is a function on the item's text, wrapped in the element that declares its prefixes; it returns the text
and what it changed. They are tried in the order of `REPAIRS`, the surest first, each on what those before it left.
What all of them can't mend is read field by field.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import Element, SubElement, _Element

from migrator.model import Entry
from migrator.sources.wxr import vocabulary as wxr
from migrator.sources.wxr.balance import balance
from migrator.sources.wxr.changes import Mended, entries_of
from migrator.sources.wxr.characters import CONTROL, drop_controls, drop_markers, mend_references
from migrator.sources.wxr.encoding import decode
from migrator.sources.wxr.names import WRAPPER_END, clark
from migrator.sources.wxr.prefixes import mend_prefixes
from migrator.sources.wxr.sections import complete, mend_sections
from migrator.sources.wxr.strict import parse_text
from migrator.sources.wxr.tags import LEAVES, local, one_of

Repair = Callable[[str], Mended]

REPAIRS: tuple[tuple[str, Repair], ...] = (
    ("xml.control-character", drop_controls),
    ("xml.truncated", complete),
    ("xml.conflict-marker", drop_markers),
    ("xml.cdata", mend_sections),
    ("xml.reference", mend_references),
    ("xml.namespace", mend_prefixes),
    ("xml.tag", balance),
)

_END = WRAPPER_END.decode()
_PASSWORD = re.compile(
    rb"(<(?:[\w.-]+:)?post_password\b[^<>]*>)(\s*<!\[CDATA\[(?:.{0,300}?\]\]>|[^<]*)|[^<]*)", re.DOTALL
)
_FIELD = re.compile(rf"<({one_of(LEAVES)})(?:\s[^<>]*)?>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</\1\s*>", re.DOTALL)


def mend(wrapper: bytes, data: bytes, charset: str) -> tuple[_Element, list[Entry]]:
    """Make an item parse; return it and, for each repair, a ledger entry for each field that it changed.

    Never fails: an item in which nothing can be read comes back empty, with a "failed" entry that has all its text.
    """
    decoded = decode(hide_password(data), charset)
    entries = [Entry("xml.encoding", "repaired", "item", decoded.before, decoded.after)] if decoded.before else []
    text = f"{wrapper.decode()}{decoded.text}{_END}"
    for rule, repair in REPAIRS:
        item = parse_text(text)
        if item is not None:
            return item, entries
        mended = repair(text)
        entries += entries_of(rule, text, mended.changes)
        text = mended.text
    item = parse_text(text)
    if item is None:
        item, entry = _salvage(decoded.text)
        entries.append(entry)
    return item, entries


def hide_password(data: bytes) -> bytes:
    """Put a mark in the place of a post password, so that no ledger entry can hold it."""
    return _PASSWORD.sub(lambda match: match[1] + (b"x" if _has_text(match[2]) else b""), data)


def _has_text(value: bytes) -> bool:
    return bool(value.replace(b"<![CDATA[", b"").replace(b"]]>", b"").strip())


def _salvage(text: str) -> tuple[_Element, Entry]:
    """Read each field that still has a start and an end, by itself; the ledger gets all the text."""
    item = Element("item")
    names = {local(name): name for name in sorted(wxr.LEAVES)}
    for found, content in _FIELD.findall(text):
        name = found if found in wxr.LEAVES else names[local(found)]
        SubElement(item, clark(name)).text = CONTROL.sub("", content)
    return item, Entry("xml.item", "repaired" if len(item) else "failed", "item", text)
