"""The command line as a test calls it: what it says, where it says it, the exit code."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Said(NamedTuple):
    code: int
    out: str
    err: str


Invoke = Callable[..., Said]
