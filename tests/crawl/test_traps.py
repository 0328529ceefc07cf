"""What is refused, by which rule, and what belongs to a site."""

from __future__ import annotations

import pytest

from migrator.crawl.scope import scope_of
from migrator.crawl.traps import TRAPS, trap_named, trap_of

HOME = "https://gazette.example"

CAUGHT = [
    ("share", "/a/?share=facebook"),
    ("share", "/a/?share=twitter&nb=1"),
    ("reply", "/a/?replytocom=12#respond"),
    ("like", "/a/?like_comment=5&_wpnonce=x"),
    ("feed", "/a/feed/"),
    ("feed", "/category/news/feed/atom"),
    ("amp", "/a/amp/"),
    ("amp", "/a/?amp"),
    ("amp", "/a/?noamp=mobile"),
    ("print", "/a/print/"),
    ("print", "/a/?print=print"),
    ("embed", "/a/embed/"),
    ("embed", "/a/trackback/"),
    ("search", "/?s=rain"),
    ("search", "/search/rain/"),
    ("login", "/wp-login.php?redirect_to=x"),
    ("admin", "/wp-admin/post.php"),
    ("admin", "/xmlrpc.php"),
    ("api", "/wp-json/wp/v2/posts"),
    ("api", "/?rest_route=/"),
    ("cart", "/shop/?add-to-cart=5"),
    ("session", "/a/?PHPSESSID=abc"),
    ("calendar", "/events/2024-05/"),
    ("calendar", "/calendar/2031/07/"),
    ("calendar", "/events/list/?tribe-bar-date=2024"),
    ("calendar", "/a/?ical=1"),
    ("order", "/shop/?orderby=price"),
    ("preview", "/?p=5&preview=true"),
    ("day", "/2024/04/10/"),
    ("tag", "/tag/rain/"),
    ("tag", "/tag/rain/page/3/"),
    ("author", "/author/jane/"),
    ("author", "/?author=3"),
    ("attachment", "/a/attachment/photo/"),
    ("attachment", "/?attachment_id=9"),
    ("code", "/wp-content/themes/x/style.css?ver=1"),
    ("file", "/wp-content/uploads/2024/04/photo.JPG"),
    ("file", "/issue.pdf"),
    ("repeated", "/news/news/news/"),
    ("repeated", "/a/b/a/b/c/"),
]

FREE = [
    "/",
    "/2024/04/story/",
    "/2024/04/10/story/",
    "/2024/04/",
    "/category/news/",
    "/page/2/",
    "/?p=12",
    "/?page_id=3",
    "/print/vol-120-no-11/",
    "/events/spring-fling/",
    "/calendar/",
    "/feeding-the-birds/",
    "/story/?lang=fr",
    "/2024/01/2024/",
    "/staff/jane/",
    "/amplifier/",
    "/%E4%B8%AD%E6%96%87/",
]


@pytest.mark.parametrize(("name", "path"), CAUGHT)
def test_a_trap_is_caught_by_its_rule(name: str, path: str) -> None:
    trap = trap_of(HOME + path)
    assert trap is not None and trap.name == name
    assert trap_named(name) == trap


@pytest.mark.parametrize("path", FREE)
def test_what_is_no_trap_is_free(path: str) -> None:
    assert trap_of(HOME + path) is None


def test_every_rule_has_a_case_and_says_why() -> None:
    assert {trap.name for trap in TRAPS} - {name for name, _ in CAUGHT} == {"customizer"}
    assert trap_of(f"{HOME}/?customize_changeset_uuid=x") == trap_named("customizer")
    assert all(trap.why and (trap.path or trap.query) for trap in TRAPS)


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        ("https://gazette.example/news/a/", True),
        ("http://www.gazette.example/news/a/", True),
        ("https://gazette.example/news", True),
        ("https://gazette.example/newsletter/", False),
        ("https://gazette.example/", False),
        ("https://gazette.example:8443/news/", False),
        ("https://sports.gazette.example/news/", False),
        ("ftp://gazette.example/news/", False),
        ("//gazette.example/news/", False),
    ],
)
def test_the_scope_is_a_host_and_a_path(url: str, inside: bool) -> None:
    assert scope_of("https://www.gazette.example/news/").has(url) is inside


def test_addresses_are_written_as_the_site_writes_them() -> None:
    scope = scope_of("https://www.gazette.example/")
    assert scope.fold("http://gazette.example/a/?utm_source=x&p=1#top") == "https://www.gazette.example/a/?p=1"
    assert scope.fold("http://gazette.example") == "https://www.gazette.example/"
