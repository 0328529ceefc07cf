"""ARC files, as Alexa and Heritrix wrote them, are read as WARC files are: in order, by place, and past damage."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from migrator.sources.capture.capture import Capture, open_capture
from migrator.sources.capture.stream import START
from tests.captures import PAGE, answer, packed

URLS = [f"http://paper.example/{name}/" for name in ("a", "b?x=1", "c")]
ABOUT = {1: "URL IP-address Archive-date Content-type Archive-length"}
ABOUT[2] = "URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length"


def line(url: str, size: int, version: int = 1, mime: str = "text/html") -> bytes:
    more = " 200 fac069150613fe55599cc7fa88aa089d - 209 paper.arc" if version == 2 else ""
    return f"{url} 192.0.2.7 20040506070809 {mime}{more} {size}\n".encode()


def records(version: int = 1, *, counted: int = 1) -> list[bytes]:
    """A file's records; of the line ends behind its description some programs count one, some two, some none."""
    about = f"{version} 0 Alexa Internet\n{ABOUT[version]}\n".encode()
    about = line("filedesc://paper.arc", len(about) - 1 + counted, version, "text/plain") + about + b"\n"
    blocks = [answer(PAGE.format(url).encode(), "Content-Type: text/html; charset=UTF-8") for url in URLS]
    documents = [line(url, len(block), version) + block + b"\n" for url, block in zip(URLS, blocks, strict=True)]
    return [about, *documents]


def saved(folder: Path, content: bytes, name: str = "paper.arc") -> Capture:
    (folder / name).write_bytes(content)
    return open_capture([folder / name])


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("counted", [0, 1, 2])
@pytest.mark.parametrize("form", ["plain", "members", "whole"])
def test_an_arc_is_read_whoever_wrote_it(tmp_path: Path, version: int, counted: int, form: str) -> None:
    found = records(version, counted=counted)
    content = packed(found) if form == "members" else b"".join(found)
    capture = saved(tmp_path, gzip.compress(content) if form == "whole" else content)
    visits = list(capture.visits())
    assert [(visit.url, visit.status, visit.mime, visit.time) for visit in visits] == [
        (url, 200, "text/html", "2004-05-06T07:08:09Z") for url in URLS
    ]
    assert [visit.body.decode() for visit in visits] == [PAGE.format(url) for url in URLS]
    assert [capture.read(row).body for row in capture.rows()] == [visit.body for visit in visits]
    assert capture.repairs == ()


def test_warcio_reads_the_same(tmp_path: Path) -> None:
    capture = saved(tmp_path, packed(records()), "paper.arc.gz")
    with (tmp_path / "paper.arc.gz").open("rb") as file:
        theirs = [
            (one.rec_headers["uri"], one.content_stream().read())
            for one in ArchiveIterator(file)
            if one.rec_type == "response"
        ]
    assert [(visit.url, visit.body) for visit in capture.visits()] == theirs


@pytest.mark.parametrize("form", ["plain", "members"])
def test_damage_to_an_arc_costs_what_is_damaged(tmp_path: Path, form: str) -> None:
    found = records()
    found[2] = b"\0" * 40 + found[2][40:]
    content = packed(found) if form == "members" else b"".join(found)
    capture = saved(tmp_path, content)
    assert [visit.url for visit in capture.visits()] == [URLS[0], URLS[2]]
    assert [entry.rule for entry in capture.repairs] == ["capture.damaged"]


def test_an_arc_that_was_cut_off_is_told(tmp_path: Path) -> None:
    capture = saved(tmp_path, b"".join(records())[:-50])
    assert [visit.url for visit in capture.visits()] == URLS[:2]
    (entry,) = capture.repairs
    assert (entry.rule, entry.where) == ("capture.truncated", f"paper.arc at byte {sum(map(len, records()[:3]))}")


def test_a_time_without_seconds_is_of_the_minute(tmp_path: Path) -> None:
    capture = saved(tmp_path, b"".join(records()).replace(b"20040506070809", b"200405060708"))
    assert {visit.time for visit in capture.visits()} == {"2004-05-06T07:08:00Z"}


def test_no_record_is_looked_for_behind_each_address_of_a_page() -> None:
    data = b'{"a":"http://paper.example/"},' * 50_000
    begun = time.process_time()
    assert START.search(data) is None
    assert time.process_time() - begun < 2
