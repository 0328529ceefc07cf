"""Markers of shortcodes and the comments of blocks become elements around what they enclose.

`<wp-shortcode name="gallery" data='{"ids": "1,2"}' source='[gallery ids="1,2"]'>` and
`<wp-block name="core/gallery" data='{"columns":3}' source='<!-- wp:gallery {"columns":3} -->'>`; `data` is JSON, for a
block just as it was written, and absent where nothing was. The source of a shortcode with a closing tag is
`[box]…[/box]`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml.etree import Comment, Element, _Comment, _Element

from migrator.markup.html import parse
from migrator.markup.known import RAW
from migrator.markup.pairs import DEEPEST, pairs
from migrator.markup.ranges import enclose, strip_breaks
from migrator.markup.shortcodes import Shortcode
from migrator.markup.stored import read_json

_BLOCK = re.compile(r"\s*(/?)wp:([a-z][\w-]*(?:/[a-z][\w-]*)?)(?![\w:])(.*)", re.DOTALL | re.ASCII)
_MARKER = re.compile(r"([\[\]])(\d+)")
_MARKER_TEXT = re.compile(r"<!--([\[\]])(\d+)-->")

_DEEPEST_UNCLOSED = 2 * DEEPEST
"""Elements around a block that was never closed and still gets content: a block and its `<div>` for each level."""
_MANY = 1000
"""Block comments that may, in damaged content, lie thousands of elements deep.

A node that lxml lets go looks for one that is held, up to the root; with all of them held 5,000 nested blocks are
lifted in a sixth of the time.
"""


@dataclass(slots=True, eq=False)
class _BlockTag:
    """A block's comment; `said` are the attributes of its wrapper."""

    kind: str
    name: str
    said: Mapping[str, str]
    comment: _Element
    mate: _BlockTag | None = None


def attributes(element: _Element) -> dict[str, Any]:
    """The attributes of a lifted shortcode or block; none when its JSON is broken."""
    try:
        values = read_json(element.get("data") or "{}")
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def lift(tree: _Element, shortcodes: Sequence[Shortcode] = ()) -> None:
    """Put elements in the place of markers and block comments; takes linear time.

    A block that is never closed holds what comes before the next block comment, or nothing if it lies very deep.
    Markers that the parser took for text or that stand in attributes become the shortcode's own text again.
    `<!--more-->` and other comments stay.
    """
    comments = list(tree.iter(Comment))
    tags = _block_tags(comments)
    held = list(tree.iter()) if len(tags) > _MANY else []
    for tag in tags:
        if tag.kind in ("open", "void"):
            _lift_block(tag)
    del held
    if shortcodes:
        _lift_shortcodes(tree, comments, shortcodes)


def _block_tags(comments: Sequence[_Element]) -> list[_BlockTag]:
    tags: list[_BlockTag] = []
    for comment in comments:
        read = _read_block(comment.text or "")
        if read is not None:
            tags.append(_BlockTag(*read, comment))
    for opening, closing, depth in pairs(tags):
        opening.mate = closing
        if depth >= DEEPEST:
            opening.kind = "too deep"
    return tags


@lru_cache(maxsize=512)
def _read_block(text: str) -> tuple[str, str, Mapping[str, str]] | None:
    """What a comment says if it is a block's: opening, closing or void; the name; the attributes of its wrapper.

    Most comments of a site are one of a few ("wp:paragraph" and the like), hence the memory.
    """
    found = _BLOCK.match(text)
    if found is None:
        return None
    slash, name, rest = found[1], found[2], found[3].strip()
    kind = "close" if slash else "void" if rest.endswith("/") else "open"
    said = {"name": name if "/" in name else "core/" + name, "source": f"<!--{text}-->"}
    data = rest.removesuffix("/").rstrip()
    return kind, name, {**said, "data": data} if data else said


def _lift_block(tag: _BlockTag) -> None:
    wrapper = Element("wp-block", tag.said)
    if tag.mate is not None:
        enclose(wrapper, tag.comment, tag.mate.comment)
    elif tag.kind == "open" and not _is_deep(tag.comment):
        enclose(wrapper, tag.comment, _end_of_unclosed(tag.comment))
    else:
        enclose(wrapper, tag.comment)


def _is_deep(comment: _Element) -> bool:
    """Whether a comment lies so deep that what follows it is left in its place: each block around it moves it again."""
    return next(islice(comment.iterancestors(), _DEEPEST_UNCLOSED, None), None) is not None


def _end_of_unclosed(opening: _Element) -> _Element:
    """A block that was never closed holds what comes before the next block's comment."""
    end = Comment("")
    for following in opening.itersiblings():
        if isinstance(following, _Comment) and _read_block(following.text or ""):
            following.addprevious(end)
            return end
    parent = opening.getparent()
    assert parent is not None, "comments of a tree stand below its root"
    parent.append(end)
    return end


def _lift_shortcodes(tree: _Element, comments: Sequence[_Element], shortcodes: Sequence[Shortcode]) -> None:
    ends = _markers(comments, len(shortcodes))
    for number, shortcode in enumerate(shortcodes):
        opening, closing = ends["["].get(number), ends["]"].get(number)
        if opening is not None:
            _lift_shortcode(shortcode, opening, closing)
        elif closing is not None:
            _lift_shortcode(Shortcode("/" + shortcode.name, shortcode.closing), closing, None)
    if not len(ends["["]) == len(ends["]"]) == len(shortcodes):
        _restore(tree, shortcodes)


def _markers(comments: Sequence[_Element], count: int) -> dict[str, dict[int, _Element]]:
    """The marker comments by what they are and the number of their shortcode."""
    ends: dict[str, dict[int, _Element]] = {"[": {}, "]": {}}
    for comment in comments:
        found = _MARKER.fullmatch(comment.text or "")
        if found is not None and int(found[2]) < count:
            ends[found[1]][int(found[2])] = comment
    return ends


def _lift_shortcode(shortcode: Shortcode, opening: _Element, closing: _Element | None) -> None:
    source = f"{shortcode.source}…{shortcode.closing}" if shortcode.closing else shortcode.source
    data = json.dumps(shortcode.attributes, ensure_ascii=False) if shortcode.attributes else "{}"
    wrapper = Element("wp-shortcode", name=shortcode.name, data=data, source=source)
    enclose(wrapper, opening, closing)
    if shortcode.closing:
        strip_breaks(wrapper)
    if shortcode.content is not None:
        _put_content(wrapper, shortcode)


def _put_content(wrapper: _Element, shortcode: Shortcode) -> None:
    """Give a verbatim shortcode its content: HTML where it is that, else text to the character."""
    content = shortcode.content or ""
    if shortcode.name in RAW:
        body = parse(content)
        wrapper.text = body.text
        wrapper.extend(list(body))
    else:
        wrapper.text = content


def _restore(tree: _Element, shortcodes: Sequence[Shortcode]) -> None:
    """Put the text of shortcodes back where their markers are no comments."""

    def restored(found: re.Match[str]) -> str:
        number = int(found[2])
        if number >= len(shortcodes):
            return found[0]
        shortcode = shortcodes[number]
        content = (shortcode.content or "") if shortcode.closing else ""  # a lone URL is its own source
        return shortcode.closing if found[1] == "]" else shortcode.source + content

    for element in tree.iter(Element):
        for name, value in element.attrib.items():
            if "<!--" in value:
                element.set(name, _MARKER_TEXT.sub(restored, value))
        if "<!--" in (element.text or ""):
            element.text = _MARKER_TEXT.sub(restored, element.text or "")
