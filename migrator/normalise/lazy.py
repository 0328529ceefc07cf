"""Pictures that a script was to load when they come into view: their address put back where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element

from migrator import edit
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site
from migrator.site.files import is_made

ADDRESSES = (
    "data-orig-file", "data-src", "data-lazy-src", "data-original", "data-orig-src", "data-lazyload", "data-lazy",
    "data-echo", "data-litespeed-src", "data-cmplz-src", "data-ezsrc",
)  # fmt: skip
"""Attributes in which lazy loaders (Jetpack, a3, WP Rocket, Smush, LiteSpeed, Autoptimize, …) keep the true address;
Jetpack's carousel even that of the original."""

CANDIDATES = ("data-srcset", "data-lazy-srcset", "data-original-set", "srcset")

_PLACEHOLDER = re.compile(
    r"data:image/(?:gif|svg\+xml|png|webp)[;,].{0,600}\Z|about:blank\Z|#?\Z"
    r"|.*/(?:blank|spacer|1x1(?:\.trans)?|transparent|placeholder|lazy[\w-]*|pixel)\.(?:gif|png|svg|jpe?g|webp)(?:\?.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What stands in `src` until the script comes: nothing, an empty picture, or one drawn in the address. In saved
pages the 784 of lazy pictures have 70 to 218 characters, embedded pictures of their own 900 and more."""

_ADDRESS = re.compile(r"[^\s{}\[\]<>]*[/.][^\s{}\[\]<>]+\Z")
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,|\Z)")
_IMAGE_CLASS = re.compile(r"\bwp-image-(\d+)\b")
_LOADED = ("img", "iframe", "video", "audio", "source", "embed")


def lazy(post: Post, _site: Site) -> None:
    """Give each picture its true address and say which attachment it shows; runs before unknown attributes go."""
    elements = list(post.tree.iter(*_LOADED, "noscript"))
    for element in elements:
        if element.tag != "noscript" and (len(element.attrib) > 1 or "src" not in element.attrib):
            _load(post, element)
    for element in elements:
        if element.tag == "noscript":
            _join_twin(post, element)


def _load(post: Post, element: _Element) -> None:
    src = element.get("src", "")
    address = true_address(element)
    if address and address != src:
        edit.amend(post, element, "src", address, "image.lazy")
    if element.tag == "img" and "data-id" not in element.attrib:
        number = attachment_number(element)
        if number:
            element.set("data-id", number)
    if element.get("srcset") and is_made(address.partition("?")[0].rpartition("/")[2]):
        element.set("data-srcset", element.get("srcset", ""))


def true_address(element: _Element) -> str:
    """Tell where a picture is: in a lazy loader's attribute, in `src`, or in `srcset` if `src` is a placeholder.

    Where all look like placeholders, what the loader keeps is a picture after all: "lazy-sunday.jpg".
    """
    given = [value for name in ADDRESSES if (value := element.get(name))]
    kept = list(filter(is_address, map(str.strip, given)))
    src = element.get("src", "").strip()
    for address in (*kept, src):
        if not _PLACEHOLDER.match(address):
            return address
    shown = largest(element.get(name, "") for name in CANDIDATES) or _of_sources(element)
    return shown or next(iter(kept), src)


def is_address(value: str) -> bool:
    """Tell whether what a lazy loader keeps can be an address, and is no setting of its own."""
    return _ADDRESS.match(value) is not None


def is_placeholder(src: str) -> bool:
    """Tell whether an address is only what stands in for a picture until a script comes."""
    return _PLACEHOLDER.match(src.strip()) is not None


def _of_sources(img: _Element) -> str:
    """The largest picture that the `<source>`s of the same `<picture>` offer."""
    parent = img.getparent()
    if img.tag != "img" or parent is None or parent.tag != "picture":
        return ""
    return largest(source.get(name, "") for source in parent.iter("source") for name in CANDIDATES)


def largest(sets: Iterable[str]) -> str:
    """Choose the largest candidate of `srcset` values; "" if there is none."""
    return max(candidates(sets), key=lambda pair: pair[0], default=(0.0, ""))[1]


def candidates(sets: Iterable[str]) -> list[tuple[float, str]]:
    """Read `srcset` values: addresses, each with its width or density."""
    found = [(float(size or 1), url) for text in sets for url, size in _CANDIDATE.findall(text)]
    return [(size, url) for size, url in found if not _PLACEHOLDER.match(url)]


def attachment_number(img: _Element) -> str:
    """Read which attachment a picture shows from the class `wp-image-N` or Jetpack's attribute."""
    found = _IMAGE_CLASS.search(img.get("class", ""))
    number = found[1] if found else img.get("data-attachment-id", "")
    return number if number.isdecimal() else ""


def _join_twin(post: Post, noscript: _Element) -> None:
    """Take out the copy for readers without scripts, when the picture it copies stands beside it."""
    copies = list(noscript.iter("img"))
    twin = _beside(noscript)
    if len(copies) != 1 or text_of(noscript).strip() or twin is None:
        return
    mine, other = true_address(copies[0]), true_address(twin)
    if _PLACEHOLDER.match(other):
        edit.amend(post, twin, "src", mine, "image.lazy")
    elif mine != other and not _is_lazy(twin):
        return
    edit.drop(post, noscript, "image.noscript")


def _beside(noscript: _Element) -> _Element | None:
    """The picture right before or after a `<noscript>`, alone in its link or figure if it has one."""
    before, after = noscript.getprevious(), noscript.getnext()
    if before is not None and not (before.tail or "").strip():
        pictures = _pictures(before)
        if pictures:
            return pictures[-1]
    if after is not None and not (noscript.tail or "").strip():
        pictures = _pictures(after)
        if pictures:
            return pictures[0]
    return None


def _pictures(element: _Element) -> list[_Element]:
    return [] if element.tag == "noscript" else list(element.iter("img"))


def _is_lazy(img: _Element) -> bool:
    return any(name in img.attrib for name in ADDRESSES + CANDIDATES[:3]) or "lazy" in img.get("class", "")
