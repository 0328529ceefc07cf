from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrator.archive.layout import (
    Place,
    check_template,
    document_path,
    folded,
    marked_media_path,
    media_path,
    numbered,
)
from migrator.errors import UsageError
from migrator.model import Record, TermRef
from migrator.normalise.slugs import MAX_BYTES, decoded, safe_file_name, safe_name, slug_of
from migrator.options import Options
from tests.sites import make_site

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def path(templates: dict[str, str] | None = None, **fields: Any) -> str:
    defaults: dict[str, Any] = {"id": 7, "type": "post", "status": "publish", "slug": "story", "day": "2024-04-10"}
    return document_path(Place(**(defaults | fields)), templates or {})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "content/posts/2024/04/story"),
        ({"type": "page", "parents": ("about", "staff")}, "content/pages/about/staff/story"),
        ({"type": "page"}, "content/pages/story"),
        ({"type": "tribe_events"}, "content/tribe_events/story"),
        ({"day": ""}, "content/posts/story"),
        ({"public": False, "status": "draft", "day": ""}, "unpublished/draft/posts/story"),
        ({"public": False, "status": "publish", "protected": True}, "unpublished/protected/posts/2024/04/story"),
        ({"public": False, "status": "wc-on-hold", "type": "shop_order"}, "unpublished/wc-on-hold/shop_order/story"),
        ({"public": False, "status": ""}, "unpublished/unknown/posts/2024/04/story"),
    ],
)
def test_a_document_lies_by_type_date_and_status(fields: dict[str, Any], expected: str) -> None:
    assert path(**fields) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{year}/{month}/{day}/{slug}", "content/2024/04/10/story"),
        ("{category}/{author}/{id}-{slug}", "content/news/ruth-hollis/7-story"),
        ("blog/{type}/{parent}/{slug}", "content/blog/post/story"),
        ("../../etc/{slug}", "content/etc/story"),
        ("{slug}.html", "content/story-html"),
    ],
)
def test_a_template_says_where_a_type_goes(template: str, expected: str) -> None:
    assert path({"post": template}, category="news", author="ruth-hollis") == expected


@pytest.mark.parametrize("template", ["{title}/{slug}", "{year}/{month}", ""])
def test_a_template_that_cannot_be_used_is_refused_by_name(template: str) -> None:
    with pytest.raises(UsageError, match="path"):
        check_template(template)


@pytest.mark.parametrize(
    ("slug", "title", "expected"),
    [
        ("%ed%95%9c%ea%b5%ad%ec%96%b4-%ec%86%8c%ec%8b%9d", "", "한국어-소식"),
        ("%e0%a6%ac%e0%a6%be%e0%a6%82%e0%a6%b2%e0%a6", "", "বাংল"),
        ("%ed%95%9c%e", "", "한"),
        ("%D7%A9%D7%9C%D7%95%D7%9D", "", "שלום"),
        ("", "Café &mdash; “Crème” / Brûlée?", "café-mdash-crème-brûlée"),
        ("", "../../etc/passwd", "etc-passwd"),
        ("", "C:\\CON\\nul.txt", "c-con-nul-txt"),
        ("", "Don't Panic", "dont-panic"),
        ("", "\u202egnp.exe\u202c \u200b\u2066x", "gnp-exe-x"),
        ("", "🎉 Party 👩‍🚀", "🎉-party-👩🚀"),
        ("", "... \x00\x1f\x7f", "post-7"),
        ("", "", "post-7"),
        ("con", "", "con_"),
        ("LPT1", "", "LPT1_"),
        ("lpt¹", "", "lpt¹_"),
        ("a.b. ", "", "a-b"),
        ("-dash-", "", "dash"),
        ("1984", "", "1984"),
        ("<script>alert(1)</script>", "", "script-alert-1-script"),
        ("e\u0301te\u0301", "", "été"),
    ],
)
def test_any_name_becomes_a_safe_one(slug: str, title: str, expected: str) -> None:
    assert path(slug=slug, title=title) == f"content/posts/2024/04/{expected}"


@pytest.mark.parametrize("slug", ["x" * 300, "한" * 300, "%ea%b5%90" * 100, "é" * 300, "👩‍🚀" * 100])
def test_long_slugs_are_cut_by_bytes_and_at_a_character(slug: str) -> None:
    name = path(slug=slug).rpartition("/")[2]
    assert 100 < len(name.encode()) <= MAX_BYTES
    assert "\ufffd" not in name


