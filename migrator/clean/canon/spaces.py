"""Runs of no-break spaces, which editors write for each space that was typed twice or in front of a paragraph.

In a line without breaks they become what a browser makes of spaces: one, and none at the start. A single no-break space
is meant ("10 000", "Quoi ?"), and so is what stands between breaks (a poem), in code, or behind a typed number.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.clean.vocabulary import FLOW, LINES, MIXED

_RUN = re.compile(r" *\xa0[ \xa0]+| +\xa0")
_TYPED = re.compile(r"(?:[oqvüØ§]|\(?\w{1,6}[.)])")
"""A bullet or number in front of a line; the spaces behind it tell that one was meant."""

_NARROW = "!?:;»%"
"""What French sets a no-break space before."""

_CODE = frozenset(("code", "kbd", "samp"))


def fold_no_break_spaces(body: _Element) -> None:
    """Fold the runs in every line of a canonical body; words and all single spaces stay."""
    for line in body.iter(*LINES, *MIXED):
        if len(line) and (any(child.tag in FLOW for child in line) or next(line.iter("br"), None) is not None):
            continue
        if line.text and "\xa0" in line.text:
            line.text = _without_indent(line.text) or None
        for node in line.iterdescendants() if len(line) else ():
            _fold(node)


def _fold(node: _Element) -> None:
    if node.text and "\xa0" in node.text and not _is_code(node):
        node.text = _RUN.sub(_space, node.text)
    if node.tail and "\xa0" in node.tail and not _is_code(node.getparent()):
        node.tail = _RUN.sub(_space, node.tail)


def _is_code(node: _Element | None) -> bool:
    return node is not None and (node.tag in _CODE or any(above.tag in _CODE for above in node.iterancestors()))


def _without_indent(text: str) -> str:
    text = text.lstrip(" \xa0")
    return _RUN.sub(lambda run: run[0] if _TYPED.fullmatch(text[: run.start()]) else _space(run), text)


def _space(run: re.Match[str]) -> str:
    text = run.string
    is_bound = text[run.end() : run.end() + 1] in _NARROW or text[run.start() - 1 : run.start()] == "«"
    return "\xa0" if is_bound and run.end() < len(text) else " "
