"""Pages that a web archive replays are read as the pages they were: as WARC, as a mirror, saved by a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from migrator.model import Record
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.capture.capture import open_capture
from migrator.sources.capture.replay import own_addresses, replayed
from migrator.sources.capture.visit import Visit
from migrator.sources.gather.source import open_gathered
from migrator.sources.pages.page import read_page
from tests.captures import answer, packed, record

SITE = "http://paper.example"
URL = f"{SITE}/2019/03/fire/"
WEB = "https://web.archive.org/web/20200102030405"
TIME = "2020-01-02T03:04:05Z"

PAGE = f"""<!doctype html><html lang="en"><head><title>Fire - The Paper</title>
<link rel="canonical" href="{URL}"><link rel="shortlink" href="{SITE}/?p=7">
<meta property="og:image" content="{SITE}/wp-content/uploads/2019/03/fire.jpg">
<script type="application/ld+json">{{"@type": "NewsArticle", "url": "http:\\/\\/paper.example\\/2019\\/03\\/fire\\/",
"datePublished": "2019-03-04T09:30:00-05:00"}}</script></head>
<body class="single single-post postid-7"><article id="post-7" class="post-7 post type-post">
<h1 class="entry-title">Fire</h1>
<p class="byline">By <a rel="author" href="{SITE}/author/jane/">Jane Doe</a></p>
<div class="entry-content"><p>The <a href="{SITE}/about/">library</a> burned, as
<a href="https://web.archive.org/web/2018/http://other.example/a">others</a> had said.</p>
<p><img src="{SITE}/wp-content/uploads/2019/03/fire.jpg" alt="Smoke"
srcset="{SITE}/wp-content/uploads/2019/03/fire.jpg 900w, {SITE}/wp-content/uploads/2019/03/fire-300x200.jpg 300w"></p>
<p>Nobody was hurt, says http://paper.example/statement/ on the web.</p></div></article></body></html>"""

INSERT = f"""<script type="text/javascript" src="https://web-static.archive.org/_static/js/wombat.js?v=1"></script>
<script type="text/javascript">
    __wm.init("https://web.archive.org/web");
  __wm.wombat("{URL}","20200102030405","https://web.archive.org/","web","https://web-static.archive.org/_static/","1");
</script>
<link rel="stylesheet" type="text/css" href="https://web-static.archive.org/_static/css/banner-styles.css?v=1" />
<!-- End Wayback Rewrite JS Include -->
"""
TOOLBAR = f"""<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<script>__wm.rw(0);</script>
<div id="wm-ipp-base" lang="en"><div id="wm-ipp"><a href="/web/">Wayback Machine</a> <b>17 captures</b></div></div>
<div id="wm-ipp-print">The Wayback Machine - {WEB}/{URL}</div>
<!-- END WAYBACK TOOLBAR INSERT -->
"""
END = """
<!--
     FILE ARCHIVED ON 03:04:05 Jan 02, 2020 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 08:00:00 Nov 25, 2026.
     JAVASCRIPT APPENDED BY WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE.
-->"""


def as_replayed(page: str, *, insert: str = INSERT, toolbar: str = TOOLBAR, end: str = END) -> str:
    """A page as the Wayback Machine shows it: links below its own address, pictures as such, its additions."""
    escaped = WEB.replace("/", "\\/") + "\\/"
    page = page.replace(f'href="{SITE}', f'href="/web/20200102030405/{SITE}').replace(f'"{SITE}', f'"{WEB}im_/{SITE}')
    page = page.replace(f", {SITE}", f", {WEB}im_/{SITE}").replace('"http:\\/\\/', f'"{escaped}http:\\/\\/')
    page = page.replace('"https://web.archive.org/web/2018/', f'"{WEB}/https://web.archive.org/web/2018/')
    page = page.replace("<head>", f"<head>{insert}", 1).replace('postid-7">', f'postid-7">{toolbar}', 1)
    return page + end


