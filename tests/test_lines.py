"""What is a line of its own, what is a label, and what is only buttons; and that large trees cost no more than time."""

from __future__ import annotations

import time

import pytest
from lxml.etree import _Element

from migrator.clean.buttons import holds_only_buttons, is_icon, shares, widget_of
from migrator.clean.index import compile_rules
from migrator.clean.lines import is_list_of_links, label_of, line_of, little_prose, prose_in, shorter_than
from migrator.clean.rules import RULES
from migrator.clean.walk import matches
from migrator.markup.html import parse
from tests.sites import make_site

SITE = make_site()


def marked(html: str) -> _Element:
    found = parse(html).find(".//*[@id='x']")
    assert found is not None
    return found


def name(element: _Element | None) -> str | None:
    return None if element is None else str(element.tag)


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p id=x>Share</p>", "p"),
        ("<p><b id=x>Share</b></p>", "p"),
        ("<div><p> <b><i id=x>Share</i></b> <br></p></div>", "p"),
        ("<div><span id=x>Share</span><ul><li>a</li></ul></div>", "span"),
        ("<p>one<br><b id=x>Share</b><br>two</p>", "b"),
        ("<p><b id=x>Share</b> this</p>", None),
        ("<p>We <b id=x>Share</b></p>", None),
        ("<p><b id=x>Share</b><i>this</i></p>", None),
        ("<p><b><i id=x>Share</i></b> this</p>", None),
        ("<p><b id=x>Share</b><img src=a.png></p>", None),
        ("<pre><code><b id=x>Share</b></code></pre>", None),
        ("<table><tr><td><p id=x>Share</p></td><td>12</td></tr></table>", None),
        ("<table><tr><td><p id=x>Share</p></td></tr></table>", "p"),
        ("<blockquote><p id=x>Share</p></blockquote>", None),
        ("<b id=x>Share</b>", "b"),
        ("<b id=x>Share</b> this", None),
    ],
)
def test_a_line_of_its_own(html: str, line: str | None) -> None:
    assert name(line_of(marked(html), SITE)) == line


PROSE = "<p>The board met on Tuesday, and what it said there is what this section is about.</p>"


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<h2 id=x>Share this:</h2><p>Facebook</p>", "h2"),
        ("<h2 id=x>Share this:</h2>", "h2"),
        (f"<p id=x>Share this:</p>{PROSE}", "p"),
        (f"<h2 id=x>Share this:</h2>{PROSE}", None),
        (f"<h2><b id=x>Share this:</b></h2> <p></p> {PROSE}", None),
        (f"<wp-block><h2 id=x>Share this:</h2></wp-block><wp-block>{PROSE}</wp-block>", None),
    ],
)
def test_a_label_is_no_heading_of_prose(html: str, line: str | None) -> None:
    assert name(label_of(marked(html), SITE)) == line


def test_prose_is_text_outside_links() -> None:
    html = "<div id=x>One <a href=a>not this</a> two<script>nor()</script> <p>three <b>four</b></p><!-- five --></div>"
    assert prose_in(marked(html)) == len("Onetwothreefour")
    assert little_prose(15)(marked(html), SITE)
    assert not little_prose(14)(marked(html), SITE)
    assert shorter_than(40)(marked(html), SITE)
    assert not shorter_than(30)(marked(html), SITE)


@pytest.mark.parametrize(
    ("html", "is_list"),
    [
        ("<ul id=x><li><a href=a>A story of last year</a> May 3</li></ul>", True),
        ("<ul id=x><li>A story of last year</li></ul>", False),
        (f"<div id=x>{PROSE}<a href=a>More</a></div>", False),
    ],
)
def test_a_list_of_links_has_little_else(html: str, is_list: bool) -> None:
    assert is_list_of_links(marked(html), SITE) is is_list


@pytest.mark.parametrize(
    ("href", "does"),
    [
        ("https://www.facebook.com/sharer/sharer.php?u=x", True),
        ("http://m.facebook.com/sharer.php?u=x", True),
        ("//twitter.com/share", True),
        ("https://twitter.com/intent/tweet?text=x", True),
        ("https://twitter.com/sharepoint", False),
        ("https://twitter.com/share_point", False),
        ("https://twitter.com/intent/user?screen_name=x", False),
        ("https://wa.me/?text=x", True),
        ("https://wa.me/491234567?text=x", False),
        ("whatsapp://send?text=x", True),
        ("whatsapp://call", False),
        ("mailto:?subject=x", True),
        ("mailto:jo@gazette.example.edu?subject=x", False),
        ("https://gazette.example.edu/story/?share=jetpack-whatsapp&nb=1", True),
        ("https://photos.example.org/album/?share=3f2a", False),
        ("https://facebook.com/gazette", False),
        ("tg://resolve?domain=gazette", False),
        ("", False),
    ],
)
def test_links_that_share(href: str, does: bool) -> None:
    link = parse(f'<a href="{href}">x</a>')[0]
    assert shares(link) is does


