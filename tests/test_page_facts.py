"""Pages: what they are, which item, and what else than its text they say of it."""

from __future__ import annotations

from typing import Any

import pytest

from migrator.markup.html import parse_page
from migrator.model import Image, TermRef
from migrator.sources.capture.visit import Visit
from migrator.sources.pages.common import common_blocks
from migrator.sources.pages.encoding import text_of_body
from migrator.sources.pages.featured import attached_file, excerpt_of, featured_image, subtitle_of
from migrator.sources.pages.identity import identify, slug_of_permalink
from migrator.sources.pages.page import Page, read_page
from migrator.sources.pages.parts import first_part
from migrator.sources.pages.site import facts_of
from migrator.sources.pages.terms import format_of, terms_of

SITE = "https://gazette.example.edu"
STORY = f"{SITE}/2024/04/story/"
TEXT = "<p>The trustees met on Tuesday and approved the budget after a long debate.</p>" * 4

WHOLE = f"""<!DOCTYPE html><html lang="en-US"><head><title>A story – The Gazette</title>
<link rel="canonical" href="{STORY}"><link rel="shortlink" href="{SITE}/?p=12">
<link rel="https://api.w.org/" href="/wp-json/"><meta name="generator" content="WordPress 6.5">
<link rel="alternate" type="application/rss+xml" title="The Gazette &raquo; Feed" href="/feed/">
<link rel="alternate" type="application/rss+xml" title="The Gazette &raquo; Comments Feed" href="/comments/feed/">
<meta property="article:published_time" content="2024-04-10T13:30:00+00:00">
<meta property="article:modified_time" content="2024-04-11T08:00:00+00:00">
<meta property="og:image" content="{SITE}/wp-content/uploads/2024/04/hall.jpg">
<meta property="og:description" content="The trustees met on Tuesday"></head>
<body class="post-template-default single single-post postid-12 single-format-gallery">
<nav><a href="/category/news/">News</a></nav>
<article id="post-12" class="post-12 post type-post status-publish format-gallery hentry category-news tag-budget">
<h1 class="entry-title">A story</h1><h2 class="deck">Vote was 14 to 3</h2>
<p class="entry-meta">By <a rel="author" href="/author/jane/">Jane Doe</a>
<time class="entry-date published" datetime="2024-04-10T09:30:00-04:00">April 10, 2024</time></p>
<figure class="post-thumbnail"><img class="wp-post-image" src="/wp-content/uploads/2024/04/hall-300x200.jpg" alt="Hall">
<figcaption>Main Hall. Ann Poe</figcaption></figure>
<div class="entry-content">{TEXT}</div>
<footer>Filed under <a rel="category tag" href="/category/news/">News</a>
<a rel="tag" href="/tag/budget/">Budget</a></footer></article>
<div id="comments"><ol class="comment-list"><li id="comment-3" class="comment"><b class="fn">Ann Poe</b>
<div class="comment-content"><p>Hm.</p></div></li></ol><form id="commentform"></form></div></body></html>"""


def read(body: str, url: str = STORY, **others: Any) -> Page:
    return read_page(Visit(url, body=body.encode(), **others))


def page(body: str = "", head: str = "", classes: str = "") -> Any:
    return parse_page(f'<html><head>{head}</head><body class="{classes}">{body}</body></html>')


