"""What is done to an element of several parts once all of them are there: put in order, and empty ones taken away.

Each `finish_…` gets an element that has just been written as the last one in its parent.
"""

from __future__ import annotations

import re

from lxml.etree import Element, _Element

from migrator.clean.vocabulary import INLINE
from migrator.markup.text import text_of

_SHOWN = ("img", "audio", "video", "hr")
UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*")
"""Text of spaces and of characters that have no shape of their own."""
_SPACE = re.compile(r"[ \t\n\f\r]+")


def is_folded(text: str) -> bool:
    """Whether a text has no white space but single spaces; no for some that haven't, such as no-break spaces."""
    return text.isprintable() and "  " not in text


def fold(text: str) -> str:
    """Make each run of white space one space, as browsers show it."""
    return text if is_folded(text) else _SPACE.sub(" ", text)


def is_blank(text: str | None) -> bool:
    """Whether there is no text, or nothing but white space."""
    return not text or text.isspace()


def has_text(element: _Element) -> bool:
    """Whether an element has text of its own before its first child."""
    return bool(element.text and not element.text.isspace())


def shows_anything(element: _Element) -> bool:
    """Whether there is text or a picture anywhere in an element."""
    return bool(text_of(element).strip()) or next(element.iter(*_SHOWN), None) is not None


def is_unseen(line: _Element) -> bool:
    """Whether a line holds no picture and no character but spaces and those that have no shape."""
    text = line.text
    if text and (text[0].isalnum() or text[-1].isalnum()):
        return False
    return UNSEEN.fullmatch(text_of(line)) is not None and next(line.iter("img"), None) is None


def remove(element: _Element) -> None:
    """Take away an element that was written last."""
    replace(element, [])


def replace(element: _Element, others: list[_Element]) -> None:
    """Put others in the place of an element that was written last."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        parent.extend(others)


def drop_if_empty(element: _Element) -> None:
    """Take an element away that nothing was written into."""
    if len(element) == 0 and not has_text(element):
        remove(element)


def is_displayed(paragraph: _Element) -> bool:
    """Whether a paragraph is a displayed formula, which stays a block wherever it stands."""
    return len(paragraph) == 1 and paragraph[0].get("class") == "math display"


def collapse(element: _Element) -> None:
    """Let a list item, cell or caption that holds one paragraph hold its content instead."""
    if len(element) != 1 or element[0].tag != "p" or is_displayed(element[0]):
        return
    paragraph = element[0]
    for name, value in paragraph.items():
        if name != "id" or "id" not in element.attrib:
            element.set(name, value)
    element.text = paragraph.text
    element[:] = list(paragraph)


def spread(element: _Element) -> None:
    """Put a paragraph around the inline content of a list item, so that blocks can follow."""
    if has_text(element) or (len(element) and element[0].tag in INLINE):
        paragraph = Element("p")
        paragraph.text = element.text
        paragraph.extend(list(element))
        element.text = None
        element.append(paragraph)


def finish_item(element: _Element) -> None:
    """A list item or caption: no paragraph around its only text, none without content."""
    collapse(element)
    drop_if_empty(element)


def finish_details(details: _Element) -> None:
    """The summary first; a second one is a paragraph."""
    summaries = details.findall("summary")
    for other in summaries[1:]:
        other.tag = "p"
    if summaries and details[0] is not summaries[0]:
        details.insert(0, summaries[0])
    drop_if_empty(details)


def finish_table(table: _Element) -> None:
    """Caption, head, bodies and foot in this order, without empty sections; nothing but a caption is a paragraph."""
    caption = _one_caption(table)
    parts = [part for part in table if part.tag != "caption" and len(part)]
    if any(map(shows_anything, parts)):
        table[:] = [*caption, *_in_order(parts)]
    else:
        for part in caption:
            part.tag = "p"
        replace(table, caption)


def _one_caption(table: _Element) -> list[_Element]:
    captions = table.findall("caption")
    for other in captions[1:]:
        captions[0].append(Element("br"))
        captions[0][-1].tail = other.text
        captions[0].extend(list(other))
    return captions[:1]


def _in_order(parts: list[_Element]) -> list[_Element]:
    heads = [part for part in parts if part.tag == "thead" and shows_anything(part)]
    feet = [part for part in parts if part.tag == "tfoot"]
    for extra in heads[1:] + feet[1:]:
        extra.tag = "tbody"
    bodies = [part for part in parts if part.tag == "tbody"]
    if not heads and bodies and begins_with_head(bodies[0]):
        heads = [Element("thead")]
        heads[0].append(bodies[0][0])
    return [*heads[:1], *bodies, *feet[:1]]


def begins_with_head(body: _Element) -> bool:
    """Whether the first of several rows has header cells only and none that reaches into the next row."""
    return len(body) > 1 and all(cell.tag == "th" and "rowspan" not in cell.attrib for cell in body[0])
