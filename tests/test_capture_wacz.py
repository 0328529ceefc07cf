"""WACZ packages: WARC files read where they lie in the ZIP, checked against the package's own list."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.errors import SourceError
from migrator.sources.capture.capture import open_capture
from tests.captures import packed, page

FIRST = packed([page(f"a{n}") for n in range(4)])
SECOND = packed([page(f"b{n}") for n in range(4)])


def package(path: Path, *, method: int = ZIP_STORED, listed: bytes = FIRST) -> Path:
    """A package as browsertrix makes it; `listed` is what its list says of the first WARC file."""
    resources = [
        {
            "name": name,
            "path": f"archive/{name}",
            "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
            "bytes": len(data),
        }
        for name, data in (("a.warc.gz", listed), ("b.warc.gz", SECOND))
    ]
    described = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
    with ZipFile(path, "w") as file:
        file.writestr("archive/a.warc.gz", FIRST, method)
        file.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n', ZIP_DEFLATED)
        file.writestr("archive/b.warc.gz", SECOND, method)
        file.writestr("datapackage.json", described, ZIP_DEFLATED)
        file.writestr("datapackage-digest.json", json.dumps(digest), ZIP_DEFLATED)
    return path


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED])
def test_the_files_in_a_package_are_read_in_order_and_by_place(tmp_path: Path, method: int) -> None:
    capture = open_capture([package(tmp_path / "site.wacz", method=method)])
    visits = list(capture.visits())
    assert [visit.url[-3:-1] for visit in visits] == ["a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"]
    assert [visit.place.file for visit in visits if visit.place][3:5] == [
        "site.wacz/archive/a.warc.gz",
        "site.wacz/archive/b.warc.gz",
    ]
    assert visits[4].place is not None
    assert visits[4].place.offset == 0
    assert [capture.visit(visit.place) for visit in reversed(visits) if visit.place] == visits[::-1]
    assert capture.repairs == ()


def test_a_file_that_is_not_as_the_package_says_is_told(tmp_path: Path) -> None:
    capture = open_capture([package(tmp_path / "site.wacz", listed=b"else")])
    assert len(list(capture.visits())) == 8
    (entry,) = capture.repairs
    assert (entry.rule, entry.where) == ("capture.package", "site.wacz/archive/a.warc.gz")


def test_a_list_that_is_not_as_its_digest_says_is_told(tmp_path: Path) -> None:
    path = package(tmp_path / "site.wacz")
    with ZipFile(path) as file:
        contents = {name: file.read(name) for name in file.namelist()}
    contents["datapackage.json"] = contents["datapackage.json"].replace(b"1.1.1", b"1.1.2")
    del contents["archive/b.warc.gz"]
    with ZipFile(path, "w") as file:
        for name, data in contents.items():
            file.writestr(name, data)
    capture = open_capture([path])
    assert len(list(capture.rows())) == 4
    assert [entry.where for entry in capture.repairs] == ["site.wacz/datapackage.json", "site.wacz/archive/b.warc.gz"]


def test_a_package_cut_short_gives_what_is_whole_in_it(tmp_path: Path) -> None:
    path = package(tmp_path / "site.wacz")
    path.write_bytes(path.read_bytes()[: 40 + len(FIRST) + len(SECOND)])
    capture = open_capture([path])
    visits = list(capture.visits())
    assert [visit.url[-3:-1] for visit in visits[:4]] == ["a0", "a1", "a2", "a3"]
    assert len(visits) >= 7
    assert [capture.visit(visit.place) for visit in visits if visit.place] == visits
    assert {entry.rule for entry in capture.repairs} >= {"capture.package", "capture.damaged"}


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.sampled_from([ZIP_STORED, ZIP_DEFLATED]))
def test_no_fault_in_a_package_ends_the_reading(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, method: int
) -> None:
    path = package(tmp_path_factory.mktemp("fault") / "site.wacz", method=method)
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 9)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    try:
        capture = open_capture([path])
    except SourceError as error:
        assert "site.wacz" in str(error)
        return
    visits = list(capture.visits())
    assert len(visits) == 8 or capture.repairs


def test_a_zip_that_is_no_package_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "x.wacz", "w") as file:
        file.writestr("a.txt", "x")
    with pytest.raises(SourceError, match=r"x\.wacz: no WARC or ARC record"):
        open_capture([tmp_path / "x.wacz"])
