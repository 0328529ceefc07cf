"""A site's own rows: what each verb makes of shortcodes, blocks and elements."""

from __future__ import annotations

from typing import Any

import pytest

from migrator.clean import clean, rules_of
from migrator.clean.canon import canonicalise
from migrator.clean.own import NAMES
from migrator.model import Post, Record
from migrator.options import Options
from migrator.site import Site
from migrator.writers.html import html
from tests.sites import BASE, make_post, make_site

PHOTO = f"{BASE}/wp-content/uploads/2024/01/heron.jpg"


def site_with(*rules: dict[str, Any], disabled: tuple[str, ...] = (), **shortcodes: dict[str, str] | str) -> Site:
    how = {name: {"do": said} if isinstance(said, str) else said for name, said in shortcodes.items()}
    photo = Record(id=31, type="attachment", status="inherit", attachment_url=PHOTO)
    return make_site(photo, options=Options(rules=rules, shortcodes=how, disabled=frozenset(disabled)))


def rule(verb: str, *keys: str, **settings: str) -> dict[str, Any]:
    return {"name": "own.it", "verb": verb, "keys": list(keys), **settings}


def cleaned(content: str, site: Site) -> tuple[str, Post]:
    post = make_post(content, site)
    for step in (clean, canonicalise):
        step(post, site)
    return html(post.tree).strip(), post


def told(post: Post) -> list[tuple[str, str, str]]:
    return [(entry.rule, entry.action, entry.before) for entry in post.entries]


@pytest.mark.parametrize(
    ("how", "content", "expected"),
    [
        ("unwrap", "A [it] b [it]c[/it]", "<p>A b c</p>"),
        ("drop", "A [it] b [it]c[/it] d", "<p>A b d</p>"),
        ("keep", 'A [it] b [it x="1"]c[/it] [[it]]', '<p>A [it] b [it x="1"]c[/it] [[it]]</p>'),
        ({"do": "unwrap", "title": "head"}, '[it head="Hi"]c[/it]', "<p><strong>Hi</strong></p>\n<p>c</p>"),
        ({"do": "unwrap", "title": "head"}, "[it]c[/it]", "<p>c</p>"),
        ("link", 'See [it url="/a.pdf" title="A &amp; b"].', '<p>See <a href="/a.pdf">A &amp; b</a>.</p>'),
        ("link", "See [it=http://a.b/c].", '<p>See <a href="http://a.b/c">http://a.b/c</a>.</p>'),
        ("link", "See [it url=/a]<em>this</em>[/it].", '<p>See <a href="/a"><em>this</em></a>.</p>'),
        ("link", 'See [it title="all"].', "<p>See all.</p>"),
        ("link", "See [it].", "<p>See .</p>"),
        ("link", "See [it id=31 text=it].", f'<p>See <a href="{PHOTO}">it</a>.</p>'),
        ("link", "See [it id=32 text=it].", "<p>See it.</p>"),
        ("link", f"See [it id={'9' * 5000} text=it].", "<p>See it.</p>"),
        ({"do": "link", "href": "to", "text": "as"}, "[it to=/a url=/b as=c]", '<p><a href="/a">c</a></p>'),
        (
            "figure",
            '[it src="/a.jpg" alt="A" caption="One <b>b</b>"]',
            '<figure class="image"><img src="/a.jpg" alt="A"><figcaption>One <strong>b</strong></figcaption></figure>',
        ),
        ("figure", '[it src="/a.jpg"]', '<p><img src="/a.jpg" alt=""></p>'),
        (
            {"do": "figure", "src": "n", "href": "to"},
            "[it n=31 to=/big]Words[/it]",
            f'<figure class="image"><a href="/big"><img src="{PHOTO}" alt=""></a>'
            "<figcaption>Words</figcaption></figure>",
        ),
        (
            "figure",
            "[it file=/a.mp3 title=Song]",
            '<figure class="audio"><audio src="/a.mp3"></audio><figcaption>Song</figcaption></figure>',
        ),
        ("figure", "[it file=/a.webm]", '<figure class="video"><video src="/a.webm"></video></figure>'),
        (
            "figure",
            "[it url=https://youtu.be/dQw4w9WgXcQ]",
            '<figure class="embed" data-kind="video" data-id="dQw4w9WgXcQ" data-provider="youtube">'
            '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></figure>',
        ),
        (
            "figure",
            '[it]<img src="/a.jpg" alt=""> Words[/it]',
            '<figure class="image"><img src="/a.jpg" alt=""><figcaption>Words</figcaption></figure>',
        ),
        ("figure", "x [it]", "<p>x</p>"),
    ],
)
def test_a_shortcode_that_only_the_site_knows(how: dict[str, str] | str, content: str, expected: str) -> None:
    shown, post = cleaned(content, site_with(it=how))
    assert shown == expected
    assert {entry.rule for entry in post.entries} == ({"shortcodes.it"} if how != "keep" else set())


