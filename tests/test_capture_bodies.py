"""Bodies in WARC: chunks, compressions, digests, lengths, and what is too large."""

from __future__ import annotations

import gzip
import hashlib
import tracemalloc
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrator.sources.capture.codings import decode, inflate
from migrator.sources.capture.http import dechunk
from tests.captures import HTML, PAGE, answer, digest_lines, only, packed, page, record, rules, saved


def chunked(body: bytes, size: int = 7) -> bytes:
    chunks = [body[n : n + size] for n in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


BODY = PAGE.format("chunks").encode()
RAW_DEFLATE = zlib.compress(BODY)[2:-4]


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        (chunked(BODY), ["Transfer-Encoding: chunked"]),
        (chunked(BODY)[:-5], ["Transfer-Encoding: chunked"]),
        (b"1a;name=x\r\n" + BODY[:26] + b"\r\n" + chunked(BODY[26:]), ["Transfer-Encoding: chunked"]),
        (BODY, ["Transfer-Encoding: chunked"]),
        (gzip.compress(BODY), ["Content-Encoding: gzip"]),
        (gzip.compress(BODY[:20]) + gzip.compress(BODY[20:]), ["Content-Encoding: x-gzip"]),
        (BODY, ["Content-Encoding: gzip"]),
        (zlib.compress(BODY), ["Content-Encoding: deflate"]),
        (RAW_DEFLATE, ["Content-Encoding: deflate"]),
        (BODY, ["Content-Encoding: deflate"]),
        (chunked(gzip.compress(BODY)), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        (zlib.compress(gzip.compress(BODY)), ["Content-Encoding: gzip, deflate"]),
        (BODY, ["Content-Encoding: identity"]),
    ],
)
def test_bodies_come_out_of_chunks_and_compression(tmp_path: Path, sent: bytes, headers: list[str]) -> None:
    capture = saved(tmp_path, record("response", "https://paper.example/", answer(sent, HTML, *headers)))
    assert only(capture).body == BODY
    assert capture.repairs == ()


@given(st.binary(max_size=400), st.integers(1, 90), st.lists(st.integers(0, 500), max_size=6))
def test_chunks_may_be_cut_anywhere_on_their_way(body: bytes, size: int, cuts: list[int]) -> None:
    sent = chunked(body, size)
    places = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    pieces = [sent[a:b] for a, b in pairwise(places)]
    assert b"".join(dechunk(iter(pieces))) == body


def test_a_compression_that_needs_a_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("migrator.sources.capture.codings.find_spec", lambda _name: None)
    packed_body = answer(b"\x1b\x10\x03", HTML, "Content-Encoding: br")
    plain_body = answer(BODY, HTML, "Content-Encoding: br")
    content = record("response", "https://paper.example/", packed_body)
    capture = saved(tmp_path, content + record("response", "https://paper.example/b/", plain_body))
    assert [(visit.url, visit.body) for visit in capture.visits()] == [("https://paper.example/b/", BODY)]
    (entry,) = capture.repairs
    assert (entry.rule, entry.action, entry.before) == ("capture.coding", "skipped", "https://paper.example/")
    assert "brotli" in entry.after


@pytest.mark.parametrize(
    ("coding", "library"), [("br", "brotli"), ("zstd", "compression.zstd"), ("zstd", "backports.zstd")]
)
def test_compressions_are_undone_where_the_library_is_there(tmp_path: Path, coding: str, library: str) -> None:
    module = pytest.importorskip(library)
    sent = answer(module.compress(BODY), HTML, f"Content-Encoding: {coding}")
    assert only(saved(tmp_path, record("response", "https://paper.example/", sent))).body == BODY


@pytest.mark.parametrize(
    ("coding", "library"), [("br", "brotli"), ("zstd", "compression.zstd"), ("zstd", "backports.zstd")]
)
def test_a_small_body_never_unpacks_to_a_huge_piece(coding: str, library: str) -> None:
    sent = pytest.importorskip(library).compress(bytes(200 << 20))
    sizes = [len(piece) for piece in decode(iter([sent]), {"content-encoding": coding})]
    assert (sum(sizes), max(sizes) < 64 << 20) == (200 << 20, True)


