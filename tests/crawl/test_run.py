"""A whole crawl of a small site: by each road, badly treated, stopped and gone on with, and the next month again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from migrator.crawl.frontier import Frontier, changes, open_frontier
from migrator.crawl.frontier.coverage import Coverage, coverage_of
from migrator.crawl.run import DEAD, LOST, NO_LOGIN, Ending, How, crawl
from migrator.media.wish import Extent
from migrator.sources.capture.addresses import key_of
from migrator.sources.capture.visit import Visit
from tests.gazette_site import Site, page


def ended(folder: Path, site: Site, how: How | None = None) -> tuple[Ending, Coverage]:
    with closing(open_frontier(folder)) as frontier:
        ending = crawl(f"{site.home}/", frontier, site.fetch, how or How())
        return ending, coverage_of(frontier)


def documents(folder: Path) -> list[str]:
    with closing(open_frontier(folder)) as frontier:
        rows = frontier.all("SELECT DISTINCT name FROM item WHERE document AND whole AND state = 'there' ORDER BY name")
        return [name.removeprefix("gazette.example") for (name,) in rows]


def changed(folder: Path) -> list[tuple[str, str]]:
    """What the second run has found changed."""
    with closing(open_frontier(folder)) as frontier:
        return frontier.all("SELECT kind, key FROM change WHERE run = 2 ORDER BY key")


@pytest.fixture
def frontier(tmp_path: Path) -> Iterator[Frontier]:
    with closing(open_frontier(tmp_path)) as opened:
        yield opened


def test_rest_gives_all_and_sitemaps_what_it_lacks(tmp_path: Path) -> None:
    site = Site()
    ending, cover = ended(tmp_path, site)
    assert ending.site.roads == ("rest", "sitemap")
    assert cover.documents == 27
    assert {one.name: (one.had, one.expected) for one in cover.covers}["posts"] == (25, 25)
    assert not cover.gaps and not cover.failed
    assert site.seen["/unlisted/"] == 1
    assert site.seen["/2024/02/story-1/"] == 0


@pytest.mark.parametrize(("via", "count"), [("rest", 26), ("sitemap", 26), ("feed", 25), ("links", 26)])
def test_each_road_alone(tmp_path: Path, via: str, count: int) -> None:
    site = Site()
    ending, cover = ended(tmp_path, site, How(via=(via,)))  # type: ignore[arg-type]
    assert ending.site.roads == (via,)
    assert cover.documents == count
    assert not cover.failed


def test_roads_that_are_named_are_all_taken(tmp_path: Path) -> None:
    site = Site()
    ended(tmp_path, site, How(via=("sitemap", "rest")))
    assert site.seen["/2024/02/story-1/"] == 1
    assert site.seen["/wp-json/wp/v2/posts?per_page=100&orderby=id&order=asc&page=1"] == 1


@pytest.mark.parametrize("flag", ["rest_off", "rest_html"])
def test_without_rest_the_other_roads_are_taken_together(tmp_path: Path, flag: str) -> None:
    ending, cover = ended(tmp_path, Site(flags={flag}))
    assert ending.site.roads == ("sitemap", "feed", "links")
    assert cover.documents == 27


def test_without_sitemap_links_lead_on(tmp_path: Path) -> None:
    ending, cover = ended(tmp_path, Site(flags={"rest_off", "sitemap_off"}))
    assert ending.site.roads == ("feed", "links")
    assert cover.documents == 26


def test_a_login_wall_before_the_pages_leaves_rest(tmp_path: Path) -> None:
    ending, cover = ended(tmp_path, Site(flags={"login_wall"}))
    assert ending.site.notes == ("the front page is a login page",)
    assert cover.documents == 26


def test_nothing_but_walls_gives_no_documents(tmp_path: Path) -> None:
    _, cover = ended(tmp_path, Site(flags={"login_wall", "rest_off"}))
    assert cover.documents == 0
    assert "a login page" in {reason for _, reason in cover.failed}


def test_users_that_are_not_shown_are_named_by_the_feed(tmp_path: Path) -> None:
    site = Site(flags={"users_off"})
    _, cover = ended(tmp_path, site)
    assert site.seen["/feed/?paged=2"] == 1
    assert not cover.failed


def test_a_post_that_breaks_its_list_is_isolated(tmp_path: Path) -> None:
    site = Site(posts=130, breaking={117})
    _, cover = ended(tmp_path, site)
    assert {one.name: (one.had, one.expected) for one in cover.covers}["posts"] == (129, 130)
    assert [url for url, _ in cover.failed] == [site.link(117)]
    assert sum("/wp/v2/posts" in path for path in site.asked) < 20


def test_an_item_whose_address_is_another_sites_is_not_asked_for(tmp_path: Path) -> None:
    site = Site(breaking={3})
    site.link = lambda number: f"https://{'elsewhere' if number == 3 else 'gazette'}.example/story-{number}/"  # type: ignore[method-assign]
    _, cover = ended(tmp_path, site, How(via=("rest",)))
    assert cover.refused == {"scope": 1}
    assert not [path for path in site.asked if "elsewhere" in path]


def test_a_post_that_breaks_only_its_list_is_had_as_a_page(tmp_path: Path) -> None:
    site = Site(breaking={3})
    path = site.link(3).removeprefix(site.home)
    site.extra[path] = (200, {"content-type": "text/html"}, b"<html><body class='single postid-3'>Well</body></html>")
    _, cover = ended(tmp_path, site)
    assert not cover.gaps and not cover.failed
    assert cover.documents == 27


def test_rest_that_only_breaks_is_left(tmp_path: Path) -> None:
    site = Site(posts=40, breaking=set(range(1, 41)))
    ending, _ = ended(tmp_path, site)
    assert ending.site.roads == ("rest", "sitemap", "feed", "links")
    assert sum("/wp/v2/posts" in path for path in site.asked) <= 2 * DEAD


def test_a_total_that_a_proxy_took_away_is_done_without(tmp_path: Path) -> None:
    _, cover = ended(tmp_path, Site(posts=230, flags={"no_total"}), How(via=("rest",)))
    assert cover.documents == 231


def test_what_robots_forbid_is_refused(tmp_path: Path) -> None:
    _, cover = ended(tmp_path, Site(robots=frozenset({"/unlisted/"})))
    assert cover.refused["robots"] == 1
    assert cover.documents == 26


def test_traps_are_remembered_by_name(tmp_path: Path) -> None:
    _, cover = ended(tmp_path, Site(), How(via=("links",)))
    assert cover.refused == {"share": 1}


def test_a_longer_wait_than_allowed_stops_the_run_for_later(tmp_path: Path) -> None:
    site = Site(waits={"/wp-sitemap-posts-post-1.xml": 3600.0})
    ending, _ = ended(tmp_path, site)
    assert (ending.stop, ending.seconds) == ("wait", 3600.0)
    site.waits.clear()
    ending, cover = ended(tmp_path, site)
    assert not ending.stop
    assert cover.documents == 27


def test_a_site_that_is_down_stops_the_run_for_later(tmp_path: Path) -> None:
    site = Site(posts=80)
    site.down = {site.link(number).removeprefix(site.home) for number in site.ids}
    ending, cover = ended(tmp_path, site, How(via=("sitemap",)))
    assert ending.stop == "lost"
    assert cover.waiting >= 80 - LOST


@pytest.mark.parametrize(("posts", "documents"), [(25, 26), (80, 81)])
def test_a_wall_that_is_gone_again_leaves_no_gap(tmp_path: Path, posts: int, documents: int) -> None:
    how = How(via=("links",))
    ended(tmp_path, Site(posts=posts), how)
    ending, _ = ended(tmp_path, Site(posts=posts, flags={"login_wall"}), how)
    assert (ending.stop, ending.site.notes) == ("lost", ("the front page is a login page",))
    later = Site(posts=posts)
    ending, cover = ended(tmp_path, later, how)
    assert (ending.stop, ending.site.run, ending.site.notes) == ("", 2, ())
    assert (cover.documents, cover.failed, cover.gone, cover.waiting) == (documents, (), 1, 0)
    assert sum("/story-" in path for path in later.asked) == posts


def test_a_wall_that_still_stands_is_told_as_such(tmp_path: Path) -> None:
    how = How(via=("links",))
    ended(tmp_path, Site(posts=80), how)
    for _ in range(2):
        ending, _ = ended(tmp_path, Site(posts=80, flags={"login_wall"}), how)
        assert (ending.stop, ending.site.notes) == ("lost", ("the front page is a login page",))


def test_roads_that_a_wall_has_hidden_are_found_when_it_is_gone(tmp_path: Path) -> None:
    ended(tmp_path, Site(), How(via=("links",)))
    ending, _ = ended(tmp_path, Site(flags={"login_wall", "rest_off"}))
    assert (ending.stop, ending.site.roads) == ("lost", ("links",))
    ending, cover = ended(tmp_path, Site())
    assert (ending.stop, ending.site.roads) == ("", ("rest", "sitemap"))
    assert (cover.documents, cover.failed, cover.waiting) == (27, (), 0)


def test_pages_that_are_broken_for_good_don_t_keep_a_run_from_its_end(tmp_path: Path) -> None:
    site = Site(posts=80)
    site.down = {site.link(number).removeprefix(site.home) for number in site.ids}
    stops = [ended(tmp_path, site, How(via=("sitemap",)))[0].stop for _ in range(20)]
    assert stops[0] == "lost"
    assert "" in stops


def test_the_limit_counts_documents(tmp_path: Path) -> None:
    ending, cover = ended(tmp_path, Site(), How(via=("sitemap",), limit=5))
    assert ending.stop == "limit"
    assert cover.documents == 5


@pytest.mark.parametrize("via", [(), ("sitemap", "feed", "links")])
def test_a_killed_crawl_ends_with_the_same_documents(tmp_path: Path, via: tuple[str, ...]) -> None:
    how = How(via=via)  # type: ignore[arg-type]
    ended(tmp_path / "whole", Site(breaking={9}), how)
    for stop in range(1, 60):
        with suppress(KeyboardInterrupt):
            ended(tmp_path / "cut", Site(breaking={9}, stop_after=1 + stop % 9), how)
    ended(tmp_path / "cut", Site(breaking={9}), how)
    assert documents(tmp_path / "cut") == documents(tmp_path / "whole")


def test_a_stopped_crawl_may_go_on_by_other_roads(tmp_path: Path) -> None:
    with suppress(KeyboardInterrupt):
        ended(tmp_path, Site(stop_after=20), How(via=("sitemap", "links")))
    second = Site()
    ending, cover = ended(tmp_path, second, How(via=("rest",)))
    assert ending.site.roads == ("rest",)
    assert {one.name: one.had for one in cover.covers}["posts"] == 25
    assert not [path for path in second.asked if "/story-" in path]


def test_a_road_that_was_left_can_be_taken_again(tmp_path: Path) -> None:
    for via, stop in ((("sitemap",), 12), (("feed",), 3)):
        with suppress(KeyboardInterrupt):
            ended(tmp_path, Site(stop_after=stop), How(via=via))  # type: ignore[arg-type]
    _, cover = ended(tmp_path, Site(), How(via=("sitemap",)))
    assert cover.documents == 26


@pytest.mark.parametrize("via", [("rest",), ("sitemap",), ()])
def test_the_next_run_tells_new_changed_and_gone(tmp_path: Path, via: tuple[str, ...]) -> None:
    how = How(via=via)  # type: ignore[arg-type]
    ended(tmp_path, Site(), how)
    later = Site(posts=26, gone={4}, modified={9: "2024-05-01T00:00:00", 26: "2024-05-02T00:00:00"})
    ended(tmp_path, later, how)
    with closing(open_frontier(tmp_path)) as frontier:
        rows = frontier.all("SELECT kind, url FROM change WHERE run = 2 ORDER BY kind")
    assert set(rows) == {("changed", later.link(9)), ("gone", later.link(4)), ("new", later.link(26))}


def test_the_next_run_asks_only_for_what_has_changed(tmp_path: Path) -> None:
    ended(tmp_path, Site(), How(via=("sitemap",)))
    later = Site(modified={9: "2024-05-01T00:00:00"})
    ended(tmp_path, later, How(via=("sitemap",)))
    assert sum("/story-" in path for path in later.asked) == 1


def test_what_was_published_without_a_change_is_found(tmp_path: Path) -> None:
    ended(tmp_path, Site(gone={4, 11}))
    later = Site()
    _, cover = ended(tmp_path, later)
    assert cover.documents == 27
    assert sum("include=4,11" in path for path in later.asked) == 1


ADDED = {7: (1, "Thanks!"), 8: (20, "I was there.")}
EDITED = {7: (1, "Thanks a lot!")}
MANY = {7: (1, "Thanks!"), **dict.fromkeys(range(8, 20), (20, "I was there."))}
"""More comments than a feed shows, of which the oldest is as it was."""


@pytest.mark.parametrize(
    ("comments", "items"),
    [(ADDED, [("new", "comments/8")]), (EDITED, [("changed", "comments/7")]), ({}, [("gone", "comments/7")])],
)
def test_rest_tells_of_comments_on_documents_that_have_not_changed(
    tmp_path: Path, comments: dict[int, tuple[int, str]], items: list[tuple[str, str]]
) -> None:
    ended(tmp_path, Site())
    later = Site(comments=comments)
    ended(tmp_path, later)
    assert sum("/comments?" in path for path in later.asked) == 1
    assert changed(tmp_path) == items


@pytest.mark.parametrize(
    ("comments", "posts"), [(ADDED, [20]), (EDITED, [1]), ({}, [1]), ({**MANY, 20: (1, "Me, too.")}, [1, 20])]
)
def test_feeds_tell_of_comments_on_documents_that_have_not_changed(
    tmp_path: Path, comments: dict[int, tuple[int, str]], posts: list[int]
) -> None:
    ended(tmp_path, Site(flags={"rest_off"}))
    later = Site(flags={"rest_off"}, comments=comments)
    ended(tmp_path, later)
    links = [later.link(post) for post in posts]
    assert [later.home + path for path in later.asked if "/story-" in path] == links
    assert changed(tmp_path) == [("changed", f"page/{key_of(link)}") for link in links]


def test_comments_that_are_known_have_nothing_asked_for(tmp_path: Path) -> None:
    ended(tmp_path, Site(flags={"rest_off"}, comments=MANY))
    later = Site(flags={"rest_off"}, comments=MANY)
    ended(tmp_path, later)
    assert not [path for path in later.asked if "/story-" in path]


def test_the_list_of_changes_is_a_line_each(tmp_path: Path) -> None:
    ended(tmp_path, Site())
    ended(tmp_path, Site(gone={25}))
    with closing(open_frontier(tmp_path)) as frontier:
        changes.write(frontier, tmp_path)
    line = (tmp_path / changes.NAME).read_text("utf-8")
    assert line.startswith('{"run": 2, "change": "gone", "item": "posts/25", "url": "https://gazette.example/2024/02/')


@pytest.mark.parametrize(("extent", "count"), [("none", 0), ("referenced", 1), ("all", 2)])
def test_files_are_had_once(tmp_path: Path, extent: Extent, count: int) -> None:
    site = Site(files=True)
    site.extra["/wp-content/uploads/1.jpg"] = (200, {"content-type": "image/jpeg"}, b"picture")
    site.extra["/wp-content/uploads/2.jpg"] = (200, {"content-type": "image/jpeg"}, b"picture")
    for _ in range(2):
        _, cover = ended(tmp_path, site, How(files=extent))
    assert sum(path.endswith(".jpg") for path in site.asked) == count
    assert [one.had for one in cover.covers if one.name == "files"] == [count] * bool(count)


def test_an_address_that_another_has_led_to_is_not_asked_for(tmp_path: Path) -> None:
    site = Site(posts=2, flags={"rest_off", "feed_off"})
    front = f'<a href="/?p=1">1</a><a href="{site.link(1)}">1</a>'
    site.extra["/"] = page("home blog", front)
    fetch = site.fetch

    def led(url: str, **given: str) -> Visit:
        return fetch(site.link(1) if url.endswith("?p=1") else url)

    with closing(open_frontier(tmp_path)) as frontier:
        crawl(f"{site.home}/", frontier, led, How(via=("links",)))
    assert site.seen["/2024/02/story-1/"] == 1


def test_a_file_that_is_not_there_is_no_gap(tmp_path: Path) -> None:
    _, cover = ended(tmp_path, Site(files=True), How(files="all"))
    assert not cover.gaps and not cover.failed
    assert cover.gone == 2


@pytest.mark.parametrize("flag", ["rest_off", "users_off"])
def test_a_login_that_is_refused_is_told(tmp_path: Path, flag: str) -> None:
    site = Site(flags={flag})
    ending, cover = ended(tmp_path, site, How(edit=True))
    assert NO_LOGIN in ending.site.notes
    assert cover.documents == 27
    assert not [path for path in site.asked if "status=any" in path]


def test_a_login_asks_for_what_is_stored(tmp_path: Path) -> None:
    site = Site(flags={"login"})
    ended(tmp_path, site, How(edit=True, via=("rest",)))
    assert "/wp-json/wp/v2/posts?per_page=100&orderby=id&order=asc&page=1&status=any&context=edit" in site.asked
