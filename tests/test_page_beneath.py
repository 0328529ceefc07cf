"""Pages of so few words that no sentence tells where the article is."""

from __future__ import annotations

from migrator.sources.capture.visit import Visit
from migrator.sources.pages.page import read_page

BYLINE = "<div class='byline'>By <a href='/author/jd/' rel='author'>Jane Doe</a></div>"
FILED = "<div class='filed'>Filed under <a href='/category/news/' rel='category tag'>News</a></div>"


def content_of(html: str) -> str:
    page = f"<title>No comment – The Gazette</title><body class='single postid-7'><div>{html}</div></body>"
    return read_page(Visit("https://gazette.example/a/", body=page.encode())).record.content.strip()


def test_what_stands_below_the_title_is_the_article() -> None:
    assert content_of(f"<h2>No comment</h2>{BYLINE}<div class='text'><p>No.</p></div>{FILED}") == "<p>No.</p>"


def test_an_author_box_is_no_article_however_much_it_says() -> None:
    box = "<div class='author-bio'><p>Jane Doe takes pictures of the town, and of all who live in it.</p></div>"
    html = f"<article><h1>No comment</h1><div class='entry-content'><ul><li>No.</li></ul></div>{box}</article>"
    assert content_of(html) == "<ul><li>No.</li></ul>"


def test_a_featured_picture_is_no_article_whatever_is_said_of_it() -> None:
    caption = "<figcaption>Old Main, the first building on campus, as the sun goes down behind it.</figcaption>"
    header = f"<header><h1>No comment</h1><figure><img src='/old-main.jpg'>{caption}</figure></header>"
    assert content_of(f"<article class='post'>{header}<div class='entry-content'></div></article>") == ""


def test_a_name_of_an_article_s_that_was_pasted_into_the_text_is_no_border_of_it() -> None:
    pasted = '<div class="article-body"><div>No.</div></div>'
    text = f"{pasted}<p>Nor today.</p><div>Nor ever.</div>"
    assert content_of(f"<h2>No comment</h2>{BYLINE}<div class='text'>{text}</div>{FILED}") == text


def test_what_lies_around_an_article_may_be_called_content() -> None:
    body = "<div class='entry-content'><p>No, and nor today.</p></div>"
    around = f"<div class='content'><p>By Jane Doe</p>{body}</div>"
    assert content_of(f"<h2>No comment</h2>{around}{FILED}") == "<p>No, and nor today.</p>"
