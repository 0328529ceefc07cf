"""Files of a site: which attachment an address or a name means, and where its uploads lie."""

from __future__ import annotations

import pytest

from migrator.model import Record
from tests.site_items import NEWS, SIZES, upload
from tests.sites import BASE, make_site


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
