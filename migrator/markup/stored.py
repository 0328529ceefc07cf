"""JSON in content and its meta, as plugins and editors stored it."""

from __future__ import annotations

import json
import re
from typing import Any

from migrator.markup.html import NOT_XML

_ESCAPED = re.compile(r"\\(?:[bf]|u(?:00[01]|d[89a-f]|fff[ef]))", re.IGNORECASE)
"""Escapes of characters that no tree can hold, and of some that it can: only such texts are looked through."""


def read_json(text: str) -> Any:
    """Read JSON; control characters and halves of pairs, which escapes can write and HTML can't, are left out.

    Raises:
        ValueError: It is no JSON, or lies too deep.
    """
    try:
        value = json.loads(text)
        return _legible(value) if _ESCAPED.search(text) else value
    except RecursionError as error:
        raise ValueError("JSON lies too deep") from error


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        return NOT_XML.sub("", value)
    if isinstance(value, list):
        return [_legible(one) for one in value]
    if isinstance(value, dict):
        return {_legible(name): _legible(one) for name, one in value.items()}
    return value


__all__ = ["read_json"]
