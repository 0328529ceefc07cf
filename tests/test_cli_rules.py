"""`migrator rules`: one rule told in full, and what the rules would take from a page."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from migrator.clean.rules import RULES
from tests.command_line import Invoke

PAGE = """<!doctype html>
<html><head><title>Otters win</title></head>
<body class="single"><article><p>The otters won [sic].</p>
<div class="sharedaddy"><h3>Share this:</h3><a href="https://gazette.example.edu/?share=x">X</a></div>
[sic_transit gloria="mundi"]Rain fell.[/sic_transit]
<div class="motto">Since 1911</div>
<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></article></body></html>
"""
OWN = """[[rule]]
name = "our.motto"
verb = "drop"
keys = [".motto"]

[[rule]]
name = "our.weather"
verb = "drop"
keys = ["#weather"]
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_show_tells_all_rows_of_a_rule(migrator: Invoke) -> None:
    said = migrator("rules", "--show", "share.jetpack")
    assert said.code == 0
    assert "Share and like buttons" in said.out
    assert ".sharedaddy" in said.out
    assert "wp:jetpack/like" not in said.out
    assert "only if an element has so little text" in " ".join(said.out.split())


def test_show_tells_a_family(migrator: Invoke) -> None:
    rows = json.loads(migrator("rules", "--show", "share", "--report", "json").out)
    assert [row["name"] for row in rows] == [rule.name for rule in RULES if rule.name.startswith("share.")]


def test_show_fits_the_terminal(migrator: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, migrator("rules", "--show", "share").out.splitlines())) <= 60


def test_show_knows_a_site_s_own_rules(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(OWN, "utf-8")
    said = migrator("rules", "--config", tmp_path / "m.toml", "--show", "our.motto")
    assert "this site's own" in said.out
    assert ".motto" in said.out


def test_each_rule_says_what_it_is_for(migrator: Invoke) -> None:
    rows = json.loads(migrator("rules", "--report", "json").out)
    assert [row["name"] for row in rows if not row["family"] or row["conditional"] > bool(row["when"])] == []
    assert [row["name"] for row in rows if row["verb"] == "rewrite" and not row["makes"]] == []


def test_a_wrong_name_is_told_with_one_that_is_near(migrator: Invoke) -> None:
    said = migrator("rules", "--show", "share.jetpak")
    assert said.code == 2
    assert "share.jetpack" in said.err


def test_test_tells_what_each_rule_would_take(migrator: Invoke, page: Path) -> None:
    rows = json.loads(migrator("rules", "--test", page, "--report", "json").out)
    assert [(row["rule"], row["verb"], row["element"]) for row in rows] == [
        ("share.jetpack", "drop", '<div class="sharedaddy">'),
        ("shortcode.unknown", "unwrap", '[sic_transit gloria="mundi"]…[/sic_transit]'),
        ("embed.frame", "rewrite", '<iframe src="https://www.youtube.com/embed/abcdefghijk">'),
    ]
    assert rows[0]["before"] == "Share this: X <https://gazette.example.edu/?share=x>"
    assert rows[0]["where"] == "content/article/div[1]"


def test_test_prints_it_for_people_and_leaves_the_page_alone(migrator: Invoke, page: Path) -> None:
    said = migrator("rules", "--test", page)
    assert said.code == 0
    assert "share.jetpack drop content/article/div[1]" in said.out
    assert "  - Share this: X" in said.out
    assert "\x1b" not in said.out
    assert page.read_text("utf-8") == PAGE
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]


def test_colours_can_be_asked_for_and_refused(migrator: Invoke, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m" in migrator("rules", "--test", page).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in migrator("rules", "--test", page).out


def test_test_says_which_own_rules_apply(migrator: Invoke, page: Path, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(OWN + '\n[rules]\ndisable = ["share.jetpack"]\n', "utf-8")
    said = migrator("rules", "--test", page, "--config", tmp_path / "m.toml")
    assert "    1 our.motto (of migrator.toml)\n" in said.out
    assert "    0 our.weather (of migrator.toml): it takes nothing here\n" in said.out
    assert "share.jetpack" not in said.out


def test_test_knows_a_site_s_own_shortcodes(migrator: Invoke, page: Path, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text('[[rule]]\nname = "our.sic"\nverb = "drop"\nkeys = ["[sic]"]\n', "utf-8")
    said = migrator("rules", "--test", page, "--config", tmp_path / "m.toml", "--report", "json")
    assert next((row["rule"], row["before"]) for row in json.loads(said.out)) == ("our.sic", "[sic]")


def test_test_reads_standard_input_in_another_encoding(
    migrator: Invoke, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    body = '<meta charset="windows-1252"><p>Été</p><div class="sharedaddy">Partagé “ici”</div>'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body.encode("cp1252"))))
    assert "- Partagé “ici”" in migrator("rules", "--test", "-").out


def test_test_of_plain_prose_takes_nothing(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Words [1].</p>", "utf-8")
    assert migrator("rules", "--test", tmp_path / "a.html").out == "No rule takes anything.\n"


def test_a_page_that_is_not_there(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("rules", "--test", tmp_path / "nowhere.html")
    assert said.code == 3
    assert "nowhere.html" in said.err
