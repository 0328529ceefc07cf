"""The stores of other builders than Elementor."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import Element

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.clean.rules.builders.nodes import Node
from migrator.clean.rules.builders.tables import MODULES
from migrator.clean.rules.builders.tree import elements_of
from migrator.clean.violations import violations
from migrator.normalise.lazy import lazy
from tests.builders import BUS, CROWD, SITE, shown
from tests.newspaper import UPLOADS
from tests.sites import make_post
from tests.test_php import serialize


def test_beaver_builders_nodes_stand_in_each_other_by_number() -> None:
    nodes: list[dict[str, Any]] = [
        {
            "node": "m2",
            "type": "module",
            "parent": "c1",
            "position": 1,
            "settings": {"type": "rich-text", "text": "One\n\nTwo"},
        },
        {
            "node": "m1",
            "type": "module",
            "parent": "c1",
            "position": 0,
            "settings": {"type": "heading", "heading": "Boats"},
        },
        {"node": "m3", "type": "module", "parent": "c1", "position": 2, "settings": {"type": "photo", "photo": 20}},
        {"node": "c1", "type": "column", "parent": "g1", "position": 0, "settings": {}},
        {"node": "g1", "type": "column-group", "parent": "r1", "position": 0, "settings": ""},
        {"node": "r1", "type": "row", "parent": None, "position": 0, "settings": {}},
        {
            "node": "m4",
            "type": "module",
            "parent": "gone",
            "position": 9,
            "settings": {"type": "html", "html": "<p>End"},
        },
    ]
    data = serialize({node["node"]: node for node in nodes})
    assert shown([("_fl_builder_enabled", "1"), ("_fl_builder_data", data)]) == (
        f"<h2>Boats</h2><p>One</p><p>Two</p><p>{CROWD}</p><p>End</p>"
    )


def test_siteorigins_widgets_stand_in_cells() -> None:
    inner = {
        "widgets": [{"title": "", "text": "Inner", "panels_info": {"class": "WP_Widget_Text", "grid": 0, "cell": 0}}]
    }
    panels = {
        "widgets": [
            {"title": "Second", "text": "<p>Two</p>", "panels_info": {"class": "WP_Widget_Text", "grid": 0, "cell": 1}},
            {
                "headline": {"text": "Boats", "tag": "h4"},
                "panels_info": {"class": "SiteOrigin_Widget_Headline_Widget", "grid": 0, "cell": 0},
            },
            {"panels_data": inner, "panels_info": {"class": "SiteOrigin_Panels_Widgets_Layout", "grid": 1, "cell": 0}},
            {
                "image": 22,
                "title": "Bus",
                "title_position": "hidden",
                "panels_info": {"class": "SiteOrigin_Widget_Image_Widget", "grid": 2, "cell": 0},
            },
        ],
        "grids": [{"cells": 2}],
    }
    assert shown([("panels_data", serialize(panels))]) == (
        f"<h4>Boats</h4><h3>Second</h3><p>Two</p><p>Inner</p><p>{BUS}</p>"
    )


def test_brizys_tree_is_base64_in_a_serialized_array() -> None:
    blocks = [
        {"type": "RichText", "value": {"text": '<h1 class="brz-tp-heading1">Boats</h1>'}},
        {"type": "Image", "value": {"imageSrc": "wp-abc.jpg"}},
        {"type": "Button", "value": {"text": "Go", "linkExternal": "https://a.example/go"}},
    ]
    tree = {"items": [{"type": "Section", "value": {"items": [{"type": "Wrapper", "value": {"items": blocks}}]}}]}
    data = serialize({"brizy-post": {"editor_data": base64.b64encode(json.dumps(tree).encode()).decode()}})
    assert shown([("brizy", data), ("brizy_enabled", "1")]) == (
        '<h1>Boats</h1><p><img src="https://gazette.example.edu/?brizy_media=wp-abc.jpg" alt=""></p>'
        '<p><a href="https://a.example/go">Go</a></p>'
    )


def test_bricks_elements_stand_in_a_row_and_name_their_parents() -> None:
    elements = [
        {"id": "a", "name": "section", "parent": 0, "children": ["b", "c"], "settings": []},
        {"id": "b", "name": "heading", "parent": "a", "settings": {"text": "Boats", "tag": "h3"}},
        {"id": "c", "name": "text", "parent": "a", "settings": {"text": "<p>{post_title} floats.</p>"}},
        {
            "id": "d",
            "name": "image",
            "parent": 0,
            "settings": {"image": {"id": 20, "url": f"{UPLOADS}/2024/03/crowd.jpg"}},
        },
    ]
    assert shown([("_bricks_page_content_2", serialize(elements))]) == (
        f"<h3>Boats</h3><p>{{post_title}} floats.</p><p>{CROWD}</p>"
    )


HEADLINE = {"ct_id": 3, "original": {"tag": "h3"}}
CODE = {"original": {"code-php": base64.b64encode(b"<p>Code</p><?php echo 1; ?>").decode()}}
SPAN = {"ct_id": 5, "original": {"url": "/sic/"}}
FLOAT = 'They float <span id="ct-placeholder-5"></span>.'


def component(name: str, options: Mapping[str, Any], *children: Any) -> dict[str, Any]:
    return {"id": options.get("ct_id"), "name": name, "options": options, "children": list(children)}


def in_brackets(name: str, options: Mapping[str, Any], words: str) -> str:
    return f"[{name} ct_sign_sha256='x' ct_options='{json.dumps(options)}']{words}[/{name}]"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (
            "ct_builder_json",
            json.dumps(
                component(
                    "root",
                    {},
                    component("ct_section", {}, component("ct_headline", HEADLINE | {"ct_content": "Boats"})),
                    component(
                        "ct_text_block",
                        {"ct_content": FLOAT},
                        component("ct_link_text", SPAN | {"ct_content": "[sic]"}),
                    ),
                    component("ct_code_block", CODE),
                )
            ),
        ),
        (
            "ct_builder_shortcodes",
            in_brackets("ct_section", {}, in_brackets("ct_headline", HEADLINE, "Boats"))
            + in_brackets("ct_text_block", {}, FLOAT + in_brackets("ct_link_text", SPAN, "[sic]"))
            + in_brackets("ct_code_block", CODE, ""),
        ),
    ],
)
def test_oxygens_components_are_json_or_shortcodes(key: str, value: str) -> None:
    assert shown([(key, value)]) == '<h3>Boats</h3><p>They float <a href="/sic/">[sic]</a>.</p><p>Code</p>'


def test_themifys_modules_stand_in_rows_and_columns() -> None:
    text = {"mod_name": "text", "mod_settings": {"content_text": "<p>Words</p>"}}
    rows = [{"row_order": 0, "cols": [{"modules": [text, {"cols": [{"modules": [text]}]}]}]}]
    assert shown([("_themify_builder_settings_json", json.dumps(rows))]) == "<p>Words</p><p>Words</p>"


def test_thrives_settings_are_no_text() -> None:
    data = (
        '<div class="thrv_wrapper"><p>One</p>__CONFIG_group__{"a":1}__CONFIG_group__<p>Two __CONFIG_x__ end</p>'
        "___TVE_SHORTCODE_RAW__[vc_row]Raw[/vc_row]__TVE_SHORTCODE_RAW___</div>"
    )
    assert shown([("tve_updated_post", data), ("tcb_editor_enabled", "1")]) == "<p>One</p><p>Two end</p><p>Raw</p>"


KEYS = (
    "title text content editor heading label link url image image_url caption tabs items icon_list slides wp_gallery "
    "tab_title tab_content html shortcode address level header_size tag video_type youtube_url code language name "
    "photos photo data ct_content panels testimonials number parts frames button description_text __dynamic__ _id"
).split()
SAYS = (
    "<p>A <b>word", "two\n\nparts", "[gallery ids=1]", "20", "22|full", "#", "h7", "\x01&#1;", "\ud800", "%5B%7B%7D%5D",
    "https://a.example/a.jpg", "https://youtu.be/abcdefghijk", "url:%01|x", "<table><li>x", "<iframe src=//a.example/>",
)  # fmt: skip
leaves = st.sampled_from(SAYS) | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
settings_of_modules = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)
modules = st.tuples(
    st.sampled_from([*sorted(MODULES), "third-party/box"]),
    st.dictionaries(st.sampled_from(KEYS), settings_of_modules, max_size=8),
)


@settings(deadline=None, derandomize=True, database=None, max_examples=80)
@given(st.lists(modules, max_size=4), st.sampled_from(sorted(MODULES)))
def test_whatever_modules_say_becomes_canonical(inner: list[tuple[str, dict[str, Any]]], name: str) -> None:
    post = make_post("", SITE)
    post.tree = Element("body")
    post.tree.extend(elements_of(Node(name, {}, [Node(*one) for one in inner]), SITE))
    for step in (clean, lazy, canonicalise):
        step(post, SITE)
    assert list(violations(post.tree)) == []