def test_a_page_becomes_the_record_that_an_export_has() -> None:
    got = read(WHOLE)
    record = got.record
    assert (got.kind, got.reason) == ("document", "")
    assert (record.id, record.type, record.status, record.slug, record.link) == (12, "post", "publish", "story", STORY)
    assert (record.title, record.form, record.language) == ("A story", "rendered", "en-US")
    assert record.guid == f"{SITE}/?p=12"
    assert record.content.count("<p>The trustees met") == 4
    assert record.excerpt == ""
    assert record.meta == [("subtitle", "Vote was 14 to 3")]
    assert record.credited == [("Jane Doe", "rel")]
    assert record.dated[0] == ("2024-04-10T09:30:00-04:00", "time")
    assert record.changed == [("2024-04-11T08:00:00+00:00", "meta article:modified_time")]
    assert record.terms == [
        TermRef("category", "news", "News"),
        TermRef("post_tag", "budget", "Budget"),
        TermRef("post_format", "post-format-gallery", "Gallery"),
    ]
    picture = f"{SITE}/wp-content/uploads/2024/04/hall.jpg"
    assert record.featured == Image(picture, alt="Hall", caption="Main Hall. Ann Poe")
    assert [comment.author for comment in record.comments] == ["Ann Poe"]
    assert (record.comment_status, record.protected) == ("open", False)
    assert {entry.rule.partition(".")[0] for entry in record.repairs} == {"page"}
    assert got.site == {
        "title": "The Gazette",
        "language": "en-US",
        "generator": "WordPress 6.5",
        "api": f"{SITE}/wp-json/",
        "feed": f"{SITE}/feed/",
    }


KINDS: dict[str, tuple[str, str, str]] = {
    "home": ('<body class="home blog"><h2>Stories</h2></body>', "list", "body class blog"),
    "a front page that is a page": (f'<body class="home page page-id-2">{TEXT}</body>', "document", ""),
    "a category": ('<body class="archive category"><h2>News</h2></body>', "list", "body class archive"),
    "search": (f'<body class="search search-results">{TEXT}</body>', "list", "body class search"),
    "an author's page by its route": (
        f'<link rel="alternate" type="application/json" href="/wp-json/wp/v2/users/2"><body>{TEXT}</body>',
        "list",
        "route users",
    ),
    "a post by its route": (
        f'<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/2"><body>{TEXT}</body>',
        "document",
        "",
    ),
    "no marks but an article's type": (
        f'<meta property="og:type" content="article"><body>{TEXT}</body>',
        "document",
        "",
    ),
    "no marks, a list of linked headings": (
        "<body>" + "<article><h2><a href='/a/'>A</a></h2><p>Text of it.</p></article>" * 3 + "</body>",
        "list",
        "linked headings",
    ),
    "no marks, a list in json-ld": (
        f'<script type="application/ld+json">{{"@type": "CollectionPage"}}</script><body>{TEXT}</body>',
        "list",
        "json-ld",
    ),
    "no marks, a long text": (f"<body><h1>A</h1>{TEXT * 6}</body>", "document", ""),
    "a soft 404": (
        "<title>Page not found – The Gazette</title><body><p>Nothing here.</p></body>",
        "other",
        "not found",
    ),
    "error404": ('<body class="error404"><p>It seems that nothing is here.</p></body>', "other", "not found"),
    "a login": (
        "<body class='login'><form id='loginform' action='/wp-login.php'></form></body>",
        "other",
        "login wall",
    ),
    "Cloudflare": (
        "<title>Just a moment...</title><body><script>window._cf_chl_opt={}</script></body>",
        "other",
        "firewall: Cloudflare",
    ),
    "Incapsula": ("<body><iframe src='/_Incapsula_Resource?x'></iframe></body>", "other", "firewall: Incapsula"),
    "Sucuri": (
        "<title>Sucuri WebSite Firewall</title><body>Sucuri Website Firewall</body>",
        "other",
        "firewall: Sucuri",
    ),
    "Wordfence": ("<body><p>Generated by Wordfence at 3:00</p></body>", "other", "firewall: Wordfence"),
    "no database": (
        "<title>Database Error</title><body><h1>Error establishing a database connection</h1></body>",
        "other",
        "database error",
    ),
    "maintenance": (
        "<title>Maintenance</title><body>Briefly unavailable for scheduled maintenance.</body>",
        "other",
        "maintenance",
    ),
    "a critical error": (
        "<body><p>There has been a critical error on this website.</p></body>",
        "other",
        "server error",
    ),
    "a parked domain": (
        "<title>gazette.example</title><body>This domain is for sale!</body>",
        "other",
        "parked domain",
    ),
    "nothing at all": (" \n", "other", "empty"),
    "no text": ('<meta property="og:type" content="article"><body><img src="a.jpg"></body>', "other", "no article"),
    "an embed": (
        "<body class='single postid-3'><div class='wp-embed post-3'><p>A.</p></div></body>",
        "other",
        "embed view",
    ),
    "a story on domains": (
        f'<body class="single single-post postid-3"><article><p>This domain is for sale.</p>{TEXT}</article></body>',
        "document",
        "",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_pages_are_told_apart(name: str) -> None:
    body, kind, reason = KINDS[name]
    got = read(body, f"{SITE}/somewhere/")
    assert (got.kind, got.reason) == (kind, reason)


ADDRESSES = {
    f"{SITE}/": ("list", "front page"),
    f"{SITE}/category/news/": ("list", "address"),
    f"{SITE}/author/jane/page/2/": ("list", "address"),
    f"{SITE}/2024/04/": ("list", "address"),
    f"{SITE}/?s=budget": ("list", "address"),
    f"{SITE}/2024/04/story/": ("document", ""),
    f"{SITE}/about.html?s=22c09551": ("document", ""),
}


@pytest.mark.parametrize(("url", "expected"), ADDRESSES.items())
def test_without_marks_the_address_tells(url: str, expected: tuple[str, str]) -> None:
    got = read(f"<body><h1>News</h1>{TEXT}</body>", url)
    assert (got.kind, got.reason) == expected


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ({"status": 404}, "status 404"),
        ({"status": 301}, "status 301"),
        ({"headers": {"content-type": "image/jpeg"}}, "type image/jpeg"),
        ({"headers": {"content-type": "application/rss+xml; charset=UTF-8"}}, "type application/rss+xml"),
    ],
)
def test_other_answers_are_no_pages(others: dict[str, Any], reason: str) -> None:
    assert read(f"<body>{TEXT}</body>", **others).reason == reason


