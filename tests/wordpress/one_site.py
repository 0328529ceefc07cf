"""One site, one archive: the same site read by different roads, and in what its documents differ."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from migrator.markup.html import parse

Document = Mapping[str, Any]
Documents = Mapping[str, Document]

PAPER = "The Millbrook Gazette"
"""The site's name, which is an account's too; that a document is the paper's own says as much as no author."""

TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "–": "-", "—": "-", "×": "x", "…": "..."}
    | {"™": "(tm)", "🙂": ":)", "😉": ";-)", "🙁": ":(", "😎": "8-)", "\u200b": None}
)
"""What WordPress's `wptexturize` and `convert_smilies` make of plain signs when it shows a text."""

TRIALS = (101, 400)
"""The numbers of content/classic and content/blocks: shortcodes that swallow each other, torn markup, code."""

STORIES = (101, 301)
"""The same story in either editor."""

MEDIA = ("url", "path", "title", "alt", "caption", "description", "width", "height", "parent")
"""What is told of an attachment on every road that tells of attachments."""

_DASHES = re.compile(r"-{2,3}")
_SHOWN_NAME = re.compile(r"\bWordpress\b")
_ATTRIBUTES = re.compile(r" [\w-]+=\"[^\"]*\"")
_WORDS = re.compile(r">[^<]+<")
_PLACES = re.compile(r"<!--.*?-->", re.DOTALL)


class Difference(NamedTuple):
    """What two archives tell differently of a document."""

    aspect: str
    document: str
    first: Any
    second: Any


def read_archive(folder: Path) -> Documents:
    """Read the public documents by the path of their address; links within the archive become addresses again."""
    content = folder / "content"
    read = {path.relative_to(folder): json.loads(path.read_bytes()) for path in sorted(content.rglob("*.json"))}
    addresses = {str(path.with_suffix("")): key_of(document["url"]) for path, document in read.items()}
    for path, document in read.items():
        document["body"] = _body(document["content"]["html"], path.parent, addresses)
    return {key_of(document["url"]): document for document in read.values()}


def read_media(folder: Path) -> dict[int, tuple[Any, ...]]:
    """Read what an archive tells of each attachment."""
    told = json.loads((folder / "media.json").read_bytes())["media"]
    return {one["id"]: tuple(_told(one[name]) for name in MEDIA) for one in told if "meta" in one}


def _told(value: Any) -> Any:
    return folded(value) if isinstance(value, str) else value


def is_ordinary(document: Document) -> bool:
    """Whether a document is one that an editor would write, not a trial of all that an editor or a plugin can do."""
    return document["id"] not in range(*TRIALS) or document["id"] in STORIES


def key_of(url: str) -> str:
    """An address without its host."""
    parts = urlsplit(url)
    return unquote(parts.path).rstrip("/") + (f"?{parts.query}" if parts.query else "")


def folded(text: str) -> str:
    """A text without typography: quotes, dashes, dots, smilies and spaces as they were typed."""
    typed = text.translate(TYPOGRAPHY).replace("``", '"')
    return " ".join(_SHOWN_NAME.sub("WordPress", _DASHES.sub("-", typed)).split())


def _body(html: str, folder: Path, addresses: Mapping[str, str]) -> etree._Element:
    body = parse(html)
    for link in body.iter("a"):
        target = unquote(str(link.get("href") or "").partition("#")[0])
        place = posixpath.normpath(f"{folder}/{target}").removesuffix(".md")
        link.set("href", addresses.get(place) or target)
    for embed in body.xpath("//figure[@class='embed']"):
        _leave_address(embed)
    return body


def _leave_address(embed: etree._Element) -> None:
    """Leave of an embed where it leads: what it shows, only the live site knows, and shows before it."""
    link = embed.find("a")
    if link is None:
        return
    link.text = link.get("href")
    parent, shown = embed.getparent(), embed.getprevious()
    if parent is not None and shown is not None and shown.get("cite") == link.get("href"):
        parent.remove(shown)


def text_of(document: Document) -> str:
    """A body's words."""
    return folded(" ".join(document["body"].itertext()))


def targets(document: Document, tags: str, attribute: str) -> Counter[str]:
    """The addresses in a body, those of the site without its host."""
    found = (str(one.get(attribute) or "") for one in document["body"].iter(*tags.split()))
    return Counter(_of_site(address) for address in found if address)


def _of_site(address: str) -> str:
    return key_of(address) if urlsplit(address).netloc == "gazette.example.edu" else address


def shape(document: Document) -> str:
    """A body's elements, in order and nested; where it is cut into pages doesn't count."""
    written = _PLACES.sub("", etree.tostring(document["body"], encoding="unicode"))
    return _WORDS.sub("><", _ATTRIBUTES.sub("", written))


def _terms(document: Document) -> set[tuple[str, str, str]]:
    named = document["terms"].items()
    return {(taxonomy, term["slug"], term["name"]) for taxonomy, terms in named for term in terms}


def _comments(document: Document) -> set[tuple[Any, ...]]:
    return {
        (one["id"], one["parent"], one["type"], one["author"], folded(" ".join(parse(one["html"]).itertext())))
        for one in document["comments"]
    }


def _moment(document: Document) -> str:
    published = document["published"] or {}
    return str(published.get("utc") or published.get("edtf") or "")


def _featured(document: Document) -> str:
    return _of_site((document["featured"] or {}).get("url", ""))


ASPECTS: Mapping[str, Callable[[Document], Any]] = {
    "title": lambda one: folded(one["title"]),
    "authors": lambda one: [author["name"] for author in one["authors"] if author["name"] != PAPER],
    "published": _moment,
    "zone": lambda one: str((one["published"] or {}).get("edtf", ""))[19:],
    "terms": _terms,
    "comments": _comments,
    "featured": _featured,
    "excerpt": lambda one: folded(one["excerpt"]),
    "text": text_of,
    "links": lambda one: targets(one, "a", "href"),
    "images": lambda one: targets(one, "img", "src"),
    "files": lambda one: targets(one, "audio video track source", "src"),
    "shape": shape,
}

BODY = ("text", "links", "images", "files", "shape")
"""The aspects that are a body's; a body is identical that has no difference in any."""


def differences(told: Documents, other: Documents) -> Iterator[Difference]:
    """What is not the same: "set" where only one of them has the document."""
    for key in sorted(told.keys() | other.keys()):
        if key not in told or key not in other:
            yield Difference("set", key, key in told, key in other)
            continue
        for aspect, read in ASPECTS.items():
            first, second = read(told[key]), read(other[key])
            if first != second:
                yield Difference(aspect, key, first, second)
