"""Recognise blocks that are canonical already, so that they need not be written anew.

The checks mend what needs no new structure where they find it: needless attributes go, elements of older HTML get
their present name, white space is folded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml.etree import _Comment, _Element

from migrator.clean.canon.attributes import Wanted, tidy
from migrator.clean.canon.line import is_inline, is_line
from migrator.clean.canon.parts import begins_with_head, is_blank, is_displayed, shows_anything
from migrator.clean.canon.pictures import is_picture, name_kind
from migrator.clean.vocabulary import FIGURES, FLOW, LINES, MIXED, MOST_CONTAINERS, SAFE_COMMENT, is_valid
from migrator.markup.html import tag_of

Check = Callable[[_Element, Wanted, int], bool]

_PARTS = ("caption", "thead", "tbody", "tfoot")
_ITEMS = frozenset(("li",))
_ENTRIES = frozenset(("dt", "dd"))
_SECTIONS = frozenset(_PARTS)
_ROWS = frozenset(("tr",))
_CELLS = frozenset(("td", "th"))


def is_plain_paragraph(block: _Element) -> bool:
    """Whether a block is a paragraph of mere words without a needless character: nearly all blocks of most sites."""
    if block.tag != "p" or len(block) or block.keys():
        return False
    text = block.text or " "
    return text.isprintable() and " " not in (text[0], text[-1]) and "  " not in text


def is_settled(block: _Element, wanted: Wanted, depth: int) -> bool:
    """Whether a block (or a part of one: a list item, a row) is canonical, needless attributes set aside.

    `depth` is the number of containers around it.
    """
    tag = tag_of(block)
    check = _CHECKS.get(tag)
    if check is None or depth > MOST_CONTAINERS or (tag == "pre" and "class" in block.attrib):
        return False
    if block.keys():
        tidy(block, tag, wanted)
    return check(block, wanted, depth + 1)


def _are_settled(parent: _Element, wanted: Wanted, depth: int, tags: frozenset[str]) -> bool:
    """Whether an element holds nothing but settled blocks of these tags (and comments), at least one."""
    if not is_blank(parent.text):
        return False
    for child in parent:
        if not is_blank(child.tail):
            return False
        if isinstance(child, _Comment):
            if "p" not in tags or not SAFE_COMMENT.fullmatch(child.text or ""):
                return False
        elif not (child.tag in tags and is_settled(child, wanted, depth)):
            return False
    return len(parent) > 0 and close_up(parent)


def close_up(parent: _Element) -> bool:
    """Leave no white space between blocks; False, with nothing changed, if there is text between them."""
    tails = {child: tail for child in parent if (tail := child.tail)}
    if not is_blank(parent.text) or not all(map(str.isspace, tails.values())):
        return False
    parent.text = None
    for child in tails:
        child.tail = None
    return True


def _is_mixed(element: _Element, wanted: Wanted, depth: int) -> bool:
    if len(element) == 0 or not any(child.tag in FLOW or isinstance(child, _Comment) for child in element):
        return is_line(element, wanted)
    is_one_line = len(element) == 1 and element[0].tag == "p" and not is_displayed(element[0])
    return _are_settled(element, wanted, depth, FLOW) and not is_one_line


def _is_cell(cell: _Element, wanted: Wanted, depth: int) -> bool:
    return (len(cell) == 0 and not cell.text) or _is_mixed(cell, wanted, depth)


def _is_details(details: _Element, wanted: Wanted, depth: int) -> bool:
    rest = [child.tag for child in details[1:]]
    return "summary" not in rest and _are_settled(details, wanted, depth, FLOW | {"summary"})


def _is_pre(pre: _Element, wanted: Wanted, _depth: int) -> bool:
    if len(pre) != 1 or pre.text or pre[0].tail or pre[0].tag != "code" or len(pre[0]):
        return False
    code = pre[0].text
    if (
        not code
        or code[-1].isspace()
        or code.lstrip(" \t")[:1] == "\n"
        or not is_valid("code", "class", pre[0].get("class", "language-x"))
    ):
        return False
    tidy(pre[0], "code", wanted)
    return True


def _is_section(section: _Element, wanted: Wanted, depth: int) -> bool:
    return "class" in section.attrib and _are_settled(section, wanted, depth, FLOW)


def _is_table(table: _Element, wanted: Wanted, depth: int) -> bool:
    names = [child.tag for child in table]
    if not set(names) <= _SECTIONS or names != sorted(names, key=_PARTS.index):
        return False
    if not _are_settled(table, wanted, depth, _SECTIONS) or not shows_anything(table):
        return False
    if any(names.count(name) > 1 for name in ("caption", "thead", "tfoot")):
        return False
    head, body = table.find("thead"), table.find("tbody")
    if head is not None:
        return shows_anything(head)
    return body is not None and not begins_with_head(body) if "tfoot" not in names else True


def _is_figure(figure: _Element, wanted: Wanted, depth: int) -> bool:
    return _is_shape(figure, wanted, depth) and (
        figure[-1].tag == "figcaption" or figure.get("class") not in ("image", "table")
    )


def _is_shape(figure: _Element, wanted: Wanted, depth: int) -> bool:
    """Whether a figure shows what its kind does, with a caption or without."""
    kind = name_kind(figure)
    if kind not in FIGURES or len(figure) == 0 or not close_up(figure):
        return False
    shown = list(figure)
    caption = shown.pop() if shown[-1].tag == "figcaption" else None
    is_of_kind = FIGURES[kind].issuperset([part.tag for part in shown])
    if not shown or not is_of_kind or (len(shown) > 1 and kind != "gallery"):
        return False
    return all(_SHOWN[tag_of(part)](part, wanted, depth) for part in shown) and (
        caption is None or is_settled(caption, wanted, depth)
    )


def _is_link_or_picture(element: _Element, wanted: Wanted, _depth: int) -> bool:
    parent = element.getparent()
    if element.tag == "a" and parent is not None and parent.get("class") == "image" and not is_picture(element):
        return False
    return is_inline(element, wanted)


def _is_player(player: _Element, wanted: Wanted, _depth: int) -> bool:
    tidy(player, tag_of(player), wanted)
    for track in player:
        if track.tag != "track" or not is_blank(track.tail):
            return False
        tidy(track, "track", wanted)
    return is_blank(player.text) and "src" in player.attrib


def _is_picture_of_gallery(figure: _Element, wanted: Wanted, depth: int) -> bool:
    tidy(figure, "figure", wanted)
    return figure.get("class") == "image" and _is_shape(figure, wanted, depth + 1)


_SHOWN: Mapping[str, Check] = {
    "a": _is_link_or_picture,
    "audio": _is_player,
    "blockquote": is_settled,
    "figure": _is_picture_of_gallery,
    "img": _is_link_or_picture,
    "table": is_settled,
    "video": _is_player,
}

_CHECKS: Mapping[str, Check] = {
    **dict.fromkeys(LINES, lambda line, wanted, _depth: is_line(line, wanted)),
    **dict.fromkeys(MIXED - _CELLS, _is_mixed),
    **dict.fromkeys(_CELLS, _is_cell),
    "blockquote": lambda block, wanted, depth: _are_settled(block, wanted, depth, FLOW),
    "details": _is_details,
    "dl": lambda block, wanted, depth: _are_settled(block, wanted, depth, _ENTRIES),
    "figure": _is_figure,
    "hr": lambda hr, _wanted, _depth: len(hr) == 0 and not hr.text,
    "ol": lambda block, wanted, depth: _are_settled(block, wanted, depth, _ITEMS),
    "pre": _is_pre,
    "section": _is_section,
    "table": _is_table,
    "tbody": lambda block, wanted, depth: _are_settled(block, wanted, depth, _ROWS),
    "tfoot": lambda block, wanted, depth: _are_settled(block, wanted, depth, _ROWS),
    "thead": lambda block, wanted, depth: _are_settled(block, wanted, depth, _ROWS),
    "tr": lambda block, wanted, depth: _are_settled(block, wanted, depth, _CELLS),
    "ul": lambda block, wanted, depth: _are_settled(block, wanted, depth, _ITEMS),
}
CANONICAL = frozenset(_CHECKS)
"""Elements that can be settled."""
