"""Folders of saved pages: the layouts of wget, HTTrack, browsers and SingleFile, and the addresses they stand for."""

from __future__ import annotations

import hashlib
import http.server
import pickle
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from migrator.errors import SourceError
from migrator.sources.capture.capture import Capture, accepts, open_capture
from migrator.sources.capture.links import relink
from tests.captures import page

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def laid(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def addresses(capture: Capture) -> dict[str, str]:
    return {row.place.file: row.url for row in capture.rows()}


def html(body: str = "<p>The council met.", head: str = "") -> str:
    return f"<!DOCTYPE html>\n<html><head><title>Council</title>{head}</head><body>{body}</body></html>"


def canonical(url: str) -> str:
    return html(head=f'<link rel="canonical" href="{url}" />')


WGET: dict[str, str | bytes] = {
    "paper.example/index.html": html(),
    "paper.example/2024/04/council/index.html": canonical("https://paper.example/2024/04/council/"),
    "paper.example/2024/04/council/feed/index.html": '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>',
    "paper.example/index.html?p=63.html": canonical("https://paper.example/2024/04/council/"),
    "paper.example/index.html@page_id=7.html": html(),
    "paper.example/2023/05/café/index.html": html(),
    "paper.example/about.html": canonical("https://paper.example/about"),
    "paper.example/wp-login.php.html": html(),
    "paper.example/style.css?ver=1.7.css": "body {}",
    "paper.example/wp-content/uploads/2024/04/hall.png": PNG,
    "cdn.example+8080/a/b.png": PNG,
}


def test_a_mirror_of_wget_has_its_addresses_in_its_names(tmp_path: Path) -> None:
    assert addresses(open_capture([laid(tmp_path, WGET)])) == {
        "paper.example/index.html": "https://paper.example/",
        "paper.example/2024/04/council/index.html": "https://paper.example/2024/04/council/",
        "paper.example/2024/04/council/feed/index.html": "https://paper.example/2024/04/council/feed/",
        "paper.example/index.html?p=63.html": "https://paper.example/2024/04/council/",
        "paper.example/index.html@page_id=7.html": "https://paper.example/?page_id=7",
        "paper.example/2023/05/café/index.html": "https://paper.example/2023/05/caf%C3%A9/",
        "paper.example/about.html": "https://paper.example/about",
        "paper.example/wp-login.php.html": "https://paper.example/wp-login.php",
        "paper.example/style.css?ver=1.7.css": "https://paper.example/style.css?ver=1.7",
        "paper.example/wp-content/uploads/2024/04/hall.png": "https://paper.example/wp-content/uploads/2024/04/hall.png",
        "cdn.example+8080/a/b.png": "http://cdn.example:8080/a/b.png",
    }


def test_types_are_told_by_content(tmp_path: Path) -> None:
    rows = {row.place.file: row.mime for row in open_capture([laid(tmp_path, WGET)]).rows()}
    assert rows["paper.example/2024/04/council/feed/index.html"] == "application/rss+xml"
    assert rows["paper.example/index.html?p=63.html"] == "text/html"
    assert rows["paper.example/wp-content/uploads/2024/04/hall.png"] == "image/png"


def test_the_folder_of_a_host_may_be_given_itself(tmp_path: Path) -> None:
    laid(tmp_path, WGET)
    found = addresses(open_capture([tmp_path / "paper.example"]))
    assert found["2024/04/council/index.html"] == "https://paper.example/2024/04/council/"
    assert found["wp-content/uploads/2024/04/hall.png"].startswith("https://paper.example/wp-content/")


def test_the_page_as_it_came_is_read_where_wget_kept_it(tmp_path: Path) -> None:
    laid(
        tmp_path,
        {
            "paper.example/a/index.html": html('<a href="../b/index.html">b</a>'),
            "paper.example/a/index.html.orig": html('<a href="/b/">b</a>'),
            "paper.example/index.html?p=2.html": html("changed"),
            "paper.example/index.html?p=2.orig": html("came"),
        },
    )
    bodies = {visit.url: visit.body for visit in open_capture([tmp_path]).visits()}
    assert len(bodies) == 2
    assert b'href="/b/"' in bodies["http://paper.example/a/"]
    assert b"came" in bodies["http://paper.example/?p=2"]


def test_a_mirror_without_folders_of_hosts_learns_its_base_from_its_pages(tmp_path: Path) -> None:
    laid(
        tmp_path,
        {
            "index.html": html(),
            "2024/04/council/index.html": canonical("https://paper.example/2024/04/council/"),
            "2024/04/fire/index.html": html(),
            "wp-content/uploads/hall.png": PNG,
        },
    )
    found = addresses(open_capture([tmp_path]))
    assert found["2024/04/fire/index.html"] == "https://paper.example/2024/04/fire/"
    assert found["wp-content/uploads/hall.png"] == "https://paper.example/wp-content/uploads/hall.png"
    assert found["index.html"] == "https://paper.example/"


@pytest.mark.parametrize(
    "said", ["https://paper.example/", "https://elsewhere.example/2024/04/council/", "/2024/04/other/", ""]
)
def test_a_canonical_address_that_can_not_be_this_page_is_not_believed(tmp_path: Path, said: str) -> None:
    laid(tmp_path, {"paper.example/council.html": canonical(said), "paper.example/a/index.html": canonical(said)})
    assert [row.url.partition("://")[2] for row in open_capture([tmp_path]).rows()] == [
        "paper.example/council.html",
        "paper.example/a/",
    ]


def test_the_second_page_of_an_article_is_not_taken_for_the_first(tmp_path: Path) -> None:
    url = "https://paper.example/long/"
    laid(tmp_path, {"paper.example/long/index.html": canonical(url), "paper.example/long/2/index.html": canonical(url)})
    assert sorted(row.url for row in open_capture([tmp_path]).rows()) == [url, url + "2/"]


HTTRACK_COMMENT = "<!-- Mirrored from {} by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 10 Apr 2024 09:30:00 GMT -->"


def test_httrack_says_in_each_page_where_it_was_and_when(tmp_path: Path) -> None:
    added = html(head="<!-- Added by HTTrack --><meta charset=utf-8 /><!-- /Added by HTTrack -->")
    laid(
        tmp_path,
        {
            "index.html": html("<!-- Mirror and index made by HTTrack Website Copier/3.49-5 -->"),
            "hts-log.txt": "HTTrack3.49",
            "hts-cache/new.zip": b"PK\x03\x04",
            "backblue.gif": b"GIF89a",
            "paper.example/index4f2d.html": added + HTTRACK_COMMENT.format("paper.example/?p=63"),
            "paper.example/2024/04/council/index.html": HTTRACK_COMMENT.format("paper.example/2024/04/council/")
            + canonical("index.html"),
            "paper.example/uploads/hall.png": PNG,
        },
    )
    (tmp_path / "paper.example" / "https.html").write_text(HTTRACK_COMMENT.format("https://paper.example/s") + html())
    rows = list(open_capture([tmp_path]).rows())
    assert {row.url: row.time for row in rows} == {
        "https://paper.example/s": "2024-04-10T09:30:00Z",
        "http://paper.example/?p=63": "2024-04-10T09:30:00Z",
        "http://paper.example/2024/04/council/": "2024-04-10T09:30:00Z",
        "http://paper.example/uploads/hall.png": "",
    }


def test_pages_saved_by_browsers_have_their_pictures_below_them(tmp_path: Path) -> None:
    saved = html('<img src="./Council_files/hall%20a.png">', "<meta name=x>")
    laid(
        tmp_path,
        {
            "Council.html": saved.replace(
                "<html>", "<!-- saved from url=(0042)https://paper.example/2024/04/council/ -->\n<html>"
            ),
            "Council_files/hall a.png": PNG,
            "Council_files/style.css": "",
            "Letters.htm": html(head='<meta property="og:url" content="https://paper.example/letters/?a=1&amp;b=2">'),
            "Rain.html": html(head="<link href='https://paper.example/?p=9' rel='shortlink'>"),
            "Unknown.html": html('<a href="Council.html">x</a>'),
        },
    )
    capture = open_capture([tmp_path])
    assert addresses(capture) == {
        "Council.html": "https://paper.example/2024/04/council/",
        "Council_files/hall a.png": "https://paper.example/2024/04/council/Council_files/hall%20a.png",
        "Council_files/style.css": "https://paper.example/2024/04/council/Council_files/style.css",
        "Letters.htm": "https://paper.example/letters/?a=1&b=2",
        "Rain.html": "https://paper.example/?p=9",
        "Unknown.html": "file:///Unknown.html",
    }
    bodies = {visit.url: visit.body for visit in capture.visits()}
    assert b'src="./Council_files/hall%20a.png"' in bodies["https://paper.example/2024/04/council/"]
    assert b'href="https://paper.example/2024/04/council/"' in bodies["file:///Unknown.html"]


def test_one_page_is_read_with_what_was_saved_beside_it(tmp_path: Path) -> None:
    laid(tmp_path, {"a.html": html(), "a_files/x.png": PNG, "b.html": html(), "notes.txt": "x"})
    assert accepts(tmp_path / "a.html")
    capture = open_capture([tmp_path / "a.html"])
    assert addresses(capture) == {"a.html": "file:///a.html", "a_files/x.png": "file:///a_files/x.png"}
    assert capture.size == len(html()) + len(PNG)


def test_singlefile_says_where_and_when(tmp_path: Path) -> None:
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://paper.example/2024/04/council/ \n"
        " saved date: Wed Apr 10 2024 09:30:00 GMT-0400 (Eastern Daylight Time)\n-->"
    )
    laid(tmp_path, {"Council (4_10_2024).html": f"<!DOCTYPE html> <html>{comment}<head></head>{html()}"})
    (row,) = open_capture([tmp_path]).rows()
    assert (row.url, row.time) == ("https://paper.example/2024/04/council/", "2024-04-10T13:30:00Z")


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://paper.example/2024/04/council/
Subject: Council
Date: Wed, 10 Apr 2024 09:30:00 -0400
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://paper.example/2024/04/council/

