"""The road by sitemaps: indexes, packed ones, broken ones, those of other sites and of lists."""

from __future__ import annotations

import gzip

import pytest

from migrator.crawl.roads import sitemap
from migrator.crawl.step import Find, Site, Step, Turned, Unfit
from migrator.sources.capture.visit import Visit

SITE = Site("https://gazette.example/", sitemaps=("https://gazette.example/wp-sitemap.xml",))
XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def read(body: str | bytes, path: str = "post-sitemap.xml", status: int = 200, depth: int = 0) -> list[Find]:
    data = body.encode() if isinstance(body, str) else body
    url = f"https://gazette.example/{path}"
    visit = Visit(url, status, {"content-type": "application/xml"}, data)
    return list(sitemap.read(Step(url, "sitemap", "list", depth=depth), visit, SITE))


def urls(*rows: str) -> str:
    return f"<?xml version='1.0'?><urlset {XMLNS}>{''.join(f'<url>{row}</url>' for row in rows)}</urlset>"


STORY = "<loc>https://gazette.example/a/</loc><lastmod>2024-04-10T09:30:00+00:00</lastmod>"


def test_a_sitemap_names_pages_with_their_last_change() -> None:
    image = '<image:image xmlns:image="x"><image:loc>https://gazette.example/a.jpg</image:loc></image:image>'
    (step,) = read(urls(STORY + image))
    assert isinstance(step, Step)
    assert (step.url, step.kind, step.lastmod) == ("https://gazette.example/a/", "page", "2024-04-10T09:30:00+00:00")


def test_an_index_names_sitemaps() -> None:
    index = f"<sitemapindex {XMLNS}><sitemap><loc>https://www.gazette.example/b.xml</loc></sitemap></sitemapindex>"
    (step,) = read(index)
    assert isinstance(step, Step) and (step.kind, step.depth) == ("list", 1)
    assert not read(index, depth=sitemap.DEEPEST)


def test_what_is_packed_is_told_by_its_first_bytes() -> None:
    assert read(gzip.compress(urls(STORY).encode())) == read(urls(STORY))


def test_a_sitemap_that_is_cut_off_gives_what_is_there() -> None:
    assert read(urls(STORY, STORY)[:-40])[0] == read(urls(STORY))[0]
    assert read(gzip.compress(urls(*[STORY] * 99).encode())[:-20])[0] == read(urls(STORY))[0]


def test_no_more_than_the_protocol_allows_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 3)
    assert len(read(urls(*[STORY] * 9))) == 3


def test_a_bomb_is_unpacked_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 1000)
    assert len(sitemap.gunzipped(gzip.compress(b"x" * 100_000), 1000)) == 1000
    assert len(read(gzip.compress(urls(*[STORY] * 99).encode()))) < 20


def test_entities_are_not_resolved() -> None:
    doctype = '<!DOCTYPE urlset [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    found = read(
        f"<?xml version='1.0'?>{doctype}<urlset {XMLNS}><url><loc>https://gazette.example/&e;</loc></url></urlset>"
    )
    assert not any("root:" in str(find) for find in found)


def test_addresses_of_other_sites_and_of_lists_are_not_asked_for() -> None:
    assert read(urls("<loc>https://elsewhere.example/</loc>")) == [
        Turned("https://elsewhere.example/", "scope", "sitemap")
    ]


def test_sitemaps_of_a_site_below_a_path_may_lie_above_it() -> None:
    url = "https://gazette.example/sitemap.xml"
    sites = "<sitemap><loc>https://gazette.example/b.xml</loc></sitemap>"
    sites += "<sitemap><loc>https://elsewhere.example/b.xml</loc></sitemap>"
    body = f"<sitemapindex {XMLNS}>{sites}</sitemapindex>".encode()
    found = sitemap.read(Step(url, "sitemap", "list"), Visit(url, 200, {}, body), Site("https://gazette.example/news/"))
    assert [type(find) for find in found] == [Step, Turned]


@pytest.mark.parametrize(
    "path",
    [
        "wp-sitemap-taxonomies-category-1.xml",
        "wp-sitemap-users-1.xml",
        "category-sitemap.xml",
        "post_tag-sitemap2.xml",
        "author-sitemap.xml",
        "sitemap-tax-category.xml",
    ],
)
def test_sitemaps_of_lists_name_no_documents(path: str) -> None:
    assert read(urls(STORY), path) == [Turned("https://gazette.example/a/", "archive", "sitemap")]


@pytest.mark.parametrize("path", ["wp-sitemap-posts-post-1.xml", "post-sitemap.xml", "sitemap-pt-post-2024-04.xml"])
def test_sitemaps_of_documents_name_documents(path: str) -> None:
    assert isinstance(read(urls(STORY), path)[0], Step)


@pytest.mark.parametrize("body", ["<html><body>Not found</body></html>", "", "no markup at all"])
def test_what_is_no_sitemap_is_unfit(body: str) -> None:
    with pytest.raises(Unfit, match="no sitemap"):
        read(body)


def test_an_empty_sitemap_is_one() -> None:
    assert read(urls()) == []


def test_an_error_is_unfit() -> None:
    with pytest.raises(Unfit, match="404 Not Found"):
        read(urls(STORY), status=404)
