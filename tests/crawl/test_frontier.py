"""What is remembered: addresses once, in their order, what came of them, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from migrator.crawl.frontier import TURNED, Frontier, changes, items, open_frontier, read_frontier
from migrator.crawl.step import Seen, Step, Total, Trouble, Turned
from migrator.errors import ArchiveError
from migrator.sources.capture.visit import Place, Visit

HOME = "https://gazette.example/"


@pytest.fixture
def frontier(tmp_path: Path) -> Iterator[Frontier]:
    with closing(open_frontier(tmp_path)) as opened:
        yield opened


def had(step: Step, status: int = 200, offset: int = 0, **headers: str) -> Visit:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Visit(step.url, status, named, b"", "2026-11-24T12:00:00Z", Place("c.warc.gz", offset, 10, "sha256:0"))


def page(path: str, lastmod: str = "", via: str = "") -> Step:
    return Step(HOME + path, "sitemap", lastmod=lastmod, via=via)


def again(folder: Path, frontier: Frontier) -> Frontier:
    frontier.end()
    frontier.close()
    return open_frontier(folder)


def test_lists_come_before_pages_and_rest_before_all(frontier: Frontier) -> None:
    steps = [page("a"), Step(f"{HOME}s.xml", "sitemap", "list"), Step(f"{HOME}wp-json/", "rest", "list")]
    for step in steps:
        frontier.add(step)
    for step in reversed(steps):
        assert frontier.next() == step
        frontier.answer(step, had(step))
    assert frontier.next() is None


def test_an_address_is_asked_for_once(frontier: Frontier) -> None:
    frontier.add(page("a/", via="one"))
    frontier.add(Step("http://www.gazette.example/a?utm_source=x", "links", via="two"))
    step = frontier.next()
    assert step == page("a/", via="one")
    frontier.answer(step, had(step))
    frontier.add(page("a/"))
    assert frontier.next() is None


def test_what_is_not_entered_whole_is_not_entered(frontier: Frontier) -> None:
    with suppress(KeyError), frontier.entering():
        frontier.add(page("a"))
        raise KeyError
    assert frontier.next() is None


def test_an_address_that_may_be_had_later_comes_last(frontier: Frontier) -> None:
    frontier.add(page("a"))
    frontier.add(page("b"))
    frontier.postpone(page("a"), Trouble("503", 503))
    assert frontier.next() == page("b")
    assert frontier.tries(page("a")) == 1


def test_rules_remember_some_of_what_they_refuse(frontier: Frontier) -> None:
    for number in range(TURNED + 5):
        frontier.refuse(Turned(f"{HOME}?share={number}", "share", "links"), HOME)
    assert frontier.one("SELECT count(*) FROM url") == (TURNED,)


def test_a_list_may_be_asked_for_though_a_page_was_no_reason_to(frontier: Frontier) -> None:
    frontier.refuse(Turned(f"{HOME}feed/", "feed", "links"), HOME)
    frontier.add(Step(f"{HOME}feed/", "links"))
    assert frontier.next() is None
    frontier.add(Step(f"{HOME}feed/", "feed", "list"))
    assert frontier.next() is not None


def test_a_refused_address_stays_so_within_a_run(frontier: Frontier) -> None:
    frontier.add(page("a"))
    frontier.shut(page("a"), "robots")
    frontier.add(page("a"))
    assert frontier.next() is None


def test_the_next_run_asks_for_what_changed(tmp_path: Path, frontier: Frontier) -> None:
    for path, lastmod in (("same", "2024"), ("newer", "2024"), ("undated", "")):
        frontier.add(page(path, lastmod))
        frontier.answer(page(path), had(page(path), etag='"1"', last_modified="Mon"))
    with closing(again(tmp_path, frontier)) as later:
        assert later.run == 2
        for path, lastmod in (("same", "2024"), ("newer", "2025"), ("undated", "")):
            later.add(page(path, lastmod))
        steps = []
        while step := later.next():
            steps.append(step.url.removeprefix(HOME))
            assert later.validators(step) == ('"1"', "Mon")
            later.hold(step)
        assert steps == ["newer", "undated"]


def test_a_run_that_was_not_through_goes_on(tmp_path: Path, frontier: Frontier) -> None:
    frontier.add(page("a"))
    frontier.close()
    with closing(open_frontier(tmp_path)) as later:
        assert (later.run, later.next()) == (1, page("a"))


def test_what_the_disk_lost_is_asked_for_again(frontier: Frontier) -> None:
    for number, path in enumerate(("a", "b")):
        frontier.add(page(path))
        frontier.answer(page(path), had(page(path), offset=10 * number))
    assert frontier.ends() == {"c.warc.gz": 20}
    frontier.forget({"c.warc.gz": 15})
    assert frontier.next() == page("b")


def seen(number: int, modified: str = "2024", digest: str = "x") -> Seen:
    return Seen("posts", str(number), f"{HOME}{number}/", modified, digest, document=True)


def test_items_are_told_to_be_new_changed_and_gone(tmp_path: Path, frontier: Frontier) -> None:
    for number in (1, 2, 3):
        items.enter(frontier, seen(number), "list")
    assert changes.count(frontier) == {}
    with closing(again(tmp_path, frontier)) as later:
        items.enter_total(later, Total("posts", 3))
        for item in (seen(1), seen(2, "2025"), seen(4)):
            items.enter(later, item, "list")
        changes.find_gone(later)
        rows = later.all("SELECT kind, key FROM change ORDER BY key")
        assert rows == [("changed", "posts/2"), ("gone", "posts/3"), ("new", "posts/4")]
        assert items.count_documents(later) == 3


def test_nothing_is_gone_while_not_all_was_met(tmp_path: Path, frontier: Frontier) -> None:
    for number in (1, 2):
        items.enter(frontier, seen(number), "list")
    with closing(again(tmp_path, frontier)) as later:
        items.enter_total(later, Total("posts", 2))
        items.enter(later, seen(1), "list")
        changes.find_gone(later)
        assert changes.count(later) == {}


def test_what_has_no_date_is_compared_by_what_it_says(tmp_path: Path, frontier: Frontier) -> None:
    items.enter(frontier, seen(1, "", "x"), "list")
    items.enter(frontier, seen(2, "", "x"), "list")
    with closing(again(tmp_path, frontier)) as later:
        items.enter(later, seen(1, "", "x"), "list")
        items.enter(later, seen(2, "", "y"), "list")
        assert later.all("SELECT kind, key FROM change") == [("changed", "posts/2")]


def test_the_newest_change_is_taken_a_second_earlier(tmp_path: Path, frontier: Frontier) -> None:
    items.enter(frontier, seen(1, "2024-04-10T09:30:00"), "list")
    items.enter(frontier, Seen("comments", "1", modified="never"), "list")
    with closing(again(tmp_path, frontier)) as later:
        assert changes.newest(later) == {"posts": "2024-04-10T09:29:59"}


def test_what_may_still_be_to_come_is_no_newest_change(tmp_path: Path, frontier: Frontier) -> None:
    for number, modified in enumerate(("2024-04-10T09:30:00", "2999-01-01T09:00:00"), 1):
        items.enter(frontier, seen(number, modified), "list")
    with closing(again(tmp_path, frontier)) as later:
        assert changes.newest(later) == {"posts": "2024-04-10T09:29:59"}


def test_two_runs_at_once_are_refused(tmp_path: Path, frontier: Frontier) -> None:
    with pytest.raises(ArchiveError, match="another run is at work on it"):
        open_frontier(tmp_path)
    with pytest.raises(ArchiveError, match="another run is at work on it"):
        read_frontier(tmp_path)


def test_without_a_crawl_there_is_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no crawl in this archive"):
        read_frontier(tmp_path)
    (tmp_path / "frontier.sqlite").write_bytes(b"no database at all, but long enough to be looked at" * 9)
    with pytest.raises(ArchiveError, match="can't be used"):
        open_frontier(tmp_path)
