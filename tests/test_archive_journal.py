"""The journal: what was finished is found again, and nothing else is believed."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from migrator.archive.files import WORK, digest
from migrator.archive.journal import LEDGERS, NAME, Finished, Journal, open_journal
from migrator.errors import ArchiveError


def opened(archive: Path, key: str = "key") -> Journal:
    return open_journal(archive / WORK, key, archive)


def batch(archive: Path, number: int) -> Finished:
    path = f"content/{number}.md"
    (archive / "content").mkdir(exist_ok=True)
    (archive / path).write_text(f"text {number}")
    return Finished(
        items=2,
        tallies=Counter({("item", "post"): 1, ("term", "category", "é"): 2}),
        ledgers=([f"line {number}\n"], [f"private {number}\n"]),
        files=[(path, digest(f"text {number}".encode()))],
        redirects=[(f"/{number}", path, "permalink")],
    )


def recorded(archive: Path, count: int) -> None:
    with closing(opened(archive)) as journal:
        for number in range(count):
            journal.record(batch(archive, number))


def test_finished_batches_are_found_again(tmp_path: Path) -> None:
    recorded(tmp_path, 2)
    with closing(opened(tmp_path)) as journal:
        assert journal.items == 4
        journal.record(batch(tmp_path, 2))
        assert journal.tallies() == Counter({("item", "post"): 3, ("term", "category", "é"): 6})
        assert [path for path, _ in journal.files()] == ["content/0.md", "content/1.md", "content/2.md"]
    assert (tmp_path / WORK / LEDGERS[0]).read_text() == "line 0\nline 1\nline 2\n"
    assert (tmp_path / WORK / LEDGERS[1]).read_text() == "private 0\nprivate 1\nprivate 2\n"


def test_another_key_begins_anew(tmp_path: Path) -> None:
    recorded(tmp_path, 1)
    with closing(opened(tmp_path, "other options")) as journal:
        assert journal.items == 0
    assert (tmp_path / WORK / LEDGERS[0]).read_text() == ""


def test_lines_of_a_batch_that_was_not_finished_are_cut_off(tmp_path: Path) -> None:
    recorded(tmp_path, 1)
    with (tmp_path / WORK / LEDGERS[0]).open("a") as file:
        file.write("half a li")
    with closing(opened(tmp_path)) as journal:
        assert journal.items == 2
    assert (tmp_path / WORK / LEDGERS[0]).read_text() == "line 0\n"


def damage_document(archive: Path) -> None:
    (archive / "content/0.md").write_bytes(b"")


def damage_ledger(archive: Path) -> None:
    (archive / WORK / LEDGERS[0]).write_bytes(b"\0" * 7)


def shorten_ledger(archive: Path) -> None:
    (archive / WORK / LEDGERS[1]).unlink()


def damage_journal(archive: Path) -> None:
    (archive / WORK / NAME).write_bytes(b"no database at all " * 1000)


@pytest.mark.parametrize("damage", [damage_document, damage_ledger, shorten_ledger, damage_journal])
def test_what_a_loss_of_power_damaged_is_not_believed(tmp_path: Path, damage: object) -> None:
    recorded(tmp_path, 1)
    damage(tmp_path)  # type: ignore[operator]
    with closing(opened(tmp_path)) as journal:
        assert journal.items == 0


def test_two_runs_in_one_archive_are_refused(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as journal:
        journal.record(batch(tmp_path, 0))
        with pytest.raises(ArchiveError, match="another run is at work"):
            opened(tmp_path)
        journal.record(batch(tmp_path, 1))
        assert journal.items == 4


def test_files_of_the_end_are_forgotten_when_it_begins_again(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as journal:
        journal.record(batch(tmp_path, 0))
        for _ in range(2):
            journal.settle()
            journal.add_file("media.json", "0" * 64)
        assert [path for path, _ in journal.files()] == ["content/0.md", "media.json"]
        assert [journal.has_file(path) for path in ("content/0.md", "media.json", "other")] == [True, True, False]