def test_plain_text_is_a_page_only_with_markup() -> None:
    headers = {"content-type": "text/plain"}
    assert read("User-agent: *", headers=headers).reason == "type text/plain"
    assert read(f"<html><body>{TEXT}</body></html>", headers=headers).kind == "document"


def test_a_post_without_text_is_kept_with_a_warning() -> None:
    record = read('<body class="single single-post postid-3"><img src="a.jpg"></body>').record
    assert (record.id, record.content) == (3, "")
    assert [entry.rule for entry in record.repairs] == ["page.no-article"]


def test_a_password_hides_a_post_and_its_form() -> None:
    form = '<form class="post-password-form" action="/wp-login.php?action=postpass"><p>Protected.</p></form>'
    record = read(f'<body class="single single-post postid-3"><article id="post-3">{form}</article></body>').record
    assert (record.protected, record.comment_status) == (True, "")


def test_an_attachment_has_its_file_and_caption() -> None:
    body = """<body class="attachment attachmentid-7"><h1>Hall</h1><figure><p class="attachment">
    <a href="/wp-content/uploads/2024/04/hall.jpg"><img src="/wp-content/uploads/2024/04/hall-300x200.jpg"></a></p>
    <figcaption>Main <em>Hall</em></figcaption></figure></body>"""
    record = read(body, f"{STORY}hall/").record
    assert (record.id, record.type, record.slug) == (7, "attachment", "hall")
    assert record.attachment_url == f"{SITE}/wp-content/uploads/2024/04/hall.jpg"
    assert (record.excerpt, record.featured) == ("Main <em>Hall</em>", None)


