from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from migrator.errors import SourceError
from migrator.model import Attachment, Author, Document, Record, Term
from migrator.options import Options
from migrator.site import Builder, Site
from migrator.site.clock import Stretch, moment_of, offset_between, offset_on, stretches
from migrator.sources.wxr.export import open_export
from migrator.sources.wxr.item import read_item
from tests.sites import BASE, make_site

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "wxr"
SIZES = (
    'a:5:{s:5:"width";i:2560;s:6:"height";i:1707;s:4:"file";s:24:"2024/04/photo-scaled.jpg";s:5:"sizes";a:2:{'
    's:6:"medium";a:3:{s:4:"file";s:17:"photo-300x200.jpg";s:5:"width";i:300;s:6:"height";i:200;}'
    's:5:"large";a:3:{s:4:"file";s:19:"photo-1024x683.webp";s:5:"width";i:1024;s:6:"height";i:683;}}'
    's:14:"original_image";s:9:"photo.jpg";}'
)


def post(number: int, **fields: Any) -> Record:
    slug = fields.setdefault("slug", f"story-{number}")
    defaults = {"type": "post", "status": "publish", "title": slug, "link": f"{BASE}/2024/04/10/{slug}/"}
    return Record(id=number, **(defaults | {"date": "2024-04-10 09:30:00", "guid": f"{BASE}/?p={number}"} | fields))


def upload(number: int, file: str, meta: tuple[tuple[str, str], ...] = (), **fields: Any) -> Record:
    url = f"{BASE}/wp-content/uploads/{file}"
    defaults = {"type": "attachment", "status": "inherit", "title": file, "attachment_url": url, "guid": url}
    return Record(id=number, meta=[("_wp_attached_file", file), *meta], **(defaults | fields))


def number_at(site: Site, url: str, base: str = "") -> int | None:
    found = site.resolve(url, base)
    return found.id if found else None


NEWS = make_site(
    post(5, slug="march", meta=[("_wp_old_slug", "april-march"), ("_wp_old_date", "2024-03-22")]),
    post(6, slug="%ed%95%9c%ea%b5%ad", link=f"{BASE}/2024/04/10/%ed%95%9c%ea%b5%ad/"),
    post(7, type="page", slug="staff", link=f"{BASE}/about/staff/", parent=8),
    post(8, type="page", slug="about", link=f"{BASE}/about/"),
    post(9, type="book", slug="moby", link=f"{BASE}/?book=moby", guid=f"{BASE}/?post_type=book&#038;p=9"),
    post(10, slug="idea", status="draft", link=f"{BASE}/?p=10"),
    post(11, slug="secret", status="private"),
    post(12, slug="twice", link=f"{BASE}/news/twice/"),
    post(13, slug="twice", link=f"{BASE}/arts/twice/"),
    upload(
        20,
        "2024/04/photo-scaled.jpg",
        (("_wp_attachment_metadata", SIZES),),
        parent=5,
        link=f"{BASE}/2024/04/10/march/photo/",
    ),
    upload(21, "2024/04/plan.pdf", parent=5, menu_order=1, link=f"{BASE}/?attachment_id=21"),
    link="https://www.gazette.example.edu",
)


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


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("/wp-content/uploads/2024/04/photo-300x200.jpg", "photo.jpg"),
        ("/wp-content/uploads/2024/04/photo-1024x683.webp", "photo.jpg"),
        ("/wp-content/uploads/2024/04/photo-scaled.jpg", "photo.jpg"),
        ("/wp-content/uploads/2024/04/photo.jpg", "photo.jpg"),
        ("/wp-content/uploads/2024/04/photo-640x427.jpg", "photo.jpg"),
        ("/wp-content/uploads/2024/04/photo-4000x3000.jpg", None),
        ("/wp-content/uploads/2024/04/photo-300x200.png", None),
        ("/wp-content/uploads/2024/05/photo-300x200.jpg", None),
        ("/wp-content/uploads/2024/04/photograph-300x200.jpg", None),
        (
            "https://i0.wp.com/gazette.example.edu/wp-content/uploads/2024/04/photo.jpg?resize=300%2C200&ssl=1",
            "photo.jpg",
        ),
        ("https://i2.wp.com/other.org/wp-content/uploads/2024/04/photo.jpg", None),
        ("https://other.org/wp-content/uploads/2024/04/photo.jpg", None),
    ],
)
def test_metadata_and_names_tell_a_files_attachment(url: str, original: str | None) -> None:
    url = url if url.startswith("http") else BASE + url
    found = NEWS.picture(url)
    assert (found[1] if found else None) == original
    assert (NEWS.attachment_by_url(url) is None) == (original is None)


