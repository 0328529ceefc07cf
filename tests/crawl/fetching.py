"""A fetcher whose time is the test's own: it sleeps without waiting, and keeps count of how long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from migrator.crawl.answer import Answer, Body
from migrator.crawl.fetch import Fetcher
from migrator.crawl.gate import Clock, Gate
from migrator.crawl.robots import Robots
from migrator.crawl.settings import Settings
from migrator.crawl.warc import Writer

PAGE = b"<html><title>Spring at the pond</title>" + b"<p>The ducks are back.</p>" * 200 + b"</html>"
NOON = datetime(2024, 4, 10, 12, 0, tzinfo=UTC)


@dataclass(slots=True)
class Time:
    """Seconds since noon; `tick` is what each look at the clock takes."""

    seconds: float = 0.0
    tick: float = 0.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        self.seconds += self.tick
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def today(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    def clock(self) -> Clock:
        return Clock(self.now, self.sleep, self.today)


@contextmanager
def fetching(folder: Path, settings: Settings, time: Time) -> Iterator[Fetcher]:
    """A fetcher that writes into a folder."""
    clock = time.clock()
    gate = Gate(settings.rate, settings.max_wait, clock)
    robots = Robots(ignore=settings.ignore_robots, now=clock.now)
    with Writer(folder, name="site") as warc, Fetcher(settings, warc, gate, robots, clock) as fetcher:
        yield fetcher


def answered(url: str, content: bytes, *, status: int = 200, whole: bool = True, **headers: str) -> Answer:
    """An answer that nobody gave."""
    body = Body(BytesIO())
    body.add(content)
    body.whole = whole
    told = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    stamp = f"{NOON:%Y-%m-%dT%H:%M:%SZ}"
    return Answer(url, stamp, (("Host", "site.example"),), status, "OK", "HTTP/1.1", told, body)


@dataclass(frozen=True, slots=True)
class Kept:
    """A record of a capture, read by warcio."""

    kind: str
    headers: dict[str, str]
    head: str
    body: bytes

    @property
    def url(self) -> str:
        return self.headers.get("WARC-Target-URI", "")


def kept(path: Path) -> list[Kept]:
    """The records of a WARC file; every digest in it is checked, and has to be right."""
    records = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            body = record.raw_stream.read()
            head = record.http_headers.to_str() if record.http_headers else ""
            records.append(Kept(record.rec_type, dict(record.rec_headers.headers), head, body))
    return records


def records(folder: Path) -> list[Kept]:
    """The records of the one file of a fetcher's capture."""
    return kept(folder / "capture/site-00000.warc.gz")


def answers(folder: Path, url: str) -> list[Kept]:
    """Those of them that are answers of an address."""
    return [record for record in records(folder) if record.url == url and record.kind in ("response", "revisit")]
