"""Tell an author's own excerpt from the beginning of the text that WordPress makes one of."""

from __future__ import annotations

import re
from html import unescape

_MORE_LINK = re.compile(r"<a\b[^>]*\bmore-link\b.*", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_LINE_END = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|td|th|tr|table|figure|figcaption|blockquote|pre|hr|br)\b[^>]*>|\n")
_SPACE = re.compile(r"[\s\u00a0\u200b]+")
_ELLIPSIS = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.)(?!.*(?:…|\.\.\.))")
_BEHIND = 80
"""Characters of a link to the whole text that themes write behind an ellipsis, its spaces left out: "Continue reading"
and the title."""

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "″": '"', "′": "'"})


def is_made_of(excerpt: str, content: str) -> bool:
    """Whether a rendered excerpt only repeats lines of the rendered content from its beginning.

    Source: `wp_trim_excerpt`. It leaves out blocks that show no text and shortcodes, so lines of the content may be
    missing; it cuts after 55 words and writes "[…]" there, or what the theme has in its place.
    """
    rest = _cut(_squeezed(_MORE_LINK.sub("", excerpt)))
    if not rest:
        return True
    for line in map(_squeezed, _LINE_END.split(content)):
        if line and line.startswith(rest):
            return True
        if line and rest.startswith(line):
            rest = rest[len(line) :]
    return not rest


def _cut(text: str) -> str:
    """Take off the ellipsis, and the link to the whole text behind it."""
    found = _ELLIPSIS.search(text)
    return text[: found.start()] if found and len(text) - found.end() <= _BEHIND else text


def _squeezed(html: str) -> str:
    return _SPACE.sub("", unescape(_TAG.sub("", html))).translate(_QUOTES)
