"""Canonical HTML as text: what `content.html` of a record holds, one block a line."""

from __future__ import annotations

import re

from lxml.etree import _Element, tostring

_VOID = re.compile(r"<(?:br|hr|img|track)(?: [^<>]*)?/>")
_EMPTY = re.compile(r"<(([a-z]+)(?: [^<>]*)?)/>")
_BETWEEN_BLOCKS = re.compile(
    r"(<(?:/(?:p(?:re)?|blockquote|caption|d[dlt]|details|figure|h[1-6]|li|[ou]l|section|summary"
    r"|t(?:able|body|foot|head|r))"
    r"|(?:blockquote|details|dl|hr|[ou]l|section|t(?:able|body|foot|head|r))(?: [^<>]*)?"
    r"|figure class=\"gallery\"[^<>]*)>)\s*(?=<)"
)
_BEHIND_COMMENTS = re.compile(r"-->\s*(?=<)")


def html(body: _Element) -> str:
    """Write what is in a canonical body as HTML5.

    Text and attributes are escaped as XML asks, which HTML reads the same way; no-break spaces stand as they are. White
    space between blocks, which means nothing, is one line end behind each.
    """
    return outer(body).removeprefix("<body>").removesuffix("</body>").strip("\n")


def outer(element: _Element) -> str:
    """Write one canonical element with its tags."""
    text = tostring(element, encoding="unicode", with_tail=False)
    if "/>" in text:
        text = _as_html(text)
    if "-->" in text:
        text = _BEHIND_COMMENTS.sub("-->\n", text)
    return _BETWEEN_BLOCKS.sub(_with_line_end, text)


def _as_html(text: str) -> str:
    """Write elements without content as HTML has them; each kind is looked for only when there may be some."""
    text = text.replace("<br/>", "<br>").replace("<hr/>", "<hr>")
    if "/>" in text:
        text = _VOID.sub(_unclosed, text)
    if "/>" in text:
        text = _EMPTY.sub(r"<\1></\2>", text)
    return text


# Functions, since a template with groups is filled in by Python code, for each match (until 3.12).
def _unclosed(tag: re.Match[str]) -> str:
    return tag[0][:-2] + ">"


def _with_line_end(found: re.Match[str]) -> str:
    return found[1] + "\n"
