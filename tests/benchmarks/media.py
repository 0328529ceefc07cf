"""How fast many pictures come in from a server that takes its time, against asking for one after the other."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import requests

from migrator.archive.lines import line, listing
from migrator.archive.media import FACTS
from migrator.media import complete
from migrator.media.wish import Wish
from tests.pictures import png
from tests.server import Request, serving

SIZE = 10
"""Pixels of a picture's sides, which make some 300 bytes: what is measured is the waiting."""


class Speed(NamedTuple):
    """Seconds for all files: one after the other, and by the fetcher."""

    single: float
    fetched: float


def measure(folder: Path, files: int, latency: float) -> Speed:
    """Fetch so many pictures from a server that waits `latency` seconds before each answer."""
    with _server(latency) as url:
        addresses = [f"{url}/wp-content/uploads/2024/03/{number}.png" for number in range(files)]
        begun = time.perf_counter()
        for number, address in enumerate(addresses):
            (folder / f"{number}.png").write_bytes(requests.get(address, timeout=10).content)
        single = time.perf_counter() - begun
        archive = _archive(folder / "archive", url, addresses)
        begun = time.perf_counter()
        report = complete(archive, Wish(private=True))
        if report.added != files:
            raise RuntimeError(f"{report.added} of {files} came in: {dict(report.gaps)}")
        return Speed(single, time.perf_counter() - begun)


@contextmanager
def _server(latency: float) -> Iterator[str]:
    """A server in a process of its own, so that it doesn't share the client's."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, latency), daemon=True)
    process.start()
    yield ours.recv()
    process.terminate()
    process.join()


def _serve(pipe: Connection, latency: float) -> None:
    def answer(request: Request) -> None:
        time.sleep(latency)
        request.send(png(SIZE, SIZE, int(request.path.rpartition("/")[2].partition(".")[0])))

    with serving() as server:
        server.fallback = answer
        pipe.send(server.url)
        while True:
            time.sleep(60)


def _archive(folder: Path, url: str, addresses: list[str]) -> Path:
    """The least that is an archive with these pictures in its list."""
    folder.mkdir()
    (folder / "archive.json").write_text(json.dumps({"site": {"url": url}}), "utf-8")
    entries = (line(_entry(address)) for address in addresses)
    (folder / "media.json").write_text("".join(listing("media", entries)), "utf-8")
    return folder


def _entry(address: str) -> dict[str, object]:
    path = "media/2024/03/" + address.rpartition("/")[2]
    told = {"id": None, "url": address, "path": path, "kind": "image", "width": None, "height": None}
    return {**told, "place": path, **FACTS, "seen": [], "used_by": [1]}
