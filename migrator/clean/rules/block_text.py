"""Blocks of text that are more than their HTML: poems, the names of tabs."""

from __future__ import annotations

import re

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.rule import Rule, drop, lift, rewrite
from migrator.markup.lift import attributes
from migrator.model import Post
from migrator.site import Site

_SPACES = re.compile(r"^ +|  +")


def verse(pre: _Element, _site: Site) -> _Element:
    """A poem: no code, but lines that end where their author ended them and begin where they began."""
    p = figures.filled(Element("p"), pre)
    for node in [p, *p.iterdescendants(Element)]:
        node.text = _keep_indents(node, node.text, 0)
        parent = node.getparent()
        if parent is not None and node is not p:
            node.tail = _keep_indents(parent, node.tail, parent.index(node) + 1)
    return p


def _keep_indents(parent: _Element, text: str | None, index: int) -> str | None:
    """Put `<br>` where the text has line ends, and no-break spaces where more than one space stands."""
    if not text:
        return text
    lines = [_SPACES.sub(lambda run: "\xa0" * len(run[0]), line) for line in text.expandtabs(4).split("\n")]
    for offset, line in enumerate(lines[1:]):
        br = Element("br")
        br.tail = line
        parent.insert(index + offset, br)
    return lines[0]


def name_tab(element: _Element, post: Post, _site: Site) -> None:
    """A tab's name stands in its comment: it becomes a heading, as an accordion's is."""
    label = attributes(element).get("label")
    if isinstance(label, str) and label.strip():
        heading = figures.filled(Element("h3"), figures.rich(label))
        edit.put(post, element, 0, heading, "block.tab")


RULES: tuple[Rule, ...] = (
    lift("block.verse", "wp:verse"),
    rewrite("block.verse", "pre.wp-block-verse", using=verse),
    lift("block.tab", "wp:tab-panel", first=name_tab),
    drop("block.tab", "wp:tab-list"),
    drop("block.tab", ".wp-block-accordion-heading__toggle-icon"),
)
