"""Fetchers of a crawl whose time is the test's own, and a server without a robots.txt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from migrator.crawl.fetch import Fetcher
from migrator.crawl.settings import Settings
from tests.crawl.fetching import Time, fetching
from tests.server import Server, says


@pytest.fixture
def server(server: Server) -> Server:
    """One without a robots.txt."""
    server.answers["/robots.txt"] = says(404)
    return server


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def begin(server: Server, time: Time, tmp_path: Path) -> Iterator[Callable[..., Fetcher]]:
    with ExitStack() as stack:

        def begin_one(**given: object) -> Fetcher:
            told = {"site": server.url, "allow_private": True, "timeout": 0.3, "max_bytes": 1 << 20, **given}
            return stack.enter_context(fetching(tmp_path, Settings(**told), time))  # type: ignore[arg-type]

        yield begin_one


@pytest.fixture
def fetcher(begin: Callable[..., Fetcher]) -> Fetcher:
    return begin()
