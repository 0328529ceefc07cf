"""Work spread over processes: results in the order of the batches, few in flight, a dying process survived."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 3
"""Batches in flight for each process: one at work, one waiting, one finished out of turn. More saves no time."""


def spread(
    work: Callable[[Sequence[Item]], Result],
    batches: Iterable[Sequence[Item]],
    jobs: int,
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    """Do `work` on each batch in `jobs` processes and give the results in order; with one job, in this process.

    When a process dies (out of memory, a crash in C code), the batches in flight are done again item by item, each
    alone, and `lost` makes the result of an item that kills its process. With more than one job, `work` and its
    results must be picklable.
    """
    if jobs <= 1:
        yield from map(work, batches)
        return
    pool = _Pool(work, jobs, lost)
    try:
        yield from pool.results(iter(batches))
    finally:
        pool.close()


class _Pool(Generic[Item, Result]):
    """Processes that are replaced when one of them dies."""

    def __init__(self, work: Callable[[Sequence[Item]], Result], jobs: int, lost: Callable[[Item], Result]) -> None:
        self._work = work
        self._jobs = jobs
        self._lost = lost
        self._executor = _processes(jobs)
        self._flight: deque[tuple[Sequence[Item], Future[Result]]] = deque()

    def results(self, batches: Iterator[Sequence[Item]]) -> Iterator[Result]:
        while True:
            for batch in islice(batches, self._jobs * AHEAD - len(self._flight)):
                self._flight.append((batch, self._submit(batch)))
            if not self._flight:
                return
            batch, future = self._flight.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                yield from self._recover(batch)
            else:
                yield result

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, batch: Sequence[Item]) -> Future[Result]:
        try:
            return self._executor.submit(self._work, batch)
        except BrokenProcessPool as error:
            broken: Future[Result] = Future()
            broken.set_exception(error)
            return broken

    def _recover(self, first: Sequence[Item]) -> Iterator[Result]:
        """Do what was in flight item by item, since any of it may have killed the process."""
        batches = [first, *(batch for batch, _ in self._flight)]
        self._flight.clear()
        for batch in batches:
            yield from map(self._alone, batch)

    def _alone(self, item: Item) -> Result:
        """Do one item; the first time it may meet processes that another one killed."""
        for _ in range(2):
            try:
                return self._submit([item]).result()
            except BrokenProcessPool:
                self.close()
                self._executor = _processes(self._jobs)
        return self._lost(item)


def _processes(jobs: int) -> ProcessPoolExecutor:
    """Start processes by forking where that is cheap and sound (Linux, no threads), else from nothing."""
    forks = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_settle)


def _settle() -> None:
    """Leave Ctrl-C to the parent, never outlive it, and keep what is loaded out of every garbage collection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    gc.freeze()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
