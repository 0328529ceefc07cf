"""The judge of canonical HTML: what in a tree is not in the vocabulary, or not where it may be.

The laws of the tests and `check` use it; `clean.canon` makes trees fit by code of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Comment, _Element

from migrator.clean.vocabulary import (
    CHILDREN,
    DEEPEST,
    FIGURES,
    HOLDS_NO_TEXT,
    INLINE,
    MIXED,
    NESTABLE,
    SAFE_COMMENT,
    TAGS,
    VOIDS,
    is_valid,
)
from migrator.markup.html import tag_of


def violations(body: _Element) -> list[str]:
    """Say what in a tree is not canonical, a line each, with the place; of any tree, however deep."""
    found: list[str] = []
    depths = {body: 0}
    for node in body.iter():
        parent = node.getparent()
        depth = depths[node] = depths[parent] + 1 if node is not body and parent is not None else 0
        problems = _of_comment(node) if isinstance(node, _Comment) else _of_element(node, depth)
        found += [f"{_place(node, body)}: {problem}" for problem in problems]
    return found


def _place(node: _Element, body: _Element) -> str:
    path = [tag_of(node) or "comment"]
    for above in node.iterancestors():
        if above is body or len(path) > DEEPEST:
            break
        path.append(tag_of(above))
    return "/".join(reversed(path))


def _of_comment(comment: _Element) -> Iterator[str]:
    parent = comment.getparent()
    if not SAFE_COMMENT.fullmatch(comment.text or ""):
        yield "a comment that says nothing"
    if parent is None or "p" not in CHILDREN.get(tag_of(parent), ()):
        yield "a comment among inline content"


def _of_element(element: _Element, depth: int) -> Iterator[str]:
    tag = tag_of(element)
    if tag not in TAGS:
        yield "unknown element"
        return
    if depth > DEEPEST:
        yield "too deep"
    yield from _of_attributes(element)
    yield from _of_content(element)
    check = _MORE.get(tag)
    if check is not None:
        yield from check(element)


def _of_attributes(element: _Element) -> Iterator[str]:
    for name, value in element.items():
        if not is_valid(tag_of(element), name, value):
            yield f"attribute {name}={value!r}"


def _of_content(element: _Element) -> Iterator[str]:
    tag = tag_of(element)
    allowed = CHILDREN[tag]
    names = [tag_of(child) or "comment" for child in element]
    yield from (f"<{name}> in <{tag}>" for name in names if name not in allowed and name != "comment")
    has_text = any(map(_is_text, texts_of(element)))
    if has_text and tag in HOLDS_NO_TEXT:
        yield "loose text"
    if tag in MIXED and not INLINE.issuperset(names) and (has_text or not INLINE.isdisjoint(names)):
        yield "inline content beside blocks"
    if tag in INLINE and tag not in VOIDS and tag not in NESTABLE and _is_inside(element, tag):
        yield f"<{tag}> inside another"
    if tag not in _MAY_BE_EMPTY and not has_text and not names:
        yield "empty"
    if tag not in HOLDS_NO_TEXT and _UNFOLDED.search("\0".join(texts_of(element))) and not _is_inside(element, "pre"):
        yield "white space that is not folded"


def _is_inside(element: _Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def texts_of(element: _Element) -> Iterator[str]:
    """An element's own texts: before, between and behind its children."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""


_UNFOLDED = re.compile(r"[\t\n\f\r]|  ")


def _is_text(text: str) -> bool:
    return bool(text) and not text.isspace()


_MAY_BE_EMPTY = VOIDS | {"body", "td", "th", "audio", "video", "a", "rp", "rt"}


def _of_link(link: _Element) -> Iterator[str]:
    if not link.get("href") and not link.get("id"):
        yield "neither address nor id"
    if link.get("href") and not len(link) and not (link.text or "").strip():
        yield "empty"


def _of_pre(pre: _Element) -> Iterator[str]:
    if len(pre) != 1:
        yield "not one <code>"


def _of_figure(figure: _Element) -> Iterator[str]:
    kind = figure.get("class", "")
    names = [child.tag for child in figure]
    if names[-1:] == ["figcaption"]:
        names.pop()
    elif kind == "table" or (kind == "image" and not _is_in_gallery(figure)):
        yield "a figure without a caption"
    if kind not in FIGURES or not FIGURES[kind].issuperset(names) or (len(names) != 1 and kind != "gallery"):
        yield f"a figure of kind {kind!r} with {names}"


def _is_in_gallery(figure: _Element) -> bool:
    parent = figure.getparent()
    return parent is not None and parent.get("class") == "gallery"


def _of_image(img: _Element) -> Iterator[str]:
    if not img.get("src"):
        yield "no address"


def _of_table(table: _Element) -> Iterator[str]:
    order = ["caption", "thead", "tbody", "tfoot"]
    names = [tag_of(child) for child in table if child.tag in order]
    if names != sorted(names, key=order.index):
        yield "parts out of order"
    if any(names.count(name) > 1 for name in ("caption", "thead", "tfoot")):
        yield "a part twice"


def _of_details(details: _Element) -> Iterator[str]:
    if any(child.tag == "summary" for child in details[1:]):
        yield "a summary that is not the first"


def _of_ruby(part: _Element) -> Iterator[str]:
    parent = part.getparent()
    if parent is None or parent.tag != "ruby":
        yield "outside of <ruby>"


def _of_span(span: _Element) -> Iterator[str]:
    if not span.get("lang") and not span.get("dir"):
        yield "says nothing"


_MORE = {
    "a": _of_link,
    "details": _of_details,
    "figure": _of_figure,
    "img": _of_image,
    "pre": _of_pre,
    "rp": _of_ruby,
    "rt": _of_ruby,
    "span": _of_span,
    "table": _of_table,
}
