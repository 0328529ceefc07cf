"""Bodies on their way to a crawl's fetcher: slow, cut, chunked, packed, endless; what is returned and kept."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from migrator.crawl.failures import Refused, Unreachable
from migrator.crawl.fetch import Fetcher
from tests.crawl.fetching import PAGE, Time, answers
from tests.server import Request, Server, says


def drip(request: Request) -> None:
    request.send(b"", headers={"Content-Length": "1000"})
    request.wfile.write(b"x")
    request.wfile.flush()


def test_a_transfer_that_drips_is_given_up(server: Server, fetcher: Fetcher, time: Time) -> None:
    server.answers["/a"] = drip
    fetcher.fetch(server.url + "/robots.txt")
    time.tick = 100
    with pytest.raises(Unreachable, match="the transfer is too slow"):
        fetcher.fetch(server.url + "/a")


def cut(request: Request, size: int) -> None:
    request.send(PAGE[:size], headers={"Content-Length": str(len(PAGE))})
    request.cut()


def test_a_cut_transfer_is_tried_again(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    server.answers["/a"] = lambda request: cut(request, 100) if request.count == 1 else request.send(PAGE)
    assert fetcher.fetch(server.url + "/a").body == PAGE
    assert [record.body for record in answers(tmp_path, server.url + "/a")] == [PAGE]


def test_a_length_that_is_wrong_each_time_is_seen_through(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    server.answers["/a"] = lambda request: cut(request, 1000)
    assert fetcher.fetch(server.url + "/a").body == PAGE[:1000]
    (record,) = answers(tmp_path, server.url + "/a")
    assert (record.body, record.headers["WARC-Truncated"], server.seen["/a"]) == (PAGE[:1000], "disconnect", 2)


def test_a_length_that_is_waited_for_in_vain(server: Server, begin: Callable[..., Fetcher]) -> None:
    """As when a plugin changes the page after its length was told, and the connection stays open."""
    over = threading.Event()

    def answer(request: Request) -> None:
        request.send(PAGE, headers={"Content-Length": str(len(PAGE) + 10)})
        request.wfile.flush()
        over.wait(5)

    server.answers["/a"] = answer
    assert begin(timeout=0.05).fetch(server.url + "/a").body == PAGE
    over.set()


def test_a_transfer_cut_elsewhere_each_time_is_given_up(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    server.answers["/a"] = lambda request: cut(request, 100 + request.count)
    with pytest.raises(Unreachable, match="the transfer was cut off"):
        fetcher.fetch(server.url + "/a")
    assert (server.seen["/a"], answers(tmp_path, server.url + "/a")) == (5, [])
    assert not fetcher.gate.down(server.url[7:])


def chunked(body: bytes) -> bytes:
    pieces = [body[start : start + 1000] for start in range(0, len(body), 1000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (*pieces, b""))


@pytest.mark.parametrize("packed", [True, False])
def test_a_body_in_chunks(server: Server, fetcher: Fetcher, tmp_path: Path, packed: bool) -> None:
    sent = gzip.compress(PAGE) if packed else PAGE

    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.send_header("Content-Encoding", "gzip" if packed else "identity")
        request.end_headers()
        request.wfile.write(chunked(sent))

    server.answers["/a"] = answer
    assert fetcher.fetch(server.url + "/a").body == PAGE
    (record,) = answers(tmp_path, server.url + "/a")
    assert record.body == sent
    assert "\nX-Orig-Transfer-Encoding: chunked\r\n" in record.head
    assert "\nTransfer-Encoding" not in record.head


def test_chunks_that_break_off(server: Server, fetcher: Fetcher) -> None:
    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        request.wfile.write(chunked(PAGE)[: 2000 + request.count])
        request.cut()

    server.answers["/a"] = answer
    with pytest.raises(Unreachable, match="the transfer was cut off"):
        fetcher.fetch(server.url + "/a")


def raw_deflate(body: bytes) -> bytes:
    pack = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return pack.compress(body) + pack.flush()


@pytest.mark.parametrize(
    ("coding", "sent"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", raw_deflate(PAGE)),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
        ("gzip", PAGE),
        ("deflate", PAGE),
    ],
)
def test_packed_bodies_are_kept_packed(
    server: Server, fetcher: Fetcher, tmp_path: Path, coding: str, sent: bytes
) -> None:
    server.answers["/a"] = says(200, sent, Content_Encoding=coding)
    assert fetcher.fetch(server.url + "/a").body == PAGE
    assert answers(tmp_path, server.url + "/a")[0].body == sent


def test_a_packed_body_without_its_end_is_a_cut(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    """Without a length nothing else tells."""
    sent = gzip.compress(PAGE)

    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Content-Encoding", "gzip")
        request.send_header("Connection", "close")
        request.end_headers()
        request.wfile.write(sent[: len(sent) // 2] if request.count == 1 else sent)

    server.answers["/a"] = answer
    assert fetcher.fetch(server.url + "/a").body == PAGE
    assert len(answers(tmp_path, server.url + "/a")) == 1


def test_a_packing_nobody_asked_for(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = says(200, b"\x1b\x00", Content_Encoding="br")
    with pytest.raises(Refused, match="unknown packing"):
        fetcher.fetch(server.url + "/a")


def test_a_bomb(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    server.answers["/a"] = says(200, gzip.compress(b"\0" * (50 << 20)), Content_Encoding="gzip")
    with pytest.raises(Refused, match="too large"):
        fetcher.fetch(server.url + "/a")
    assert not answers(tmp_path, server.url + "/a")


def test_an_endless_stream(server: Server, fetcher: Fetcher) -> None:
    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        while True:
            request.wfile.write(PAGE)

    server.answers["/a"] = answer
    with pytest.raises(Refused, match="too large"):
        fetcher.fetch(server.url + "/a")


def test_a_large_body_goes_through_a_file(
    server: Server, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("migrator.crawl.answer.IN_MEMORY", 1000)
    server.answers["/a"] = says(200, PAGE)
    assert fetcher.fetch(server.url + "/a").body == PAGE
    assert answers(tmp_path, server.url + "/a")[0].body == PAGE


def test_nothing_is_packed_in_no_way(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = says(200, Content_Encoding="br")
    assert fetcher.fetch(server.url + "/a").body == b""
