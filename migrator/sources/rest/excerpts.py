"""Tell an author's own excerpt from the beginning of the text that WordPress makes one of."""

from __future__ import annotations

import re
from html import unescape

_MORE_LINK = re.compile(
    r"<a\b[^>]*\bmore-link\b.*|(?:…|&hellip;|&#8230;|\.\.\.)\]?\s*(?:<(?!a\b)[^>]*>\s*)*<a\b(?:(?!</a>).)*</a>\W*(?:<[^>]*>\s*)*\Z",
    re.DOTALL | re.IGNORECASE,
)
"""The link to the whole text that themes write behind what they cut."""

_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_LINE_END = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|td|th|tr|table|figure|figcaption|blockquote|pre|hr|br)\b[^>]*>|\n")
_NO_WORD = re.compile(r"[\W_]+")
"""What is not compared: quotation marks and dashes are made typographic in either text by what is around them."""

_ELLIPSIS = re.compile(r"\s*\[?(?:…|\.\.\.)\]?\s*\Z")
_UNLIKE = 0.5
"""The share of an excerpt with an ellipsis that may be unlike the text: the words that a shortcode shows in it."""


def is_made_of(excerpt: str, content: str) -> bool:
    """Whether a rendered excerpt only repeats lines of the rendered content from its beginning.

    Source: `wp_trim_excerpt`. It leaves out blocks that show no text and shortcodes, so lines of the content may be
    missing, or words in one; it cuts after 55 words and writes "[…]" there, or what the theme has in its place.
    """
    text = _plain(_MORE_LINK.sub("…", excerpt))
    begun = _ELLIPSIS.sub("", text)
    words = _words(begun)
    rests = {words}
    for line in filter(None, map(_words, map(_plain, _LINE_END.split(content)))):
        if any(line.startswith(rest) for rest in rests):
            return True
        rests |= {rest[len(line) :] for rest in rests if rest.startswith(line)}
    least = min(map(len, rests))
    return not least or (begun != text and least <= len(words) * _UNLIKE)


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _words(text: str) -> str:
    return _NO_WORD.sub("", text)
