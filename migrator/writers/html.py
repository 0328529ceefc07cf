"""Canonical HTML as text: what `content.html` of a record holds, one block a line."""

from __future__ import annotations

import re

from lxml.etree import _Element, tostring

from migrator.clean.vocabulary import VOIDS

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
    parts = _BETWEEN_BLOCKS.split(text)
    parts[1::2] = [tag + "\n" for tag in parts[1::2]]
    return "".join(parts)


def _as_html(text: str) -> str:
    """Write elements without content as HTML has them: without a slash, and but for void ones with an end tag.

    "/>" stands nowhere else, since in text and attributes ">" is escaped.
    """
    *opened, rest = text.split("/>")
    return "".join([part + _end_of(part) for part in opened]) + rest


def _end_of(opened: str) -> str:
    """What follows text that breaks off in the start tag of an element without content."""
    tag = opened[opened.rindex("<") + 1 :].partition(" ")[0]
    return ">" if tag in VOIDS else f"></{tag}>"
