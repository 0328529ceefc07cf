"""Canonical HTML as Markdown: CommonMark with GFM's tables and strikethrough and with footnotes.

Rendered again it says what the canonical HTML says. One line a paragraph. Raw HTML is written only for what Markdown
has no sign for, and then whole blocks of it without Markdown inside, which engines disagree about: definition lists,
details, captioned pictures, players, tables with spans or blocks in their cells.

What Markdown can't say and raw HTML would only clutter is left to the JSON record: the language and direction of whole
blocks, the size of pictures, the kind of numbers. An embed or file is a line with its link, a gallery its pictures one
after the other, a pull quote a quote; their captions follow as paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from lxml.etree import XPath, _Element

from migrator.writers.blocks import APART, begins_with_block, blocks, indented, item_text, items, marked
from migrator.writers.html import outer
from migrator.writers.inline import Page

_LINKS_TO_IDS = XPath("//a/@href[starts-with(., '#')]")
_NOTE_ID = re.compile(r"fn-([^\s\[\]^]+)")


def markdown(body: _Element, html: str = "") -> str:
    """Write a canonical body as Markdown, with a line end behind the last line.

    `html` is the same as HTML, if it is at hand: what few bodies have is missed soonest in it.
    """
    html = html or outer(body)
    section = next(body.iterchildren("section"), None) if "<section" in html else None
    notes = {} if section is None else _notes_in(section)
    anchors = _anchors(body).difference("fn-" + label for label in notes) if 'href="#' in html else frozenset()
    page = Page(frozenset(notes), set(), anchors)
    text = blocks(body if section is None else (block for block in body if block is not section), page)
    if section is not None:
        text = _with_notes(text, section, notes, page)
    return text + "\n" if text else ""


def _anchors(body: _Element) -> frozenset[str]:
    """The ids that links of the document lead to."""
    return frozenset(name for link in _LINKS_TO_IDS(body) for name in (link[1:], unquote(link[1:])))


def _notes_in(section: _Element) -> dict[str, _Element]:
    """The footnotes with a definition, by their label."""
    found = ((_NOTE_ID.fullmatch(item.get("id", "")), item) for item in section.iterfind("ol/li"))
    return {label[1]: item for label, item in found if label is not None}


def _with_notes(text: str, section: _Element, notes: Mapping[str, _Element], page: Page) -> str:
    """Add the footnotes; one that nothing refers to would vanish as a definition, and so is an item of a list."""
    written: dict[str, str] = {}
    while new := page.referred.difference(written):
        written |= {label: _definition(label, notes[label], text, page) for label in sorted(new)}
    left = [item for item in section.iterfind("ol/li") if not any(item is notes[label] for label in written)]
    page = page._replace(notes=frozenset(written))
    others = blocks((block for block in section if block.tag != "ol"), page)
    before = section.getprevious()
    apart = APART if left and before is not None and before.tag == "ol" else ""
    definitions = (written[label] for label in notes if label in written)
    return "\n\n".join(filter(None, (text, others, apart, items(left, 1, page), *definitions)))


def _definition(label: str, item: _Element, text: str, page: Page) -> str:
    """A footnote; where raw HTML refers to it, which engines don't count, with a place for that link to lead to."""
    mark = f'<a id="fn-{label}"></a>' if f'href="#fn-{label}"' in text else ""
    content = marked(mark, item, item_text(item, page, "\n\n"))
    if begins_with_block(item) and not mark:
        return f"[^{label}]:{indented(chr(10) + content, 4)}"  # engines read a block on the first line differently
    return f"[^{label}]: {indented(content, 4)}"
