"""`migrator diff`: what it shows, in which form, and what it says when it can't."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import unstyle

from migrator.archive.comparison import compare, record_of
from migrator.archive.documents import find, settings
from migrator.cli.diff_text import beside
from migrator.cli.terminal import cells
from migrator.markup.html import parse
from tests.command_line import Invoke
from tests.exports import item, wxr
from tests.laws import words

GAZETTE = Path(__file__).parent.parent / "fixtures" / "gazette" / "export.xml"
STORY = """The first paragraph of the story.

[vc_row]The row was a place, not a fight.[/vc_row]

<div class="sharedaddy"><h3>Share this:</h3><a href="https://gazette.example.edu/?share=x">X</a></div>

<b>Bold & “quoted” <i>words</i></b> at the end."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("diff")
    (folder / "export.xml").write_bytes(wxr(item(7, content=STORY)))
    return folder


@pytest.fixture
def made(story: Path, migrator: Invoke) -> Path:
    if not (story / "archive").exists():
        migrator("convert", story / "export.xml", "-o", story / "archive", "-q")
    return story / "archive"


def test_each_fragment_stands_there_with_its_rule(migrator: Invoke, made: Path, story: Path) -> None:
    said = migrator("diff", made, "7", "--source", story / "export.xml")
    assert said.code == 0
    lines = re.sub(r"#(?:shortcode|builder)\.\w+", "#shortcode", said.out).splitlines()
    assert f"source text: {story / 'export.xml'}" in lines
    assert lines[lines.index("") + 1 :] == [
        "  The first paragraph of the story.",
        "- [-[vc_row]…[/vc_row]-] #shortcode The row was a place, not a fight.",
        "+ The row was a place, not a fight.",
        "- Share this: #share.jetpack",
        "- X <https://gazette.example.edu/?share=x> #share.jetpack",
        "  Bold & “quoted” words at the end.",
    ]


def test_without_the_source_it_is_put_together_and_says_so(migrator: Invoke, made: Path) -> None:
    said = migrator("diff", made, "7")
    assert "put together from the archive and its ledger" in said.out
    assert "- Share this: X <https://gazette.example.edu/?share=x> #share.jetpack\n" in said.out
    assert "[vc_row]…[/vc_row]" in said.out


def test_context_leaves_out_what_is_the_same(migrator: Invoke, made: Path, story: Path) -> None:
    out = migrator("diff", made, "7", "--source", story / "export.xml", "--context", "0").out
    assert "  … 1 line the same\n" in out
    assert "first paragraph" not in out


def test_side_by_side_fits_the_width(
    migrator: Invoke, made: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    out = migrator("diff", made, "7", "--source", story / "export.xml", "--side-by-side").out
    rows = out.split("\n\n", 1)[1].splitlines()
    assert rows[0] == "The first paragraph of the     │ The first paragraph of the"
    assert max(map(cells, rows)) <= 64
    assert {row.index("│") for row in rows} == {31}


def test_wide_characters_take_two_columns(archive: Path) -> None:
    kept = find(archive, "127")
    rows = list(beside(compare(kept, record_of(kept, [GAZETTE]), {}).rows, None, 43))
    assert any(ord(char) > 0xAC00 for row in rows for char in row)
    assert {cells(unstyle(row).partition(" │")[0]) for row in rows} == {20}


def test_colours_are_for_terminals(migrator: Invoke, made: Path, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in migrator("diff", made, "7").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31mShare\x1b[0m" in migrator("diff", made, "7", "--source", story / "export.xml").out


def test_a_page_of_html(migrator: Invoke, made: Path, story: Path, tmp_path: Path) -> None:
    said = migrator("diff", made, "7", "--source", story / "export.xml", "--html", tmp_path / "d.html")
    assert (said.code, said.out) == (0, "")
    page = (tmp_path / "d.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    body = parse(page)
    assert [gone.text for gone in body.iter("del")][1:] == ["Share this:", "X <https://gazette.example.edu/?share=x>"]
    assert [rule.text for rule in body.iter("small")][1:] == ["share.jetpack", "share.jetpack"]
    assert "Bold &amp; “quoted” words" in page
    assert migrator("diff", made, "7", "--source", story / "export.xml", "--html").out == page


def test_changes_of_other_fields_stand_below(migrator: Invoke, archive: Path) -> None:
    out = migrator("diff", archive, "101").out
    assert re.search(r"\nElsewhere\n(?:.*\n)*rewritten byline\.\S+ author\n  - The Millbrook Gazette\n", out)


def test_another_file_than_the_source_is_doubted(migrator: Invoke, made: Path, story: Path, tmp_path: Path) -> None:
    (tmp_path / "export.xml").write_bytes((story / "export.xml").read_bytes() + b"\n")
    assert "is not the file" in migrator("diff", made, "7", "--source", tmp_path / "export.xml").out
    assert "is not the file" not in migrator("diff", made, "7", "--source", story / "export.xml").out


def test_a_ledger_of_names_is_said_to_be_one(migrator: Invoke, story: Path, tmp_path: Path) -> None:
    migrator("convert", story / "export.xml", "-o", tmp_path / "a", "-q", "--ledger", "names")
    said = migrator("diff", tmp_path / "a", "7")
    assert "ledger has names only" in said.out
    assert "removed share.jetpack content/div\n" in said.out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["8"], 2, "no document '8'"),
        (["7", "--source", "nowhere.xml"], 3, "nowhere.xml"),
        (["7", "--source", GAZETTE], 3, "no item 7 of type 'post'"),
        (["7", "--html", "nowhere/d.html"], 4, "d.html"),
    ],
)
def test_what_can_not_be_done_is_told(
    migrator: Invoke, made: Path, arguments: list[object], code: int, says: str
) -> None:
    said = migrator("diff", made, *arguments)
    assert said.code == code
    assert says in said.err
    assert "Traceback" not in said.err


def test_nothing_of_the_gazette_goes_without_an_entry(archive: Path) -> None:
    """Words that the archive doesn't show where the source has them are told of, or were moved or joined."""
    made = settings(archive)
    for path in sorted((archive / "content").rglob("*.json"))[::7]:
        kept = find(archive, path.as_posix())
        found = compare(kept, record_of(kept, [GAZETTE]), made)
        texts = [kept.record["content"]["html"], *(entry.before for entry in kept.entries)]
        pieces = [piece for row in found.rows for piece in row.source]
        untold = " ".join(piece.text for piece in pieces if piece.changed and piece.entry is None)
        known = set(words("\n".join(texts)))
        # the number of a note stands at the word that it belongs to
        assert {word for word in words(untold) if not {word, word.rstrip("0123456789")} & known} == set(), kept.path
