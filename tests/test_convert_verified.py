"""`--verify`: words that are in neither the document nor the ledger are told of, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from migrator import convert_verified
from migrator.convert import convert
from migrator.convert_verified import convert_and_verify
from migrator.model import Entry, RawComment, Record
from migrator.rendered import Rendered
from migrator.run_batch import Convert
from migrator.site import Site
from tests.command_line import Invoke
from tests.sites import make_site

GAZETTE = Path(__file__).parent.parent / "fixtures" / "gazette" / "export.xml"
RECORD = Record(
    id=1,
    type="post",
    status="publish",
    title="Council votes",
    content='<!-- wp:x {"a":"hidden"} /--><p>The <b>oc</b>topus voted.</p><script>no()</script>[gone at="word"]'
    '<iframe src="https://example.org/"><a href="/">Inside</a></iframe>',
    excerpt="Briefly",
    comments=[RawComment(id=5, content="Hear, hear", approved="1"), RawComment(id=6, content="Buy", approved="spam")],
)


def without(*words: str) -> Convert:
    """A conversion that loses some words."""

    def lossy(record: Record, site: Site) -> Rendered:
        rendered = convert(record, site)
        for word in words:
            rendered.files[".json"] = rendered.files[".json"].replace(word, "")
        return rendered

    return lossy


def test_a_document_that_has_all_words_is_as_it_was() -> None:
    site = make_site(RECORD)
    assert convert_and_verify(RECORD, site) == convert(RECORD, site)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Council"], [("title", "Council")]),
        (["topus", "voted"], [("content", "topus voted")]),
        (["Briefly"], [("excerpt", "Briefly")]),
        (["Hear"], [("comment 5", "Hear")]),
        (["votes", "The"], [("title", "votes"), ("content", "The")]),
    ],
)
def test_lost_words_are_told(
    words: list[str], expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(RECORD)
    monkeypatch.setattr(convert_verified, "convert", without(*words))
    told = [entry for entry in convert_and_verify(RECORD, site).entries if entry.rule == "verify.lost"]
    assert told == [
        Entry("verify.lost", "failed", where, lost, "in neither the document nor the ledger")
        for where, lost in expected
    ]


def test_nothing_of_the_fixture_is_lost(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "--verify", "--report", "json")
    assert (said.code, json.loads(said.out)["losses"]) == (0, 0)


def test_a_run_that_loses_words_says_so(migrator: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert_verified, "convert", without("otter"))
    said = migrator("convert", GAZETTE, "-o", tmp_path / "a", "--verify")
    assert said.code == 5
    assert "WORDS ARE LOST: in " in said.err
    assert "verify.lost" in (tmp_path / "a" / "ledger.jsonl").read_text("utf-8")