def test_a_player_s_address_is_that_of_the_file() -> None:
    tree = page('<main><audio src="/wp-content/uploads/a.mp3?_=1"></audio></main>')
    assert attached_file(tree, SITE) == f"{SITE}/wp-content/uploads/a.mp3"
    assert attached_file(page("<p>Nothing.</p>"), SITE) == ""


NUMBERS = {
    '<link rel="shortlink" href="https://x.example/?p=12">': 12,
    '<link rel="shortlink" href="https://x.example/?p=0">': 0,
    '<link rel="shortlink" href="https://x.example/?page_id=8">': 8,
    '<link rel="shortlink" href="https://wp.me/p6MWbl-Aeb">': 139263,
    '<link rel="shortlink" href="https://wp.me/s6MWbl-slug">': 0,
    '<link rel="alternate" href="/wp-json/wp/v2/posts/33">': 33,
    '<link rel="alternate" href="/?rest_route=/wp/v2/pages/34">': 34,
    '<link rel="alternate" href="/wp-json/wp/v2/categories/5">': 0,
}


@pytest.mark.parametrize(("link", "number"), NUMBERS.items())
def test_links_tell_the_id(link: str, number: int) -> None:
    assert identify(page(head=link)).id == number


BODIES = {
    ("single single-post postid-5", ""): (5, "post"),
    ("single single-promo postid-5", ""): (5, "promo"),
    ("page-template-default page page-id-6", ""): (6, "page"),
    ("attachment attachmentid-7", ""): (7, "attachment"),
    ("singular singular-post-8", '<article class="post-8 book type-book hentry"></article>'): (8, "book"),
    ("", '<div class="post-9 post type-post hentry"></div>'): (9, "post"),
    ("", '<div id="post-9"></div><div id="post-10"></div>'): (0, ""),
    ("", "<p>x</p>"): (0, ""),
}


@pytest.mark.parametrize(("where", "identity"), BODIES.items())
def test_classes_tell_id_and_type(where: tuple[str, str], identity: tuple[int, str]) -> None:
    found = identify(page(where[1], classes=where[0]))
    assert (found.id, found.type) == identity


CANONICAL = {
    f'<link rel="canonical" href="{STORY}?utm_source=x">': STORY,
    f'<link rel="canonical" href="{STORY}comment-page-2/#comments">': STORY,
    f'<meta property="og:url" content="{STORY}">': STORY,
    f'<link rel="alternate" href="{SITE}/wp-json/oembed/1.0/embed?url=https%3A%2F%2Fx.example%2Fa%2F">': "https://x.example/a/",
    f'<link rel="canonical" href="{SITE}/"><meta property="og:url" content="{STORY}">': STORY,
    '<link rel="canonical" href="/2024/04/story/">': STORY,
    "": "",
}


@pytest.mark.parametrize(("head", "permalink"), CANONICAL.items())
def test_a_page_names_its_permalink(head: str, permalink: str) -> None:
    assert identify(page(head=head), f"{SITE}/a/b").canonical == permalink


SLUGS = {
    STORY: "story",
    f"{SITE}/story.html": "story",
    f"{SITE}/?p=3": "",
    f"{SITE}/a/index.html": "",
    f"{SITE}/%e4%b8/": "%e4%b8",
}


@pytest.mark.parametrize(("url", "slug"), SLUGS.items())
def test_a_permalink_ends_in_the_slug(url: str, slug: str) -> None:
    assert slug_of_permalink(url) == slug


