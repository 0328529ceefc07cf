"""Menus as trees, with what they lead to."""

from __future__ import annotations

import json
from typing import Any

from migrator.archive import menus
from migrator.model import Record, Term, TermRef
from migrator.site import Site
from tests.sites import BASE, make_site

PAGE = Record(id=5, type="page", status="publish", title="About us", slug="about", link=f"{BASE}/about/")
SECRET = Record(id=6, type="page", status="private", title="Staff only", slug="staff", link=f"{BASE}/staff/")
NEWS = Term("category", "news", "News &amp; views", id=2)


def site() -> Site:
    return make_site(PAGE, SECRET, terms=(NEWS, Term("nav_menu", "main", "Main", id=50)))


def item(number: int, parent: int = 0, order: int = 0, label: str = "", **meta: Any) -> Record:
    fields = {"menu_item_parent": parent, "type": "custom"} | meta
    return Record(
        id=number,
        type="nav_menu_item",
        status="publish",
        title=label,
        menu_order=order,
        terms=[TermRef("nav_menu", "main", "Main")],
        meta=[(f"_menu_item_{name}", str(value)) for name, value in fields.items()],
    )


def menu(*records: Record) -> list[dict[str, Any]]:
    place = site()
    [text] = menus.menus([menus.item(record, place) for record in records], place)
    value = json.loads(text)
    assert (value["id"], value["slug"], value["name"], value["source"]) == (50, "main", "Main", "nav_menu")
    items: list[dict[str, Any]] = value["items"]
    return items


def shape(items: list[dict[str, Any]]) -> list[Any]:
    return [(entry["id"], shape(entry["children"])) if entry["children"] else entry["id"] for entry in items]


def test_items_hang_below_their_parents_in_their_order() -> None:
    assert shape(menu(item(3, parent=1, order=3), item(1, order=2), item(4, parent=1, order=2), item(2, order=1))) == [
        2,
        (1, [4, 3]),
    ]


def test_no_item_is_lost_in_a_circle_or_below_a_parent_that_is_missing() -> None:
    assert shape(menu(item(1, parent=99), item(2, parent=3), item(3, parent=2))) == [1, (3, [2])]


def test_a_very_deep_menu_is_cut_into_pieces() -> None:
    items = menu(*(item(number, parent=number - 1) for number in range(1, 60)))
    found = json.dumps(shape(items))
    assert all(f"{number}" in found for number in range(1, 60))
    assert len(items) == 3


def test_a_document_without_a_label_lends_its_title() -> None:
    [entry] = menu(item(1, type="post_type", object="page", object_id=5))
    assert (entry["label"], entry["document"], entry["path"]) == ("About us", 5, "content/pages/about.md")


def test_a_private_document_is_not_led_to() -> None:
    [entry] = menu(item(1, type="post_type", object="page", object_id=6))
    assert (entry["label"], entry["url"], entry["document"], entry["path"]) == ("", "", None, None)
    [entry] = menu(item(1, url=f"{BASE}/staff/", label="Staff"))
    assert (entry["document"], entry["path"]) == (None, None)


def test_an_address_of_the_site_leads_to_its_document() -> None:
    [entry] = menu(item(1, url="/about/", label="About"))
    assert (entry["label"], entry["url"], entry["document"]) == ("About", "/about/", 5)


def test_a_term_is_named() -> None:
    [entry] = menu(item(1, type="taxonomy", object="category", object_id=2))
    assert (entry["label"], entry["term"]) == ("News & views", "news")


def test_a_block_navigation_is_a_tree() -> None:
    content = (
        '<!-- wp:navigation-link {"label":"About","type":"page","id":5,"url":"/about/","kind":"post-type"} /-->'
        '<!-- wp:navigation-submenu {"label":"News","url":"/category/news/","kind":"taxonomy"} -->'
        '<!-- wp:navigation-link {"label":"\\u003cem\\u003eStaff\\u003c/em\\u003e","url":"/staff/"} /-->'
        "<!-- /wp:navigation-submenu --><!-- wp:home-link /-->"
        '<!-- wp:social-links --><ul><!-- wp:social-link {"url":"https://x.com/a","service":"x"} /--></ul>'
        "<!-- /wp:social-links -->"
    )
    value = json.loads(menus.navigation(Record(id=9, title="Header", slug="header", content=content), site()))
    assert (value["id"], value["name"], value["source"]) == (9, "Header", "wp_navigation")
    about, news, home, social = value["items"]
    assert (about["document"], about["path"]) == (5, "content/pages/about.md")
    assert [(entry["label"], entry["document"]) for entry in news["children"]] == [("Staff", None)]
    assert home["url"] == BASE + "/"
    assert (social["label"], social["url"]) == ("x", "https://x.com/a")
