from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import Comment, Element, _Element, tostring

from migrator.markup.html import parse
from migrator.markup.lift import attributes, lift
from migrator.markup.pairs import DEEPEST
from migrator.markup.shortcodes import mark


def lifted(html: str) -> _Element:
    marked, shortcodes = mark(html)
    tree = parse(marked)
    lift(tree, shortcodes)
    return tree


def spell(html: str) -> str:
    """The tree with `<NAME>` for wrappers and nothing of their attributes, to be read by people."""
    tree = lifted(html)
    for element in list(tree.iter("wp-shortcode", "wp-block")):
        name = element.get("name", "")
        element.tag = "stray." + name[1:] if name[0] == "/" else name.replace("core/", "wp.").replace("/", ".")
        element.attrib.clear()
    return tostring(tree, encoding="unicode").removeprefix("<body>").removesuffix("</body>").replace("<body/>", "")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a [gallery] b</p>", "<p>a <gallery/> b</p>"),
        ("<p>a [box]b <i>c</i>[/box] d</p>", "<p>a <box>b <i>c</i></box> d</p>"),
        ("[a][b]x[/b][/a]y", "<a><b>x</b></a>y"),
        ("<p>[gallery]</p>", "<p><gallery/></p>"),
        ("<p>x</p>[gallery][gallery]t", "<p>x</p><gallery/><gallery/>t"),
    ],
)
def test_shortcodes_in_one_parent(html: str, expected: str) -> None:
    assert spell(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>[box]x</p><p>y[/box]</p>", "<box><p>x</p><p>y</p></box>"),
        ("<p>a [box]x</p><p>y[/box] b</p>t", "<p>a </p><box><p>x</p><p>y</p></box><p> b</p>t"),
        ("<p>[box]</p><p>x</p><p>[/box]</p>t", "<box><p>x</p></box>t"),
        ("<p>[row][col]<br>x</p>\n<p>y<br>\n[/col][/row]</p>", "<row><col><p>x</p>\n<p>y</p></col></row>"),
        ("<p>[l]a</p><p>b[/l][m]c</p><p>d[/m]</p>", "<l><p>a</p><p>b</p></l><m><p>c</p><p>d</p></m>"),
        ("<p>a<em>b[box]c</em>d</p><p>e[/box]</p>", "<p>a<em>b</em></p><box><p><em>c</em>d</p><p>e</p></box>"),
        ("<p id='i' class='k'>a[box]b</p>[/box]", '<p id="i" class="k">a</p><box><p class="k">b</p></box>'),
        ("<div>[box]<div><p>x</p></div></div>[/box]", "<box><div><div><p>x</p></div></div></box>"),
        ("[box]<div><p>x[/box]y</p></div>", "<box><div><p>x</p></div></box><div><p>y</p></div>"),
    ],
)
def test_ends_in_different_parents(html: str, expected: str) -> None:
    assert spell(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<table><tr><td>[box]x</td><td>y[/box]</td></tr></table>z",
            "<table><tbody><tr><td><box>x</box></td><td>y</td></tr></tbody></table>z",
        ),
        ("<ul><li>a[box]b</li><li>c</li></ul><p>d[/box]e</p>", "<ul><li>a<box>b</box></li><li>c</li></ul><p>de</p>"),
        ("<ul><li>[box]b</li></ul><p>d[/box]e</p>", "<box><ul><li>b</li></ul><p>d</p></box><p>e</p>"),
        (
            "<p>a[box]b</p><ul><li>c[/box]d</li><li>e</li></ul>f",
            "<p>a</p><box><p>b</p><ul><li>cd</li><li>e</li></ul></box>f",
        ),
        ("<ul><li>[box]b</li><li>c[/box]</li></ul>", "<ul><li><box>b</box></li><li>c</li></ul>"),
        (
            "<table><tr><td>a[box]b[in]c</td></tr></table>d[/in]e[/box]f",
            "<table><tbody><tr><td>a<box>b<in>c</in></box></td></tr></tbody></table>def",
        ),
    ],
)
def test_tables_and_lists_are_not_torn_apart(html: str, expected: str) -> None:
    assert spell(html) == expected


def test_the_parser_may_move_a_marker_before_its_other_end() -> None:
    tree = parse("a<!--]0-->b<!--[0-->c")
    lift(tree, mark("[box]x[/box]")[1])
    assert tostring(tree, encoding="unicode").startswith('<body>ab<wp-shortcode name="box"')
    assert "".join(tree.itertext()) == "abc"


def test_markers_that_are_no_comments_become_text_again() -> None:
    assert spell("<a title='a > [gallery]'>x</a>[gallery]") == '<a title="a &gt; [gallery]">x</a><gallery/>'
    assert spell("<p title='a > [box]b'>c[/box]d</p>") == '<p title="a &gt; [box]b">c<stray.box/>d</p>'


def test_a_wrapper_says_what_stood_there() -> None:
    (wrapper,) = lifted('[box A="1" "b"]x[/box]')
    assert dict(wrapper.attrib) == {"name": "box", "data": '{"a": "1", "0": "b"}', "source": '[box A="1" "b"]…[/box]'}
    assert attributes(wrapper) == {"a": "1", "0": "b"}
    (single,) = lifted("[gallery]")
    assert dict(single.attrib) == {"name": "gallery", "data": "{}", "source": "[gallery]"}


