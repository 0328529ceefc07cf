"""Lists of typed items, with deeper ones inside the item before them."""

from __future__ import annotations

from itertools import pairwise, takewhile

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.canon.numbering import numbering
from migrator.clean.canon.typed_items import Item, item_of, texts_of

_KEPT = ("dir", "id", "lang")


def lists(group: _Element) -> _Element:
    """The lists that typed items make, deeper ones inside the item before them."""
    made = Element("div")
    _fill(made, [item for paragraph in group if (item := item_of(paragraph))])
    return made


def _fill(parent: _Element, items: list[Item]) -> None:
    tops = [at for at, item in enumerate(items) if at == 0 or item.level <= items[0].level]
    families = [items[start:end] for start, end in pairwise([*tops, len(items)])]
    while families:
        made, length = _list(parent, [family[0] for family in families])
        for item, *deeper in families[:length]:
            entry = _entry(made, item)
            if deeper:
                _fill(entry, deeper)
        families = families[length:]


def _list(parent: _Element, items: list[Item]) -> tuple[_Element, int]:
    """A new list and how many items belong to it: all bullets, or numbers as long as they count on."""
    if items[0].is_bullet:
        return SubElement(parent, "ul"), sum(1 for _ in takewhile(_is_bullet, items))
    kind, first, length = numbering([item.mark for item in takewhile(_is_number, items)])
    made = SubElement(parent, "ol")
    if kind != "1":
        made.set("type", kind)
    if first != 1:
        made.set("start", str(first))
    return made, length


def _is_bullet(item: Item) -> bool:
    return item.is_bullet


def _is_number(item: Item) -> bool:
    return not item.is_bullet


def _entry(parent: _Element, item: Item) -> _Element:
    """A list item of a paragraph without its mark."""
    left = item.length
    for node, is_tail in texts_of(item.element):
        text = (node.tail if is_tail else node.text) or ""
        if is_tail:
            node.tail = text[left:] or None
        elif isinstance(node.tag, str):
            node.text = text[left:] or None
        left -= min(left, len(text))
        if not left:
            break
    entry = SubElement(parent, "li", {name: item.element.get(name, "") for name in _KEPT if item.element.get(name)})
    return figures.filled(entry, item.element)
