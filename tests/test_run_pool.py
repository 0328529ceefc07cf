"""Work in processes: in order, few at once, and no process that dies takes more than its item along."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator, Sequence

import pytest

from migrator.run_pool import AHEAD, spread

BATCHES = [[1, 2], [3], [4, 5, 6], [7]]


def double(batch: Sequence[int]) -> list[int]:
    time.sleep(0.01 / max(batch))
    return [number * 2 for number in batch]


def die_of_five(batch: Sequence[int]) -> list[int]:
    if 5 in batch and multiprocessing.parent_process() is not None:
        os._exit(1)
    return double(batch)


def refuse_five(batch: Sequence[int]) -> list[int]:
    if 5 in batch:
        raise ValueError("five")
    return double(batch)


def lost(number: int) -> list[int]:
    return [-number]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    assert list(spread(double, BATCHES, jobs, lost)) == [[2, 4], [6], [8, 10, 12], [14]]


def test_an_item_that_kills_its_process_is_lost_alone() -> None:
    results = [number for result in spread(die_of_five, BATCHES, 2, lost) for number in result]
    assert results == [2, 4, 6, 8, -5, 12, 14]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_ends_it(jobs: int) -> None:
    with pytest.raises(ValueError, match="five"):
        list(spread(refuse_five, BATCHES, jobs, lost))
    assert multiprocessing.active_children() == []


def test_few_batches_are_taken_ahead() -> None:
    taken = 0

    def batches() -> Iterator[list[int]]:
        nonlocal taken
        for number in range(1, 100):
            taken += 1
            yield [number]

    results = spread(double, batches(), 2, lost)
    for number in range(1, 20):
        assert next(results) == [number * 2]
        assert taken <= number + 2 * AHEAD
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_processes_that_start_from_nothing_do_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert list(spread(double, BATCHES, 2, lost)) == [[2, 4], [6], [8, 10, 12], [14]]
