"""One host as the fetcher sees it: how fast it may be asked, when it asked to be left alone, whether it is there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

CONNECTIONS = 8
"""Connections at once to a host; browsers have six. On a server that answers in 20 ms eight fetch 1,000 pictures in
4 s, four in 6 s, one in 25 s."""

DOWN_AFTER = 3
"""Failures to connect in a row after which a host that has never answered is taken for down."""

LOST_AFTER = 4 * CONNECTIONS
"""The same for one that has answered before, which may only be starting anew."""

OFFLINE_AFTER = 16
"""Hosts that can't be reached before any has answered, after which it is the network that is taken for down. Without
one, 300 hosts take 58 s to be tried each, 16 of them 6 s."""

LONGEST_PAUSE = 120.0
"""Seconds that a host may ask to be left alone; one that asks for more is not asked again in this run."""

_FIRST_GAP, _LONGEST_GAP = 0.25, 8.0
_RECOVERY = 0.8
"""By how much each success shortens the gap between two requests."""


class Network:
    """Whether there is a network at all, as its hosts find out together."""

    def __init__(self) -> None:
        self.down = ""
        self._answered = False
        self._unreached: set[str] = set()

    def answer(self) -> None:
        """Note that a host answered."""
        self._answered, self.down = True, ""

    def fail(self, host: str) -> None:
        """Note that a host couldn't be reached."""
        self._unreached.add(host)
        if not self._answered and len(self._unreached) >= OFFLINE_AFTER:
            self.down = "no host can be reached; is there a network?"


class Host:
    """The state of one host, shared by the threads that fetch from it."""

    def __init__(
        self, name: str, sleep: Callable[[float], object] = time.sleep, network: Network | None = None
    ) -> None:
        self.name = name
        self._down = ""
        self._network = network or Network()
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next = 0.0
        self._gap = 0.0
        self._failures = 0
        self._answered = False

    @property
    def down(self) -> str:
        """Why it isn't to be asked any more in this run; "" while it is."""
        return self._down or self._network.down

    def wait(self) -> None:
        """Wait until the host may be asked the next time; requests keep the gap that it needs."""
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next)
            self._next = start + self._gap if self._gap else self._next
        if start > now:
            self._sleep(start - now)

    def answer(self, *, well: bool) -> None:
        """Note that it answered; when that was `well`, it may be asked a bit faster again."""
        with self._lock:
            self._answered, self._failures = True, 0
            self._network.answer()
            if well and self._gap:
                self._gap = self._gap * _RECOVERY if self._gap > _FIRST_GAP / 8 else 0.0

    def pause(self, seconds: float) -> None:
        """Ask it no more for some seconds, and more slowly from then on."""
        with self._lock:
            self._gap = min(max(self._gap * 2, _FIRST_GAP), _LONGEST_GAP)
            self._next = max(self._next, time.monotonic() + seconds)
            if seconds > LONGEST_PAUSE:
                self._down = self._down or f"the host asks to be left alone for {seconds:.0f} seconds"

    def fail(self, reason: str) -> None:
        """Note that it couldn't be reached."""
        with self._lock:
            self._failures += 1
            self._network.fail(self.name)
            if self._failures >= (LOST_AFTER if self._answered else DOWN_AFTER):
                self._down = self._down or reason


def seconds_of(retry_after: str, now: float | None = None) -> float | None:
    """Read a `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3); None if it is neither."""
    text = retry_after.strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, moment - (time.time() if now is None else now))
