"""`python -m tests.benchmarks` make 100 export.xml, convert --size 100, captures, pages, articles, walk, media."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from tests.benchmarks import articles, captures, media
from tests.benchmarks.make import MEGABYTE, make
from tests.benchmarks.measure import convert, reading, writing
from tests.benchmarks.pages import CORPUS, OWN, gold_of, measure, report
from tests.benchmarks.walk import costs
from tests.benchmarks.walk import report as walked
from tests.sites import make_site

BAR = 2.5
"""The time that a conversion may take, in times of reading and writing alone (at 100 MB)."""

BAR_MEDIA = 5
"""How many times as fast as one after the other pictures must come in."""

BAR_MEMORY = 200
"""Megabytes that no process may need more of."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make", help="write an export of SIZE megabytes")
    making.add_argument("size", type=float)
    making.add_argument("output", type=Path)
    converting = commands.add_parser("convert", help="convert an export and compare with reading and writing alone")
    converting.add_argument("--size", type=float, default=100, help="megabytes (default 100)")
    converting.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    converting.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    cleaning = commands.add_parser("pages", help="what the rules take from saved pages, and by mistake from articles")
    cleaning.add_argument("--pages", type=Path, default=CORPUS if CORPUS.is_dir() else OWN, help="their folder")
    cleaning.add_argument("--left", action="store_true", help="list what no rule took, too")
    finding = commands.add_parser("articles", help="how well the articles of saved pages are found")
    finding.add_argument("--pages", type=Path, default=CORPUS if CORPUS.is_dir() else articles.OWN, help="their folder")
    finding.add_argument("--details", action="store_true", help="list what was lost, left and mistaken, too")
    capturing = commands.add_parser("captures", help="read a capture's pages, and compare with parsing them alone")
    capturing.add_argument("--count", type=int, default=1000, help="pages (default 1000)")
    capturing.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    commands.add_parser("walk", help="what the walk of the cleaning rules costs, by the number of rows")
    fetching = commands.add_parser("media", help="fetch pictures, and compare with one requests.get after the other")
    fetching.add_argument("--files", type=int, default=1000)
    fetching.add_argument("--latency", type=float, default=20, help="milliseconds of the server (default 20)")
    given = parser.parse_args()
    if given.command == "walk":
        print("\n".join(walked(costs(make_site()))))
        return
    if given.command == "pages":
        print("\n".join(report(measure(gold_of(given.pages)), left=given.left)))
        return
    if given.command == "articles":
        results = articles.measure(articles.gold_of(given.pages))
        print("\n".join(articles.report(results, details=given.details)))
        return
    if given.command == "captures":
        gather(given.count, given.jobs)
        return
    if given.command == "media":
        fetch(given.files, given.latency)
        return
    if given.command == "make":
        print(make(int(given.size * MEGABYTE), given.output), "items")
        return
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        benchmark(Path(folder), int(given.size * MEGABYTE), given.jobs)


def benchmark(folder: Path, size: int, jobs: int) -> None:
    export, archive = folder / "export.xml", folder / "archive"
    items = make(size, export)
    export.read_bytes()  # into the page cache, for all alike
    read = reading(export)
    run = convert(export, archive, jobs)
    files = sum(1 for file in archive.rglob("*") if file.is_file())
    write = writing(archive, folder / "copy")
    megabytes = export.stat().st_size / MEGABYTE
    print(f"{megabytes:.0f} MB, {items} items, {files} files, {jobs} processes")
    print(f"convert   {run.seconds:7.2f} s  {megabytes / run.seconds:6.1f} MB/s  {items / run.seconds:7.0f} items/s")
    print(f"reading   {read:7.2f} s  lxml's iterparse over the export")
    print(f"writing   {write:7.2f} s  open().write() of the same files")
    print(f"ratio     {run.seconds / (read + write):7.2f}    of reading + writing (bar at 100 MB: {BAR})")
    print(f"memory    {' '.join(f'{peak:.0f}' for peak in run.peaks)} MB, parent first (bar: {BAR_MEMORY} a process)")


def gather(pages: int, jobs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        speed = captures.measure(Path(folder), pages, jobs)
    print(f"{pages} pages, {jobs} processes")
    print(f"parsing   {speed.parsing:7.2f} s  warcio and lxml over the capture, one process")
    print(f"gathering {speed.gathering:7.2f} s  {pages / speed.gathering:6.0f} pages/s")
    print(f"convert   {speed.run.seconds:7.2f} s  {pages / speed.run.seconds:6.0f} pages/s")
    print(f"ratio     {speed.run.seconds / speed.parsing:7.2f}    of parsing alone")
    print(f"memory    {' '.join(f'{peak:.0f}' for peak in speed.run.peaks)} MB, parent first")


def fetch(files: int, latency: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        speed = media.measure(Path(folder), files, latency / 1000)
    print(f"{files} pictures, {latency:g} ms: one by one {speed.single:.1f} s, fetched in {speed.fetched:.1f} s")
    print(f"ratio     {speed.single / speed.fetched:7.2f}    times as fast (bar: {BAR_MEDIA})")


if __name__ == "__main__":
    main()
