"""Going through a capture: the same documents however many processes read it; a page that can't be read stops none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from migrator.errors import SourceError
from migrator.model import Entry
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.capture.visit import Visit
from migrator.sources.gather import reading
from migrator.sources.gather.source import open_gathered
from migrator.sources.item import Opening
from migrator.sources.pages.page import read_page
from tests.test_merged import SITE, capture, page

PAGES = {f"{SITE}/fire-{number}/": page(number, f"Page {number} tells it at some length.") for number in range(1, 20)}


def test_two_processes_read_what_one_does(tmp_path: Path) -> None:
    warc = capture(tmp_path / "site.warc.gz", PAGES)
    heard: list[tuple[int, int]] = []
    one = open_gathered([warc])
    two = open_gathered([warc], Opening(lambda done, total: heard.append((done, total)), lambda _size: 2))
    records = [[item.read() for batch in source.batches(7) for item in batch] for source in (one, two)]
    assert records[0] == records[1]
    assert [record.id for record in records[0]] == list(range(1, 20))
    assert (one.header, one.size, one.count, one.repairs) == (two.header, two.size, two.count, two.repairs)
    assert heard[-1] == (19, 19)


def test_a_page_that_cannot_be_read_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def choke(visit: Visit, *more: Any) -> Any:
        if "fire-7/" in visit.url:
            raise RecursionError("too deep")
        return read_page(visit, *more)

    monkeypatch.setattr(reading, "read_page", choke)
    source = open_gathered([capture(tmp_path / "site.warc.gz", PAGES)])
    assert source.count == 18
    assert Entry("capture.failed", "failed", f"{SITE}/fire-7/", "", "RecursionError: too deep") in source.repairs
    report = run(source, tmp_path / "archive", Options(), How())
    assert (report.failures, report.exit_code, report.reconciliation.faults) == (1, 1, [])


def test_what_is_no_document_is_told(tmp_path: Path) -> None:
    home = b"<html><body class='home blog'><h2><a href='/fire-1/'>Fire</a></h2></body></html>"
    source = open_gathered([capture(tmp_path / "site.warc.gz", {f"{SITE}/": home, **PAGES})])
    assert Entry("capture.skipped", "skipped", f"{SITE}/", "", "body class blog") in source.repairs


def test_a_wall_that_came_later_hides_no_page(tmp_path: Path) -> None:
    wall = (
        b"<html><head><title>Just a moment...</title></head><body>Checking your browser before you go on.</body></html>"
    )
    first = capture(tmp_path / "1.warc.gz", {f"{SITE}/fire-1/": PAGES[f"{SITE}/fire-1/"]})
    source = open_gathered([first, capture(tmp_path / "2.warc.gz", {f"{SITE}/fire-1/": wall})])
    (entry,) = (entry for entry in source.repairs if entry.rule == "capture.skipped")
    assert (source.count, entry.where) == (1, f"{SITE}/fire-1/")
    assert entry.after.endswith("; read as it was at 2024-05-01T00:00:00Z")


def test_other_addresses_of_a_page_count_as_one_version(tmp_path: Path) -> None:
    answer = page(1, "Seen beside a form for an answer to a comment.")
    pages = {f"{SITE}/fire-1/?replytocom=5": answer, **PAGES, f"{SITE}/?p=1": answer}
    first = next(open_gathered([capture(tmp_path / "site.warc.gz", pages)]).batches())[0].read()
    assert "Page 1 tells it" in first.content
    assert first.capture is not None
    assert (first.capture.url, first.capture.versions) == (f"{SITE}/fire-1/", 1)
    told = [(entry.where, entry.after) for entry in first.repairs if entry.rule == "capture.joined"]
    said = "page, 2024-05-01T00:00:00Z; the text is from page"
    assert sorted(told) == [(f"{SITE}/?p=1", said), (f"{SITE}/fire-1/?replytocom=5", said)]


@pytest.mark.parametrize(
    ("visits", "said", "at"),
    [
        (["A", "A"], ("A", 0), 1),
        (["A", "B"], ("B", 1), 2),
        (["A", "B", "B"], ("B", 1), 2),
        (["A", "B", "A"], ("A", 1), 1),
        (["A", "B", "C", "B"], ("B", 2), 2),
    ],
)
def test_a_document_is_told_as_it_was_first_said_so(
    tmp_path: Path, visits: list[str], said: tuple[str, int], at: int
) -> None:
    files = []
    for number, text in enumerate(visits, 1):
        around = f"<p class='sidebar'>Visitor number {number}</p></body>".encode()
        body = page(1, f"Text {text} tells it at some length.").replace(b"</body>", around)
        date = f"2024-05-0{number}T00:00:00Z"
        files.append(capture(tmp_path / f"{number}.warc.gz", {f"{SITE}/fire-1/": body}, date))
    (item,) = next(open_gathered(files).batches())
    record = item.read()
    assert record.capture is not None
    assert (record.content[8], record.capture.versions) == said
    assert (record.capture.time, record.capture.file) == (f"2024-05-0{at}T00:00:00Z", f"{at}.warc.gz")


def test_a_capture_without_documents(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"site\.warc\.gz"):
        open_gathered([capture(tmp_path / "site.warc.gz", {})])
