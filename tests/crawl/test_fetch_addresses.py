"""Where a crawl's fetcher goes and where not: redirects, addresses, private networks, whom it shows a login."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from requests.cookies import RequestsCookieJar

from migrator.crawl import fetch_line
from migrator.crawl.failures import Refused
from migrator.crawl.fetch import Fetcher
from migrator.crawl.fetch_line import settled
from migrator.crawl.settings import Settings, origin_of
from migrator.media import addresses
from tests.crawl.fetching import PAGE, Time, answers, fetching, records
from tests.server import Request, Server, says


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
