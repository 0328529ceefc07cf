"""Page builders that keep a page in postmeta: when their data takes the content's place."""

from __future__ import annotations

import pytest

from migrator.model import Entry, Post
from migrator.options import Options
from migrator.writers.html import html
from tests.builders import FILM, HEADING, WORDS, cleaned, elementor, shown
from tests.sites import make_site
from tests.test_php import serialize


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
