"""What rows of the tables of modules share."""

from __future__ import annotations

from migrator.clean.rules.builders.shapes import Shape, card, each, layout, shape, text

LAYOUT = shape(layout)
DYNAMIC = LAYOUT
"""What the live site fills, or what only looks: nothing but what may stand in it."""

HTML = shape(text, text="html shortcode code content")


def named(builder: str, names: str, made: Shape) -> dict[str, Shape]:
    """The same shape for several modules of a builder."""
    return {f"{builder}/{name}": made for name in names.split()}


def sections(rows: str, title: str, words: str, **roles: str) -> Shape:
    """Rows that are sections under headings: of tabs, of an accordion."""
    return shape(each, rows=rows, each=shape(card, title=title, text=words, **roles))
