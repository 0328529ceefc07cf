"""The index of a capture, and the capture as one file: a reader finds each answer, and nothing is altered."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from warcio.archiveiterator import ArchiveIterator

from migrator.crawl import cdxj, wacz
from migrator.crawl.cdxj import index, surt
from migrator.crawl.wacz import PageEntry, pack
from migrator.crawl.warc import Writer
from migrator.errors import ArchiveError
from tests.crawl.fetching import answered

SITE = "https://www.site.example"
PAGES = [
    PageEntry(f"{SITE}/a/", "2024-04-10T12:00:00Z", "Spring at the pönd", "The ducks are back."),
    PageEntry(f"{SITE}/b/", "2024-04-10T12:00:00Z"),
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with Writer(tmp_path, name="site", largest=6000) as warc:
        for path in ("b/", "a/", "", "?p=12", "c/"):
            warc.write(
                answered(f"{SITE}/{path}", b"<p>" + path.encode() * 2000, Content_Type="text/html; charset=utf-8")
            )
        warc.write(answered(f"{SITE}/d/", b"<p>" + b"c/" * 2000))
        warc.write(answered(f"{SITE}/gone/", b"", status=404))
        warc.write(answered(f"{SITE}/a/", b"", status=304))
    return tmp_path


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://example.com", "com,example)/"),
        ("http://www2.Example.com/A/B/?b=2&a=1", "com,example)/a/b?a=1&b=2"),
        ("https://example.com:8080/x//y/", "com,example:8080)/x/y"),
        ("http://example.com:80/", "com,example)/"),
        ("https://example.com:443/a?", "com,example)/a"),
        ("https://example.com/?p=12#top", "com,example)/?p=12"),
        ("https://example.com/caf%C3%A9/", "com,example)/caf%c3%a9"),
        ("https://user:pw@example.com/a", "com,example)/a"),
        ("http://127.0.0.1:8081/a/", "1,0,0,127:8081)/a"),
        ("http://[::1]:80/a", "::1)/a"),
        ("https://www.com/", "com)/"),
        ("https://wwwx.example.com/", "com,example,wwwx)/"),
        ("https://example.com/?a&b=", "com,example)/?a&b="),
        ("urn:export", "urn:export"),
    ],
)
def test_addresses_as_they_are_sorted(url: str, key: str) -> None:
    """As the Wayback machine's own `surt` writes them."""
    assert surt(url) == key


def rows(path: Path) -> list[tuple[str, str, dict[str, str]]]:
    return [(key, stamp, json.loads(text)) for key, stamp, text in map(parts, path.read_text("utf-8").splitlines())]


def parts(line: str) -> list[str]:
    return line.split(" ", 2)


def test_the_index_leads_to_each_answer(archive: Path) -> None:
    path = index(archive)
    assert path == archive / "capture/index.cdxj"
    found = rows(path)
    assert [key for key, _, _ in found] == [
        f"example,site)/{path}" for path in ("", "?p=12", "a", "b", "c", "d", "gone")
    ]
    for _, stamp, row in found:
        with (archive / "capture" / row["filename"]).open("rb") as file:
            file.seek(int(row["offset"]))
            record = next(ArchiveIterator(BytesIO(file.read(int(row["length"])))))
        assert record.rec_headers["WARC-Target-URI"] == row["url"]
        assert record.rec_headers["WARC-Payload-Digest"] == row["digest"]
        assert stamp == "20240410120000"
    told = {row["url"].removeprefix(SITE): (row["mime"], row["status"]) for _, _, row in found}
    assert told["/a/"] == ("text/html", "200")
    assert told["/d/"] == ("warc/revisit", "200")
    assert told["/gone/"] == ("unk", "404")


def test_the_index_is_sorted_by_its_bytes(archive: Path) -> None:
    lines = index(archive).read_bytes().splitlines()
    assert lines == sorted(lines)


def test_what_is_in_the_index_is_not_read_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = index(archive).read_bytes()
    read: list[int] = []
    real = cdxj._lines

    def counted(path: Path, start: int) -> Iterator[bytes]:
        for line in real(path, start):
            read.append(start)
            yield line

    monkeypatch.setattr(cdxj, "_lines", counted)
    assert index(archive).read_bytes() == first
    assert read == []
    with Writer(archive, name="site") as warc:
        warc.write(answered(f"{SITE}/e/", b"<p>e"))
    lines = index(archive).read_bytes()
    assert len(read) == 1
    (archive / "capture/index.cdxj").unlink()
    assert index(archive).read_bytes() == lines


