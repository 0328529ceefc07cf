"""Exports made for benchmarks are sound, the same every time, and no copy is another item again."""

from __future__ import annotations

from pathlib import Path

from migrator.sources.opening import open_source
from tests.benchmarks.make import GAZETTE, make

SIZE = 1_600_000


def test_the_same_size_gives_the_same_bytes(tmp_path: Path) -> None:
    counts = [make(SIZE, tmp_path / name) for name in ("a.xml", "b.xml")]
    assert counts[0] == counts[1]
    assert (tmp_path / "a.xml").read_bytes() == (tmp_path / "b.xml").read_bytes()
    assert SIZE <= (tmp_path / "a.xml").stat().st_size < SIZE + 100_000


def test_every_item_is_sound_and_its_own(tmp_path: Path) -> None:
    count = make(SIZE, tmp_path / "a.xml")
    export = open_source([tmp_path / "a.xml"])
    assert (export.count, export.repairs) == (count, open_source([GAZETTE]).repairs)
    records = [raw.read() for batch in export.batches() for raw in batch]
    assert len({record.id for record in records}) == count
    assert not [record.repairs for record in records if record.repairs]
    slugs = [record.slug for record in records if record.type == "post" and record.slug]
    assert len(set(slugs)) > 0.95 * len(slugs)
    files = [record.attachment_url for record in records if record.type == "attachment"]
    assert len(set(files)) == len(files)
