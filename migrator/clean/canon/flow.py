"""Write content of any kind into canonical blocks, in the order of the text.

A `Flow` is told of each element's start and end and of each text, as a reader comes across them. It keeps which
containers are open, which kind of line (paragraph, heading, …) loose text belongs to, and which marks (emphasis,
links) lie on the text. Lines are opened when there is something to write and not before, so nothing empty is made, and
a block in the middle of a paragraph, a link or an emphasis cuts it in two of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from lxml.etree import Comment, SubElement, _Element

from migrator.clean.canon.attributes import Wanted, attributes_of
from migrator.clean.canon.containers import Containers
from migrator.clean.canon.marks import RENAMED, marks_of, new_marks
from migrator.clean.canon.parts import is_unseen
from migrator.clean.canon.pen import Pen
from migrator.clean.vocabulary import LINES, MIXED, MOST_CONTAINERS
from migrator.markup.html import tag_of

CONTAINERS = MIXED | frozenset("blockquote details dl figure ol section table tbody tfoot thead tr ul".split())
WRAPPERS = frozenset(
    "address article aside body center dialog div fieldset footer form frameset header hgroup html legend main nav"
    " noframes optgroup option search".split()
)
"""Blocks that only group others."""

_LANGUAGE = re.compile(r"(?:^|\s)lang(?:uage)?-(\S+)")

Leave = Callable[[], None]


class Line(NamedTuple):
    """The kind of line that loose text goes into, with its attributes."""

    tag: str
    attributes: dict[str, str]


class Flow:
    """The open end of a canonical tree."""

    def __init__(self, body: _Element, wanted: Wanted) -> None:
        self._wanted = wanted
        self._containers = Containers(body)
        self._lines = [Line("p", {})]
        self._scopes: list[Mapping[str, str]] = [{}]
        self._anchors: list[str] = []
        self._pen = Pen(self._begin_line)

    @property
    def depth(self) -> int:
        """How many containers are open."""
        return len(self._containers)

    @property
    def is_plain(self) -> bool:
        """Whether a canonical block may come here as it is."""
        return self._lines[-1].tag == "p" and not (self._pen.marks or self._anchors or self._scopes[-1])

    @property
    def _is_paragraph(self) -> bool:
        """Whether loose text makes a paragraph, which can be ended and begun again anywhere."""
        return self._lines[-1].tag == "p"

    @property
    def _is_code(self) -> bool:
        return self._lines[-1].tag == "pre"

    def finish(self) -> None:
        """End the line and the containers that no element stands for: nothing follows, or what is written already."""
        self._end_line()
        self._containers.close(1)

    def take(self, block: _Element) -> bool:
        """Move a canonical block here, if one of its kind has a place."""
        self._end_line()
        if not self._containers.make_room(tag_of(block)):
            return False
        block.tail = None
        self._containers.top.append(block)
        return True

    def comment(self, comment: _Element) -> None:
        """Write a comment between blocks."""
        self._end_line()
        self._containers.make_room("p")
        self._containers.top.append(Comment(comment.text))

    def text(self, text: str) -> None:
        """Write text."""
        if not text:
            return
        if self._is_code:
            self._pen.write_code(text)
        else:
            self._pen.write(text)

    def enter(self, element: _Element) -> Leave:
        """Begin an element; what is returned ends it."""
        tag = tag_of(element)
        tag = RENAMED.get(tag, tag)
        void = _VOIDS.get(tag)
        if void is not None:
            void(self, element)
            return _nothing
        if tag in LINES or tag == "pre":
            return self._enter_line(element, tag)
        if tag in CONTAINERS:
            return self._enter_container(element, tag)
        return self._enter_wrapper(element) if tag in WRAPPERS else self._enter_marks(element)

    def _enter_line(self, element: _Element, tag: str) -> Leave:
        if not self._is_paragraph:
            return self._enter_wrapper(element)
        self._end_line()
        attributes = attributes_of(element, tag, self._wanted)
        if attributes.get("id") in self._wanted.ids:
            self._await_anchor(attributes.pop("id"))
        if tag == "pre" and (language := _language(element)):
            attributes["class"] = language
        self._lines.append(Line(tag, attributes))
        return self._leave_line

    def _leave_line(self) -> None:
        self._end_line()
        self._lines.pop()

    def _enter_wrapper(self, element: _Element) -> Leave:
        attributes = attributes_of(element, "div", self._wanted)
        self._await_anchor(attributes.pop("id", ""))
        self._separate()
        self._scopes.append({**self._scopes[-1], **attributes} if attributes else self._scopes[-1])
        return self._leave_wrapper

    def _leave_wrapper(self) -> None:
        self._separate()
        self._scopes.pop()

    def _separate(self) -> None:
        """Keep blocks apart, by a break in a line that can't be ended."""
        if self._is_paragraph:
            self._end_line()
        else:
            self._pen.separate()

    def _enter_container(self, element: _Element, tag: str) -> Leave:
        attributes = attributes_of(element, tag, self._wanted)
        is_wrapper = tag == "section" and "class" not in attributes
        if is_wrapper or self._is_code or self.depth >= MOST_CONTAINERS:
            return self._enter_wrapper(element)
        self._end_line()
        if not self._containers.make_room(tag):
            return self._enter_wrapper(element)
        self._containers.open(tag, {**self._scopes[-1], **attributes})
        self._lines.append(Line("p", {}))
        self._scopes.append({})
        return partial(self._leave_container, self.depth - 1)

    def _leave_container(self, count: int) -> None:
        self._end_line()
        self._containers.close(count)
        self._lines.pop()
        self._scopes.pop()

    def _enter_marks(self, element: _Element) -> Leave:
        marks = new_marks(marks_of(element, self._wanted), self._pen.marks)
        identity = element.get("id", element.get("name", "") if element.tag == "a" else "")
        if identity in self._wanted.ids and not any("id" in dict(mark.attributes) for mark in marks):
            self._anchor(identity)
        if not marks:
            return _nothing
        around = self._pen.marks
        self._pen.set_marks([*around, *marks])
        return partial(self._pen.set_marks, around)

    def _anchor(self, identity: str) -> None:
        """Mark the place that a link leads to: the line that begins here, or a point within one."""
        if self._pen.line is None:
            self._await_anchor(identity)
        elif self._pen.is_new(identity):
            self._pen.put("a", {"id": identity})

    def _await_anchor(self, identity: str) -> None:
        """Mark the line that begins next as the place that a link leads to."""
        if self._pen.is_new(identity):
            self._anchors.append(identity)

    def _image(self, img: _Element) -> None:
        attributes = attributes_of(img, "img", self._wanted)
        if attributes.get("src"):
            self._pen.put("img", attributes)

    def _line_break(self, _br: _Element) -> None:
        if self._is_code:
            self._pen.write_code("\n")
        elif self._pen.break_line() > 1 and self._is_paragraph:
            self._end_line()

    def _rule(self, hr: _Element) -> None:
        if self._is_code:
            return self._pen.separate()
        self._end_line()
        self._containers.make_room("hr")
        SubElement(self._containers.top, "hr", attributes_of(hr, "hr", self._wanted))

    def _player(self, player: _Element) -> None:
        tag = tag_of(player)
        self._end_line()
        self._containers.make_room("figure")
        parent = self._containers.top
        if parent.tag != "figure":
            parent = SubElement(parent, "figure", {"class": tag})
        copy = SubElement(parent, tag, attributes_of(player, tag, self._wanted))
        for track in player.iter("track"):
            SubElement(copy, "track", attributes_of(track, "track", self._wanted))

    def _begin_line(self) -> _Element:
        kind = self._lines[-1]
        tag = kind.tag if self._containers.make_room(kind.tag) else "p"
        self._containers.make_room(tag)
        attributes = {**self._scopes[-1], **kind.attributes}
        kind.attributes.pop("id", None)
        language = attributes.pop("class", "")
        line = SubElement(self._containers.top, tag, attributes)
        inner = SubElement(line, "code", {"class": language} if language else {}) if self._is_code else line
        for identity in self._anchors:
            if "id" in line.attrib:
                SubElement(inner, "a", {"id": identity})
            else:
                line.set("id", identity)
        self._anchors.clear()
        return inner

    def _end_line(self) -> None:
        line = self._pen.line
        self._pen.end()
        if line is None:
            return
        if line.tag == "code":
            _finish_code(line)
        elif is_unseen(line):
            self._containers.top.remove(line)


_VOIDS: Mapping[str, Callable[[Flow, _Element], None]] = {
    "audio": Flow._player,
    "br": Flow._line_break,
    "hr": Flow._rule,
    "img": Flow._image,
    "video": Flow._player,
}


def _nothing() -> None:
    """Leave an element that left no trace."""


def _language(pre: _Element) -> str:
    """The language of a piece of code as a class, from its own classes or those of the `<code>` in it."""
    for element in (pre, *pre.iter("code")):
        found = _LANGUAGE.search(element.get("class", ""))
        if found:
            return "language-" + found[1]
    return ""


def _finish_code(code: _Element) -> None:
    """Trim the blank lines around a piece of code; take it away when there is nothing else."""
    pre = code.getparent()
    if pre is None:
        return
    if len(code):
        code[-1].tail = (code[-1].tail or "").rstrip() or None
    else:
        code.text = re.sub(r"\A(?:[ \t]*\n)+", "", (code.text or "").rstrip())
        if not code.text and (parent := pre.getparent()) is not None:
            parent.remove(pre)
