"""Synced patterns: what a document has instead of parts of a pattern stands in their place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from migrator.convert import convert
from migrator.model import Post, Record
from migrator.site import Site
from tests.sites import make_post, make_site

BOUND = {"__default": {"source": "core/pattern-overrides"}}


def named(name: str, bindings: dict[str, Any] | None = None, **more: Any) -> str:
    return json.dumps({**more, "metadata": {"name": name, "bindings": BOUND if bindings is None else bindings}})


DISH = f"""<!-- wp:heading {named("Dish")} -->
<h2 class="wp-block-heading">Dish <em>name</em></h2>
<!-- /wp:heading -->
<!-- wp:paragraph {named("Price", {"content": {"source": "core/pattern-overrides"}})} -->
<p>0.00</p>
<!-- /wp:paragraph -->
<!-- wp:image {named("Photo", id=5)} -->
<figure class="wp-block-image"><img src="/wp-content/uploads/plate.jpg" alt="Plate" class="big wp-image-5"/></figure>
<!-- /wp:image -->
<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button {named("Order")} -->
<div class="wp-block-button"><a class="wp-block-button__link" href="/order">Order</a></div>
<!-- /wp:button --></div><!-- /wp:buttons -->
<!-- wp:paragraph {named("Fixed", {})} -->
<p>All day</p>
<!-- /wp:paragraph -->"""


@pytest.fixture(scope="module")
def site() -> Site:
    return make_site(
        Record(id=10, type="wp_block", status="publish", title="Dish", content=DISH),
        Record(id=11, type="wp_block", status="publish", title="Menu", content='<!-- wp:block {"ref":10} /-->'),
        Record(
            id=12,
            type="wp_block",
            status="publish",
            title="Own",
            content='<!-- wp:block {"ref":10,"content":{"Dish":{"content":"Inner"}}} /-->',
        ),
    )


def shown(site: Site, content: dict[str, Any], ref: int = 10, key: str = "content") -> Post:
    return make_post(f"<!-- wp:block {json.dumps({'ref': ref, key: content})} /-->", site)


def texts(post: Post) -> list[str]:
    return ["".join(line.itertext()) for line in post.tree.iter("h2", "p", "figcaption", "a")]


PATTERN = ["Dish name", "0.00", "Order", "All day"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, PATTERN),
        ({"Dish": {"content": "Soup &amp; <strong>bread</strong>"}}, ["Soup & bread", *PATTERN[1:]]),
        ({"Price": {"content": "3.50"}}, ["Dish name", "3.50", "Order", "All day"]),
        ({"Price": {"content": ""}}, ["Dish name", "", "Order", "All day"]),
        ({"Price": {"content": None}, "Dish": {"level": "Soup"}, "Order": []}, PATTERN),
        ({"Fixed": {"content": "Never"}}, PATTERN),
        ({"Order": {"text": "Buy"}}, ["Dish name", "0.00", "Buy", "All day"]),
        ({"Dish": {"values": {"content": "Soup"}}}, ["Soup", *PATTERN[1:]]),
        ({"Photo": {"caption": "By <em>Ada</em>"}}, ["Dish name", "0.00", "By Ada", "Order", "All day"]),
        ([], PATTERN),
    ],
)
def test_overrides_stand_in_the_place_of_the_pattern(site: Site, content: dict[str, Any], expected: list[str]) -> None:
    post = shown(site, content)
    assert texts(post) == expected
    assert [entry.action for entry in post.entries] == ["added"]


def test_markup_of_an_override_is_markup(site: Site) -> None:
    post = shown(site, {"Dish": {"content": "Soup <strong>and</strong> bread"}})
    (heading,) = post.tree.iter("h2")
    assert (heading.text, heading[0].tag, heading[0].tail) == ("Soup ", "strong", " bread")


def test_the_first_name_of_overrides_is_understood(site: Site) -> None:
    assert texts(shown(site, {"Dish": {"content": "Soup"}}, key="overrides"))[0] == "Soup"


def test_a_pattern_in_a_pattern_gets_the_outer_overrides_unless_it_has_its_own(site: Site) -> None:
    content = {"Dish": {"content": "Soup"}}
    assert texts(shown(site, content, ref=11))[0] == "Soup"
    assert texts(shown(site, content, ref=12))[0] == "Inner"


def test_another_picture_is_another_attachment(site: Site) -> None:
    post = shown(site, {"Photo": {"id": 7, "url": "/wp-content/uploads/soup.jpg", "alt": "Soup"}})
    (img,) = post.tree.iter("img")
    assert dict(img.attrib) == {"src": "/wp-content/uploads/soup.jpg", "alt": "Soup", "class": "big wp-image-7"}
    (block,) = (block for block in post.tree.iter("wp-block") if block.get("name") == "core/image")
    assert json.loads(block.get("data", ""))["id"] == 7


def test_a_picture_from_elsewhere_is_no_attachment(site: Site) -> None:
    post = shown(site, {"Photo": {"url": "https://example.org/soup.jpg"}})
    (img,) = post.tree.iter("img")
    assert dict(img.attrib) == {"src": "https://example.org/soup.jpg", "alt": "Plate", "class": "big"}


def test_a_button_leads_elsewhere(site: Site) -> None:
    (link,) = shown(site, {"Order": {"url": "/buy"}}).tree.iter("a")
    assert link.get("href") == "/buy"


def test_overrides_without_a_place_are_told(site: Site) -> None:
    post = shown(site, {"Soup": {"content": "Of the day", "level": 2}})
    assert texts(post) == PATTERN
    assert [(entry.action, entry.before) for entry in post.entries] == [
        ("warned", "nothing in the pattern is named Soup: Of the day"),
        ("added", ""),
    ]


def test_the_document_says_it(site: Site) -> None:
    content = '<!-- wp:block {"ref":10,"content":{"Dish":{"content":"Soup"},"Price":{"content":"3.50"}}} /-->'
    made = make_site(
        Record(id=1, type="post", status="publish", content=content, slug="menu"),
        Record(id=10, type="wp_block", status="publish", title="Dish", content=DISH),
    )
    markdown = convert(Record(id=1, type="post", status="publish", content=content, slug="menu"), made).files[".md"]
    assert "## Soup\n\n3.50\n\n" in markdown
