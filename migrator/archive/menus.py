"""menus.json: menus (`nav_menu_item`) and block navigations (`wp_navigation`) as trees, with what they lead to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml.etree import _Element

from migrator.archive.lines import line
from migrator.markup.build import read
from migrator.markup.lift import attributes
from migrator.markup.text import plain
from migrator.model import Attachment, Document, Record, Term
from migrator.normalise.hiding import unnamed
from migrator.normalise.terms import readable
from migrator.site import Site

MENU = "nav_menu"

_LINKS = frozenset(
    "core/navigation-link core/navigation-submenu core/home-link core/page-list core/social-link core/loginout".split()
)
_DEEPEST = 20
"""Levels of a menu that are followed: WordPress's editor makes eleven, and a broken menu may be a circle."""


def item(record: Record, site: Site) -> str:
    """Write an item of a classic menu as one line of JSON: what it shows, what it leads to, where it hangs."""
    meta = {key.removeprefix("_menu_item_"): value for key, value in record.meta if key.startswith("_menu_item_")}
    target = _target(meta, site)
    return line(
        {
            "menus": [{"slug": term.slug, "name": plain(term.name)} for term in record.terms if term.taxonomy == MENU],
            "parent": _number(meta.get("menu_item_parent", "")),
            "order": record.menu_order,
            "item": {
                "id": record.id,
                "label": unnamed(plain(record.title) or (target.title if target else ""), site),
                "title": unnamed(plain(record.excerpt), site),
                "description": unnamed(plain(record.content), site),
                "url": unnamed(meta.get("url", "") or (target.url if target else ""), site),
                "kind": meta.get("type", ""),
                "object": meta.get("object", ""),
                "object_id": _number(meta.get("object_id", "")) or None,
                **_reference(target),
            },
        }
    )


def _target(meta: Mapping[str, str], site: Site) -> Document | Attachment | None:
    number = _number(meta.get("object_id", ""))
    if meta.get("type") == "post_type":
        found = site.document(number)
        return _shown(found) if found and found.type == meta.get("object") else None
    return _shown(site.resolve(meta["url"])) if meta.get("type") == "custom" and meta.get("url") else None


def _shown(target: Document | Attachment | None) -> Document | Attachment | None:
    """Leave out a document that is kept from the public: its title and its place are too."""
    return None if isinstance(target, Document) and not target.public else target


def _reference(target: Document | Attachment | None) -> dict[str, Any]:
    if isinstance(target, Document) and target.path:
        return {"document": target.id, "path": f"{target.path}.md"}
    if isinstance(target, Attachment):
        return {"document": None, "path": target.path or None}
    return {"document": None, "path": None}


def navigation(record: Record, site: Site) -> str:
    """Write a block navigation as one line of JSON, its links as a tree."""
    return line(
        {
            "id": record.id,
            "slug": record.slug,
            "name": plain(record.title),
            "source": "wp_navigation",
            "items": list(_blocks(read(record.content), site)),
        }
    )


def _blocks(element: _Element, site: Site) -> Iterator[dict[str, Any]]:
    for child in element:
        if child.tag == "wp-block" and child.get("name") in _LINKS:
            yield _link(child, site)
        elif isinstance(child.tag, str):
            yield from _blocks(child, site)


def _link(block: _Element, site: Site) -> dict[str, Any]:
    name, given = block.get("name", "").removeprefix("core/"), attributes(block)
    url = str(given.get("url") or (site.base_url + "/" if name == "home-link" else ""))
    number = given.get("id") if given.get("kind") == "post-type" else None
    found = (site.document(number) if isinstance(number, int) else None) or (site.resolve(url) if url else None)
    target = _shown(found)
    return {
        "id": None,
        "label": unnamed(
            plain(str(given.get("label") or given.get("service") or (target.title if target else ""))), site
        ),
        "title": unnamed(str(given.get("title") or ""), site),
        "description": unnamed(str(given.get("description") or ""), site),
        "url": unnamed(url, site),
        "kind": name,
        "object": str(given.get("type") or ""),
        "object_id": number if isinstance(number, int) else None,
        **_reference(target),
        "children": list(_blocks(block, site)),
    }


def menus(values: Iterable[str], site: Site) -> Iterator[str]:
    """Put the items of classic menus together, menu by menu in the order of their slugs."""
    rows = [json.loads(value) for value in values]
    terms = _terms(rows, site)
    names = {menu["slug"]: menu["name"] for row in rows for menu in row["menus"]}
    for slug, name in sorted(names.items()):
        members = [row for row in rows if any(menu["slug"] == slug for menu in row["menus"])]
        known = site.term(MENU, slug)
        items = _tree(members, terms)
        yield line({"id": known.id if known else None, "slug": slug, "name": name, "source": MENU, "items": items})


def _terms(rows: Iterable[Mapping[str, Any]], site: Site) -> dict[tuple[str, int], Term]:
    wanted = {(row["item"]["object"], row["item"]["object_id"]) for row in rows if row["item"]["kind"] == "taxonomy"}
    return {(term.taxonomy, term.id): readable(term) for term in site.terms() if (term.taxonomy, term.id) in wanted}


def _tree(rows: list[dict[str, Any]], terms: Mapping[tuple[str, int], Term]) -> list[dict[str, Any]]:
    """Hang each item below its parent; one whose parent is missing stands at the top, none is lost."""
    ids = {row["item"]["id"] for row in rows}
    below: dict[int, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: (row["order"], row["item"]["id"])):
        below.setdefault(row["parent"] if row["parent"] in ids else 0, []).append(row["item"])
    tree = list(_hang(0, below, terms, _DEEPEST))
    while below:
        tree += _hang(min(below), below, terms, _DEEPEST)
    return tree


def _hang(
    parent: int, below: dict[int, list[dict[str, Any]]], terms: Mapping[tuple[str, int], Term], levels: int
) -> Iterator[dict[str, Any]]:
    for item in below.pop(parent, ()) if levels else ():
        term = terms.get((item["object"], item["object_id"])) if item["kind"] == "taxonomy" else None
        named = {"label": item["label"] or (term.name if term else ""), "term": term.slug if term else None}
        yield item | named | {"children": list(_hang(item["id"], below, terms, levels - 1))}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
