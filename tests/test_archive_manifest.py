"""The manifest says what it was told, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from migrator.archive import manifest
from migrator.archive.files import digest


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=5))
def test_what_is_written_is_read_again(names: list[str]) -> None:
    files = [(name, digest(name.encode())) for name in names]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / manifest.NAME
        path.write_text("".join(manifest.lines(files)), "utf-8", newline="")
        assert list(manifest.read(path)) == files


def test_sha256sum_reads_it(tmp_path: Path) -> None:
    (tmp_path / "a b é.md").write_bytes(b"text")
    (tmp_path / manifest.NAME).write_text("".join(manifest.lines([("a b é.md", digest(b"text"))])), "utf-8")
    subprocess.run(["sha256sum", "-c", "--strict", manifest.NAME], cwd=tmp_path, check=True, capture_output=True)


def test_lines_of_another_form_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "manifest"
    path.write_text(f"# a remark\n{'0' * 64} *binary.jpg\n\nabc  short\n")
    assert list(manifest.read(path)) == [("binary.jpg", "0" * 64)]
    assert list(manifest.read(tmp_path / "absent")) == []
