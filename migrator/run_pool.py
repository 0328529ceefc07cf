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
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 3
"""Batches in flight for each process: one at work, one waiting, one finished out of turn. More saves no time."""

_NO_PROCESSES = (OSError, RuntimeError, ImportError, NotImplementedError)
"""What Python raises where no process can be started: no memory or too many of them, a process that died at once, no
more threads, no semaphores."""


@dataclass(frozen=True, slots=True)
class Work(Generic[Item, Result]):
    """What is done with a batch: in another process, for which `away` and its results must be picklable, or `here`.

    `lost` makes the result of an item that kills the process which works on it.
    """

    away: Callable[[Sequence[Item]], Result]
    here: Callable[[Sequence[Item]], Result]
    lost: Callable[[Item], Result]


class Pool:
    """Processes that a run's work is spread over, and that are replaced when one of them dies.

    With one job, or where no process can be started or lives, the work is done in this process; `say` is told why.
    """

    def __init__(self, jobs: int, say: Callable[[str], None] = lambda _message: None) -> None:
        self._jobs = jobs
        self._say = say
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_error: object) -> None:
        self._close()

    def spread(self, work: Work[Item, Result], batches: Iterable[Sequence[Item]]) -> Iterator[Result]:
        """Do the work on each batch and give the results in order.

        When a process dies (out of memory, a crash in C code), the batches in flight are done again item by item, each
        alone, since any of them may have killed it.
        """
        waiting = iter(batches)
        flight: deque[tuple[Sequence[Item], Future[Result]]] = deque()
        while self._is_open(work):
            for batch in islice(waiting, self._jobs * AHEAD - len(flight)):
                flight.append((batch, self._submit(work.away, batch)))
            if not flight:
                return
            batch, future = flight.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                broken = [batch, *(batch for batch, _ in flight)]
                flight.clear()
                yield from self._recover(work, broken)
            else:
                yield result
        yield from map(work.here, waiting)

    def _is_open(self, work: Work[Item, Result]) -> bool:
        if self._executor is None and self._jobs > 1:
            self._open(work)
        return self._executor is not None

    def _open(self, work: Work[Item, Result]) -> None:
        """Start processes and see whether they live and can be told what the work is; else there will be none."""
        others = multiprocessing.active_children()
        try:
            self._executor = _processes(self._jobs)
            for answer in [self._executor.submit(_hear, work.away) for _ in range(self._jobs)]:
                answer.result()
        except _NO_PROCESSES as error:
            self._close()
            for child in multiprocessing.active_children():
                if child not in others:
                    child.kill()
                    child.join()
            self._jobs = 1
            self._say(f"no further processes can be used, so that one does all the work ({error or repr(error)})")

    def _close(self) -> None:
        if self._executor is not None:
            _take_back(self._executor)
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _submit(self, do: Callable[[Sequence[Item]], Result], batch: Sequence[Item]) -> Future[Result]:
        assert self._executor is not None, "batches are sent to processes only while there are some"
        try:
            return self._executor.submit(do, batch)
        except _NO_PROCESSES as error:
            broken: Future[Result] = Future()
            broken.set_exception(BrokenProcessPool(str(error)))
            return broken

    def _recover(self, work: Work[Item, Result], batches: Sequence[Sequence[Item]]) -> Iterator[Result]:
        """Do batches item by item in new processes; as they are where there can be none."""
        self._close()
        for batch in batches:
            if self._is_open(work):
                yield from (self._alone(work, item) for item in batch)
            else:
                yield work.here(batch)

    def _alone(self, work: Work[Item, Result], item: Item) -> Result:
        """Do one item; only what kills its process twice is given up, since something else may have killed it once."""
        for _ in range(2):
            if not self._is_open(work):
                return work.here([item])
            try:
                return self._submit(work.away, [item]).result()
            except BrokenProcessPool:
                self._close()
        return work.lost(item)


def _take_back(executor: ProcessPoolExecutor) -> None:
    """Read what a broken pool still sends to processes which are no more, so that it comes to its end.

    Before Python 3.11.5 it waits for ever else (https://github.com/python/cpython/issues/94777).
    """
    manager = getattr(executor, "_executor_manager_thread", None)
    reader = getattr(getattr(executor, "_call_queue", None), "_reader", None)
    if not getattr(executor, "_broken", False) or manager is None or reader is None:
        return
    while manager.is_alive():
        try:
            if wait([reader], timeout=0.02):
                os.read(reader.fileno(), 1 << 16)
        except OSError:  # it is closed: nothing is sent any more
            return


def _hear(_work: Callable[..., object]) -> None:
    """Do nothing, in a process that has read what it is to do."""


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
