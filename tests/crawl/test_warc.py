"""The writer of a capture: what is in its records, and what is left of it when it is killed."""

from __future__ import annotations

import gzip
import os
from io import FileIO
from pathlib import Path
from random import Random
from typing import Any

import pytest

from migrator.crawl.cdxj import index
from migrator.crawl.settings import Settings
from migrator.crawl.warc import WORTH_REFERRING, Writer
from migrator.crawl.warc_files import complete, files_of
from migrator.sources.capture.visit import Place
from tests.crawl.fetching import Kept, answered, kept

FIRST = "capture/site-00000.warc.gz"
SITE = "https://site.example"


def page(number: int, size: int = 3000) -> bytes:
    """A page that packs badly, so that there are many bytes to cut at."""
    return b"<p>" + Random(number).randbytes(size) + b"</p>"


def write(folder: Path, numbers: range, **given: object) -> list[Place]:
    """Write some pages in one run."""
    with Writer(folder, name="site", **given) as warc:  # type: ignore[arg-type]
        return [
            warc.write(answered(f"{SITE}/{number}", page(number)), road="rest", via=f"{SITE}/") for number in numbers
        ]


def urls(records: list[Kept], kind: str = "response") -> list[str]:
    return [record.url.rpartition("/")[2] for record in records if record.kind == kind]


def test_a_group(tmp_path: Path) -> None:
    (place,) = write(tmp_path, range(1))
    info, request, metadata, response = kept(tmp_path / FIRST)
    assert [info.kind, request.kind, metadata.kind, response.kind] == ["warcinfo", "request", "metadata", "response"]
    assert response.body == page(0)
    assert response.headers["WARC-Date"] == "2024-04-10T12:00:00Z"
    assert response.headers["WARC-Payload-Digest"] == place.digest
    identity = response.headers["WARC-Record-ID"]
    assert {record.headers["WARC-Concurrent-To"] for record in (request, metadata)} == {identity}
    assert len({record.headers["WARC-Record-ID"] for record in (info, request, metadata, response)}) == 4
    assert metadata.body == b"via: https://site.example/\r\nroad: rest\r\n"


def test_a_place_is_where_the_answer_lies(tmp_path: Path) -> None:
    places = write(tmp_path, range(3))
    data = (tmp_path / FIRST).read_bytes()
    for number, place in enumerate(places):
        record = gzip.decompress(data[place.offset : place.offset + place.length])
        assert record.startswith(b"WARC/1.1\r\n")
        assert record.endswith(page(number) + b"\r\n\r\n")
    assert places[-1].offset + places[-1].length == len(data)


def test_the_writer_tells_who_it_is(tmp_path: Path) -> None:
    info = {"software": "migrator/1", "robots": "obey", "http-header-user-agent": "migrator/1\r\nX: y", "operator": ""}
    write(tmp_path, range(1), info=info)
    record = kept(tmp_path / FIRST)[0]
    assert record.headers["WARC-Filename"] == "site-00000.warc.gz"
    assert record.body.decode().splitlines() == [
        "format: WARC File Format 1.1",
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "software: migrator/1",
        "robots: obey",
        "http-header-user-agent: migrator/1 X: y",
    ]


def test_without_an_answer_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path, range(0))
    assert files_of(tmp_path) == []


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    with Writer(tmp_path, name="site") as warc:
        for path in "abc":
            warc.write(answered(f"{SITE}/{path}", page(1), Content_Type="text/html"))
    first, second, third = (record for record in kept(tmp_path / FIRST) if record.kind in ("response", "revisit"))
    assert (first.kind, second.kind, third.kind) == ("response", "revisit", "revisit")
    assert second.headers["WARC-Profile"].endswith("/warc/1.1/revisit/identical-payload-digest")
    assert second.headers["WARC-Refers-To-Target-URI"] == f"{SITE}/a"
    assert second.headers["WARC-Refers-To-Date"] == first.headers["WARC-Date"]
    assert second.headers["WARC-Payload-Digest"] == first.headers["WARC-Payload-Digest"]
    assert "Content-Type: text/html" in second.head
    assert second.body == b""


@pytest.mark.parametrize(
    ("size", "whole", "status", "kinds"),
    [
        (WORTH_REFERRING, True, 200, ["response", "revisit"]),
        (WORTH_REFERRING - 1, True, 200, ["response", "response"]),
        (WORTH_REFERRING, False, 200, ["response", "response"]),
        (WORTH_REFERRING, True, 404, ["response", "response"]),
        (0, True, 200, ["response", "response"]),
    ],
)
def test_what_is_worth_referring_to(tmp_path: Path, size: int, whole: bool, status: int, kinds: list[str]) -> None:
    with Writer(tmp_path, name="site") as warc:
        for path in "ab":
            warc.write(answered(f"{SITE}/{path}", b"x" * size, whole=whole, status=status))
    assert [record.kind for record in kept(tmp_path / FIRST) if record.kind in ("response", "revisit")] == kinds


