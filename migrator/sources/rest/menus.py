"""An item of a menu in REST (`wp/v2/menu-items`, for those who may edit menus), as an export has it.

Source: https://developer.wordpress.org/rest-api/reference/nav_menu_items/ and `wp_setup_nav_menu_item`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from migrator.model import Record
from migrator.sources.rest.serialized import serialize
from migrator.sources.rest.values import Item, sequence, text

TYPE = "nav_menu_item"

_META: Mapping[str, str] = {
    "type": "_menu_item_type",
    "parent": "_menu_item_menu_item_parent",
    "object_id": "_menu_item_object_id",
    "object": "_menu_item_object",
    "target": "_menu_item_target",
    "url": "_menu_item_url",
}
_LISTS: Mapping[str, str] = {"classes": "_menu_item_classes", "xfn": "_menu_item_xfn"}


def is_menu_item(item: Item) -> bool:
    """Whether an answer is an item of a menu: its "type" says what it leads to."""
    return "object_id" in item and "menus" in item


def fill_menu_item(record: Record, item: Item) -> None:
    """Tell by postmeta what a menu's item leads to; its parent is another item of the menu."""
    record.type, record.parent = TYPE, 0
    record.content, record.excerpt = text(item.get("description")), text(item.get("attr_title"))
    record.meta += _rows(item)


def _rows(item: Item) -> Iterator[tuple[str, str]]:
    for name, key in _META.items():
        yield key, text(item.get(name))
    for name, key in _LISTS.items():
        words = [text(word) for word in sequence(item.get(name))]
        yield key, serialize(words) if name == "classes" else " ".join(words)