def warc(path: Path, pages: dict[str, str], *headers: str) -> Path:
    head = ("Content-Type: text/html; charset=utf-8", *headers)
    records = [
        record("response", url, answer(body.encode(), *head), date="2026-11-25T08:00:00Z")
        for url, body in pages.items()
    ]
    path.write_bytes(packed(records))
    return path


def bare(record: Record) -> Record:
    record.repairs = []
    return record


@pytest.mark.parametrize(
    ("url", "own", "time"),
    [
        (f"{WEB}/{URL}", URL, TIME),
        (f"http://web.archive.org/web/20200102030405im_/{SITE}/a.jpg", f"{SITE}/a.jpg", TIME),
        ("https://web.archive.org/web/20200102030405/http:/paper.example/a/", f"{SITE}/a/", TIME),
        (f"https://wayback.archive-it.org/1234/20200102030405/{SITE}/?p=7", f"{SITE}/?p=7", TIME),
        (f"https://web.archive.org/web/2020/{URL}", URL, ""),
        (f"https://web.archive.org/web/20201399999999/{URL}", URL, ""),
        ("https://web.archive.org/about/", "https://web.archive.org/about/", ""),
        (
            f"https://elsewhere.example/web/20200102030405/{URL}",
            f"https://elsewhere.example/web/20200102030405/{URL}",
            "",
        ),
    ],
)
def test_an_address_tells_what_it_replays_and_of_when(url: str, own: str, time: str) -> None:
    assert replayed(url) == (own, time)


@pytest.mark.parametrize(
    ("text", "own", "count"),
    [
        (f"{WEB}/{URL}", URL, 1),
        (f"/web/20200102030405im_/{SITE}/a.jpg 1x, {WEB}im_/{SITE}/b.jpg 2x", f"{SITE}/a.jpg 1x, {SITE}/b.jpg 2x", 2),
        (f"{WEB}/https://web.archive.org/web/2018/{URL}", f"https://web.archive.org/web/2018/{URL}", 1),
        (r"https:\/\/web.archive.org\/web\/2020\/http:\/\/a.example\/", r"http:\/\/a.example\/", 1),
        (f"url(//web.archive.org/web/20200102030405cs_/{SITE}/a.png)", f"url({SITE}/a.png)", 1),
        ("/web/design/2020/", "/web/design/2020/", 0),
    ],
)
def test_addresses_get_their_own_form_back(text: str, own: str, count: int) -> None:
    given, taken = own_addresses(text)
    assert (given, len(taken)) == (own, count)


def test_a_replayed_page_is_the_page_it_was() -> None:
    own = read_page(Visit(URL, body=PAGE.encode()))
    shown = read_page(Visit(URL, body=as_replayed(PAGE).encode()))
    told = [(entry.rule, entry.action, entry.before) for entry in shown.record.repairs if entry.rule == "page.replay"]
    assert told == [
        ("page.replay", "removed", "Wayback Machine </web/> 17 captures"),
        ("page.replay", "removed", f"The Wayback Machine - {WEB}/{URL}"),
        ("page.replay", "removed", "4 programs and style sheets of the archive"),
        ("page.replay", "rewritten", "10 addresses behind /web/20200102030405/"),
    ]
    assert (bare(shown.record), shown.site) == (bare(own.record), own.site)
    assert 'href="https://web.archive.org/web/2018/http://other.example/a"' in shown.record.content


@pytest.mark.parametrize(
    "page",
    [
        as_replayed(PAGE, insert="", end="", toolbar=TOOLBAR.replace("<!--", "<!-- --><!--")),
        as_replayed(PAGE, insert="", toolbar=""),
        as_replayed(PAGE, insert="", end="", toolbar='<div id="wm-ipp-base"><p>Wayback Machine</p></div>'),
    ],
)
def test_each_of_the_archive_s_marks_is_enough(page: str) -> None:
    own = read_page(Visit(URL, body=PAGE.encode()))
    assert bare(read_page(Visit(URL, body=page.encode())).record) == bare(own.record)


def test_links_into_an_archive_stay_on_pages_that_were_not_replayed() -> None:
    content = read_page(Visit(URL, body=PAGE.encode())).record.content
    assert 'href="https://web.archive.org/web/2018/http://other.example/a"' in content


