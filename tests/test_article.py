"""The article in a page: which element holds it, what is kept beside it, what is dropped, and that no word is lost."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from migrator.markup.html import parse, parse_page
from migrator.sources.pages import Article, find_article
from migrator.sources.pages.article_html import inner_html, outer_html
from migrator.sources.pages.comments import read_comments
from migrator.sources.pages.title import heading_of, title_of
from tests.benchmarks.articles import OWN, lines_of
from tests.benchmarks.pages import CORPUS, html_of, squeezed

SENTENCE = "The ferry was late again on Tuesday, and the captain blamed the moon."
ANOTHER = "Nobody on the pier could see the moon, which had set before breakfast."
THIRD = "A second ferry has been ordered from the yard, with its own moon."

_ADDRESS = re.compile(r"<[^<>\s]*>")
_SAMPLE = 1 if "EXAMPLES" in os.environ else 20


def find(body: str, head: str = "", classes: str = "") -> Article:
    article = find_article(parse_page(f'<html><head>{head}</head><body class="{classes}">{body}</body></html>'))
    assert article is not None
    return article


def text_of(article: Article) -> str:
    return " ".join(lines_of(parse(article.content)).split())


def rules_of(article: Article) -> dict[str, str]:
    return {entry.rule: entry.before for entry in article.surroundings}


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_body_by_its_name() -> None:
    article = find(
        f'<header><h1>Moon</h1></header><div class="entry-content">{paragraphs(SENTENCE, ANOTHER)}</div>'
        f'<div class="sidebar">{paragraphs(THIRD * 9)}</div>'
    )
    assert article.content == paragraphs(SENTENCE, ANOTHER)
    assert article.title == "Moon"
    assert rules_of(article)["page.sidebar"] == THIRD * 9
    assert {entry.action for entry in article.surroundings} == {"removed"}
    assert all(entry.where.startswith("page/body") for entry in article.surroundings)


def test_a_page_without_sentences_has_no_article() -> None:
    assert find_article(parse_page("<html><body><nav><a href='/'>Home</a></nav></body></html>")) is None
    assert find_article(parse_page("")) is None
    assert find_article(etree.Element("html")) is None


def test_where_little_is_written() -> None:
    sidebar = f"<section><p>{THIRD}</p><p>{THIRD}</p></section>"
    names = ("wp-block-post-content", "entry-content")
    for body in (f'<div class="{name}"><p>No.</p></div>' for name in names):
        assert text_of(find(f'<article class="post"><h1>Moon</h1>{body}</article>{sidebar}')) == "No."
    assert (
        text_of(find(f'<main><h1>Moon</h1><div class="wp-block-post-content"><p>No.</p></div></main>{sidebar}'))
        == "No."
    )
    assert text_of(find('<div><h1>Moon</h1><div class="entry-content"><p>No.</p></div></div>')) == "No."


def test_languages_of_dense_writing() -> None:
    text = paragraphs("春天来了，校园里的花都开了。", "学生们在草坪上读书，老师在树下睡觉。")
    article = find(
        f'<div><h1>校园里的春天</h1><div class="x">{text}</div></div><div><a href="/a">关于我们的一切和更多</a></div>'
    )
    assert article.content == text


def test_a_post_without_a_title() -> None:
    assert (
        find(
            f'<article class="post"><div class="entry-content">{paragraphs(SENTENCE)}</div></article>',
            "<title>- Pier</title>",
        ).title
        == ""
    )


def test_the_page_is_not_changed() -> None:
    page = parse_page(html_of(OWN / "genesis.html"))
    before = etree.tostring(page)
    assert find_article(page) is not None
    assert etree.tostring(page) == before


def test_empty_elements_and_programs_of_the_content_stay_what_they_are() -> None:
    article = find(
        f'<div class="entry-content">{paragraphs(SENTENCE)}<script src="/w.js"></script><iframe src="/v"></iframe>'
        f"<div></div><p>a &lt;b&gt; &amp; c</p>{paragraphs(ANOTHER)}</div>"
    )
    assert '<script src="/w.js"></script><iframe src="/v"></iframe><div></div>' in article.content
    assert "<p>a &lt;b&gt; &amp; c</p>" in article.content
    assert text_of(article).endswith(ANOTHER)


def test_html_is_written_as_it_stands() -> None:
    html = (
        '<div><a href="/Día—№1?a=1&amp;b=&quot;2&quot;">x &gt; y\xa0z</a><img src="a b.jpg"><br><td-x></td-x>'
        '<script>if (a < b && "<p>") { c(); }</script><style>p > a {}</style><pre>\n\nx</pre><!-- a --></div>'
    )
    body = parse(html)
    assert outer_html(body[0]) == html
    assert etree.tostring(parse(outer_html(body[0]))) == etree.tostring(body)
    assert inner_html(body[0]) == html.removeprefix("<div>").removesuffix("</div>")
    assert inner_html(parse('<ul class="a"><li>x</li></ul>')[0]) == "<ul><li>x</li></ul>"


def test_programs_are_no_words() -> None:
    article = find(
        "<script>var a = 1;</script><div><style>p {}</style>Menu</div>"
        f"<article>{paragraphs(SENTENCE, ANOTHER)}</article>"
    )
    assert [entry.before for entry in article.surroundings] == ["Menu"]


def test_loose_text_around_the_article_is_told() -> None:
    article = find(f"<div>Before <article>{paragraphs(SENTENCE, ANOTHER)}</article> behind</div>")
    assert rules_of(article) == {"page.around": "Before behind"}


def test_a_lead_above_the_body_is_its_first_paragraph() -> None:
    article = find(
        f'<article class="post"><header class="entry-header"><h1>Moon</h1><p class="intro">{SENTENCE}</p>'
        '<p class="entry-meta">By the harbour office, which has no name and many windows, on May 3rd</p></header>'
        f'<figure><img src="/f.jpg"><figcaption>{THIRD}</figcaption></figure>'
        f'<div class="entry-content">{paragraphs(ANOTHER)}</div></article>'
    )
    assert text_of(article) == f"{SENTENCE} {ANOTHER}"


@pytest.mark.parametrize("name", ["deck", "entry-subtitle", "post-excerpt", "featured-caption"])
def test_what_is_a_field_of_its_own_is_no_lead(name: str) -> None:
    article = find(
        f'<article><header class="entry-header"><h1>Moon</h1><div class="{name}">{SENTENCE}</div></header>'
        f'<div class="entry-content">{paragraphs(ANOTHER)}</div></article>'
    )
    assert text_of(article) == ANOTHER
    assert SENTENCE in rules_of(article)["page.header"]


def test_a_lead_in_inline_elements_stands_once() -> None:
    article = find(
        f'<main><h1>Moon</h1><div class="intro"><span><em>{SENTENCE}</em></span></div>'
        f'<div class="entry-content"><div><span>{paragraphs(ANOTHER, THIRD)}</span></div></div></main>'
    )
    assert text_of(article) == f"{SENTENCE} {ANOTHER} {THIRD}"


@pytest.mark.parametrize(
    ("clutter", "rule"),
    [
        ('<div class="entry-meta">May 3</div>', "page.meta"),
        ('<p class="postmetadata alt">Filed under News</p>', "page.meta"),
        ('<div class="c-article__related"><a href="/x">More ferries</a></div>', "page.related"),
        ('<div id="mvp-author-box-wrap">Ada writes of ferries.</div>', "page.author-box"),
        ('<div class="post-tags"><a href="/t">ferries</a></div>', "page.meta"),
        ('<div class="single__tags"><a href="/t">ferries</a></div>', "page.tags"),
        ('<div class="next-prev-posts"><a href="/n">Next</a></div>', "page.navigation"),
        ('<p class="post-nav-links">Pages: 1 <a href="/2">2</a></p>', "page.navigation"),
        ('<div class="singlepostmeta">Filed by hand</div>', "page.meta"),
        ('<div id="article_comments">Be civil.</div>', "page.comments"),
        ('<div class="newsletter-box">Sign up for more moon</div>', "page.newsletter"),
        ("<footer>Printed at night</footer>", "page.footer"),
        ("<aside>Elsewhere on the pier</aside>", "page.sidebar"),
    ],
)
def test_what_a_theme_prints_within_an_article(clutter: str, rule: str) -> None:
    article = find(f"<article><h1>Moon</h1>{paragraphs(SENTENCE)}{clutter}{paragraphs(ANOTHER)}</article>")
    assert text_of(article) == f"{SENTENCE} {ANOTHER}"
    assert set(rules_of(article)) == {"page.title", rule}


def test_a_label_goes_with_what_it_announces() -> None:
    article = find(
        f"<article><h1>Moon</h1>{paragraphs(SENTENCE, 'He said:')}<blockquote>{THIRD}</blockquote>{paragraphs(ANOTHER)}"
        '<p>Share it:</p><div class="share-row"><a href="/s">there</a></div></article>'
    )
    assert text_of(article) == f"{SENTENCE} He said: {THIRD} {ANOTHER}"


@pytest.mark.parametrize(
    "words",
    [
        '<p class="date">On the third of May it rained.</p>',
        '<div class="author">said the captain</div>',
        '<div class="banner"><img src="/b.jpg" alt="A banner on the pier"></div>',
        '<div class="wp-block-media-text has-ads-colour">A moon of cheese</div>',
        f'<blockquote class="related">{THIRD}</blockquote>',
        f'<div class="share-of-voice">{paragraphs(*[THIRD] * 5)}</div>',
        '<h2 class="more">More on moons</h2>',
        '<div class="elementor-widget elementor-widget-text-editor">A moon of paper</div>',
        '<table class="latest"><tr><td>Tide</td></tr></table>',
    ],
)
def test_among_an_authors_words_few_names_tell(words: str) -> None:
    article = find(f'<h1>Moon</h1><div class="entry-content">{paragraphs(SENTENCE)}{words}{paragraphs(ANOTHER)}</div>')
    assert words in article.content.replace("<tbody>", "").replace("</tbody>", "")


def test_a_title_that_stands_twice() -> None:
    twice = f"<article><h1>Moon</h1><header><h1>Moon</h1></header>{paragraphs(SENTENCE, ANOTHER)}</article>"
    assert text_of(find(twice)) == f"{SENTENCE} {ANOTHER}"
    own = f'<h1>Moon</h1><div class="entry-content"><h2>Moon</h2>{paragraphs(SENTENCE, ANOTHER)}</div>'
    assert text_of(find(own)) == f"Moon {SENTENCE} {ANOTHER}"


def test_names_of_what_is_too_large_are_no_names_of_its_parts() -> None:
    ticker = "".join(f'<div class="ticker-comment">{SENTENCE}</div>' for _ in range(30))
    article = find(f'<main><h1>Live from the pier</h1><div class="ticker-comments">{ticker}</div></main>')
    assert text_of(article).count(SENTENCE) == 30


def test_words_that_say_how_a_theme_is_set() -> None:
    article = find(
        '<div class="layout-has-sidebar no-comments"><h1>Moon</h1>'
        f'<div class="text-has-ads">{paragraphs(SENTENCE, ANOTHER)}</div></div>'
    )
    assert text_of(article) == f"{SENTENCE} {ANOTHER}"


def test_a_sidebar_by_name_that_holds_the_article_is_a_layout() -> None:
    article = find(
        '<div class="wrap-sidebar-right"><h1>Moon</h1>'
        f'<div class="x1">{paragraphs(SENTENCE, ANOTHER, SENTENCE)}</div></div>'
        f"<div class='x2'>{paragraphs(THIRD)}</div>"
    )
    assert text_of(article) == f"{SENTENCE} {ANOTHER} {SENTENCE}"


def test_comments_are_records_of_their_own() -> None:
    article = find(
        f'<article><h1>Moon</h1><div class="entry-content">{paragraphs(SENTENCE, ANOTHER)}</div></article>'
        '<ol class="comment-list"><li class="comment" id="comment-7"><div class="comment-author">'
        f'<cite class="fn">Ada</cite> says:</div><div class="comment-content"><p>{THIRD}</p></div>'
        '<a class="comment-reply-link" href="#r">Answer</a></li></ol>'
    )
    assert text_of(article) == f"{SENTENCE} {ANOTHER}"
    told = rules_of(article)["page.comments"]
    assert "Answer" in told
    assert THIRD not in told


def test_the_densest_element_where_no_name_tells() -> None:
    article = find(
        '<div class="a1"><div class="b2"><a href="/">Home</a></div>'
        f'<div class="c3"><div class="d4">{paragraphs(SENTENCE, ANOTHER, THIRD)}</div></div>'
        '<div class="e5"><a href="/x">A teaser of which nobody knows how long it will become</a></div></div>'
    )
    assert article.content == paragraphs(SENTENCE, ANOTHER, THIRD)


def title(body: str, head: str = "") -> str:
    page = parse_page(f"<html><head>{head}</head><body>{body}</body></html>")
    return title_of(page, heading_of(page))


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        ('<div id="header"><h1>The Pier</h1></div><h2>A Moon</h2>', "<title>A Moon | The Pier</title>", "A Moon"),
        (
            '<h1><a href="https://pier.example/">The Pier</a></h1><h2>A Moon</h2>',
            "<title>The Pier » A Moon</title>",
            "A Moon",
        ),
        ('<h1 class="site-title">A Moon</h1><h2 class="entry-title">A Moon</h2>', "<title>A Moon</title>", "A Moon"),
        (
            "<h1>A Moon Over the Pier</h1>",
            '<meta property="og:title" content="Why ferries are late">',
            "A Moon Over the Pier",
        ),
        (
            "<h1><span>Harbour</span> A Moon Over Us</h1>",
            '<meta property="og:title" content="A Moon Over Us">',
            "A Moon Over Us",
        ),
        ('<h1><a href="/m">A Moon - Over Us</a></h1>', "<title>A Moon - Over Us</title>", "A Moon - Over Us"),
        ("<h1>A <em>Moon</em></h1>", "", "A Moon"),
        ('<div class="entry-title">A Moon</div>', "<title>A Moon</title>", "A Moon"),
        ("", "<title>A Moon</title>", "A Moon"),
        ("", '<meta property="og:title" content=" A Moon "><title>A Moon | Pier</title>', "A Moon"),
        ("<h3>Comments on A Moon</h3>", "", ""),
        ("", "", ""),
    ],
)
def test_titles(body: str, head: str, expected: str) -> None:
    assert title(body, head) == expected


def pages() -> list[Path]:
    wild = sorted(CORPUS.glob("*.html"))[::_SAMPLE] if CORPUS.is_dir() else []
    return [*sorted(OWN.glob("*.html")), *wild]


def letters(text: str) -> Counter[str]:
    return Counter("".join(_ADDRESS.sub(" ", text).split()))


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem[-60:])
def test_no_word_of_a_page_is_lost(path: Path) -> None:
    page = parse_page(html_of(path))
    article = find_article(page)
    if article is None:
        return
    comments = [part for one in read_comments(page) for part in (one.author, lines_of(parse(one.content)))]
    parts = [text_of(article), article.title, *(entry.before for entry in article.surroundings), *comments]
    seen = squeezed(" \0 ".join(parts))
    lost = [line for line in lines_of(next(page.iter("body"))).splitlines() if squeezed(line) not in seen]
    assert not letters("".join(lost)) - letters("".join(parts)), lost
