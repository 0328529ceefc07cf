"""HTML as text out of a tree, its addresses as they stand there.

lxml's own way of writing HTML encodes what is not ASCII in addresses; its XML doesn't, and differs from HTML in what is
mended here: elements that are empty, programs that are no markup, a line break at the beginning of `<pre>`.
"""

from __future__ import annotations

import re

from lxml.etree import _Element, tostring

from migrator.markup.html import tag_of

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_EMPTY = re.compile(r"<([A-Za-z_][\w.-]*)((?:\s[^<>]*)?)/>")
_RAW = re.compile(r"(<(script|style|iframe|xmp|noembed|noframes)\b[^<>]*>)([^<]*)(?=</\2>)")
_KEPT = re.compile(r"(<(?:pre|textarea|listing)(?:\s[^<>]*)?>)(?=\n)")
_LISTS = ("ol", "ul", "dl", "table")


def outer_html(element: _Element) -> str:
    """Write an element, with its tag and attributes."""
    text = tostring(element, encoding="unicode", with_tail=False)
    if "/>" in text:
        text = _EMPTY.sub(_opened, text)
    return _KEPT.sub(r"\1\n", _RAW.sub(_unescaped, text))


def inner_html(element: _Element) -> str:
    """Write what is in an element, whose attributes are lost by it; a list or table itself, too, as its parts can't
    stand alone."""
    element.attrib.clear()
    tag = tag_of(element)
    html = outer_html(element)
    return html if tag in _LISTS else html.removeprefix(f"<{tag}>").removesuffix(f"</{tag}>")


def _opened(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{tag[2]}>" if tag[1] in _VOID else f"<{tag[1]}{tag[2]}></{tag[1]}>"


def _unescaped(program: re.Match[str]) -> str:
    return program[1] + program[3].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
