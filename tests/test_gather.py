"""Putting documents together: what an answer is, which pieces are of one document, whose word counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from migrator.model import Capture, Entry, Image, RawComment, Record, TermRef
from migrator.sources.capture.visit import Visit
from migrator.sources.gather.documents import put_together
from migrator.sources.gather.kinds import kind_of, may_be_page, node_kind, nodes_of
from migrator.sources.gather.roads import Piece, comments_of, joined
from migrator.sources.gather.store import Found, Store
from migrator.sources.gather.versions import count_others, is_alike

URL = "https://gazette.example.edu/2024/04/10/fire/"


@pytest.mark.parametrize(
    ("url", "mime", "body", "kind"),
    [
        (URL, "text/html; charset=utf-8", b"<!doctype html><title>A</title>", "page"),
        (URL, "", b"<html>", "page"),
        ("https://a.org/wp-json/wp/v2/posts?page=2", "application/json", b'[{"id": 1}]', "rest"),
        ("https://a.org/?rest_route=/wp/v2/posts", "text/html", b'[{"id": 1}]', "rest"),
        ("https://a.org/wp-json/wp/v2/posts", "text/html", b"<html>Log in", "page"),
        ("https://a.org/feed/", "application/rss+xml", b'<?xml version="1.0"?><rss version="2.0">', "feed"),
        ("https://a.org/feed/", "text/xml", b"<?xml version='1.0'?><rdf:RDF xmlns='x'>", "feed"),
        ("https://a.org/wp-sitemap.xml", "application/xml", b"<?xml version='1.0'?><sitemapindex>", "other"),
        ("https://a.org/a.jpg", "image/jpeg", b"\xff\xd8", "file"),
        ("https://a.org/robots.txt", "text/plain", b"User-agent: *", "other"),
    ],
)
def test_what_an_answer_is(url: str, mime: str, body: bytes, kind: str) -> None:
    assert kind_of(Visit(url, headers={"content-type": mime}, body=body)) == kind


@pytest.mark.parametrize(
    ("path", "is_page"),
    [
        ("feeding-the-geese/", True),
        ("2024/04/the-sitemap-of-the-campus/", True),
        ("?p=12", True),
        ("?rest_route=/wp/v2/types", False),
        ("wp-json/wp/v2/posts", False),
        ("?feed=rss2", False),
        ("robots.txt", False),
        ("sitemap_index.xml", False),
        ("sitemap.xml.gz", False),
    ],
)
def test_what_no_page_can_be(path: str, is_page: bool) -> None:
    assert may_be_page(f"https://a.org/{path}") == is_page


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        ({"namespaces": ["wp/v2"], "routes": {}, "name": "A"}, "root"),
        ({"name": "Posts", "slug": "post", "rest_base": "posts", "taxonomies": []}, "type"),
        ({"name": "Tags", "slug": "post_tag", "rest_base": "tags", "types": ["post"]}, "taxonomy"),
        ({"id": 3, "name": "News", "slug": "news", "taxonomy": "category"}, "term"),
        ({"id": 2, "name": "Jane", "slug": "jane", "link": URL, "avatar_urls": {}}, "user"),
        ({"id": 9, "post": 7, "author_name": "Ann", "content": {}, "type": "comment"}, "comment"),
        ({"id": 8, "type": "attachment", "source_url": "a.jpg", "media_type": "image", "title": {}}, "media"),
        ({"id": 7, "type": "post", "title": {}, "content": {}}, "post"),
        ({"code": "rest_disabled", "message": "no"}, "other"),
        ({"id": 1, "subtype": "post", "title": "in a search"}, "other"),
    ],
)
def test_what_an_object_of_rest_is(node: dict[str, object], kind: str) -> None:
    assert node_kind(node) == kind


def test_the_objects_of_an_answer() -> None:
    posts = [{"id": 1}, {"id": 2}]
    types = {"post": {"slug": "post", "rest_base": "posts"}, "page": {"slug": "page", "rest_base": "pages"}}
    assert list(nodes_of(json.dumps(posts).encode())) == posts
    assert list(nodes_of(json.dumps(types).encode())) == list(types.values())
    assert list(nodes_of(b'{"id": 1}')) == [{"id": 1}]
    assert list(nodes_of(b"<html>")) == list(nodes_of(b"7")) == list(nodes_of(b'["a"]')) == []


def record(**fields: object) -> Record:
    return Record(**{"id": 7, "type": "post", **fields})  # type: ignore[arg-type]


def test_each_field_is_told_by_the_road_that_is_trusted_most() -> None:
    page = record(
        title="Page", content="<p>page</p>", credited=[("Jane", "rel")], language="en", featured=Image("a.jpg"),
        comments=[RawComment(id=2, content="page"), RawComment(id=1, content="page")],
    )  # fmt: skip
    rest = record(title="REST", content="<p>rest</p>", form="rendered", terms=[TermRef("category", "news", "News")])
    export = record(title="Export", content="", status="publish", comments=[RawComment(id=2, content="export")])
    made = joined([Piece("page", page), Piece("rest", rest), Piece("export", export)])
    assert (made.title, made.content, made.form, made.status) == ("Export", "<p>rest</p>", "rendered", "publish")
    assert made.credited == page.credited
    assert made.terms == rest.terms
    assert made.featured == page.featured
    assert [(comment.id, comment.content) for comment in made.comments] == [(1, "page"), (2, "export")]
    assert made.roads["title"] == made.roads["status"] == "export"
    assert made.roads["content"] == "rest"
    assert made.roads["language"] == "page"


def test_answers_that_were_joined_beside_a_better_one_are_told() -> None:
    older = Entry("capture.joined", "skipped", f"{URL}?p=7", "", "page, 2024-03; the text is from page")
    dropped = Entry("page.sidebar", "removed", "page/body/div", "Weather")
    page = record(content="<p>a</p>", capture=Capture(URL, "2024-04"), repairs=[dropped, older])
    rest = record(
        content="<p>a</p>", repairs=[Entry("rest.unknown", "warned")], capture=Capture(f"{URL}rest", "2024-05")
    )
    made = joined(
        [Piece("page", page), Piece("rest", rest), Piece("feed", record(capture=Capture(f"{URL}feed", "2024-06")))]
    )
    assert made.repairs == [
        *rest.repairs,
        Entry("capture.joined", "skipped", URL, "", "page, 2024-04; the text is from rest"),
        older,
        Entry("capture.joined", "skipped", f"{URL}feed", "", "feed, 2024-06; the text is from rest"),
    ]
    assert joined([Piece("page", page)]).repairs == [dropped, older]


def test_a_beginning_of_a_text_gives_way_to_all_of_it() -> None:
    feed = record(content="<p>The […]</p>", roads={"content": "feed excerpt"})
    page = record(content="<p>The whole.</p>")
    assert joined([Piece("feed", feed), Piece("page", page)]).content == "<p>The whole.</p>"
    alone = joined([Piece("feed", feed), Piece("page", record())])
    assert alone.content == "<p>The […]</p>"
    assert alone.roads["content"] == "feed excerpt"


def test_an_export_knows_that_a_title_is_empty() -> None:
    assert joined([Piece("page", record(title="Untitled")), Piece("export", record())]).title == ""


def test_what_one_road_says_to_be_protected_is() -> None:
    assert joined([Piece("rest", record(protected=True)), Piece("page", record(content="<p>a</p>"))]).protected


def test_comments_without_numbers_are_told_apart_by_their_text() -> None:
    first, second = RawComment(content="one"), RawComment(content="two")
    assert comments_of([[first, second], [second]]) == [first, second]


def test_pieces_that_share_a_key_are_of_one_document(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    store.add(Found("page", 1, record(title="by id")), ["7 a.org"])
    store.add(Found("feed", 1, record(title="by link", id=0)), ["at a.org/x"])
    store.add(Found("rest", 1, record(title="both")), ["7 a.org", "at a.org/x"])
    store.add(Found("page", 1, record(title="other")), ["8 a.org"])
    titles = [[found.record.title for found in pieces] for _, pieces in store.documents()]
    assert titles == [["by id", "by link", "both"], ["other"]]
    assert store.document_of(["at a.org/none", "at a.org/x"]) == store.document_of(["7 a.org"])
    assert store.document_of(["9 a.org"]) is None


def test_documents_with_different_ids_stay_apart_at_addresses_that_differ_in_case(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    store.add(Found("rest", 1, record(title="News-Brief")), ["7 a.org", "at a.org/news-brief"])
    store.add(Found("rest", 1, record(title="news-brief")), ["8 a.org", "at a.org/news-brief"])
    titles = [[found.record.title for found in pieces] for _, pieces in store.documents()]
    assert titles == [["News-Brief"], ["news-brief"]]


def test_comments_that_came_apart_find_their_document(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    store.add(Found("rest", 1, record()), ["7 a.org"])
    store.add_comment("7 a.org", RawComment(id=3, content="three"))
    store.add_comment("7 a.org", RawComment(id=3, content="again"))
    store.add_comment("6 a.org", RawComment(id=4, content="four"))
    ((number, _),) = store.documents()
    assert [comment.content for comment in put_together(store, number).comments] == ["three"]
    assert [(key, comment.id) for key, comment in store.strays()] == [("6 a.org", 4)]


def test_a_comment_is_as_the_last_list_has_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    store.add(Found("rest", 1, record()), ["7 a.org"])
    for month, content in (("05", "then"), ("06", "mended"), ("04", "first")):
        store.add_comment("7 a.org", RawComment(id=3, content=content), f"2024-{month}-10T10:00:00Z")
    ((number, _),) = store.documents()
    assert [comment.content for comment in put_together(store, number).comments] == ["mended"]


def test_a_term_that_a_feed_names_is_the_one_of_that_name() -> None:
    page = record(terms=[TermRef("post_tag", "arts", "Arts & Culture")])
    feed = record(terms=[TermRef("category", "", "Arts &amp; Culture"), TermRef("category", "", "News")])
    made = joined([Piece("page", page), Piece("feed", feed)])
    assert [(term.taxonomy, term.name) for term in made.terms] == [("post_tag", "Arts & Culture"), ("category", "News")]


def test_of_several_lists_the_last_is_believed(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    for time, title in (("2024-04-10T10:00:00Z", "first"), ("2024-05-10T10:00:00Z", "corrected")):
        store.add(Found("rest", 1, record(title=title, capture=Capture(URL, time))), ["7 a.org"])
    ((number, _),) = store.documents()
    assert put_together(store, number).title == "corrected"


def test_what_lists_repeat_is_told_by_the_first_of_them(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    for month, title in ((3, "first"), (5, "corrected"), (4, "corrected")):
        store.add(Found("rest", 1, record(title=title, capture=Capture(URL, f"2024-0{month}"))), ["7 a.org"])
    ((number, _),) = store.documents()
    made = put_together(store, number)
    assert (made.title, made.capture) == ("corrected", Capture(URL, "2024-04", versions=1))
    assert [entry.after for entry in made.repairs] == ["rest, 2024-03; the text is from rest"]


@pytest.mark.parametrize(
    ("content", "other", "versions"),
    [
        ('<figure class="wp-duotone-blue-42 wp-block-image">', '<figure class="wp-duotone-blue-1 wp-block-image">', 1),
        ("<style>#gallery-1 {</style><div id='gallery-1'>", "<style>#gallery-3 {</style><div id='gallery-3'>", 1),
        ('<audio id="audio-41-1">', '<audio id="audio-41-7">', 1),
        ('<img class="wp-image-12">', '<img class="wp-image-13">', 2),
        ('<img src="gallery-1.jpg">', '<img src="gallery-2.jpg">', 2),
        ("<p>See gallery-1.</p>", "<p>See gallery-2.</p>", 2),
    ],
)
def test_what_wordpress_counts_in_each_answer_makes_no_version(content: str, other: str, versions: int) -> None:
    assert count_others([record(content=content), record(content=other)]) + 1 == versions


def test_the_parts_of_a_page_make_one_content(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    for part, content in ((2, "<p>two</p>"), (1, "<p>one</p>"), (2, "<p>two again</p>")):
        around = [Entry("page.sidebar", "removed", "page", content)]
        found = Found("page", part, record(content=content, comments=[RawComment(id=part)], repairs=around))
        store.add(found, ["7 a.org"])
    ((number, _),) = store.documents()
    made = put_together(store, number)
    assert made.content == "<p>one</p>\n<!--nextpage-->\n<p>two</p>"
    assert [comment.id for comment in made.comments] == [1, 2]
    assert [entry.before for entry in made.repairs] == ["<p>one</p>", "<p>two</p>"]


def test_a_counted_name_is_counted_only_within_tags_and_styles() -> None:
    for text, same in (("<p>wp-my-cache-{} works</p>", False), ('<div class="wp-box-{} a">', True)):
        assert is_alike(Record(content=text.format(1)), Record(content=text.format(2))) is same
