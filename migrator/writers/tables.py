"""Tables as Markdown, where they are no more than rows of short cells."""

from __future__ import annotations

from itertools import zip_longest

from lxml.etree import _Element

from migrator.markup.html import tag_of
from migrator.writers.inline import Page, anchor, inline

_RULES = {"left": ":--", "right": "--:", "center": ":-:"}
_BLOCKS = frozenset("blockquote details dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split())


def fits(table: _Element) -> bool:
    """Whether Markdown can say a table: at most one row of headers, no spans, no blocks in cells."""
    head = table.find("thead")
    return (head is None or len(head) == 1) and all(map(_is_simple, table.iter("td", "th")))


def _is_simple(cell: _Element) -> bool:
    if "colspan" in cell.attrib or "rowspan" in cell.attrib:
        return False
    return not any(tag_of(child) in _BLOCKS for child in cell)


def rows(table: _Element, page: Page) -> str:
    """Write the rows of a table that fits.

    Markdown has no table without headers, so one without gets empty ones; a foot is one more body, a header cell in a
    body a cell. Where a row is short, cells are added.
    """
    in_cell = page._replace(line_break="<br>")
    cells = [list(row) for row in table.iter("tr")]
    if table.find("thead") is None:
        cells.insert(0, [])
    columns = list(zip_longest(*cells))
    lines = [_row([_cell(column[number], in_cell) for column in columns]) for number in range(len(cells))]
    lines.insert(1, _row([_rule(column) for column in columns]))
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: _Element | None, page: Page) -> str:
    if cell is None:
        return ""
    return (anchor(cell, page) + inline(cell, page, " ", " ")).replace("|", "\\|")


def _rule(column: tuple[_Element | None, ...]) -> str:
    """The row under the headers, which aligns columns: where all cells agree on it."""
    sides = {cell.get("align", "") for cell in column if cell is not None}
    return _RULES.get(sides.pop(), "---") if len(sides) == 1 else "---"
