"""The commonest pictures get their canonical form where they stand, which is quicker than to write them anew."""

from __future__ import annotations

from lxml.etree import _Element

from migrator.clean.canon.parts import is_blank
from migrator.clean.vocabulary import FIGURES

_SAY_NOTHING = frozenset(("class", "style"))


def mend_picture(block: _Element) -> _Element:
    """Free a figure from the paragraph that holds nothing else; make one that holds a mere picture a paragraph.

    Returns the block that stands in this place now.
    """
    if block.tag == "p" and len(block) == 1 and block[0].tag == "figure" and not block.keys():
        return _freed(block)
    if block.tag == "figure" and len(block) == 1 and _is_mere_picture(block):
        block.attrib.clear()
        block.tag = "p"
    return block


def name_kind(figure: _Element) -> str:
    """The kind of a figure; one that names none is a picture with its caption, as today's editor writes it."""
    kind = figure.get("class")
    if kind is None and len(figure) == 2 and figure[1].tag == "figcaption" and is_picture(figure[0]):
        kind = "image"
        figure.set("class", kind)
    return kind or ""


def is_picture(element: _Element) -> bool:
    """Whether an element is an image or a link around nothing but one."""
    if element.tag == "a":
        return len(element) == 1 and element[0].tag == "img" and not element.text and not element[0].tail
    return element.tag == "img"


def _freed(paragraph: _Element) -> _Element:
    figure, parent = paragraph[0], paragraph.getparent()
    if parent is None or not (is_blank(paragraph.text) and is_blank(figure.tail)):
        return paragraph
    figure.tail = paragraph.tail
    parent.replace(paragraph, figure)
    return figure


def _is_mere_picture(figure: _Element) -> bool:
    kinds = FIGURES.keys() & figure.get("class", "").split()
    says_more = kinds - {"image"} or not _SAY_NOTHING.issuperset(figure.keys())
    return not says_more and is_picture(figure[0]) and is_blank(figure.text) and is_blank(figure[0].tail)
