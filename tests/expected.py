"""`python -m tests.expected`: convert the fixtures anew into the archives that the tests expect of them."""

from __future__ import annotations

import shutil
from pathlib import Path

from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source

FIXTURES = Path(__file__).parent.parent / "fixtures"
EXPORTS = {"gazette": ("export.xml",), "split": ("gazette.part-1.xml", "gazette.part-2.xml")}
"""The parts of each fixture that has an expected archive, which lies beside them."""


def convert(name: str, archive: Path) -> None:
    """Convert a fixture with the default options."""
    run(open_source([FIXTURES / name / part for part in EXPORTS[name]]), archive, Options(), How())


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder by their path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main() -> None:
    for name in EXPORTS:
        archive = FIXTURES / name / "archive"
        shutil.rmtree(archive, ignore_errors=True)
        convert(name, archive)


if __name__ == "__main__":
    main()
