"""The containers (lists, tables, quotes, …) that are open while canonical blocks are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from lxml.etree import SubElement, _Element

from migrator.clean.canon.figure import finish_figure
from migrator.clean.canon.parts import collapse, drop_if_empty, finish_details, finish_item, finish_table, spread
from migrator.clean.vocabulary import CHILDREN, FLOW, INLINE
from migrator.markup.html import tag_of

ACCEPTED: Mapping[str, frozenset[str]] = {
    **{tag: children - INLINE for tag, children in CHILDREN.items()},
    "figure": FLOW | {"figcaption"},
}
"""What each container takes while it is written; its finisher makes the rest of it."""

INNER = {"dl": "dd", "ol": "li", "table": "tbody", "tbody": "tr", "tfoot": "tr", "thead": "tr", "tr": "td", "ul": "li"}
"""Where content belongs that stands in such an element itself."""

OUTER = {"dd": "dl", "dt": "dl", "li": "ul"}
"""Which element those need around them that is missing."""

_FINISHERS: Mapping[str, Callable[[_Element], None]] = {
    **dict.fromkeys(("blockquote", "section", "ul", "ol", "dl", "thead", "tbody", "tfoot", "tr"), drop_if_empty),
    **dict.fromkeys(("li", "dd", "figcaption"), finish_item),
    **dict.fromkeys(("td", "th"), collapse),
    "details": finish_details,
    "figure": finish_figure,
    "table": finish_table,
}


class Frame(NamedTuple):
    """An open container. `implied` is "inner" or "outer" when no element of the source stands for it."""

    element: _Element
    tag: str
    implied: str


class Containers:
    """The open containers, the body first; each gets its final shape when it is closed."""

    def __init__(self, body: _Element) -> None:
        self._frames = [Frame(body, "body", "")]

    def __len__(self) -> int:
        return len(self._frames)

    @property
    def top(self) -> _Element:
        """The innermost one, where the next block goes."""
        return self._frames[-1].element

    def open(self, tag: str, attributes: Mapping[str, str], implied: str = "") -> None:
        """Begin a container in the innermost one."""
        self._frames.append(Frame(SubElement(self.top, tag, dict(attributes)), tag, implied))

    def close(self, count: int) -> None:
        """End containers until `count` are left."""
        while len(self._frames) > count:
            frame = self._frames.pop()
            _FINISHERS[frame.tag](frame.element)

    def make_room(self, tag: str) -> bool:
        """Open or close implied containers until the innermost one takes a `tag`; False when none will."""
        while True:
            frame = self._frames[-1]
            accepted = ACCEPTED[frame.tag]
            if tag in accepted:
                return True
            if frame.implied != "outer" and _leads(frame.tag, tag):
                self._open_inner(frame, tag)
            elif frame.implied:
                self.close(len(self._frames) - 1)
            elif OUTER.get(tag) in accepted:
                self.open(OUTER[tag], {}, "outer")
            else:
                return False

    def _open_inner(self, container: Frame, tag: str) -> None:
        """Open the part of a container that content in it belongs to; a list in a list belongs to the item before."""
        if tag in ("ul", "ol") and container.tag in ("ul", "ol") and len(container.element):
            item = container.element[-1]
            spread(item)
            self._frames.append(Frame(item, tag_of(item), "inner"))
        else:
            self.open(INNER[container.tag], {}, "inner")


def _leads(container: str, tag: str) -> bool:
    """Whether content of a kind can stand in an inner part of a container."""
    inner = INNER.get(container)
    while inner is not None:
        if tag in ACCEPTED[inner]:
            return True
        inner = INNER.get(inner)
    return False
