"""Page builders that keep a page in postmeta: what is read there, and when it takes the content's place."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.clean.rules.builders.escapes import unescaped
from migrator.convert import convert
from migrator.model import Entry, Options, Post
from migrator.normalise.lazy import lazy
from migrator.site import Site
from migrator.writers.html import html
from tests.laws import broken, restless
from tests.newspaper import UPLOADS, newspaper, story, upload
from tests.sites import make_post, make_site
from tests.test_cases import CASES, Case, read_cases
from tests.test_php import serialize

SITE = make_site(upload(20, "2024/03/crowd.jpg", excerpt="Noon"), upload(22, "2024/03/bus.jpg"))
CROWD = f'<img src="{UPLOADS}/2024/03/crowd.jpg" alt="" width="1600" height="1067" data-id="20">'
BUS = f'<img src="{UPLOADS}/2024/03/bus.jpg" alt="" width="1600" height="1067" data-id="22">'
FILM = (
    '<figure class="embed" data-kind="video" data-id="abcdefghijk" data-provider="youtube">'
    '<a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></figure>'
)

Meta = list[tuple[str, str]]


def cleaned(meta: Meta, content: str = "", site: Site = SITE) -> Post:
    post = make_post(content, site, meta=meta)
    for step in (clean, lazy, canonicalise):
        step(post, site)
    return post


def shown(meta: Meta, content: str = "") -> str:
    return html(cleaned(meta, content).tree).replace("\n", "")


def elementor(*widgets: tuple[str, Mapping[str, Any]], mode: str = "builder") -> Meta:
    column = {"elType": "column", "settings": [], "elements": [widget(*one) for one in widgets]}
    data = [{"id": "a1", "elType": "section", "settings": {"structure": "20"}, "elements": [column]}]
    return [("_elementor_edit_mode", mode), ("_elementor_data", json.dumps(data))]


def widget(kind: str, settings: Mapping[str, Any], *inner: Mapping[str, Any]) -> dict[str, Any]:
    return {"elType": "widget", "widgetType": kind, "settings": settings, "elements": list(inner)}


# Which of the two


HEADING = ("heading", {"title": "Boats", "header_size": "h2"})
WORDS = ("text-editor", {"editor": "<p>They float.</p>"})


def told(post: Post) -> list[tuple[str, ...]]:
    return [(entry.rule, entry.action, entry.where, entry.before, entry.after) for entry in post.entries]


def test_data_takes_the_place_of_no_content() -> None:
    post = cleaned(elementor(HEADING, WORDS))
    assert html(post.tree) == "<h2>Boats</h2>\n<p>They float.</p>"
    assert told(post) == [("builder.elementor", "rewritten", "content", "", "Boats They float.")]


def test_data_that_says_more_takes_the_place_of_content_which_goes_to_the_ledger() -> None:
    post = cleaned(
        elementor(HEADING, WORDS, ("text-editor", {"editor": "And sink."})), "<h2>Boats</h2><p>They fly.</p>"
    )
    assert html(post.tree) == "<h2>Boats</h2>\n<p>They float.</p>\n<p>And sink.</p>"
    assert told(post) == [
        ("builder.elementor", "rewritten", "content", "Boats They fly.", "Boats They float. And sink.")
    ]


def test_content_that_says_the_same_stays_untold() -> None:
    post = cleaned(elementor(HEADING, WORDS), "<h3>Boats</h3>\n\t\t<p>They float.</p>")
    assert html(post.tree) == "<h3>Boats</h3>\n<p>They float.</p>"
    assert post.entries == []


def test_content_that_says_more_stays_and_what_only_the_data_says_is_noted() -> None:
    post = cleaned(elementor(HEADING, WORDS), "<h2>Boats</h2><p>They fly over the harbour at noon.</p>")
    assert html(post.tree) == "<h2>Boats</h2>\n<p>They fly over the harbour at noon.</p>"
    assert told(post) == [("builder.elementor", "skipped", "meta:_elementor_data", "They float.", "")]


def test_copies_of_a_picture_are_the_same_picture() -> None:
    meta = elementor(HEADING, ("image", {"image": {"url": "https://old.example/2024/boat.jpg", "id": 9}}))
    assert cleaned(meta, '<h2>Boats</h2><img src="https://a.example/u/boat-300x200.jpg" alt="">').entries == []


def test_a_page_that_is_no_longer_built_keeps_its_content() -> None:
    post = cleaned(elementor(HEADING, WORDS, mode=""), "<p>New.</p>")
    assert html(post.tree) == "<p>New.</p>"
    assert told(post) == [("builder.elementor", "skipped", "meta:_elementor_data", "Boats | They float.", "")]


def test_what_is_no_longer_built_does_not_fill_a_page_that_was_emptied() -> None:
    post = cleaned(elementor(HEADING, mode=""))
    assert html(post.tree) == ""
    assert [entry.action for entry in post.entries] == ["skipped"]


def test_of_two_builders_the_active_one_counts() -> None:
    panels = {"widgets": [{"text": "Cells", "panels_info": {"class": "WP_Widget_Text"}}]}
    assert shown([*elementor(HEADING, mode=""), ("panels_data", serialize(panels))]) == "<p>Cells</p>"


def test_guesses_make_no_page_richer() -> None:
    guess = ("third-party-box", {"title": "Boats", "src_text": "Click here for very much more of it"})
    post = cleaned(elementor(guess), "<h3>Boats</h3>")
    assert html(post.tree) == "<h3>Boats</h3>"
    assert [entry.action for entry in post.entries] == ["skipped"]


def test_of_doubled_postmeta_the_first_counts() -> None:
    meta = [*elementor(HEADING), ("_elementor_data", "[]")]
    assert shown(meta) == "<h2>Boats</h2>"


def test_data_that_an_import_has_left_slashed_is_read() -> None:
    (mode, (key, data)) = elementor(WORDS)
    assert shown([mode, (key, data.replace('"', '\\"'))]) == "<p>They float.</p>"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("_elementor_data", "[{x"),
        ("_elementor_data", "[" * 100_000),
        ("_elementor_data", '[{"elements":' * 50 + "[]" + "}]" * 50),
        ("_fl_builder_data", "a:1:{broken"),
        ("panels_data", "nothing serialized"),
        ("brizy", serialize({"brizy-post": {"editor_data": "no base64!"}})),
        ("ct_builder_shortcodes", "[ct_section]"),
    ],
)
def test_data_that_can_not_be_read_is_told(key: str, value: str) -> None:
    post = cleaned([(key, value), ("_elementor_edit_mode", "builder")], "<p>Words</p>")
    assert html(post.tree) == "<p>Words</p>"
    assert [(entry.action, entry.where) for entry in post.entries] == [("warned", f"meta:{key}")]


def test_a_builder_can_be_switched_off() -> None:
    site = make_site(options=Options(disabled=frozenset(("builder.elementor", "builder.encoded", "builder.divi"))))
    assert html(cleaned(elementor(HEADING), "", site).tree) == ""
    assert cleaned(
        [], '<!-- wp:divi/text {"content":{"innerContent":{"desktop":{"value":"x"}}}} /-->', site
    ).entries == [
        Entry(
            "block.unknown",
            "unwrapped",
            "content/wp-block",
            '<!-- wp:divi/text {"content":{"innerContent":{"desktop":{"value":"x"}}}} /-->',
        )
    ]


def test_what_a_sites_own_rules_ask_for_is_theirs() -> None:
    rules = ({"name": "own.raw", "verb": "drop", "keys": ["[vc_raw_html]"]},)
    site = make_site(options=Options(rules=rules))
    post = cleaned([], "[vc_raw_html]PHA+SGVsbG88L3A+[/vc_raw_html]Words", site)
    assert html(post.tree) == "<p>Words</p>"
    assert [entry.rule for entry in post.entries] == ["own.raw"]


def test_what_stands_in_data_is_cleaned_as_any_content() -> None:
    editor = '[caption width="300"]<img src="https://a.example/a.jpg" alt=""> Words[/caption]\n\nhttps://youtu.be/abcdefghijk'
    assert shown(elementor(("text-editor", {"editor": editor}))) == (
        '<figure class="image"><img src="https://a.example/a.jpg" alt=""><figcaption>Words</figcaption></figure>' + FILM
    )


# Elementor's widgets


@pytest.mark.parametrize(
    ("kind", "settings", "expected"),
    [
        ("heading", {"title": "A <em>b</em>", "link": {"url": "/x"}}, '<h2><a href="/x">A <em>b</em></a></h2>'),
        ("image", {"image": {"url": f"{UPLOADS}/2024/03/crowd.jpg", "id": 20}}, f"<p>{CROWD}</p>"),
        (
            "image",
            {"image": {"id": 20}, "caption_source": "attachment"},
            f'<figure class="image">{CROWD}<figcaption>Noon</figcaption></figure>',
        ),
        (
            "image",
            {"image": {"id": 22}, "caption": "The bus", "link": {"url": "https://a.example/"}},
            f'<figure class="image"><a href="https://a.example/">{BUS}</a><figcaption>The bus</figcaption></figure>',
        ),
        (
            "image-gallery",
            {"wp_gallery": [{"id": 22}, {"id": 20}]},
            f'<figure class="gallery"><figure class="image">{BUS}</figure><figure class="image">{CROWD}'
            "<figcaption>Noon</figcaption></figure></figure>",
        ),
        (
            "image-box",
            {"title_text": "Rent", "description_text": "By the hour", "link": {"url": "/rent"}, "title_size": "h4"},
            '<h4><a href="/rent">Rent</a></h4><p>By the hour</p>',
        ),
        (
            "icon-list",
            {"icon_list": [{"text": "One", "link": {"url": "/1"}}, {"text": "Two"}, {"text": ""}]},
            '<ul><li><a href="/1">One</a></li><li>Two</li></ul>',
        ),
        ("button", {"text": "Go", "link": {"url": "/go"}}, '<p><a href="/go">Go</a></p>'),
        ("button", {"text": "Go", "link": {"url": "#"}}, "<p>Go</p>"),
        (
            "accordion",
            {
                "tabs": [
                    {"tab_title": "Why?", "tab_content": "<p>So.</p>"},
                    {"tab_title": "How?", "tab_content": "Thus."},
                ]
            },
            "<h3>Why?</h3><p>So.</p><h3>How?</h3><p>Thus.</p>",
        ),
        (
            "testimonial",
            {"testimonial_content": "Good.", "testimonial_name": "Ana", "testimonial_job": "Rower"},
            '<figure class="quote"><blockquote><p>Good.</p></blockquote><figcaption>Ana, Rower</figcaption></figure>',
        ),
        (
            "blockquote",
            {"blockquote_content": "Float.", "author_name": "Ben"},
            '<figure class="quote"><blockquote><p>Float.</p></blockquote><figcaption>Ben</figcaption></figure>',
        ),
        ("video", {"youtube_url": "https://www.youtube.com/watch?v=abcdefghijk"}, FILM),
        (
            "video",
            {
                "video_type": "hosted",
                "youtube_url": "https://youtu.be/x",
                "hosted_url": {"url": "https://a.example/f.mp4"},
            },
            '<figure class="video"><video src="https://a.example/f.mp4"></video></figure>',
        ),
        ("html", {"html": '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'}, FILM),
        ("counter", {"title": "Boats", "ending_number": 12, "suffix": "+"}, "<p>Boats: 12+</p>"),
        ("progress", {"title": "Paint", "percent": {"unit": "%", "size": 40}}, "<p>Paint: 40 %</p>"),
        ("divider", {"text": "or"}, "<p>or</p>"),
        ("spacer", {"space": {"size": 20}}, ""),
        (
            "code-highlight",
            {"code": "x = 1", "language": "python"},
            '<pre><code class="language-python">x = 1</code></pre>',
        ),
        (
            "flip-box",
            {"title_text_a": "Front", "description_text_a": "Seen", "title_text_b": "Back", "button_text": "Go"},
            "<h3>Front</h3><p>Seen</p><p>Back</p><p>Go</p>",
        ),
        (
            "media-carousel",
            {"slides": [{"image": {"id": 22}, "caption": "Red"}]},
            f'<figure class="gallery"><figure class="image">{BUS}<figcaption>Red</figcaption></figure></figure>',
        ),
        ("heading", {"title": "{{post.title}}"}, ""),
        ("form", {"form_name": "Write", "form_fields": [{"field_label": "Name"}], "button_text": "Send"}, ""),
        (
            "third-party",
            {"__dynamic__": {"title": "[elementor-tag]"}, "title": "T", "alt_text": "a", "posts_number": "3"},
            "<h3>T</h3>",
        ),
        ("heading", {"title": "\x01Boats\x0b"}, "<h2>Boats</h2>"),
        (
            "someones-card",
            {
                "card_title": "Boats",
                "description": "They <b>float</b>.",
                "title_color": "#fff",
                "title_size_tablet": "large",
                "image": {"id": 22},
                "btn_text": "More",
                "link": {"url": "/boats"},
                "items": [{"item_title": "One", "item_text": "First", "_id": "abc title"}],
            },
            f'<h3>Boats</h3><p>They <strong>float</strong>.</p><p>{BUS}</p><p><a href="/boats">More</a></p>'
            "<h3>One</h3><p>First</p>",
        ),
    ],
)
def test_a_widget_of_elementor(kind: str, settings: Mapping[str, Any], expected: str) -> None:
    assert shown(elementor((kind, settings))) == expected


def test_elementors_nested_tabs_have_their_names_in_the_one_and_their_content_in_the_other() -> None:
    panes = [widget("text-editor", {"editor": text}) for text in ("First", "Second", "Third")]
    tabs = widget("nested-tabs", {"tabs": [{"tab_title": "One"}, {"tab_title": "Two"}]}, *panes)
    assert shown([("_elementor_edit_mode", "builder"), ("_elementor_data", json.dumps([tabs]))]) == (
        "<h3>One</h3><p>First</p><h3>Two</h3><p>Second</p><p>Third</p>"
    )


# The other builders


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


# Shortcodes


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("et_pb_toggle", "a %22b%22 %91c%93 %92 ||et_pb_line_break_holder||d", 'a "b" [c] \\ \nd'),
        ("et_pb_button", "https://a.example/?q=%22b%22", "https://a.example/?q=%22b%22"),
        ("vc_cta", "``a`` `{`b`}`", '"a" [b]'),
        ("vc_cta", "100 %22", "100 %22"),
        ("vc_gmaps", "#E-8_JTNDYiUzRQ==", "<b>"),
        ("vc_gmaps", "#E-8_!", "#E-8_!"),
        ("kc_title", "Document", "Document"),
    ],
)
def test_what_an_attribute_can_not_hold_is_escaped(name: str, value: str, expected: str) -> None:
    assert unescaped(name, value) == expected


def test_numbers_of_attachments_in_shortcodes() -> None:
    content = (
        '[et_pb_blurb title="Bus" image="22"]Red[/et_pb_blurb][fusion_image image_id="20|full" /][ux_image id="22"]'
    )
    assert shown([], content) == f"<p>{BUS}</p><h3>Bus</h3><p>Red</p><p>{CROWD}</p><p>{BUS}</p>"


@pytest.mark.parametrize("case", read_cases(CASES / "builders.md"), ids=lambda case: case.name)
def test_the_cases_keep_the_laws(case: Case) -> None:
    site = newspaper()
    record = replace(story(1, "march"), content=case.content)
    assert broken(record, convert(record, site)) == []
    assert restless(case.content, site) == []


def test_data_in_the_place_of_content_keeps_the_laws() -> None:
    site = newspaper()
    content = '<h2>Boats</h2>[vc_row]Row[/vc_row]<a href="/old/">gone</a><img src="/old-300x200.jpg" alt="Old one">'
    long = (
        "text-editor",
        {"editor": "Many more words than the copy has, and <a href='/new/'>a link</a> [vc_row]x[/vc_row]"},
    )
    record = replace(story(1, "march"), content=content, meta=elementor(HEADING, long, ("third", {"title": "T"})))
    document = convert(record, site)
    assert "Many more words" in document.files[".md"]
    assert broken(record, document) == []