def test_an_edited_picture_has_two_originals() -> None:
    backups = 'a:2:{s:9:"full-orig";a:1:{s:4:"file";s:7:"bus.jpg";}'
    backups += 's:11:"medium-orig";a:1:{s:4:"file";s:15:"bus-300x200.jpg";}}'
    sizes = 'a:2:{s:4:"file";s:30:"2024/04/bus-e1700000000123.jpg";s:5:"sizes";a:1:{'
    sizes += 's:6:"medium";a:1:{s:4:"file";s:30:"bus-e1700000000123-300x150.jpg";}}}'
    meta = ("_wp_attachment_metadata", sizes), ("_wp_attachment_backup_sizes", backups)
    site = make_site(upload(3, "2024/04/bus-e1700000000123.jpg", meta))
    folder = f"{BASE}/wp-content/uploads/2024/04/"
    edited, before = site.picture(folder + "bus-e1700000000123-300x150.jpg"), site.picture(folder + "bus-300x200.jpg")
    assert edited and edited[1] == "bus-e1700000000123.jpg"
    assert before and before[1] == "bus.jpg"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("https://sun.files.wordpress.com/2010/05/x.jpg", "2010/05/x.jpg"),
        ("https://gazette.example.edu/files/2010/05/x.jpg", "2010/05/x.jpg"),
        ("https://gazette.example.edu/wp-content/blogs.dir/3/files/2010/05/x.jpg", "2010/05/x.jpg"),
        ("https://gazette.example.edu/wp-content/uploads/sites/7/2010/05/x.jpg", "2010/05/x.jpg"),
        ("https://gazette.example.edu/app/uploads/2010/05/x.jpg", "2010/05/x.jpg"),
        ("https://gazette.example.edu/media/2010/05/x.jpg", "2010/05/x.jpg"),
        ("https://cdn.example.net/g/2010/05/x.jpg", "2010/05/x.jpg"),
    ],
)
def test_uploads_lie_in_many_folders(address: str, file: str) -> None:
    site = make_site(upload(3, file, attachment_url=address))
    found = site.attachment_by_url(address.replace("x.jpg", "x-150x150.jpg"))
    assert found and found.id == 3 and found.path == "media/" + file


FILES = "/wp-content/uploads/2010/05/"


