"""Media of a whole archive: from wherever they come and in whatever order, the same bytes; gaps are told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from migrator.archive.check import check
from migrator.errors import ArchiveError, UsageError
from migrator.extensions import extension_of
from migrator.media import complete, has_media, recall
from migrator.media.report import missing_csv
from migrator.media.state import FOLDER
from migrator.media.wish import Wish
from tests.media.gazette import ALL, MISSING, SITE, UPLOADS, convert, entry, media_of, offline, some
from tests.pictures import png
from tests.test_run import files_of

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


def test_with_the_conversion_or_after_it(whole: Path, tmp_path: Path) -> None:
    convert(tmp_path / "archive", ALL)
    assert files_of(tmp_path / "archive") == files_of(whole)


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
