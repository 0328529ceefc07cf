"""WARC files whoever wrote them, whole and broken: everything whole is read, everything else is told."""

from __future__ import annotations

import base64
import gzip
import hashlib
import pickle
import random
import tracemalloc
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from migrator.errors import SourceError
from migrator.sources.capture.capture import Capture, accepts, open_capture
from migrator.sources.capture.http import dechunk
from migrator.sources.capture.visit import Visit
from tests.captures import PAGE, answer, packed, page, record, write_warc

HTML = "Content-Type: text/html; charset=UTF-8"


def saved(folder: Path, content: bytes, name: str = "site.warc") -> Capture:
    path = folder / name
    path.write_bytes(content)
    return open_capture([path])


def only(capture: Capture) -> Visit:
    (visit,) = capture.visits()
    return visit


def rules(capture: Capture) -> list[str]:
    return [entry.rule for entry in capture.repairs]


@pytest.mark.parametrize("name", ["site.warc", "site.warc.gz"])
@pytest.mark.parametrize("version", ["WARC/1.0", "WARC/1.1"])
def test_what_warcio_writes_is_read_as_warcio_reads_it(tmp_path: Path, name: str, version: str) -> None:
    pages = [(f"https://paper.example/{n}/", PAGE.format(n).encode() * (n + 1)) for n in range(30)]
    path = write_warc(tmp_path / name, pages, version=version)
    capture = open_capture([path])
    visits = list(capture.visits())
    assert [(visit.url, visit.body) for visit in visits] == pages
    assert all(visit.mime == "text/html" and visit.status == 200 for visit in visits)
    assert capture.repairs == ()
    with path.open("rb") as file:
        places = ArchiveIterator(file)
        expected = [
            (places.get_record_offset(), record.rec_headers.get_header("WARC-Payload-Digest"))
            for record in places
            if record.rec_type == "response"
        ]
    assert [(visit.place.offset, visit.place.digest) for visit in visits if visit.place] == expected


@pytest.mark.parametrize("name", ["site.warc", "site.warc.gz"])
def test_any_visit_can_be_read_again_by_its_place_in_another_process(tmp_path: Path, name: str) -> None:
    pages = [(f"https://paper.example/{n}/", PAGE.format(n).encode()) for n in range(9)]
    capture = open_capture([write_warc(tmp_path / name, pages)])
    visits = list(capture.visits())
    sent = pickle.loads(pickle.dumps(capture))
    for visit in reversed(visits):
        assert visit.place is not None
        assert sent.visit(visit.place) == visit


def test_a_file_that_is_one_gzip_member_is_read_in_order_and_by_place(tmp_path: Path) -> None:
    content = b"".join(page(f"p{n}") for n in range(9))
    capture = saved(tmp_path, gzip.compress(content), "site.warc.gz")
    visits = list(capture.visits())
    assert [visit.url for visit in visits] == [f"https://paper.example/p{n}/" for n in range(9)]
    for visit in [*visits, *reversed(visits)]:
        assert visit.place is not None
        assert visit.place.file == "site.warc.gz/site.warc"
        assert content[visit.place.offset :].startswith(b"WARC/1.0")
        assert capture.visit(visit.place) == visit


def test_members_of_one_and_of_many_records_may_stand_in_one_file(tmp_path: Path) -> None:
    many = gzip.compress(page("b") + page("c"))
    capture = saved(tmp_path, packed([page("a")]) + many + packed([page("d")]), "site.warc.gz")
    visits = list(capture.visits())
    assert [visit.url[-2] for visit in visits] == ["a", "b", "c", "d"]
    assert [capture.visit(visit.place) for visit in visits if visit.place] == visits
    assert [visit.place.file for visit in visits if visit.place] == [
        "site.warc.gz",
        "site.warc.gz/site.warc",
        "site.warc.gz/site.warc",
        "site.warc.gz",
    ]


def test_only_wanted_bodies_are_given(tmp_path: Path) -> None:
    picture = record("response", "https://paper.example/a.png", answer(b"\x89PNG", "Content-Type: image/png"))
    capture = saved(tmp_path, picture + page("a"))
    assert [visit.url for visit in capture.visits(lambda _url, _status, mime: mime == "text/html")] == [
        "https://paper.example/a/"
    ]
    assert [(row.url, row.mime) for row in capture.rows()] == [
        ("https://paper.example/a.png", "image/png"),
        ("https://paper.example/a/", "text/html"),
    ]


def test_wget_brackets_and_missing_types_are_understood(tmp_path: Path) -> None:
    block = answer(PAGE.format("a").encode())
    visit = only(saved(tmp_path, record("response", "<https://paper.example/a b/>", block)))
    assert visit.url == "https://paper.example/a%20b/"
    assert visit.mime == "text/html"


