"""Media from copies of the uploads: folders, tars, zips, and what in them is no file."""

from __future__ import annotations

import shutil
import socket
import tarfile
import zipfile
from pathlib import Path

import pytest

from migrator.media import complete
from migrator.media.wish import Wish
from tests.media.gazette import ALL, UPLOADS, entry
from tests.pictures import png
from tests.test_run import files_of


def packed(kind: str, folder: Path) -> Path:
    """The uploads as a server's panel packs them, below their folder's name."""
    path = folder / f"uploads.{kind}"
    files = sorted(file for file in UPLOADS.rglob("*") if file.is_file())
    names = [f"public_html/wp-content/uploads/{file.relative_to(UPLOADS).as_posix()}" for file in files]
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, file in zip(names, files, strict=True):
                archive.write(file, name)
    else:
        with tarfile.open(path, "w:gz" if kind == "tgz" else "w:") as tar:
            for name, file in zip(names, files, strict=True):
                tar.add(file, name)
    return path


@pytest.mark.parametrize("kind", ["zip", "tar", "tgz"])
def test_from_a_packed_copy(kind: str, archive: Path, whole: Path, tmp_path: Path) -> None:
    complete(archive, Wish("all", (packed(kind, tmp_path),)))
    assert files_of(archive) == files_of(whole)


def test_a_hard_link_in_a_tar_is_the_file_that_it_leads_to(archive: Path, whole: Path, tmp_path: Path) -> None:
    """As tar packs files that have several names: the file once, then links, here one to a link."""
    first, second = "2024/03/interview-provost.mp3", "2024/03/episode-12.mp3"
    with tarfile.open(tmp_path / "uploads.tar", "w") as tar:
        for file in sorted(UPLOADS.rglob("*")):
            name = file.relative_to(UPLOADS).as_posix()
            if file.is_file() and name not in (first, second):
                tar.add(file, name)
        tar.add(UPLOADS / first, "kept.mp3")
        tar.addfile(link(tarfile.LNKTYPE, second, "kept.mp3"))
        tar.addfile(link(tarfile.LNKTYPE, first, second))
    complete(archive, Wish("all", (tmp_path / "uploads.tar",)))
    assert files_of(archive) == files_of(whole)


def link(kind: bytes, name: str, target: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


@pytest.mark.parametrize("target", ["outside.jpg", "../outside.jpg", "/etc/hostname", "2024/03/photo.jpg", "gone.jpg"])
@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, b"zip"])
def test_a_link_that_leads_elsewhere_is_no_file(
    kind: bytes, target: str, archive: Path, tmp_path: Path, no_network: None
) -> None:
    (tmp_path / "outside.jpg").write_bytes(png())
    name = "2024/03/photo.jpg"
    if kind == b"zip":
        with zipfile.ZipFile(tmp_path / "uploads", "w") as packed_files:
            member = zipfile.ZipInfo(name)
            member.external_attr = 0o120777 << 16
            packed_files.writestr(member, png())
    else:
        with tarfile.open(tmp_path / "uploads", "w") as tar:
            tar.addfile(link(kind, name, target))
    complete(archive, Wish("all", (tmp_path / "uploads",)))
    assert entry(archive, name)["status"] == "missing"
    assert not (archive / "media/2024/03/photo.jpg").exists()


def test_from_a_copy_of_the_whole_site(archive: Path, whole: Path, tmp_path: Path) -> None:
    shutil.copytree(UPLOADS, tmp_path / "site" / "wp-content" / "uploads")
    complete(archive, Wish("all", (tmp_path / "site",)))
    assert files_of(archive) == files_of(whole)


def test_what_is_in_a_copy_needs_no_network(archive: Path, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_arguments: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)
    complete(archive, ALL)
    assert files_of(archive) == files_of(whole)
