"""The roads to one site: how each is captured and made an archive, by the command line as a user would.

The site answers as `HOME`: every name leads to the local server, which is told by headers who it is and how it looks.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock
from urllib.parse import urlsplit

from migrator.cli import main
from migrator.crawl import fetch, gate
from migrator.media import addresses
from tests.wordpress import oracle

HOME = "http://gazette.example.edu"
ARCHIVE = "archive"
THEMES = ("twentytwentyone", "twentytwentythree", "newsprint")

_REFUSED = (
    r"^https:|/wp-json|/feed/|/(wp-(includes|admin|login|content/themes)|xmlrpc)|[?&](p|share|replytocom|query.*)="
    r"|\.edu/(category|tag|author|beat|volume|series|type|editions)/|\.edu/[0-9]{4}/([0-9]{2}/)?([0-9]{2}/)?$"
)
"""What wget is told to leave: lists, all that is no page or picture, and addresses that only redirect."""


class Said(NamedTuple):
    """What a command came to."""

    code: int
    text: str


def run(*arguments: object) -> Said:
    """Call the command line in this process."""
    with mock.patch.object(sys, "argv", ["migrator", *map(str, arguments)]), _no_output() as said:
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
    return Said(code, "".join(said))


@contextmanager
def _no_output() -> Iterator[list[str]]:
    said: list[str] = []
    with mock.patch("click.echo", lambda text="", *_args, **_named: said.append(f"{text}\n")):
        yield said


def _local(_host: str, _port: int) -> list[tuple[socket.AddressFamily, Any]]:
    return [(socket.AF_INET, ("127.0.0.1", urlsplit(oracle.SERVER).port))]


def headers(look: Mapping[str, str]) -> Iterator[str]:
    """The headers that set who the site is and how it looks, as in php/appearance.php."""
    return (f"X-{name}: {value}" for name, value in {"Home": HOME, **look}.items())


def crawl(archive: Path, *options: object, **look: str) -> Said:
    """Crawl the site, without the rests that a site of strangers is given."""
    asked = (part for header in headers(look) for part in ("--header", header))
    with (
        mock.patch.object(addresses, "resolved", _local),
        mock.patch.object(gate, "SHARE", 0.0),
        mock.patch.object(fetch, "FIRST_RETRY", 0.01),
    ):
        return run("crawl", f"{HOME}/", "-o", archive, "--allow-private", "--media", "none", *asked, *options)


def export(folder: Path) -> Said:
    """Make an archive of the site's own export."""
    oracle.export(folder / "export.xml", HOME)
    return _convert(folder / "export.xml", folder)


def wget(folder: Path) -> Said:
    """Make an archive of a mirror."""
    return _convert(mirror(folder, Theme=THEMES[0], Clutter="on"), folder)


def _convert(source: Path, folder: Path) -> Said:
    return run("convert", source, "-o", folder / ARCHIVE, "--media", "none")


def sitemap(theme: str, folder: Path) -> Said:
    """Crawl the pages that the sitemap names, in a theme and with all that plugins hang on."""
    return crawl(folder / ARCHIVE, "--via", "sitemap", Theme=theme, Clutter="on")


def data(road: str, folder: Path) -> Said:
    """Crawl by REST or the feed."""
    return crawl(folder / ARCHIVE, "--via", road, Clutter="on")


def best(folder: Path) -> Said:
    """Crawl as one does who names no road: by REST, and by the sitemap what that lacks."""
    return crawl(folder / ARCHIVE, Clutter="on")


ROADS: Mapping[str, Callable[[Path], Said]] = {
    **{theme: partial(sitemap, theme) for theme in THEMES},
    "wget": wget,
    "feed": partial(data, "feed"),
    "rest": partial(data, "rest"),
    "best": best,
    "export": export,
}
"""All roads by name, those first that take longest."""

AT_ONCE = 3
"""Roads that are gone at the same time: the site's server has four workers, and waits for them."""


def go(road: str, folder: Path) -> Said:
    """Go a road, into a folder of its name."""
    (folder / road).mkdir()
    return ROADS[road](folder / road)


def go_all(folder: Path) -> dict[str, Said]:
    """Go all roads, several at once; the archives are at `folder / road / ARCHIVE`."""
    with ProcessPoolExecutor(AT_ONCE, get_context("fork")) as pool:
        return dict(zip(ROADS, pool.map(go, ROADS, repeat(folder)), strict=True))


def mirror(folder: Path, **look: str) -> Path:
    """Mirror the site with wget, as archivists do, into a WARC."""
    name = folder / "mirror"
    asked = (f"--header={header}" for header in headers(look))
    command = ["wget", "--mirror", "--level=inf", f"--warc-file={name}", "--no-warc-keep-log", "--delete-after"]
    limits = ["--execute=robots=off", f"--reject-regex={_REFUSED}", "--no-verbose", "--tries=1", "--timeout=30"]
    server = {"http_proxy": oracle.SERVER, "no_proxy": ""}
    subprocess.run(
        [*command, *limits, *asked, f"{HOME}/"], cwd=folder, env=os.environ | server, check=False, capture_output=True
    )
    return name.with_suffix(".warc.gz")
