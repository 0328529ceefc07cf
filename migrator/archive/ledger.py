"""ledger.jsonl: one line for everything that was done to a piece of the source, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from migrator.archive.layout import UNPUBLISHED
from migrator.archive.lines import line
from migrator.model import Entry

Depth = Literal["names", "text", "full"]

PUBLIC, PRIVATE = "ledger.jsonl", f"{UNPUBLISHED}ledger.jsonl"
"""Entries on documents that no visitor could read stand apart, as these do: they quote them."""

SHOWN_AFTER = 200
"""Characters of `after` in the default depth: what was put in stands in the document, what was taken out does not."""


def lines(entries: Iterable[Entry], document: int | None, path: str, depth: Depth) -> str:
    """Write entries as lines of JSON; `document` is None for what concerns the source as a whole.

    Of the depths, `names` tells rule, action and place, `text` (the default) the text taken out too and the beginning
    of what was put in, `full` all of it.
    """
    return "".join(line(_members(entry, document, path, depth)) + "\n" for entry in entries)


def _members(entry: Entry, document: int | None, path: str, depth: Depth) -> dict[str, Any]:
    members: dict[str, Any] = {
        "document": document,
        "path": path or None,
        "rule": entry.rule,
        "action": entry.action,
        "where": entry.where,
    }
    if depth == "names":
        return members
    after = entry.after if depth == "full" else _cut(entry.after)
    return members | {"before": entry.before, "after": after}


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN_AFTER else text[: SHOWN_AFTER - 1] + "…"
