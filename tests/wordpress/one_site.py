"""One site, one archive: the same site read by different roads, and in what its documents differ."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from migrator.markup.html import parse
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source

Document = Mapping[str, Any]

QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "–": "-", "—": "-", "×": "x", "…": "..."}
)
"""What WordPress's `wptexturize` makes of plain signs when it shows a text."""

_DASHES = re.compile(r"-{2,3}")
_DOTS = re.compile(r"\.{3}")


def archive_of(*sources: Path, into: Path) -> dict[str, Document]:
    """Convert sources, and read the public documents by the path of their address."""
    run(open_source(sources), into, Options(), How())
    read = (json.loads(path.read_bytes()) for path in sorted((into / "content").rglob("*.json")))
    return {key_of(document["url"]): document for document in read}


def key_of(url: str) -> str:
    """An address without its host."""
    parts = urlsplit(url)
    return parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")


def folded(text: str) -> str:
    """A text without typography: quotes, dashes, dots and spaces as they were typed."""
    return " ".join(_DASHES.sub("-", _DOTS.sub("...", text.translate(QUOTES))).split())


def body(document: Document) -> Any:
    return parse(document["content"]["html"])


def text_of(document: Document) -> str:
    """A body's words."""
    return folded(" ".join(body(document).itertext()))


def targets(document: Document, tag: str, attribute: str) -> Counter[str]:
    """The addresses in a body."""
    return Counter(str(one.get(attribute)).partition("#")[0] for one in body(document).iter(tag) if one.get(attribute))


def shape(document: Document) -> str:
    """A body's elements, in order and nested."""
    return re.sub(
        r">[^<]+<", "><", re.sub(r" [\w-]+=\"[^\"]*\"", "", etree.tostring(body(document), encoding="unicode"))
    )


ASPECTS: Mapping[str, Callable[[Document], Any]] = {
    "title": lambda one: folded(one["title"]),
    "authors": lambda one: [author["name"] for author in one["authors"]],
    "published": lambda one: (one["published"] or {}).get("edtf"),
    "terms": lambda one: {
        (taxonomy, term["slug"], term["name"])
        for taxonomy, terms in one["terms"].items()
        for term in terms
    },
    "comments": lambda one: {(c["id"], c["parent"], c["author"], folded(c["markdown"])) for c in one["comments"]},
    "text": text_of,
    "links": lambda one: targets(one, "a", "href"),
    "images": lambda one: targets(one, "img", "src"),
    "shape": shape,
}  # fmt: skip


def differences(told: Mapping[str, Document], other: Mapping[str, Document]) -> Iterator[tuple[str, str, Any, Any]]:
    """What is not the same: aspect, document, what the one road says, what the other does."""
    for key in sorted(told.keys() | other.keys()):
        if key not in told or key not in other:
            yield "set", key, key in told, key in other
            continue
        for aspect, read in ASPECTS.items():
            first, second = read(told[key]), read(other[key])
            if first != second:
                yield aspect, key, first, second
