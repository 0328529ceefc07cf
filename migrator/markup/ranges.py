"""Two comments in a tree become one element around what stands between them, wherever the two stand.

Paragraphs are made and broken markup is mended before, so a range often begins in one paragraph and ends in another.
Its ends are raised until they share a parent; an element that has content on both sides of an end is split there, if
it may be.
"""

from __future__ import annotations

from lxml.etree import Element, _Element

_SPLITTABLE = frozenset(
    "p div span em strong b i u s a font center small big sub sup h1 h2 h3 h4 h5 h6 section article main header footer "
    "aside address cite del ins mark q tt blockquote".split()
)
"""Elements of which two in a row mean the same as one."""

_WITH_PARTS = frozenset("table thead tbody tfoot tr colgroup ul ol dl menu select".split())
"""Elements whose children are parts of them; no range is made of several such parts."""


def enclose(wrapper: _Element, opening: _Element, closing: _Element | None = None) -> None:
    """Put `wrapper` in the place of two comments and of everything between them; without `closing` in one's place.

    Of ranges that lie in each other the outer one must come first. Where the ends can't meet without tearing a table
    or a list apart the range ends early or late; no text is moved.
    """
    if closing is None:
        wrapper.tail = opening.tail
        _parent(opening).replace(opening, wrapper)
        return
    if opening.getparent() is not closing.getparent():
        _meet(opening, closing)
    parent, text, node = _parent(opening), opening.tail, opening.getnext()
    parent.replace(opening, wrapper)
    wrapper.text = text
    while node is not None and node is not closing:
        following = node.getnext()
        wrapper.append(node)
        node = following
    if node is None:  # the parser had moved the end to before the beginning
        take_out(closing)
    else:
        wrapper.tail = closing.tail
        parent.remove(closing)


def _meet(opening: _Element, closing: _Element) -> None:
    """Make both children of one parent."""
    shared = _shared_ancestor(opening, closing)
    if shared.tag in _WITH_PARTS or not _raise_opening(opening, shared):
        take_out(closing)
        _parent(opening).append(closing)
    else:
        _raise_closing(closing, shared)


def _shared_ancestor(one: _Element, other: _Element) -> _Element:
    above = set(one.iterancestors())
    return next(ancestor for ancestor in other.iterancestors() if ancestor in above)


def _raise_opening(opening: _Element, shared: _Element) -> bool:
    """Move the comment up to before the element it begins; False when part of a table or list stands in the way."""
    while (parent := _parent(opening)) is not shared:
        if parent.tag == "wp-shortcode":
            return False
        if opening.getprevious() is not None or (parent.text or "").strip():
            if parent.tag not in _SPLITTABLE:
                return False
            parent = _split(parent, opening)
        parent.text, opening.tail = opening.tail, None
        parent.addprevious(opening)
        _strip_start(parent)
        _remove_if_empty(parent)
    return True


def _raise_closing(closing: _Element, shared: _Element) -> None:
    """Move the comment down to behind the element it ends."""
    while (parent := _parent(closing)) is not shared:
        is_last = closing.getnext() is None and not (closing.tail or "").strip()
        if not is_last and parent.tag in _SPLITTABLE:
            _split(parent, closing)
        take_out(closing)
        closing.tail, parent.tail = parent.tail, None
        parent.addnext(closing)
        _strip_end(parent)
        _remove_if_empty(parent)


def _split(parent: _Element, first: _Element) -> _Element:
    """Move a child and all that follows it into a twin of its parent behind it; returns the twin."""
    twin = Element(parent.tag, {name: value for name, value in parent.attrib.items() if name != "id"})
    twin.tail, parent.tail = parent.tail, None
    parent.addnext(twin)
    node: _Element | None = first
    while node is not None:
        following = node.getnext()
        twin.append(node)
        node = following
    return twin


def strip_breaks(element: _Element) -> None:
    """Take away the `<br>` at both ends: they are the line ends between a shortcode's tags and its content."""
    _strip_start(element)
    _strip_end(element)


def _strip_start(element: _Element) -> None:
    if len(element) and element[0].tag == "br" and not (element.text or "").strip():
        element.text = (element[0].tail or "").lstrip()
        _remove(element[0])


def _strip_end(element: _Element) -> None:
    if len(element) and element[-1].tag == "br" and not (element[-1].tail or "").strip():
        _remove(element[-1])


def _remove_if_empty(element: _Element) -> None:
    if element.tag == "p" and not len(element) and not element.attrib and not (element.text or "").strip():
        element.text = None
        take_out(element)


def _remove(element: _Element) -> None:
    """Take an element out together with the text behind it."""
    _parent(element).remove(element)


def take_out(element: _Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = _parent(element)
    tail, element.tail = element.tail, None
    previous = element.getprevious()
    if tail and previous is not None:
        previous.tail = (previous.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None, "comments of a tree stand below its root"
    return parent
