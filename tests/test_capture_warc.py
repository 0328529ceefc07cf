"""WARC files whoever wrote them, whole and broken: everything whole is read, everything else is told."""

from __future__ import annotations

import gzip
import pickle
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from migrator.errors import SourceError
from migrator.sources.capture.capture import accepts, open_capture
from tests.captures import HTML, PAGE, answer, digest_lines, only, packed, page, record, saved, write_warc


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


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("2019", "2024"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "site.warc").write_bytes(page(folder))
    capture = open_capture([tmp_path / "2019" / "site.warc", tmp_path / "2024"])
    visits = list(capture.visits())
    assert [visit.place.file for visit in visits if visit.place] == ["2019/site.warc", "2024/site.warc"]
    assert [capture.visit(visit.place) for visit in visits if visit.place] == visits


@pytest.mark.parametrize(("content", "said"), [(b"", "it is empty"), (b"<rss></rss>", "no WARC or ARC record")])
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