POST = "post-1 post type-post status-publish hentry"
TERMS: dict[str, tuple[Any, list[tuple[str, str, str]]]] = {
    "classes are complete": (
        page(
            f"""<nav><a href="/category/news/">News</a></nav><article id="post-1" class="{POST} category-news
            category-april-2024 tag-foerderung">A</article><a rel="tag" href="/tag/others/">Others</a>""",
            '<meta property="article:tag" content="Förderung">',
        ),
        [("category", "news", "News"), ("category", "april-2024", ""), ("post_tag", "foerderung", "Förderung")],
    ),
    "an ID for a slug that isn't ASCII": (
        page(
            f"""<article class="{POST} category-13 tag-9"><a rel="category tag" href="/category/2024/">2024</a>
            <a rel="tag" href="/tag/%e5%ad%a6/">学生</a></article>"""
        ),
        [("category", "2024", "2024"), ("post_tag", "%e5%ad%a6", "学生")],
    ),
    "a taxonomy of its own": (
        page(f'<article class="{POST} genre-poetry"><a rel="tag" href="/genre/poetry/">Poetry</a></article>'),
        [("genre", "poetry", "Poetry")],
    ),
    "a taxonomy that only a class tells": (
        page(f'<article class="{POST} story_type-obituary et_pb-x infinite-scroll">A</article>'),
        [("story_type", "obituary", "")],
    ),
    "a block's list": (
        page(
            """<div class="taxonomy-series wp-block-post-terms"><a rel="tag" href="/x/spring/">Spring</a></div>
            <div class="taxonomy-category"><a rel="tag" href="/category/news/">News</a></div>"""
        ),
        [("series", "spring", "Spring"), ("category", "news", "News")],
    ),
    "lists without rel": (
        page(
            """<ul class="td-category"><li><a href="/category/a/b/">› B</a></li></ul><p class="tag-links">
            <a href="/tag/iowa/">Iowa (92)</a></p><p><a href="/?cat=3" rel="category">Three</a></p>"""
        ),
        [("category", "b", "B"), ("post_tag", "iowa", "Iowa"), ("category", "", "Three")],
    ),
    "a row of nothing but terms": (
        page("<ul><li><a href='/news/tag/a/'>A</a></li><li><a href='/news/tag/b/'>B</a></li></ul>"),
        [("post_tag", "a", "A"), ("post_tag", "b", "B")],
    ),
    "clouds, menus, sidebars and text have none": (
        page(
            """<div class="wp-block-tag-cloud"><a class="tag-cloud-link" href="/tag/a/">A</a></div><li class="cat-item">
            <a href="/category/b/">B</a></li><aside><a rel="tag" href="/tag/c/">C</a></aside>
            <p>See <a href="/tag/d/">d</a> and <a href="/">home</a>.</p>"""
        ),
        [],
    ),
    "a link alone is none": (page("<div><div><div><div><a href='/tag/a/'>A</a></div></div></div></div>"), []),
    "a layout called sidebar": (
        page('<div class="right-sidebar"><h1>A</h1><a rel="tag" href="/tag/a/">A</a></div>'),
        [("post_tag", "a", "A")],
    ),
    "only metadata": (
        page(
            head="""<meta property="article:section" content="News"><script type="application/ld+json">
            {"@type": "NewsArticle", "keywords": "Budget, Trustees"}</script>"""
        ),
        [("category", "", "News"), ("post_tag", "", "Budget"), ("post_tag", "", "Trustees")],
    ),
}


@pytest.mark.parametrize("name", TERMS)
def test_terms_are_read(name: str) -> None:
    tree, expected = TERMS[name]
    assert [(term.taxonomy, term.slug, term.name) for term in terms_of(tree, identify(tree).article)] == expected


def test_a_format_is_a_term() -> None:
    assert format_of(page(classes="single single-format-video")) == TermRef("post_format", "post-format-video", "Video")
    assert format_of(page(classes="single single-format-standard")) is None