def test_another_run_knows_what_the_index_has(tmp_path: Path) -> None:
    write(tmp_path, range(2))
    index(tmp_path)
    write(tmp_path, range(1, 3))
    assert urls(kept(tmp_path / FIRST), "revisit") == ["1"]
    assert urls(kept(tmp_path / FIRST)) == ["0", "1", "2"]
    assert urls(kept(tmp_path / FIRST), "warcinfo") == ["", ""]


def test_not_modified_refers_to_what_was_written_in_full(tmp_path: Path) -> None:
    """Also where that was another address, which had the same before, in another run."""
    with Writer(tmp_path, name="site") as warc:
        for path in "ba":
            warc.write(answered(f"{SITE}/{path}", page(1)))
        warc.write(answered(f"{SITE}/a", b"", status=304))
    index(tmp_path)
    with Writer(tmp_path, name="site") as warc:
        place = warc.write(answered(f"{SITE}/a", b"", status=304))
    records = [record for record in kept(tmp_path / FIRST) if record.kind in ("response", "revisit")]
    assert [record.headers.get("WARC-Refers-To-Target-URI") for record in records] == [None, *[f"{SITE}/b"] * 3]
    assert place.digest == records[0].headers["WARC-Payload-Digest"]


def test_not_modified_without_an_original(tmp_path: Path) -> None:
    with Writer(tmp_path, name="site") as warc:
        place = warc.write(answered(f"{SITE}/a", b"", status=304))
    record = kept(tmp_path / FIRST)[-1]
    assert (record.kind, place.digest) == ("revisit", "")
    assert "WARC-Refers-To-Target-URI" not in record.headers


def test_files_have_a_size(tmp_path: Path) -> None:
    places = write(tmp_path, range(6), largest=10_000)
    files = files_of(tmp_path)
    assert files == [f"capture/site-0000{number}.warc.gz" for number in range(len(files))]
    assert len(files) == 3
    assert all((tmp_path / file).stat().st_size <= 10_000 for file in files)
    assert [urls(kept(tmp_path / file)) for file in files] == [["0", "1"], ["2", "3"], ["4", "5"]]
    assert {place.file for place in places} == set(files)
    assert all(kept(tmp_path / file)[0].kind == "warcinfo" for file in files)


def test_one_answer_may_be_larger_than_a_file(tmp_path: Path) -> None:
    write(tmp_path, range(3), largest=1000)
    assert [urls(kept(tmp_path / file)) for file in files_of(tmp_path)] == [["0"], ["1"], ["2"]]


def test_another_run_goes_on_in_the_last_file(tmp_path: Path) -> None:
    write(tmp_path, range(6), largest=10_000)
    before = files_of(tmp_path)
    write(tmp_path, range(6, 8), largest=10_000)
    assert [file for file in files_of(tmp_path) if file not in before] == ["capture/site-00003.warc.gz"]


def test_only_its_own_files_are_touched(tmp_path: Path) -> None:
    (tmp_path / "capture").mkdir()
    for name in ("other-00000.warc.gz", "my-site-00000.warc.gz", "notes.warc.gz"):
        (tmp_path / "capture" / name).write_bytes(b"torn")
    write(tmp_path, range(1))
    assert {path.name for path in (tmp_path / "capture").iterdir() if path.read_bytes() == b"torn"} == {
        "other-00000.warc.gz",
        "my-site-00000.warc.gz",
        "notes.warc.gz",
    }


def ends_of(places: list[Place]) -> dict[str, int]:
    """What a frontier knows: the end of the last place in each file."""
    return {place.file: place.offset + place.length for place in places}


CUTS = sorted(Random(6).sample(range(1, 3900), 40))
"""Bytes that a killed run left of the group that it was writing."""


