"""What tests of fetching files share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from migrator.media.fetch import Result
from tests.pictures import png

PICTURE = png(300, 200)
Fetch = Callable[..., Result]


def content(result: Result, folder: Path) -> bytes:
    assert result.blob is not None, result.error
    return (folder / result.blob.sha256).read_bytes()