@pytest.mark.parametrize(
    ("base", "address", "url", "is_the_same"),
    [
        (BASE, "/wp-content/uploads/sites/3/a.jpg", "/wp-content/uploads/sites/3/a.jpg", True),
        (BASE, "/wp-content/uploads/sites/3/a.jpg", "/files/a.jpg", True),
        (BASE, "/wp-content/uploads/sites/3/a.jpg", "/wp-content/blogs.dir/3/files/a.jpg", True),
        (BASE, "/wp-content/uploads/sites/3/a.jpg", "/wp-content/uploads/sites/7/a.jpg", False),
        (BASE, "/wp-content/uploads/sites/3/a.jpg", "/wp-content/uploads/a.jpg", False),
        (BASE, "/wp-content/uploads/a.jpg", "/wp-content/uploads/sites/3/a.jpg", False),
        (BASE, FILES + "a.jpg", "/files/2010/05/a.jpg", True),
        (BASE + "/blog", FILES + "a.jpg", "/files/2010/05/a.jpg", True),
        (BASE, "/wp-content/uploads/a.jpg", "https://gazette.files.wordpress.com/a.jpg", False),
        ("https://sun.wordpress.com", FILES + "a.jpg", "https://sun.files.wordpress.com/2010/05/a.jpg", True),
        ("https://sun.wordpress.com", FILES + "a.jpg", "https://sun.wordpress.com/files/2010/05/a.jpg", True),
        ("https://sun.wordpress.com", "https://sun.files.wordpress.com/2010/05/a.jpg", FILES + "a.jpg", True),
        ("https://sun.wordpress.com", FILES + "a.jpg", "https://moon.files.wordpress.com/2010/05/a.jpg", False),
        (BASE, "https://a.example.org/x/a.jpg", "https://b.example.org/x/a.jpg", False),
    ],
)
@pytest.mark.parametrize("says_its_file", [True, False])
def test_a_neighbour_in_a_network_has_other_files(
    base: str, address: str, url: str, *, is_the_same: bool, says_its_file: bool
) -> None:
    address, url = (part if part.startswith("http") else base + part for part in (address, url))
    file = "2010/05/a.jpg" if "2010" in address else "a.jpg"
    meta = [("_wp_attached_file", file)] if says_its_file else []
    site = make_site(
        Record(id=3, type="attachment", status="inherit", attachment_url=address, meta=meta),
        base_blog_url=base,
        base_site_url=base,
        link=base,
    )
    assert (site.attachment_by_url(url) is not None) == is_the_same


@pytest.mark.parametrize(
    ("url", "file"),
    [
        (f"{BASE}/wp-content/uploads/2010/05/x.jpg", "2010/05/x.jpg"),
        (f"{BASE}/wp-content/uploads/sites/7/x.jpg", "sites/7/x.jpg"),
        (f"{BASE}/files/2010/05/x.jpg", ""),
        ("https://other.example.org/wp-content/uploads/2010/05/x.jpg", ""),
    ],
)
def test_without_attachments_the_default_folder_is_the_sites(url: str, file: str) -> None:
    assert make_site().file_of(url) == file
    deep = make_site(upload(3, "a.jpg", attachment_url=f"{BASE}/wp-content/uploads/sites/7/a.jpg"))
    assert deep.file_of(f"{BASE}/wp-content/uploads/sites/7/2010/x.jpg") == "2010/x.jpg"
    assert deep.file_of(f"{BASE}/wp-content/uploads/2010/x.jpg") == ""


def test_hotlinked_attachments_of_one_name_are_different_files() -> None:
    addresses = (
        "https://a.example.org/photo.jpg",
        "https://b.example.org/photo.jpg",
        f"{BASE}/wp-content/uploads/photo.jpg",
    )
    site = make_site(
        *(
            Record(id=number, type="attachment", status="inherit", attachment_url=url)
            for number, url in enumerate(addresses, 1)
        )
    )
    assert [attachment.path for attachment in site.attachments()] == [
        "media/photo.jpg",
        "media/photo-2.jpg",
        "media/photo-3.jpg",
    ]
    assert [found.id for url in addresses if (found := site.attachment_by_url(url))] == [1, 2, 3]


def test_a_macs_decomposed_file_name_is_the_composed_one() -> None:
    site = make_site(upload(3, "2024/04/e\u0301te\u0301.jpg"))
    assert site.attachment_by_url(f"{BASE}/wp-content/uploads/2024/04/%C3%A9t%C3%A9.jpg")


def test_attachments_come_in_the_order_of_a_gallery() -> None:
    site = make_site(
        upload(9, "a.jpg", parent=5), upload(3, "b.jpg", parent=5, menu_order=2), upload(4, "c.jpg", parent=5)
    )
    assert [attachment.id for attachment in site.attachments_of(5)] == [4, 9, 3]


