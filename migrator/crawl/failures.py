"""Why an address was not had: it may not be asked for, it can't be reached, or it would take too long to wait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

PASSING: Mapping[int, int] = {
    **{408: 3, 425: 3, 429: 10, 500: 2, 502: 3, 503: 5, 504: 3},
    **dict.fromkeys((520, 521, 522, 523, 524), 3),
}
"""Statuses that may be another the next time → how often an address is asked for that is answered so; a 500 of
WordPress is mostly an item that breaks each time, those from 520 on are Cloudflare's."""

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
