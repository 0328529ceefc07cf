"""The laws that hold for every document, as functions that return what breaks them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote

import html5lib

from migrator.model import Record, Rendered

_WORD = re.compile(r"\w+")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_ADDRESSES = {
    "a": ("href",),
    "img": ("src",),
    "iframe": ("src",),
    "source": ("src",),
    "audio": ("src",),
    "video": ("src",),
}


def seen_in(html: str) -> tuple[str, set[tuple[str, str]]]:
    """Text and addresses of HTML as an independent HTML5 parser sees them; text of different blocks never touches."""
    tree = html5lib.parseFragment(html, treebuilder="lxml", namespaceHTMLElements=False)
    parts: list[str] = []
    addresses: set[tuple[str, str]] = set()
    for node in tree:
        if isinstance(node, str):
            parts.append(node)
        else:
            _walk(node, parts, addresses)
            parts.append(node.tail or "")
    return "".join(parts), addresses


def _walk(root: Any, parts: list[str], addresses: set[tuple[str, str]]) -> None:
    stack: list[tuple[Any, Iterator[Any]]] = [(root, iter(root))]
    _enter(root, parts, addresses)
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            _leave(node, parts, last=not stack)
        else:
            _enter(child, parts, addresses)
            stack.append((child, iter(child)))


def _enter(node: Any, parts: list[str], addresses: set[tuple[str, str]]) -> None:
    if not isinstance(node.tag, str):
        return
    if node.tag not in _INLINE:
        parts.append(" ")
    if node.tag == "iframe":  # its content is text to a parser, but may be markup
        text, inner = seen_in(node.text or "")
        parts.append(text)
        addresses.update(inner)
    for name in _ADDRESSES.get(node.tag, ()):
        if node.get(name, "").strip():
            addresses.add((node.tag, node.get(name).strip()))
    parts.append(node.text or "" if node.tag != "iframe" else "")


def _leave(node: Any, parts: list[str], *, last: bool) -> None:
    if isinstance(node.tag, str) and node.tag not in _INLINE:
        parts.append(" ")
    if not last:
        parts.append(node.tail or "")


def lost(record: Record, rendered: Rendered) -> list[str]:
    """Words and addresses of the raw content that are neither in the canonical HTML nor in the ledger."""
    raw_text, raw_addresses = seen_in(record.content)
    body = json.loads(rendered.files[".json"])["content"]["html"]
    text, _ = seen_in(body)
    before = "\n".join(entry.before for entry in rendered.entries)
    missing = words(raw_text) - (
        words(text) + words(before) - words(e.after for e in rendered.entries if e.action == "added")
    )
    kept = set(words(text)) | set(words(before))
    run_together = "".join((text + before).split())
    gone = [word for word in missing.elements() if word not in run_together and not _is_two(word, kept)]
    everything = _spelled(body + before)
    gone += [f"<{tag} {url}>" for tag, url in sorted(raw_addresses) if _spelled(url).rstrip("/") not in everything]
    return gone


def _is_two(word: str, kept: set[str]) -> bool:
    """Whether it is two words that touched in the source and are apart now, in text or ledger."""
    return any(word[:cut] in kept and word[cut:] in kept for cut in range(1, len(word)))


def _spelled(text: str) -> str:
    """Write addresses one way: decoded, without white space."""
    return "".join(unquote(unescape(text)).split())


def words(texts: str | Iterable[str]) -> Counter[str]:
    """Count the words of a text or of several."""
    return Counter(_WORD.findall(texts if isinstance(texts, str) else "\n".join(texts)))
