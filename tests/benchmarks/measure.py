"""How fast and in how much memory an export is converted, beside what reading and writing alone cost."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

INTERVAL = 0.05
"""Seconds between looks at the processes' memory; the kernel keeps the peak, so only the last look must be in time."""

CHUNK = 2000
"""Files that are in memory at once while they are written again."""


@dataclass(frozen=True, slots=True)
class Run:
    """A program's run: seconds, and the peak of each of its processes in MB, the first one first."""

    seconds: float
    peaks: tuple[float, ...]


def convert(export: Path, archive: Path, jobs: int) -> Run:
    """Run `migrator convert` and watch its processes."""
    command = [sys.executable, "-m", "migrator", "convert", str(export), "-o", str(archive), "-q", "--jobs", str(jobs)]
    command += ["--media", "none"]
    start = time.perf_counter()
    peaks: dict[int, float] = {}
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            peaks.update(_peaks(process.pid))
            time.sleep(INTERVAL)
        seconds = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"migrator convert ended with {process.returncode}")
    return Run(seconds, tuple(peaks.values()))


def _peaks(pid: int) -> Iterator[tuple[int, float]]:
    """Read the peak memory (VmHWM) of a process and of its children, as Linux tells it."""
    for number in (pid, *_children(pid)):
        try:
            lines = Path(f"/proc/{number}/status").read_text().splitlines()
        except OSError:
            continue
        yield from ((number, int(line.split()[1]) / 1000) for line in lines if line.startswith("VmHWM"))


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def reading(export: Path) -> float:
    """Time lxml's `iterparse` over a file, each element forgotten when it is complete."""
    start = time.perf_counter()
    for _, element in etree.iterparse(str(export), events=("end",), tag="item", huge_tree=True):
        element.clear()
        while (parent := element.getparent()) is not None and element.getprevious() is not None:
            del parent[0]
    return time.perf_counter() - start


def writing(archive: Path, copy: Path) -> float:
    """Time `open().write()` of all files of an archive, from memory."""
    files = [file for file in archive.rglob("*") if file.is_file()]
    seconds = 0.0
    for index in range(0, len(files), CHUNK):
        texts = [(copy / file.relative_to(archive), file.read_text("utf-8")) for file in files[index : index + CHUNK]]
        for folder in {path.parent for path, _ in texts}:
            folder.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        for path, text in texts:
            _write(path, text)
        seconds += time.perf_counter() - start
    shutil.rmtree(copy)
    return seconds


def _write(path: Path, text: str) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123  (the plain way is what is measured)
        file.write(text)
