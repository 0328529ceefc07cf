from __future__ import annotations

from typing import Any

import pytest

from migrator.archive.layout import relative
from migrator.normalise.links import links, redirects
from tests.newspaper import march, newspaper
from tests.sites import BASE, bare_post, canonical_post, make_site

SITE = newspaper()


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("content/posts/2024/03/a", "content/posts/2024/03/b", "b.md"),
        ("content/posts/2024/03/a", "content/pages/about/staff", "../../../pages/about/staff.md"),
        ("unpublished/draft/posts/a", "content/posts/2024/03/한국", "../../../content/posts/2024/03/한국.md"),
        ("content/a", "content/a", "a.md"),
        ("a", "b/c", "b/c.md"),
    ],
)
def test_the_way_from_one_document_to_another(source: str, target: str, link: str) -> None:
    assert relative(source, f"{target}.md") == link


def test_a_draft_may_link_to_what_is_not_public() -> None:
    post = canonical_post('<p><a href="/2024/03/12/secret/">x</a></p>', SITE, id=9, status="draft", link=f"{BASE}/?p=9")
    object.__setattr__(post.document, "public", False)
    object.__setattr__(post.document, "path", "unpublished/draft/posts/idea")
    links(post, SITE)
    assert post.tree[0][0].get("href") == "../../private/posts/2024/03/secret.md"
    assert post.redirects == []


def listed(base: str = BASE, **fields: Any) -> list[str]:
    site = make_site(base_blog_url=base, base_site_url=base, link=base)
    return list(redirects(bare_post(site, **fields), site))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"guid": f"{BASE}/?p=1", "link": "https://www.gazette.example.edu/2024/03/10/story/"},
            ["/2024/03/10/story/", "/?p=1"],
        ),
        (
            {
                "meta": [("_wp_old_slug", "draft-of-story"), ("_wp_old_date", "2024-03-01")],
                "date": "2024-03-10 09:00:00",
            },
            ["/2024/03/10/story/", "/?p=1", "/2024/03/10/draft-of-story/", "/2024/03/01/story/"],
        ),
        ({"type": "page", "link": f"{BASE}/about"}, ["/about", "/?page_id=1"]),
        ({"guid": "http://old.example.com/?p=7"}, ["/2024/03/10/story/", "/?p=1", "http://old.example.com/?p=7"]),
        ({"guid": f"{BASE}/?post_type=book&#038;p=1"}, ["/2024/03/10/story/", "/?p=1", "/?post_type=book&p=1"]),
        ({"guid": "tag:example.org,2024:1", "id": 0}, ["/2024/03/10/story/"]),
        ({"guid": f"{BASE}/"}, ["/2024/03/10/story/", "/?p=1"]),
        ({"link": ""}, ["/?p=1"]),
    ],
)
def test_every_old_address_leads_to_the_document(fields: dict[str, Any], expected: list[str]) -> None:
    assert listed(**fields) == expected


def test_a_site_in_a_subfolder_has_its_folder_in_its_addresses() -> None:
    base = "https://example.org/blog"
    assert listed(base, link=f"{base}/story/") == ["/blog/story/", "/blog/?p=1"]


def test_a_link_without_address_or_to_elsewhere_stays() -> None:
    html = '<p><a>1</a><a href="">2</a><a href="ftp://a.org/x">3</a><a href="http://[bad">4</a></p>'
    post = march(html, SITE)
    links(post, SITE)
    assert post.entries == []
