"""Damaged WARC files: cut, with garbage, with wrong bytes; what of them is read, and what is told."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.sources.capture.capture import open_capture
from tests.captures import page, record, rules, saved

PAGES = [page(f"p{n}") for n in range(6)]
MEMBERS = [gzip.compress(one, mtime=0) for one in PAGES]


@settings(max_examples=60)
@given(st.integers(min_value=len(PAGES[0]), max_value=sum(map(len, PAGES)) - 1))
def test_every_record_before_a_cut_is_read(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    capture = saved(tmp_path_factory.mktemp("cut"), b"".join(PAGES)[:cut])
    whole = sum(1 for n in range(len(PAGES)) if sum(map(len, PAGES[: n + 1])) - 4 <= cut)
    assert [visit.url for visit in capture.visits()] == [f"https://paper.example/p{n}/" for n in range(whole)]
    lost = b"".join(PAGES)[:cut].count(b"WARC/1.0") > whole or cut > sum(map(len, PAGES[:whole]))
    assert rules(capture) == (["capture.truncated"] if lost else [])
    assert all(entry.where == f"site.warc at byte {sum(map(len, PAGES[:whole]))}" for entry in capture.repairs)


@settings(max_examples=60)
@given(st.integers(min_value=len(MEMBERS[0]), max_value=sum(map(len, MEMBERS)) - 1))
def test_every_packed_record_before_a_cut_is_read(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    capture = saved(tmp_path_factory.mktemp("cut"), b"".join(MEMBERS)[:cut], "site.warc.gz")
    ends = [sum(map(len, MEMBERS[: n + 1])) for n in range(len(MEMBERS))]
    whole = sum(1 for end in ends if end <= cut)
    found = [visit.url for visit in capture.visits()]
    assert found[:whole] == [f"https://paper.example/p{n}/" for n in range(whole)]
    assert len(found) <= whole + 1
    assert bool(capture.repairs) == (cut not in ends)


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.booleans(), st.integers(1, 400))
def test_garbage_anywhere_loses_no_whole_record(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, is_packed: bool, size: int
) -> None:
    garbage = chance.randbytes(size)
    records = list(MEMBERS if is_packed else PAGES)
    records.insert(chance.randint(0, len(records)), garbage)
    name = "site.warc.gz" if is_packed else "site.warc"
    capture = saved(tmp_path_factory.mktemp("garbage"), b"".join(records), name)
    visits = list(capture.visits())
    assert [visit.url for visit in visits] == [f"https://paper.example/p{n}/" for n in range(6)]
    assert [capture.visit(visit.place) for visit in visits if visit.place] == visits


@pytest.mark.parametrize("is_packed", [True, False])
def test_what_was_written_on_behind_a_cut_record_is_read(tmp_path: Path, is_packed: bool) -> None:
    records = list(MEMBERS if is_packed else PAGES)
    records[2] = records[2][: len(records[2]) * 2 // 3]
    capture = saved(tmp_path, b"".join(records), "site.warc.gz" if is_packed else "site.warc")
    assert [visit.url[-3:-1] for visit in capture.visits()] == ["p0", "p1", "p3", "p4", "p5"]
    (entry,) = capture.repairs
    assert entry.rule == "capture.damaged"
    assert entry.where.endswith(f" at byte {sum(map(len, records[:2]))}")


@settings(max_examples=60)
@given(st.integers(0, 5), st.data())
def test_one_wrong_byte_loses_one_record_at_most(
    tmp_path_factory: pytest.TempPathFactory, number: int, data: st.DataObject
) -> None:
    members = [bytearray(member) for member in MEMBERS]
    members[number][data.draw(st.integers(0, len(members[number]) - 1))] ^= 0x55
    capture = saved(tmp_path_factory.mktemp("wrong"), b"".join(members), "site.warc.gz")
    others = {f"https://paper.example/p{n}/" for n in range(6)} - {f"https://paper.example/p{number}/"}
    visits = list(capture.visits())
    assert others <= {visit.url for visit in visits}
    assert len(visits) == 6 or "capture.damaged" in rules(capture) or "capture.truncated" in rules(capture)


@settings(max_examples=40)
@given(st.integers(2000, 15000))
def test_of_a_file_that_is_one_gzip_member_all_before_a_fault_is_read(
    tmp_path_factory: pytest.TempPathFactory, place: int
) -> None:
    chance = random.Random(7)
    pages = [record("resource", f"https://paper.example/{n}", chance.randbytes(500)) for n in range(30)]
    content = bytearray(gzip.compress(b"".join(pages)))
    content[place] ^= 0xFF
    capture = saved(tmp_path_factory.mktemp("fault"), bytes(content), "site.warc.gz")
    visits = list(capture.visits())
    before = place * len(pages) // len(content) - 2
    assert [visit.url for visit in visits[:before]] == [f"https://paper.example/{n}" for n in range(before)]
    assert rules(capture)


def test_a_file_that_can_not_be_read_on_is_told(tmp_path: Path) -> None:
    (tmp_path / "1.warc").write_bytes(page("a"))
    (tmp_path / "2.warc").write_bytes(page("b"))
    capture = open_capture([tmp_path])
    (tmp_path / "1.warc").unlink()
    assert [visit.url for visit in capture.visits()] == ["https://paper.example/b/"]
    assert [(entry.rule, entry.where) for entry in capture.repairs] == [("capture.unreadable", "1.warc")]


@pytest.mark.parametrize("length", ["", "x", "-1", "9" * 5000])
def test_a_record_without_a_length_is_told(tmp_path: Path, length: str) -> None:
    wrong = page("b").replace(b"Content-Length: ", f"Content-Length: {length}\r\nX: ".encode())
    capture = saved(tmp_path, page("a") + wrong + page("c"))
    assert [visit.url[-2] for visit in capture.visits()] == ["a", "c"]
    assert rules(capture) == ["capture.damaged"]


def test_padding_is_no_damage(tmp_path: Path) -> None:
    for name, content in (("a.warc", b"".join(PAGES)), ("a.warc.gz", b"".join(MEMBERS))):
        capture = saved(tmp_path, content + bytes(3000), name)
        assert len(list(capture.visits())) == 6
        assert capture.repairs == ()
