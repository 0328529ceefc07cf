"""What a reader finds in HTML, counted: words, links, pictures, headings, list items, table cells, code."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from urllib.parse import unquote, urlsplit

import html5lib

KINDS = ("words", "links", "images", "headings", "items", "cells", "code")

_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "–": "-", "—": "-", "×": "x", "…": "...", "\xa0": " "}
)
_WORD = re.compile(r"\w+")
_HIDDEN = frozenset(
    "script style noscript template head title svg object form select textarea button input iframe".split()
)
_SIZE = re.compile(r"(?:-\d+x\d+|-scaled)+(?=\.\w+$)")

Features = dict[str, Counter[str]]


def features(html: str) -> Features:
    """Count a reader's finds in rendered HTML; typographic characters folded, sizes of a picture taken as one."""
    found: Features = {kind: Counter() for kind in KINDS}
    tree = html5lib.parseFragment(html, treebuilder="lxml", namespaceHTMLElements=False)
    texts: list[str] = []
    for node in tree:
        if isinstance(node, str):
            texts.append(node)
        else:
            _collect(node, found)
            texts += [text_of(node), node.tail or ""]
    found["words"] = Counter(_WORD.findall(fold(" ".join(texts))))
    return found


def fold(text: str) -> str:
    """Write typographic characters as they are typed."""
    return text.translate(_FOLDED)


def text_of(node: Any) -> str:
    """The text a reader sees of an element; blocks are kept apart."""
    parts: list[str] = []
    _gather(node, parts)
    return "".join(parts)


def _gather(node: Any, parts: list[str]) -> None:
    if not isinstance(node.tag, str) or node.tag in _HIDDEN:
        return
    apart = node.tag not in _INLINE
    parts.append(" " if apart else "")
    parts.append(node.text or "")
    for child in node:
        _gather(child, parts)
        parts.append(child.tail or "")
    parts.append(" " if apart else "")


_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tt u var".split()
)
_ROWS = {"li": "items", "td": "cells", "th": "cells", "pre": "code"}


def _collect(root: Any, found: Features) -> None:
    for node in root.iter():
        if not isinstance(node.tag, str) or any(above.tag in _HIDDEN for above in node.iterancestors()):
            continue
        text = " ".join(fold(text_of(node)).split())
        if node.tag == "a" and node.get("href") and text:
            found["links"][text] += 1
        elif node.tag == "img" and node.get("src", "").strip():
            found["images"][picture(node.get("src"))] += 1
        elif node.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and text:
            found["headings"][f"{node.tag} {text}"] += 1
        elif node.tag in _ROWS and (text or node.tag != "li"):
            found[_ROWS[node.tag]]["".join(text.split())] += 1


def picture(url: str) -> str:
    """Name a picture whatever size, host or form of its address was asked for."""
    return unquote(_SIZE.sub("", urlsplit(url).path.rpartition("/")[2]))


def share(truth: Counter[str], ours: Counter[str]) -> tuple[int, int]:
    """How many of the truth's are among ours, and how many there are."""
    return sum((truth & ours).values()), sum(truth.values())
