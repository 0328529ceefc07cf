"""`check` finds nothing in a sound archive, and whatever was damaged in another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from migrator.archive import manifest
from migrator.archive.check import check
from migrator.archive.files import WORK, digest_of
from migrator.errors import ArchiveError
from migrator.options import Options
from tests.test_run import make

STORY = "content/posts/2024/03/trustees-approve-4-5-tuition-increase-unavoidable-president-says"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = tmp_path_factory.mktemp("check") / "archive"
    make(archive)
    return archive


@pytest.fixture
def archive(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "archive"))


def kinds(archive: Path) -> set[tuple[str, str]]:
    return {(finding.kind, finding.path) for finding in check(archive)}


def rewrite(archive: Path, path: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a JSON file and tell the manifest, so that only the change itself can be found."""
    value = json.loads((archive / path).read_bytes())
    change(value)
    (archive / path).write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    relist(archive)


def relist(archive: Path) -> None:
    files = [(path, digest_of(archive / path)) for path, _ in manifest.read(archive / manifest.NAME)]
    (archive / manifest.NAME).write_text("".join(manifest.lines(files)), "utf-8")


def test_a_sound_archive(sound: Path) -> None:
    assert check(sound) == []


def test_what_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is no archive"):
        check(tmp_path)
    (tmp_path / WORK).mkdir()
    with pytest.raises(ArchiveError, match="unfinished run"):
        check(tmp_path)


def test_an_unfinished_run(archive: Path) -> None:
    (archive / WORK).mkdir()
    assert kinds(archive) == {("unfinished", WORK)}


def test_changed_missing_and_unlisted_files(archive: Path) -> None:
    (archive / f"{STORY}.md").write_text("changed")
    (archive / "redirects.csv").unlink()
    (archive / "content/stray.md").write_text("stray")
    assert kinds(archive) == {
        ("manifest", f"{STORY}.md"),
        ("manifest", "redirects.csv"),
        ("manifest", "content/stray.md"),
    }


def test_a_missing_manifest(archive: Path) -> None:
    (archive / manifest.NAME).unlink()
    assert ("manifest", manifest.NAME) in kinds(archive)


def add_field(value: dict[str, Any]) -> None:
    value["password"] = "secret"


def break_date(value: dict[str, Any]) -> None:
    value["published"]["local"] = "10 March"


def break_vocabulary(value: dict[str, Any]) -> None:
    value["content"]["html"] += "<script>alert(1)</script>"


def break_comment(value: dict[str, Any]) -> None:
    value["comments"][0]["html"] = '<p onclick="x()">No</p>'


def break_link(value: dict[str, Any]) -> None:
    value["content"]["html"] += '<p><a href="../../../nowhere.md#top">Gone</a></p>'


def break_media(value: dict[str, Any]) -> None:
    value["media"][0]["path"] = "media/nowhere.jpg"


def break_byline(value: dict[str, Any]) -> None:
    value["authors"][0]["person"] = "nobody"


def break_companion(value: dict[str, Any]) -> None:
    value["content"]["markdown"] = "nowhere.md"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (add_field, "schema"),
        (break_date, "schema"),
        (break_vocabulary, "vocabulary"),
        (break_comment, "vocabulary"),
        (break_link, "link"),
        (break_media, "media"),
        (break_byline, "people"),
        (break_companion, "link"),
    ],
)
def test_a_damaged_document(archive: Path, change: Callable[[dict[str, Any]], None], kind: str) -> None:
    rewrite(archive, f"{STORY}.json", change)
    assert kinds(archive) == {(kind, f"{STORY}.json")}


def test_what_is_no_json(archive: Path) -> None:
    (archive / f"{STORY}.json").write_text("{")
    (archive / "people.json").write_text("[]")
    with (archive / "ledger.jsonl").open("a") as file:
        file.write("no line\n")
    relist(archive)
    found = kinds(archive)
    assert {("schema", f"{STORY}.json"), ("schema", "people.json"), ("schema", "ledger.jsonl")} <= found


def forget_item(value: dict[str, Any]) -> None:
    value["reconciliation"]["items"][0]["in"] += 1


def forget_document(value: dict[str, Any]) -> None:
    value["documents"]["public"] += 1


def forget_comment(value: dict[str, Any]) -> None:
    value["reconciliation"]["comments"]["written"] -= 1


@pytest.mark.parametrize("change", [forget_item, forget_document, forget_comment])
def test_an_account_that_is_wrong(archive: Path, change: Callable[[dict[str, Any]], None]) -> None:
    rewrite(archive, "archive.json", change)
    assert kinds(archive) == {("reconciliation", "archive.json")}


@pytest.mark.parametrize("change", [{"action": "eaten"}, {"rule": None}, {"more": 1}, {"document": "12"}])
def test_a_line_of_the_ledger_that_is_none(archive: Path, change: dict[str, Any]) -> None:
    lines = (archive / "ledger.jsonl").read_text("utf-8").splitlines()
    lines[-1] = json.dumps(json.loads(lines[-1]) | change)
    (archive / "ledger.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    relist(archive)
    [finding] = check(archive)
    assert (finding.kind, finding.path) == ("schema", "ledger.jsonl")
    assert finding.message.startswith(f"line {len(lines)}: ")


def test_a_line_of_the_ledger_that_is_gone(archive: Path) -> None:
    lines = (archive / "ledger.jsonl").read_text("utf-8").splitlines(keepends=True)
    (archive / "ledger.jsonl").write_text("".join(lines[1:]), "utf-8")
    relist(archive)
    assert kinds(archive) == {("reconciliation", "archive.json")}


def test_a_document_that_is_gone_with_its_line_in_the_manifest(archive: Path) -> None:
    for suffix in (".md", ".json"):
        (archive / f"{STORY}{suffix}").unlink()
    files = [(path, digest) for path, digest in manifest.read(archive / manifest.NAME) if not path.startswith(STORY)]
    (archive / manifest.NAME).write_text("".join(manifest.lines(files)), "utf-8")
    assert ("reconciliation", "archive.json") in kinds(archive)


def test_an_archive_without_what_is_not_public_is_whole(archive: Path) -> None:
    assert "unpublished" not in (archive / manifest.NAME).read_text("utf-8")
    shutil.rmtree(archive / "unpublished")
    assert kinds(archive) == {("missing", "unpublished")}
    (archive / f"{STORY}.json").unlink()
    assert ("reconciliation", "archive.json") in kinds(archive)


def test_an_embed_that_no_list_has(archive: Path) -> None:
    embed = {"provider": "vimeo", "kind": "video", "id": "1", "url": "https://vimeo.com/1"}
    told = dict.fromkeys(("title", "author", "thumbnail", "caption"), "")
    rewrite(archive, f"{STORY}.json", lambda value: value["embeds"].append(embed | told))
    assert kinds(archive) == {("embeds", f"{STORY}.json")}


def test_documents_of_an_earlier_run_may_name_what_the_lists_no_longer_have(archive: Path) -> None:
    make(archive, options=Options(types=frozenset(("page",))))
    assert (archive / f"{STORY}.json").is_file()
    assert check(archive) == []