def test_a_warc_of_the_wayback_machine(tmp_path: Path) -> None:
    later = "https://web.archive.org/web/20210102030405"
    missing = "<html><head><title>Wayback Machine</title></head><body><p>Hrm.</p></body></html>"
    pages = {f"{WEB}/{URL}": as_replayed(PAGE), f"{later}/{URL}": as_replayed(PAGE), f"{WEB}/{SITE}/none/": missing}
    source = open_gathered([warc(tmp_path / "wayback.warc.gz", pages)])
    (item,) = next(source.batches())
    found = item.read()
    assert found.capture is not None
    assert (found.link, found.capture.url, found.capture.time, found.capture.versions) == (URL, URL, TIME, 0)
    assert {entry.after for entry in source.repairs if entry.where == f"{SITE}/none/"} == {
        "no capture in the Wayback Machine"
    }


def test_the_archive_s_header_tells_the_time_best(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc.gz", {f"{WEB}/{URL}": PAGE}, "Memento-Datetime: Sat, 04 Jan 2020 00:00:01 GMT")
    (row,) = open_capture([path]).rows()
    assert (row.url, row.time) == (URL, "2020-01-04T00:00:01Z")


def test_a_mirror_of_the_wayback_machine(tmp_path: Path) -> None:
    folder = tmp_path / "web.archive.org" / "web"
    page = folder / "20200102030405" / "http:" / "paper.example" / "2019" / "03" / "fire" / "index.html"
    picture = folder / "20200102030405im_" / "http:" / "paper.example" / "wp-content" / "uploads" / "fire.jpg"
    for path, data in ((page, as_replayed(PAGE, insert="", end="").encode()), (picture, b"\xff\xd8\xff\xe0picture")):
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
    relative = '<img src="../../../../../../20200102030405im_/http:/paper.example/wp-content/uploads/fire.jpg">'
    page.write_text(page.read_text("utf-8").replace("<p>Nobody", f"<p>{relative}Nobody"), "utf-8")
    capture = open_capture([tmp_path])
    rows = {row.url: row for row in capture.rows()}
    assert {url: row.time for url, row in rows.items()} == {
        URL: TIME,
        f"{SITE}/wp-content/uploads/fire.jpg": TIME,
    }
    content = read_page(capture.read(rows[URL])).record.content
    assert f'<img src="{SITE}/wp-content/uploads/fire.jpg"' in content


@pytest.mark.parametrize(
    "page",
    [
        as_replayed(PAGE),
        f"<!-- saved from url=(0064){WEB}/{URL} -->" + as_replayed(PAGE, insert="", end=""),
        as_replayed(PAGE, insert=f'<script>var wbCurrentUrl = "{URL}";</script>'),
        as_replayed(PAGE, insert="", end=END),
    ],
)
def test_a_page_saved_from_the_wayback_machine(tmp_path: Path, page: str) -> None:
    path = tmp_path / "Fire - The Paper.html"
    path.write_text(page, "utf-8")
    (row,) = open_capture([path]).rows()
    assert (row.url, row.time) == (URL, TIME)


def test_the_archive_of_replayed_pages_is_that_of_the_pages(tmp_path: Path) -> None:
    archives = []
    for name, pages in (("own", {URL: PAGE}), ("replayed", {f"{WEB}/{URL}": as_replayed(PAGE)})):
        source = open_gathered([warc(tmp_path / f"{name}.warc.gz", pages)])
        report = run(source, tmp_path / name, Options(), How())
        assert (report.exit_code, report.reconciliation.faults) == (0, [])
        archives.append(json.loads((tmp_path / name / "content/posts/2019/03/fire.json").read_text("utf-8")))
    own, shown = archives
    assert shown.pop("capture")["time"] == TIME
    own.pop("capture")
    assert shown == own
    ledger = (tmp_path / "replayed" / "ledger.jsonl").read_text("utf-8")
    assert ledger.count('"rule": "page.replay"') == 4
