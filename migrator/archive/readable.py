"""HTML as lines that a reader reads: a line for each paragraph, item, row, picture; addresses between `<` and `>`.

Words are shown as the ledger shows them (`edit.shown`), so that its fragments are found in the lines again.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lxml.etree import _Comment, _Element, iterwalk

from migrator.clean.vocabulary import INLINE
from migrator.edit import ADDRESSES, shown
from migrator.markup.html import tag_of

_WITHIN_LINES = INLINE | frozenset(
    "acronym audio b big embed font i iframe label s source strike track tt video wbr wp-shortcode".split()
)
_CELLS = frozenset(("td", "th"))
_SHORTCODE = "wp-shortcode"
_LIFTED = ("wp-block", _SHORTCODE)
_EDGE = "\v"
"""Where a shortcode begins or ends, while lines are made: within a sentence no line ends there."""

_BETWEEN_SHORTCODES = re.compile(r"\v\s*\v\s*")


def lines_of(tree: _Element, told: Container[str] | None = None) -> list[str]:
    """The lines of a body.

    Comments and the comments of blocks are shown only where the ledger quotes them (`told`): of others nothing that a
    reader sees was lost.
    """
    parts = (part for event, node in iterwalk(tree, ("start", "end", "comment")) for part in _parts(event, node, told))
    text = _BETWEEN_SHORTCODES.sub("\n", "".join(parts)).replace(_EDGE, "")
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


def _parts(event: str, node: _Element, told: Container[str] | None) -> Iterator[str]:
    tag = tag_of(node)
    if event == "start":
        yield _border(tag)
        yield _said(node, tag, told)
        yield _text(node, node.text)
        return
    if event == "comment":
        comment = shown(node)
        yield f" {comment} " if told is not None and comment in told else ""
    elif tag in ADDRESSES and (address := node.get(ADDRESSES[tag])):
        yield f" <{address}> "
    yield _EDGE if tag == _SHORTCODE else _border(tag)
    yield _text(node.getparent(), node.tail)


def _border(tag: str) -> str:
    return "" if not tag or (tag in _WITHIN_LINES and tag != "br") else " " if tag in _CELLS else "\n"


def _said(node: _Element, tag: str, told: Container[str] | None) -> str:
    """What an element says besides its text: an alternative text, a shortcode's own source."""
    if tag == "img":
        return f" {node.get('alt', '')} "
    if tag not in _LIFTED:
        return ""
    source = node.get("source", "")
    if tag == _SHORTCODE:
        return f" {_EDGE}{source}{_EDGE if len(node) or node.text else ''} "
    return f" {source} " if told is not None and source in told else ""


def _text(within: _Element | None, text: str | None) -> str:
    """Text on one line, but for the lines of code."""
    if not text or "\n" not in text or isinstance(within, _Comment):
        return text or ""
    is_code = within is not None and (within.tag == "pre" or next(within.iterancestors("pre"), None) is not None)
    return text if is_code else text.replace("\n", " ")