def test_fractions_of_seconds_are_cut_off(tmp_path: Path) -> None:
    visit = only(saved(tmp_path, page("a", date="2024-04-10T09:30:00.123456Z")))
    assert visit.time == "2024-04-10T09:30:00Z"


def test_resources_are_answers_without_http_and_notes_of_programs_are_none(tmp_path: Path) -> None:
    content = (
        record("resource", "https://paper.example/a.pdf", b"%PDF-1.4", "Content-Type: application/pdf")
        + record("resource", "metadata://gnu.org/software/wget/warc/MANIFEST.txt", b"x", "Content-Type: text/plain")
        + record("resource", "urn:pageinfo:https://paper.example/", b"{}", "Content-Type: application/json")
        + record("conversion", "https://paper.example/a.txt", b"x", "Content-Type: text/plain")
        + record("metadata", "https://paper.example/a.pdf", b"via: x")
        + record("response", "dns:paper.example", b"20240410\r\npaper.example. 300 IN A 192.0.2.1")
    )
    visit = only(saved(tmp_path, content))
    assert (visit.url, visit.status, visit.mime, visit.body) == (
        "https://paper.example/a.pdf",
        200,
        "application/pdf",
        b"%PDF-1.4",
    )


@pytest.mark.parametrize("order", ["request first", "answer first"])
def test_answers_to_posts_are_no_documents(tmp_path: Path, order: str) -> None:
    asked = record(
        "request",
        "https://paper.example/wp-comments-post.php",
        b"POST /wp-comments-post.php HTTP/1.1\r\n\r\nx=1",
        "WARC-Record-ID: <urn:uuid:1>",
        "WARC-Concurrent-To: <urn:uuid:2>",
    )
    answered = record(
        "response",
        "https://paper.example/wp-comments-post.php",
        answer(b"thanks", HTML),
        "WARC-Record-ID: <urn:uuid:2>",
        *(["WARC-Concurrent-To: <urn:uuid:1>"] if order == "request first" else []),
    )
    asked_page = record(
        "request", "https://paper.example/b/", b"GET /b/ HTTP/1.1\r\n\r\n", "WARC-Record-ID: <urn:uuid:3>"
    )
    both = asked + answered if order == "request first" else answered + asked
    capture = saved(tmp_path, page("a") + both + page("b", "WARC-Concurrent-To: <urn:uuid:3>") + asked_page)
    assert [visit.url for visit in capture.visits()] == ["https://paper.example/a/", "https://paper.example/b/"]


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
    ("coding", "library", "call"), [("br", "brotli", "compress"), ("zstd", "zstandard", "compress")]
)
def test_compressions_are_undone_where_the_library_is_there(
    tmp_path: Path, coding: str, library: str, call: str
) -> None:
    module = pytest.importorskip(library)
    sent = answer(getattr(module, call)(BODY), HTML, f"Content-Encoding: {coding}")
    assert only(saved(tmp_path, record("response", "https://paper.example/", sent))).body == BODY


def digest_lines(body: bytes) -> dict[str, str]:
    sha1, sha256 = hashlib.sha1(body), hashlib.sha256(body)
    return {
        "sha1 base32": "sha1:" + base64.b32encode(sha1.digest()).decode(),
        "sha1 hex": "sha1:" + sha1.hexdigest(),
        "sha256 hex": "sha-256:" + sha256.hexdigest().upper(),
        "sha256 base32": "sha256:" + base64.b32encode(sha256.digest()).decode(),
        "sha256 bare base32": "sha256:" + base64.b32encode(sha256.digest()).decode().rstrip("="),
        "sha256 base64": "sha256:" + base64.b64encode(sha256.digest()).decode(),
    }


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


# Revisits


def revisit(url: str, profile: str, *more: str, date: str = "2024-05-01T00:00:00Z", head: bytes = b"") -> bytes:
    full = f"http://netpreserve.org/warc/1.1/revisit/{profile}"
    return record("revisit", url, head, f"WARC-Profile: {full}", *more, date=date)


DIGEST = digest_lines(PAGE.format("a").encode())["sha1 base32"]


@pytest.mark.parametrize("order", ["after", "before"])
def test_a_revisit_gives_the_answer_it_repeats(tmp_path: Path, order: str) -> None:
    first = page("a", f"WARC-Payload-Digest: {DIGEST}")
    again = revisit("https://paper.example/a/?x", "identical-payload-digest", f"WARC-Payload-Digest: {DIGEST}")
    capture = saved(tmp_path, first + again if order == "after" else again + first)
    earlier, later = capture.visits()
    assert (later.url, later.time) == ("https://paper.example/a/?x", "2024-05-01T00:00:00Z")
    assert (later.body, later.mime, later.status, later.place) == (earlier.body, earlier.mime, 200, earlier.place)
    assert capture.repairs == ()
    assert [row.time for row in capture.rows()] == ["2024-04-10T09:30:00Z", "2024-05-01T00:00:00Z"]


