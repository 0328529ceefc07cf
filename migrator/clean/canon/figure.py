"""What a figure shows: one of the kinds of the vocabulary, or nothing but its content."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml.etree import Element, _Element

from migrator.clean.canon.parts import has_text, replace
from migrator.clean.vocabulary import INLINE
from migrator.markup.html import tag_of

_ON_NEITHER = INLINE - {"a", "img", "code", "sub", "sup"}

Shape = Callable[[list[_Element]], list[_Element] | None]
"""Gets the blocks in a figure besides its caption and returns what the canonical figure holds, or None."""


def finish_figure(figure: _Element) -> None:
    """Make a figure that has just been written, as the last in its parent, one of the kinds; else only its content
    stays."""
    captions = figure.findall("figcaption")
    blocks = [block for block in figure if block.tag != "figcaption"]
    if len(captions) > 1 or not (_is_around(blocks, captions, figure) or _fits(blocks, captions, figure)):
        replace(figure, [block for part in figure for block in _blocks_of(part)])


def _is_around(blocks: list[_Element], captions: list[_Element], figure: _Element) -> bool:
    """Whether there is nothing but one more figure, and maybe what is quoted of it: that one stays, and gets the
    caption if it has none."""
    inner = blocks[-1] if blocks else figure
    if inner is figure or inner.tag != "figure" or figure.get("class") == "gallery":
        return False
    if not all(_quotes(block, inner) for block in blocks[:-1]) or (captions and inner.find("figcaption") is not None):
        return False
    inner.extend(captions)
    replace(figure, blocks)
    return True


def _quotes(block: _Element, embed: _Element) -> bool:
    """Whether a block is the words of what an embed leads to."""
    link = embed.find("a")
    return block.tag == "blockquote" and link is not None and block.get("cite") == link.get("href")


def _fits(blocks: list[_Element], captions: list[_Element], figure: _Element) -> bool:
    for kind in (figure.get("class", ""), _kind_of(blocks)):
        shown = _SHAPES[kind](blocks) if kind in _SHAPES else None
        if shown is not None and kind in ("image", "table") and not captions:
            replace(figure, blocks)
            return True
        if shown is not None:
            figure.set("class", kind)
            figure[:] = shown + captions
            return True
    return False


def _kind_of(blocks: list[_Element]) -> str:
    if len(blocks) == 1 and is_picture(blocks[0]):
        return "image"
    return _KINDS.get(tag_of(blocks[0]), "gallery") if len(blocks) == 1 else "gallery"


_KINDS = {"table": "table", "blockquote": "quote", "audio": "audio", "video": "video"}


def is_picture(block: _Element) -> bool:
    """Whether a block is a paragraph that holds one picture, linked or not, and nothing else but marks around it."""
    return (lone := _lone(block)) is not None and _is_picture_alone(lone)


def _lone(block: _Element) -> _Element | None:
    """The picture or link that a paragraph consists of, whatever marks lie on it: they show on neither."""
    node = block
    while (node.tag == "p" or node.tag in _ON_NEITHER) and len(node) == 1 and not has_text(node):
        node = node[0]
        if node.tail and not node.tail.isspace():
            return None
    return node if node.tag in ("a", "img") else None


def _pictures_of(block: _Element) -> list[_Element]:
    """The pictures a paragraph consists of; none when there is anything else in it."""
    if block.tag != "p" or has_text(block) or any(child.tail and not child.tail.isspace() for child in block):
        return []
    shown = [child for child in block if child.tag != "br"]
    return shown if all(map(_is_picture_alone, shown)) else []


def _is_picture_alone(child: _Element) -> bool:
    if child.tag == "a" and len(child) == 1 and not has_text(child) and not child[0].tail:
        child = child[0]
    return child.tag == "img"


def _image(blocks: list[_Element]) -> list[_Element] | None:
    lone = _lone(blocks[0]) if len(blocks) == 1 else None
    return [_alone(lone)] if lone is not None and _is_picture_alone(lone) else None


def _gallery(blocks: list[_Element]) -> list[_Element] | None:
    if blocks and all(block.get("class") == "image" or _pictures_of(block) for block in blocks):
        return [figure for block in blocks for figure in _figures_of(block)]
    return None


def _figures_of(block: _Element) -> list[_Element]:
    return [block] if block.tag == "figure" else [_figure("image", picture) for picture in _pictures_of(block)]


def _link(blocks: list[_Element]) -> list[_Element] | None:
    link = _lone(blocks[0]) if len(blocks) == 1 else None
    return [_alone(link)] if link is not None and link.tag == "a" and link.get("href") else None


def _quote(blocks: list[_Element]) -> list[_Element] | None:
    if len(blocks) == 1 and blocks[0].tag == "blockquote":
        return blocks
    quote = Element("blockquote")
    quote.extend(blocks)
    return [quote] if blocks else None


def _only(*tags: str) -> Shape:
    return lambda blocks: blocks if len(blocks) == 1 and blocks[0].tag in tags else None


_SHAPES: Mapping[str, Shape] = {
    "audio": _only("audio"),
    "embed": _link,
    "file": _link,
    "gallery": _gallery,
    "image": _image,
    "quote": _quote,
    "table": _only("table"),
    "video": _only("video"),
}


def _alone(picture: _Element) -> _Element:
    picture.tail = None
    return picture


def _figure(kind: str, shown: _Element) -> _Element:
    figure = Element("figure", {"class": kind})
    figure.append(_alone(shown))
    return figure


def _blocks_of(part: _Element) -> list[_Element]:
    """A part of a figure as blocks that can stand without it."""
    if part.tag in ("audio", "video"):
        return [_figure(tag_of(part), part)]
    if part.tag != "figcaption":
        return [part]
    if has_text(part) or part[0].tag in INLINE:
        part.tag = "p"
        return [part]
    return list(part)
