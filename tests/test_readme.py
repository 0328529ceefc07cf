"""What the README says of the program is what the program does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from migrator import errors
from migrator.clean import rules_of
from migrator.cli.convert import convert_command
from migrator.cli.rules import catalogue, row
from migrator.config import SETTINGS, read_config
from migrator.errors import MigratorError
from migrator.options import Options

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_catalogue_is_that_of_the_rules() -> None:
    """Renew it with `python -m tests.readme`."""
    listed = re.search(r"<!-- rules -->\n(.*?)<!-- /rules -->", README, re.DOTALL)
    assert listed is not None
    assert listed[1].strip() == "\n".join(catalogue([row(rule, disabled=False) for rule in rules_of(Options())]))


def test_every_option_of_convert_is_explained() -> None:
    table = README.partition("### Options of `convert`")[2].partition("Exit codes")[0]
    named = set(re.findall(r"--[a-z][a-z-]*", table))
    options = {name for option in convert_command.params if isinstance(option, click.Option) for name in option.opts}
    assert named == {name for name in options if name.startswith("--")}


def test_every_exit_code_is_explained() -> None:
    text = README.partition("Exit codes: ")[2].partition("\n\n")[0]
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, MigratorError)]
    codes = {kind.exit_code for kind in kinds}
    assert {int(code) for code in re.findall(r"`(\d+)`", text)} == codes | {0}


def test_the_example_settings_can_be_read(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert example is not None
    (tmp_path / "migrator.toml").write_text(example[1], "utf-8")
    options = read_config(tmp_path / "migrator.toml")
    assert options.zone == "America/New_York"
    assert options.rules[0]["name"] == "own.promo"


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_is_named(name: str) -> None:
    assert re.search(rf"\b{name}\b", README)


def test_the_command_that_readers_type_first_works(tmp_path: Path) -> None:
    command = re.search(r"\.venv/bin/migrator (convert .+ -o) archive\n", README)
    assert command is not None
    arguments = [*command[1].split(), str(tmp_path / "archive")]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MIGRATOR_")}
    command_line = [sys.executable, "-m", "migrator", *arguments]
    subprocess.run(command_line, check=True, cwd=ROOT, capture_output=True, env=plain)
    assert (tmp_path / "archive" / "content" / "pages" / "about.md").exists()
    assert (tmp_path / "archive" / "media" / "2024" / "03" / "photo.jpg").exists()
