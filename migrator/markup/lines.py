"""Part the first or last lines of a paragraph from it, where line breaks stand between them."""

from __future__ import annotations

from lxml.etree import Element, _Element

from migrator.markup.html import tag_of


def first_lines(block: _Element, count: int) -> _Element | None:
    """Make a block of the first lines of another one, in front of it; None when breaks stand deeper in it."""
    breaks = _breaks(block)
    if len(breaks) < count:
        return None
    last = breaks[count - 1]
    part = Element(tag_of(block))
    part.text = block.text
    part.extend(list(block)[: block.index(last)])
    block.text = last.tail
    block.remove(last)
    block.addprevious(part)
    return part


def last_lines(block: _Element, count: int) -> _Element | None:
    """Make a block of the last lines of another one, behind it; None when breaks stand deeper in it."""
    breaks = _breaks(block)
    if len(breaks) < count:
        return None
    first = breaks[-count]
    part = Element(tag_of(block))
    part.text = first.tail
    part.extend(list(block)[block.index(first) + 1 :])
    block.remove(first)
    block.addnext(part)
    return part


def _breaks(block: _Element) -> list[_Element]:
    """The breaks of a block; none if some are within other elements."""
    breaks = block.findall("br")
    return breaks if len(breaks) == sum(1 for _ in block.iter("br")) else []
