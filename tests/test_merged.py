"""An export and a capture of the same site as one source."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from migrator.archive import manifest
from migrator.archive.check import check
from migrator.errors import UsageError
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import captures_among, open_source
from tests.exports import wxr

SITE = "https://gazette.example.edu"
TITLE = "Fire closes the library"


def post(number: int, content: str, **more: str) -> bytes:
    fields = {"status": "publish", "type": "post"} | more
    return f"""<item><title>{TITLE} {number}</title><link>{SITE}/fire-{number}/</link>
    <dc:creator><![CDATA[admin]]></dc:creator>
    <guid isPermaLink="false">{SITE}/?p={number}</guid><content:encoded><![CDATA[{content}]]></content:encoded>
    <wp:post_id>{number}</wp:post_id><wp:post_date>2024-04-10 09:30:00</wp:post_date>
    <wp:post_name>fire-{number}</wp:post_name><wp:status>{fields["status"]}</wp:status>
    <wp:post_type>{fields["type"]}</wp:post_type></item>""".encode()


def page(number: int, text: str) -> bytes:
    return f"""<html lang="en"><head><title>{TITLE} {number} - The Gazette</title>
    <link rel="canonical" href="{SITE}/fire-{number}/"><link rel="shortlink" href="{SITE}/?p={number}"></head>
    <body class="single single-post postid-{number}"><article id="post-{number}" class="post-{number} post type-post">
    <h1 class="entry-title">{TITLE} {number}</h1>
    <p class="byline">By <a rel="author" href="/author/jane/">Jane Doe</a></p>
    <div class="entry-content"><p>{text}</p><p>Nobody was hurt, and the books are dry.</p></div>
    <ol class="comment-list"><li id="comment-5" class="comment"><article><footer><cite class="fn">Ann</cite></footer>
    <div class="comment-content"><p>Thanks!</p></div></article></li></ol></article></body></html>""".encode()


def capture(path: Path, pages: dict[str, bytes], date: str = "2024-05-01T00:00:00Z") -> Path:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, body in pages.items():
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=io.BytesIO(body),
                    http_headers=head,
                    warc_headers_dict={"WARC-Date": date},
                )
            )
    return path


@pytest.fixture
def merged(tmp_path: Path) -> dict[str, Any]:
    export = tmp_path / "export.xml"
    items = post(1, "The export tells it."), post(2, ""), post(3, "Not yet.", status="draft")
    export.write_bytes(wxr(b"".join(items)))
    pages = {f"{SITE}/fire-{number}/": page(number, f"Page {number} tells it at some length.") for number in (1, 2, 4)}
    warc = capture(tmp_path / "site.warc.gz", pages)
    report = run(open_source([export, warc]), tmp_path / "archive", Options(), How())
    assert report.exit_code == 0
    return {
        str(path.relative_to(tmp_path / "archive").with_suffix("")): json.loads(path.read_bytes())
        for path in (tmp_path / "archive").rglob("fire-*.json")
    }


def test_the_export_has_the_structure_and_the_capture_what_it_lacks(merged: dict[str, Any]) -> None:
    first = merged["content/posts/2024/04/fire-1"]
    assert first["content"]["html"] == "<p>The export tells it.</p>"
    assert [one["name"] for one in first["authors"]] == ["Jane Doe"]
    assert [(one["author"], one["markdown"]) for one in first["comments"]] == [("Ann", "Thanks!\n")]
    assert first["roads"]["content"] == first["roads"]["title"] == "export"
    assert first["capture"]["url"] == f"{SITE}/fire-1/"


def test_a_body_that_the_export_lacks_is_the_capture_s(merged: dict[str, Any]) -> None:
    second = merged["content/posts/2024/04/fire-2"]
    assert "Page 2 tells it" in second["content"]["html"]
    assert second["roads"]["content"] == "page"


def test_what_only_the_capture_has_is_a_document_too(merged: dict[str, Any]) -> None:
    only = next(document for path, document in merged.items() if path.endswith("fire-4"))
    assert "Page 4 tells it" in only["content"]["html"]
    assert "roads" not in only


def test_what_the_export_says_is_a_draft_stays_one(merged: dict[str, Any]) -> None:
    assert "unpublished/draft/posts/fire-3" in merged


def test_sources_that_cannot_be_joined(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nA text.\n", "utf-8")
    export = tmp_path / "export.xml"
    export.write_bytes(wxr(post(1, "a")))
    with pytest.raises(UsageError, match=r"a\.txt.* can't be read as one site"):
        open_source([export, tmp_path / "a.txt"])


def test_an_address_is_no_file() -> None:
    with pytest.raises(UsageError, match="that is an address; `migrator crawl` captures a live site"):
        open_source([Path("https://gazette.example/")])


def test_a_capture_within_the_archive_is_named_in_its_manifest(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (archive / "capture").mkdir(parents=True)
    pages = {f"{SITE}/fire-{number}/": page(number, f"Page {number} tells it at some length.") for number in (1, 2)}
    capture(archive / "capture" / "site.warc.gz", pages)
    (archive / "capture" / "index.cdxj").write_text("", "utf-8")
    (archive / "capture" / "frontier.sqlite").write_bytes(b"")
    for _ in range(2):
        run(open_source([archive / "capture"]), archive, Options(), How())
        named = {path for path, _ in manifest.read(archive / manifest.NAME) if path.startswith("capture/")}
        assert named == {"capture/site.warc.gz", "capture/index.cdxj"}
    assert check(archive) == []


def rest(path: Path, answers: dict[str, object]) -> Path:
    return capture(path, {f"{SITE}/wp-json/wp/v2/{name}": json.dumps(said).encode() for name, said in answers.items()})


def test_an_account_is_the_same_whether_its_login_is_shown_or_not(tmp_path: Path) -> None:
    export = tmp_path / "export.xml"
    account = b"<wp:author><wp:author_id>4</wp:author_id><wp:author_login>admin</wp:author_login></wp:author>"
    export.write_bytes(wxr(account + post(1, "The export tells it.")))
    user = {"id": 4, "slug": "ann-lee", "name": "admin", "link": f"{SITE}/author/ann-lee/", "avatar_urls": {}}
    story = {"id": 2, "type": "post", "status": "publish", "author": 4, "link": f"{SITE}/fire-2/", "slug": "fire-2"}
    told = {"title": {"rendered": "Fire"}, "content": {"rendered": "<p>Nobody was hurt.</p>"}}
    warc = rest(tmp_path / "site.warc.gz", {"users": [user], "posts": [story | told]})
    run(open_source([export, warc]), tmp_path / "archive", Options(), How())
    (person,) = json.loads((tmp_path / "archive" / "people.json").read_bytes())["people"]
    assert (person["logins"], person["documents"]) == (["admin"], 2)


def test_captures_among_sources(tmp_path: Path) -> None:
    export = tmp_path / "export.xml"
    export.write_bytes(wxr(post(1, "a")))
    warc = capture(tmp_path / "site.warc.gz", {f"{SITE}/": page(1, "a")})
    assert captures_among([export, warc]) == (warc,)
