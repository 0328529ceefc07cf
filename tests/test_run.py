"""A run: the same bytes however it is done, one bad item stops nothing, a stopped run goes on."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from migrator import run_pool
from migrator.archive.files import WORK
from migrator.archive.report import Report, report_json
from migrator.convert import convert
from migrator.errors import ArchiveError, Interrupted
from migrator.model import Record
from migrator.options import Options
from migrator.rendered import Rendered
from migrator.run import How, run
from migrator.site import Site
from migrator.sources.opening import open_source

GAZETTE = Path(__file__).parent.parent / "fixtures" / "gazette" / "export.xml"
BAD = 118
"""An item of the fixture in the middle of it."""


def files_of(archive: Path) -> dict[str, bytes]:
    paths = (path for path in archive.rglob("*") if path.is_file())
    return {path.relative_to(archive).as_posix(): path.read_bytes() for path in paths}


def make(archive: Path, how: How | None = None, options: Options | None = None, source: Path = GAZETTE) -> Report:
    return run(open_source([source]), archive, options or Options(), how or How())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("run") / "archive"
    make(path)
    return path


@pytest.fixture(scope="module")
def files(archive: Path) -> dict[str, bytes]:
    return files_of(archive)


# Sameness


def test_processes_change_no_byte(tmp_path: Path, files: dict[str, bytes]) -> None:
    make(tmp_path, How(jobs=2))
    assert files_of(tmp_path) == files


def test_processes_that_die_at_once_change_no_byte(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(run_pool, "_settle", lambda: os._exit(1))
    make(tmp_path, How(jobs=2, say=said.append))
    assert files_of(tmp_path) == files
    assert len(said) == 1


def test_a_second_run_writes_nothing(archive: Path, files: dict[str, bytes]) -> None:
    for path in archive.rglob("*"):
        os.utime(path, ns=(1, 1))
    report = make(archive)
    assert set(report.files) == {"unchanged"}
    assert files_of(archive) == files
    assert {path.stat().st_mtime_ns for path in archive.rglob("*") if path.is_file()} == {1}


def test_nothing_of_the_machine_or_the_day_is_in_the_archive(tmp_path: Path, files: dict[str, bytes]) -> None:
    assert not [path for path, data in files.items() if str(tmp_path.parent).encode() in data]
    assert not [path for path, data in files.items() if str(GAZETTE.parent).encode() in data]


# Stopping and going on


class Stopped(BaseException):
    """Stands for whatever ends a process."""


def stop(record: Record, site: Site) -> Rendered:
    if record.id == BAD:
        raise Stopped
    return convert(record, site)


def interrupt(record: Record, site: Site) -> Rendered:
    if record.id == BAD:
        raise KeyboardInterrupt
    return convert(record, site)


def kill(record: Record, site: Site) -> Rendered:
    if record.id == BAD:
        os.kill(os.getpid(), signal.SIGKILL)
    return convert(record, site)


def refuse_before(record: Record, site: Site) -> Rendered:
    assert record.position >= 64, "what was finished is done again"
    return convert(record, site)


def test_a_stopped_run_goes_on_and_ends_in_the_same_bytes(tmp_path: Path, files: dict[str, bytes]) -> None:
    with pytest.raises(Stopped):
        make(tmp_path, How(convert=stop))
    assert (tmp_path / WORK).is_dir()
    assert not (tmp_path / "manifest-sha256.txt").exists()
    report = make(tmp_path, How(convert=refuse_before))
    assert report.exit_code == 0
    assert files_of(tmp_path) == files


def test_ctrl_c_says_how_to_go_on(tmp_path: Path, files: dict[str, bytes]) -> None:
    with pytest.raises(Interrupted, match=r"stopped after \d+ of \d+ items; the same command goes on") as stopped:
        make(tmp_path, How(convert=interrupt))
    assert stopped.value.exit_code == 130
    make(tmp_path, How(jobs=2))
    assert files_of(tmp_path) == files


def test_a_killed_process_loses_nothing(tmp_path: Path, files: dict[str, bytes]) -> None:
    program = "import sys; from tests.test_run import *; make(Path(sys.argv[1]), How(convert=kill))"
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=GAZETTE.parents[2], check=False)
    assert done.returncode == -signal.SIGKILL
    make(tmp_path, How(convert=refuse_before))
    assert files_of(tmp_path) == files


def test_other_options_begin_anew(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        make(tmp_path / "stopped", How(convert=stop))
    names = Options(ledger="names")
    make(tmp_path / "stopped", options=names)
    make(tmp_path / "fresh", options=names)
    assert files_of(tmp_path / "stopped") == files_of(tmp_path / "fresh")


# Bad items


def fail(record: Record, site: Site) -> Rendered:
    if record.id == BAD:
        raise ValueError("what is this?")
    return convert(record, site)


def die(record: Record, site: Site) -> Rendered:
    if record.id == BAD and multiprocessing.parent_process() is not None:
        os._exit(9)
    return convert(record, site)


def escape(record: Record, site: Site) -> Rendered:
    rendered = convert(record, site)
    if record.id == BAD:
        rendered.path = "../../outside"
    return rendered


@pytest.mark.parametrize(
    ("how", "rule", "reason"),
    [
        (How(convert=fail), "convert.failed", "ValueError: what is this? (test_run.py:"),
        (How(jobs=2, convert=fail), "convert.failed", "ValueError: what is this? (test_run.py:"),
        (How(jobs=2, convert=die), "convert.failed", "the process died"),
        (How(convert=escape), "archive.path", "UnsafePath: "),
    ],
    ids=["error", "error in a process", "death", "path"],
)
def test_one_bad_item_stops_nothing(tmp_path: Path, files: dict[str, bytes], how: How, rule: str, reason: str) -> None:
    root = tmp_path / "a" / "archive"
    report = make(root, how)
    assert (report.failures, report.exit_code, report.reconciliation.faults) == (1, 1, [])
    found = files_of(tmp_path)
    document = next(path for path, data in files.items() if f'"id": {BAD},'.encode() in data and path.endswith(".json"))
    stem = document.removesuffix(".json")
    assert {f"a/archive/{path}" for path in files} - set(found) == {f"a/archive/{stem}.md", f"a/archive/{document}"}
    lines = [json.loads(line) for line in found["a/archive/ledger.jsonl"].splitlines()]
    failed = [line for line in lines if line["rule"] == rule]
    assert failed[0]["document"] == BAD
    assert failed[0]["after"].startswith(reason)


def test_the_text_of_a_failed_item_is_in_the_ledger(tmp_path: Path) -> None:
    make(tmp_path, How(convert=fail))
    lines = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text("utf-8").splitlines()]
    failed = {line["where"]: line["before"] for line in lines if line["rule"] == "convert.failed"}
    record = next(record for record in records() if record.id == BAD)
    assert failed["content"] == record.content
    assert failed["title"] == record.title


def records() -> list[Record]:

    return [raw.read() for batch in open_source([GAZETTE]).batches() for raw in batch]


# What is asked for


def test_a_dry_run_writes_nothing(tmp_path: Path, archive: Path, files: dict[str, bytes]) -> None:
    report = make(tmp_path / "new", How(dry=True))
    assert not (tmp_path / "new").exists()
    assert report.files["created"] == sum(path.endswith((".md", ".json")) and "/" in path for path in files)
    assert make(archive, How(dry=True)).files.keys() == {"unchanged"}
    assert files_of(archive) == files


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(ArchiveError, match=r"neither empty nor an archive \(thesis\.txt is in it\)"):
        make(tmp_path)
    with pytest.raises(ArchiveError):
        make(tmp_path / "thesis.txt")


def test_settings_may_wait_in_the_folder(tmp_path: Path, files: dict[str, bytes]) -> None:
    (tmp_path / "migrator.toml").write_text("")
    make(tmp_path)
    assert files_of(tmp_path) == files | {"migrator.toml": b""}


def test_the_same_export_twice_is_written_once(tmp_path: Path, files: dict[str, bytes]) -> None:
    (tmp_path / "again.xml").write_bytes(GAZETTE.read_bytes())
    report = run(open_source([GAZETTE, tmp_path / "again.xml"]), tmp_path / "archive", Options(), How(jobs=2))
    assert report.exit_code == 0
    merged = sum(row["reasons"].get("merged", {}).get("the same item again", 0) for row in items(report))
    assert merged * 2 == sum(row["in"] for row in items(report))
    found = files_of(tmp_path / "archive")
    assert {path for path in found if path.endswith(".md")} == {path for path in files if path.endswith(".md")}
    assert found["media.json"] == files["media.json"]


def items(report: Report) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = report_json(report)["archive"]["reconciliation"]["items"]
    return rows


PRIVATE = {"draft", "pending", "future", "private", "trash", "auto-draft", "archived"}


def test_what_is_not_public_stays_apart(files: dict[str, bytes]) -> None:
    hidden = [record for record in records() if record.status in PRIVATE or record.protected]
    texts = {record.title for record in hidden if len(record.title) > 12}
    texts |= {line for record in hidden for line in record.content.splitlines() if len(line) > 60}
    assert len(texts) > 10
    public = b"\n".join(data for path, data in files.items() if not path.startswith("unpublished/")).decode()
    assert [text for text in texts if text in public or json.dumps(text, ensure_ascii=False)[1:-1] in public] == []


def test_nothing_that_was_withheld_is_anywhere(tmp_path: Path, files: dict[str, bytes]) -> None:
    report = make(tmp_path, options=Options(unpublished="skip"))
    assert report.exit_code == 0
    private = {path for path in files_of(tmp_path) if path.startswith("unpublished/")}
    assert private == {"unpublished/ledger.jsonl", "unpublished/manifest-sha256.txt"}


def fail_drafts(record: Record, site: Site) -> Rendered:
    if record.status == "draft":
        raise ValueError("what is this?")
    return convert(record, site)


def test_a_private_item_that_failed_is_kept_apart(tmp_path: Path) -> None:
    make(tmp_path, How(convert=fail_drafts))
    drafts = [record for record in records() if record.status == "draft" and len(record.content) > 20]
    ledgers = [(tmp_path / path).read_text("utf-8") for path in ("ledger.jsonl", "unpublished/ledger.jsonl")]
    for draft in drafts:
        text = json.dumps(draft.content, ensure_ascii=False)
        assert [text in ledger for ledger in ledgers] == [False, True]
    assert drafts


@pytest.mark.parametrize(("unpublished", "quoted"), [("skip", False), ("keep", True)])
def test_a_repair_of_what_is_withheld_quotes_nothing(tmp_path: Path, unpublished: str, quoted: bool) -> None:
    source = tmp_path / "export.xml"
    text = GAZETTE.read_text("utf-8")
    private = next(record for record in records() if record.status == "private" and record.content)
    start = text.index(f"<wp:post_id>{private.id}</wp:post_id>")
    source.write_text(text[:start] + "<br>Confidential & broken" + text[start:], "utf-8")
    make(tmp_path / "archive", options=Options(unpublished=unpublished), source=source)  # type: ignore[arg-type]
    found = files_of(tmp_path / "archive")
    assert any(b"Confidential" in data for data in found.values()) == quoted
    assert not any(b"Confidential" in data for path, data in found.items() if not path.startswith("unpublished/"))


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    export = open_source([GAZETTE])
    run(export, tmp_path, Options(), How(), lambda doing, offset: told.append((doing, offset)))
    assert [doing for doing, _ in told] == sorted((doing for doing, _ in told), reverse=True)
    ends = dict(told)
    assert set(ends) == {"indexing", "converting"}
    assert all(0 < end <= export.size for end in ends.values())


# Earlier runs


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[str], str]], Path]:
    def change(edit: Callable[[str], str]) -> Path:
        source = tmp_path / "changed.xml"
        text = GAZETTE.read_text("utf-8")
        assert edit(text) != text
        source.write_text(edit(text), "utf-8")
        return source

    return change


def test_a_changed_document_alone_is_rewritten(tmp_path: Path, changed: Callable[[Callable[[str], str]], Path]) -> None:
    make(tmp_path / "archive")
    source = changed(lambda text: text.replace("There was no other way", "There was another way"))
    report = make(tmp_path / "archive", source=source)
    assert report.files["replaced"] == 2
    assert report.files.get("created", 0) == 0
