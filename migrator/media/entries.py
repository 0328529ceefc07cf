"""The entries of media.json as the fetcher reads and writes them: one a line, of both lists, streaming."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from posixpath import basename
from typing import Any, NamedTuple
from urllib.parse import unquote

from migrator.archive.archive_json import NAME as ARCHIVE
from migrator.archive.files import is_safe
from migrator.archive.layout import MEDIA_FOLDERS, UNPUBLISHED
from migrator.archive.lines import line
from migrator.archive.media import FACTS, UNFETCHED
from migrator.errors import ArchiveError
from migrator.media.variants import distinct, has_size, originals_of, scaled_of
from migrator.normalise.urls import split
from migrator.site.roots import UPLOADS

LISTS = ("media.json", f"{UNPUBLISHED}media.json")
"""The list of what is public, and of what no visitor could read, in the order in which files get their names."""

FETCHED, MISSING, LINKED = "fetched", "missing", "linked"
"""A file is in the archive; it was wanted and could not be had; it is other people's and stays where it is; it was not
asked for."""

_ELSEWHERE = "media/elsewhere/"
_FILES_OF_WORDPRESS_COM = ".files.wordpress.com"


class Entry(NamedTuple):
    """An entry of a list: its address without fragment, its number over both lists, what it says."""

    url: str
    rank: int
    public: bool
    own: bool
    value: dict[str, Any]

    def row(self) -> dict[str, Any]:
        """Show the entry as the state keeps it."""
        addresses = addresses_of(self.url, self.value)
        return {
            "url": self.url,
            "rank": self.rank,
            "public": self.public,
            "place": place_of(self.value),
            "kind": self.value.get("kind", ""),
            "host": split(self.url).host,
            "addresses": json.dumps(addresses, ensure_ascii=False),
            "copies": json.dumps(copies_of(self.value, addresses), ensure_ascii=False),
            "names": json.dumps([upload_name(address, self.value) for address in addresses], ensure_ascii=False),
            "own": self.own,
            "used": "sizes" not in self.value or bool(self.value["used_by"]),
        }


def entries_of(archive: Path) -> Iterator[Entry]:
    """Read both lists of an archive; an entry without a file is passed over. Raises ArchiveError."""
    return _entries(archive, own_host(archive))


def _entries(archive: Path, own: str) -> Iterator[Entry]:
    rank = 0
    for path in LISTS:
        for value in values_of(archive / path):
            url = url_of(value)
            if url and value["path"]:
                yield Entry(url, rank, path == LISTS[0], _is_own(url, value, own), value)
                rank += 1


def values_of(path: Path) -> Iterator[dict[str, Any]]:
    """Read a list's entries one by one; one that was written in another form is read as a whole.

    Raises:
        ArchiveError: It can't be read as a list of media, or has a file that lies elsewhere than among media.
    """
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8") as file:
            head = "".join(next(file, "") for _ in range(3))
            if head.endswith('"media": [\n'):
                yield from (_sound(json.loads(text.rstrip("\n,"))) for text in file if text.startswith("{"))
                return
        yield from map(_sound, json.loads(path.read_bytes())["media"])
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path}: is no list of media: {error}") from error


def _sound(value: dict[str, Any]) -> dict[str, Any]:
    """Return an entry whose file lies where files may lie; raises ValueError for one that would be put elsewhere."""
    for place in (place_of(value), value["path"]):
        if place and not (is_safe(place) and place.startswith(MEDIA_FOLDERS)):
            raise ValueError(f"{place!r} is no place for a file")
    return value


def own_host(archive: Path) -> str:
    """The host of the site itself. Raises ArchiveError."""
    return split(_site_url(archive)).host


def own_origins(archive: Path) -> frozenset[str]:
    """Where headers of the site may go: to its host, in clear only if its own address is so. Raises ArchiveError."""
    parts = split(_site_url(archive))
    return frozenset(f"{scheme}://{parts.host}" for scheme in {"https", parts.scheme})


def _site_url(archive: Path) -> str:
    try:
        return str(json.loads((archive / ARCHIVE).read_bytes())["site"]["url"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{archive}: is no archive (no {ARCHIVE} that can be read)") from error


def url_of(value: dict[str, Any]) -> str:
    """The address of an entry's file, which for an attachment is the original's."""
    url = str(value["url"]).partition("#")[0]
    if "sizes" not in value or not url:
        return url
    name = basename(value["original"] or value["file"] or url)
    return url if basename(url) == name else f"{url.rpartition('/')[0]}/{name}"


def place_of(value: dict[str, Any]) -> str:
    """Where an entry's address would put its file."""
    return str(value.get("place") or value["path"])


def addresses_of(url: str, value: dict[str, Any]) -> tuple[str, ...]:
    """List where a file may be had, the original first, then the form that WordPress shows, then the largest copy."""
    if "sizes" not in value:
        return distinct(
            address for form in (url, *forms_of(url, value)) for address in (*originals_of(form), form, scaled_of(form))
        )
    folder = value["url"].rpartition("/")[0]
    largest = max(value["sizes"], key=lambda size: (size["width"] * size["height"], size["file"]), default=None)
    return distinct((url, value["url"], f"{folder}/{largest['file']}" if largest else ""))


def forms_of(url: str, value: dict[str, Any]) -> list[str]:
    """List the other addresses of the very file that documents use: by http, with `www.`, on a host of former times."""
    named = split(url)[2:4]
    shown = (address.partition("#")[0] for address in value.get("seen", ()))
    return [address for address in shown if address != url and split(address)[2:4] == named]


def copies_of(value: dict[str, Any], addresses: Iterable[str]) -> tuple[str, ...]:
    """List where copies of a file in other sizes may be had: the largest first, then others that documents show."""
    folder = value["url"].rpartition("/")[0]
    sizes = sorted(value.get("sizes", ()), key=lambda size: (-size["width"] * size["height"], size["file"]))
    shown = (address for address in value.get("seen", ()) if address not in addresses)
    smaller = (address for address in addresses if "sizes" not in value and has_size(address))
    return distinct((*(f"{folder}/{size['file']}" for size in sizes), *smaller, *shown))


def upload_name(url: str, value: dict[str, Any]) -> str:
    """A file's path below the folder of uploads, by its address or by where its attachment lies; "" elsewhere."""
    return unicodedata.normalize("NFC", _below_uploads(url, value))


def _below_uploads(url: str, value: dict[str, Any]) -> str:
    parts = split(url)
    path = unquote(parts.path)
    if value.get("file") and basename(path) and url.rpartition("/")[0] == value["url"].rpartition("/")[0]:
        return str(PurePosixPath(value["file"]).with_name(basename(path)))
    if parts.host.endswith(_FILES_OF_WORDPRESS_COM):
        return path.lstrip("/")
    found = UPLOADS.match(path)
    return path[found.end() :] if found else ""


def with_facts(value: dict[str, Any], facts: dict[str, Any]) -> str:
    """Write an entry as one line, with what is known of its file behind its own members."""
    last = {name: value[name] for name in ("seen", "used_by") if name in value}
    known = {name: member for name, member in value.items() if name not in {*FACTS, "place", *last}}
    return line({**known, **facts, **last})


def _is_own(url: str, value: dict[str, Any], own: str) -> bool:
    return "sizes" in value or not place_of(value).startswith(_ELSEWHERE) or split(url).host == own


__all__ = ["FACTS", "FETCHED", "LINKED", "LISTS", "MISSING", "UNFETCHED", "Entry", "entries_of", "url_of", "values_of"]