@pytest.mark.parametrize("library", ["brotli", "compression.zstd", "backports.zstd"])
def test_text_under_the_head_that_it_had_when_it_was_packed_is_text(library: str) -> None:
    pytest.importorskip(library)
    coding = "br" if library == "brotli" else "zstd"
    assert b"".join(decode(iter([BODY, BODY]), {"content-encoding": coding})) == BODY + BODY


@pytest.mark.parametrize("beyond", [1, 100, 258])
def test_the_end_of_a_run_that_goes_over_a_step_is_kept(beyond: int) -> None:
    body = b"a" * ((1 << 20) + beyond)
    unpacked, whole = bytearray(), inflate(iter([zlib.compress(body, 9)[2:-4]]))
    while True:
        try:
            unpacked += next(whole)
        except StopIteration as end:
            assert (bytes(unpacked) == body, end.value) == (True, True)
            break


@pytest.mark.parametrize("form", digest_lines(b""))
@pytest.mark.parametrize("within", ["chunks", "none"])
def test_digests_are_checked_in_every_form(tmp_path: Path, form: str, within: str) -> None:
    sent = chunked(BODY)
    right = digest_lines(sent if within == "chunks" else BODY)[form]
    wrong = digest_lines(b"something else")[form]
    block = answer(sent, HTML, "Transfer-Encoding: chunked")
    capture = saved(
        tmp_path,
        record("response", "https://paper.example/a/", block, f"WARC-Payload-Digest: {right}")
        + record("response", "https://paper.example/b/", block, f"WARC-Payload-Digest: {wrong}"),
    )
    assert [visit.body for visit in capture.visits()] == [BODY, BODY]
    (entry,) = capture.repairs
    assert (entry.rule, entry.action, entry.before) == ("capture.digest", "warned", "https://paper.example/b/")
    assert list(capture.rows())
    assert len(capture.repairs) == 1


def test_a_place_has_a_digest_even_where_the_record_has_none(tmp_path: Path) -> None:
    visit = only(saved(tmp_path, page("a")))
    assert visit.place is not None
    assert visit.place.digest == "sha256:" + hashlib.sha256(visit.body).hexdigest()


def test_a_body_shorter_than_announced_is_told(tmp_path: Path) -> None:
    capture = saved(
        tmp_path, record("response", "https://paper.example/", answer(b"<p>half", HTML, "Content-Length: 99"))
    )
    assert only(capture).body == b"<p>half"
    assert rules(capture) == ["capture.cut"]


def test_a_page_too_large_to_be_one_is_told_and_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("migrator.sources.capture.warc.PAGE_LIMIT", 1000)
    bomb = gzip.compress(b" " * 5000)
    content = (
        record("response", "https://paper.example/a/", answer(b"<p>" * 999, HTML))
        + record("response", "https://paper.example/b/", answer(bomb, HTML, "Content-Encoding: gzip"))
        + record("response", "https://paper.example/c.jpg", answer(b"x" * 5000, "Content-Type: image/jpeg"))
    )
    capture = saved(tmp_path, content)
    assert [visit.url for visit in capture.visits()] == ["https://paper.example/c.jpg"]
    assert rules(capture) == ["capture.large"] * 2


@pytest.mark.parametrize("is_packed", [True, False])
def test_what_is_not_wanted_is_never_held(tmp_path: Path, is_packed: bool) -> None:
    film = b"\x1a\x45\xdf\xa3" + bytes(range(256)) * (1 << 16)
    records = [record("response", "https://paper.example/a.webm", answer(film, "Content-Type: video/webm")), page("a")]
    content = packed(records) if is_packed else b"".join(records)
    capture = saved(tmp_path, content, "site.warc.gz" if is_packed else "site.warc")
    del content, records
    tracemalloc.start()
    rows = list(capture.rows())
    size = hashlib.sha1()
    for piece in capture.pieces(rows[0].place):
        size.update(piece)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size.digest() == hashlib.sha1(film).digest()
    assert peak < len(film) / 3
