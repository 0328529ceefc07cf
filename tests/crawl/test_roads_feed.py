"""The road by feeds: page after page to the end, and what a feed has only the beginning of."""

from __future__ import annotations

import pytest

from migrator.crawl.roads import feed
from migrator.crawl.step import Find, Seen, Site, Step, Told, Trouble, Turned, Unfit
from migrator.sources.capture.visit import Visit

FEED = "https://gazette.example/feed/"
SITE = Site("https://gazette.example/", feeds=(FEED, "https://gazette.example/comments/feed/"), roads=("feed",))
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"'
    ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
)
WHOLE = (
    "<item><link>https://gazette.example/a/</link><pubDate>Wed, 10 Apr 2024 09:30:00 +0000</pubDate>"
    "<content:encoded><![CDATA[<p>Text</p>]]></content:encoded></item>"
)
EXCERPT = "<item><link>https://gazette.example/b/</link><description>It began</description></item>"


def read(inner: str, step: Step | None = None, status: int = 200, site: Site = SITE) -> list[Find]:
    body = f'<?xml version="1.0"?>\n<rss version="2.0" {SPACES}><channel>{inner}</channel></rss>'.encode()
    asked = step or Step(FEED, "feed", "list")
    return list(feed.read(asked, Visit(asked.url, status, {"content-type": "text/xml"}, body), site))


def test_an_item_with_its_text_is_a_document() -> None:
    seen, following = read(WHOLE)
    assert isinstance(seen, Seen) and seen.document and seen.url == "https://gazette.example/a/"
    assert isinstance(following, Step)
    assert (following.url, following.mark) == (f"{FEED}?paged=2", "https://gazette.example/a/")


def test_an_item_with_an_excerpt_leads_to_its_page() -> None:
    page, _ = read(EXCERPT)
    assert isinstance(page, Step) and (page.url, page.kind) == ("https://gazette.example/b/", "page")


def test_a_page_that_repeats_the_one_before_is_the_end() -> None:
    assert read(WHOLE, Step(f"{FEED}?paged=2", "feed", "list", mark="https://gazette.example/a/")) == []


def test_an_empty_page_and_one_that_is_not_there_are_the_end() -> None:
    further = Step(f"{FEED}?paged=9", "feed", "list", mark="https://gazette.example/z/")
    assert read("", further) == []
    assert read("", further, 404) == []
    with pytest.raises(Unfit):
        read("", None, 404)


def test_a_page_that_an_item_breaks_is_passed_over_but_not_for_ever() -> None:
    step, count = Step(FEED, "feed", "list"), 0
    while found := list(feed.failed(step, Trouble("500", 500), SITE)):
        assert isinstance(found[0], Step)
        step, count = found[0], count + 1
    assert (count, step.url) == (feed.FOLLOWED, f"{FEED}?paged={1 + feed.FOLLOWED}")
    assert not list(feed.failed(Step(FEED, "feed", "list"), Trouble("404", 404), SITE))


def test_comments_of_a_post_are_asked_for_where_no_other_road_has_them() -> None:
    comments = (
        "<wfw:commentRss>https://gazette.example/a/feed/</wfw:commentRss><slash:comments>{}</slash:comments></item>"
    )
    some, none = (WHOLE.replace("</item>", comments.format(count)) for count in (3, 0))
    assert "https://gazette.example/a/feed/" in [find.url for find in read(some) if isinstance(find, Step)]
    assert [find for find in read(none) if isinstance(find, Step)][1:] == []
    assert [find for find in read(some + none) if isinstance(find, Told)] == [
        Told("https://gazette.example/a/", "comments", "3"),
        Told("https://gazette.example/a/", "comments", "0"),
    ]
    assert len(read(some, site=Site(SITE.home, roads=("sitemap", "feed")))) == 3


def test_the_feed_of_comments_has_no_documents() -> None:
    (following,) = read(WHOLE, Step("https://gazette.example/comments/feed/", "feed", "list"))
    assert isinstance(following, Step)


def test_an_item_of_another_site_is_not_asked_for() -> None:
    turned, _ = read(EXCERPT.replace("gazette.example", "elsewhere.example"))
    assert turned == Turned("https://elsewhere.example/b/", "scope", "feed")


def test_atom_is_read() -> None:
    entry = (
        '<entry><link href="https://gazette.example/c/"/><updated>2024-04-10</updated><content>Text</content></entry>'
    )
    body = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode()
    seen = next(iter(feed.read(Step(FEED, "feed", "list"), Visit(FEED, 200, {}, body), SITE)))
    assert isinstance(seen, Seen) and (seen.url, seen.modified) == ("https://gazette.example/c/", "2024-04-10")


def test_a_broken_feed_gives_what_can_be_read() -> None:
    assert isinstance(read(WHOLE + "<item><title>Rock & roll</item>")[0], Seen)


def test_a_page_instead_of_a_feed_is_unfit() -> None:
    with pytest.raises(Unfit, match="no feed"):
        list(feed.read(Step(FEED, "feed", "list"), Visit(FEED, 200, {}, b"<html>Hello</html>"), SITE))
