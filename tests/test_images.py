from __future__ import annotations

from typing import Any

import pytest

from migrator.archive.layout import folded
from migrator.markup.html import parse
from migrator.model import Image, MediaUse
from migrator.normalise.images import images, without_resizing
from migrator.normalise.lazy import attachment_number, largest, lazy, true_address
from migrator.normalise.media import kind_of, media_use
from tests.newspaper import UPLOADS, march, newspaper, upload
from tests.sites import canonical_post, make_site

SITE = newspaper()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.jpg 300w, b.jpg 1024w, c.jpg 768w", "b.jpg"),
        ("a.jpg, b.jpg 2x", "b.jpg"),
        ("https://a.org/x,y.jpg 1x", "https://a.org/x,y.jpg"),
        ("a.jpg 1.5x,b.jpg 1x", "a.jpg"),
        ("data:image/gif;base64,R0lGODlhAQ 1w", ""),
        ("", ""),
    ],
)
def test_the_largest_candidate_is_chosen(text: str, expected: str) -> None:
    assert largest([text]) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="a.jpg">', "a.jpg"),
        ('<img src="a-300x200.jpg" data-orig-file="https://a.org/a.jpg?x">', "https://a.org/a.jpg?x"),
        ('<img src="about:blank" data-echo="/b.jpg">', "/b.jpg"),
        ('<img src="/wp-content/plugins/lazy-load/images/1x1.trans.gif" data-lazy-src="b.jpg">', "b.jpg"),
        ('<img src="a.jpg" data-src=\'{"x":"y.jpg"}\'>', "a.jpg"),
        ('<img src="a.jpg" data-lazy="true">', "a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="/up/lazy-sunday.jpg">', "/up/lazy-sunday.jpg"),
        ('<img src="/up/lazy-sunday.jpg">', "/up/lazy-sunday.jpg"),
        ('<img src="/up/blank.gif" data-src="/up/blank.gif" srcset="c.jpg 2x">', "c.jpg"),
        (
            '<img src="data:image/png;base64,' + "A" * 5000 + '" srcset="b.jpg 1x">',
            "data:image/png;base64," + "A" * 5000,
        ),
        ('<img src="data:image/gif;base64,R0lGOD">', "data:image/gif;base64,R0lGOD"),
        ("<img>", ""),
    ],
)
def test_the_true_address_is_found(html: str, expected: str) -> None:
    assert true_address(parse(html)[0]) == expected


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ('<img class="alignleft wp-image-12 size-full">', "12"),
        ('<img class="my-wp-image-12x">', ""),
        ('<img data-attachment-id="7">', "7"),
        ('<img data-attachment-id="seven">', ""),
        ("<img>", ""),
    ],
)
def test_class_and_attribute_name_the_attachment(html: str, number: str) -> None:
    assert attachment_number(parse(html)[0]) == number


@pytest.mark.parametrize(
    "html", ["<noscript>Please allow scripts</noscript><img src='a.jpg'>", "<noscript><img src='a.jpg'></noscript>"]
)
def test_a_noscript_that_is_no_copy_stays(html: str) -> None:
    post = canonical_post(html)
    lazy(post, SITE)
    assert post.tree.find(".//noscript") is not None and not post.entries


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://a.org/x.JPG?w=3", "image"),
        ("/x.mp3#t=1", "audio"),
        ("x.m4v", "video"),
        ("x.docx", "file"),
        ("https://a.org/", ""),
        ("https://example.com", ""),
        ("/page.html", ""),
    ],
)
def test_an_extension_tells_the_kind(url: str, kind: str) -> None:
    assert kind_of(url) == kind


def used(html: str) -> dict[str, MediaUse]:
    post = march(html, SITE)
    images(post, SITE)
    return post.media


def test_every_file_is_listed_once_by_its_originals_address() -> None:
    found = used(
        f'<p><img src="{UPLOADS}/2024/03/crowd-300x200.jpg"><img src="{UPLOADS}/2024/03/crowd.jpg">'
        f'<a href="{UPLOADS}/2024/03/budget.pdf">x</a><a href="https://example.org/other.pdf">y</a>'
        f'<img src="{UPLOADS}/2018/01/lost.jpg"><img src="data:image/png;base64,AAAA"><img></p>'
        '<figure class="video"><video src="https://example.org/v"><track src="/v.vtt"></video></figure>'
    )
    assert [(use.url, use.kind, use.attachment) for use in found.values()] == [
        (f"{UPLOADS}/2024/03/crowd.jpg", "image", 20),
        (f"{UPLOADS}/2024/03/budget.pdf", "file", 23),
        (f"{UPLOADS}/2018/01/lost.jpg", "image", 0),
        ("https://example.org/v", "video", 0),
        ("https://gazette.example.edu/v.vtt", "file", 0),
    ]
    assert found[f"{UPLOADS}/2024/03/crowd.jpg"].path == "media/2024/03/crowd.jpg"
    assert found[f"{UPLOADS}/2018/01/lost.jpg"].path == "media/2018/01/lost.jpg"
    assert found["https://example.org/v"].path.startswith("media/elsewhere/example-org/v-")


