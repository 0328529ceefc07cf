"""One file from servers that err, lie, dawdle or mean harm: each with its stated result."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import ip_address
from pathlib import Path

import pytest

from migrator.media import addresses, fetch
from migrator.media.addresses import Adapter, is_private
from migrator.media.entries import own_origins
from migrator.media.fetch import Fetcher, Limits, Result, Stopped
from migrator.media.host import OFFLINE_AFTER, Host, Network, seconds_of
from migrator.media.wish import Wanted
from tests.pictures import png
from tests.server import Request, Server, serving

PICTURE = png(300, 200)
Fetch = Callable[..., Result]


@pytest.fixture(scope="module")
def module_server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(module_server: Server) -> Server:
    module_server.answers.clear()
    module_server.seen.clear()
    module_server.requests.clear()
    return module_server


@pytest.fixture
def fetcher(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fetcher]:
    monkeypatch.setattr(fetch, "BACK_OFF", 0.001)
    limits = Limits(size=1 << 20, connect=1.0, read=0.3, slowest=1 << 20, patience=0.2)
    with closing(Adapter(2, allow_private=True)) as adapter:
        yield Fetcher(adapter, Host("127.0.0.1"), tmp_path, limits)


@pytest.fixture
def get(server: Server, fetcher: Fetcher) -> Fetch:
    def fetch_one(*paths: str, extension: str = "png") -> Result:
        urls = tuple(path if ":" in path else server.url + path for path in paths)
        return fetcher.fetch(Wanted(urls[0], urls, extension, "image" if extension == "png" else ""))

    return fetch_one


def content(result: Result, folder: Path) -> bytes:
    assert result.blob is not None, result.error
    return (folder / result.blob.sha256).read_bytes()


def says(status: int, body: bytes = b"", **headers: str) -> Callable[[Request], None]:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: request.send(body, status=status, headers=told)


def test_a_file(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, PICTURE)
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.blob is not None
    assert (result.blob.type, result.blob.width, result.blob.height) == ("image/png", 300, 200)
    assert (result.tries, result.chosen) == (1, server.url + "/a.png")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("status", "error"), [(404, "404 Not Found"), (403, "403 Forbidden"), (410, "410 Gone"), (299, "299")]
)
def test_a_refusal_is_asked_once(server: Server, get: Fetch, status: int, error: str) -> None:
    url = server.url + "/a.png"
    server.answers["/a.png"] = says(status)
    assert get("/a.png") == Result(Wanted(url, (url,), "png", "image"), None, "", 1, error)


def test_the_next_address_is_tried(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a-scaled.png"] = says(200, PICTURE)
    result = get("/a.png", "/a-scaled.png", "/a-300x200.png")
    assert content(result, tmp_path) == PICTURE
    assert result.chosen.endswith("/a-scaled.png")
    assert not server.seen["/a-300x200.png"]


def test_what_fails_for_a_while_is_asked_again(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = lambda request: request.send(PICTURE, status=500 if request.count < 3 else 200)
    assert get("/a.png").tries == 3


def test_what_fails_for_good_is_given_up(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = says(500)
    result = get("/a.png")
    assert (result.blob, result.tries, result.error) == (None, 4, "500 Internal Server Error")


def test_retry_after_holds_for_the_whole_host(server: Server, fetcher: Fetcher, get: Fetch, tmp_path: Path) -> None:
    slept: list[float] = []
    fetcher.host = Host("127.0.0.1", slept.append)
    server.answers["/a.png"] = lambda request: (
        says(429, Retry_After="7")(request) if request.count == 1 else request.send(PICTURE)
    )
    assert content(get("/a.png"), tmp_path) == PICTURE
    assert 6.5 < max(slept) <= 7.0


def test_a_host_that_asks_for_an_hour_is_left_alone(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = server.answers["/b.png"] = says(429, Retry_After="3600")
    assert get("/a.png").error == "429 Too Many Requests"
    assert get("/b.png").error == "the host asks to be left alone for 3600 seconds"
    assert not server.seen["/b.png"]


def test_retry_after_may_be_a_date() -> None:
    then = datetime.now(UTC) + timedelta(seconds=100)
    assert seconds_of("120") == 120
    assert 95 < (seconds_of(format_datetime(then, usegmt=True)) or 0) <= 100
    assert seconds_of("soon") is None
    assert seconds_of("") is None


def test_a_slow_answer_times_out(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = lambda _request: time.sleep(0.5)
    assert get("/a.png").error == "the host doesn't answer"


def drip(request: Request) -> None:
    request.send(b"", headers={"Content-Length": "1000000"})
    for _ in range(100):
        request.wfile.write(b"\x89PNG")
        request.wfile.flush()
        time.sleep(0.02)


def test_a_transfer_that_drips_is_given_up(server: Server, get: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "TRIES", 1)
    monkeypatch.setattr(fetch, "_BLOCK", 4)
    server.answers["/a.png"] = drip
    assert get("/a.png").error == "the transfer is too slow"


def halved(body: bytes, etag: str = '"v1"') -> Callable[[Request], None]:
    """Sends half and breaks off; the second time the rest, if it is asked for as the standard has it."""

    def answer(request: Request) -> None:
        asked, half = request.headers.get("Range"), len(body) // 2
        if asked is None or request.headers.get("If-Range") != etag:
            request.send(body[:half], headers={"Content-Length": str(len(body)), "ETag": etag})
            request.cut()
        else:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            told = f"bytes {start}-{len(body) - 1}/{len(body)}"
            request.send(body[start:], status=206, headers={"Content-Range": told})

    return answer


def test_a_cut_transfer_is_resumed(
    server: Server, get: Fetch, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_WORTH_RESUMING", 10)
    server.answers["/a.png"] = halved(PICTURE)
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.tries == 2
    assert [name for name in server.requests[1][1] if name in ("Range", "If-Range")] == ["Range", "If-Range"]


def test_a_file_that_changed_meanwhile_is_begun_anew(
    server: Server, get: Fetch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_WORTH_RESUMING", 10)
    other = png(300, 200, 9)

    def answer(request: Request) -> None:
        if request.count == 1:
            halved(PICTURE)(request)
        else:
            request.send(other, headers={"ETag": '"v2"'})

    server.answers["/a.png"] = answer
    assert content(get("/a.png"), tmp_path) == other


def test_another_part_than_asked_for_is_not_believed(
    server: Server, get: Fetch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_WORTH_RESUMING", 10)

    def answer(request: Request) -> None:
        if request.count == 1:
            halved(PICTURE)(request)
        elif request.count == 2:
            request.send(PICTURE, status=206, headers={"Content-Range": f"bytes 0-9/{len(PICTURE)}"})
        else:
            request.send(PICTURE)

    server.answers["/a.png"] = answer
    assert content(get("/a.png"), tmp_path) == PICTURE


def test_a_length_that_never_comes_is_a_cut(server: Server, get: Fetch) -> None:
    def answer(request: Request) -> None:
        request.send(PICTURE, headers={"Content-Length": str(len(PICTURE) + 10)})
        request.cut()

    server.answers["/a.png"] = answer
    assert get("/a.png").error == "the transfer was cut off"


def test_a_body_without_length_ends_with_the_connection(server: Server, get: Fetch, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        request.wfile.write(PICTURE)

    server.answers["/a.png"] = answer
    assert content(get("/a.png"), tmp_path) == PICTURE


def cut_short(times: int) -> Callable[[Request], None]:
    """Sends no length, and only half of the picture so many times."""

    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        size = len(PICTURE) // 2 - request.count if request.count <= times else len(PICTURE)
        request.wfile.write(PICTURE[:size])

    return answer


def test_a_cut_that_no_length_tells_is_seen(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = cut_short(2)
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.tries == 3


def test_what_the_server_itself_has_only_half_of_is_kept(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, PICTURE[:200])
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE[:200]
    assert result.blob is not None
    assert (result.tries, result.blob.whole) == (2, False)


def test_an_endless_stream_is_given_up(server: Server, get: Fetch, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        while True:
            request.wfile.write(b"\x89PNG" * 10000)

    server.answers["/a.png"] = answer
    assert get("/a.png").error == "larger than 1048576 bytes"
    assert not list(tmp_path.iterdir())


def test_a_file_that_says_it_is_too_large_isnt_begun(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = lambda request: request.send(b"", headers={"Content-Length": "2000000"})
    assert get("/a.png").error == "larger than 1048576 bytes"


def test_redirects_are_followed(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers |= {"/a.png": says(302, Location="b.png?x=1#top"), "/b.png?x=1": says(200, PICTURE)}
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.chosen == server.url + "/a.png"


@pytest.mark.parametrize(
    ("location", "error"),
    [
        ("/a.png", "it redirects in a circle"),
        ("/b.png", "it redirects in a circle"),
        ("file:///etc/passwd", "it redirects to something that is not on the web"),
        ("gopher://x/", "it redirects to something that is not on the web"),
        ("http://[", "it redirects to no address"),
        ("https://combo.staticflickr.com/photo_unavailable_l.png", "the host shows another picture in its place"),
    ],
)
def test_redirects_that_lead_nowhere(server: Server, get: Fetch, location: str, error: str) -> None:
    server.answers |= {"/a.png": says(301, Location=location), "/b.png": says(308, Location="/a.png")}
    assert get("/a.png").error == error


def test_redirects_are_bounded(server: Server, get: Fetch) -> None:
    server.answers |= {f"/{n}.png": says(302, Location=f"/{n + 1}.png") for n in range(20)}
    assert get("/0.png").error == "it redirects too often"


def test_a_page_with_status_200_is_no_picture(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, b"<!DOCTYPE html><title>Not found</title>", Content_Type="image/png")
    assert get("/a.png").error == "a page, not the file"
    assert not list(tmp_path.iterdir())


def test_what_the_server_calls_it_decides_nothing(server: Server, get: Fetch, tmp_path: Path) -> None:
    hostile = 'attachment; filename="../../../../etc/cron.d/evil.sh"'
    server.answers["/a.jpg"] = says(200, PICTURE, Content_Type="text/html", Content_Disposition=hostile)
    result = get("/a.jpg", extension="jpg")
    assert result.blob is not None
    assert result.blob.extension == "png"
    assert [path.name for path in tmp_path.iterdir()] == [result.blob.sha256]


def test_a_zip_bomb_is_kept_and_never_opened(server: Server, get: Fetch, tmp_path: Path) -> None:
    bomb = b"PK\x03\x04" + zlib.compress(bytes(50 << 20))
    server.answers["/a.zip"] = says(200, bomb)
    assert content(get("/a.zip", extension="zip"), tmp_path) == bomb


def test_a_body_may_be_packed(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, gzip.compress(PICTURE), Content_Encoding="gzip")
    assert content(get("/a.png"), tmp_path) == PICTURE


def test_a_gzip_bomb_is_given_up(server: Server, get: Fetch, fetcher: Fetcher, tmp_path: Path) -> None:
    fetcher.limits = Limits()
    server.answers["/a.png"] = says(200, gzip.compress(bytes(64 << 20)), Content_Encoding="gzip")
    assert get("/a.png").error == "it is packed like a bomb"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("packed", "body", "error"),
    [
        ("br", PICTURE, "it is packed in a way that is not known (br)"),
        ("gzip", PICTURE, "the transfer is packed wrongly"),
        ("gzip", gzip.compress(PICTURE)[:-20], "the transfer was cut off"),
    ],
)
def test_a_body_that_cant_be_unpacked(server: Server, get: Fetch, packed: str, body: bytes, error: str) -> None:
    server.answers["/a.png"] = says(200, body, Content_Encoding=packed)
    assert get("/a.png").error == error


def test_a_host_without_a_name_is_down_after_a_few_tries(get: Fetch, fetcher: Fetcher) -> None:
    assert get("http://nowhere.invalid/a.png").error == "the host can't be reached"
    assert fetcher.host.down
    assert get("http://nowhere.invalid/b.png") == Result(
        Wanted("http://nowhere.invalid/b.png", ("http://nowhere.invalid/b.png",), "png", "image"),
        None,
        "",
        0,
        "the host can't be reached",
    )


def test_a_host_that_refuses_connections_is_down(get: Fetch, fetcher: Fetcher) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert get(f"http://127.0.0.1:{port}/a.png").tries == 3
    assert fetcher.host.down == "the host can't be reached"


def test_a_host_that_has_answered_is_given_more_time() -> None:
    host = Host("here")
    host.answer(well=True)
    for _ in range(10):
        host.fail("gone")
    assert not host.down


def test_without_a_network_hosts_are_not_tried_one_by_one() -> None:
    network = Network()
    hosts = [Host(f"{number}.example", network=network) for number in range(OFFLINE_AFTER + 1)]
    for host in hosts[:-2]:
        host.fail("the host can't be reached")
    assert not hosts[-1].down
    hosts[-2].fail("the host can't be reached")
    assert "network" in hosts[-1].down


def test_one_host_that_answers_is_a_network() -> None:
    network = Network()
    hosts = [Host(f"{number}.example", network=network) for number in range(OFFLINE_AFTER + 1)]
    hosts[-1].answer(well=False)
    for host in hosts[:-1]:
        host.fail("the host can't be reached")
    assert not hosts[-1].down


def test_no_address_at_all(get: Fetch) -> None:
    assert get("http://[nowhere/a.png").error == "no address that can be asked for"
    assert get("http://.../a.png").error in ("no address that can be asked for", "the host can't be reached")


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1 fd00::1 "
    "::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: :: ::127.0.0.1 ::ffff:0:7f00:1 fec0::1 64:ff9b:1::7f00:1 "
    "5f00::1".split(),
)
def test_private_addresses(address: str) -> None:
    assert is_private(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert not is_private(ip_address(address))


@pytest.fixture
def careful(fetcher: Fetcher) -> Iterator[Fetcher]:
    with closing(Adapter(2, allow_private=False)) as adapter:
        fetcher.adapter = adapter
        yield fetcher


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
def test_private_networks_are_refused(server: Server, careful: Fetcher, get: Fetch, host: str) -> None:
    result = get(f"http://{host}:{server.server_port}/a.png")
    assert "private network" in result.error
    assert not server.requests


def test_a_redirect_to_a_private_address_is_refused(
    server: Server, careful: Fetcher, get: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host passes for a public one here, the second is what it is."""
    real = addresses.is_private
    monkeypatch.setattr(addresses, "is_private", lambda address: str(address) != "127.0.0.1" and real(address))
    server.answers["/a.png"] = says(302, Location=f"http://[::1]:{server.server_port}/secret.png")
    assert "private network" in get("/a.png").error
    assert not server.seen["/secret.png"]


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: Server, careful: Fetcher, get: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when it is asked for the first time and private the second time is asked for but once."""
    answers = [[(socket.AF_INET, ("192.0.2.1", 80))], [(socket.AF_INET, ("127.0.0.1", server.server_port))]]
    connected = []
    monkeypatch.setattr(addresses, "resolved", lambda _host, _port: answers.pop(0))
    monkeypatch.setattr(addresses, "is_private", lambda address: str(address) == "127.0.0.1")

    def connect(self: socket.socket, address: object) -> None:
        connected.append(address)
        raise OSError("nobody there")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(fetch, "TRIES", 1)
    assert get("http://rebound.example/a.png").error == "the host can't be reached"
    assert connected == [("192.0.2.1", 80)]


def test_one_private_address_among_public_ones_is_enough(
    careful: Fetcher, get: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [(socket.AF_INET, ("8.8.8.8", 80)), (socket.AF_INET, ("10.0.0.1", 80))]
    monkeypatch.setattr(addresses, "resolved", lambda _host, _port: both)
    assert "private network" in get("http://mixed.example/a.png").error


def test_headers_go_to_the_site_alone(server: Server, fetcher: Fetcher, get: Fetch) -> None:
    fetcher.headers, fetcher.own = {"Cookie": "secret"}, frozenset((server.url,))
    other = f"http://localhost:{server.server_port}/b.png"
    server.answers |= {"/a.png": says(302, Location=other), "/b.png": says(200, PICTURE)}
    assert get("/a.png").blob is not None
    assert [headers.get("Cookie") for _, headers in server.requests] == ["secret", None]


def test_headers_are_not_sent_in_clear_where_the_site_is_not(server: Server, fetcher: Fetcher, get: Fetch) -> None:
    fetcher.headers, fetcher.own = {"Cookie": "secret"}, frozenset((server.url.replace("http:", "https:"),))
    server.answers["/a.png"] = says(200, PICTURE)
    assert get("/a.png").blob is not None
    assert [headers.get("Cookie") for _, headers in server.requests] == [None]


@pytest.mark.parametrize(
    ("site", "origins"),
    [
        ("https://a.example/news", {"https://a.example"}),
        ("http://a.example", {"http://a.example", "https://a.example"}),
    ],
)
def test_where_headers_may_be_sent(tmp_path: Path, site: str, origins: set[str]) -> None:
    (tmp_path / "archive.json").write_text(json.dumps({"site": {"url": site}}), "utf-8")
    assert own_origins(tmp_path) == origins


def test_a_stop_leaves_what_was_begun(server: Server, fetcher: Fetcher, get: Fetch, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        request.send(PICTURE[:100], headers={"Content-Length": str(len(PICTURE)), "ETag": '"v1"'})
        request.wfile.flush()
        fetcher.stop.set()
        request.wfile.write(PICTURE[100:])

    server.answers["/a.png"] = answer
    fetcher.stop = threading.Event()
    with pytest.raises(Stopped):
        get("/a.png")


def test_a_stop_hangs_up_on_a_host_that_says_nothing(
    server: Server, fetcher: Fetcher, get: Fetch, tmp_path: Path
) -> None:
    fetcher.limits = Limits(read=20)

    def answer(_request: Request) -> None:
        fetcher.stop.set()
        fetcher.adapter.hang_up()
        threading.Event().wait(0.2)

    server.answers["/a.png"] = answer
    begun = time.monotonic()
    with pytest.raises(Stopped):
        get("/a.png")
    assert time.monotonic() - begun < 2
    assert server.seen["/a.png"] == 1
