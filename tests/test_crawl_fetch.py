"""Fetching from servers that err, lie, dawdle or mean harm: what is returned, what is kept, how long was waited."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from requests.cookies import RequestsCookieJar

from migrator.crawl import fetch_line
from migrator.crawl.failures import Refused, TooLong, Unreachable
from migrator.crawl.fetch import Fetcher
from migrator.crawl.fetch_line import settled
from migrator.crawl.settings import Settings, origin_of
from migrator.media import addresses
from migrator.sources.capture.visit import Visit
from tests.fetching import NOON, Kept, Time, fetching, kept, says
from tests.server import Request, Server, serving

PAGE = b"<html><title>Spring at the pond</title>" + b"<p>The ducks are back.</p>" * 200 + b"</html>"


@pytest.fixture(scope="module")
def module_server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(module_server: Server) -> Server:
    module_server.answers.clear()
    module_server.seen.clear()
    module_server.requests.clear()
    module_server.answers["/robots.txt"] = says(404)
    return module_server


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def begin(server: Server, time: Time, tmp_path: Path) -> Iterator[Callable[..., Fetcher]]:
    with ExitStack() as stack:

        def begin_one(**given: object) -> Fetcher:
            told = {"site": server.url, "allow_private": True, "timeout": 0.3, "max_bytes": 1 << 20, **given}
            return stack.enter_context(fetching(tmp_path, Settings(**told), time))  # type: ignore[arg-type]

        yield begin_one


@pytest.fixture
def fetcher(begin: Callable[..., Fetcher]) -> Fetcher:
    return begin()


def records(folder: Path) -> list[Kept]:
    return kept(folder / "capture/site-00000.warc.gz")


def answers(folder: Path, url: str) -> list[Kept]:
    return [record for record in records(folder) if record.url == url and record.kind in ("response", "revisit")]


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


def test_redirects_are_followed_and_kept(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    server.answers["/?p=12"] = says(301, Location="/2024/sp\u00fcring/".encode().decode("latin-1"))
    server.answers["/2024/spüring/"] = says(302, Location="../spring/")
    server.answers["/2024/spring/"] = says(200, PAGE)
    visit = fetcher.fetch(server.url + "/?p=12", road="rest")
    assert (visit.url, visit.body) == (server.url + "/2024/spring/", PAGE)
    roads = [record.body.decode() for record in records(tmp_path) if record.kind == "metadata"]
    assert roads[1:] == [
        "road: rest\r\n",
        f"via: {server.url}/?p=12\r\nroad: rest\r\n",
        f"via: {server.url}/2024/sp%C3%BCring/\r\nroad: rest\r\n",
    ]
    assert len(answers(tmp_path, server.url + "/2024/sp%C3%BCring/")) == 1


def test_a_circle_of_redirects(server: Server, fetcher: Fetcher) -> None:
    server.answers |= {"/a": says(302, Location="/b"), "/b": says(302, Location="/a")}
    with pytest.raises(Refused, match="redirects"):
        fetcher.fetch(server.url + "/a")
    assert server.seen["/a"] + server.seen["/b"] == 11


def test_a_cookie_is_shown_on_the_way(server: Server, fetcher: Fetcher) -> None:
    """Some walls set a cookie, and send the guest to where it came from; the next address knows nothing of it."""

    def answer(request: Request) -> None:
        if request.headers.get("Cookie") == "seen=1":
            request.send(PAGE)
        else:
            request.send(b"", status=302, headers={"Location": request.path, "Set-Cookie": "seen=1; Path=/"})

    server.answers |= {"/a": answer, "/b": says(200)}
    assert fetcher.fetch(server.url + "/a").body == PAGE
    fetcher.fetch(server.url + "/b")
    assert "Cookie" not in server.requests[-1][1]


def test_redirects_that_leave_the_site(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    other = f"http://localhost:{server.server_port}/b"
    server.answers |= {"/a": says(301, Location=other), "/b": says(200)}
    with pytest.raises(Refused, match="other host") as caught:
        fetcher.fetch(server.url + "/a")
    assert (caught.value.url, caught.value.target, server.seen["/b"]) == (server.url + "/a", other, 0)
    assert len(answers(tmp_path, server.url + "/a")) == 1


def test_redirects_that_lead_to_the_site(server: Server, fetcher: Fetcher) -> None:
    server.answers |= {"/a": says(301, Location=server.url + "/b"), "/b": says(200, PAGE)}
    assert fetcher.fetch(f"http://localhost:{server.server_port}/a").url == server.url + "/b"


@pytest.mark.parametrize(
    ("location", "reason"),
    [("file:///etc/passwd", "scheme"), ("javascript:alert(1)", "scheme"), ("http://[nowhere", "no address")],
)
def test_redirects_to_what_is_no_page(server: Server, fetcher: Fetcher, location: str, reason: str) -> None:
    server.answers["/a"] = says(302, Location=location)
    with pytest.raises(Refused) as caught:
        fetcher.fetch(server.url + "/a")
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://site.example/a", "scheme"),
        ("/a", "scheme"),
        ("", "scheme"),
        ("http://[nowhere/", "no address"),
        ("http://site.example:port/", "no address"),
        ("http:///a", "no address"),
        ("http://.../a", "no address"),
    ],
)
def test_what_is_no_address(fetcher: Fetcher, url: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        fetcher.fetch(url)
    assert (caught.value.reason, caught.value.url) == (reason, url)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
def test_private_networks(server: Server, begin: Callable[..., Fetcher], host: str) -> None:
    url = f"http://{host}:{server.server_port}/a"
    with pytest.raises(Refused) as caught:
        begin(allow_private=False).fetch(url)
    assert (caught.value.reason, caught.value.url, server.requests) == ("private address", url, [])


def test_a_redirect_to_a_private_address(
    server: Server, time: Time, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host passes for a public one here, the second is what it is."""
    real = addresses.is_private
    monkeypatch.setattr(addresses, "is_private", lambda address: str(address) != "127.0.0.1" and real(address))
    server.answers["/a"] = says(302, Location=f"http://[::1]:{server.server_port}/secret")
    settings = Settings(site=f"http://[::1]:{server.server_port}")
    with (
        fetching(tmp_path, settings, time) as fetcher,
        pytest.raises(Refused, match="private address"),
    ):
        fetcher.fetch(server.url + "/a")
    assert not server.seen["/secret"]


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


