"""References of documents to their files: relative where the file is in the archive, else the original's address.

One function does it for a document that has just been converted and for one that lies in the archive, so both give the
same bytes. It works on what the archive keeps: canonical HTML is read again, its addresses are set, and Markdown is
written of it anew, which gives the same Markdown but for the addresses (a law that the tests hold it to).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lxml.etree import _Element

from migrator.archive.files import Folder, digest, digest_of, encoded
from migrator.archive.layout import relative
from migrator.markup.html import parse
from migrator.media.state import File, State
from migrator.writers.front_matter import scalar
from migrator.writers.html import html
from migrator.writers.json import encode
from migrator.writers.markdown import markdown

Files = Callable[[str], File | None]
"""Tells of an address where its file is."""

_END = "\n---\n"
_ADDRESSES = ("src", "href", "poster")
_NO_RECORD = (ValueError, KeyError, TypeError, AttributeError)
"""What a record raises that someone has made something else of."""


class Texts(NamedTuple):
    """A document's two files."""

    record: str
    page: str


def amended(texts: Texts, path: str, files: Files) -> Texts:
    """Let a document refer to its files where they are; `path` is its own, without suffix."""
    value = json.loads(texts.record)
    if not value["media"] and not value["featured"]:
        return texts
    return amended_by(value, texts.page, dict(_moves(value, path, files)))


def amended_by(value: dict[str, Any], page: str, moves: Mapping[str, str]) -> Texts:
    """Set the addresses in a document's record and page."""
    for story in (value, *value["comments"]):
        _amend_small(story, moves)
    body = _amend_body(value["content"], moves)
    return Texts(encode(value), _page(page, None if body is None else markdown(body, value["content"]["html"]), moves))


def _moves(value: dict[str, Any], path: str, files: Files) -> Iterator[tuple[str, str]]:
    """Pair each reference as it may stand there with what it shall be, and set the paths in the record's own lists."""
    for use in (*value["media"], value["featured"] or {}):
        url, hash_mark, fragment = (use.get("url") or "").partition("#")
        file = files(url) if url else None
        if file is None:
            continue
        target = relative(path, file.path) + hash_mark + fragment if file.path else use["url"]
        before = relative(path, use["path"]) + hash_mark + fragment if use["path"] else use["url"]
        use["path"] = file.path or file.place
        _credit(use, file.credit)
        yield from ((written, target) for written in (use["url"], before) if written != target)


def _credit(use: dict[str, Any], credit: str) -> None:
    """Say who made a picture as its file does, as long as the file is there, where nothing else says so."""
    if use.get("kind") == "image" and use.get("credited_by") in ("", "file"):
        use["credit"], use["credited_by"] = credit, "file" if credit else ""


def _amend_small(story: dict[str, Any], moves: Mapping[str, str]) -> None:
    """Set the addresses in a comment or an excerpt."""
    field = "html" if "html" in story else "excerpt"
    tree = _amend(story[field], moves)
    if tree is not None:
        story[field] = html(tree)
        story |= {"markdown": markdown(tree, story[field])} if "markdown" in story else {}


def _amend_body(content: dict[str, Any], moves: Mapping[str, str]) -> _Element | None:
    tree = _amend(content["html"], moves)
    if tree is not None:
        content["html"] = html(tree)
    return tree


def _amend(text: str, moves: Mapping[str, str]) -> _Element | None:
    """Read HTML and set its addresses; None if there are none to set."""
    if not any(f'"{written.replace("&", "&amp;")}"' in text for written in moves):
        return None
    tree = parse(text.replace(">\n<", "><"))
    _set(tree, moves)
    return tree


def _set(tree: _Element, moves: Mapping[str, str]) -> None:
    for element in tree.iter("img", "a", "audio", "video", "track"):
        for name in _ADDRESSES:
            target = moves.get(element.get(name, ""))
            if target is not None:
                element.set(name, target)


def restore_addresses(tree: _Element, record: Mapping[str, Any], path: str) -> None:
    """Let a body refer to the original addresses again, by what its record says of its media."""
    media = [use for use in record.get("media", ()) if use.get("path")]
    _set(tree, {relative(path, use["path"]): use["url"] for use in reversed(media)})


def _page(page: str, body: str | None, moves: Mapping[str, str]) -> str:
    """Put a new body under the front matter, whose lines that are nothing but an address are set, too."""
    head, end, rest = page.partition(_END)
    if not end:
        return page
    known = {scalar(written): scalar(target) for written, target in moves.items()}
    lines = (line.partition(": ") for line in head.split("\n"))
    head = "\n".join(name + colon + known.get(value, value) for name, colon, value in lines)
    return head + end + (rest if body is None else "\n" + body)


def settle_documents(state: State, folder: Folder, digests: Mapping[str, str]) -> list[str]:
    """Amend the archive's documents; return those that were changed by hand and are therefore left as they are.

    `digests` has the SHA-256 of each file of the archive by path. What is written is noted in the state first, so that
    a killed run knows its own files.
    """
    records = (path.removesuffix(".json") for path in digests if path.endswith(".json"))
    return [path for path in records if path + ".md" in digests and not _settle(path, state, folder, digests)]


def _settle(path: str, state: State, folder: Folder, digests: Mapping[str, str]) -> bool:
    """Amend one document; say whether it is as it shall be, which one whose record can't be read isn't."""
    names = path + ".json", path + ".md"
    texts = [_read(folder.root / name) for name in names]
    if None in texts:
        return True
    before = Texts(*map(str, texts))
    try:
        after = amended(before, path, state.file)
    except _NO_RECORD:
        return False
    if after == before:
        return True
    if not all(_is_own(name, state, folder, digests) for name in names):
        return False
    data = [(name, encoded(text)) for name, text in zip(names, after, strict=True)]
    with state.connection:
        state.connection.executemany(
            "INSERT OR REPLACE INTO amended VALUES (?, ?)", [(name, digest(content)) for name, content in data]
        )
    for name, content in reversed(data):
        folder.put(name, content)
    return True


def _read(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _is_own(name: str, state: State, folder: Folder, digests: Mapping[str, str]) -> bool:
    """Whether a file is as a run wrote it."""
    found = digest_of(folder.root / name)
    return found == digests[name] or state.all("SELECT sha256 FROM amended WHERE path = ?", name) == [(found,)]
