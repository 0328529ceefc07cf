"""Tables that only place things on a page: their content is unwrapped, in the order it is read in.

In doubt a table is one. Header cells, a caption or a link that leads into it show that an author meant a table; several
filled cells of plain text may be one.
"""

from __future__ import annotations

from lxml.etree import _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.canon.parts import collapse, shows_anything, spread
from migrator.clean.vocabulary import FLOW, MIXED
from migrator.markup.text import text_of
from migrator.model import Post

RULE = "debris.table"

_LONGEST_CAPTION = 300
"""Characters of a caption; longer text below a picture is an article's."""


def unwrap_layout(post: Post) -> None:
    """Unwrap the tables of a canonical body that are one for looks only."""
    for table in list(post.tree.iter("table")):
        rows = [list(row) for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        if not _may_be_layout(table):
            continue
        parent = table.getparent()
        if _is_captioned(rows):
            edit.rewrite(post, table, lambda _, rows=rows: _captioned(rows), RULE)  # type: ignore[misc]
        elif _is_layout(rows):
            table[:] = [block for row in rows for cell in row for block in _blocks(cell)]
            edit.unwrap(post, table, RULE)
        if parent is not None and parent.tag in MIXED:
            collapse(parent)


def _may_be_layout(table: _Element) -> bool:
    """Whether nothing shows that a table is meant as one, or is the target of a link."""
    figure = table.getparent()
    if figure is not None and figure.tag == "figure":
        return False
    own = (part for part in table.iter("th", "caption") if next(part.iterancestors("table")) is table)
    return not any(map(shows_anything, own)) and not any(
        "id" in part.attrib for part in table.iter("table", "tr", "td")
    )


def _is_layout(rows: list[list[_Element]]) -> bool:
    """One filled cell, nothing but pictures, or one row or column with more in a cell than a line."""
    filled = [cell for row in rows for cell in row if shows_anything(cell)]
    is_line = len(rows) == 1 or all(len(row) == 1 for row in rows)
    return len(filled) == 1 or all(map(_is_picture, filled)) or (is_line and any(map(_holds_blocks, filled)))


def _holds_blocks(cell: _Element) -> bool:
    """Whether a cell holds blocks, or a picture with text beside it."""
    return any(child.tag in FLOW for child in cell) or (_has_picture(cell) and not _is_picture(cell))


def _has_picture(cell: _Element) -> bool:
    return next(cell.iter("img"), None) is not None


def _is_picture(cell: _Element) -> bool:
    return _has_picture(cell) and not text_of(cell).strip()


def _blocks(cell: _Element) -> list[_Element]:
    """The blocks of a cell, which take over its language."""
    spread(cell)
    for name in ("lang", "dir"):
        for block in cell if name in cell.attrib else ():
            block.attrib.setdefault(name, cell.attrib[name])  # type: ignore[attr-defined]
    return list(cell)


def _is_captioned(rows: list[list[_Element]]) -> bool:
    """Whether there is one picture in one cell, and a line of text in the one below it."""
    if [len(row) for row in rows] != [1, 1]:
        return False
    shown, caption = rows[0][0], rows[1][0]
    is_shown = _is_picture(shown) and len(shown) == 1 and shown[0].tag in ("a", "img") and len(shown[0]) < 2
    has_line = 0 < len(text_of(caption).strip()) < _LONGEST_CAPTION
    return is_shown and has_line and not _has_picture(caption) and not any(child.tag in FLOW for child in caption)


def _captioned(rows: list[list[_Element]]) -> _Element:
    return figures.picture(rows[0][0][0], rows[1][0])
