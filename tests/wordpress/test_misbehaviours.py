"""A site that misbehaves, as php/appearance.php lets it, and a crawl that is killed: the documents are the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from migrator.archive.report import FINISHED
from migrator.crawl.warc import Writer
from tests.wordpress import oracle, roads
from tests.wordpress.one_site import Documents, differences, read_archive

NOT_FOUND = 3
FEW = 25
"""Documents after which a crawl by pages is stopped, where only its roads are of interest."""

CHOKING = "/2024/03/10/trustees-approve-4-5-tuition-increase-unavoidable-president-says"
"""The post whose content breaks REST when it is asked to (`CHOKING` in php/appearance.php)."""

LIVE = "/2024/03/20/blocks-what-only-the-live-site-knows"
BESIDE_PRINTED = {
    "/2015/06/07/opinion-stop-grading-attendance",
    "/2019/02/02/byline-reporting",
    "/2023/06/20/questions-for-the-mayor",
}
"""Posts whose account wrote with someone whom the text names: a feed says who, but not that it is the account."""

EDITED, MOMENT = 1005, "2025-05-30 12:00:00"
COMMENT = 5


@pytest.fixture(scope="module", autouse=True)
def _served() -> None:
    oracle.serve()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a crawl of the well-behaved site by REST."""
    archive = tmp_path_factory.mktemp("whole") / "archive"
    said = roads.crawl(archive, "--via", "rest")
    assert said.code == FINISHED, said.text
    return archive


@pytest.fixture(scope="module")
def documents(whole: Path) -> Documents:
    return read_archive(whole)


def unlike(documents: Documents, archive: Path) -> set[tuple[str, str]]:
    """In what documents an archive differs; what the live site shows of itself does each time."""
    found = ((one.aspect, one.document) for one in differences(documents, read_archive(archive)))
    return {one for one in found if one[1] != LIVE}


@pytest.mark.parametrize("fault", ["slow", "flaky"])
def test_a_site_that_is_slow_or_falters_gives_the_same_documents(
    documents: Documents, tmp_path: Path, fault: str
) -> None:
    said = roads.crawl(tmp_path, "--via", "rest", Misbehave=fault)
    assert said.code == FINISHED, said.text
    assert unlike(documents, tmp_path) == set()


def test_the_post_that_breaks_lists_comes_as_a_page_and_all_others_as_data(
    documents: Documents, tmp_path: Path
) -> None:
    said = roads.crawl(tmp_path, "--via", "rest", Misbehave="bad-post")
    assert said.code == FINISHED, said.text
    found = {one for one in unlike(documents, tmp_path) if one[0] != "excerpt"}  # made anew, as lists are cut otherwise
    assert found == {("comments", CHOKING)}  # a page shows pings, too


def test_accounts_that_are_not_shown_are_named_by_the_feed(documents: Documents, tmp_path: Path) -> None:
    said = roads.crawl(tmp_path, "--via", "rest", Misbehave="users-off")
    assert said.code == FINISHED, said.text
    assert {found for found in unlike(documents, tmp_path) if found[0] in ("set", "text", "title")} == set()
    posts = {key for key, document in documents.items() if document["type"] == "post"}
    assert {key for aspect, key in unlike(documents, tmp_path) if aspect == "authors"} & posts == BESIDE_PRINTED


@pytest.mark.parametrize(
    ("faults", "taken"),
    [("rest-off", "sitemap, feed, links"), ("rest-off,sitemap-off", "feed, links")],
)
def test_without_rest_and_sitemaps_other_roads_are_taken(tmp_path: Path, faults: str, taken: str) -> None:
    said = roads.crawl(tmp_path, "--limit", FEW, Misbehave=faults)
    assert f"  roads        {taken}\n" in said.text
    assert len(read_archive(tmp_path)) == FEW


def test_behind_a_login_wall_nothing_is_published(tmp_path: Path) -> None:
    said = roads.crawl(tmp_path, Misbehave="login-wall,rest-off")
    assert said.code == NOT_FOUND
    assert "the front page is a login page" in said.text
    assert not (tmp_path / "content").exists()


def test_a_login_wall_before_pages_leaves_what_rest_gives(documents: Documents, tmp_path: Path) -> None:
    said = roads.crawl(tmp_path, "--via", "rest", Misbehave="login-wall")
    assert said.code == FINISHED, said.text
    assert unlike(documents, tmp_path) == set()


@pytest.mark.parametrize("records", [1, 7, 12])
def test_a_killed_crawl_goes_on_to_the_same_documents(documents: Documents, tmp_path: Path, records: int) -> None:
    child = os.fork()
    if not child:
        with _killed_after(records):
            roads.crawl(tmp_path, "--via", "rest")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    said = roads.crawl(tmp_path, "--via", "rest")
    assert said.code == FINISHED, said.text
    assert unlike(documents, tmp_path) == set()


@contextmanager
def _killed_after(records: int) -> Iterator[None]:
    """Let the process be killed when it has written so many answers, before it can enter the last one."""
    write, written = Writer.write, iter(range(1, records + 1))

    def count(self: Writer, *given: Any, **named: Any) -> Any:
        place = write(self, *given, **named)
        if next(written) == records:
            os.kill(os.getpid(), signal.SIGKILL)
        return place

    with mock.patch.object(Writer, "write", count):
        yield


def test_a_second_crawl_asks_for_what_has_changed(whole: Path) -> None:
    before = read_archive(whole)
    with _edited("Headline, corrected"):
        said = roads.crawl(whole, "--via", "rest")
    assert said.code == FINISHED, said.text
    assert "  since then   0 new, 1 changed, 0 gone" in said.text
    changed = {(found.aspect, found.second) for found in differences(before, read_archive(whole))}
    assert changed == {("title", "Headline, corrected")}


def test_a_second_crawl_has_comments_that_no_document_s_date_tells_of(whole: Path) -> None:
    before = read_archive(whole)
    with _commented("A comment that came late.", "A comment, edited."):
        said = roads.crawl(whole, "--via", "rest")
    assert said.code == FINISHED, said.text
    assert "  since then   1 new, 1 changed, 0 gone" in said.text
    found = [one for one in differences(before, read_archive(whole)) if one.aspect != "excerpt"]
    assert {one.aspect for one in found} == {"comments"}
    assert [text in str(found) for text in ("A comment that came late.", "A comment, edited.")] == [True, True]


@contextmanager
def _commented(added: str, edited: str) -> Iterator[None]:
    number = int(oracle.comment(EDITED, 0, added))
    said = oracle.comment(0, COMMENT, edited)
    try:
        yield
    finally:
        oracle.comment(0, number, "")
        oracle.comment(0, COMMENT, said)


def test_a_second_crawl_of_an_unchanged_site_leaves_each_document_as_it_is(tmp_path: Path) -> None:
    for _ in range(2):
        before = _documents(tmp_path)
        said = roads.crawl(tmp_path, "--via", "rest", "--via", "sitemap")
        assert said.code == FINISHED, said.text
    assert "  since then   0 new, 0 changed, 0 gone" in said.text
    after = _documents(tmp_path)
    assert {path for path in before | after if before.get(path) != after.get(path)} == set()


def _documents(archive: Path) -> dict[Path, bytes]:
    folders = (archive / "content", archive / "unpublished")
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*.*") if path.suffix != ".txt"}


@contextmanager
def _edited(title: str) -> Iterator[None]:
    had = oracle.edit(EDITED, title, MOMENT)
    try:
        yield
    finally:
        oracle.edit(EDITED, *had)
