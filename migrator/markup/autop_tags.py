"""Line breaks in and around tags that are none of the text's: hidden or taken out before paragraphs are made."""

from __future__ import annotations

import re

_MARKER = r"<!--[\[\]]\d++-->"
_ODD_TAG = re.compile(r"<[^<>\n]*+[<\n]")
"""A tag that runs over a line or has another in it. Nearly all texts have none and need no look at every tag."""

_TAG = re.compile(rf"<(?:[^<>]++|{_MARKER}|<)*+>?")
"""A tag as WordPress sees it: from any `<` to the next `>`. Of a shortcode in an attribute only the marker is left."""

_HIDDEN_IN_TAG = re.compile(rf"\n|{_MARKER}")
_HIDE = str.maketrans("\n<>", "\0\1\2")


def hide_line_ends(text: str) -> str:
    r"""Put `\0` for the line breaks, `\1` and `\2` for the angles of markers, that stand within a tag."""
    return _TAG.sub(_hide, text) if _ODD_TAG.search(text) else text


def show_line_ends(html: str) -> str:
    """Undo `hide_line_ends`."""
    return html.replace("\0", "\n").replace("\1", "<").replace("\2", ">")


def _hide(tag: re.Match[str]) -> str:
    return "<" + _HIDDEN_IN_TAG.sub(lambda found: found[0].translate(_HIDE), tag[0][1:])


def _tight(needle: str, before: str, after: str) -> tuple[str, re.Pattern[str], re.Pattern[str]]:
    """A row of the table: texts with `needle` lose white space before `before` and after `after`."""
    # Only the first character of white space may begin a match: time stays linear on long runs of it.
    return needle, re.compile(rf"\s(?<!\s\s)\s*+(?={before})", re.ASCII), re.compile(rf"({after})\s+", re.ASCII)


_MEDIA = r"</(?:audio|video)|<(?:source|track)", r"<(?:audio|video|source|track)[^<>\0]*>"
_TIGHT = (
    _tight("<option", "<option", "</option>"),
    _tight("</object>", "</object>|</?(?:param|embed)", r"<object[^<>\0]*>|</?(?:param|embed)[^<>\0]*>"),
    _tight("<source", *_MEDIA),
    _tight("<track", *_MEDIA),
    _tight("<figcaption", "<figcaption", "</figcaption>"),
)


def join_tags(text: str) -> str:
    """Take out the white space around tags between which no text can stand."""
    for needle, before, after in _TIGHT:
        if needle in text:
            text = after.sub(lambda found: found[1], before.sub("", text))
    return text
