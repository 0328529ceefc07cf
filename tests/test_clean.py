"""The walk, the order of rules, and what of the rules needs more than a post's content to show itself."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml.etree import _Element

from migrator.clean import clean, rules_of
from migrator.clean.index import compile_rules
from migrator.clean.rule import Rule, drop, lift, rewrite, unwrap
from migrator.clean.rules import RULES
from migrator.clean.rules.share import LARGEST_WIDGET
from migrator.clean.walk import matches
from migrator.markup.html import parse
from migrator.model import Post, Record
from migrator.options import Options
from tests.sites import make_post, make_site

SITE = make_site()
CASES = Path(__file__).parent / "cases"


def cleaned(content: str, site: Any = SITE, **fields: Any) -> Post:
    post = make_post(content, site, **fields)
    clean(post, site)
    return post


def shown(post: Post) -> str:
    return etree.tostring(post.tree, encoding="unicode").removeprefix("<body>").removesuffix("</body>")


def names(post: Post) -> list[tuple[str, str]]:
    return [(entry.rule, entry.action) for entry in post.entries]


def found(html: str, *rules: Rule) -> list[tuple[str, str]]:
    return [(str(element.tag), rule.name) for element, rule in matches(parse(html), compile_rules(rules), SITE)]


@pytest.mark.parametrize(
    ("key", "html", "tags"),
    [
        ("aside", "<aside>a</aside><p>b</p>", ["aside"]),
        (".x", "<p class='w x'>a</p><p class='xx'>b</p>", ["p"]),
        ("p.x", "<p class='x'>a</p><ul class='x'></ul>", ["p"]),
        ("#x", "<p id='x'>a</p><p id='y'>b</p>", ["p"]),
        ('"Share this:"', "<h3> Share this: </h3><p>Share this: <b>x</b></p><p>We share this: x</p>", ["h3"]),
        (
            "[box]",
            "<wp-shortcode name='box'></wp-shortcode><wp-shortcode name='boxes'></wp-shortcode>",
            ["wp-shortcode"],
        ),
        ("wp:more", "<wp-block name='core/more'></wp-block><wp-block name='x/more'></wp-block>", ["wp-block"]),
        ("wp:x/*", "<wp-block name='x/a'></wp-block><wp-block name='xx/a'></wp-block>", ["wp-block"]),
        ("wp-block", "<wp-block name='x/a'></wp-block>", ["wp-block"]),
    ],
)
def test_a_key_finds_its_elements(key: str, html: str, tags: list[str]) -> None:
    assert found(html, drop("it", key)) == [(tag, "it") for tag in tags]


def test_the_first_rule_wins_whatever_its_key_is() -> None:
    rules = (drop("first", "#a"), drop("second", "p"), drop("third", ".b"))
    assert found("<p id='a' class='b'>x</p><p class='b'>y</p>", *rules) == [("p", "first"), ("p", "second")]
    blocks = (lift("name", "wp:x/a"), drop("namespace", "wp:x/*"), unwrap("any", "wp-block"))
    html = "<wp-block name='x/a'></wp-block><wp-block name='x/b'></wp-block><wp-block name='y/c'></wp-block>"
    assert [name for _, name in found(html, *blocks)] == ["name", "namespace", "any"]
    assert [name for _, name in found(html, *reversed(blocks))] == ["any"] * 3


def test_a_rule_that_is_not_for_an_element_leaves_it_to_the_next() -> None:
    def is_long(element: _Element, _site: object) -> bool:
        return len(element.text or "") > 3

    rules = (drop("long", "p", when=is_long), drop("other", "p"))
    assert found("<p>long one</p><p>x</p>", *rules) == [("p", "long"), ("p", "other")]


def test_disabled_rules_are_not_there() -> None:
    index = compile_rules((drop("a", "p"), drop("b", "p")), frozenset(("a",)))
    assert [rule.name for _, rule in matches(parse("<p>x</p>"), index, SITE)] == ["b"]


def test_what_an_earlier_rule_took_along_is_left_alone() -> None:
    post = cleaned(
        '<div class="sharedaddy"><p>Tweet</p><iframe src="https://youtu.be/dQw4w9WgXcQ"></iframe></div><p>x</p>'
    )
    assert shown(post).strip() == "<p>x</p>"
    assert names(post) == [("share.jetpack", "removed")]


def test_a_sites_own_rules_come_first_and_its_disabled_ones_not_at_all() -> None:
    own = ({"name": "own.box", "verb": "unwrap", "keys": [".sharedaddy"]},)
    site = make_site(options=Options(rules=own, disabled=frozenset(("embed.frame",))))
    post = cleaned('<div class="sharedaddy"><p>Tweet</p></div><p><iframe src="https://youtu.be/x"></iframe></p>', site)
    assert names(post) == [("own.box", "unwrapped")]
    assert "<p>Tweet</p>" in shown(post)
    assert "<iframe" in shown(post)
    assert rules_of(site.options)[0] == Rule("own.box", "unwrap", (".sharedaddy",))


def test_a_widget_that_was_never_closed_keeps_the_article_in_it() -> None:
    article = "word " * LARGEST_WIDGET
    post = cleaned(f'<div class="sharedaddy">Share this: {article}')
    assert article.strip() in shown(post)
    assert not post.entries


def test_lifted_blocks_leave_no_entry_and_unknown_ones_do() -> None:
    post = cleaned(
        '<!-- wp:group --><div><!-- wp:gone/box {"a":1} --><p>x</p><!-- /wp:gone/box --></div><!-- /wp:group -->'
    )
    assert shown(post) == "<div><p>x</p></div>"
    assert [(entry.rule, entry.before) for entry in post.entries] == [("block.unknown", '<!-- wp:gone/box {"a":1} -->')]


def test_rules_are_told_apart() -> None:
    assert Counter(rule.name.count(".") for rule in RULES).keys() == {1}
    assert all(rule.keys for rule in RULES)
    assert all((rule.using or rule.using_post) is not None for rule in RULES if rule.verb == "rewrite")


NEED_META = frozenset(("footnote.core", "block.featured", "shortcode.file"))
"""Rules that need more than content; they are tried below and in `test_chosen`."""


def test_every_rule_that_writes_the_ledger_has_a_case() -> None:
    told = {
        line.split(" ")[0]
        for path in CASES.glob("*.md")
        for ledger in re.findall(r"```ledger\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
        for line in ledger.splitlines()
    }
    assert {rule.name for rule in RULES if rule.verb != "lift"} - told == NEED_META


def test_rewriting_to_the_same_element_is_no_change() -> None:
    rule = rewrite("same", "p", using=lambda element, _site: element)
    assert rule.using is not None
    p = parse("<p>x</p>")[0]
    assert rule.using(p, SITE) is p


NOTES = [{"id": "u1", "content": "The <em>first</em>."}, {"id": "u2", "content": "Never referred to."}]
REFERENCE = '<p>A claim.<sup data-fn="u1" class="fn"><a href="#u1" id="u1-link">1</a></sup></p>'


def test_the_block_editors_footnotes_come_from_the_meta() -> None:
    content = (
        f"<!-- wp:paragraph -->{REFERENCE}<!-- /wp:paragraph --><!-- wp:footnotes /--><!-- wp:paragraph --><p>End</p>"
    )
    post = cleaned(content + "<!-- /wp:paragraph -->", meta=[("footnotes", json.dumps(NOTES))])
    assert post.tree.find(".//sup/a[@href='#fn-1']") is not None
    assert post.tree[-1].get("class") == "footnotes"
    assert ["".join(li.itertext()) for li in post.tree[-1].iter("li")] == ["The first.", "Never referred to."]
    assert [entry.after for entry in post.entries if entry.action == "added"] == ["The first.", "Never referred to."]


@pytest.mark.parametrize("meta", ["", "{broken", '"text"', "[1]", '[{"id":"other","content":"x"}]'])
def test_references_whose_notes_are_not_in_the_meta_stay(meta: str) -> None:
    assert '<a href="#u1"' in shown(cleaned(REFERENCE, meta=[("footnotes", meta)]))


def picture(number: int) -> Record:
    url = f"https://gazette.example.edu/wp-content/uploads/{number}.jpg"
    meta = [("_wp_attached_file", f"{number}.jpg"), ("_wp_attachment_image_alt", f"No. {number}")]
    return Record(
        id=number,
        type="attachment",
        status="inherit",
        slug=f"p{number}",
        attachment_url=url,
        excerpt="Its caption",
        meta=meta,
    )


def test_a_gallery_of_numbers_and_a_cover_of_the_featured_image_find_their_pictures() -> None:
    site = make_site(picture(31), picture(32))
    content = '<!-- wp:gallery {"ids":[31,"32",99]} /-->'
    content += '<!-- wp:cover {"useFeaturedImage":true} --><div>On it</div><!-- /wp:cover -->'
    post = cleaned(
        content + '<!-- wp:media-text {"mediaId":32} --><div>By it</div><!-- /wp:media-text -->'
        "<!-- wp:post-featured-image /-->",
        site,
        meta=[("_thumbnail_id", "31")],
    )
    assert [img.get("data-id") for img in post.tree.iter("img")] == ["31", "32", "31", "32", "31"]
    assert [caption.text for caption in post.tree.iter("figcaption")] == ["Its caption", "Its caption"]
    assert {("block.gallery", "warned"), ("block.featured", "rewritten")} <= {*names(post)}


def test_a_menu_is_read_from_the_post_it_refers_to() -> None:
    menu = '<!-- wp:navigation-link {"label":"News","url":"/news/"} /--><!-- wp:page-list /-->'
    site = make_site(Record(id=7, type="wp_navigation", status="publish", slug="main", content=menu))
    post = cleaned('<!-- wp:navigation {"ref":7} /-->', site)
    assert [(a.text, a.get("href")) for a in post.tree.iter("a")] == [("News", "/news/")]


def test_an_embedded_post_of_the_site_has_its_title() -> None:
    url = "https://gazette.example.edu/2024/03/01/tuition/"
    site = make_site(Record(id=9, type="post", status="publish", slug="tuition", title="Tuition rises", link=url))
    block = f'<!-- wp:embed {{"url":"{url}","type":"wp-embed","providerNameSlug":"the-gazette"}} /-->'
    figure = cleaned(block, site).tree[0]
    assert (figure[0].text, figure.get("data-provider"), figure.get("data-kind")) == (
        "Tuition rises",
        "wordpress",
        "post",
    )