OG = '<meta property="og:image" content="/uploads/hall-1200x630.jpg">'
FEATURED: dict[str, tuple[Any, str, str]] = {
    "the theme's, the largest of its sizes": (
        page('<img class="wp-post-image" src="/a-300x200.jpg" srcset="/a-300x200.jpg 300w, /a.jpg 900w">'),
        "",
        f"{SITE}/a.jpg",
    ),
    "lazy": (
        page('<div class="post-thumbnail"><img src="data:image/gif;base64,R0" data-src="/a.jpg"></div>'),
        "",
        f"{SITE}/a.jpg",
    ),
    "shared, and shown above the text": (page('<img src="/uploads/hall.jpg">', OG), "", f"{SITE}/uploads/hall.jpg"),
    "shared, but of the text": (page('<img src="/uploads/hall.jpg">', OG), '<img src="/uploads/hall.jpg">', ""),
    "shared, but not shown": (page("<p>x</p>", OG), "", ""),
    "with a link to the page itself": (
        page(f'<a href="{SITE}/"><img class="wp-post-image" src="/a.jpg"></a>'),
        "",
        f"{SITE}/a.jpg",
    ),
    "another post's": (page('<a href="/other/"><img class="wp-post-image" src="/a.jpg"></a>'), "", ""),
    "beside": (page('<aside><img class="wp-post-image" src="/a.jpg"></aside>'), "", ""),
    "in a list": (page('<ul><li><img class="wp-post-image" src="/a.jpg"></li></ul>'), "", ""),
    "a portrait": (page('<div class="post-thumbnail"><img class="avatar" src="/a.jpg"></div>'), "", ""),
}


@pytest.mark.parametrize("name", FEATURED)
def test_the_featured_picture_is_found(name: str) -> None:
    tree, content, url = FEATURED[name]
    found = featured_image(tree, SITE, content, None)
    assert (found.url if found else "") == url


def test_an_excerpt_is_printed_and_not_the_text_s_beginning() -> None:
    tree = page(
        '<div class="entry-summary"><p>In <em>short</em>.</p></div><h1>A</h1><h2 class="sno-story-deck">A deck</h2>'
    )
    assert excerpt_of(tree, "<p>The story.</p>", None) == "<p>In <em>short</em>.</p>"
    assert excerpt_of(tree, "<p>In <em>short</em>. And on.</p>", None) == ""
    assert subtitle_of(tree, "", None) == "A deck"
    assert subtitle_of(page('<aside><h1>A</h1><p class="deck">x</p></aside>'), "", None) == ""
    assert subtitle_of(page('<h1>A</h1><div><p class="subtitle">Our letter</p><form></form></div>'), "", None) == ""
    assert subtitle_of(page('<h1>A</h1><p class="subtitle">Opinion:</p>'), "", None) == ""


LINKS = f"""<div class="page-links"><a href="{STORY}">1</a> <a href="{STORY}2/">2</a> <a href="{STORY}3/">3</a></div>
<a href="{STORY}comment-page-2/">2</a><a href="{SITE}/archives/4/">4</a>"""


def test_the_first_part_of_an_article_is_told() -> None:
    tree = page(LINKS)
    assert first_part(tree, f"{STORY}2/") == STORY
    assert first_part(tree, STORY) == STORY
    assert first_part(page('<a href="?p=3">1</a>'), f"{SITE}/?p=3&page=2") == f"{SITE}/?p=3"


def test_a_number_is_no_part_for_want_of_a_first() -> None:
    assert first_part(page("<p>x</p>"), f"{SITE}/archives/25/") == f"{SITE}/archives/25/"
    assert first_part(page("<p>x</p>"), f"{STORY}2/", STORY) == STORY


def test_a_later_part_has_the_first_one_s_address() -> None:
    body = f'<link rel="canonical" href="{STORY}2/"><body class="single single-post postid-3">{LINKS}{TEXT}</body>'
    got = read(body, f"{STORY}2/")
    assert (got.record.link, got.record.slug) == (STORY, "story")


TITLES = {
    '<meta property="og:site_name" content="The Gazette">': "The Gazette",
    '<script type="application/ld+json">{"@type": "WebSite", "name": "The Gazette"}</script>': "The Gazette",
    '<link rel="alternate" type="application/rss+xml" title="The Gazette RSS Feed" href="/feed/">': "The Gazette",
    "<title>A story – The Gazette</title>": "The Gazette",
    "<title>The Gazette » A story</title>": "The Gazette",
    "<title>A story</title>": "",
    "<title>A story of two</title>": "",
}


