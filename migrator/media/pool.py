"""Many files at once: the hosts beside each other, some connections to each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass, field

from migrator.media.addresses import Adapter
from migrator.media.entries import own_origins
from migrator.media.fetch import Fetcher, Limits, Result, Stopped
from migrator.media.host import CONNECTIONS, Host, Network
from migrator.media.state import State
from migrator.media.wish import Wanted, Wish

HOSTS = 8
"""Hosts at once."""

Done = Callable[[Result], None]


@dataclass(slots=True)
class _Jobs:
    """What is left of one host, handed out to its threads."""

    items: Iterator[Wanted]
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self) -> Wanted | None:
        with self.lock:
            return next(self.items, None)


@dataclass(frozen=True, slots=True)
class _Run:
    """What all threads share."""

    state: State
    wish: Wish
    limits: Limits
    done: Done
    stop: threading.Event = field(default_factory=threading.Event)
    network: Network = field(default_factory=Network)
    adapters: list[Adapter] = field(default_factory=list)


def fetch_all(state: State, wish: Wish, limits: Limits, done: Done) -> None:
    """Fetch what is wanted and not here; `done` is told of each file once it is in the state.

    Raises:
        KeyboardInterrupt: The user stopped the run; what was begun is kept.
    """
    run = _Run(state, wish, limits, done)
    with ThreadPoolExecutor(HOSTS) as pool:
        work = [pool.submit(_fetch_host, run, host, count) for host, count in state.hosts()]
        try:
            for finished in as_completed(work):
                finished.result()
        except BaseException:
            run.stop.set()
            for adapter in run.adapters:
                adapter.hang_up()
            pool.shutdown(cancel_futures=True)
            raise


def _fetch_host(run: _Run, name: str, count: int) -> None:
    threads = min(CONNECTIONS, count)
    jobs = _Jobs(run.state.missing(name))
    own = own_origins(run.state.archive)
    with closing(Adapter(threads, allow_private=run.wish.private)) as adapter, ThreadPoolExecutor(threads) as pool:
        run.adapters.append(adapter)
        host = Host(name, run.stop.wait, run.network)
        fetcher = Fetcher(adapter, host, run.state.folder, run.limits, run.wish.headers, own, run.stop)
        for finished in [pool.submit(_work, fetcher, jobs, run) for _ in range(threads)]:
            finished.result()


def _work(fetcher: Fetcher, jobs: _Jobs, run: _Run) -> None:
    """Fetch one file after the other, until there is none or the run is stopped."""
    try:
        while not run.stop.is_set() and (wanted := jobs.take()) is not None:
            result = fetcher.fetch(wanted)
            run.state.enter(result)
            run.done(result)
    except Stopped:
        return
    except BaseException:
        run.stop.set()
        raise
