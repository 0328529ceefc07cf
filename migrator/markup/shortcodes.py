"""Shortcodes and lone URLs in WordPress text become marker comments that survive paragraphs and parsing.

`<!--[7-->` stands where shortcode 7 begins, `<!--]7-->` where it ends; `lift` makes elements of them. Only text is
looked at: what stands in tags, comments, `<pre>`, `<code>`, `<script>`, `<style>` stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from migrator.markup.attributes import parse_attributes
from migrator.markup.html import NOT_XML
from migrator.markup.known import CODE, NONE, TEX, Own
from migrator.markup.pairs import DEEPEST, pairs
from migrator.markup.scan import Token, may_have_lone_url, scan

_CODE = frozenset((*CODE, *TEX))
_ESCAPED = re.compile(r"&(lt|gt|quot|amp|#0?39);")
_CHARACTERS = {"lt": "<", "gt": ">", "quot": '"', "amp": "&", "#39": "'", "#039": "'"}
_LIKE_MARKER = re.compile(r"<!--(?=[\[\]]\d+-->)")
LINE_BREAK_OF_DIVI = re.compile(r"<!--\s*\[et_pb_line_break_holder\]\s*-->|\|\|et_pb_line_break_holder\|\|")


@dataclass(slots=True)
class Shortcode:
    """A shortcode as it was written: `source` is its opening tag, `closing` its closing tag or "".

    `content` is what a verbatim one holds (code, an address, HTML); the marked text doesn't repeat it. A closing tag
    that closes nothing is a shortcode of its own, with the slash in its name. Characters that XML can't hold are left
    out.
    """

    name: str
    source: str
    attributes: dict[str, str] = field(default_factory=dict)
    closing: str = ""
    content: str | None = None


def mark(text: str, own: Own = NONE) -> tuple[str, list[Shortcode]]:
    """Replace shortcodes and the URLs that stand alone on a line; returns the text and what the numbers mean.

    `own` are the names that a site's settings speak of.

    The grammar is WordPress's (`get_shortcode_regex`, `shortcode_parse_atts`, `WP_Embed::autoembed`) but for one
    thing: a closing tag belongs to the nearest open shortcode of its name, so that builders' nested rows keep theirs.
    A comment of the source that looks like a marker gets a space, so that it is none.
    """
    if "[" not in text and not may_have_lone_url(text):
        return text, []
    text = _LIKE_MARKER.sub("<!-- ", text)
    tokens = scan(text, own)
    _tell_mates(tokens)
    parts: list[str] = []
    shortcodes: list[Shortcode] = []
    position = 0
    for token in tokens:
        replacement = _replacement(token, shortcodes)
        if replacement is not None:
            parts += (text[position : token.start], replacement)
            position = token.end
    parts.append(text[position:])
    return "".join(parts), shortcodes


def _tell_mates(tokens: list[Token]) -> None:
    """Bring together what belongs together; a pair nested too deeply ends where it begins, its content stays."""
    for opening, closing, depth in pairs(tokens):
        opening.mate, closing.mate = closing, opening
        if depth >= DEEPEST:
            opening.kind, closing.kind, closing.content = "whole", "text", ""


def _replacement(token: Token, shortcodes: list[Shortcode]) -> str | None:
    """What stands in a token's place in the marked text; None for a token that turned out to be text."""
    if token.kind == "text":
        return token.content
    if token.kind == "close" and token.mate is not None:
        return f"<!--]{token.mate.number}-->"
    if token.mate is None and not token.sure:
        return None
    token.number = len(shortcodes)
    shortcodes.append(_shortcode(token))
    opening = f"<!--[{token.number}-->"
    return opening if token.kind == "open" and token.mate is not None else f"{opening}<!--]{token.number}-->"


def _shortcode(token: Token) -> Shortcode:
    closing = f"[/{token.name}]" if token.mate is not None else ""
    name = "/" + token.name if token.kind == "close" else token.name
    source, said = NOT_XML.sub("", token.source), NOT_XML.sub("", token.attributes)
    return Shortcode(name, source, parse_attributes(said) if said else {}, closing, _content(token))


def _content(token: Token) -> str | None:
    """What a verbatim shortcode holds: an address, code as its author typed it, HTML with Divi's line breaks."""
    if token.content is None:
        return None
    content = NOT_XML.sub("", token.content).replace("\r\n", "\n").replace("\r", "\n")
    if token.name == "embed":
        return content.strip().replace("&amp;", "&")
    if token.name in _CODE:
        return _ESCAPED.sub(lambda found: _CHARACTERS[found[1]], content)
    return LINE_BREAK_OF_DIVI.sub("\n", content)
