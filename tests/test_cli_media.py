"""Media on the command line: what is asked for, what is said, the exit code."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from migrator.cli.media import DEFAULTS, wish_of
from tests.command_line import Invoke
from tests.media.gazette import GAZETTE, MISSING, ROOT, SITE, UPLOADS, some


@pytest.fixture
def there(archive: Path, tmp_path: Path) -> Path:
    """A copy of the gazette without media."""
    return Path(shutil.copytree(archive, tmp_path / "archive"))


def test_convert_fetches_what_documents_use(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "migrator", "convert", str(GAZETTE), "-o", str(tmp_path / "a")]
    done = subprocess.run(
        [*command, "--media", "referenced", "--uploads", str(UPLOADS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert "31 fetched, 6 linked, 3 unfetched; 31 came in" in done.stderr


def test_media_completes_an_archive(migrator: Invoke, there: Path) -> None:
    said = migrator("media", there, "--media", "all", "--uploads", UPLOADS, "--report", "json")
    assert said.code == 0
    report = json.loads(said.out)
    assert report["files"] == {"fetched": 34, "linked": 6}
    assert report["added"] == 34
    assert migrator("check", there).code == 0


def test_gaps_have_their_exit_code(migrator: Invoke, there: Path, tmp_path: Path, no_network: None) -> None:
    missing = tmp_path / "missing.csv"
    uploads = some(tmp_path / "up", "2024/03/photo.jpg")
    said = migrator("media", there, "--media", "referenced", "--uploads", uploads, "--media-report", missing)
    assert said.code == 1
    assert "30 missing: gazette.example.edu: the host can't be reached" in said.err
    assert f"{SITE}/wp-content/uploads/{MISSING}" in missing.read_text("utf-8")
    assert migrator("check", there).code == 1


def test_a_dry_run_fetches_nothing(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "--dry-run", "--media", "all", "--uploads", UPLOADS)
    assert said.code == 0
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--uploads", "nowhere.zip"], 2, "nowhere.zip"),
        (["--header", "Cookie"], 2, "--header"),
        (["--header", "Cookie: a\nHost: b"], 2, "--header"),
        (["--media", "some"], 2, "--media"),
        (["--basic-auth", "reader"], 2, "--basic-auth must be NAME:PASSWORD"),
        (["--config", "nowhere.toml"], 2, "nowhere.toml"),
    ],
)
def test_wrong_use_is_told(migrator: Invoke, there: Path, arguments: list[str], code: int, says: str) -> None:
    said = migrator("media", there, *arguments)
    assert said.code == code
    assert says in said.err


def test_a_header_is_never_repeated(migrator: Invoke, there: Path) -> None:
    said = migrator("media", there, "--header", "Authorization secret-token")
    assert "secret" not in said.err


def test_a_password_is_never_repeated(migrator: Invoke, there: Path) -> None:
    assert "secret" not in migrator("media", there, "--basic-auth", "secret").err


def test_settings_stand_for_options(migrator: Invoke, there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They lie in the archive; paths lead from there."""
    monkeypatch.delenv("MIGRATOR_MEDIA")
    shutil.copytree(UPLOADS, there.parent / "uploads")
    settings = (
        '[media]\nfetch = "all"\nuploads = "../uploads"\nreport = "missing.csv"\n[media.headers]\nCookie = "secret"\n'
    )
    (there / "migrator.toml").write_text(settings, "utf-8")
    said = migrator("media", there, "--report", "json")
    assert json.loads(said.out)["files"] == {"fetched": 34, "linked": 6}
    assert (there / "missing.csv").read_text("utf-8").startswith("host,url,error")


def test_the_command_line_wins(migrator: Invoke, there: Path, tmp_path: Path, no_network: None) -> None:
    (there / "migrator.toml").write_text('[media]\nfetch = "all"\nuploads = ["nowhere"]\nremote = true\n', "utf-8")
    arguments = ["--media", "referenced", "--uploads", UPLOADS, "--no-remote-media", "--report", "json"]
    assert json.loads(migrator("media", there, *arguments).out)["files"] == {"fetched": 31, "linked": 6, "unfetched": 3}


def test_settings_hold_for_a_conversion_and_are_told_to_nobody(migrator: Invoke, tmp_path: Path) -> None:
    settings = '[media]\nbasic_auth = "reader:secret"\nuploads = ["nowhere"]\n[media.headers]\nCookie = "secret"\n'
    (tmp_path / "migrator.toml").write_text(settings, "utf-8")
    assert "nowhere: there is no such folder" in migrator("convert", GAZETTE, "-o", tmp_path / "a").err
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "--uploads", UPLOADS, "--media", "none")
    assert said.code == 0
    written = [file.read_bytes() for file in (tmp_path / "a").rglob("*") if file.is_file()]
    assert not any(b"secret" in data or b"basic_auth" in data for data in written)


@pytest.mark.parametrize(
    ("chosen", "headers"),
    [
        ({"basic_auth": "reader:näh:e"}, {"Authorization": "Basic cmVhZGVyOm7DpGg6ZQ=="}),
        ({"header": {"Cookie": "a=b"}, "remote_media": True}, {"Cookie": "a=b"}),
    ],
)
def test_the_wish_that_options_make(chosen: dict[str, Any], headers: dict[str, str]) -> None:
    wish = wish_of({**DEFAULTS, **chosen})
    assert (wish.headers, wish.remote, wish.extent) == (headers, "remote_media" in chosen, "referenced")


def test_what_is_no_archive(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("media", tmp_path)
    assert said.code == 4
    assert "is no archive" in said.err


def test_diff_shows_no_difference_in_where_files_lie(migrator: Invoke, there: Path) -> None:
    before = migrator("diff", there, "104", "--source", GAZETTE).out
    migrator("media", there, "--media", "all", "--uploads", UPLOADS)
    assert migrator("diff", there, "104", "--source", GAZETTE).out == before
