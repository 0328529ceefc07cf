"""Finding one document of an archive, by whatever name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from migrator.archive.documents import find, settings
from migrator.errors import ArchiveError, UsageError


def path_of(archive: Path, number: int) -> str:
    heads = {path: json.loads(path.read_bytes())["id"] for path in (archive / "content").rglob("*.json")}
    return next(path for path, own in heads.items() if own == number).relative_to(archive).with_suffix("").as_posix()


def test_every_name_leads_to_the_same_document(archive: Path) -> None:
    path = path_of(archive, 102)
    kept = find(archive, "102")
    assert (kept.path, kept.record["id"]) == (path, 102)
    names = (path, f"{path}.md", f"{archive}/{path}.json", path.rpartition("/")[2], kept.record["url"])
    assert {find(archive, name).path for name in (*names, path.removeprefix("content/"))} == {path}


def test_entries_are_those_of_the_document_in_the_order_of_the_ledger(archive: Path) -> None:
    kept = find(archive, "108")
    lines = [json.loads(line) for line in (archive / "ledger.jsonl").read_text("utf-8").splitlines()]
    own = [(line["rule"], line["before"]) for line in lines if line["document"] == 108]
    assert own
    assert [(entry.rule, entry.before) for entry in kept.entries] == own


def test_unpublished_documents_are_found_with_their_entries(archive: Path) -> None:
    kept = find(archive, "404")
    assert kept.path.startswith("unpublished/private/")
    assert [entry.rule for entry in kept.entries][:1] == ["shortcode.gallery"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("99999", "no document '99999'$"),
        ("407", "left out"),
        ("how-paragraphs-are-made-of-line", "is it content/.*/how-paragraphs-are-made-of-lines?"),
        ("about", "'about' are 2 documents: content/pages/about, content/posts"),
        ("https://gazette.example.edu/nowhere/", "no document"),
        ("media.json", "no document"),
    ],
)
def test_a_name_that_leads_nowhere_or_to_several(archive: Path, name: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        find(archive, name)


def test_no_archive_and_an_unfinished_one(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is no archive"):
        settings(tmp_path)
    (tmp_path / ".migrator").mkdir()
    with pytest.raises(ArchiveError, match="unfinished"):
        settings(tmp_path)


@pytest.mark.parametrize(("text", "says"), [("[]", "holds no object"), ("{", "is no JSON")])
def test_a_broken_archive_is_told(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "archive.json").write_text(text, "utf-8")
    with pytest.raises(ArchiveError, match=says):
        settings(tmp_path)
