"""The laws: on whole archives of every export at hand, and on generated content."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from migrator.archive.check import check
from migrator.archive.files import Folder
from migrator.archive.report import Report
from migrator.convert import convert
from migrator.model import RawComment, Record
from migrator.options import Options
from migrator.rendered import Rendered
from migrator.run import How, run
from migrator.site import Site
from migrator.sources.opening import open_source
from tests import wild
from tests.laws import broken, restless, unlisted, words
from tests.newspaper import newspaper, story

FIXTURES = Path(__file__).parent.parent / "fixtures"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "wxr"
GAZETTE = FIXTURES / "gazette" / "export.xml"
SITES = ("gazette", "split", "broken", "wild", "corpus")
SITE = newspaper()

_ROW = re.compile(r"^\| `([^`]+)` \| ([1-9]\d*) \|", re.MULTILINE)
_TOKEN = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|(<item[\s/>])", re.DOTALL)

pytestmark = pytest.mark.filterwarnings("ignore::html5lib.constants.DataLossWarning")
GENERATED = settings(
    derandomize=True, deadline=None, database=None, max_examples=100, suppress_health_check=list(HealthCheck)
)


@dataclass
class Whole:
    """An archive, how many items its sources hold by an independent count, and what was seen while it was made."""

    sources: list[Path]
    count: int
    folder: Path
    report: Report | None = None
    faults: list[str] = field(default_factory=list)
    merged: list[Record] = field(default_factory=list)

    def convert(self, record: Record, site: Site) -> Rendered:
        document = convert(record, site)
        if document.outcome == "merged":
            self.merged.append(record)
        elif document.outcome == "written":
            found = [*broken(record, document), *restless(record.content, site)]
            self.faults += [f"{record.source} {record.id}: {fault}" for fault in found]
        return document


def sources_of(name: str, folder: Path) -> tuple[list[Path], int]:
    if name == "broken":
        rows = _ROW.findall((FIXTURES / "broken" / "README.md").read_text("utf-8"))
        return [FIXTURES / "broken" / file for file, _ in rows], sum(int(count) for _, count in rows)
    if name == "wild":
        (folder / "wild.xml").write_bytes(wild.export(seed=2024, count=200, longest=30))
    paths = {
        "gazette": [GAZETTE],
        "split": sorted((FIXTURES / "split").glob("*.xml")),
        "wild": [folder / "wild.xml"],
        "corpus": [path for path in sorted(CORPUS.glob("*.xml")) if items_in(path)],
    }[name]
    return paths, sum(map(items_in, paths))


def items_in(path: Path) -> int:
    return sum(1 for token in _TOKEN.finditer(path.read_bytes()) if token[1])


@pytest.fixture(scope="module", params=SITES)
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """All exports of a kind as the parts of one site; ids, slugs and files of the same name meet."""
    if request.param == "corpus" and not CORPUS.is_dir():
        pytest.skip("no corpus of real exports here")
    folder = tmp_path_factory.mktemp(request.param)
    made = Whole(*sources_of(request.param, folder), folder / "archive")
    made.report = run(open_source(made.sources), made.folder, Options(), How(convert=made.convert))
    return made


def files_of(archive: Path) -> dict[str, bytes]:
    paths = (path for path in archive.rglob("*") if path.is_file())
    return {path.relative_to(archive).as_posix(): path.read_bytes() for path in paths}


def test_every_item_is_accounted_for(whole: Whole) -> None:
    assert whole.report is not None
    assert (whole.report.exit_code, whole.report.failures) == (int(bool(whole.report.damage)), 0)
    account = json.loads((whole.folder / "archive.json").read_bytes())["reconciliation"]["items"]
    assert sum(row["in"] for row in account) == whole.count
    outcomes = ("written", "merged", "withheld", "skipped")
    assert sum(row[outcome] for row in account for outcome in outcomes) == whole.count


def test_documents_lose_nothing_are_canonical_and_say_the_same_in_markdown(whole: Whole) -> None:
    assert whole.faults == []


def test_lists_hold_what_the_items_said_that_became_a_part_of_them(whole: Whole) -> None:
    names = ("media.json", "menus.json", "people.json", "unpublished/media.json", "unpublished/menus.json")
    texts = [(whole.folder / name).read_text("utf-8") for name in names if (whole.folder / name).exists()]
    listed = words("\n".join(texts))
    assert {record.id: gone for record in whole.merged if (gone := unlisted(record, listed))} == {}


def test_the_archive_passes_its_own_check(whole: Whole) -> None:
    assert check(whole.folder) == []


def test_a_second_run_touches_nothing(whole: Whole) -> None:
    before = files_of(whole.folder)
    for path in whole.folder.rglob("*"):
        os.utime(path, ns=(1, 1))
    run(open_source(whole.sources), whole.folder, Options(), How())
    assert files_of(whole.folder) == before
    assert {path.stat().st_mtime_ns for path in whole.folder.rglob("*")} == {1}


# Sameness: however a run goes, it ends in the same bytes


class Stopped(BaseException):
    """Stands for whatever ends a process."""


def stop_at(place: float, count: int) -> Callable[[Record, Site], Rendered]:
    def stopping(record: Record, site: Site) -> Rendered:
        if record.position >= place * count:
            raise Stopped
        return convert(record, site)

    return stopping


def test_stopped_in_the_middle_and_gone_on_with_in_processes(whole: Whole, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        run(open_source(whole.sources), tmp_path, Options(), How(convert=stop_at(0.4, whole.count)))
    run(open_source(whole.sources), tmp_path, Options(), How(jobs=2))
    assert files_of(tmp_path) == files_of(whole.folder)


class Writes:
    """Counts the writes of a run and stops it at one of them, when it is done or half done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.last = 0
        self.half = False
        for name in ("put", "adopt", "remove"):
            monkeypatch.setattr(Folder, name, self._counting(getattr(Folder, name)))

    def _counting(self, write: Callable[..., Any]) -> Callable[..., Any]:
        def counted(folder: Folder, *arguments: Any) -> Any:
            done = write(folder, *arguments)
            self.count += 1
            if self.count == self.last:
                if self.half:
                    os.truncate(folder.root / next(path for path in arguments if isinstance(path, str)), 10)
                raise Stopped
            return done

        return counted