def test_verbatim_content_is_text_but_for_raw_html() -> None:
    assert spell("[code]<b>x</b>\n\n[gallery][/code]") == "<code>&lt;b&gt;x&lt;/b&gt;\n\n[gallery]</code>"
    assert spell("a[raw]<div>x</div>y[/raw]b") == "a<raw><div>x</div>y</raw>b"
    assert spell("\nhttp://a.b/c\n") == "\n<embed>http://a.b/c</embed>\n"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->\n\nt", "<wp.paragraph><p>x</p></wp.paragraph>\n\nt"),
        ('a<!-- wp:ns/x {"a":1} /-->b', "a<ns.x/>b"),
        (
            "<!-- wp:g --><div><!-- wp:g --><p>x</p><!-- /wp:g --></div><!-- /wp:g -->",
            "<wp.g><div><wp.g><p>x</p></wp.g></div></wp.g>",
        ),
        (
            "<ul><!-- wp:list-item --><li>x</li><!-- /wp:list-item --></ul>",
            "<ul><wp.list-item><li>x</li></wp.list-item></ul>",
        ),
        ("<!-- wp:a --><p>1</p><!-- wp:b --><p>2</p><!-- /wp:b -->3", "<wp.a><p>1</p></wp.a><wp.b><p>2</p></wp.b>3"),
        ("<!-- wp:a --><p>1</p><!-- wp:b -->2<!-- /wp:a -->3", "<wp.a><p>1</p><wp.b>2</wp.b></wp.a>3"),
        ("<!-- wp:a --><div><p>1</p></div>2", "<wp.a><div><p>1</p></div>2</wp.a>"),
        ("x<!-- /wp:a -->y", "x<!-- /wp:a -->y"),
        ("<!-- wp:p --><p>x<!-- /wp:p -->y", "<wp.p><p>x</p></wp.p><p>y</p>"),
        (
            "<!--more--><!--nextpage--><!-- wp --><!--wp:Big--><!-- see wp:x -->",
            "<!--more--><!--nextpage--><!-- wp --><!--wp:Big--><!-- see wp:x -->",
        ),
    ],
)
def test_blocks(html: str, expected: str) -> None:
    assert spell(html) == expected


def test_the_attributes_of_blocks() -> None:
    html = '<!-- wp:image {"id":3,"a":{"b":"\\u002d\\u002d<"}} --><img><!-- /wp:image -->'
    html += '<!-- wp:x {"a":} /--><!-- wp:y /-->'
    image, broken, bare = lifted(html)
    assert image.get("source") == '<!-- wp:image {"id":3,"a":{"b":"\\u002d\\u002d<"}} -->'
    assert attributes(image) == {"id": 3, "a": {"b": "--<"}}
    assert broken.get("data") == '{"a":}'
    assert attributes(broken) == {}
    assert attributes(bare) == {}
    assert attributes(Element("wp-block", data="[1]")) == {}


def test_shortcodes_and_blocks_may_cross() -> None:
    html = (
        "<!-- wp:shortcode -->[box]<!-- /wp:shortcode --><!-- wp:p --><p>x</p><!-- /wp:p -->"
        "<!-- wp:shortcode -->[/box]<!-- /wp:shortcode -->"
    )
    assert spell(html) == "<box><wp.shortcode/><wp.p><p>x</p></wp.p><wp.shortcode/></box>"
    assert spell("<!-- wp:p --><p>a[box]b</p><!-- /wp:p --><p>c[/box]d</p>") == (
        "<wp.p><p>a</p><box><p>b</p></box></wp.p><p>cd</p>"
    )


def test_comments_of_blocks_that_lie_too_deep_stay() -> None:
    tree = lifted("<!-- wp:a -->" * (DEEPEST + 2) + "x" + "<!-- /wp:a -->" * (DEEPEST + 2))
    assert len(list(tree.iter("wp-block"))) == DEEPEST
    assert len(list(tree.iter(Comment))) == 4


TAGS = "p div em td table tr ul li".split()
PIECES = [
    *("[a]", "[/a]", "[b x=1]", "[/b]", "[gallery]", "<br>", "<!--more-->"),
    *("<!-- wp:x -->", "<!-- /wp:x -->", "<!-- wp:y -->", "<!-- /wp:y -->", "<!-- wp:z /-->"),
    *(f"<{slash}{tag}>" for tag in TAGS for slash in ("", "/")),
]


@given(st.lists(st.sampled_from(PIECES) | st.sampled_from("klmnopq"), max_size=25).map("".join))
def test_no_word_is_lost_or_moved(html: str) -> None:
    marked, shortcodes = mark(html)
    tree = parse(marked)
    text = "".join(tree.itertext(Element))
    lift(tree, shortcodes)
    assert "".join(tree.itertext(Element)) == text
    assert len(list(tree.iter("wp-shortcode"))) == len(shortcodes)


HOSTILE = {
    "nested": "[a]" * 16_000 + "[/a]" * 16_000,
    "unclosed": "[a x=1]" * 16_000,
    "over paragraphs": "<p>x[a]</p>" * 6_000 + "<p>[/a]y</p>" * 6_000,
    "one after the other": "<p>x[a]y</p><p>z[/a]w</p>" * 5_000,
    "in one paragraph": "<p>" + "x[a]y[/a]" * 16_000,
    "blocks": "<!-- wp:a -->" * 5_000 + "<!-- /wp:a -->" * 5_000,
    "unclosed blocks": "<!-- wp:a -->" * 10_000,
    "unclosed blocks in each other": "<!-- wp:a --><div>" * 6_000,
    "unclosed items of lists": "<!-- wp:a --><ul><!-- wp:b --><li>a" * 3_000,
    "wrong blocks": "<!-- wp:a -->" * 5_000 + "<!-- /wp:b -->" * 5_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(html: str) -> None:
    marked, shortcodes = mark(html)
    tree = parse(marked)
    start = time.process_time()
    lift(tree, shortcodes)
    assert time.process_time() - start < 3
