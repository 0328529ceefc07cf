"""Work in processes: in order, few at once, and no process that dies takes more than its item along."""

from __future__ import annotations

import errno
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from migrator import run_pool
from migrator.run_pool import AHEAD, Pool, Work

ROOT = Path(__file__).parents[1]
BATCHES = [[1, 2], [3], [4, 5, 6], [7]]
DOUBLED = [[2, 4], [6], [8, 10, 12], [14]]


def double(batch: Sequence[int]) -> list[int]:
    time.sleep(0.01 / max(batch))
    return [number * 2 for number in batch]


def negate(batch: Sequence[int]) -> list[int]:
    return [-number for number in batch]


def die_of_five(batch: Sequence[int]) -> list[int]:
    if 5 in batch and multiprocessing.parent_process() is not None:
        os._exit(1)
    return double(batch)


def die_at_once(batch: Sequence[str]) -> list[str]:
    if multiprocessing.parent_process() is not None:
        os._exit(1)
    return [text[:1] for text in batch]


def refuse_five(batch: Sequence[int]) -> list[int]:
    if 5 in batch:
        raise ValueError("five")
    return double(batch)


def work(do: Callable[[Sequence[int]], list[int]]) -> Work[int, list[int]]:
    return Work(do, do, lambda number: [-number])


def done(do: Callable[[Sequence[int]], list[int]], pool: Pool) -> list[list[int]]:
    with pool:
        return list(pool.spread(work(do), BATCHES))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    assert done(double, Pool(jobs)) == DOUBLED


def test_work_of_several_kinds_is_done_in_the_same_processes() -> None:
    with Pool(2) as pool:
        assert list(pool.spread(work(double), BATCHES)) == DOUBLED
        processes = multiprocessing.active_children()
        assert list(pool.spread(work(negate), BATCHES)) == [[-1, -2], [-3], [-4, -5, -6], [-7]]
        assert multiprocessing.active_children() == processes
    assert multiprocessing.active_children() == []


def test_an_item_that_kills_its_process_is_lost_alone() -> None:
    results = [number for result in done(die_of_five, Pool(2)) for number in result]
    assert results == [2, 4, 6, 8, -5, 12, 14]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_ends_it(jobs: int) -> None:
    with pytest.raises(ValueError, match="five"):
        done(refuse_five, Pool(jobs))
    assert multiprocessing.active_children() == []


def test_few_batches_are_taken_ahead() -> None:
    taken = 0

    def batches() -> Iterator[list[int]]:
        nonlocal taken
        for number in range(1, 100):
            taken += 1
            yield [number]

    with Pool(2) as pool:
        results = pool.spread(work(double), batches())
        for number in range(1, 20):
            assert next(results) == [number * 2]
            assert taken <= number + 2 * AHEAD
    assert multiprocessing.active_children() == []


def test_processes_that_start_from_nothing_do_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert done(double, Pool(2)) == DOUBLED


def die() -> None:
    os._exit(1)


def refuse(*_arguments: object) -> NoReturn:
    raise OSError(errno.EAGAIN, "Resource temporarily unavailable")


def refuse_the_second(fork: Callable[[], int]) -> Callable[[], int]:
    forks = iter((fork, refuse))

    def fork_once() -> int:
        return next(forks)()

    return fork_once


UNABLE: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a process dies at once": lambda patch: patch.setattr(run_pool, "_settle", die),
    "no process can be started": lambda patch: patch.setattr(os, "fork", refuse),
    "the second process can't be started": lambda patch: patch.setattr(os, "fork", refuse_the_second(os.fork)),
    "no queue can be made": lambda patch: patch.setattr(multiprocessing.get_context("fork"), "SimpleQueue", refuse),
}


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.parametrize("unable", UNABLE.values(), ids=UNABLE.keys())
def test_where_there_can_be_no_processes_one_does_it_all(
    unable: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    unable(monkeypatch)
    with Pool(2, said.append) as pool:
        assert list(pool.spread(work(double), BATCHES)) == DOUBLED
        assert list(pool.spread(work(die_of_five), BATCHES)) == DOUBLED
    assert multiprocessing.active_children() == []
    assert len(said) == 1
    assert said[0].startswith("no further processes can be used, so that one does all the work (")


def test_work_goes_on_where_dead_processes_cannot_be_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    with Pool(2, said.append) as pool:
        assert list(pool.spread(work(double), BATCHES)) == DOUBLED
        monkeypatch.setattr(run_pool, "_processes", refuse)
        assert list(pool.spread(work(die_of_five), BATCHES)) == DOUBLED
    assert len(said) == 1


LARGE = """
from tests.test_run_pool import Pool, Work, die_at_once
with Pool(2) as pool:
    batches = [[str(number) * 3_000_000] for number in range(1, 9)]
    print(*pool.spread(Work(die_at_once, die_at_once, lambda text: ["-"]), batches))
"""


def test_processes_that_die_while_much_is_sent_to_them_are_not_waited_for() -> None:
    said = subprocess.run([sys.executable, "-c", LARGE], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert said.stdout.split() == [b"['-']"] * 8
