"""The gazette and the copy of its uploads, for tests of its media."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from migrator.archive.report import Report
from migrator.media import complete
from migrator.media.wish import Wish
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source

ROOT = Path(__file__).parent.parent.parent
GAZETTE = ROOT / "fixtures" / "gazette" / "export.xml"
UPLOADS = ROOT / "fixtures" / "gazette" / "uploads"
SITE = "https://gazette.example.edu"
MISSING = "2024/03/march-0322.jpg"
ALL = Wish("all", (UPLOADS,))


def convert(archive: Path, wish: Wish | None = None, source: Path = GAZETTE) -> Report:
    how = How(complete=lambda folder: complete(folder, wish)) if wish else How()
    return run(open_source([source]), archive, Options(), how)


def media_of(archive: Path, *, name: str = "media.json") -> dict[str, dict[str, Any]]:
    return {value["url"]: value for value in json.loads((archive / name).read_bytes())["media"]}


def entry(archive: Path, file: str) -> dict[str, Any]:
    return media_of(archive)[f"{SITE}/wp-content/uploads/{file}"]


def some(folder: Path, *names: str) -> Path:
    """A copy of the uploads that has only some of them."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(UPLOADS / name, folder / name)
    return folder


def offline(uploads: Path) -> Wish:
    return Wish("all", (uploads,))
