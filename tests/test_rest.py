"""What REST answers, as records: invented answers in the shape that WordPress gives them, and in others."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from migrator.model import Author, Entry, Record, Term, TermRef
from migrator.site.metadata import as_wordpress_writes
from migrator.sources.rest import (
    Lookups,
    read_comment,
    read_media,
    read_post,
    read_root,
    read_taxonomies,
    read_term,
    read_user,
    with_parents,
)
from migrator.sources.rest.excerpts import is_made_of
from migrator.sources.rest.serialized import meta_rows, serialize
from migrator.sources.wxr.php import decode_meta

POST: dict[str, Any] = {
    "id": 412,
    "date": "2019-11-05T18:40:00",
    "date_gmt": "2019-11-05T23:40:00",
    "guid": {"rendered": "https://harbor.example/?p=412"},
    "modified": "2019-11-06T09:00:12",
    "modified_gmt": "2019-11-06T14:00:12",
    "slug": "ferry-strike-ends",
    "status": "publish",
    "type": "post",
    "link": "https://harbor.example/2019/11/ferry-strike-ends/",
    "title": {"rendered": "Ferry strike ends &#8212; for now"},
    "content": {
        "rendered": "<p>The ferries sail again.</p>\n<figure><figcaption>Pier 4</figcaption></figure>\n"
        "<p>Talks go on.</p>",
        "protected": False,
    },
    "excerpt": {"rendered": "<p>The ferries sail again. Talks go on.</p>\n", "protected": False},
    "author": 3,
    "featured_media": 77,
    "parent": 0,
    "menu_order": 2,
    "comment_status": "open",
    "ping_status": "closed",
    "sticky": True,
    "template": "wide.php",
    "format": "aside",
    "meta": {"subtitle": "Boats move", "empty": "", "scores": {"home": 2}},
    "categories": [5, 6],
    "tags": [9],
    "desks": [21],
    "coauthors": [31],
    "jetpack_sharing_enabled": True,
}
LOOKUPS = Lookups(
    {"categories": "category", "tags": "post_tag", "desks": "desk", "coauthors": "author"},
    {
        ("category", 5): Term("category", "news", "News", 5),
        ("category", 6): Term("category", "harbor", "Harbor", 6),
        ("post_tag", 9): Term("post_tag", "strike", "Strike", 9),
        ("desk", 21): Term("desk", "metro", "Metro", 21),
        ("author", 31): Term("author", "cap-ines-roth", "Ines Roth", 31),
    },
    {3: Author("iroth", "Ines Roth", 3)},
)


def post(**changes: Any) -> Record:
    return read_post({**deepcopy(POST), **changes}, LOOKUPS)


def test_a_post_has_the_fields_that_an_export_has() -> None:
    record = post()
    assert (record.id, record.type, record.status, record.slug) == (412, "post", "publish", "ferry-strike-ends")
    assert (record.date, record.date_gmt) == ("2019-11-05 18:40:00", "2019-11-05 23:40:00")
    assert (record.modified, record.modified_gmt) == ("2019-11-06 09:00:12", "2019-11-06 14:00:12")
    assert (record.link, record.guid) == (POST["link"], "https://harbor.example/?p=412")
    assert (record.author, record.sticky, record.menu_order, record.protected) == ("iroth", True, 2, False)
    assert (record.comment_status, record.ping_status) == ("open", "closed")
    assert record.title == "Ferry strike ends &#8212; for now"
    assert (record.form, record.content) == ("rendered", POST["content"]["rendered"])
    assert record.meta == [
        ("subtitle", "Boats move"),
        ("scores", 'a:1:{s:4:"home";i:2;}'),
        ("_thumbnail_id", "77"),
        ("_wp_page_template", "wide.php"),
    ]
    assert record.terms == [
        TermRef("category", "news", "News"),
        TermRef("category", "harbor", "Harbor"),
        TermRef("post_tag", "strike", "Strike"),
        TermRef("desk", "metro", "Metro"),
        TermRef("author", "cap-ines-roth", "Ines Roth"),
        TermRef("post_format", "post-format-aside", "Aside"),
    ]
    assert record.repairs == []


def test_what_is_stored_is_taken_before_what_is_shown() -> None:
    record = post(
        title={"raw": "Ferry strike ends -- for now", "rendered": "x"},
        content={"raw": "[gallery]", "rendered": "<div>x</div>"},
        excerpt={"raw": "Short.", "rendered": "<p>Short.</p>"},
        guid={"raw": "https://harbor.example/?p=412&x=1", "rendered": "https://harbor.example/?p=412&#038;x=1"},
        status="draft",
    )
    assert (record.title, record.content, record.form) == ("Ferry strike ends -- for now", "[gallery]", "stored")
    assert (record.excerpt, record.status) == ("Short.", "draft")
    assert record.guid == "https://harbor.example/?p=412&x=1"


@pytest.mark.parametrize(
    ("excerpt", "kept"),
    [
        ("<p>The ferries sail again. Talks go on.</p>", False),
        ("<p>The ferries sail&hellip; <a class='more-link' href='#'>Continue reading Ferry strike</a></p>", False),
        ("<p>The ferries sail [&#8230;]</p>", False),
        ("", False),
        ("<p>After nine days, boats are moving.</p>", True),
        ("<p>Talks go on&hellip; but nobody knows how long they will.</p>", True),
    ],
)
def test_only_an_authors_own_excerpt_is_kept(excerpt: str, kept: bool) -> None:
    assert post(excerpt={"rendered": excerpt}).excerpt == (excerpt if kept else "")


def test_an_excerpt_may_lack_words_that_a_shortcode_shows() -> None:
    content = "<p>One two three four five six.</p><p>Founded in 1904 by sailors.</p>"
    assert is_made_of("One two three four five six. Founded in by [&hellip;]", content)
    assert not is_made_of("One two. Quite another matter is told here, at length [&hellip;]", content)
    assert not is_made_of("Founded elsewhere", content)


@pytest.mark.parametrize(
    ("title", "changes", "expected"),
    [
        ("Protected: Minutes", {"content": {"rendered": "", "protected": True}}, "Minutes"),
        ("Geschützt: Protokoll", {"content": {"rendered": "", "protected": True}}, "Protokoll"),
        ("Private: Minutes", {"status": "private"}, "Minutes"),
        ("Protected: the last wetland", {}, "Protected: the last wetland"),
        ("Untitled", {"slug": "412"}, ""),
        ("Untitled", {"slug": "untitled"}, "Untitled"),
    ],
)
def test_a_title_is_what_its_author_wrote(title: str, changes: dict[str, Any], expected: str) -> None:
    assert post(title={"rendered": title}, **changes).title == expected


def test_a_stored_title_keeps_all_its_words() -> None:
    assert post(title={"raw": "Private: staff only"}, status="private").title == "Private: staff only"


@pytest.mark.parametrize(
    ("status", "kept"), [("publish", True), ("future", True), ("draft", False), ("pending", False)]
)
def test_the_date_of_a_draft_moves_on(status: str, kept: bool) -> None:
    assert bool(post(status=status).date_gmt) is kept and post(status=status).date


def test_a_password_is_told_and_not_kept() -> None:
    hidden = post(
        content={"rendered": "", "protected": True},
        excerpt={"rendered": "<p>There is no excerpt.</p>", "protected": True},
    )
    assert (hidden.protected, hidden.content, hidden.excerpt) == (True, "", "")
    edited = post(password="s3cret-word")
    assert edited.protected and "s3cret-word" not in repr(edited)


def test_what_the_site_does_not_show_is_told() -> None:
    record = post(author=88, categories=[5, 99])
    assert record.author == ""
    assert record.repairs == [
        Entry("rest.unknown", "warned", "author", "user 88"),
        Entry("rest.unknown", "warned", "term category", "99"),
    ]


def test_embedded_objects_stand_in_for_lists_but_errors_do_not() -> None:
    embedded = {
        "author": [{"id": 88, "name": "Ona Vik", "slug": "ona-vik"}],
        "wp:term": [[{"id": 99, "taxonomy": "category", "slug": "sea", "name": "Sea"}], []],
    }
    record = post(author=88, categories=[99], tags=[], desks=[], coauthors=[], format="standard", _embedded=embedded)
    assert (record.author, record.terms) == ("ona-vik", [TermRef("category", "sea", "Sea")])
    blocked = post(author=88, _embedded={"author": [{"code": "rest_user_cannot_view", "data": {"status": 401}}]})
    assert blocked.author == ""


@pytest.mark.parametrize("wrong", [None, "", 0, [], {}, "text", 5, [None], [[1]], {"a": {"b": 1}}, True, 1.5])
def test_fields_of_another_kind_end_nothing(wrong: Any) -> None:
    for name in POST:
        assert isinstance(read_post({**POST, name: wrong}, LOOKUPS), Record)
    for name in MEDIA:
        assert isinstance(read_media({**MEDIA, name: wrong}, LOOKUPS), Record)
    assert read_comment(dict.fromkeys(COMMENT, wrong))[1].meta in ([], [("a", 'a:1:{s:1:"b";i:1;}')])
    assert read_post({"yoast_head_json": wrong, "acf": wrong, "_embedded": wrong}, LOOKUPS).id == 0
    assert read_term("category", dict.fromkeys(("id", "slug", "name", "parent", "meta"), wrong)).taxonomy == "category"
    assert read_root(dict.fromkeys(("name", "home", "gmt_offset"), wrong)) is not None


def test_yoast_is_a_witness() -> None:
    graph = [
        {"@type": "Article", "author": {"@id": "#a"}, "datePublished": "2019-11-05T23:40:00+00:00"},
        {"@type": "WebSite", "name": "Harbor"},
        {"@type": "Person", "@id": "#a", "name": "Ines Roth"},
    ]
    record = post(yoast_head_json={"schema": {"@graph": graph}, "article_modified_time": "2019-11-06T14:00:12+00:00"})
    assert record.credited == [("Ines Roth", "json-ld")]
    assert record.dated == [("2019-11-05T23:40:00+00:00", "json-ld")]
    assert record.changed == [("2019-11-06T14:00:12+00:00", "json-ld")]


def test_authors_that_a_plugin_shows_are_credited_rather_than_those_of_json_ld() -> None:
    shown = [{"term_id": 31, "display_name": "Ines Roth"}, {"term_id": 32, "display_name": "Bo Lind"}, None]
    record = post(authors=shown, yoast_head_json={"author": "webmaster"})
    assert record.credited == [("Ines Roth", "rest authors"), ("Bo Lind", "rest authors")]
    assert post(yoast_head_json={"author": "Ona Vik"}).credited == [("Ona Vik", "json-ld")]


def test_items_of_menus() -> None:
    item = {
        "id": 60, "title": {"rendered": "About us"}, "status": "publish", "url": "https://harbor.example/about/",
        "type": "post_type", "object": "page", "object_id": 4, "parent": 0, "menu_order": 1, "menus": 8,
        "classes": ["top"], "xfn": ["me"], "target": "", "attr_title": "", "description": "",
    }  # fmt: skip
    lookups = Lookups({"menus": "nav_menu"}, {("nav_menu", 8): Term("nav_menu", "main", "Main", 8)})
    record = read_post(item, lookups)
    assert (record.type, record.title, record.menu_order) == ("nav_menu_item", "About us", 1)
    assert record.terms == [TermRef("nav_menu", "main", "Main")]
    meta = dict(record.meta)
    assert (meta["_menu_item_type"], meta["_menu_item_object_id"]) == ("post_type", "4")
    assert decode_meta(meta["_menu_item_classes"]) == ["top"]


MEDIA: dict[str, Any] = {
    "id": 77,
    "date": "2019-11-04T10:00:00",
    "slug": "pier",
    "status": "inherit",
    "type": "attachment",
    "link": "https://harbor.example/pier/",
    "title": {"rendered": "pier"},
    "author": 3,
    "description": {
        "rendered": "<p class=\"attachment\"><a href='#'><img src='#'></a></p>\n<p>Seen from the east.</p>\n"
    },
    "caption": {"rendered": "<p>Pier 4 at dawn. <em>Photo: Bo Lind</em></p>\n"},
    "alt_text": "A pier",
    "mime_type": "image/jpeg",
    "post": 412,
    "source_url": "https://harbor.example/wp-content/uploads/2019/11/pier-scaled.jpg",
    "media_details": {
        "width": 2560,
        "height": 1707,
        "file": "2019/11/pier-scaled.jpg",
        "sizes": {
            "medium": {
                "file": "pier-300x200.jpg",
                "width": 300,
                "height": 200,
                "filesize": 11,
                "mime_type": "image/jpeg",
                "source_url": "https://harbor.example/wp-content/uploads/2019/11/pier-300x200.jpg",
            },
            "full": {"file": "pier-scaled.jpg", "width": 2560, "height": 1707, "source_url": "x"},
        },
        "image_meta": {"credit": "Bo Lind", "camera": "X"},
        "original_image": "pier.jpg",
    },
}


def test_media_are_attachments_as_an_export_has_them() -> None:
    record = read_media(MEDIA, LOOKUPS)
    assert (record.type, record.parent, record.author) == ("attachment", 412, "iroth")
    assert record.attachment_url == MEDIA["source_url"]
    assert record.content == "Seen from the east."
    assert record.excerpt == "Pier 4 at dawn. <em>Photo: Bo Lind</em>"
    assert record.extra == {"wp:post_mime_type": "image/jpeg"}
    meta = dict(record.meta)
    assert (meta["_wp_attached_file"], meta["_wp_attachment_image_alt"]) == ("2019/11/pier-scaled.jpg", "A pier")
    read = as_wordpress_writes(meta["_wp_attachment_metadata"])
    assert read is not None
    assert (read.width, read.original, read.credit) == (2560, "pier.jpg", "Bo Lind")
    assert [(size.name, size.file) for size in read.sizes] == [("medium", "pier-300x200.jpg")]


def test_a_caption_made_of_the_description_is_none() -> None:
    made = {**MEDIA, "caption": {"rendered": "<p>Seen from the east.</p>\n"}}
    assert read_media(made, LOOKUPS).excerpt == ""


def test_a_file_without_details() -> None:
    url = "https://harbor.example/wp-content/uploads/sites/4/2019/11/tide%20table.pdf"
    record = read_media({"id": 5, "source_url": url, "media_details": {}}, LOOKUPS)
    assert record.meta == [("_wp_attached_file", "2019/11/tide table.pdf")]


COMMENT: dict[str, Any] = {
    "id": 19,
    "post": 412,
    "parent": 18,
    "author": 0,
    "author_name": "Reader",
    "author_url": "https://reader.example/",
    "date": "2019-11-06T00:10:00",
    "date_gmt": "2019-11-06T05:10:00",
    "content": {"rendered": "<p>At last.</p>\n"},
    "status": "approved",
    "type": "comment",
    "meta": [],
}


def test_comments() -> None:
    number, comment = read_comment(COMMENT)
    assert (number, comment.id, comment.parent, comment.author, comment.url) == (
        412, 19, 18, "Reader", "https://reader.example/",
    )  # fmt: skip
    assert (comment.date, comment.date_gmt) == ("2019-11-06 00:10:00", "2019-11-06 05:10:00")
    assert (comment.approved, comment.type, comment.content) == ("1", "comment", "<p>At last.</p>\n")
    assert (comment.email, comment.ip) == ("", "")
    assert read_comment({**COMMENT, "status": "hold"})[1].approved == "0"
    assert read_comment({**COMMENT, "status": "spam"})[1].approved == "spam"


def test_what_the_site_says_of_itself() -> None:
    root = {
        "name": "Harbor",
        "description": "News",
        "url": "https://harbor.example/wp",
        "home": "https://harbor.example/",
    }
    facts = read_root({**root, "gmt_offset": -5, "timezone_string": "America/New_York"})
    assert facts == {
        "title": "Harbor",
        "description": "News",
        "base_blog_url": "https://harbor.example",
        "timezone_string": "America/New_York",
        "gmt_offset": "-5",
    }


def test_where_types_and_taxonomies_are_listed() -> None:
    assert read_taxonomies(
        {"desk": {"slug": "desk", "rest_base": "desks"}, "beat": {"slug": "beat", "rest_base": ""}, "bad": None}
    ) == {
        "desks": "desk",
        "beat": "beat",
    }


def test_terms_name_their_parents_by_slug() -> None:
    items = [
        {
            "id": 7,
            "slug": "rugby",
            "name": "Rugby &amp; more",
            "parent": 5,
            "description": "d",
            "meta": {"color": "red"},
        },
        {"id": 5, "slug": "sports", "name": "Sports", "parent": 0, "meta": []},
        {"id": 8, "slug": "lost", "name": "Lost", "parent": 6},
    ]
    rugby, sports, lost = with_parents(read_term("category", item) for item in items)
    assert rugby == Term("category", "rugby", "Rugby &amp; more", 7, "sports", "d", (("color", "red"),))
    assert (sports.parent, lost.parent) == ("", "")
    named = Term("category", "derby", "Derby", parent="rugby")
    assert with_parents([named]) == [named]


def test_accounts() -> None:
    shown = Author("ines-roth", "Ines Roth", 3, nicename="ines-roth")
    assert read_user({"id": 3, "name": "Ines Roth", "slug": "ines-roth"}) == shown
    assert read_user({"id": 3, "username": "iroth", "slug": "ines-roth"}).login == "iroth"


@pytest.mark.parametrize("turn", [1, -1])
def test_an_account_is_told_by_the_answer_that_tells_most(turn: int) -> None:
    lookups = Lookups()
    answers = [{"id": 3, "slug": "ines-roth"}, {"id": 3, "username": "iroth", "slug": "ines-roth"}]
    lookups.add_users(read_user(answer) for answer in answers[::turn])
    assert lookups.users[3].login == "iroth"


@pytest.mark.parametrize("value", [{"a": 1, "b": [1, "zwei", None, 2.5, True]}, {"5": "x"}, [["é"]], [], {}])
def test_serialized_values_read_the_same_again(value: Any) -> None:
    assert decode_meta(serialize(value)) == (value or [])


def test_rows_of_meta() -> None:
    assert list(meta_rows("k", ["a", "b", ""])) == [("k", "a"), ("k", "b")]
    assert list(meta_rows("k", False)) == [] and list(meta_rows("k", True)) == [("k", "1")]
    assert list(meta_rows("k", 0)) == [("k", "0")]
