"""Where each document and file lies in the archive.

A path is made of decoded Unicode names that any file system can hold, says in its first folder whether a visitor of the
site could read the document, and is the same in every run. Making it unique is the caller's: `numbered` gives the next
name to try, `folded` says what counts as the same.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from migrator.errors import UsageError
from migrator.normalise.slugs import MAX_BYTES, cut, decoded, folded, safe_file_name, safe_name, slug_of

UNPUBLISHED = "unpublished/"
"""The folder of what no visitor could read: documents, media, and lists of its own."""

DOCUMENT_FOLDERS = ("content/", UNPUBLISHED)
MEDIA_FOLDERS = ("media/", f"{UNPUBLISHED}media/")

DEFAULTS: Mapping[str, str] = {
    "post": "posts/{year}/{month}/{slug}",
    "page": "pages/{parent}/{slug}",
}
OTHER = "{type}/{parent}/{slug}"
"""The template of every other type; `[paths]` of migrator.toml overrules any, by type."""

PLACEHOLDERS = frozenset("year month day slug id type parent category author".split())
MAX_PATH = 200
"""UTF-8 bytes of a path in the archive: Windows' tools take 260 characters with the folder that holds the archive."""

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_TIGHT = 40
"""Bytes a name keeps in a path that is too long as a whole."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a document's path is made of; `day` is its local date ("2024-04-10") or "", `parents` slugs from the top."""

    id: int
    type: str
    status: str
    slug: str
    title: str = ""
    day: str = ""
    parents: tuple[str, ...] = ()
    category: str = ""
    author: str = ""
    public: bool = True
    protected: bool = False


def check_template(template: str) -> str:
    """Return a template of `[paths]` if it can be used; raises UsageError naming what can't."""
    unknown = sorted(set(_PLACEHOLDER.findall(template)) - PLACEHOLDERS)
    if unknown:
        raise UsageError(f"path {template!r}: no placeholder {{{unknown[0]}}}; known are {', '.join(PLACES)}")
    if not {"{slug}", "{id}"} & set(re.findall(r"\{\w+\}", template)):
        raise UsageError(f"path {template!r} needs {{slug}} or {{id}}, or all documents would have one name")
    return template


PLACES = tuple(f"{{{name}}}" for name in sorted(PLACEHOLDERS))


def document_path(place: Place, templates: Mapping[str, str]) -> str:
    """Make a document's path without suffix; a placeholder that stands for nothing takes its folder with it."""
    template = templates.get(place.type) or DEFAULTS.get(place.type, OTHER)
    values = _values(place)
    names = [_PLACEHOLDER.sub(lambda found: values[found[1]], part) for part in template.split("/")]
    parts = [safe for name in names for part in name.split("/") if (safe := safe_name(part))]
    return "/".join(_fitting([*_root(place), *(parts or [str(abs(place.id))])], MAX_PATH))


def _root(place: Place) -> tuple[str, ...]:
    if place.public:
        return ("content",)
    return ("unpublished", "protected" if place.protected else safe_name(place.status) or "unknown")


def _values(place: Place) -> dict[str, str]:
    year, _, rest = place.day.partition("-")
    month, _, day = rest.partition("-")
    return {
        "year": year,
        "month": month,
        "day": day,
        "slug": slug(place),
        "id": str(place.id),
        "type": place.type,
        "parent": "/".join(safe_name(decoded(name)) for name in place.parents),
        "category": decoded(place.category),
        "author": place.author,
    }


def slug(place: Place) -> str:
    """Name a document: its decoded slug, else its title's words, else its type and number."""
    return safe_name(decoded(place.slug)) or slug_of(place.title) or f"{safe_name(place.type)}-{abs(place.id)}"


def _fitting(parts: list[str], limit: int) -> list[str]:
    """Shorten the names of a path that is too long, and leave out folders in its middle if that is not enough."""
    if _length(parts) <= limit:
        return parts
    parts = [cut(part, _TIGHT) for part in parts]
    while _length(parts) > limit:
        del parts[len(parts) // 2]
    return parts


def _length(parts: list[str]) -> int:
    return len("/".join(parts).encode("utf-8", "replace"))


def numbered(path: str, number: int) -> str:
    """Make the name to try when `path` is taken, its extension kept: "a/b.jpg" and 2 give "a/b-2.jpg"."""
    return _marked(path, f"-{number}")


def _marked(path: str, mark: str) -> str:
    """Put a mark between a file's name and its extension."""
    folder, slash, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    ending = f"{mark}{dot}{extension}"
    return folder + slash + cut(stem, MAX_BYTES - len(ending.encode())) + ending


def relative(document: str, path: str) -> str:
    """The way from a document to a file, as a link: "content/a/b" and "media/c.jpg" give "../../media/c.jpg".

    `posixpath.relpath` gives the same, and asks for the current folder each time.
    """
    here, there = document.split("/")[:-1], path.split("/")
    shared = len(posixpath.commonprefix([here, there]))
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def media_path(file: str) -> str:
    """Place an upload by its path below the uploads folder ("2024/04/photo.jpg" → "media/2024/04/photo.jpg")."""
    *folders, name = decoded(file).replace("\\", "/").split("/")
    safe = [part for folder in folders if (part := safe_name(folder))]
    return "/".join([*_fitting(["media", *safe], MAX_PATH - MAX_BYTES), safe_file_name(name) or "file"])


def marked_media_path(file: str, url: str) -> str:
    """Place a file of which only the address is known: a mark made of it keeps it apart from every other."""
    mark = blake2b(url.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return _marked(media_path(file), f"-{mark}")


__all__ = [
    "DEFAULTS",
    "OTHER",
    "Place",
    "check_template",
    "document_path",
    "folded",
    "marked_media_path",
    "media_path",
    "numbered",
    "relative",
    "slug",
]
