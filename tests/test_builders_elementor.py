"""Elementor's widgets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.builders import BUS, CROWD, FILM, elementor, shown, widget
from tests.newspaper import UPLOADS


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
