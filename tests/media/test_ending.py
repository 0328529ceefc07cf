"""Pictures that are there to their end, and those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrator.media.ending import is_whole
from tests import pictures

UPLOADS = Path(__file__).parent.parent.parent / "fixtures" / "gazette" / "uploads"
TYPES = {"jpg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp"}
TRUE = sorted(path for path in UPLOADS.rglob("*") if path.suffix[1:] in TYPES)


@pytest.mark.parametrize("path", TRUE, ids=lambda path: path.name)
def test_true_pictures(path: Path, tmp_path: Path) -> None:
    media_type, data = TYPES[path.suffix[1:]], path.read_bytes()
    cut, more = tmp_path / "cut", tmp_path / "more"
    cut.write_bytes(data[: len(data) - 3])
    more.write_bytes(data + b"what a phone puts behind it")
    assert is_whole(path, media_type)
    assert is_whole(more, media_type)
    assert not is_whole(cut, media_type)


def test_the_end_of_a_thumbnail_is_none(tmp_path: Path) -> None:
    thumbnail = b"\xff\xe1\x00\x10Exif\0\0" + b"\xff\xd8\xff\xd9" + bytes(4)
    whole = pictures.jpeg()
    path = tmp_path / "picture"
    path.write_bytes(whole[:2] + thumbnail + whole[2:-2] + b"\xff\xda\x00\x02scan")
    assert not is_whole(path, "image/jpeg")


@pytest.mark.parametrize("media_type", ["video/mp4", "application/pdf", "image/svg+xml", "text/csv"])
def test_of_other_files_nothing_is_known(tmp_path: Path, media_type: str) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert is_whole(tmp_path / "file", media_type)
