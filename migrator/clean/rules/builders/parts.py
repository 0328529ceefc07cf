"""Small parts that the shapes of modules are made of: titles, words, pictures, buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rules.builders.module import Module, address, image, plain, said
from migrator.clean.vocabulary import HEADINGS

Roles = Mapping[str, Any]
"""Which settings hold what: names of settings by what they are for."""

LEVEL = 3
"""Level of a heading whose module says none: builders' titles stand below a section's."""


def level(module: Module, roles: Roles, default: int = LEVEL) -> int:
    """The level that a module says ("h2", "2", "tag:h2|…"), else the usual one."""
    before, _, tag = said(module.values, roles.get("level", "")).partition("tag:")
    digit = (tag or before).lower().removeprefix("h")[:1]
    return int(digit) if digit and digit in "123456" else default


def title(module: Module, roles: Roles, href: str = "") -> Iterator[_Element]:
    """The title of a module as a heading, in a link where there is one."""
    written = said(module.values, roles.get("title", ""))
    if written:
        yield figures.filled(Element(f"h{level(module, roles)}"), linked(one_line(written), href))


def one_line(written: str) -> figures.Caption:
    """Words for one line, without a paragraph or heading of their own."""
    words = figures.rich(written)
    return words[0] if isinstance(words, _Element) and is_one_line(words) else words


def is_one_line(words: _Element) -> bool:
    """Whether it is one paragraph or heading and nothing else."""
    is_alone = len(words) == 1 and not (words.text or "").strip() and not (words[0].tail or "").strip()
    return is_alone and words[0].tag in ("p", *HEADINGS)


def span(words: _Element) -> _Element:
    """The words for one line, to stand in another element."""
    return figures.filled(Element("span"), words[0] if is_one_line(words) else words)


def linked(words: figures.Caption, href: str) -> figures.Caption:
    """Words as the content of a link; without an address as they are."""
    if not href or not figures.has_content(words):
        return words
    around = Element("span")
    around.append(figures.link(href, words))
    return around


def line(words: figures.Caption) -> Iterator[_Element]:
    """A paragraph, if there is anything in it."""
    if figures.has_content(words):
        yield figures.filled(Element("p"), words)


def button(words: figures.Caption, href: str) -> Iterator[_Element]:
    """A link that was shown as a button; without an address its words."""
    if href:
        yield figures.button(href, words)
    else:
        yield from line(words)


def paragraphs(module: Module, names: str) -> Iterator[_Element]:
    """The words of a setting, with their own HTML."""
    written = said(module.values, names)
    if written:
        yield figures.filled(Element("div"), module.read(written))


def content(module: Module) -> Iterator[_Element]:
    """What stands in a module."""
    if figures.has_content(module.content):
        yield figures.filled(Element("div"), module.content)


def picture(module: Module, roles: Roles, href: str = "") -> Iterator[_Element]:
    """The picture of a module with its caption."""
    img = image(module.values, roles.get("picture", ""), module.site)
    if img is None:
        return
    alt = plain(module.values, roles.get("alt", ""))
    if alt:
        img.set("alt", alt)
    yield figures.picture(figures.linked(img, href), figures.rich(said(module.values, roles.get("caption", ""))))


def link(module: Module, roles: Roles) -> str:
    """Where a module leads, or ""."""
    return address(module.values, roles.get("link", ""))