def test_a_deep_path_is_capped_as_a_whole() -> None:
    deep = path(type="page", parents=tuple(f"{number}-{'long' * 20}" for number in range(20)), slug="y" * 300)
    assert len(deep.encode()) <= 200
    assert deep.startswith("content/") and deep.endswith("y")


@given(st.text(), st.text())
def test_no_slug_or_title_makes_an_unsafe_path(slug: str, title: str) -> None:
    made = path(slug=slug, title=title)
    *_, name = parts = made.split("/")
    assert len(parts) == 5 and len(name.encode()) <= MAX_BYTES
    assert name.lower() not in RESERVED
    assert not set(name) & set('<>:"\\|?*. ') and name.isprintable()
    assert unicodedata.normalize("NFC", name) == name
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") for character in name)


@given(st.text())
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) in (name, name + "_")
    assert safe_name(safe_name(name)) == safe_name(name)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("2024/04/photo.jpg", "media/2024/04/photo.jpg"),
        ("2023/10/교정의-봄.jpg", "media/2023/10/교정의-봄.jpg"),
        ("2023/10/%EA%B5%90.jpg", "media/2023/10/교.jpg"),
        ("a b/My Photo (1).final.JPG", "media/a-b/My-Photo-1-final.JPG"),
        ("../../x.php", "media/x.php"),
        ("2024/04/", "media/2024/04/file"),
        ("2024/04/.htaccess", "media/2024/04/htaccess"),
        ("2024/04/con.jpg", "media/2024/04/con_.jpg"),
        ("2024\\04\\x.png", "media/2024/04/x.png"),
        ("noextension", "media/noextension"),
    ],
)
def test_an_upload_keeps_its_place(file: str, expected: str) -> None:
    assert media_path(file) == expected


@given(st.text(min_size=1))
def test_no_file_name_makes_an_unsafe_path(file: str) -> None:
    *folders, name = media_path(file).split("/")
    assert folders[0] == "media" and len(name.encode()) <= MAX_BYTES
    assert name.isprintable() and not set(name) & set('<>:"\\|?* ') and not name.startswith(".")
    assert name.partition(".")[0].lower() not in RESERVED


def test_a_file_known_by_address_only_is_marked_by_it() -> None:
    one = marked_media_path("x/Photo.JPG", "https://a.org/Photo.JPG")
    other = marked_media_path("x/Photo.JPG", "https://b.org/Photo.JPG")
    assert one != other
    assert one.startswith("media/x/Photo-") and one.endswith(".JPG")
    assert one == marked_media_path("x/Photo.JPG", "https://a.org/Photo.JPG")


def test_a_number_keeps_extension_and_cap() -> None:
    assert numbered("media/a.jpg", 2) == "media/a-2.jpg"
    assert numbered("content/v1.5/a", 3) == "content/v1.5/a-3"
    assert len(numbered("x" * MAX_BYTES, 12).encode()) <= MAX_BYTES


def test_what_is_one_file_for_some_file_system_has_one_fold() -> None:
    assert folded("Straße/É") == folded("STRASSE/e\u0301") == folded("strasse/é")


def test_slugs_are_decoded_or_made() -> None:
    assert decoded("%c3%a9t%c3%a9") == "été"
    assert decoded("100%") == "100"
    assert slug_of("Ruth Hollis") == "ruth-hollis"
    assert safe_file_name("...") == ""


def paths_of(*records: Record, options: Options | None = None) -> list[str]:
    site = make_site(*records, options=options)
    found = []
    for record in records:
        document = site.document_of(record)
        assert document is not None
        found.append(document.path)
    return found


def post(number: int, slug: str, **fields: Any) -> Record:
    defaults: dict[str, Any] = {"type": "post", "status": "publish", "date": "2024-04-10 09:30:00"}
    return Record(id=number, slug=slug, **(defaults | fields))


def test_case_twins_are_numbered_in_the_order_of_their_ids() -> None:
    twins = post(9, "Story"), post(3, "story"), post(5, "STORY"), post(4, "story-2")
    expected = ["Story-4", "story", "STORY-3", "story-2"]
    assert paths_of(*twins) == [f"content/posts/2024/04/{name}" for name in expected]


