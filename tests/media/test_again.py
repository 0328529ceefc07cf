"""Media over several runs: bit by bit, changed or vanished meanwhile; the end is the same."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from migrator.archive.check import check
from migrator.errors import ArchiveError
from migrator.media import complete
from migrator.media.store import proven
from migrator.media.wish import Wanted, Wish
from tests.media.gazette import ALL, UPLOADS, convert, entry, media_of, offline, some
from tests.test_run import files_of


def test_bit_by_bit(archive: Path, whole: Path, tmp_path: Path, no_network: None) -> None:
    """The later of two files of the same bytes comes first, and must make way for the other."""
    complete(archive, offline(some(tmp_path / "first", "2024/03/episode-12.mp3", "2024/03/photo.jpg")))
    assert (archive / "media/2024/03/episode-12.mp3").is_file()
    assert {finding.kind for finding in check(archive)} == {"missing"}
    complete(archive, offline(some(tmp_path / "second", "2024/03/interview-provost.mp3")))
    assert (archive / "media/2024/03/interview-provost.mp3").is_file()
    assert not (archive / "media/2024/03/episode-12.mp3").exists()
    complete(archive, ALL)
    assert files_of(archive) == files_of(whole)


def state_of(archive: Path) -> dict[str, tuple[int, int]]:
    files = ((path, path.stat()) for path in archive.rglob("*") if path.is_file())
    return {path.relative_to(archive).as_posix(): (stat.st_mtime_ns, stat.st_ino) for path, stat in files}


def test_a_file_that_ends_too_early_is_kept_and_told(archive: Path, tmp_path: Path, no_network: None) -> None:
    uploads = some(tmp_path / "up", "2024/03/photo.jpg")
    (uploads / "2024/03/photo.jpg").write_bytes((UPLOADS / "2024/03/photo.jpg").read_bytes()[:9000])
    for _ in range(2):
        complete(archive, offline(uploads))
        told = entry(archive, "2024/03/photo.jpg")
        assert (told["status"], told["bytes"], told["error"]) == ("fetched", 9000, "the file ends too early")


def test_again(archive: Path, whole: Path) -> None:
    """Neither a second completion nor a second conversion touches a document or a file."""
    complete(archive, ALL)
    before = state_of(archive)
    complete(archive, ALL)
    assert state_of(archive) == before
    convert(archive, ALL)
    touched = {path for path, state in state_of(archive).items() if before[path] != state}
    assert files_of(archive) == files_of(whole)
    assert {path for path in touched if path.startswith(("content/", "media/", "unpublished/draft"))} == set()


def test_a_conversion_that_doesnt_ask_for_media_keeps_them(archive: Path, whole: Path) -> None:
    complete(archive, ALL)
    report = convert(archive)
    assert report.files == {"unchanged": report.files["unchanged"]}
    assert files_of(archive) == files_of(whole)


def test_a_file_that_vanished_is_had_again(archive: Path, whole: Path) -> None:
    complete(archive, ALL)
    (archive / "media/2024/03/photo.jpg").unlink()
    complete(archive, ALL)
    assert files_of(archive) == files_of(whole)


def tampered(archive: Path, path: str = "media/2024/03/photo.jpg") -> bytes:
    """Change a byte of a file, and nothing that a listing of its folder shows."""
    file = archive / path
    data, told = bytearray(file.read_bytes()), file.stat()
    data[-3] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))
    return bytes(data)


CHANGED = "the file was changed; `migrator media` sets it aside and fetches it again"


def test_a_file_that_was_changed_is_told_set_aside_and_had_again(whole: Path, tmp_path: Path) -> None:
    archive = Path(shutil.copytree(whole, tmp_path / "archive"))
    for number in ("photo.jpg", "photo-2.jpg"):
        data = tampered(archive)
        assert [tuple(each) for each in check(archive)] == [("manifest", "media/2024/03/photo.jpg", CHANGED)]
        report = complete(archive, ALL)
        assert (report.changed, report.added) == (["media/2024/03/photo.jpg"], 1)
        assert (archive / "unpublished/changed/media/2024/03" / number).read_bytes() == data
        assert check(archive) == []
    shutil.rmtree(archive / "unpublished" / "changed")
    assert files_of(archive) == files_of(whole)


def test_a_changed_file_that_cant_be_had_again_is_a_gap(whole: Path, tmp_path: Path, no_network: None) -> None:
    archive = Path(shutil.copytree(whole, tmp_path / "archive"))
    tampered(archive)
    assert complete(archive, Wish("all")).missing == 1
    assert entry(archive, "2024/03/photo.jpg")["status"] == "missing"
    assert complete(archive, Wish("all")).missing == 1
    complete(archive, ALL)
    shutil.rmtree(archive / "unpublished" / "changed")
    assert files_of(archive) == files_of(whole)


def test_a_file_that_cant_be_read_is_told(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def digest_of(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    archive = Path(shutil.copytree(whole, tmp_path / "archive"))
    monkeypatch.setattr("migrator.media.state.digest_of", digest_of)
    with pytest.raises(ArchiveError, match=r"media/.*: can't be read: Permission denied"):
        complete(archive, ALL)
    monkeypatch.undo()
    complete(archive, ALL)
    assert files_of(archive) == files_of(whole)


def test_a_conversion_takes_no_changed_file(whole: Path, tmp_path: Path) -> None:
    archive = Path(shutil.copytree(whole, tmp_path / "archive"))
    tampered(archive)
    report = convert(archive, ALL)
    assert report.media is not None
    assert report.media.changed == ["media/2024/03/photo.jpg"]
    shutil.rmtree(archive / "unpublished" / "changed")
    assert files_of(archive) == files_of(whole)


def test_files_that_someone_put_in_their_place_are_taken(archive: Path, whole: Path, no_network: None) -> None:
    for value in media_of(whole).values():
        if value["status"] == "fetched":
            (archive / value["place"]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(whole / value["path"], archive / value["place"])
    complete(archive, Wish("all"))
    ours, theirs = files_of(archive), files_of(whole)
    assert {path: data for path, data in ours.items() if path in theirs and path.endswith(".md")} == {
        path: data for path, data in theirs.items() if path.endswith(".md")
    }


def test_what_is_missing_stays_so_while_nobody_looks_for_it(archive: Path, tmp_path: Path, no_network: None) -> None:
    complete(archive, offline(some(tmp_path / "uploads", "2024/03/photo.jpg")))
    before = media_of(archive)
    report = complete(archive, Wish("none"))
    assert report.missing and report.gaps
    assert media_of(archive) == before


def test_a_drawing_that_someone_put_there_as_a_link_stays_theirs(tmp_path: Path) -> None:
    drawing = tmp_path / "mine.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="run()"><g/></svg>', "utf-8")
    os.link(drawing, tmp_path / "put.svg")
    assert proven(tmp_path / "put.svg", Wanted("", (), "svg")).type == "image/svg+xml"
    assert "onload" not in (tmp_path / "put.svg").read_text("utf-8")
    assert "onload" in drawing.read_text("utf-8")
    assert len(list(tmp_path.iterdir())) == 2