def test_a_torn_record_is_not_indexed(archive: Path) -> None:
    lines = index(archive).read_text("utf-8").splitlines(keepends=True)
    last = max(rows(archive / "capture/index.cdxj"), key=lambda row: (row[2]["filename"], int(row[2]["offset"])))[2]
    path, end = archive / "capture" / last["filename"], int(last["offset"]) + int(last["length"])
    data = path.read_bytes()[:end]
    for cut in range(int(last["offset"]) - 5, end, 9):
        path.write_bytes(data[:cut])
        (archive / "capture/index.cdxj").unlink()
        assert index(archive).read_text("utf-8").splitlines(keepends=True) == [
            line for line in lines if last["url"] not in line
        ]


def members(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as file:
        assert file.testzip() is None
        return {info.filename: file.read(info) for info in file.infolist()}


def described(found: dict[str, bytes]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(found["datapackage.json"])
    return told


def test_a_package(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "site.wacz"
    pack(archive, out, PAGES)
    found = members(out)
    captured = {f"archive/{path.name}": path.read_bytes() for path in (archive / "capture").glob("*.warc.gz")}
    assert len(captured) > 1
    assert {name: data for name, data in found.items() if name.startswith("archive/")} == captured
    told = described(found)
    assert (told["profile"], told["wacz_version"], told["created"]) == (
        "data-package",
        "1.1.1",
        "2024-04-10T12:00:00Z",
    )
    own = {"datapackage.json", "datapackage-digest.json"}
    assert {row["path"]: (row["hash"], row["bytes"]) for row in told["resources"]} == {
        name: (f"sha256:{sha256(data).hexdigest()}", len(data)) for name, data in found.items() if name not in own
    }
    assert json.loads(found["datapackage-digest.json"]) == {
        "path": "datapackage.json",
        "hash": f"sha256:{sha256(found['datapackage.json']).hexdigest()}",
    }


def test_what_is_read_at_random_is_stored(archive: Path, tmp_path: Path) -> None:
    pack(archive, tmp_path / "site.wacz", PAGES)
    with ZipFile(tmp_path / "site.wacz") as file:
        stored = {info.filename for info in file.infolist() if info.compress_type == ZIP_STORED}
    assert {name for name in stored if not name.startswith("archive/")} == {"indexes/index.cdx.gz"}


def test_pages(archive: Path, tmp_path: Path) -> None:
    pack(archive, tmp_path / "site.wacz", iter(PAGES))
    head, first, second = map(json.loads, members(tmp_path / "site.wacz")["pages/pages.jsonl"].splitlines())
    assert head == {"format": "json-pages-1.0", "id": "pages", "title": "All pages", "hasText": True}
    assert first.pop("id") != second.pop("id")
    assert first == {
        "url": f"{SITE}/a/",
        "ts": "2024-04-10T12:00:00Z",
        "title": "Spring at the pönd",
        "text": "The ducks are back.",
    }
    assert second == {"url": f"{SITE}/b/", "ts": "2024-04-10T12:00:00Z"}


def test_the_packed_index_is_found_by_its_list(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wacz, "LINES_TOGETHER", 3)
    pack(archive, tmp_path / "site.wacz", PAGES)
    found = members(tmp_path / "site.wacz")
    meta, *listed = found["indexes/index.idx"].decode().splitlines()
    assert parts(meta)[:2] == ["!meta", "0"]
    assert len(listed) == 3
    packed, lines = found["indexes/index.cdx.gz"], b""
    for line in listed:
        key, stamp, text = parts(line)
        where = json.loads(text)
        piece = packed[where["offset"] : where["offset"] + where["length"]]
        assert where["digest"] == f"sha256:{sha256(piece).hexdigest()}"
        assert gzip.decompress(piece).startswith(f"{key} {stamp} {{".encode())
        lines += gzip.decompress(piece)
    assert lines == (archive / "capture/index.cdxj").read_bytes()


def test_the_same_capture_is_the_same_file(archive: Path, tmp_path: Path) -> None:
    for name in ("one.wacz", "two.wacz"):
        pack(archive, tmp_path / name, PAGES)
    assert (tmp_path / "one.wacz").read_bytes() == (tmp_path / "two.wacz").read_bytes()


def test_no_capture(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no capture"):
        pack(tmp_path, tmp_path / "site.wacz", [])


def test_nowhere_to_write(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="can't be written"):
        pack(archive, tmp_path / "missing" / "site.wacz", PAGES)


def test_no_half_a_package(archive: Path, tmp_path: Path) -> None:
    def broken() -> Iterator[PageEntry]:
        yield PAGES[0]
        raise OSError(28, "No space left on device")

    with pytest.raises(ArchiveError, match="No space left"):
        pack(archive, tmp_path / "site.wacz", broken())
    assert not list(tmp_path.glob("site.wacz*"))
