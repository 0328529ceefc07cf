"""Hosts that files are fetched from: down, without a name, private; and whom headers may be sent to."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from ipaddress import ip_address
from pathlib import Path

import pytest

from migrator.media import addresses, fetch
from migrator.media.addresses import Adapter, is_private
from migrator.media.entries import own_origins
from migrator.media.fetch import Fetcher, Result
from migrator.media.host import OFFLINE_AFTER, Host, Network
from migrator.media.wish import Wanted
from tests.media.fetching import PICTURE, Fetch
from tests.server import Server, says


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
