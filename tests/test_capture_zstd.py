"""WARC files packed by Zstandard are read as those packed by gzip are, with a dictionary and without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from migrator.errors import SourceError
from migrator.sources.capture import zstd
from migrator.sources.capture.capture import Capture, open_capture
from tests.captures import page

PAGES = [page(name) for name in ("one", "two", "three", "four")]
URLS = [f"https://paper.example/{name}/" for name in ("one", "two", "three", "four")]


@pytest.fixture
def module() -> Any:
    found = zstd.library()
    return found or pytest.skip("needs Zstandard")


def saved(folder: Path, content: bytes) -> Capture:
    (folder / "site.warc.zst").write_bytes(content)
    return open_capture([folder / "site.warc.zst"])


def frames(module: Any, records: Sequence[bytes], dictionary: Any = None) -> list[bytes]:
    return [module.compress(one, zstd_dict=dictionary) for one in records]


def dictionary_frame(data: bytes) -> bytes:
    return zstd.DICTIONARY + len(data).to_bytes(4, "little") + data


def urls(capture: Capture) -> list[str]:
    return [visit.url for visit in capture.visits()]


@pytest.mark.parametrize("form", ["frames", "one frame", "dictionary", "packed dictionary"])
def test_it_is_read_in_order_and_by_place(tmp_path: Path, module: Any, form: str) -> None:
    samples = [page(f"sample-{number}") + bytes(str(number) * 40, "ascii") for number in range(200)]
    trained = module.train_dict(samples, 2000) if "dictionary" in form else None
    said = trained.dict_content if trained else b""
    content = b"".join(frames(module, PAGES, trained))
    if form == "one frame":
        content = module.compress(b"".join(PAGES))
    elif trained:
        content = dictionary_frame(module.compress(said) if "packed" in form else said) + content
    capture = saved(tmp_path, content)
    visits = list(capture.visits())
    assert [visit.url for visit in visits] == URLS
    rows = list(capture.rows())
    assert [capture.read(row).body for row in reversed(rows)] == [visit.body for visit in reversed(visits)]
    assert {row.place.file for row in rows} == {"site.warc.zst" + ("/site.warc" if form == "one frame" else "")}
    assert capture.repairs == ()


def test_damage_costs_what_is_damaged(tmp_path: Path, module: Any) -> None:
    one, two, three, four = frames(module, PAGES)
    two = two[:30] + bytes(byte ^ 255 for byte in two[30:])
    capture = saved(tmp_path, one + two + three + four)
    assert urls(capture) == [URLS[0], *URLS[2:]]
    assert [entry.rule for entry in capture.repairs] == ["capture.damaged"]


def test_what_was_cut_off_is_told(tmp_path: Path, module: Any) -> None:
    capture = saved(tmp_path, b"".join(frames(module, PAGES))[:-20])
    assert urls(capture) == URLS[:3]
    assert [entry.rule for entry in capture.repairs] == ["capture.truncated"]


def test_what_unpacks_to_much_is_unpacked_piece_by_piece(module: Any) -> None:
    frame, data, largest = zstd.Frame(module), module.compress(bytes(200 << 20)), 0
    while not frame.eof:
        largest = max(largest, len(frame.decompress(data)))
        data = frame.unconsumed_tail
    assert largest <= 48 << 20


def test_without_a_library_the_error_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zstd, "library", lambda: None)
    with pytest.raises(SourceError, match=r"packed by Zstandard, which needs .*pip install \'migrator\[zstd\]\'"):
        saved(tmp_path, zstd.FRAME + b"x")


def test_a_dictionary_that_is_none_is_told(tmp_path: Path, module: Any) -> None:
    content = dictionary_frame(zstd.FRAME + b"nothing") + b"".join(frames(module, PAGES))
    with pytest.raises(SourceError, match="broken dictionary"):
        saved(tmp_path, content)