def test_paths_do_not_depend_on_the_order_of_the_source() -> None:
    records = [post(number, slug) for number, slug in enumerate(["a", "A", "á", "a", "b", "a-2"], 1)]
    forward = dict(zip([record.id for record in records], paths_of(*records), strict=True))
    backward = dict(zip([record.id for record in records[::-1]], paths_of(*records[::-1]), strict=True))
    assert forward == backward
    assert len({folded(name) for name in forward.values()}) == len(records)


def test_pages_lie_below_their_parents_even_in_a_circle() -> None:
    pages = (
        post(1, "about", type="page"),
        post(2, "staff", type="page", parent=1),
        post(3, "editors", type="page", parent=2),
        post(4, "loop", type="page", parent=5),
        post(5, "pool", type="page", parent=4),
        post(6, "orphan", type="page", parent=99),
    )
    found = paths_of(*pages)
    assert found[:3] == ["content/pages/about", "content/pages/about/staff", "content/pages/about/staff/editors"]
    assert found[3].endswith("/loop") and len(found[3]) <= 200
    assert found[5] == "content/pages/orphan"


def test_a_date_that_is_not_settled_is_no_folder() -> None:
    draft = post(1, "idea", status="draft", date_gmt="0000-00-00 00:00:00")
    scheduled = post(2, "soon", status="future", date="2031-01-01 00:00:00", date_gmt="2031-01-01 05:00:00")
    unknown = post(3, "old", date="0000-00-00 00:00:00")
    assert paths_of(draft, scheduled, unknown) == [
        "unpublished/draft/posts/idea",
        "unpublished/future/posts/2031/01/soon",
        "content/posts/old",
    ]


@pytest.mark.parametrize(
    ("told", "folder"),
    [
        ({"date_gmt": "2024-05-01 02:00:00"}, "2024/05/"),
        ({"date_gmt": "2024-05-01 02:00:00", "link": "https://gazette.example.edu/2024/04/30/a/"}, "2024/04/"),
        ({"date_gmt": "2024-05-01 02:00:00", "link": "https://gazette.example.edu/2024/04/a/"}, "2024/04/"),
        ({"link": "https://gazette.example.edu/archives/a/"}, ""),
        ({"dated": [("2024-04", "time")]}, "2024/04/"),
        ({"terms": (TermRef("category", "april-2024", "April 2024"),)}, "2024/04/"),
        ({"terms": (TermRef("category", "spring-2014", "Spring 2014"), TermRef("post_tag", "x", "News"))}, "2014/"),
        ({"terms": (TermRef("category", "years", "2013-2014"),)}, ""),
        ({"status": "draft", "terms": (TermRef("category", "april-2024", "April 2024"),)}, ""),
    ],
)
def test_who_else_tells_the_date_tells_the_folder(told: dict[str, Any], folder: str) -> None:
    root = "unpublished/draft" if told.get("status") else "content"
    assert paths_of(post(1, "a", date="0000-00-00 00:00:00", **told)) == [f"{root}/posts/{folder}a"]


def test_the_options_decide_who_gets_a_path() -> None:
    records = post(1, "a"), post(2, "b", status="draft"), post(3, "c", status="trash"), post(4, "d")
    assert paths_of(*records, options=Options(unpublished="skip"))[1:3] == ["", ""]
    assert paths_of(*records, options=Options(limit=1)) == ["content/posts/2024/04/a", "", "", ""]
    assert paths_of(*records, options=Options(paths={"post": "{id}"}))[0] == "content/1"


def upload(number: int, file: str, **fields: Any) -> Record:
    url = f"https://gazette.example.edu/wp-content/uploads/{file}"
    meta = [("_wp_attached_file", file), *fields.pop("meta", [])]
    return Record(id=number, type="attachment", status="inherit", attachment_url=url, meta=meta, **fields)


def test_different_uploads_of_one_name_do_not_collide_and_one_file_is_kept_once() -> None:
    uploads = (
        upload(1, "2024/04/Photo.jpg"),
        upload(2, "2024/04/photo.JPG"),
        upload(3, "2024/04/Photo.jpg"),
        upload(4, "2024/05/Photo.jpg"),
        upload(5, "2024/04/pho to.jpg"),
        upload(6, "2024/04/pho-to.jpg"),
    )
    site = make_site(*uploads)
    assert [attachment.path for attachment in site.attachments()] == [
        "media/2024/04/Photo.jpg",
        "media/2024/04/photo-2.JPG",
        "media/2024/04/Photo.jpg",
        "media/2024/05/Photo.jpg",
        "media/2024/04/pho-to.jpg",
        "media/2024/04/pho-to-2.jpg",
    ]