def test_an_attachment_is_read_from_its_metadata_however_broken() -> None:
    site = make_site(
        upload(
            1, "2024/04/photo-scaled.jpg", (("_wp_attachment_metadata", SIZES), ("_wp_attachment_image_alt", "A march"))
        ),
        upload(
            2, "b.jpg", (("_wp_attachment_metadata", 'a:1:{s:5:"sizes";s:3:"no!";}'),), excerpt="Cap", content="Long"
        ),
        upload(3, "c.jpg", (("_wp_attachment_metadata", "a:99:{broken"), ("photographer", "Théo &amp; Co"))),
        upload(4, "d.jpg", (("_media_credit", "Inés"), ("_navis_media_credit_org", "The Wire"))),
    )
    first, second, third, fourth = site.attachments()
    assert (first.original, first.width, first.alt) == ("2024/04/photo.jpg", 2560, "A march")
    assert [size.file for size in first.sizes] == ["photo-300x200.jpg", "photo-1024x683.webp"]
    assert (second.caption, second.description, second.sizes) == ("Cap", "Long", ())
    assert (third.credit, fourth.credit) == ("Théo & Co", "Inés / The Wire")


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


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2024-04-10 09:30:00", True),
        ("2024-04-10", True),
        ("0000-00-00 00:00:00", False),
        ("-0001-11-30 00:00:00", False),
        ("2024-02-30 00:00:00", False),
        ("2024-04-10 25:00:00", False),
        ("20240410", False),
        ("", False),
    ],
)
def test_an_unknown_date_is_no_date(text: str, known: bool) -> None:
    assert (moment_of(text) is not None) == known


@pytest.mark.parametrize(
    ("local", "gmt", "minutes"),
    [
        ("2024-04-10 00:30:00", "2024-04-09 19:00:00", 330),
        ("2024-04-10 23:59:59", "2024-04-11 03:59:58", -240),
        ("2024-01-01 13:45:00", "2024-01-01 00:00:00", 825),
        ("2024-01-01 00:00:00", "2024-01-01 12:00:00", -720),
        ("2024-01-01 14:30:00", "2024-01-01 00:00:00", None),
        ("2024-01-05 00:00:00", "2024-01-01 00:00:00", None),
    ],
)
def test_an_offset_is_one_that_some_place_has(local: str, gmt: str, minutes: int | None) -> None:
    found = offset_between(datetime.fromisoformat(local), datetime.fromisoformat(gmt))
    assert found == (None if minutes is None else timedelta(minutes=minutes))


def days(*rows: tuple[str, int]) -> list[Stretch]:
    return stretches(Counter(rows))


def test_days_that_agree_make_a_stretch_and_an_odd_one_is_a_mistake() -> None:
    winter = [("2024-01-05", -300), ("2024-02-01", -300), ("2024-02-03", 0), ("2024-02-07", -300)]
    assert days(*winter, ("2024-04-10", -240)) == [
        Stretch("2024-01-05", "2024-02-07", -300),
        Stretch("2024-04-10", "2024-04-10", -240),
    ]
    assert days(("2024-01-05", 0), ("2024-01-05", 60), ("2024-01-05", 60)) == [Stretch("2024-01-05", "2024-01-05", 60)]
    assert days() == []


@pytest.mark.parametrize(
    ("day", "minutes"),
    [
        ("2024-02-01", -300),
        ("2024-03-05", -300),
        ("2024-03-25", -240),
        ("2024-06-01", -240),
        ("2024-09-01", -240),
        ("2023-12-25", -300),
        ("2023-08-01", None),
        ("2024-11-20", -240),
        ("2025-03-01", None),
    ],
)
def test_the_clock_is_read_from_the_days_around(day: str, minutes: int | None) -> None:
    known = [
        Stretch("2024-01-05", "2024-02-28", -300),
        Stretch("2024-04-01", "2024-06-30", -240),
        Stretch("2024-10-01", "2024-10-30", -240),
    ]
    found = offset_on(datetime.fromisoformat(day).date(), known)
    assert found == (None if minutes is None else timedelta(minutes=minutes))


def test_one_offset_through_all_years_holds_for_all() -> None:
    assert offset_on(datetime(1990, 1, 1).date(), [Stretch("2024-01-05", "2024-02-28", 540)]) == timedelta(hours=9)
    assert offset_on(datetime(1990, 1, 1).date(), []) is None


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