@pytest.mark.parametrize(("head", "title"), TITLES.items())
def test_a_page_names_its_site(head: str, title: str) -> None:
    assert facts_of(page("<h1>A story</h1>", head), Visit(SITE)).get("title", "") == title


def test_a_heading_may_be_the_site_s() -> None:
    tree = page(
        '<h1><a href="/">The Gazette</a></h1><h2 class="title">A story</h2>', "<title>The Gazette » A story</title>"
    )
    assert facts_of(tree, Visit(SITE))["title"] == "The Gazette"


def test_facts_that_a_page_doesn_t_tell_are_left_out() -> None:
    assert facts_of(page("<p>x</p>"), Visit(SITE)) == {}
    headers = {"link": f'<{SITE}/wp-json/>; rel="https://api.w.org/"'}
    assert facts_of(page("<p>x</p>"), Visit(SITE, headers=headers)) == {"api": f"{SITE}/wp-json/"}


UTF8 = "<p>Zoë “said”</p>"
BYTES: dict[str, tuple[bytes, str, str]] = {
    "declared by the server": (UTF8.encode("cp1252"), "text/html; charset=ISO-8859-1", UTF8),
    "UTF-8, whatever is declared": (UTF8.encode(), "text/html; charset=iso-8859-1", UTF8),
    "declared by the page": (b"<meta charset='windows-1251'>" + "Да".encode("cp1251"), "text/html", "Да"),
    "by http-equiv": (
        b"<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>" + "日本".encode("shift_jis"),
        "",
        "日本",
    ),
    "all ASCII bytes": (b"<meta charset=iso-2022-jp>" + "日本".encode("iso2022_jp"), "", "日本"),
    "a byte order mark": (b"\xff\xfe" + UTF8.encode("utf-16-le"), "text/html; charset=utf-8", UTF8),
    "undeclared": (UTF8.encode("cp1252"), "", UTF8),
    "undeclared, guessed": (
        ("Привет, это старая страница без объявления кодировки. " * 3).encode("cp1251"),
        "",
        "Привет",
    ),
    "an unknown name": (UTF8.encode(), "text/html; charset=none", UTF8),
    "entities": (b"<p>&euml;&#8217;", "", "<p>&euml;&#8217;"),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_become_text(name: str) -> None:
    body, mime, text = BYTES[name]
    read_text, repair = text_of_body(body, {"content-type": mime})
    assert text in read_text
    assert repair is None


def test_broken_bytes_are_told() -> None:
    text, repair = text_of_body("<p>Zoë</p>".encode() * 9 + b"\x93quoted\x94", {})
    assert text.endswith("“quoted”")
    assert repair is not None
    assert (repair.rule, repair.before, repair.after) == ("page.encoding", "\\x93 \\x94", "“ ”")
    record = read_page(
        Visit(STORY, body=WHOLE.encode().replace(b"Main Hall", b"Main H\xe4ll ") + "ë".encode() * 9)
    ).record
    assert record.repairs[0].rule == "page.encoding"


def test_what_all_pages_share_still_tells_of_each() -> None:
    form = '<div id="respond"><form action="/wp-comments-post.php"><p>Leave a reply, dear reader.</p></form></div>'
    bodies = [
        f'<body class="single single-post postid-{number}"><h1>On {day}</h1>{TEXT.replace("Tuesday", day)}{form}</body>'
        for number, day in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"), 1)
    ]
    visits = [Visit(f"{SITE}/story-{number}/", body=body.encode()) for number, body in enumerate(bodies)]
    common = common_blocks(visits)["gazette.example.edu"]
    assert common
    record = read_page(visits[0], common).record
    assert record.comment_status == "open"
    assert "Leave a reply" not in record.content
