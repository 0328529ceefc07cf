"""The command line as a user meets it: what it says, where it says it, the exit code."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from migrator import run_pool
from migrator.cli import COMMANDS
from tests.command_line import Invoke, Said

ROOT = Path(__file__).parent.parent
GAZETTE = ROOT / "fixtures" / "gazette" / "export.xml"
BROKEN = ROOT / "fixtures" / "broken"


def test_convert_sums_up_on_stderr_and_keeps_stdout_clean(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a")
    assert said.code == 0
    assert said.out == ""
    assert re.search(r"items +308 = 254 written \+ 49 merged \+ 5 skipped", said.err)
    assert str(tmp_path / "a" / "ledger.jsonl") in said.err


def test_quiet_says_nothing(migrator: Invoke, tmp_path: Path) -> None:
    assert migrator("convert", GAZETTE, "-o", tmp_path / "a", "-q") == Said(0, "", "")


def test_convert_says_that_no_processes_can_be_used(
    migrator: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_pool, "_settle", lambda: os._exit(1))
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "-j", 2, "-q")
    assert said.code == 0
    assert said.err.startswith("note: no further processes can be used, so that one does all the work (")


def test_report_json_is_json_on_stdout(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "--report", "json")
    report = json.loads(said.out)
    assert report["exit_code"] == 0
    assert report["archive"]["reconciliation"]["adds_up"] is True
    assert report["archive"] == json.loads((tmp_path / "a" / "archive.json").read_text("utf-8"))


def test_an_export_that_was_cut_short_is_said_to_be(migrator: Invoke, tmp_path: Path) -> None:
    short = tmp_path / "short.xml"
    short.write_bytes(GAZETTE.read_bytes()[:200_000])
    words = "DAMAGED SOURCE: short.xml: the file ends without </rss>: it was cut short, and items may be missing"
    said = migrator("convert", short, "-o", tmp_path / "a", "--media", "none")
    assert (said.code, words in said.err) == (1, True)
    report = json.loads(migrator("convert", short, "-o", tmp_path / "a", "--report", "json").out)
    assert (report["exit_code"], report["failures"], len(report["damage"])) == (1, 0, 1)
    assert words in migrator("inspect", short).out
    assert json.loads(migrator("inspect", short, "--report", "json").out)["damage"] == report["damage"]


def test_a_dry_run_writes_nothing(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "--dry-run")
    assert said.code == 0
    assert "nothing written" in said.err
    assert not (tmp_path / "a").exists()


def test_a_second_run_changes_nothing(migrator: Invoke, tmp_path: Path) -> None:
    def state() -> dict[Path, tuple[int, bytes]]:
        return {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in (tmp_path / "a").rglob("*") if p.is_file()}

    migrator("convert", GAZETTE, "-o", tmp_path / "a", "-q")
    before = state()
    migrator("convert", GAZETTE, "-o", tmp_path / "a", "-q")
    assert {path: content for path, (_, content) in state().items()} == {p: c for p, (_, c) in before.items()}
    documents = [path for path in before if path.suffix == ".md"]
    assert [before[path] for path in documents] == [state()[path] for path in documents]


def test_the_filters_reach_the_archive(migrator: Invoke, tmp_path: Path) -> None:
    arguments = ["--types", "page", "--unpublished", "skip", "--ledger", "names"]
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", *arguments, "--report", "json")
    assert said.code == 0
    assert {path.relative_to(tmp_path / "a").parts[1] for path in (tmp_path / "a" / "content").rglob("*.md")} == {
        "pages"
    }
    assert {path.name for path in (tmp_path / "a" / "unpublished").rglob("*.*")} == {
        "ledger.jsonl",
        "manifest-sha256.txt",
    }
    posts = [row for row in json.loads(said.out)["archive"]["reconciliation"]["items"] if row["type"] == "post"]
    assert {row["status"]: row["reasons"] for row in posts}["publish"] == {"skipped": {"filter --types": 224}}


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["convert", "nowhere.xml", "-o", "a"], 3, "nowhere.xml"),
        (["convert", BROKEN / "empty.xml", "-o", "a"], 3, "empty.xml"),
        (["convert", BROKEN / "page.xml", "-o", "a"], 3, "page.xml"),
        (["convert", BROKEN / "plain-rss.xml", "-o", "a"], 3, "plain-rss.xml"),
        (["inspect", BROKEN / "atom.xml"], 3, "atom.xml"),
        (["convert", GAZETTE], 2, "--output"),
        (["convert", GAZETTE, "-o", "a", "--colour"], 2, "--colour"),
        (["convert", GAZETTE, "-o", "a", "--zone", "Mars/Olympus"], 2, "Mars/Olympus"),
        (["convert", GAZETTE, "-o", "a", "--since", "yesterday"], 2, "--since"),
        (["convert", GAZETTE, "-o", "a", "--since", "2015-02", "--until", "2015-01-31"], 2, "since (2015-02) is after"),
        (["convert", GAZETTE, "-o", "a", "--disable", "share.nobody"], 2, "share.nobody"),
        (["convert", GAZETTE, "-o", "a", "--config", "nowhere.toml"], 2, "nowhere.toml"),
        (["check", "nowhere"], 4, "nowhere"),
        (["diff", "nowhere", "1"], 4, "nowhere"),
        (["explode"], 2, "explode"),
    ],
)
def test_wrong_input_has_its_exit_code_and_says_what(
    migrator: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[object], code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = migrator(*arguments)
    assert said.code == code
    assert says in said.err
    assert "Traceback" not in said.err
    assert not list(tmp_path.iterdir())


def test_a_folder_with_something_else_is_refused(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    said = migrator("convert", GAZETTE, "-o", tmp_path)
    assert said.code == 4
    assert "thesis.txt" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_check_is_content_with_a_whole_archive(migrator: Invoke, archive: Path) -> None:
    said = migrator("check", archive)
    assert said.code == 0, said.err
    assert "all is well" in said.err


def test_check_finds_a_changed_file(migrator: Invoke, tmp_path: Path) -> None:
    migrator("convert", GAZETTE, "-o", tmp_path / "a", "-q")
    document = next((tmp_path / "a" / "content").rglob("*.md"))
    document.write_text("tampered", "utf-8")
    said = migrator("check", tmp_path / "a")
    assert said.code == 5
    assert document.relative_to(tmp_path / "a").as_posix() in said.err


def test_inspect_counts_without_writing(migrator: Invoke) -> None:
    found = json.loads(migrator("inspect", GAZETTE, "--report", "json").out)
    assert {"type": "post", "status": "publish", "count": 222} in found["items"]
    assert {"outcome": "merged", "reason": "media.json", "count": 33} in found["outcomes"]
    assert found["blocks"]["core/image"] == 24
    said = migrator("inspect", GAZETTE)
    assert said.code == 0
    assert "Ruth Hollis" in said.out


def test_inspect_tells_what_is_broken(migrator: Invoke) -> None:
    found = json.loads(migrator("inspect", BROKEN / "control-characters.xml", "--report", "json").out)
    assert [row for row in found["broken"] if row["rule"].startswith("xml.")]


def test_rules_lists_every_rule_and_marks_those_switched_off(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text('[rules]\ndisable = ["share.jetpack"]\n', "utf-8")
    rows = json.loads(migrator("rules", "--config", tmp_path / "m.toml", "--report", "json").out)
    assert {row["name"] for row in rows if row["disabled"]} == {"share.jetpack"}
    assert re.search(r"^share\.addtoany +drop", migrator("rules").out, re.MULTILINE)


@pytest.mark.parametrize("command", ["convert", "inspect", "check", "diff", "rules", ""])
def test_help_ends_with_an_example(migrator: Invoke, command: str) -> None:
    said = migrator(*filter(None, [command]), "--help")
    assert said.code == 0
    assert re.search(r"Example: migrator \w+", said.out.rstrip().splitlines()[-1])


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    with GAZETTE.open("rb") as export:
        command: list[str | Path] = [sys.executable, "-m", "migrator", "convert", "-", "-o", tmp_path / "a", "-q"]
        subprocess.run(command, stdin=export, check=True, cwd=ROOT)
    assert (tmp_path / "a" / "archive.json").exists()


def test_ctrl_c_keeps_what_is_done_and_the_next_run_ends_in_the_same_bytes(tmp_path: Path, archive: Path) -> None:
    copies = tmp_path / "big.xml"
    subprocess.run([sys.executable, "-m", "tests.benchmarks", "make", "6", copies], check=True, cwd=ROOT)
    command: list[str | Path] = [sys.executable, "-m", "migrator", "convert", copies, "-q", "-j", "2", "-o"]
    subprocess.run([*command, tmp_path / "whole"], check=True, cwd=ROOT)
    stopped = _stopped_in_the_middle([*command, tmp_path / "stopped"], tmp_path / "stopped")
    assert stopped.code == 130
    assert "the same command goes on from there" in stopped.err
    subprocess.run([*command, tmp_path / "stopped"], check=True, cwd=ROOT)
    assert contents(tmp_path / "stopped") == contents(tmp_path / "whole")


def _stopped_in_the_middle(command: list[str | Path], folder: Path) -> Said:
    """Run, send SIGINT once documents appear, and tell how it ended."""
    process = subprocess.Popen(
        list(map(str, command)), cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not (folder / "content").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    return Said(process.returncode, "", err)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_command_is_told_of_and_loads(migrator: Invoke) -> None:
    told = migrator("--help").out
    for name, words in COMMANDS.items():
        assert f"{name} " in told
        assert words in told
        assert "Example: migrator " + name in migrator(name, "--help").out


def test_exports_of_two_sites_are_told(migrator: Invoke, tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_bytes(GAZETTE.read_bytes().replace(b"gazette.example.edu", b"tribune.example.org"))
    said = "note: other.xml: an export of https://tribune.example.org; all that is given is taken for one site, "
    assert said in migrator("convert", GAZETTE, other, "-o", tmp_path / "a", "-q", "--dry-run").err
    assert said in migrator("inspect", GAZETTE, other).out


def test_filters_that_name_what_is_not_there_are_told(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "-q", "--types", "post,pages", "--author", "Ruth Hollis")
    assert "note: types: nothing in the source has 'pages'; did you mean 'page'?" in said.err
    assert "note: author: nothing in the source has 'Ruth Hollis'; " in said.err
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "-q", "--types", "post,attachment", "--since", "2024-04")
    assert said == Said(0, "", "")
