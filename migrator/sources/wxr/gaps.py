"""What stands before, between and after the items of a part: the channel's own elements, and what does not belong."""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.model import Entry
from migrator.sources.wxr.changes import NOTE, outside
from migrator.sources.wxr.encoding import decode
from migrator.sources.wxr.header import Draft, read_channel
from migrator.sources.wxr.item import Context
from migrator.sources.wxr.repair import hide_password, mend
from migrator.sources.wxr.strict import parse

MAX_STRAY = 1 << 20
"""Characters of stray text that the ledger keeps; the longest seen has 61,000."""

_ROOTS = ("<rss", "<channel")
_FRAME = outside(
    r"</channel\s*>|</rss\s*>|<\?xml[^<>]*\?>|<!DOCTYPE[^\[<>]*(?:\[[^\]]*\]\s*)?>|<rss\b[^<>]*>|<channel\b[^<>]*>"
)
_SECOND_ROOT = re.compile(r"<rss\b[^<>]*>")
_NOTE = re.compile(NOTE, re.DOTALL)
_GENERATOR = re.compile(r'<!--\s*generator="([^"]*)"(?:\s+created="([^"]*)")?\s*-->')


def read_gap(draft: Draft, gap: bytes, context: Context, part: str, *, first: bool) -> list[Entry]:
    """Add to the header what stands outside the items of a part; return what had to be mended or left out.

    `first` says that no item of the part came before.
    """
    text = decode(hide_password(gap), context.charset).text
    for generator, created in _GENERATOR.findall(text):
        draft.texts.setdefault("generator", generator)
        draft.add_fact("created", created)
    inside, strays = _split(text, first=first)
    entries: list[Entry] = []
    if not first and (root := _SECOND_ROOT.search(text)):
        entries.append(Entry("xml.second-root", "repaired", part, root[0]))
    if _NOTE.sub("", inside).strip():
        channel, repairs = _element(inside, context)
        entries += repairs
        strays += read_channel(draft, channel)
    return [
        *(Entry(entry.rule, entry.action, part, entry.before, entry.after) for entry in entries),
        *(Entry("xml.stray-text", "removed", part, _shown(stray)) for stray in strays),
    ]


def _shown(stray: str) -> str:
    """Cut what is no part of the export to what a person may want to see of it."""
    return stray if len(stray) <= MAX_STRAY else f"{stray[:MAX_STRAY]}… ({len(stray) - MAX_STRAY} characters more)"


def _split(text: str, *, first: bool) -> tuple[str, list[str]]:
    """Part what stands in a channel from what stands around it.

    Notes before the root are WordPress's own instructions and go without a word; those behind it are no one's.
    """
    frames = [frame for frame in _FRAME.finditer(text) if frame["found"]]
    in_channel = not first or not any(frame[0].startswith(_ROOTS) for frame in frames)
    inside, around = "", []
    position, ended = 0, False
    for frame in (*frames, None):
        piece = text[position : frame.start() if frame else len(text)]
        if in_channel:
            inside += piece
        elif stray := (piece if ended else _NOTE.sub("", piece)).strip():
            around.append(stray)
        if frame:
            position, in_channel, ended = frame.end(), frame[0].startswith(_ROOTS), frame[0].startswith("</rss")
    return inside, around


def _element(text: str, context: Context) -> tuple[_Element, list[Entry]]:
    """Parse a channel's content as if it were an item."""
    data = f"<item>{text}</item>".encode()
    channel = parse(context.wrapper, data)
    return (channel, []) if channel is not None else mend(context.wrapper, data, "utf-8")
