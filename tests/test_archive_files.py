"""Files appear whole or not at all, never outside the archive, and are left alone when nothing changed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrator.archive.files import WORK, Folder, UnsafePath, digest, digest_of, encoded, is_safe, safe
from migrator.errors import ArchiveError


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / WORK).mkdir()
    return Folder(tmp_path)


def files_in(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_new_file_is_written_with_its_folders(folder: Folder) -> None:
    assert folder.put("content/posts/2024/a.md", b"text") == "created"
    assert (folder.root / "content/posts/2024/a.md").read_bytes() == b"text"


def test_an_unchanged_file_is_left_alone(folder: Folder) -> None:
    folder.put("a.md", b"text")
    path = folder.root / "a.md"
    os.utime(path, ns=(1, 1))
    assert folder.put("a.md", b"text") == "unchanged"
    assert path.stat().st_mtime_ns == 1


@pytest.mark.parametrize("new", [b"tent", b"longer text", b""])
def test_a_changed_file_is_replaced_in_one_step(folder: Folder, new: bytes) -> None:
    folder.put("a.md", b"text")
    with (folder.root / "a.md").open("rb") as reader:
        assert folder.put("a.md", new) == "replaced"
        assert reader.read() == b"text"
    assert (folder.root / "a.md").read_bytes() == new
    assert files_in(folder.root) == ["a.md"]


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../a", "a/../b", "a/..", "./a", "a//b", "a/", "a\\..\\b", "C:/a", "a\0b", "."]
)
def test_no_path_leads_out(folder: Folder, path: str) -> None:
    with pytest.raises(UnsafePath):
        folder.put(path, b"")
    with pytest.raises(UnsafePath):
        folder.remove(path)
    assert files_in(folder.root) == []


@given(st.text(alphabet=st.sampled_from("ab./\\:\0é "), max_size=12))
def test_a_safe_path_stays_inside(path: str) -> None:
    if is_safe(path):
        assert os.path.normpath(f"/archive/{safe(path)}") == f"/archive/{path}"


@pytest.mark.parametrize("path", ["a..b/c", "...", "a/.hidden", "..a", "문서/é.md"])
def test_dots_in_names_are_safe(path: str) -> None:
    assert is_safe(path)


def test_a_dry_folder_says_what_it_would_do(folder: Folder) -> None:
    folder.put("a.md", b"text")
    dry = Folder(folder.root, dry=True)
    assert [dry.put("a.md", b"text"), dry.put("a.md", b"new"), dry.put("b.md", b"")] == [
        "unchanged",
        "replaced",
        "created",
    ]
    dry.remove("a.md")
    assert (folder.root / "a.md").read_bytes() == b"text"
    assert files_in(folder.root) == ["a.md"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_or_forbidden_disk_ends_the_run(folder: Folder, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ArchiveError, match=r"a\.md: can't be written"):
        folder.put("a.md", b"")


def test_a_name_that_the_disk_refuses_is_the_files_own_trouble(folder: Folder) -> None:
    with pytest.raises(OSError, match="too long"):
        folder.put("a" * 300, b"")
    folder.put("a", b"")
    with pytest.raises(NotADirectoryError):
        folder.put("a/b", b"")


def test_removing_takes_empty_folders_along(folder: Folder) -> None:
    folder.put("content/a/b/c.md", b"")
    folder.put("content/d.md", b"")
    folder.remove("content/a/b/c.md")
    assert not (folder.root / "content/a").exists()
    assert files_in(folder.root) == ["content/d.md"]


def test_a_finished_file_is_adopted(folder: Folder) -> None:
    spool = folder.work / "list"
    spool.write_bytes(b"entries")
    assert folder.adopt(spool, "lists/media.json") == digest(b"entries")
    assert digest_of(folder.root / "lists/media.json") == digest(b"entries")
    assert not spool.exists()


def test_half_a_surrogate_pair_becomes_its_escape() -> None:
    assert encoded("a\ud83d é") == "a\\ud83d é".encode()
