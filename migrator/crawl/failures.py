"""Why an address was not had: it may not be asked for, it can't be reached, or it would take too long to wait."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "robots", "private address", "scheme", "other host", "too large", "redirects", "no address", "unknown packing"
]


class Refused(Exception):  # noqa: N818  (it is no end of a run: the address counts as not taken)
    """An address that is not asked for, or whose answer is not taken; `target` is where a redirect would have led."""

    def __init__(self, reason: Reason, url: str, target: str = "") -> None:
        super().__init__(f"{reason}: {url}" + (f" -> {target}" if target else ""))
        self.reason = reason
        self.url = url
        self.target = target


class Unreachable(Exception):  # noqa: N818  (the same)
    """An address that gave no answer however often it was asked for."""

    def __init__(self, reason: str, url: str, tries: int) -> None:
        super().__init__(f"{reason}: {url}")
        self.reason = reason
        self.url = url
        self.tries = tries


class TooLong(Exception):  # noqa: N818  (the run ends here, and goes on later)
    """A host that asks to be left alone for longer than the run may wait."""

    def __init__(self, seconds: float, host: str) -> None:
        super().__init__(f"{host} asks to be left alone for {seconds:.0f} seconds")
        self.seconds = seconds
        self.host = host
