"""What a robots.txt allows, as RFC 9309 has it, and as WordPress and its owners write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrator.crawl.failures import Refused, TooLong, Unreachable
from migrator.crawl.robots import SIZE, VALID, VALID_UNREACHABLE, Robots
from migrator.crawl.settings import Settings
from migrator.sources.capture.visit import Visit
from tests.crawl.fetching import Time, fetching, kept
from tests.server import Server, says

SITE = "https://site.example"
WORDPRESS = b"""User-agent: *
Disallow: /wp-admin/
Allow: /wp-admin/admin-ajax.php
Disallow: /*?share=
Disallow: /private*.html$

Sitemap: https://site.example/wp-sitemap.xml
Sitemap: https://site.example/wp-sitemap.xml
Sitemap: https://site.example/news.xml
"""


def learned(body: bytes, status: int = 200, **given: bool) -> Robots:
    robots = Robots(now=Time().now, **given)
    robots.learn(SITE, Visit(f"{SITE}/robots.txt", status, {}, body))
    return robots


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/", "allowed"),
        ("/2024/04/spring/", "allowed"),
        ("/wp-admin/", "disallowed"),
        ("/wp-admin/admin-ajax.php?action=x", "allowed"),
        ("/2024/04/spring/?share=twitter", "disallowed"),
        ("/private-notes.html", "disallowed"),
        ("/private-notes.html?x", "allowed"),
    ],
)
def test_rules_of_wordpress(path: str, verdict: str) -> None:
    assert learned(WORDPRESS).verdict(SITE + path) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (b"", "allowed"),
        (b"User-agent: *\nDisallow:\n", "allowed"),
        (b"User-agent: *\nDisallow: /\n", "disallowed"),
        (b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n", "disallowed"),
        (b"User-agent: *\r\nDisallow: /\r\n", "disallowed"),
        (b"user-agent: MIGRATOR\ndisallow: /\n\nuser-agent: *\nallow: /\n", "disallowed"),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: migrator\nAllow: /\n", "allowed"),
        (b"User-agent: googlebot\nDisallow: /\n", "allowed"),
        (b"User-agent: a\nUser-agent: migrator\nDisallow: /\n", "disallowed"),
        (b"User-agent: *\nDisallow: /a\nAllow: /a\n", "allowed"),
        (b"User-agent: *\nDisallow: /A\n", "allowed"),
        (b"User-agent: *\nDisallow: /%61\n", "disallowed"),
        (b"<html><body>Not found</body></html>", "allowed"),
        (b"\xff\xfe\x00garbage\x00", "allowed"),
        (b"# a comment\n" + b"#" * SIZE + b"\nUser-agent: *\nDisallow: /\n", "allowed"),
    ],
)
def test_rules_of_others(text: bytes, verdict: str) -> None:
    assert learned(text).verdict(f"{SITE}/a") == verdict


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(204, "allowed"), (301, "allowed"), (401, "allowed"), (404, "allowed"), (500, "unknown"), (503, "unknown")],
)
def test_without_rules(status: int, verdict: str) -> None:
    assert learned(b"", status).verdict(f"{SITE}/a") == verdict


def test_sitemaps() -> None:
    assert learned(WORDPRESS).sitemaps(SITE) == (f"{SITE}/wp-sitemap.xml", f"{SITE}/news.xml")
    assert learned(b"", 404).sitemaps(SITE) == ()
    assert Robots().sitemaps(SITE) == ()


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        (b"Crawl-delay: 10", 10),
        (b"Crawl-delay: 0.5", 0.5),
        (b"Request-rate: 1/5", 5),
        (b"Request-rate: 30/1m", 2),
        (b"Crawl-delay: 1\nRequest-rate: 1/5", 5),
        (b"Crawl-delay: soon", 0),
        (b"Request-rate: 0/5", 0),
        (b"Allow: /", 0),
    ],
)
def test_pace(line: bytes, seconds: float) -> None:
    assert learned(b"User-agent: *\n" + line + b"\n").delay(SITE) == seconds


def test_rules_may_be_ignored_but_for_their_sitemaps() -> None:
    robots = learned(WORDPRESS + b"Crawl-delay: 10\n", ignore=True)
    assert robots.verdict(f"{SITE}/wp-admin/") == "allowed"
    assert robots.delay(SITE) == 0
    assert len(robots.sitemaps(SITE)) == 2
    assert learned(b"", 500, ignore=True).verdict(f"{SITE}/a") == "allowed"


@pytest.mark.parametrize(("status", "seconds"), [(200, VALID), (404, VALID), (500, VALID_UNREACHABLE)])
def test_rules_hold_for_a_while(status: int, seconds: float) -> None:
    time = Time()
    robots = Robots(now=time.now)
    assert robots.is_due(SITE)
    robots.learn(SITE, Visit(f"{SITE}/robots.txt", status))
    time.seconds = seconds - 1
    assert not robots.is_due(SITE)
    time.seconds = seconds
    assert robots.is_due(SITE)


@pytest.fixture
def server(server: Server) -> Server:
    server.answers |= {"/a": says(200), "/b": says(200)}
    return server


def settings(server: Server, **given: object) -> Settings:
    return Settings(site=server.url, allow_private=True, **given)  # type: ignore[arg-type]


def test_a_site_is_asked_for_its_rules_first_and_once(server: Server, tmp_path: Path) -> None:
    server.answers["/robots.txt"] = says(200, b"User-agent: *\nDisallow: /b\n")
    with fetching(tmp_path, settings(server), Time()) as fetcher:
        assert fetcher.fetch(server.url + "/a").status == 200
        with pytest.raises(Refused, match="robots") as caught:
            fetcher.fetch(server.url + "/b")
    assert (caught.value.reason, caught.value.url) == ("robots", server.url + "/b")
    assert (server.seen["/robots.txt"], server.seen["/a"], server.seen["/b"]) == (1, 1, 0)
    urls = [record.url for record in kept(tmp_path / "capture/site-00000.warc.gz") if record.kind == "response"]
    assert urls == [server.url + "/robots.txt", server.url + "/a"]


def test_where_a_redirect_leads_may_be_forbidden(server: Server, tmp_path: Path) -> None:
    server.answers["/robots.txt"] = says(200, b"User-agent: *\nDisallow: /b\n")
    server.answers["/a"] = says(302, Location="/b")
    with fetching(tmp_path, settings(server), Time()) as fetcher, pytest.raises(Refused, match="robots"):
        fetcher.fetch(server.url + "/a")
    assert not server.seen["/b"]


def test_rules_may_lie_elsewhere(server: Server, tmp_path: Path) -> None:
    server.answers["/robots.txt"] = says(301, Location=f"http://localhost:{server.server_port}/rules")
    server.answers["/rules"] = says(200, b"User-agent: *\nDisallow: /b\n")
    with fetching(tmp_path, settings(server), Time()) as fetcher, pytest.raises(Refused, match="robots"):
        fetcher.fetch(server.url + "/b")


def test_rules_that_lead_in_a_circle_are_none(server: Server, tmp_path: Path) -> None:
    server.answers["/robots.txt"] = says(301, Location="/robots.txt")
    with fetching(tmp_path, settings(server), Time()) as fetcher:
        assert fetcher.fetch(server.url + "/a").status == 200


def test_rules_that_cannot_be_had_forbid_for_now(server: Server, tmp_path: Path) -> None:
    time = Time()
    server.answers["/robots.txt"] = says(500)
    with fetching(tmp_path, settings(server), time) as fetcher:
        for path in ("/a", "/b"):
            with pytest.raises(Unreachable, match=r"robots\.txt can't be had"):
                fetcher.fetch(server.url + path)
        assert server.seen["/robots.txt"] == 2
        time.seconds += VALID_UNREACHABLE
        server.answers["/robots.txt"] = says(404)
        assert fetcher.fetch(server.url + "/a").status == 200


def test_the_pace_that_is_asked_for_is_kept(server: Server, tmp_path: Path) -> None:
    time = Time()
    server.answers["/robots.txt"] = says(200, b"User-agent: *\nCrawl-delay: 7\n")
    with fetching(tmp_path, settings(server), time) as fetcher:
        for path in ("/a", "/b", "/a"):
            fetcher.fetch(server.url + path)
    assert time.slept == pytest.approx([7, 7, 7])


def test_a_pace_that_would_take_too_long_ends_the_run(server: Server, tmp_path: Path) -> None:
    server.answers["/robots.txt"] = says(200, b"User-agent: *\nCrawl-delay: 86400\n")
    with fetching(tmp_path, settings(server), Time()) as fetcher, pytest.raises(TooLong):
        fetcher.fetch(server.url + "/a")


def test_ignored_rules_are_asked_for_all_the_same(server: Server, tmp_path: Path) -> None:
    server.answers["/robots.txt"] = says(200, b"User-agent: *\nDisallow: /\nSitemap: http://site.example/s.xml\n")
    with fetching(tmp_path, settings(server, ignore_robots=True), Time()) as fetcher:
        assert fetcher.sitemaps(server.url) == ("http://site.example/s.xml",)
        assert fetcher.fetch(server.url + "/a").status == 200
    assert server.seen["/robots.txt"] == 1
