"""Width and height, read from each kind of picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrator.media.measures import UNKNOWN, measure
from tests import pictures

UPLOADS = Path(__file__).parent.parent.parent / "fixtures" / "gazette" / "uploads"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pictures.png(300, 200), "image/png"),
        (pictures.gif(300, 200), "image/gif"),
        (pictures.jpeg(300, 200), "image/jpeg"),
        (pictures.jpeg(300, 200, 3), "image/jpeg"),
        (pictures.jpeg(200, 300, 6), "image/jpeg"),
        (pictures.webp(300, 200), "image/webp"),
        (pictures.webp(300, 200, b"VP8L"), "image/webp"),
        (pictures.webp(300, 200, b"VP8 "), "image/webp"),
        (pictures.avif(300, 200), "image/avif"),
        (b'<svg width="300" height="200px">', "image/svg+xml"),
        (b'<?xml version="1.0"?><svg viewBox="0 0 300 200">', "image/svg+xml"),
        (b'<svg width="3.125in" height="150pt"/>', "image/svg+xml"),
    ],
)
def test_measures(tmp_path: Path, data: bytes, media_type: str) -> None:
    (tmp_path / "picture").write_bytes(data)
    assert measure(tmp_path / "picture", media_type) == (300, 200)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pictures.png()[:20], "image/png"),
        (pictures.gif()[:8], "image/gif"),
        (pictures.webp()[:25], "image/webp"),
        (pictures.avif()[:60], "image/avif"),
        (pictures.jpeg()[:12], "image/jpeg"),
        (b"\xff\xd8\xff\xe1\xff\xff", "image/jpeg"),
        (b"\xff\xd8" + b"\xff\xe1\x00\x00" * 9, "image/jpeg"),
        (b"", "image/bmp"),
    ],
)
def test_what_is_cut_short_has_none(tmp_path: Path, data: bytes, media_type: str) -> None:
    (tmp_path / "picture").write_bytes(data)
    assert measure(tmp_path / "picture", media_type) == UNKNOWN


def test_a_drawing_without_measures_has_none(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b'<svg width="100%">')
    assert measure(tmp_path / "picture", "image/svg+xml") == UNKNOWN


@pytest.mark.parametrize(
    ("file", "media_type", "size"),
    [
        ("2024/03/Old-Main-at-Dusk.jpg", "image/jpeg", (1600, 1067)),
        ("2015/09/gazette-nameplate.png", "image/png", (600, 200)),
        ("2016/02/countdown.gif", "image/gif", (320, 240)),
        ("2023/10/mural.webp", "image/webp", (1200, 900)),
    ],
)
def test_true_pictures(file: str, media_type: str, size: tuple[int, int]) -> None:
    assert measure(UPLOADS / file, media_type) == size
