"""Write inline content into the line that is open: a paragraph, a heading, a piece of code.

White space, breaks and marks are held back until there is something to write behind or within them. So a line begins
and ends with something to see, no mark is empty, and white space and breaks at the ends of a mark stand outside of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml.etree import SubElement, _Element

from migrator.clean.canon.marks import Mark, effective
from migrator.clean.canon.parts import fold
from migrator.markup.html import append_text


class Pen:
    """The end of the open line. `begin` makes a line when there is something to write and none is open."""

    def __init__(self, begin: Callable[[], _Element]) -> None:
        self.line: _Element | None = None
        self.marks: list[Mark] = []
        self._begin = begin
        self._effective: list[Mark] = []
        self._chain: list[tuple[Mark, _Element]] = []
        self._space = ""
        self._breaks = 0
        self._last = "\n"
        self._ids: set[str] = set()

    def set_marks(self, marks: list[Mark]) -> None:
        """Say which marks lie on what is written next."""
        self.marks = marks
        self._effective = effective(marks)

    def write(self, text: str) -> None:
        """Write text with its white space folded."""
        core = text.strip()
        if not core:
            self._space += text
            return
        start = text.index(core)
        self._space += text[:start]
        append_text(self._reach(), fold(core))
        self._space = text[start + len(core) :]

    def write_code(self, text: str) -> None:
        """Write text as it is."""
        if not text:
            return
        if text[0] == "\n":
            self._breaks = 0
        append_text(self._reach(is_blank=text.isspace()), text)
        self._last = text[-1]

    def put(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Write an element without content."""
        SubElement(self._reach(), tag, dict(attributes))
        self._last = ""

    def break_line(self) -> int:
        """Note a line break and return how many there are in a row; none at the start of a line."""
        if self.line is not None:
            self._breaks += 1
            self._space = ""
        return self._breaks

    def separate(self) -> None:
        """Break the line if there is anything in it that isn't followed by a break."""
        if self.line is not None:
            self._breaks = max(self._breaks, 1)
            self._space = ""

    def is_new(self, identity: str) -> bool:
        """Whether an id is not used yet; it is from now on."""
        if not identity or identity in self._ids:
            return False
        self._ids.add(identity)
        return True

    def end(self) -> None:
        """End the line; what was held back behind its last word goes."""
        self.line = None
        self._chain = []
        self._space = ""
        self._breaks = 0
        self._last = "\n"

    def _reach(self, *, is_blank: bool = False) -> _Element:
        """The element that content goes into, marks open (for white space none anew), what was held back written."""
        if self.line is None:
            self.line = self._begin()
        line = self.line
        marks = [mark for mark in self._effective if mark.tag != line.tag]
        kept = self._count_kept(marks) if self._chain else 0
        del self._chain[kept:]
        at = self._chain[-1][1] if self._chain else line
        self._write_held_back(line, at)
        for mark in () if is_blank else marks[kept:]:
            at = self._open(mark, at)
            self._chain.append((mark, at))
        return at

    def _count_kept(self, marks: list[Mark]) -> int:
        """How many of the open marks lie on what is written next, too."""
        kept = 0
        for (mark, _), other in zip(self._chain, marks, strict=False):
            if not other.goes_on(mark, apart=self._breaks > 0):
                break
            kept += 1
        return kept

    def _open(self, mark: Mark, parent: _Element) -> _Element:
        """Make the element of a mark; opened again behind a block, it leaves its id to the first one."""
        attributes = dict(mark.attributes)
        if "id" in attributes and not self.is_new(attributes["id"]):
            del attributes["id"]
        return SubElement(parent, mark.tag, attributes)

    def _write_held_back(self, line: _Element, at: _Element) -> None:
        is_first = self._breaks > 0 or (line.text is None and len(line) == 0)
        if self._breaks and line.tag != "code":
            SubElement(at, "br")
        elif self._breaks and self._last != "\n":
            append_text(at, "\n")
        if self._space:
            space = fold(self._space)
            append_text(at, space.lstrip(" ") if is_first else space)
        self._breaks = 0
        self._space = ""