<!DOCTYPE html><html><body><p>Caf=C3=A9 =
prices</p></body></html>
------x
Content-Type: text/css
Content-Location: cid:css-1@mhtml.blink

p {{}}
------x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://paper.example/hall.png

iVBORw0KGgo=
------x--
"""


def test_a_page_in_one_bundle_is_read_with_its_pictures(tmp_path: Path) -> None:
    laid(tmp_path, {"council.mhtml": MHTML.replace("\n", "\r\n")})
    capture = open_capture([tmp_path / "council.mhtml"])
    council, picture = capture.visits()
    assert (council.url, council.mime, council.time) == (
        "https://paper.example/2024/04/council/",
        "text/html",
        "2024-04-10T13:30:00Z",
    )
    assert "<p>Café prices</p>".encode() in council.body
    assert (picture.url, picture.body) == ("https://paper.example/hall.png", PNG[:8])
    assert picture.place is not None
    assert capture.visit(picture.place) == picture


def test_any_file_can_be_read_again_by_its_place_in_another_process(tmp_path: Path) -> None:
    capture = open_capture([laid(tmp_path, WGET)])
    visits = list(capture.visits())
    sent = pickle.loads(pickle.dumps(capture))
    assert [sent.visit(visit.place) for visit in visits if visit.place] == visits
    digests = {visit.place.file: visit.place.digest for visit in visits if visit.place}
    assert all(b"".join(sent.pieces(visit.place)) for visit in visits if visit.place)
    assert digests["cdn.example+8080/a/b.png"] == "sha256:" + hashlib.sha256(PNG).hexdigest()
    assert [row.place for row in capture.rows()] == [visit.place for visit in visits]


def test_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for year in ("2019", "2024"):
        laid(tmp_path / year / "mirror", {"paper.example/index.html": html(year)})
    capture = open_capture([tmp_path / "2019" / "mirror", tmp_path / "2024" / "mirror"])
    visits = list(capture.visits())
    assert [visit.place.file for visit in visits if visit.place] == [
        "2019/mirror/paper.example/index.html",
        "2024/mirror/paper.example/index.html",
    ]
    assert [capture.visit(visit.place) for visit in visits if visit.place] == visits


def test_a_folder_with_a_warc_is_read_from_the_warc_alone(tmp_path: Path) -> None:
    laid(tmp_path, WGET)
    (tmp_path / "site.warc").write_bytes(page("a"))
    capture = open_capture([tmp_path])
    assert addresses(capture) == {"site.warc": "https://paper.example/a/"}
    assert [entry.rule for entry in capture.repairs] == ["capture.beside"]


def test_an_export_beside_a_warc_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"site.warc": page("a"), "export.xml": "<rss/>", "notes.md": "x"}
    (entry,) = open_capture([laid(tmp_path / "site", files)]).repairs
    assert (entry.rule, Path(entry.where).name) == ("capture.beside", "export.xml")


def test_a_page_too_large_to_be_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("migrator.sources.capture.folder.PAGE_LIMIT", 100)
    capture = open_capture([laid(tmp_path, {"a.html": "<html>" + "x" * 200, "b.html": "<html>"})])
    assert [visit.url for visit in capture.visits()] == ["file:///b.html"]
    assert [entry.rule for entry in capture.repairs] == ["capture.large"]


def test_a_file_that_went_is_told(tmp_path: Path) -> None:
    capture = open_capture([laid(tmp_path, {"a.html": html(), "b.html": html()})])
    (tmp_path / "a.html").unlink()
    assert [visit.url for visit in capture.visits()] == ["file:///b.html"]
    assert [(entry.rule, entry.where) for entry in capture.repairs] == [("capture.unreadable", "a.html")]


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    laid(tmp_path, {"notes.txt": "x"})
    assert not accepts(tmp_path)
    with pytest.raises(SourceError, match=str(tmp_path)):
        open_capture([tmp_path])


URLS = {
    "paper.example/a/index.html": "https://paper.example/a/",
    "paper.example/index.html?p=2.html": "https://paper.example/b/",
    "cdn.example/x y.png": "https://cdn.example/x%20y.png",
    "paper.example/a/near.png": "https://paper.example/a/near.png",
}


@pytest.mark.parametrize(
    ("written", "led"),
    [
        (' href="../index.html%3Fp=2.html#top"', ' href="https://paper.example/b/#top"'),
        (" src='../../cdn.example/x%20y.png'", ' src="https://cdn.example/x%20y.png"'),
        (
            ' srcset="../../cdn.example/x%20y.png 300w, https://x.example/y.png 2x"',
            ' srcset="https://cdn.example/x%20y.png 300w, https://x.example/y.png 2x"',
        ),
        (' data-lazy-srcset="../../cdn.example/x%20y.png 2x"', ' data-lazy-srcset="https://cdn.example/x%20y.png 2x"'),
        (' data-original="../../cdn.example/x%20y.png"', ' data-original="https://cdn.example/x%20y.png"'),
        (' src="near.png"', ' src="near.png"'),
        (' href="index.html"', ' href="https://paper.example/a/"'),
        (' href="#top"', ' href="#top"'),
        (' href="mailto:a@b.example"', ' href="mailto:a@b.example"'),
        (' href="/b/"', ' href="/b/"'),
        (' href="../gone.html"', ' href="../gone.html"'),
        (" data-title='../../cdn.example/x%20y.png'", " data-title='../../cdn.example/x%20y.png'"),
    ],
)
def test_links_between_files_lead_to_addresses_again(written: str, led: str) -> None:
    written_page = f"<a{written}>".encode()
    name = "paper.example/a/index.html"
    assert relink(written_page, name, URLS[name], URLS) == f"<a{led}>".encode()


# wget itself


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A small site that a real server gives out, on this machine alone."""
    laid(
        tmp_path / "site",
        {
            "index.html": html('<a href="/2024/04/council/">a</a> <a href="about.html">b</a>'),
            "2024/04/council/index.html": html('<p>Café</p><img src="/uploads/hall.png"> <a href="/?p=1">x</a>'),
            "about.html": html("<p>About us."),
            "uploads/hall.png": PNG,
        },
    )

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not shutil.which("wget"), reason="needs wget")
def test_the_mirror_and_the_warc_of_one_fetch_by_wget_are_the_same(tmp_path: Path, site: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    command = ["wget", "-q", "-r", "-l", "3", "-E", "-k", "-p", "--warc-file=../site", site + "/"]
    subprocess.run(command, cwd=out, timeout=30, check=True, stderr=subprocess.DEVNULL)
    recorded = open_capture([tmp_path / "site.warc.gz"])
    mirrored = open_capture([out])
    expected = {
        visit.url: visit.body for visit in recorded.visits() if visit.status == 200 and "robots" not in visit.url
    }
    found = {visit.url: visit.body for visit in mirrored.visits()}
    assert found.keys() == expected.keys()
    assert len(found) == 5
    assert found[site + "/uploads/hall.png"] == PNG
    assert "<p>Café</p>".encode() in found[site + "/2024/04/council/"]
    assert f'href="{site}/2024/04/council/"'.encode() in found[site + "/"]
    assert recorded.repairs == mirrored.repairs == ()


def test_an_address_that_is_none_is_no_fault(tmp_path: Path) -> None:
    laid(tmp_path, {"a.html": html('<a href="b.html">b</a>') + HTTRACK_COMMENT.format("[paper/"), "b.html": html()})
    laid(tmp_path, {"a_files/x.png": PNG})
    bodies = {visit.place.file: visit.body for visit in open_capture([tmp_path]).visits() if visit.place}
    assert b'href="file:///b.html"' in bodies["a.html"]
