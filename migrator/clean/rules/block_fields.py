"""Blocks of Advanced Custom Fields: what an author typed into fields stands in the block's comment and nowhere else.

The comment has the values by the fields' names, `"quote": "…", "_quote": "field_5f…"`, a repeater as `rows: 2` and
`rows_0_text`, and not what sort of field each is. So only what can be nothing else is shown: words, links, pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.embeds import embed
from migrator.clean.rule import Rule, rewrite
from migrator.clean.rules.chosen import kind_of, numbers
from migrator.clean.targets import find
from migrator.markup.lift import attributes
from migrator.site import Site

_WORDS = re.compile(r"[^\s#.]\S*\s+\S|<\w|[^\W\d_a-z]\w+$")
"""Several words, HTML, or one word with a capital; `dark`, `col-2` and `#fff` are choices of how a block looks."""

_SHOWS = re.compile(r"image|img|photo|picture|portrait|gallery|logo|bild|foto", re.IGNORECASE)
"""What a field is called whose number is that of a picture; others may be prices or years."""

_ADDRESS = re.compile(r"https?://\S+$")


def shown(element: _Element, site: Site) -> _Element:
    """The fields in their order, each a block of its own; blocks inside the block follow."""
    group = Element("div")
    group.extend(_fields(element, site))
    return figures.filled(group, element)


def has_fields(element: _Element, site: Site) -> bool:
    """Whether a field holds words, a link or a picture."""
    return next(_fields(element, site), None) is not None


def _fields(element: _Element, site: Site) -> Iterator[_Element]:
    data = attributes(element).get("data")
    for name, value in data.items() if isinstance(data, Mapping) else ():
        if not name.startswith("_"):
            yield from _field(name, value, site)


def _field(name: str, value: Any, site: Site) -> Iterator[_Element]:
    if isinstance(value, Mapping):
        if isinstance(value.get("url"), str) and _ADDRESS.match(value["url"]):
            yield figures.button(value["url"], str(value.get("title") or ""))
    elif isinstance(value, str) and _ADDRESS.match(value):
        yield _place(value)
    elif isinstance(value, str) and _WORDS.match(value.strip()):
        text = value if "<" in value else "<br>".join(value.strip().splitlines())
        yield figures.filled(Element("div"), figures.rich(text))
    elif _SHOWS.search(name):
        listed = value if isinstance(value, list) else [value]
        found = (site.attachment(number) for one in listed for number in numbers(str(one)))
        yield from (figures.picture_of(one) for one in found if one is not None)


def _place(address: str) -> _Element:
    if kind_of(address) == "image":
        return figures.picture(Element("img", src=address))
    return embed(address) if find(address) is not None else figures.button(address, address)


RULES: tuple[Rule, ...] = (rewrite("block.fields", "wp:acf/*", using=shown, when=has_fields),)