def test_the_login_goes_to_the_site_alone_and_into_no_file(
    server: Server, begin: Callable[..., Fetcher], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetcher = begin(user="editor", password="abcd efgh", headers=(("Cookie", "pass=hush"), ("X-Key", "hush")))
    server.answers["/a"] = says(200, PAGE, Set_Cookie="session=hush")
    fetcher.fetch(server.url + "/a")
    fetcher.fetch(f"http://localhost:{server.server_port}/a")
    told = {
        told["Host"]: (told.get("Authorization"), told.get("Cookie"), told.get("X-Key")) for _, told in server.requests
    }
    assert told[server.url[7:]] == ("Basic ZWRpdG9yOmFiY2QgZWZnaA==", "pass=hush", "hush")
    assert told[f"localhost:{server.server_port}"] == (None, None, None)
    fetcher.warc.close()
    bare = gzip.decompress((tmp_path / "capture/site-00000.warc.gz").read_bytes())
    own = bare.partition(b"localhost")[0]
    assert b"hush" not in own
    assert b"ZWRpdG9" not in bare
    assert own.count(b"Authorization: (withheld)") == 2


def test_secrets_are_not_sent_in_clear_where_the_site_is_not(server: Server, begin: Callable[..., Fetcher]) -> None:
    server.answers["/a"] = says(200)
    begin(site=server.url.replace("http:", "https:"), user="editor", password="x").fetch(server.url + "/a")
    assert "Authorization" not in server.requests[-1][1]


def test_a_host_is_the_same_however_it_is_written(server: Server) -> None:
    settings = Settings(site="https://BÜCHER.example:443/", user="editor", password="hush")
    line = fetch_line.Line(settings, Time().clock())
    urls = ("https://bücher.example/a", "https://xn--bcher-kva.example/a", "https://Bücher.example:443/a#b")
    assert {origin_of(settled(url)) for url in urls} == {"https://xn--bcher-kva.example"}
    assert all("Authorization" in line._request(url, {}, RequestsCookieJar()).headers for url in urls)
    assert "Authorization" not in line._request("https://other.example/", {}, RequestsCookieJar()).headers


def test_settings_show_no_secret() -> None:
    assert "hush" not in repr(Settings(user="editor", password="hush", headers=(("Cookie", "hush"),)))


def test_who_an_address_names_is_not_logged_in(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = says(200)
    visit = fetcher.fetch(server.url.replace("//", "//admin:x@") + "/a")
    assert visit.url == server.url + "/a"
    assert "Authorization" not in server.requests[-1][1]


def test_a_large_body_goes_through_a_file(
    server: Server, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("migrator.crawl.answer.IN_MEMORY", 1000)
    server.answers["/a"] = says(200, PAGE)
    assert fetcher.fetch(server.url + "/a").body == PAGE
    assert answers(tmp_path, server.url + "/a")[0].body == PAGE


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
