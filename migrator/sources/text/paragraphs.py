"""The paragraphs of a text: an editor's line breaks within them, and none between them, are mended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from migrator.clean.rules import texts

_TABLES = (
    *(texts.SHARE_LABELS, texts.LIKE_LABELS, texts.FOLLOW_LABELS, texts.PRINT_NOTICES, texts.RELATED_NOTICES),
    *(texts.COMMENT_LABELS, texts.COMMENT_NOTICES, texts.AKISMET, texts.NEWSLETTER_NOTICES, texts.PAGE_NOTICES),
)
_FURNITURE = frozenset(label.lower() for labels in _TABLES for label in labels)
"""Lines that begin what a theme or plugin puts below an article; the rules that take them out ask for paragraphs."""

_WRAPPED = 50, 100
"""Between so many characters have all lines of a paragraph but its last where an editor broke them."""

_ONE_LINE = 120
"""A line that is longer is a paragraph."""


def paragraphs(lines: Sequence[str]) -> str:
    """Put a blank line between paragraphs, where a text has none, and the lines of a wrapped one together."""
    kept = [line.rstrip() for line in lines]
    text = "\n".join(kept).strip("\n")
    if "\n\n" not in text and any(len(line) > _ONE_LINE for line in kept):
        return "\n\n".join(filter(None, map(str.strip, kept)))
    return "\n\n".join(map(_unwrapped, re.split(r"\n\s*\n", text)))


def _unwrapped(paragraph: str) -> str:
    """A paragraph's lines joined where an editor broke them; what stands around articles on lines of its own."""
    lines = paragraph.split("\n")
    own = next((at for at, line in enumerate(lines) if line.strip().lower() in _FURNITURE), None)
    if own is not None and len(lines) > 1:
        return "\n\n".join(filter(None, ("\n".join(lines[:own]), *lines[own:])))
    shortest, longest = _WRAPPED
    is_wrapped = len(lines) > 2 and all(shortest <= len(line) <= longest for line in lines[:-1])
    return " ".join(map(str.strip, lines)) if is_wrapped and len(lines[-1]) <= longest else paragraph
