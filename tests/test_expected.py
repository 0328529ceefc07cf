"""The fixtures give, byte for byte, the archives that lie beside them: a change of any output shows in review."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrator.archive.check import check
from tests.expected import EXPORTS, FIXTURES, contents, convert


@pytest.mark.parametrize("name", EXPORTS)
def test_the_archive_is_the_expected_one(name: str, tmp_path: Path) -> None:
    """Renew it with `python -m tests.expected`, and read the difference."""
    convert(name, tmp_path / "archive")
    made, expected = contents(tmp_path / "archive"), contents(FIXTURES / name / "archive")
    assert sorted(made) == sorted(expected)
    assert [path for path in made if made[path] != expected[path]] == []


@pytest.mark.parametrize("name", EXPORTS)
def test_the_expected_archive_is_whole(name: str) -> None:
    assert list(check(FIXTURES / name / "archive")) == []
