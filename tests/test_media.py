"""Media of a whole archive: from wherever they come and in whatever order, the same bytes; gaps are told."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from migrator.archive.check import check
from migrator.archive.report import Report
from migrator.errors import ArchiveError, Interrupted, UsageError
from migrator.extensions import extension_of
from migrator.media import complete, has_media, recall
from migrator.media.documents import Texts, amended
from migrator.media.report import missing_csv
from migrator.media.state import FOLDER, File
from migrator.media.store import proven
from migrator.media.wish import Wanted, Wish
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source
from tests.pictures import png
from tests.server import Request, Server, files_below, serving
from tests.test_run import files_of

ROOT = Path(__file__).parent.parent
GAZETTE = ROOT / "fixtures" / "gazette" / "export.xml"
UPLOADS = ROOT / "fixtures" / "gazette" / "uploads"
SITE = "https://gazette.example.edu"
MISSING = "2024/03/march-0322.jpg"
ALL = Wish("all", (UPLOADS,))


def convert(archive: Path, wish: Wish | None = None, source: Path = GAZETTE) -> Report:
    how = How(complete=lambda folder: complete(folder, wish)) if wish else How()
    return run(open_source([source]), archive, Options(), how)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette without media."""
    archive = tmp_path_factory.mktemp("bare") / "archive"
    convert(archive)
    return archive


