"""Pages that a browser captured which was logged in: what not everyone may see is no public document."""

from __future__ import annotations

import pytest

from migrator.sources.capture.visit import Visit
from migrator.sources.pages.page import read_page

TEXT = "<p>The council met on Monday, and the dean said that the library stays open for everyone.</p><p>So be it.</p>"


def status_of(title: str = "Fire", *, name: str = "publish", query: str = "", body: str = "logged-in") -> str:
    html = f"""<html><head><title>{title}</title></head><body class="single single-post postid-7 {body}">
    <article id="post-7" class="post-7 post type-post status-{name}"><h1 class="entry-title">{title}</h1>
    <div class="entry-content">{TEXT}</div></article></body></html>"""
    page = read_page(Visit(f"https://a.org/fire/{query}", headers={"content-type": "text/html"}, body=html.encode()))
    assert page.kind == "document"
    return page.record.status


@pytest.mark.parametrize("name", ["private", "draft", "pending", "future"])
def test_the_article_s_class_names_the_status(name: str) -> None:
    assert status_of(name=name) == name


@pytest.mark.parametrize("name", ["publish", "archived", "open"])
def test_what_else_there_is_is_public(name: str) -> None:
    assert status_of(name=name) == "publish"


@pytest.mark.parametrize("query", ["?p=7&preview=true", "?preview_id=7&preview=true&preview_nonce=1"])
def test_a_preview_is_a_draft(query: str) -> None:
    assert status_of(query=query) == "draft"
    assert status_of(query=query, name="pending") == "pending"


@pytest.mark.parametrize("query", ["?s=preview", "?previews=true", "?preview=truely"])
def test_other_questions_are_no_preview(query: str) -> None:
    assert status_of(query=query) == "publish"


@pytest.mark.parametrize(
    ("title", "body", "status"),
    [
        ("Private: Minutes", "logged-in", "private"),
        ("Privat: Protokoll", "logged-in", "private"),
        ("Private: Minutes", "", "publish"),
        ("Private schools", "logged-in", "publish"),
    ],
)
def test_a_title_says_private_to_those_who_are_logged_in(title: str, body: str, status: str) -> None:
    assert status_of(title, body=body) == status
