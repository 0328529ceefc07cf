"""What is missing is told from what a site only counts."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from migrator.crawl.frontier import items, open_frontier
from migrator.crawl.frontier.coverage import coverage_of
from migrator.crawl.step import Seen, Step, Total, Trouble
from migrator.sources.capture.visit import Visit


@pytest.mark.parametrize(
    ("aim", "fails", "missing"),
    [("comments", False, 0), ("comments", True, 2), ("posts", False, 2)],
)
def test_comments_that_a_site_counts_and_never_lists_are_no_gap(
    tmp_path: Path, aim: str, fails: bool, missing: int
) -> None:
    step = Step("https://gazette.example/list", "rest", "list", aim=aim)
    with closing(open_frontier(tmp_path)) as frontier, frontier.entering():
        frontier.add(step)
        items.enter_total(frontier, Total(aim, 3))
        items.enter(frontier, Seen(aim, "1"), step.url)
        if fails:
            frontier.fail(step, Trouble("500", 500))
        else:
            frontier.answer(step, Visit(step.url))
        cover = coverage_of(frontier)
    assert [one.missing for one in cover.covers] == [missing]
    assert bool(cover.gaps) == bool(missing)
