"""Colours and widths, for terminals only: what is piped or kept gets none."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable

import click

from migrator.model import Action

COLOURS: dict[str, str] = {
    "drop": "red",
    "unwrap": "yellow",
    "rewrite": "blue",
    "keep": "green",
    "lift": "bright_black",
}
"""By a rule's verb; any other is magenta."""

ACTIONS: dict[Action, str] = {
    "removed": "red",
    "unwrapped": "yellow",
    "rewritten": "blue",
    "added": "green",
    "repaired": "green",
    "warned": "magenta",
    "failed": "magenta",
    "skipped": "magenta",
}
NARROWEST = 40


def say(lines: Iterable[str]) -> None:
    """Print lines; their colours stay only on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise.

    Source: https://no-color.org and https://force-color.org.
    """
    colour = False if os.environ.get("NO_COLOR") else True if os.environ.get("FORCE_COLOR") else None
    for line in lines:
        click.echo(line, color=colour)


def width() -> int:
    """Columns of the terminal (or of COLUMNS)."""
    return max(NARROWEST, shutil.get_terminal_size().columns)


def is_terminal() -> bool:
    """Whether someone sees what is printed."""
    return sys.stdout.isatty()


def cells(text: str) -> int:
    """Count the columns that a text takes: two for a wide character, none for one that sits on another."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