@pytest.fixture(scope="module")
def whole(bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette with all media, which came at once."""
    archive = Path(shutil.copytree(bare, tmp_path_factory.mktemp("whole") / "archive"))
    complete(archive, ALL)
    return archive


@pytest.fixture
def archive(bare: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bare, tmp_path / "archive"))


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


# What is there then


def test_the_archive_is_sound(whole: Path) -> None:
    assert check(whole) == []


def test_documents_refer_to_the_files(whole: Path) -> None:
    path = next(whole.rglob("trustees-approve*.md"))
    page, record = path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_bytes())
    assert 'image: "../../../../media/' in page
    assert f"{SITE}/wp-content/uploads" not in record["content"]["html"]
    for use in record["media"]:
        assert (whole / use["path"]).is_file()
    for src in [part.partition('"')[0] for part in record["content"]["html"].split('src="')[1:]]:
        assert (path.parent / src).is_file()


def test_media_json_tells_all_of_a_file(whole: Path) -> None:
    told = entry(whole, "2024/03/IMG_20240322_151033-scaled.jpg")
    assert told["path"] == told["place"] == "media/2024/03/IMG_20240322_151033.jpg"
    assert (told["width"], told["height"], told["type"]) == (2800, 1400, "image/jpeg")
    assert told["bytes"] == (whole / told["path"]).stat().st_size
    assert (told["status"], told["tries"], told["error"]) == ("fetched", 0, "")
    assert told["chosen"] == f"{SITE}/wp-content/uploads/2024/03/IMG_20240322_151033.jpg"


def test_same_bytes_are_kept_once(whole: Path) -> None:
    first, second = entry(whole, "2024/03/interview-provost.mp3"), entry(whole, "2024/03/episode-12.mp3")
    assert first["sha256"] == second["sha256"]
    assert second["path"] == first["path"] == "media/2024/03/interview-provost.mp3"
    assert not (whole / "media/2024/03/episode-12.mp3").exists()
    assert "episode-12.mp3" not in next(whole.rglob("radio.md")).read_text("utf-8")


def test_no_copy_lies_beside_its_original(whole: Path) -> None:
    assert not list((whole / "media").rglob("photo-300x200.jpg"))


def test_what_is_wanted(bare: Path, tmp_path: Path) -> None:
    unused = f"{SITE}/wp-content/uploads/2012/05/never-used.jpg"
    statuses = {}
    for extent in ("none", "referenced", "all"):
        archive = Path(shutil.copytree(bare, tmp_path / extent))
        complete(archive, Wish(extent, (UPLOADS,)))
        statuses[extent] = media_of(archive)[unused]["status"]
        assert has_media(archive) == (extent != "none")
    assert statuses == {"none": "unfetched", "referenced": "unfetched", "all": "fetched"}


def test_files_of_other_sites_stay_there(whole: Path) -> None:
    assert media_of(whole)["https://images.example.net/external.jpg"]["status"] == "linked"


def test_addresses_of_copies_are_told(bare: Path) -> None:
    seen = entry(bare, "2024/03/photo.jpg")["seen"]
    assert f"{SITE}/wp-content/uploads/2024/03/photo-300x200.jpg" in seen
    assert any(".wp.com/" in address for value in media_of(bare).values() for address in value["seen"])


# The same bytes, however they come


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


def test_with_the_conversion_or_after_it(whole: Path, tmp_path: Path) -> None:
    convert(tmp_path / "archive", ALL)
    assert files_of(tmp_path / "archive") == files_of(whole)


def offline(uploads: Path) -> Wish:
    return Wish("all", (uploads,))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*_arguments: object, **_more: object) -> None:
        raise socket.gaierror("no network")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr("migrator.media.fetch.BACK_OFF", 0.001)


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
        assert (archive / "changed/media/2024/03" / number).read_bytes() == data
        assert check(archive) == []
    shutil.rmtree(archive / "changed")
    assert files_of(archive) == files_of(whole)


def test_a_changed_file_that_cant_be_had_again_is_a_gap(whole: Path, tmp_path: Path, no_network: None) -> None:
    archive = Path(shutil.copytree(whole, tmp_path / "archive"))
    tampered(archive)
    assert complete(archive, Wish("all")).missing == 1
    assert entry(archive, "2024/03/photo.jpg")["status"] == "missing"
    assert complete(archive, Wish("all")).missing == 1
    complete(archive, ALL)
    shutil.rmtree(archive / "changed")
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
    shutil.rmtree(archive / "changed")
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


# The network


@pytest.fixture(scope="module")
def served() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def local(served: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette's export, as if the site were at the test's server."""
    export = tmp_path_factory.mktemp("local") / "export.xml"
    export.write_text(GAZETTE.read_text("utf-8").replace(SITE, served.url), "utf-8")
    return export


@pytest.fixture(scope="module")
def local_bare(local: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its archive without media."""
    archive = tmp_path_factory.mktemp("local") / "archive"
    convert(archive, None, local)
    return archive


@pytest.fixture(scope="module")
def local_whole(local_bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its archive with all media, from a folder."""
    archive = Path(shutil.copytree(local_bare, tmp_path_factory.mktemp("local") / "whole"))
    complete(archive, ALL)
    return archive


@pytest.fixture
def there(local_bare: Path, tmp_path: Path) -> Path:
    """A copy of its archive without media."""
    return Path(shutil.copytree(local_bare, tmp_path / "archive"))


@pytest.fixture
def server(served: Server) -> Server:
    served.answers.clear()
    served.seen.clear()
    served.fallback = files_below(UPLOADS, "/wp-content/uploads/")
    return served


def test_from_the_network_or_a_folder(server: Server, there: Path, local_whole: Path) -> None:
    assert not server.seen
    complete(there, Wish("all", private=True))
    assert files_of(there) == files_of(local_whole)
    assert max(server.seen.values()) == 1


def test_the_network_gives_what_a_copy_has_not(server: Server, there: Path, local_whole: Path, tmp_path: Path) -> None:
    part = some(tmp_path / "part", "2024/03/photo.jpg", "2024/03/rally.mp4")
    complete(there, Wish("all", (part,), private=True))
    assert files_of(there) == files_of(local_whole)
    assert "/wp-content/uploads/2024/03/photo.jpg" not in server.seen


def test_the_site_is_no_exception_from_the_rule_for_private_networks(
    server: Server, local: Path, tmp_path: Path
) -> None:
    report = convert(tmp_path / "archive", Wish("referenced"), local)
    assert report.exit_code == 1
    assert not server.seen
    assert report.media is not None
    assert {error for _, error in report.media.gaps} == {"127.0.0.1 is an address of a private network"}


def test_the_largest_copy_where_the_original_is_gone(server: Server, there: Path) -> None:
    folder = "/wp-content/uploads/2024/03"
    server.answers |= {
        f"{folder}/photo.jpg": gone,
        f"{folder}/photo-768x512.jpg": lambda request: request.send(png(768, 512)),
    }
    complete(there, Wish("referenced", private=True))
    told = media_of(there)[f"{server.url}{folder}/photo.jpg"]
    assert told["chosen"] == f"{server.url}{folder}/photo-768x512.jpg"
    assert (told["path"], told["place"]) == ("media/2024/03/photo.png", "media/2024/03/photo.jpg")
    assert (told["width"], told["height"], told["type"]) == (768, 512, "image/png")
    assert check(there) == []


def test_files_of_other_sites_on_request(server: Server, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every host's name leads to the test's server here, which speaks no TLS."""
    here = [(socket.AF_INET, ("127.0.0.1", server.server_port))]
    monkeypatch.setattr("migrator.media.addresses.resolved", lambda _host, _port: here)
    monkeypatch.setattr("migrator.media.fetch.BACK_OFF", 0.001)
    server.answers["/divi.jpg"] = lambda request: request.send(png(seed=5))
    server.requests.clear()
    wish = Wish("referenced", (UPLOADS,), remote=True, headers={"Cookie": "secret"}, private=True)
    report = complete(archive, wish)
    told = media_of(archive)["http://example.com/divi.jpg"]
    assert told["status"] == "fetched"
    assert told["path"].startswith("media/elsewhere/example-com/divi-")
    assert told["path"].endswith(".png")
    assert ("images.example.net", "the host can't be reached") in report.gaps
    assert server.requests
    assert not any("Cookie" in headers for _, headers in server.requests)


def gone(request: Request) -> None:
    request.send(b"", status=404)


def test_what_failed_comes_later(server: Server, there: Path, local_whole: Path) -> None:
    path = f"/wp-content/uploads/{MISSING}"
    for name in (path, *(path.replace(".jpg", f"-{size}.jpg") for size in ("1536x1024", "1568x1046"))):
        server.answers[name] = gone
    report = complete(there, Wish("all", private=True))
    assert (report.missing, report.gaps) == (1, {(server.url.removeprefix("http://"), "404 Not Found"): 1})
    assert media_of(there)[server.url + path]["tries"] == 2
    assert any(server.url + path in page.read_text("utf-8") for page in there.rglob("*.md"))
    server.answers.clear()
    assert complete(there, Wish("all", private=True)).missing == 0
    assert files_of(there) == files_of(local_whole)


def test_ctrl_c_keeps_what_came(server: Server, there: Path, local_whole: Path) -> None:
    def stop(done: int, _total: int, _size: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted, match="migrator media"):
        complete(there, Wish("all", private=True), stop)
    assert {finding.kind for finding in check(there)} == {"unfinished"}
    complete(there, Wish("all", private=True))
    assert sum(server.seen.values()) < 2 * 32 - 10
    assert files_of(there) == files_of(local_whole)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("source", ["network", "folder"])
def test_killed_ten_times_each(source: str, server: Server, there: Path, local_whole: Path) -> None:
    def slowly(request: Request) -> None:
        time.sleep(0.01)
        files_below(UPLOADS, "/wp-content/uploads/")(request)

    server.fallback = slowly
    where = "-" if source == "network" else str(UPLOADS)
    subprocess.run([sys.executable, "-m", "tests.killing", str(there), where, "10", "5"], check=True, cwd=ROOT)
    assert files_of(there) == files_of(local_whole)


# Gaps


def test_gaps_are_told_by_document(archive: Path, tmp_path: Path, no_network: None) -> None:
    names = [path.relative_to(UPLOADS).as_posix() for path in UPLOADS.rglob("*") if path.is_file()]
    report = complete(archive, offline(some(tmp_path / "some", *(name for name in names if name != MISSING))))
    assert report.gaps == {("gazette.example.edu", "the host can't be reached"): 1}
    lines = "".join(missing_csv(archive)).splitlines()
    assert lines[0] == "host,url,error,tries,document,title,path"
    assert len(lines) == 1 + len(entry(archive, MISSING)["used_by"])
    assert all(line.startswith(f"gazette.example.edu,{SITE}/wp-content/uploads/{MISSING},") for line in lines[1:])
    assert all((archive / line.rpartition(",")[2]).is_file() for line in lines[1:])
    assert [finding.kind for finding in check(archive)] == ["missing"]


# Names


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


def test_extensions() -> None:
    assert extension_of("media/2024/03/Photo.JPG") == "jpg"
    assert extension_of("media/elsewhere/example.com/picture-1ad6a973") == ""


def test_a_corrected_name_takes_no_others(archive: Path, tmp_path: Path, no_network: None) -> None:
    """A picture that is none of its extension's must not take the place of one whose name that is."""
    uploads = some(tmp_path / "up")
    (uploads / "2024/03").mkdir(parents=True)
    for seed, name in enumerate(("photo.jpg", "photo-1.jpg", "fair-1.jpg")):
        (uploads / "2024/03" / name).write_bytes(png(seed=seed))
    complete(archive, offline(uploads))
    assert entry(archive, "2024/03/photo.jpg")["path"] == "media/2024/03/photo.png"
    assert entry(archive, "2024/03/photo-1.jpg")["path"] == "media/2024/03/photo-1.png"


def test_what_only_private_documents_show_is_not_public(bare: Path, whole: Path) -> None:
    private = media_of(whole, name="unpublished/media.json") if (whole / "unpublished/media.json").is_file() else {}
    for value in private.values():
        if value["status"] == "fetched":
            public = [other for other in media_of(whole).values() if other["sha256"] == value["sha256"]]
            assert value["path"].startswith("unpublished/media/") or public


def test_what_someone_else_put_there_stays(archive: Path, tmp_path: Path, no_network: None) -> None:
    (archive / "media/2024/03").mkdir(parents=True)
    (archive / "media/2024/03/photo.jpg").write_text("notes of my own")
    complete(archive, ALL)
    assert (archive / "media/2024/03/photo.jpg").read_text() == "notes of my own"
    assert entry(archive, "2024/03/photo.jpg")["path"] == "media/2024/03/photo-2.jpg"


# Documents


def documents(archive: Path) -> Iterator[tuple[str, Texts]]:
    for page in sorted(archive.rglob("*.md")):
        record = page.with_suffix(".json")
        path = page.relative_to(archive).as_posix().removesuffix(".md")
        yield path, Texts(record.read_text("utf-8"), page.read_text("utf-8"))


def test_there_and_back(bare: Path) -> None:
    """A law: documents that refer to files and then no more are what they were, to the byte."""
    changed = 0
    for path, texts in documents(bare):
        places = {use["url"].partition("#")[0]: use["path"] for use in json.loads(texts.record)["media"]}
        there = amended(texts, path, {url: File(place, place, "Ann Poe") for url, place in places.items()}.get)
        assert amended(there, path, {url: File("", place) for url, place in places.items()}.get) == texts, path
        changed += there != texts
    assert changed > 50


CREDITED = {
    ("image", "", ""): ("Ann Poe", "file"),
    ("image", "Jane Doe", "caption"): ("Jane Doe", "caption"),
    ("image", "Kim Lee", "attachment"): ("Kim Lee", "attachment"),
    ("image", "", "attachment"): ("", "attachment"),
    ("image", "Old Name", "file"): ("Ann Poe", "file"),
    ("audio", "", ""): ("", ""),
}
"""Kind, credit and its witness in the record → the same when the file says that Ann Poe made it."""


@pytest.mark.parametrize("before", CREDITED)
def test_a_file_says_who_made_it_where_nothing_else_does(before: tuple[str, str, str]) -> None:
    kind, credit, witness = before
    use = {"url": "a", "path": "media/a", "kind": kind, "credit": credit, "credited_by": witness}
    record = {"media": [use], "featured": None, "excerpt": "", "comments": [], "content": {"html": "<p>x</p>"}}
    found = amended(
        Texts(json.dumps(record), "---\n---\n"), "content/a", lambda _url: File("media/a", "media/a", "Ann Poe")
    )
    use = json.loads(found.record)["media"][0]
    assert (use["credit"], use["credited_by"]) == CREDITED[before]


def test_a_listing_that_shows_an_address_keeps_it() -> None:
    url = f"{SITE}/a.jpg"
    code = f'<pre><code>&lt;img src="{url}"&gt; ![]({url})</code></pre>'
    record = {
        "media": [{"url": url, "path": "media/a.jpg"}],
        "featured": None,
        "excerpt": "",
        "comments": [],
        "content": {"html": f'<p><img src="{url}" alt=""></p>\n{code}'},
    }
    texts = Texts(json.dumps(record), '---\ntitle: "x"\n---\n\n')
    found = amended(texts, "content/a", lambda _url: File("media/a.jpg", "media/a.jpg"))
    html = json.loads(found.record)["content"]["html"]
    assert html == f'<p><img src="../media/a.jpg" alt=""></p>\n{code}'
    assert found.page.endswith(f'![](../media/a.jpg)\n\n```\n<img src="{url}"> ![]({url})\n```\n')


def test_a_document_changed_by_hand_is_left(archive: Path) -> None:
    page = next(archive.rglob("trustees-approve*.md"))
    page.write_text(page.read_text("utf-8") + "\nMy own words.\n", "utf-8")
    report = complete(archive, ALL)
    assert report.left == [page.relative_to(archive).as_posix().removesuffix(".md")]
    assert page.read_text("utf-8").endswith("\nMy own words.\n")
    assert ("manifest", page.relative_to(archive).as_posix()) in {(f.kind, f.path) for f in check(archive)}


# What can't be used


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x03\x04 cut short", b"\x1f\x8b\x08 cut"])
def test_a_copy_that_cant_be_read(archive: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "uploads.zip").write_bytes(content)
    with pytest.raises(UsageError, match=r"can't be read as .+: [^\n]+\Z"):
        complete(archive, Wish("all", (tmp_path / "uploads.zip",)))
    assert check(archive) == []


def test_two_runs_at_once(archive: Path) -> None:
    def again(_done: int, _total: int, _size: int) -> None:
        with pytest.raises(ArchiveError, match="another run"):
            complete(archive, ALL)

    complete(archive, ALL, again)


def test_a_record_that_cant_be_read_is_left(archive: Path, whole: Path) -> None:
    page = next(
        page
        for page in sorted(archive.rglob("*.md"))
        if "](../../" in (whole / page.relative_to(archive)).read_text("utf-8")
    )
    for broken in ("{", "{}", "[]", '{"media": [1], "featured": null, "comments": []}'):
        page.with_suffix(".json").write_text(broken, "utf-8")
        assert complete(archive, ALL).left == [page.relative_to(archive).with_suffix("").as_posix()]
        assert page.with_suffix(".json").read_text("utf-8") == broken


@pytest.mark.parametrize("place", ["../out.jpg", "media/../../out.jpg", "/tmp/out.jpg", "content/posts/out.md"])
@pytest.mark.parametrize("member", ["path", "place"])
def test_no_file_is_put_elsewhere_than_among_media(archive: Path, member: str, place: str) -> None:
    before = (archive / "media.json").read_text("utf-8")
    known = f'"{member}": "media/{MISSING}"'
    assert known in before
    (archive / "media.json").write_text(before.replace(known, f'"{member}": "{place}"'), "utf-8")
    with pytest.raises(ArchiveError, match="is no place for a file"):
        complete(archive, ALL)


def test_many_files_are_looked_up_by_index(archive: Path) -> None:
    state = recall(archive)
    for query in (
        "SELECT 1 FROM file WHERE (path = ?1 OR target = ?1) AND rank IS NOT NULL LIMIT 1",
        "SELECT 1 FROM file WHERE path = ?1 LIMIT 1",
    ):
        plan = " ".join(row[3] for row in state.all(f"EXPLAIN QUERY PLAN {query}", "media/a.jpg"))
        assert "SCAN" not in plan
    state.close()


def test_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is no archive"):
        complete(tmp_path, ALL)
    assert not (tmp_path / FOLDER).exists()
