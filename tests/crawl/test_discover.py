"""What a site is found to be, from what it says and from what is where it is by default."""

from __future__ import annotations

import pytest

from migrator.crawl.discover import choose, discover, home_of
from migrator.crawl.failures import Refused, TooLong, Unreachable
from migrator.crawl.step import Road, Site
from migrator.sources.capture.visit import Visit
from tests.gazette_site import HTML, JSON, TYPES, XML, Answer, as_json, error
from tests.gazette_site import Site as Gazette

HOME = "https://gazette.example/"


class Web:
    """Addresses and their answers; all others are not found."""

    def __init__(self, answers: dict[str, Answer], led: dict[str, str] | None = None) -> None:
        self.answers, self.led, self.asked = answers, led or {}, list[str]()

    def ask(self, url: str) -> Visit:
        self.asked.append(url)
        target = self.led.get(url, url)
        status, headers, body = self.answers.get(target, (404, HTML, b"<html></html>"))
        return Visit(target, status, headers, body)


def front(head: str = "", headers: dict[str, str] | None = None) -> Answer:
    return 200, {**HTML, **(headers or {})}, f"<html><head>{head}</head><body>Hello</body></html>".encode()


def test_a_site_as_wordpress_makes_it() -> None:
    site = discover(HOME, Gazette().fetch)
    assert site == Site(
        home=HOME,
        api=f"{HOME}wp-json/",
        generator="WordPress 6.5",
        closes=True,
        sitemaps=(f"{HOME}wp-sitemap.xml",),
        feeds=(f"{HOME}feed/", f"{HOME}comments/feed/"),
    )


@pytest.mark.parametrize(
    ("page", "root"),
    [
        (front(headers={"link": '<https://gazette.example/api/>; rel="https://api.w.org/"'}), f"{HOME}api/"),
        (front('<link rel="https://api.w.org/" href="http://www.gazette.example/api/">'), f"{HOME}api/"),
        (front('<link rel="https://api.w.org/" href="/?rest_route=/">'), f"{HOME}?rest_route=/"),
        (front(), f"{HOME}wp-json/"),
        (front(), f"{HOME}?rest_route=/"),
    ],
)
def test_the_api_is_where_the_page_says_or_where_it_is_by_default(page: Answer, root: str) -> None:
    assert discover(HOME, Web({HOME: page, f"{root}wp/v2/types": as_json(TYPES)}).ask).api == root


def test_what_the_api_says_of_the_site_is_asked_for() -> None:
    web = Web({HOME: front(), f"{HOME}wp-json/wp/v2/types": as_json(TYPES)})
    discover(HOME, web.ask)
    assert f"{HOME}wp-json/" in web.asked


@pytest.mark.parametrize(
    "types", [error(401, "rest_disabled"), as_json([]), as_json({"code": "x", "message": "y"}), (200, JSON, b"<html>")]
)
def test_an_api_that_gives_no_types_is_none(types: Answer) -> None:
    assert discover(HOME, Web({HOME: front(), f"{HOME}wp-json/wp/v2/types": types}).ask).api == ""


def test_an_api_of_another_site_is_not_asked() -> None:
    head = '<link rel="https://api.w.org/" href="https://elsewhere.example/wp-json/">'
    web = Web({HOME: front(head)})
    discover(HOME, web.ask)
    assert not [url for url in web.asked if "elsewhere" in url]


def test_wordpress_com_has_its_api_elsewhere() -> None:
    types = "https://public-api.wordpress.com/wp/v2/sites/gazette.wordpress.com/types"
    web = Web({"https://gazette.wordpress.com/": front(), types: as_json(TYPES)})
    assert discover("https://gazette.wordpress.com/", web.ask).api == types.removesuffix("types")


def test_sitemaps_are_those_that_robots_txt_names() -> None:
    web = Web({HOME: front()})
    assert discover(HOME, web.ask, ("https://elsewhere.example/a.xml", f"{HOME}my.xml", f"{HOME}my.xml")).sitemaps == (
        f"{HOME}my.xml",
    )
    assert f"{HOME}wp-sitemap.xml" not in web.asked


def test_else_they_are_where_one_is_by_default() -> None:
    answers = {f"{HOME}sitemap.xml": (200, XML, b"<urlset></urlset>"), f"{HOME}wp-sitemap.xml": front()}
    assert discover(HOME, Web({HOME: front(), **answers}).ask).sitemaps == (f"{HOME}sitemap.xml",)


def test_feeds_are_those_that_the_page_names() -> None:
    link = '<link rel="alternate" type="application/{}+xml" href="{}">'
    head = link.format("rss", "/feed/") + link.format("atom", "/feed/atom/") + link.format("rss", "https://x.example/")
    assert discover(HOME, Web({HOME: front(head)}).ask).feeds == (f"{HOME}feed/", f"{HOME}feed/atom/")


def test_else_they_are_asked_for() -> None:
    feed: Answer = (200, XML, b"<rss></rss>")
    assert discover(HOME, Web({HOME: front(), f"{HOME}?feed=rss2": feed}).ask).feeds == (f"{HOME}?feed=rss2",)
    assert discover(HOME, Web({HOME: front()}).ask).feeds == ()


def test_the_site_is_where_its_address_leads() -> None:
    web = Web({"https://www.gazette.example/": front()}, {"http://gazette.example/": "https://www.gazette.example/"})
    assert discover("http://gazette.example/", web.ask).home == "https://www.gazette.example/"


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://g.example/", "https://g.example/"),
        ("https://g.example/news/", "https://g.example/news/"),
        ("https://g.example/news/index.html", "https://g.example/news/"),
        ("https://g.example", "https://g.example/"),
    ],
)
def test_a_site_starts_at_a_folder(url: str, home: str) -> None:
    assert home_of(url) == home


@pytest.mark.parametrize("error", [Refused("robots", HOME), Unreachable("the host doesn't answer", HOME, 5)])
def test_a_front_page_that_is_not_to_be_had_is_a_note(error: Refused | Unreachable) -> None:
    def ask(url: str) -> Visit:
        raise error

    site = discover(HOME, ask)
    assert site.notes == (f"the front page can't be had: {error.reason}",)
    assert choose(site) == ("links",)


def test_a_wait_that_is_too_long_is_told() -> None:
    def ask(url: str) -> Visit:
        raise TooLong(3600, "gazette.example")

    with pytest.raises(TooLong):
        discover(HOME, ask)


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        ((503, HTML, b"<html></html>"), "the front page answers 503"),
        ((200, HTML, b"<html><title>Just a moment...</title>"), "the front page is a firewall's page (Cloudflare)"),
    ],
)
def test_what_is_wrong_with_the_front_page_is_a_note(answer: Answer, note: str) -> None:
    assert discover(HOME, Web({HOME: answer}).ask).notes == (note,)


@pytest.mark.parametrize(
    ("site", "via", "roads"),
    [
        (Site(HOME, api="x", sitemaps=("x",)), (), ("rest", "sitemap")),
        (Site(HOME, sitemaps=("x",), feeds=("x",)), (), ("sitemap", "feed", "links")),
        (Site(HOME), (), ("links",)),
        (Site(HOME, api="x"), ("links", "rest"), ("rest", "links")),
    ],
)
def test_the_roads_that_are_taken(site: Site, via: tuple[Road, ...], roads: tuple[Road, ...]) -> None:
    assert choose(site, via) == roads
