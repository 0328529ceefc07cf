"""Files of a capture: found by address, latest good visit first; a copy only where nobody has the original."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from migrator.archive.check import check
from migrator.errors import SourceError
from migrator.media import complete
from migrator.media.captured import file_key
from migrator.media.wish import Wish
from tests.command_line import Invoke
from tests.media.gazette import GAZETTE, SITE, UPLOADS, convert, entry, some
from tests.pictures import png
from tests.server import files_below, serving
from tests.test_run import files_of

PHOTO = "2024/03/photo.jpg"
ADDRESS = f"{SITE}/wp-content/uploads/{PHOTO}"
DATA = (UPLOADS / PHOTO).read_bytes()


class Answer(NamedTuple):
    """What a server once said."""

    url: str
    body: bytes
    status: str = "200 OK"
    type: str = "image/jpeg"
    time: str = "2024-04-10T09:30:00Z"
    packed: bool = False


def warc(path: Path, *answers: Answer) -> Path:
    """Write a WARC file as crawlers do."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for answer in answers:
            headers = [("Content-Type", answer.type), *([("Content-Encoding", "gzip")] if answer.packed else [])]
            record = writer.create_warc_record(
                answer.url,
                "response",
                payload=BytesIO(gzip.compress(answer.body) if answer.packed else answer.body),
                http_headers=StatusAndHeaders(answer.status, headers, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": answer.time},
            )
            writer.write_record(record)
    return path


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette without media."""
    archive = tmp_path_factory.mktemp("bare") / "archive"
    convert(archive)
    return archive


@pytest.fixture
def archive(bare: Path, tmp_path: Path) -> Iterator[Path]:
    yield Path(shutil.copytree(bare, tmp_path / "archive"))


def had(archive: Path, *answers: Answer) -> bytes:
    """What is in the archive for the photo, with nothing but a capture to take it from; b"" if it is missing."""
    complete(archive, Wish("all", captures=(warc(archive.parent / "site.warc.gz", *answers),)))
    assert {finding.kind for finding in check(archive)} <= {"missing"}
    told = entry(archive, PHOTO)
    return (archive / told["path"]).read_bytes() if told["status"] == "fetched" else b""


def test_a_whole_site(archive: Path, tmp_path: Path, no_network: None) -> None:
    """The same bytes as from a copy of the uploads."""
    files = (file for file in sorted(UPLOADS.rglob("*")) if file.is_file())
    answers = (Answer(f"{SITE}/wp-content/uploads/{file.relative_to(UPLOADS)}", file.read_bytes()) for file in files)
    path = warc(tmp_path / "site.warc.gz", *answers)
    copy = Path(shutil.copytree(archive, tmp_path / "copy"))
    complete(archive, Wish("all", captures=(path,)))
    complete(copy, Wish("all", (UPLOADS,)))
    assert files_of(archive) == files_of(copy)
    assert check(archive) == []


@pytest.mark.parametrize(
    "url",
    [
        ADDRESS,
        ADDRESS.replace("https", "http"),
        ADDRESS.replace("gazette.", "www.gazette."),
        ADDRESS.replace("photo.jpg", "ph%6Fto.jpg"),
        ADDRESS + "?ver=6.1",
        ADDRESS + "?utm_source=feed",
        ADDRESS + "?w=300",
        ADDRESS.replace("photo.jpg", "photo-300x200.jpg"),
        f"https://i0.wp.com/gazette.example.edu/wp-content/uploads/{PHOTO}?resize=300%2C200&ssl=1",
    ],
)
def test_addresses_that_are_the_file_s(url: str, archive: Path, no_network: None) -> None:
    assert had(archive, Answer(url, DATA)) == DATA
    assert entry(archive, PHOTO)["chosen"] == url


@pytest.mark.parametrize(
    "answer",
    [
        Answer(ADDRESS.replace("photo.jpg", "Photo.jpg"), DATA),
        Answer(ADDRESS.replace("2024/03", "2024/04"), DATA),
        Answer(ADDRESS.replace("gazette.", "other."), DATA),
        Answer(ADDRESS, DATA, status="404 Not Found"),
        Answer(ADDRESS, b"<!doctype html><title>Gone</title>", type="text/html"),
        Answer(ADDRESS, b"<!doctype html><title>Gone</title>"),
        Answer(ADDRESS, b""),
    ],
)
def test_visits_that_are_none(answer: Answer, archive: Path, no_network: None) -> None:
    assert had(archive, answer) == b""


def test_the_latest_good_visit_counts(archive: Path, no_network: None) -> None:
    old, new = png(seed=1), png(seed=2)
    answers = (
        Answer(ADDRESS, new, time="2024-03-01T00:00:00Z"),
        Answer(ADDRESS, old, time="2014-03-01T00:00:00Z"),
        Answer(ADDRESS, b"<!doctype html><p>Parked", time="2025-03-01T00:00:00Z"),
    )
    assert had(archive, *answers) == new


def test_the_original_outranks_copies_however_old(archive: Path, no_network: None) -> None:
    copy, small = ADDRESS.replace("photo.jpg", "photo-300x200.jpg"), f"{ADDRESS}?w=300"
    answers = [
        Answer(small, png(seed=1)),
        Answer(copy, png(seed=2)),
        Answer(ADDRESS, DATA, time="2001-01-01T00:00:00Z"),
    ]
    assert had(archive, *answers) == DATA


def test_the_largest_copy_is_the_best(archive: Path, no_network: None) -> None:
    small, large = (ADDRESS.replace("photo.jpg", f"photo-{size}.jpg") for size in ("150x150", "768x512"))
    assert had(archive, Answer(large, DATA), Answer(small, png())) == DATA


def test_a_body_that_was_sent_packed(archive: Path, no_network: None) -> None:
    assert had(archive, Answer(ADDRESS, DATA, packed=True)) == DATA


def test_a_file_that_was_cut_yields_to_a_whole_one(archive: Path, no_network: None) -> None:
    cut = Answer(ADDRESS, DATA[:-400], time="2025-01-01T00:00:00Z")
    assert had(archive, cut, Answer(ADDRESS, DATA)) == DATA


def test_copies_captures_and_the_network_in_this_order(archive: Path, tmp_path: Path, bare: Path) -> None:
    """Each has the photo in other bytes, the network alone has all; a capture's copy yields to its original."""
    with serving() as server:
        server.fallback = files_below(UPLOADS, "/wp-content/uploads/")
        source = tmp_path / "local.xml"
        export = GAZETTE.read_text("utf-8")
        source.write_text(export.replace(SITE, server.url), "utf-8")
        first, second = png(seed=1), png(seed=2)
        uploads = some(tmp_path / "uploads", "2024/03/march-0322.jpg")
        (uploads / "2024/03/march-0322.jpg").write_bytes(first)
        at = f"{server.url}/wp-content/uploads/2024/03"
        path = warc(
            tmp_path / "site.warc.gz",
            Answer(f"{at}/march-0322.jpg", second),
            Answer(f"{at}/fair-1.jpg", second),
            Answer(f"{at}/photo-300x200.jpg", second),
        )
        wish = Wish("all", (uploads,), private=True, captures=(path,))
        convert(tmp_path / "made", wish, source)
    media = tmp_path / "made" / "media" / "2024" / "03"
    assert (media / "march-0322.png").read_bytes() == first
    assert (media / "fair-1.png").read_bytes() == second
    assert (media / "photo.jpg").read_bytes() == DATA


def test_on_the_command_line(migrator: Invoke, archive: Path, tmp_path: Path, no_network: None) -> None:
    path = warc(tmp_path / "site.warc.gz", Answer(ADDRESS, DATA))
    said = migrator("media", archive, "--media", "referenced", "--capture", path)
    assert said.code == 1
    assert "1 came in" in said.err
    said = migrator("media", archive, "--media", "all", "--capture", tmp_path / "nowhere.warc")
    assert (said.code, "nowhere.warc: there is no such capture" in said.err) == (2, True)


def test_a_capture_that_is_none(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "site.warc.gz").write_bytes(b"no record")
    with pytest.raises(SourceError, match=r"site\.warc\.gz"):
        complete(archive, Wish("all", captures=(tmp_path / "site.warc.gz",)))
    assert check(archive) == []


def test_keys() -> None:
    assert file_key("http://www.gazette.example.edu/a%20b.jpg?b=1&a=2") == ("gazette.example.edu/a b.jpg", "a=2&b=1")