def test_beginnings_of_names_and_known_shortcodes_too() -> None:
    shown, post = cleaned("a [acme_x] b [gallery] c", site_with(disabled=(), **{"acme_*": "drop", "gallery": "keep"}))
    assert shown == "<p>a b [gallery] c</p>"
    assert told(post) == [("shortcodes.acme_*", "removed", "[acme_x]")]


def test_a_rule_about_a_shortcode_makes_it_known() -> None:
    assert cleaned("a [it] b", site_with(rule("drop", "[it]")))[0] == "<p>a b</p>"
    assert cleaned("a [it] b", site_with(rule("keep", "[it]"), it="drop"))[0] == "<p>a [it] b</p>"


def test_what_is_switched_off_is_not_known_either() -> None:
    assert cleaned("a [it] b", site_with(it="drop", disabled=("shortcodes.it",)))[0] == "<p>a [it] b</p>"
    assert cleaned("a [it] b", site_with(rule("drop", "[it]"), disabled=("own.it",)))[0] == "<p>a [it] b</p>"
    assert cleaned("a [gallery] b", site_with(gallery="keep", disabled=("shortcodes.gallery",)))[0] == "<p>a b</p>"


def test_elements_blocks_and_texts() -> None:
    link = rule("link", "div.card[data-url]", href="data-url")
    assert (
        cleaned('<div id="c" class="card" data-url="/a">Read</div>', site_with(link))[0]
        == '<p><a href="/a">Read</a></p>'
    )
    figure = rule("figure", "wp:acme/photo", src="file", caption="words")
    assert cleaned('<!-- wp:acme/photo {"file":"/a.jpg","words":"Hi"} /-->', site_with(figure))[0] == (
        '<figure class="image"><img src="/a.jpg" alt=""><figcaption>Hi</figcaption></figure>'
    )
    assert cleaned("<p>Read on</p><p>Read on!</p>", site_with(rule("drop", '"Read on"')))[0] == "<p>Read on!</p>"
    assert cleaned('<p id="x">a</p>', site_with(rule("figure", "p")))[0] == "<p>a</p>"


def test_what_is_kept_is_not_dropped_nor_what_is_in_it_or_around_it() -> None:
    content = '<div class="sharedaddy"><h3 class="sd-title">Share</h3><div class="ours">Words</div></div>'
    assert cleaned(content, site_with(rule("keep", ".sharedaddy")))[0] == "<h3>Share</h3>\n<p>Words</p>"
    assert "Words" in cleaned(content, site_with(rule("keep", ".ours")))[0]
    assert cleaned(content, site_with())[0] == ""
    inside = '<div class="ours">[gallery_x a="1"] b</div>'
    assert cleaned(inside, site_with(rule("keep", ".ours")))[0] == "<p>b</p>"


def test_own_rows_come_first() -> None:
    rules = rules_of(site_with(rule("drop", ".a"), box="unwrap").options)
    assert [each.name for each in rules[:2]] == ["own.it", "shortcodes.box"]
    assert rules[2].name not in ("own.it", "shortcodes.box")


@pytest.mark.parametrize(
    "content",
    [
        '<p>a [herald tone="…"]<em>b</em>[/herald] c [beep n="1"] d</p>',
        "<p>Words[/caption] go on.</p>",
        "<p>$latex x^2$ and [gallery ids=“1”]</p>",
        "<p>[code]a[/code] b</p>",
    ],
)
def test_a_shortcode_whose_rules_are_switched_off_stays_as_text(content: str) -> None:
    names = frozenset(name for name in NAMES if name.startswith(("shortcode.", "math.")))
    shown, post = cleaned(content, make_site(options=Options(disabled=names)))
    assert shown == content
    assert not post.entries