def test_no_two_files_share_a_path() -> None:
    site = make_site(
        upload(1, "2024/04/Photo.jpg"), upload(2, "2024/04/photo.jpg"), upload(3, "2024/04/bus-e1700000000123.jpg")
    )
    addresses = [
        f"{UPLOADS}/2024/04/Photo.jpg",
        f"{UPLOADS}/2024/04/photo.jpg",
        f"{UPLOADS}/2024/04/photo-2.jpg",
        f"{UPLOADS}/2024/04/PHOTO.jpg",
        f"{UPLOADS}/2024/04/pho%20to.jpg",
        f"{UPLOADS}/2024/04/pho-to.jpg",
        f"{UPLOADS}/2024/04/bus-e1700000000123.jpg",
        "https://example.org/Photo.jpg",
        "https://example.org/photo.jpg",
        "https://example.org/photo.jpg?v=2",
        "https://example.com/photo.jpg",
    ]
    paths = [media_use(url, "image", site, site.picture(url)).path for url in addresses]
    assert len({folded(path) for path in paths}) == len(paths)
    assert paths[:2] == ["media/2024/04/Photo.jpg", "media/2024/04/photo-2.jpg"]
    assert paths[5] == "media/2024/04/pho-to.jpg"


@pytest.mark.parametrize(
    ("generator", "url"),
    [
        ("http://wordpress.com/", f"{UPLOADS}/2010/x.jpg"),
        ("https://wordpress.org/?v=6.1", f"{UPLOADS}/2010/x.jpg?w=300"),
    ],
)
def test_wordpress_com_resizes_under_a_sites_own_name_too(generator: str, url: str) -> None:
    assert without_resizing(f"{UPLOADS}/2010/x.jpg?w=300", make_site(generator=generator)) == url


@pytest.mark.parametrize(("query", "kept"), [("?_=1", ""), ("?_=12", ""), ("?_=1714400000000", "?_=1714400000000")])
def test_the_number_of_a_player_is_no_part_of_a_file_s_address(query: str, kept: str) -> None:
    assert without_resizing(f"{UPLOADS}/2024/03/song.mp3{query}", make_site()) == f"{UPLOADS}/2024/03/song.mp3{kept}"


def featured(**fields: Any) -> tuple[Image | None, list[str]]:
    post = march("", SITE)
    post.meta = fields
    images(post, SITE)
    return post.featured, [f"{entry.rule} {entry.before}" for entry in post.entries]


@pytest.mark.parametrize("value", ["20", 20, ["99", "20"]])
def test_the_featured_image_is_an_attachment(value: object) -> None:
    image, entries = featured(_thumbnail_id=value)
    assert image and (image.attachment, image.url, image.width) == (20, f"{UPLOADS}/2024/03/crowd.jpg", 1600)
    assert entries == []


def test_a_featured_image_tells_who_made_it() -> None:
    site = make_site(
        upload(
            7,
            "a-scaled.jpg",
            original="a.jpg",
            excerpt="On <em>March</em> 22",
            meta=[("photographer", "Théo"), ("_wp_attachment_image_alt", "Crowd")],
        )
    )
    post = march("", site)
    post.meta = {"_thumbnail_id": "7"}
    images(post, site)
    assert post.featured == Image(f"{UPLOADS}/a.jpg", "media/a.jpg", 7, "Crowd", "a-scaled.jpg", "On March 22", "Théo")
    assert list(post.media) == [f"{UPLOADS}/a.jpg"]


@pytest.mark.parametrize(
    ("value", "entries"), [("999", ["image.featured-missing 999"]), ("0", []), ("", []), ("x", []), ({"a": 1}, [])]
)
def test_a_featured_image_that_is_not_there_is_reported(value: object, entries: list[str]) -> None:
    assert featured(_thumbnail_id=value) == (None, entries)