def test_a_revisit_has_the_head_it_was_given_with(tmp_path: Path) -> None:
    nothing = digest_lines(b"")["sha1 base32"]
    told = f"WARC-Payload-Digest: {nothing}"
    first = record("response", "https://paper.example/a", answer(b"", "Location: /b", status="301 Moved"), told)
    head = answer(b"", "Location: /d", HTML, status="302 Found")
    capture = saved(tmp_path, first + revisit("https://paper.example/c", "identical-payload-digest", told, head=head))
    _, later = capture.visits(lambda _url, status, _mime: status in (301, 302))
    assert (later.url, later.status, later.headers["location"]) == ("https://paper.example/c", 302, "/d")
    assert [capture.read(row).url for row in capture.rows()] == ["https://paper.example/a", "https://paper.example/c"]
    assert [(row.status, row.mime) for row in capture.rows()] == [(301, ""), (302, "text/html")]


def test_a_page_that_was_not_modified_is_the_one_it_refers_to(tmp_path: Path) -> None:
    url = "https://paper.example/a/"
    older = record("response", url, answer(b"<p>older", HTML), date="2024-01-01T00:00:00Z")
    newer = record("response", url, answer(b"<p>newer", HTML), date="2024-02-01T00:00:00Z")
    head = answer(b"", status="304 Not Modified")
    by_date = ["WARC-Refers-To-Target-URI: " + url, "WARC-Refers-To-Date: 2024-01-01T00:00:00Z"]
    content = older + newer + revisit(url, "server-not-modified", *by_date, head=head)
    content += revisit(url, "server-not-modified", head=head, date="2024-06-01T00:00:00Z")
    visits = list(saved(tmp_path, content, "site.warc").visits())
    assert [visit.body for visit in visits] == [b"<p>older", b"<p>newer", b"<p>older", b"<p>newer"]
    assert [visit.status for visit in visits] == [200] * 4


def test_a_revisit_of_what_is_not_there_is_told(tmp_path: Path) -> None:
    again = revisit("https://paper.example/z/", "identical-payload-digest", f"WARC-Payload-Digest: {DIGEST}")
    capture = saved(tmp_path, page("b") + again)
    assert [visit.url for visit in capture.visits()] == ["https://paper.example/b/"]
    (entry,) = capture.repairs
    assert (entry.rule, entry.before) == ("capture.revisit", "https://paper.example/z/")


def test_a_revisit_may_repeat_an_answer_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "1.warc.gz").write_bytes(packed([page("a", f"WARC-Payload-Digest: {DIGEST}")]))
    again = revisit("https://paper.example/a/", "identical-payload-digest", f"WARC-Payload-Digest: {DIGEST}")
    (tmp_path / "2.warc").write_bytes(again)
    visits = list(open_capture([tmp_path]).visits())
    assert [visit.time for visit in visits] == ["2024-04-10T09:30:00Z", "2024-05-01T00:00:00Z"]
    assert visits[0].body == visits[1].body


# Damage

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


# Opening


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("2019", "2024"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "site.warc").write_bytes(page(folder))
    capture = open_capture([tmp_path / "2019" / "site.warc", tmp_path / "2024"])
    visits = list(capture.visits())
    assert [visit.place.file for visit in visits if visit.place] == ["2019/site.warc", "2024/site.warc"]
    assert [capture.visit(visit.place) for visit in visits if visit.place] == visits


@pytest.mark.parametrize(("content", "said"), [(b"", "it is empty"), (b"<rss></rss>", "no WARC record")])
def test_what_is_no_capture_is_refused_by_name(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        saved(tmp_path, content)


def test_what_is_missing_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.warc: can't be read"):
        open_capture([tmp_path / "gone.warc"])


def test_captures_are_known_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, expected in {"x.warc": True, "x.WARC.GZ": True, "x.xml": False, "a/y.warc": True}.items():
        (tmp_path / name).write_bytes(b"")
        assert accepts(tmp_path / name) is expected
    assert accepts(tmp_path / "a")
    assert not accepts(tmp_path / "none")


def test_a_place_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    capture = saved(tmp_path, page("a"))
    place = only(capture).place
    assert place is not None
    (tmp_path / "site.warc").write_bytes(b"")
    with pytest.raises(SourceError, match="no answer at byte 0"):
        capture.visit(place)
