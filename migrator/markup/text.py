"""Plain text out of fields that hold a little HTML: titles, names, alternative texts."""

from __future__ import annotations

import re
from collections.abc import Container
from html import unescape

from lxml.etree import _Element, iterwalk, tostring

_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
BREAKING = frozenset(
    "br p div section article header footer li td th tr figure figcaption blockquote h1 h2 h3 h4 h5 h6".split()
)
"""Elements before and behind which a reader sees a line end."""

_UNSEEN = frozenset(("script", "style"))
_LINES = re.compile(r"[\t\n\v\f\r ]+")


def plain(text: str) -> str:
    """Read one line of text: tags taken off, entities decoded once, lines joined.

    What only looks like markup ("3 < 4", "&lt;b&gt;") stays text. No-break spaces stay.
    """
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = unescape(text)
    return _LINES.sub(" ", text).strip(" ")


def text_of(element: _Element) -> str:
    """All text in an element as it stands; written by libxml2, it costs a fifth of joining lxml's strings."""
    return tostring(element, encoding="unicode", method="text", with_tail=False)


def folded_text(element: _Element) -> str:
    """All text in an element, white space folded."""
    return " ".join(text_of(element).split())


def spaced_text(element: _Element, without: Container[_Element] = ()) -> str:
    """Like `folded_text`, with a space where a line or a block ends, as a reader sees it.

    Programs' and style sheets' own text doesn't count, nor does what is in the elements `without` within it.
    """
    parts: list[str] = []
    walk = iterwalk(element, ("start", "end", "comment", "pi"))
    for event, node in walk:
        if node.tag in BREAKING:
            parts.append(" ")
        if event != "start":
            parts.append((node.tail or "") if node is not element else "")
        elif node.tag in _UNSEEN or (node in without and node is not element):
            walk.skip_subtree()
        else:
            parts.append(node.text or "")
    return " ".join("".join(parts).split())


def has_tags(text: str) -> bool:
    """Whether `plain` would take tags or comments off a text."""
    return "<" in text and _TAG.search(text) is not None
