"""Texts that widgets show, written as a table: a bar stands between two."""

from __future__ import annotations

from collections.abc import Iterable


def wording(table: str) -> tuple[str, ...]:
    """Read a table of texts; white space in one is folded, a line may be broken anywhere."""
    return tuple(" ".join(text.split()) for text in table.split("|"))


def quoted(*tables: Iterable[str]) -> tuple[str, ...]:
    """Write texts as keys of rules, each once."""
    return tuple(dict.fromkeys(f'"{text}"' for table in tables for text in table))
