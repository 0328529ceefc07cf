"""Archives of the gazette without media and with all of them; a fetcher of files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from migrator.media import complete, fetch
from migrator.media.addresses import Adapter
from migrator.media.fetch import Fetcher, Limits, Result
from migrator.media.host import Host
from migrator.media.wish import Wanted
from tests.media.fetching import Fetch
from tests.media.gazette import ALL, convert
from tests.server import Server


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette without media."""
    archive = tmp_path_factory.mktemp("bare") / "archive"
    convert(archive)
    return archive


@pytest.fixture(scope="module")
def whole(bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette with all media, which came at once."""
    archive = Path(shutil.copytree(bare, tmp_path_factory.mktemp("whole") / "archive"))
    complete(archive, ALL)
    return archive


@pytest.fixture
def archive(bare: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bare, tmp_path / "archive"))


@pytest.fixture
def fetcher(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fetcher]:
    monkeypatch.setattr(fetch, "BACK_OFF", 0.001)
    limits = Limits(size=1 << 20, connect=1.0, read=0.3, slowest=1 << 20, patience=0.2)
    with closing(Adapter(2, allow_private=True)) as adapter:
        yield Fetcher(adapter, Host("127.0.0.1"), tmp_path, limits)


@pytest.fixture
def get(server: Server, fetcher: Fetcher) -> Fetch:
    def fetch_one(*paths: str, extension: str = "png") -> Result:
        urls = tuple(path if ":" in path else server.url + path for path in paths)
        return fetcher.fetch(Wanted(urls[0], urls, extension, "image" if extension == "png" else ""))

    return fetch_one