@pytest.mark.parametrize("from_frontier", [True, False])
def test_a_killed_run_goes_on_with_the_same_bytes(tmp_path: Path, from_frontier: bool) -> None:
    """As if it had been ended in order behind the last complete group."""
    straight, killed = tmp_path / "straight", tmp_path / "killed"
    places = write(straight, range(4))
    end, before = ends_of(places)[FIRST], (straight / FIRST).read_bytes()
    write(straight, range(4, 6))
    whole = (straight / FIRST).read_bytes()
    torn = write(tmp_path / "longer", range(5))[-1]
    longer = (tmp_path / "longer" / FIRST).read_bytes()
    assert longer[:end] == before
    assert torn.offset + torn.length - end > CUTS[-1]
    for cut in CUTS:
        (killed / "capture").mkdir(parents=True, exist_ok=True)
        (killed / FIRST).write_bytes(longer[: end + cut])
        write(killed, range(4, 6), resume_at=ends_of(places) if from_frontier else None)
        assert (killed / FIRST).read_bytes() == whole, cut


def test_all_that_is_complete_is_left_wherever_it_was_cut(tmp_path: Path) -> None:
    places = write(tmp_path, range(6))
    data = (tmp_path / FIRST).read_bytes()
    for cut in Random(7).sample(range(len(data)), 60):
        (tmp_path / FIRST).write_bytes(data[:cut])
        whole = [place.offset + place.length for place in places if place.offset + place.length <= cut]
        with Writer(tmp_path, name="site") as warc:
            left = warc.ends[FIRST]
        assert left == (tmp_path / FIRST).stat().st_size
        if whole:
            assert left == whole[-1]
            assert len(urls(kept(tmp_path / FIRST))) == len(whole)


def test_what_the_frontier_does_not_know_is_cut_off(tmp_path: Path) -> None:
    """A page that was written, but not noted, is fetched again: it must not be there twice."""
    places = write(tmp_path, range(6), largest=10_000)
    write(tmp_path, range(3, 4), resume_at=ends_of(places[:3]))
    assert [urls(kept(tmp_path / file)) for file in files_of(tmp_path)] == [["0", "1"], ["2", "3"]]


def test_less_than_the_frontier_knows_is_told(tmp_path: Path) -> None:
    places = write(tmp_path, range(4))
    os.truncate(tmp_path / FIRST, places[2].offset + 10)
    with Writer(tmp_path, ends_of(places), name="site") as warc:
        assert warc.ends == {FIRST: places[1].offset + places[1].length}


def test_an_index_that_points_behind_the_cut_is_dropped(tmp_path: Path) -> None:
    places = write(tmp_path, range(4))
    index(tmp_path)
    write(tmp_path, range(2, 4), resume_at=ends_of(places[:2]))
    assert urls(kept(tmp_path / FIRST)) == ["0", "1", "2", "3"]


@pytest.mark.parametrize("content", [b"", b"no gzip", gzip.compress(b"no WARC"), b"\0" * 100])
def test_a_file_without_any_record_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "capture").mkdir()
    (tmp_path / FIRST).write_bytes(content)
    write(tmp_path, range(1))
    assert urls(kept(tmp_path / FIRST)) == ["0"]


def test_groups_are_told_from_what_goes_before_their_answer(tmp_path: Path) -> None:
    (place,) = write(tmp_path, range(1))
    data = (tmp_path / FIRST).read_bytes()
    (tmp_path / FIRST).write_bytes(data + data[place.offset - 300 : place.offset])
    assert complete(tmp_path / FIRST) == len(data)


class Full(FileIO):
    """A file on a disk that is full after so many bytes."""

    left = 0

    def write(self, block: Any) -> int:
        if not Full.left:
            raise OSError(28, "No space left on device")
        some = block[: Full.left]
        Full.left -= len(some)
        return super().write(some)


@pytest.mark.parametrize("left", [0, 100, 2000])
def test_what_the_disk_has_no_space_for_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    monkeypatch.setattr("migrator.crawl.warc.FileIO", Full)
    Full.left = 1 << 20
    with Writer(tmp_path, name="site") as warc:
        warc.write(answered(f"{SITE}/0", page(0)))
        Full.left = left
        with pytest.raises(OSError, match="No space left"):
            warc.write(answered(f"{SITE}/1", page(1)))
        assert warc.ends[FIRST] == (tmp_path / FIRST).stat().st_size
        Full.left = 1 << 20
        warc.write(answered(f"{SITE}/1", page(1)))
    assert urls(kept(tmp_path / FIRST)) == ["0", "1"]


def test_a_capture_says_how_it_was_made() -> None:
    settings = Settings(
        site=SITE, contact="archive@library.example", ignore_robots=True, user="editor", password="hush"
    )
    told = settings.described()
    assert (told["robots"], told["operator"]) == ("ignore", "archive@library.example")
    assert told["http-header-user-agent"] == settings.user_agent
    assert "login: yes" in told["description"]
    assert "hush" not in str(told)
    assert "editor" not in str(told)
    assert Settings().described()["robots"] == "obey"
