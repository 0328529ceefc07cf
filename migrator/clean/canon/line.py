"""Recognise inline content that is canonical already; white space, old names and needless attributes are mended in
place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from lxml.etree import _Element

from migrator.clean.canon.attributes import Wanted, tidy
from migrator.clean.canon.marks import MERGED, RENAMED
from migrator.clean.canon.parts import fold, is_folded, is_unseen
from migrator.clean.vocabulary import INLINE, NESTABLE, VOIDS
from migrator.markup.html import tag_of

_WHITE = " \t\n\f\r"
_OF_LINES = INLINE - {"rt", "rp"}
_STYLED = frozenset(("em", "span", "strong", "u"))
_MOST_MARKS = 8


def is_line(line: _Element, wanted: Wanted) -> bool:
    """Whether an element holds canonical inline content and something to see in it."""
    _strip_ends(line)
    return (len(line) == 0 or _holds_inline(line, wanted, _OF_LINES, 0)) and not is_unseen(line)


def _strip_ends(line: _Element) -> None:
    text = line.text
    if text and text[0] in _WHITE:
        text = line.text = text.lstrip(_WHITE)
    if text and not is_folded(text):
        line.text = fold(text)
    if len(line):
        last = line[-1]
        if last.tail and last.tail[-1].isspace():
            last.tail = last.tail.rstrip() or None
    elif line.text and line.text[-1].isspace():
        line.text = line.text.rstrip()


def is_inline(element: _Element, wanted: Wanted) -> bool:
    """Whether an element that stands alone, such as the picture of a figure, is canonical."""
    tag = _mended(element, wanted, _OF_LINES)
    return _CHECKS.get(tag, _is_mark)(element, None, None) and _holds_inline(
        element, wanted, _inside(_OF_LINES, tag), 1
    )


def _holds_inline(parent: _Element, wanted: Wanted, allowed: frozenset[str], depth: int) -> bool:
    if depth > _MOST_MARKS:
        return False
    before = parent.text
    previous: _Element | None = None
    for child in parent:
        tag = _mended(child, wanted, allowed)
        check = _CHECKS.get(tag, _is_mark)
        if not check(child, before, previous):
            return False
        if len(child) and not _holds_inline(child, wanted, _inside(allowed, tag), depth + 1):
            return False
        before, previous = child.tail, child
    return True


def _mended(child: _Element, wanted: Wanted, allowed: frozenset[str]) -> str:
    """The present name of an inline element, with its attributes and the text behind it put right.

    "" when it may not stand here, or means something else by its style.
    """
    tag = tag_of(child)
    if tag not in allowed:
        tag = RENAMED.get(tag, "")
        if tag not in allowed:
            return ""
        child.tag = tag
    if child.keys():
        if tag in _STYLED and "style" in child.attrib:
            return ""
        tidy(child, tag, wanted)
    text, tail = child.text, child.tail
    if text and not is_folded(text):
        child.text = fold(text)
    if tail and not is_folded(tail):
        child.tail = fold(tail)
    return tag


@cache
def _inside(allowed: frozenset[str], tag: str) -> frozenset[str]:
    if tag in VOIDS:
        return frozenset()
    if tag == "ruby":
        return allowed - {"ruby"} | {"rt", "rp"}
    return allowed - {"rt", "rp"} if tag in NESTABLE else allowed - {"rt", "rp", tag}


def _is_mark(mark: _Element, before: str | None, previous: _Element | None) -> bool:
    """Whether an element begins and ends with something to see, and is not the same as the one before it."""
    tag = mark.tag
    if previous is not None and previous.tag == tag and tag in MERGED and (not before or before.isspace()):
        return False
    text = mark.text or ""
    if len(mark) == 0:
        return text != "" and not (text[0].isspace() or text[-1].isspace())
    end = mark[-1].tail
    begins_well = not text[0].isspace() if text else mark[0].tag != "br"
    return begins_well and (not end[-1].isspace() if end else mark[-1].tag != "br")


def _is_link(link: _Element, before: str | None, previous: _Element | None) -> bool:
    return bool(link.get("href")) and _is_mark(link, before, previous)


def _is_span(span: _Element, before: str | None, previous: _Element | None) -> bool:
    return ("lang" in span.attrib or "dir" in span.attrib) and _is_mark(span, before, previous)


def _is_image(img: _Element, _before: str | None, _previous: _Element | None) -> bool:
    return bool(img.get("src")) and not img.text


def _is_break(br: _Element, before: str | None, previous: _Element | None) -> bool:
    """Whether a line break has something before and behind it, and is one only."""
    tail = br.tail
    if tail and tail[0] == " ":
        tail = br.tail = tail[1:] or None
    is_first = before[-1].isspace() if before else previous is None or previous.tag == "br"
    return not is_first and not br.text and (bool(tail) or br.getnext() is not None)


def _is_out_of_place(_element: _Element, _before: str | None, _previous: _Element | None) -> bool:
    return False


_CHECKS: Mapping[str, Callable[[_Element, str | None, _Element | None], bool]] = {
    "": _is_out_of_place,
    "a": _is_link,
    "br": _is_break,
    "img": _is_image,
    "span": _is_span,
}
