"""Fetching from servers that err, lie, dawdle or mean harm: what is returned, what is kept, how long was waited."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest

from migrator.crawl.failures import TooLong, Unreachable
from migrator.crawl.fetch import Fetcher
from migrator.media import addresses
from migrator.sources.capture.visit import Visit
from tests.crawl.fetching import NOON, PAGE, Time, answers, records
from tests.server import Request, Server, says


def test_a_page(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    server.answers["/a"] = says(200, PAGE, Content_Type="text/html; charset=utf-8", Link="<x>; rel=y")
    visit = fetcher.fetch(server.url + "/a#top", road="links")
    assert (visit.url, visit.status, visit.body, visit.mime) == (server.url + "/a", 200, PAGE, "text/html")
    assert (visit.time, visit.headers["link"]) == ("2024-04-10T12:00:00Z", "<x>; rel=y")
    assert visit.place is not None
    request, metadata, response = records(tmp_path)[-3:]
    assert (request.kind, metadata.kind, response.kind) == ("request", "metadata", "response")
    assert request.head.startswith(f"GET /a HTTP/1.1\r\nHost: {server.url[7:]}\r\nUser-Agent: migrator/")
    assert metadata.body == b"road: links\r\n"
    assert (response.body, response.headers["WARC-Payload-Digest"]) == (PAGE, visit.place.digest)


def test_who_we_are(server: Server, begin: Callable[..., Fetcher]) -> None:
    server.answers["/a"] = says(200, PAGE)
    begin(agent="migrator/1", contact="archive@library.example").fetch(server.url + "/a")
    assert [told["User-Agent"] for _, told in server.requests] == ["migrator/1 (+archive@library.example)"] * 2


@pytest.mark.parametrize("status", [201, 403, 404, 410, 451])
def test_what_the_server_says_is_a_visit(server: Server, fetcher: Fetcher, time: Time, status: int) -> None:
    server.answers["/a"] = says(status, PAGE)
    assert fetcher.fetch(server.url + "/a").status == status
    assert (server.seen["/a"], sum(time.slept)) == (1, 0)


def test_a_500_that_passes(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    server.answers["/a"] = lambda request: request.send(PAGE, status=500 if request.count < 2 else 200)
    assert fetcher.fetch(server.url + "/a").status == 200
    assert len(answers(tmp_path, server.url + "/a")) == 1


@pytest.mark.parametrize(("status", "tries"), [(500, 2), (502, 3), (503, 5), (504, 3)])
def test_a_failure_that_stays_is_a_visit(
    server: Server, fetcher: Fetcher, tmp_path: Path, status: int, tries: int
) -> None:
    server.answers["/a"] = says(status, b"Error establishing a database connection")
    assert fetcher.fetch(server.url + "/a").status == status
    assert server.seen["/a"] == tries
    assert len(answers(tmp_path, server.url + "/a")) == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("told", ["120", format_datetime(NOON.replace(minute=2), usegmt=True)])
def test_retry_after_is_kept(server: Server, fetcher: Fetcher, time: Time, status: int, told: str) -> None:
    server.answers["/a"] = lambda request: request.send(
        PAGE, status=status if request.count == 1 else 200, headers={"Retry-After": told}
    )
    assert fetcher.fetch(server.url + "/a").status == 200
    assert sum(time.slept) == pytest.approx(120)


def test_retry_after_holds_for_the_next_address(server: Server, fetcher: Fetcher, time: Time) -> None:
    server.answers["/a"] = says(500, Retry_After="60")
    server.answers["/b"] = says(200)
    fetcher.fetch(server.url + "/a")
    fetcher.fetch(server.url + "/b")
    assert sum(time.slept) == pytest.approx(120)


def test_without_retry_after_each_wait_is_longer(server: Server, fetcher: Fetcher, time: Time) -> None:
    server.answers["/a"] = lambda request: request.send(PAGE, status=429 if request.count < 6 else 200)
    assert fetcher.fetch(server.url + "/a").status == 200
    assert len(time.slept) == 5
    assert all(1.2 * one < other for one, other in pairwise(time.slept))


def test_who_asks_for_longer_than_may_be_waited_ends_the_run(server: Server, fetcher: Fetcher, time: Time) -> None:
    server.answers["/a"] = says(429, Retry_After="3600")
    with pytest.raises(TooLong, match="for 3600 seconds") as caught:
        fetcher.fetch(server.url + "/a")
    assert (caught.value.seconds, time.slept, server.seen["/a"]) == (3600, [], 1)


def test_who_never_has_enough_patience_ends_the_run(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = says(429)
    with pytest.raises(TooLong):
        fetcher.fetch(server.url + "/a")
    assert server.seen["/a"] == 10


def test_a_server_that_says_nothing(server: Server, begin: Callable[..., Fetcher], time: Time) -> None:
    over = threading.Event()

    def answer(_request: Request) -> None:
        over.wait(5)

    server.answers["/a"] = answer
    with pytest.raises(Unreachable, match="the host doesn't answer") as caught:
        begin(timeout=0.03).fetch(server.url + "/a")
    over.set()
    assert (caught.value.tries, len(time.slept)) == (5, 4)


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b"", "the host hung up"),
        (b"\x16\x03\x01\x00", "what the host answers is no HTTP"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "what the host answers is no HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "what the host answers is no HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\n", "what the host answers is no HTTP"),
    ],
)
def test_answers_that_are_none(server: Server, fetcher: Fetcher, sent: bytes, reason: str) -> None:
    """The host is there, and other pages of it may be had."""

    def answer(request: Request) -> None:
        request.wfile.write(sent)
        request.close_connection = True

    server.answers |= {"/a": answer, "/b": says(200)}
    for _ in range(4):
        with pytest.raises(Unreachable, match=reason) as caught:
            fetcher.fetch(server.url + "/a")
        assert caught.value.tries == 5
    assert fetcher.fetch(server.url + "/b").status == 200


def test_a_name_that_nobody_knows(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def resolved(_host: str, _port: int) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(addresses, "resolved", resolved)
    with pytest.raises(Unreachable, match="no name server knows the host"):
        fetcher.fetch("http://gone.example/a")


def test_a_host_that_is_down_is_said_to_be(fetcher: Fetcher, time: Time) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(Unreachable, match="the host can't be reached"):
        fetcher.fetch(url + "/a")
    slept = len(time.slept)
    with pytest.raises(Unreachable, match="the host can't be reached"):
        fetcher.fetch(url + "/b")
    assert (slept, len(time.slept)) == (4, 4)


def test_validators(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        if request.headers.get("If-None-Match") == '"v1"' and request.headers.get("If-Modified-Since"):
            request.send(b"", status=304, headers={"ETag": '"v1"'})
        else:
            request.send(PAGE, headers={"ETag": '"v1"'})

    server.answers["/feed"] = answer
    first = fetcher.fetch(server.url + "/feed")
    again = fetcher.fetch(server.url + "/feed", etag=first.headers["etag"], modified="Wed, 10 Apr 2024 12:00:00 GMT")
    assert (again.status, again.body) == (304, b"")
    assert first.place is not None
    assert again.place is not None
    assert again.place.digest == first.place.digest
    record = answers(tmp_path, server.url + "/feed")[1]
    assert (record.kind, record.body) == ("revisit", b"")
    assert record.headers["WARC-Profile"].endswith("/warc/1.1/revisit/server-not-modified")
    assert record.headers["WARC-Refers-To-Date"] == first.time


def test_headers_are_kept_as_they_came(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        request.wfile.write(b"HTTP/1.0 200 Sch\xc3\xb6n\r\nX-A: caf\xc3\xa9\r\nx-a: b\r\nX-B: caf\xe9\r\n\r\n" + PAGE)
        request.close_connection = True

    server.answers["/a"] = answer
    visit: Visit = fetcher.fetch(server.url + "/a")
    assert (visit.headers["x-a"], visit.headers["x-b"]) == ("café, b", "café")
    fetcher.warc.close()
    bare = gzip.decompress((tmp_path / "capture/site-00000.warc.gz").read_bytes())
    assert b"HTTP/1.0 200 Sch\xc3\xb6n\r\nX-A: caf\xc3\xa9\r\nx-a: b\r\nX-B: caf\xe9\r\n\r\n<html>" in bare
