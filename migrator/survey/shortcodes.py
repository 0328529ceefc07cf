"""The shortcodes of a source: which are known, how often and how each is written, what else may be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from migrator.markup.known import NONE, Own, is_familiar
from migrator.markup.shortcodes import Shortcode, mark

EXAMPLES = 3
"""How many documents and ways to write it are told of each shortcode: enough to look at one."""

LONGEST = 120
"""Characters of a shortcode as it is written."""

_BRACKETED = re.compile(r"\[([a-z][a-z\d]*(?:[_-][a-z][a-z\d]+)+)\s*/?\]")
"""A name of several parts that are more than letters or numbers: `[my_widget]`, not `[sic]`, `[i-1]`, `[a-z]`."""

T = TypeVar("T")


@dataclass(slots=True)
class Use:
    """How often something stands in a source, how often with a closing tag, in which documents, how it is written."""

    count: int = 0
    closed: int = 0
    documents: list[int] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def add(self, written: str, document: int, *, closed: bool) -> None:
        """Count one more."""
        self.count += 1
        self.closed += closed
        _remember(self.documents, document)
        _remember(self.written, written)


@dataclass(slots=True)
class Shortcodes:
    """Uses by name; `bracketed` are names in brackets with nothing else, which are taken for text.

    `own` are the names that the settings speak of.
    """

    own: Own = NONE
    uses: dict[str, Use] = field(default_factory=dict)
    bracketed: dict[str, Use] = field(default_factory=dict)

    def count(self, text: str, document: int) -> None:
        """Count what stands in a document's content."""
        if "[" not in text:
            return
        marked, found = mark(text, self.own)
        for shortcode in found:
            if shortcode.source.startswith("[") and not shortcode.name.startswith("/"):
                use = self.uses.setdefault(shortcode.name, Use())
                use.add(_written(shortcode), document, closed=bool(shortcode.closing))
        for name in _BRACKETED.findall(marked):
            if not self.own.keeps(name):
                self.bracketed.setdefault(name, Use()).add(f"[{name}]", document, closed=False)

    def is_known(self, name: str) -> bool:
        """Whether a rule or the site's settings speak of it."""
        return self.own.knows(name) or is_familiar(name)

    def known(self) -> dict[str, Use]:
        """Those that are known, the most frequent first."""
        return {name: use for name, use in _by_count(self.uses) if self.is_known(name)}

    def unknown(self) -> dict[str, Use]:
        """Those that behave like shortcodes but that no one knows, the most frequent first."""
        return {name: use for name, use in _by_count(self.uses) if not self.is_known(name)}

    def values(self) -> dict[str, list[dict[str, Any]]]:
        """Show them as JSON values."""
        return {
            "shortcodes": [
                {"name": name, "known": self.is_known(name), **_values(use)} for name, use in _by_count(self.uses)
            ],
            "bracketed": [{"name": name, **_values(use)} for name, use in _by_count(self.bracketed)],
        }


def _remember(examples: list[T], example: T) -> None:
    if len(examples) < EXAMPLES and example not in examples:
        examples.append(example)


def _written(shortcode: Shortcode) -> str:
    source = " ".join(shortcode.source.split())
    source = source if len(source) <= LONGEST else f"{source[: LONGEST - 2]}…]"
    return f"{source}…{shortcode.closing}" if shortcode.closing else source


def _by_count(uses: dict[str, Use]) -> Iterator[tuple[str, Use]]:
    return iter(sorted(uses.items(), key=lambda item: -item[1].count))


def _values(use: Use) -> dict[str, Any]:
    return {"count": use.count, "closed": use.closed, "examples": use.documents, "written": use.written}