@pytest.mark.parametrize("half", [True, False], ids=["half done", "done"])
def test_stopped_at_a_write_and_gone_on_with(half: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "wild.xml"
    source.write_bytes(wild.export(seed=7, count=66, longest=4))
    writes = Writes(monkeypatch)
    run(open_source([source]), tmp_path / "whole", Options(), How())
    every, writes.half = writes.count, half
    for last in (1, every // 2, *range(every - 8, every)):
        archive = tmp_path / str(last)
        writes.count, writes.last = 0, last
        with pytest.raises(Stopped):
            run(open_source([source]), archive, Options(), How())
        writes.last = 0
        run(open_source([source]), archive, Options(), How())
        assert files_of(archive) == files_of(tmp_path / "whole"), f"stopped at write {last} of {every}"


# Generated content


@GENERATED
@given(st.one_of(wild.classic, st.lists(wild.blocks(), min_size=1, max_size=2).map("".join)))
def test_any_content_keeps_the_laws(content: str) -> None:
    record = replace(story(1, "march"), content=content)
    assert broken(record, convert(record, SITE)) == []
    assert restless(content, SITE) == []


@GENERATED
@given(wild.prose)
@example("two  spaces \n and lines\r\n\r\n and\ttabs ")
@example("<p>First.</p><p>Second.</p>one<br>two")
@example('<em>The Glass Boat</em>: <a href="https://example.org/">a play</a>')
@example('<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/20">March</a></blockquote>behind')
def test_any_title_excerpt_and_comment_keep_the_laws(text: str) -> None:
    comments = [RawComment(id=3, approved="1", content=text), RawComment(id=4, approved="0", content=text)]
    record = replace(story(1, "march"), title=text, excerpt=text, comments=comments)
    assert broken(record, convert(record, SITE)) == []
