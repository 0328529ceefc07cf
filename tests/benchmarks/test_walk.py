"""The walk costs the same however many rows there are."""

from __future__ import annotations

from tests.benchmarks.walk import BAR_GROWTH, BAR_PARSE, ROWS, costs, report
from tests.sites import make_site


def test_the_walk_does_not_grow_with_the_rows() -> None:
    tried = [costs(make_site()) for _ in range(3)]
    assert min(found.walking[ROWS[-1]] / found.walking[ROWS[0]] for found in tried) < BAR_GROWTH, report(tried[0])
    assert min(found.own / found.parsing for found in tried) < BAR_PARSE, report(tried[0])