SHARER = "https://www.facebook.com/sharer.php?u=x"
BUTTON = f'<a href="{SHARER}">Facebook</a>'


@pytest.mark.parametrize(
    ("html", "only"),
    [
        (f"<p id=x>{BUTTON}</p>", True),
        (f"<div id=x><h4>Share this with your friends</h4>{BUTTON} 12 {BUTTON}</div>", True),
        (f"<div id=x>Teilen: {BUTTON} <a href='#'>Drucken</a></div>", True),
        (f"<div id=x><h4>Tell us what you think</h4>{BUTTON}</div>", False),
        (f"<p id=x>Great news! {BUTTON}</p>", False),
        (f"<p id=x>{BUTTON} <a href='https://gazette.example.edu/'>home</a></p>", False),
        (f"<p id=x>{BUTTON} <a href='#respond'>Reply</a></p>", False),
        (f"<p id=x>{BUTTON} <a href='#fire'>The fire</a></p>", False),
        (f"<div id=x>{BUTTON}<wp-block name='x/poll'></wp-block></div>", False),
        (f"<div id=x>{BUTTON}<wp-block name='core/html'><i></i></wp-block></div>", True),
        (f"<div id=x>{BUTTON}<iframe src='https://youtu.be/x'></iframe></div>", False),
        (f"<div id=x>{BUTTON * 200}</div>", False),
        (f"<p id=x><a href='{SHARER}'><img src='/wp-content/uploads/a.jpg'></a></p>", False),
        (f"<p id=x><a href='{SHARER}'><img src='/wp-content/plugins/x/facebook.png'></a></p>", True),
    ],
)
def test_only_buttons(html: str, only: bool) -> None:
    assert holds_only_buttons(marked(html)) is only


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        (f"<div><p><a id=x href='{SHARER}'>Facebook</a></p></div>", "div"),
        (f"<p>Words.</p><div><p><a id=x href='{SHARER}'>Facebook</a></p>Words and more.</div>", "p"),
        (f"<p>Please <a id=x href='{SHARER}'>share</a> it.</p>", None),
        (f"<p>Words. <a id=x href='{SHARER}'><img src=i.png width=16></a></p>", "a"),
        (f"<table><tr><td><a id=x href='{SHARER}'>Facebook</a></td><td>Words and more.</td></tr></table>", None),
        (f"<blockquote><p><a id=x href='{SHARER}'>Facebook</a></p></blockquote>", None),
        ("<p><a id=x href='https://gazette.example.edu/'>Facebook</a></p>", None),
    ],
)
def test_the_widget_around_a_button(html: str, whole: str | None) -> None:
    assert name(widget_of(marked(html), SITE)) == whole


@pytest.mark.parametrize(
    ("img", "icon"),
    [
        ("<img src='a.png' width=16 height=16>", True),
        ("<img src='a.png' width='600px' height='40px'>", False),
        ("<img src='a.png' width=120 height=20>", True),
        ("<img src='/wp-content/plugins/sociable/images/digg.png'>", True),
        ("<img src='/wp-content/uploads/share-icon.png'>", False),
        ("<img src='photo.jpg'>", False),
        ("<img src='/share/images/cake.jpg'>", False),
        ("<img src='http://gazette.example.edu/img/Tweet-Button.png'>", True),
    ],
)
def test_icons(img: str, icon: bool) -> None:
    assert is_icon(parse(img)[0]) is icon


DEEP = 3000
WIDE = 4000


@pytest.mark.parametrize(
    "html",
    [
        "<div class=related-posts>" * DEEP + BUTTON,
        "<b>" * DEEP + "Share this:",
        "<ul>" + f"<li>{BUTTON}</li>" * WIDE + "</ul>",
        "<p>" + BUTTON * WIDE + "</p>",
        "<p>Share</p><br>" * WIDE + "<div class=sharedaddy>x</div>",
        "<h3>Share this:</h3><p></p>" * WIDE,
    ],
    ids=["deep", "deep label", "list", "line", "run", "labels"],
)
def test_large_trees_take_their_time_and_no_more(html: str) -> None:
    tree, index = parse(html), compile_rules(RULES)
    start = time.process_time()
    matches(tree, index, SITE)
    assert time.process_time() - start < 5
