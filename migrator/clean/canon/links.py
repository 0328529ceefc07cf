"""Links that lead nowhere lose their address, through `edit`; where the others lead to in the document is noted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from lxml.etree import _Element

from migrator import edit
from migrator.clean.canon.parts import UNSEEN
from migrator.markup.html import tag_of
from migrator.model import Post

_UNSAFE = re.compile(r"(?:javascript|vbscript|data(?!:image/)):", re.IGNORECASE)
_LINE_ENDS = re.compile(r"[\t\r\n]+")


def sift_links(nodes: Iterable[_Element], post: Post) -> frozenset[str]:
    """Unwrap links that run a program or show nothing, and return the ids that the others lead to."""
    ids: set[str] = set()
    for link in [node for node in nodes if node.tag == "a"]:
        if "href" in link.attrib:
            _sift(link, post)
        target = link.get("href", "").partition("#")[2]
        if target:
            ids.update((target, unquote(target)))
    return frozenset(ids)


def _sift(link: _Element, post: Post) -> None:
    href = clean_address(link, "href")
    if _UNSAFE.match(href):
        edit.unwrap(post, link, "canon.link")
    elif _is_seen(link):
        return
    elif href.startswith("#") or not href:
        del link.attrib["href"]
    elif link.get("id") or link.get("name"):
        edit.amend(post, link, "href", None, "canon.link")
    else:
        edit.unwrap(post, link, "canon.link")


def clean_address(element: _Element, name: str) -> str:
    """Rid the address in an attribute of white space around it and line ends in it, as browsers do, and return it."""
    written = element.get(name, "")
    address = (written if written.isprintable() else _LINE_ENDS.sub("", written)).strip()
    if address != written:
        element.set(name, address)
    return address


def _is_seen(link: _Element) -> bool:
    """Whether there is something to click on that is not part of a link within the link."""
    if link.text and link.text[0].isalnum():
        return True
    inner = {node for other in link.iterdescendants("a", "audio", "video") for node in other.iter()}
    if UNSEEN.fullmatch(link.text or "") is None:
        return True
    for node in link.iterdescendants():
        shown = node.text if tag_of(node) and node not in inner else ""
        behind = node.tail if node.getparent() not in inner else ""
        if UNSEEN.fullmatch(f"{shown or ''}{behind or ''}") is None:
            return True
    return any(img.get("src") and img not in inner for img in link.iter("img"))
