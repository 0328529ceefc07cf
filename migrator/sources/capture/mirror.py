"""Folders of saved pages: mirrors by wget and HTTrack, pages that browsers and SingleFile saved, each at its address.

The address of a page is what the program that saved it wrote into it; else what its name says, where that can stand for
one address only; else what the page says of itself; else what its name may say. What nothing tells stands below
`file:///`, so that links between such pages still lead where they should.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from migrator.normalise.urls import absolute, split
from migrator.sources.capture.layout import Named, read_name
from migrator.sources.capture.mhtml import bundled
from migrator.sources.capture.payload import PAGE_LIMIT
from migrator.sources.capture.replay import replayed
from migrator.sources.capture.saved import HEAD, Origin, find_origins
from migrator.sources.capture.sniffing import SNIFFED, sniff

PAGES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
BUNDLES = (".mhtml", ".mht")

_OWN = frozenset(("hts-cache", "hts-log.txt", "hts-in_progress.lock", "cookies.txt", "backblue.gif", "fade.gif"))
"""What HTTrack and wget keep for themselves beside what they fetched; only at the top of a folder."""

_BESIDE = ("_files", ".files", "-Dateien", "-filer", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos")
_FILES_OF = re.compile(rf"(?P<page>[^/]+?)(?:{'|'.join(map(re.escape, _BESIDE))})/")
"""The folder in which a browser puts what a saved page shows; Windows translated its name."""

_PROGRAM = ("httrack", "singlefile", "saved from", "wayback")


class SavedFile(NamedTuple):
    """A file of a folder, its name from there, and the visit it stands for; of a bundle, one of the files in it."""

    name: str
    path: Path
    url: str
    time: str
    mime: str
    number: int = -1


class _Found(NamedTuple):
    """A file before its address is known: what its name says, and if it is a page what that says."""

    name: str
    path: Path
    mime: str
    named: Named
    origins: Sequence[Origin]


def find_saved(root: Path, files: Sequence[Path]) -> list[SavedFile]:
    """Find the address of each file of a folder.

    Files whose names may stand for several addresses come first: of two files of one page, that which has the page's
    own name counts as the later.
    """
    names = {path.relative_to(root).as_posix(): path for path in files}
    above = f"{root.resolve().name}/"
    prefix = above if read_name(above).host and not any(read_name(name).host for name in names) else ""
    found = sorted(
        (_look(name, path, prefix, names) for name, path in names.items() if not _is_other(name, path, names)),
        key=lambda one: one.named.sure,
    )
    base = _base(found)
    schemes = _schemes(found)
    saved = [_placed(one, base, schemes) for one in found if one.path.suffix.lower() not in BUNDLES]
    return [*_with_pages(saved), *(file for one in found for file in _bundle(one))]


def companions(page: Path) -> list[Path]:
    """Find what a browser saved beside a page."""
    folders = [page.with_name(page.stem + beside) for beside in _BESIDE]
    return sorted(file for folder in folders if folder.is_dir() for file in folder.rglob("*") if file.is_file())


def _is_other(name: str, path: Path, names: dict[str, Path]) -> bool:
    """Whether a file was not fetched: a program's own, hidden, or the form a page had before it was changed."""
    top = name.partition("/")[0]
    if top in _OWN or any(part.startswith(".") for part in name.split("/")):
        return True
    if name.endswith("orig"):
        bare = name.removesuffix("orig").removesuffix(".")
        return any(bare + ending in names for ending in ("", ".html", ".css"))
    return "/" not in name and path.suffix == ".html" and _is_index_of_httrack(path)


def _is_index_of_httrack(path: Path) -> bool:
    head = _begin(path, HEAD)
    return b"HTTrack Website Copier" in head and b"<!-- Mirrored from" not in head


def _look(name: str, path: Path, prefix: str, names: dict[str, Path]) -> _Found:
    """Look at a file; wget's `-K` keeps a page as it came (`.orig`) beside the one with links changed."""
    bare = name.removesuffix(".html")
    original = names.get(name + ".orig") or (names.get(bare + ".orig") if bare != name else None)
    mime = sniff(_begin(original or path, SNIFFED), name)
    origins = find_origins(_begin(path, PAGE_LIMIT)) if mime == "text/html" else ()
    return _Found(name, original or path, mime, read_name(prefix + name), origins)


def _begin(path: Path, size: int) -> bytes:
    """The first bytes of a file; none of one that can't be read, which is told when its content is asked for."""
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""


def _schemes(found: Sequence[_Found]) -> dict[str, str]:
    """Which scheme each host had, as most of its pages say; names of folders don't tell."""
    counts: dict[str, Counter[str]] = {}
    for one in found:
        for origin in one.origins:
            if origin.witness not in _PROGRAM:
                counts.setdefault(split(origin.url).host, Counter())[split(origin.url).scheme] += 1
    return {host: count.most_common(1)[0][0] for host, count in counts.items()}


def _base(found: Sequence[_Found]) -> str:
    """Find what stands before the names of a mirror without hosts' folders, from the pages that say their address."""
    pages = [one for one in found if one.mime == "text/html"]
    votes: Counter[str] = Counter()
    for one in pages:
        for origin in one.origins[:1]:
            path = one.named.path
            if not one.named.host and one.named.sure and origin.url.endswith(path) and (path != "/" or len(pages) == 1):
                votes[origin.url.removesuffix(path)] += 1
    return votes.most_common(1)[0][0] if votes else ""


def _placed(one: _Found, base: str, schemes: dict[str, str]) -> SavedFile:
    named = one.named
    host = split(f"http://{named.host}/").host
    scheme = named.scheme or schemes.get(host, "http")
    named_url = f"{scheme}://{named.host}{named.path}" if named.host else base + named.path if base else ""
    by_name, time = replayed(named_url)
    origin = next((origin for origin in one.origins if _is_believed(origin, one, by_name)), None)
    url = origin.url if origin else by_name or f"file:///{quote(one.name)}"
    if origin and origin.witness == "httrack" and scheme == "https":
        url = re.sub(r"\Ahttp:", "https:", url)
    said = one.origins[0].time if one.origins else ""
    return SavedFile(one.name, one.path, url, said or time, one.mime)


def _is_believed(origin: Origin, one: _Found, by_name: str) -> bool:
    """Whether a page is where it says it is.

    Some sites name their front page, or the site that an article was first on, as the canonical address of all.
    """
    if origin.witness in _PROGRAM:
        return True
    if by_name and (one.named.sure or split(origin.url).host != split(by_name).host):
        return False
    is_front = split(origin.url).path in ("", "/") and not split(origin.url).query
    return not is_front or one.named.path == "/"


def _with_pages(saved: Sequence[SavedFile]) -> Iterator[SavedFile]:
    """Place what a browser saved for a page below that page's address, where the page's own links look for it."""
    pages = {re.sub(r"\.x?html?\Z", "", one.name): one for one in saved if one.name.lower().endswith(PAGES)}
    for one in saved:
        found = next(_FILES_OF.finditer(one.name), None)
        page = pages.get(one.name[: found.end("page")]) if found else None
        if page is None or found is None:
            yield one
        else:
            yield one._replace(url=absolute(page.url, quote(one.name[found.start("page") :])), time=page.time)


def _bundle(one: _Found) -> Iterator[SavedFile]:
    if one.path.suffix.lower() in BUNDLES:
        for part in bundled(one.path):
            name = one.name if part.number == 0 else f"{one.name}/{part.number}"
            url, time = replayed(part.url)
            yield SavedFile(name, one.path, url, time or part.time, part.mime, part.number)
