"""A site as its index knows it: addresses, hosts, items, terms, accounts."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from migrator.errors import SourceError
from migrator.model import Attachment, Author, Document, Record, Term
from migrator.options import Options
from migrator.site import Builder, Site
from migrator.sources.wxr.export import open_export
from migrator.sources.wxr.item import read_item
from tests.site_items import NEWS, post, upload
from tests.sites import BASE, make_site

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "wxr"


def number_at(site: Site, url: str, base: str = "") -> int | None:
    found = site.resolve(url, base)
    return found.id if found else None


@pytest.mark.parametrize(
    ("url", "number"),
    [
        (f"{BASE}/2024/04/10/march/", 5),
        ("http://www.gazette.example.edu:80/2024/04/10/March", 5),
        ("//GAZETTE.example.edu/2024/04/10/march/?utm_source=feed&fbclid=x#comments", 5),
        ("/2024/04/10/march/", 5),
        ("../../../04/10/march/", 5),
        ("?p=5", 5),
        ("/?p=5&preview=true", 5),
        ("/index.php?page_id=7", 7),
        ("/index.php/2024/04/10/march", 5),
        ("/?attachment_id=21", 21),
        ("/2024/04/10/april-march/", 5),
        ("/2024/03/22/march/", 5),
        ("/2024/04/10/march/2/", 5),
        ("/2024/04/10/march/comment-page-3/#comment-9", 5),
        ("/2024/04/10/march/feed/", 5),
        ("/2024/04/10/march/?share=twitter&nb=1", 5),
        ("/2024/04/10/march/photo/", 20),
        ("/2024/04/10/march/attachment/photo/", 20),
        ("/2024/04/10/%ED%95%9C%EA%B5%AD/", 6),
        ("/2024/04/10/한국/", 6),
        ("/about/staff", 7),
        ("/about", 8),
        ("/?book=moby", 9),
        ("/?post_type=book&amp;p=9", 9),
        ("/?p=10", 10),
        ("/2011/02/march/", None),
        ("/2024/04/march/", 5),
        ("/march/", 5),
        ("/staff/", 7),
        ("/secret/", None),
        ("/twice/", None),
        ("/category/march/", None),
        ("/?s=march", None),
        ("/?cat=5", None),
        ("/", None),
        ("#top", None),
        ("", None),
        ("mailto:p@example.edu?p=5", None),
        ("https://other.example.org/?p=5", None),
        ("https://other.example.org/2024/04/10/march/", None),
        ("http://[bad", None),
        ("/wp-content/uploads/2024/04/photo-300x200.jpg", 20),
        ("/wp-content/uploads/2024/04/plan.pdf", 21),
        ("/wp-content/uploads/2024/05/plan.pdf", None),
    ],
)
def test_an_address_in_any_form_leads_to_its_document(url: str, number: int | None) -> None:
    assert number_at(NEWS, url, f"{BASE}/2024/04/10/other/") == number


def test_a_site_in_a_subfolder_shares_its_host() -> None:
    base = "https://example.org/blog"
    site = make_site(post(5, slug="a", link=f"{base}/2024/a/"), base_blog_url=base, base_site_url=base, link=base)
    assert number_at(site, "https://example.org/blog/?p=5") == 5
    assert number_at(site, "/blog/2024/a/") == 5
    assert site.is_own("https://example.org/blog") and site.is_own("http://www.example.org/blog/x")
    assert not site.is_own("https://example.org/shop/") and not site.is_own("https://example.org/blogs/")
    assert number_at(site, "http://example.org/2024/a/") == 5


def test_a_network_or_wordpress_com_is_not_the_site() -> None:
    site = make_site(
        post(5),
        base_site_url="http://wordpress.com/",
        base_blog_url="http://sun.wordpress.com",
        link="http://sun.wordpress.com",
    )
    assert site.base_url == "http://sun.wordpress.com"
    assert not site.is_own("http://wordpress.com/")


def test_the_host_of_most_permalinks_and_of_telling_guids_is_the_sites_own() -> None:
    moved = [
        post(number, link=f"https://sun.org/{number}/", guid=f"http://sun.wordpress.com/?p={number}")
        for number in range(1, 9)
    ]
    site = make_site(*moved, base_blog_url="http://old.sun.edu", base_site_url="", link="")
    assert site.hosts == {"sun.org", "sun.wordpress.com", "old.sun.edu"}
    assert number_at(site, "http://sun.wordpress.com/3/") == 3
    imported = [
        post(number, link=f"{BASE}/{number}/", guid=f"http://demo.org/?p={number + 1}") for number in range(1, 9)
    ]
    assert "demo.org" not in make_site(*imported).hosts


def test_an_international_host_has_one_spelling() -> None:
    base = "https://zeitung.münchen.de"
    site = make_site(post(5, link=f"{base}/x/"), base_blog_url=base, base_site_url=base, link=base)
    assert number_at(site, "https://zeitung.xn--mnchen-3ya.de/x") == 5


def test_a_site_without_an_address_takes_its_permalinks_host() -> None:
    assert (
        make_site(post(5), base_blog_url="http://", base_site_url="", link="").base_url == "https://gazette.example.edu"
    )
    assert make_site(base_blog_url="", base_site_url="", link="").base_url == ""


def test_the_same_item_is_kept_once_and_no_other_is_lost(tmp_path: Path) -> None:
    builder = Builder(tmp_path / "site.sqlite", Options())
    assert builder.add(post(5, title="One"))
    assert not builder.add(post(5, title="One"))
    other, page = post(5, title="Two"), post(5, type="page", title="One")
    assert builder.add(other) and builder.add(page) and not builder.add(page)
    nameless = Record(type="post", status="publish", guid="tag:x,1", title="A"), Record(type="post", guid="tag:x,2")
    assert [builder.add(record) for record in (*nameless, *nameless)] == [True, True, False, False]
    assert builder.add(upload(30, "a.jpg")) and not builder.add(upload(30, "a.jpg"))
    site = builder.finish()
    found = [site.document_of(record) for record in (post(5, title="One"), other, page, *nameless)]
    assert [document.title for document in found if document] == ["One", "Two", "One", "A", ""]
    assert len({document.path for document in found if document}) == len(found)
    assert found[3] and found[3].id < 0


def test_reusable_blocks_terms_and_accounts_are_found() -> None:
    term = Term("category", "rowing", "Rowing", 3, "sports", "Boats", (("colour", "#fff"),))
    site = make_site(
        post(5, type="wp_block", content="<!-- wp:paragraph --><p>Hi</p><!-- /wp:paragraph -->"),
        authors=(Author("rhollis", "Ruth Hollis", 3, "r@example.edu"),),
        terms=(term,),
    )
    assert (site.block(5) or "").startswith("<!-- wp:paragraph") and site.block(6) is None
    assert site.term("category", "rowing") == term and site.term("category", "x") is None
    assert list(site.terms()) == [term]
    author = site.author("rhollis")
    assert author and author.email == "r@example.edu"


def test_a_worker_gets_the_site_by_its_path() -> None:
    copy = pickle.loads(pickle.dumps(NEWS))
    assert number_at(copy, "/?p=5") == 5
    assert copy.options == NEWS.options and copy.hosts == NEWS.hosts
    copy.close()


def test_the_header_says_what_the_site_is() -> None:
    site = make_site(title="The Gazette", language="en-US", generator="https://wordpress.org/?v=6.1", version="1.2")
    assert (site.title, site.language, site.version) == ("The Gazette", "en-US", "1.2")


def exports() -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in sorted(CORPUS.glob("*.xml"))]


def indexed(path: Path, folder: Path) -> tuple[Site, Iterator[Record]]:
    export = open_export([path])
    builder = Builder(folder / "site.sqlite", Options())
    for name, value in export.header.facts.items():
        builder.set_fact(name, value)
    for author in export.header.authors:
        builder.add_author(author)
    for term in export.header.terms:
        builder.add_term(term)
    kept = []
    for batch in export.batches():
        for raw in batch:
            record = read_item(raw)
            if builder.add(record):
                kept.append(record)
    return builder.finish(), iter(kept)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus here")
@pytest.mark.parametrize("path", exports())
def test_real_exports_are_indexed_whole(path: Path, tmp_path: Path) -> None:
    try:
        site, kept = indexed(path, tmp_path)
    except SourceError:
        pytest.skip("refused")
    for record in kept:
        found: Document | Attachment | None = site.document_of(record) or site.attachment(record.id)
        assert found is not None
        if isinstance(found, Document) and found.path and record.link:
            assert site.resolve(record.link) is not None or not site.is_own(record.link)
    documents = list(site.documents())
    assert len({document.path.casefold() for document in documents}) == len(documents)


def test_numbers_no_database_has_do_no_harm(tmp_path: Path) -> None:
    builder = Builder(tmp_path / "site.sqlite", Options())
    odd = [post(-5), post(10**18 - 1), post(7, parent=10**18 - 1, menu_order=-(10**18) + 1)]
    assert all(builder.add(record) for record in odd)
    site = builder.finish()
    assert all(site.document_of(record) for record in odd)


def test_of_two_items_at_one_address_the_one_in_the_archive_is_meant() -> None:
    link = f"{BASE}/2024/04/10/march/"
    site = make_site(post(3, status="trash", link=link), post(5, link=link))
    assert number_at(site, link) == 5
    assert number_at(make_site(post(3, status="trash", link=link)), link) == 3


def test_a_term_without_a_slug_is_found_by_its_names() -> None:
    site = make_site(terms=(Term("post_tag", "", "Old &amp; New"), Term("post_tag", "", "Other")))
    assert [term.slug for term in site.terms()] == ["old-new", "other"]


def test_a_number_beyond_sqlites_is_nobodys() -> None:
    assert make_site().document(10**30) is None
    assert make_site().attachment(10**30) is None


@pytest.mark.parametrize("base", [BASE, f"{BASE}/blog"])
def test_a_guid_that_is_the_front_page_makes_no_item_the_front_page(base: str) -> None:
    records = [post(5, type="page", link=f"{base}/floats/", guid=f"{base}/"), post(6, link=f"{base}/home/", guid=base)]
    site = make_site(*records, base_blog_url=base, link=base)
    assert site.resolve(f"{base}/") is None and site.resolve(base) is None
    assert number_at(site, f"{base}/floats/") == 5
    front = make_site(post(5, type="page", link=f"{base}/", guid=f"{base}/"), base_blog_url=base, link=base)
    assert number_at(front, f"{base}/") == 5
