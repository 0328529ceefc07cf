"""Pages and the road by links: what a page is, the parts it has, where it leads within the site."""

from __future__ import annotations

import pytest

from migrator.crawl.page import page_of
from migrator.crawl.roads import links, pages
from migrator.crawl.step import Find, Seen, Site, Step, Turned, Unfit
from migrator.sources.capture.visit import Visit

SITE = Site("https://gazette.example/news/", roads=("links",), closes=True)
HTML = {"content-type": "text/html; charset=UTF-8"}
HERE = "https://gazette.example/news/2024/04/story/"


def read(inner: str, step: Step | None = None, classes: str = "single postid-5", site: Site = SITE) -> list[Find]:
    asked = step or Step(HERE, "links")
    body = f"<html><head><title>A story</title></head><body class='{classes}'>{inner}</body></html>".encode()
    return list(pages.read(asked, Visit(asked.url, 200, HTML, body), site))


def steps(found: list[Find]) -> list[tuple[str, str]]:
    return [(find.url.removeprefix(SITE.home), find.kind) for find in found if isinstance(find, Step)]


def test_links_are_followed_within_the_site() -> None:
    inner = """<a href="../other/">1</a> <a href="http://www.gazette.example/news/b/?utm_source=x#top">2</a>
    <a href="https://gazette.example/sports/">3</a> <a href="https://elsewhere.example/">4</a>
    <a href="mailto:a@b.example">5</a> <a href="#top">6</a> <a href="javascript:void(0)">7</a>
    <a href="/news/page/2/">8</a> <a href="/news/category/sports/">9</a> <a href="/news/2023/05/">10</a>"""
    assert steps(read(inner)) == [
        ("2024/04/other/", "page"),
        ("b/", "page"),
        ("page/2/", "list"),
        ("category/sports/", "list"),
        ("2023/05/", "list"),
    ]


def test_traps_are_remembered() -> None:
    found = read('<a href="?share=facebook">x</a>')
    assert Turned(f"{HERE}?share=facebook", "share", "links") in found


def test_without_the_road_by_links_none_is_followed() -> None:
    assert steps(read('<a href="/news/other/">x</a>', site=Site(SITE.home, roads=("sitemap",)))) == []


def test_too_deep_is_not_followed() -> None:
    assert steps(read('<a href="/news/other/">x</a>', Step(HERE, "links", depth=links.DEEPEST))) == []


@pytest.mark.parametrize(
    ("classes", "kind", "is_document"),
    [
        ("single postid-5", "page", True),
        ("page-template page page-id-3", "page", True),
        ("home page page-id-2", "list", True),
        ("home blog", "list", False),
        ("archive category category-news", "page", False),
        ("attachment attachmentid-9 single", "page", False),
        ("", "page", True),
        ("", "list", False),
    ],
)
def test_what_is_a_document_is_told_by_the_theme(classes: str, kind: str, is_document: bool) -> None:
    found = read("<article>Text</article>", Step(HERE, "links", kind), classes)  # type: ignore[arg-type]
    assert [find.title for find in found if isinstance(find, Seen)] == ["A story"] * is_document


def test_parts_of_a_document_are_had_by_every_road() -> None:
    inner = """<a href="/news/2024/04/story/2/">2</a> <a href="/news/2024/04/story/comment-page-1/#c">older</a>
    <a href="?page=3">3</a> <a href="/news/2024/04/other/2/">no</a>"""
    found = read(inner, site=Site(SITE.home, roads=("sitemap",)))
    assert steps(found) == [
        ("2024/04/story/2/", "page"),
        ("2024/04/story/comment-page-1/", "page"),
        ("2024/04/story/?page=3", "page"),
    ]
    assert not [find for find in read("x", Step(f"{HERE}2/", "sitemap", aim=pages.PART)) if isinstance(find, Seen)]


@pytest.mark.parametrize(
    ("visit", "reason"),
    [
        (Visit(HERE, 404, HTML, b"<html></html>"), "404 Not Found"),
        (Visit(HERE, 200, HTML, b"<html><body class='login wp-core-ui'></body></html>"), "a login page"),
        (Visit("https://gazette.example/news/wp-login.php?x", 200, HTML, b"<html></html>"), "a login page"),
        (Visit(SITE.home, 200, HTML, b"<html></html>"), "it redirects to the front page"),
        (Visit("https://gazette.example/sports/", 200, HTML, b"<html></html>"), "it redirects out of the site"),
        (Visit(HERE, 200, HTML, b"<html><body id='error-page'></body></html>"), "a page that WordPress shows"),
        (Visit(HERE, 200, HTML, b"<html><body class='single'><p>And then"), "it ends in the middle"),
        (Visit(HERE, 200, HTML, b"<html><title>Just a moment...</title></html>"), r"a firewall's page \(Cloudflare\)"),
    ],
)
def test_what_is_no_page_is_unfit(visit: Visit, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        list(pages.read(Step(HERE, "links"), visit, SITE))


def test_files_that_a_page_shows_or_links_to_are_asked_for_from_the_sites_host() -> None:
    inner = """<img src="/wp-content/uploads/a.jpg" srcset="/wp-content/uploads/a-300.jpg 300w">
    <img src="data:image/gif;base64,R0" data-src="//www.gazette.example/b.webp"> <img src="https://elsewhere.example/c.png">
    <img src="/blank.gif" data-original="/e.jpg" data-lazy="true">
    <a href="/wp-content/uploads/issue.pdf">Issue</a> <video><source src="d.mp4"></video>"""
    found = read(inner, site=Site(SITE.home, roads=("sitemap",), files="referenced"))
    assert [find.url for find in found if isinstance(find, Step) and find.kind == "file" and find.optional] == [
        "https://gazette.example/wp-content/uploads/a.jpg",
        "https://gazette.example/b.webp",
        "https://gazette.example/blank.gif",
        "https://gazette.example/e.jpg",
        f"{HERE}d.mp4",
        "https://gazette.example/wp-content/uploads/issue.pdf",
    ]


@pytest.mark.parametrize(
    ("visit", "reason"),
    [
        (Visit(HERE, 403, {"content-type": "image/jpeg"}), "403 Forbidden"),
        (Visit(HERE, 200, HTML, b"<html>Not here</html>"), "a page in its place"),
    ],
)
def test_what_is_no_file_is_unfit(visit: Visit, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        list(pages.read_file(visit))


def test_a_login_beside_the_text_is_no_wall() -> None:
    assert read('<article>Text</article><form id="loginform" action="/wp-login.php"></form>')


def test_a_file_is_no_document() -> None:
    assert (
        list(pages.read(Step(HERE, "links"), Visit(HERE, 200, {"content-type": "application/pdf"}, b"%PDF"), SITE))
        == []
    )


def digest_of(inner: str) -> str:
    page = page_of(Visit(HERE, 200, HTML, f"<html><body>{inner}</body></html>".encode()))
    assert page is not None
    return page.digest()


def test_the_digest_is_of_what_the_article_says() -> None:
    one = digest_of("<nav>Now</nav><article>The <b>text</b><script>nonce=1</script></article><aside>Latest</aside>")
    assert one == digest_of("<nav>Then</nav><article>The <b>text</b><script>nonce=2</script></article>")
    assert one != digest_of("<article>Another text</article>")
