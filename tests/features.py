"""What a reader finds in HTML, counted: words, links, pictures, headings, items, cells, code, players, frames.

Made for WordPress's rendered content and for our canonical HTML alike, so that the two can be held against each other.
What a browser shows to nobody (scripts, what stands in for a frame or a player) is not counted, nor is the address by
which we name an embed: the frame counts, under "frames".
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import html5lib
from html5lib.constants import DataLossWarning

KINDS = ("words", "links", "images", "headings", "items", "cells", "code", "players", "frames")

_FOLDED = str.maketrans(dict(zip("‘’′“”″–—×\xa0", "'''\"\"\"--x ", strict=True)) | {"…": "...", "™": "(tm)"})
_DASHES = re.compile("-{2,3}")
_WORD = re.compile(r"\w+")
_HIDDEN = frozenset("annotation audio head iframe noscript object script style template title video".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong tt u "
    "var".split()
)
"""Elements at whose borders no word ends; a footnote's raised number is a word of its own."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ITEMS = {"li": "items", "td": "cells", "th": "cells", "pre": "code"}
_LISTS = frozenset(("ol", "ul"))
_SIZE = re.compile(r"(?:-\d+x\d+|-scaled)+(?=\.\w+$)")
_ADDRESS = re.compile(r"https?://")
_MATHML = re.compile(r"\s*<math\b")


class Finds(NamedTuple):
    """All words in their order, and by kind how often each thing is found."""

    words: list[str]
    kinds: dict[str, Counter[str]]


def find(html: str) -> Finds:
    """Read as a reader does; typographic characters folded, all sizes of a picture taken as one."""
    tree = _parse(html)
    words = _WORD.findall(fold(text_of(tree)))
    kinds: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    kinds["words"].update(words)
    for kind, what in _found_in(tree):
        kinds[kind][what] += 1
    return Finds(words, kinds)


def fold(text: str) -> str:
    """Write typographic characters as they are typed."""
    return _DASHES.sub("-", text.translate(_FOLDED))


def picture(url: str) -> str:
    """Name a picture or a recording whatever size, host or form of its address was asked for."""
    return unquote(_SIZE.sub("", urlsplit(url).path.rpartition("/")[2]))


def text_of(node: Any, *, but: frozenset[str] = frozenset()) -> str:
    """The text a reader sees of an element, blocks kept apart; `but` without what stands in such elements below it."""
    parts: list[str] = []
    _gather(node, but, parts)
    return "".join(parts)


def _parse(html: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)  # of names such as "o:p"
        page = "<!DOCTYPE html><body>" + html
        return html5lib.parse(page, treebuilder="lxml", namespaceHTMLElements=False).getroot()


def _gather(node: Any, but: frozenset[str], parts: list[str]) -> None:
    if _name(node) in _HIDDEN or _is_address(node):
        return
    apart = "" if node.tag in _INLINE else " "
    parts += (apart, _formula(node) or node.text or "")
    for child in node:
        if child.tag not in but:
            _gather(child, but, parts)
        parts.append(child.tail or "")
    parts.append(apart)


def _is_address(node: Any) -> bool:
    """Whether it is the link of a provider's embed that had no title, so that it shows its address."""
    parent = node.getparent() if node.tag == "a" else None
    return parent is not None and bool(parent.get("data-provider")) and bool(_ADDRESS.match(node.text or ""))


def _name(node: Any) -> str:
    """An element's tag, of MathML and SVG too; a comment is as good as hidden."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "script"


def _formula(node: Any) -> str:
    """The text of a formula that is kept as its MathML source."""
    source = node.text or ""
    return text_of(_parse(source)) if node.tag == "code" and _MATHML.match(source) else ""


def _found_in(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.iter():
        if not isinstance(node.tag, str) or any(_name(above) in _HIDDEN for above in node.iterancestors()):
            continue
        if node.tag in ("audio", "video"):
            yield from (("players", picture(address)) for address in _sources(node)[:1])
        elif node.tag == "img":
            yield from (("images", picture(address)) for address in _sources(node))
        elif _is_frame(node):
            yield "frames", "frame"
        else:
            yield from _texts(node)


def _is_frame(node: Any) -> bool:
    return bool(_sources(node)) if node.tag == "iframe" else node.tag == "figure" and node.get("class") == "embed"


def _sources(node: Any) -> list[str]:
    """The addresses of a picture or player that are any."""
    return [address for one in (node, *node.iter("source")) if (address := (one.get("src") or "").strip())]


def _texts(node: Any) -> Iterator[tuple[str, str]]:
    text = " ".join(fold(text_of(node, but=_LISTS if node.tag == "li" else frozenset())).split())
    if node.tag == "a" and node.get("href") and text:
        yield "links", text
    elif node.tag in _HEADINGS and text:
        yield "headings", f"{node.tag} {text}"
    elif node.tag in _ITEMS and (text or node.tag != "li") and "wp-block-verse" not in (node.get("class") or ""):
        yield _ITEMS[node.tag], "".join(text.split())
