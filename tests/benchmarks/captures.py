"""How fast the pages of a capture are read and become an archive, against parsing each page and no more."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from lxml import html as lxml_html
from warcio.archiveiterator import ArchiveIterator

from migrator.sources.item import Opening
from migrator.sources.opening import open_source
from tests.benchmarks.measure import Run, convert
from tests.captures import write_warc

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "fixtures" / "articles"


class Speed(NamedTuple):
    """Seconds to parse all pages, to gather them, and to make an archive of them, with its peaks of memory."""

    parsing: float
    gathering: float
    run: Run


def measure(folder: Path, pages: int, jobs: int) -> Speed:
    """Make a capture of so many pages in the markup of many themes, each with an address and a title of its own."""
    warc = write_warc(folder / "site.warc.gz", list(_pages(pages)))
    begun = time.perf_counter()
    with warc.open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response":
                lxml_html.fromstring(record.content_stream().read())
    parsing = time.perf_counter() - begun
    begun = time.perf_counter()
    source = open_source([warc], Opening(jobs=lambda _size: jobs))
    gathering = time.perf_counter() - begun
    if source.count != pages:
        raise RuntimeError(f"{source.count} of {pages} pages became documents")
    return Speed(parsing, gathering, convert(warc, folder / "archive", jobs))


def _pages(count: int) -> Iterator[tuple[str, bytes]]:
    names = [row["file"] for row in json.loads((PAGES / "INDEX.json").read_text("utf-8"))]
    for number, name in enumerate(islice(cycle(names), count)):
        page = (PAGES / name).read_text("utf-8")
        url = f"https://paper.example/{number}/story/"
        page = re.sub(r'(rel="?canonical"? href=")[^"]*', rf"\g<1>{url}", page)
        page = re.sub(r"\b(postid|page-id|post|p)([-=])\d+", rf"\g<1>\g<2>{number + 1}", page)
        page = re.sub(r"(</p>)", rf" Copy {number}.\1", page, count=6)
        yield url, page.encode()
