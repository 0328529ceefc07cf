"""When a host may be asked the next time: never faster than it, its robots.txt, or the user wishes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from migrator.crawl.failures import TooLong

SHARE = 1.0
"""Seconds of rest for each second that a host needed to answer: it is busy with us half of the time at most."""

LONGEST_REST = 10.0
"""Seconds that a slow host is left alone between two requests at most, if nothing else asks for more."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 300.0
"""Seconds that a host is left alone when it first says that it has enough (429, 503) without saying for how long, and
at most; each further time doubles them."""

FIRST_RETRY = 0.5
"""Seconds until a host that couldn't be reached is tried again; each further try doubles them."""

DOWN_AFTER, LOST_AFTER = 5, 15
"""Failures in a row after which a host is taken for down: one that has never answered, one that has."""

_FIRST_GAP, _LONGEST_GAP = 0.5, 30.0
"""Seconds between two requests to a host that had enough once, and at most; each further time doubles them."""

_RECOVERY = 0.8
"""By how much each good answer shortens the gap that a pause has left."""

_SMOOTHING = 0.3
"""The weight of the last answer among those that tell how long a host takes."""

_JITTER = 0.5
"""By what share of itself a pause is longer at most, so that crawls that were stopped together don't return so."""


def _today() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where time comes from: `now` in seconds that never go back, `today` for the date, `sleep` in seconds."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    today: Callable[[], datetime] = _today


@dataclass(slots=True)
class _Host:
    """What is known of one host; all times in seconds."""

    next: float = 0.0
    began: float = 0.0
    latency: float = 0.0
    asked: float = 0.0
    gap: float = 0.0
    pauses: int = 0
    failures: int = 0
    has_answered: bool = False
    down: str = ""


class Gate:
    """The pace of a crawl, host by host. Its jitter is seeded, so that a run can be repeated."""

    def __init__(
        self, rate: float | None = None, max_wait: float = 900.0, clock: Clock | None = None, seed: int = 0
    ) -> None:
        self._interval = 1 / rate if rate else 0.0
        self._max_wait = max_wait
        self._clock = clock or Clock()
        self._random = Random(seed)
        self._hosts: dict[str, _Host] = {}

    def _host(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host())

    def wait(self, host: str) -> None:
        """Wait until the host may be asked.

        Raises:
            TooLong: That is further away than the run may wait; it is not waited at all then.
        """
        state = self._host(host)
        seconds = state.next - self._clock.now()
        if seconds > self._max_wait:
            raise TooLong(seconds, host)
        if seconds > 0:
            self._clock.sleep(seconds)
        state.began = self._clock.now()
        state.next = state.began + self.interval(host)

    def interval(self, host: str) -> float:
        """Seconds from one request to the next that the user and the host's robots.txt ask for."""
        return max(self._interval, self._host(host).asked)

    def left(self, host: str) -> float:
        """Seconds until a host may be asked."""
        return max(0.0, self._host(host).next - self._clock.now())

    def ask(self, host: str, seconds: float) -> None:
        """Keep the interval that a host's robots.txt asks for, which counts from the last request on."""
        state = self._host(host)
        state.asked = seconds
        if state.has_answered:
            state.next = max(state.next, state.began + self.interval(host))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds from now, as it asked for in this run or in an earlier one."""
        state = self._host(host)
        state.next = max(state.next, self._clock.now() + seconds)

    def answer(self, host: str, *, well: bool) -> None:
        """Note that a host has answered what was asked last; when that was `well`, it may be asked faster again."""
        state, now = self._host(host), self._clock.now()
        state.latency += (now - state.began - state.latency) * (_SMOOTHING if state.has_answered else 1.0)
        state.has_answered, state.failures, state.down = True, 0, ""
        if well:
            state.pauses = 0
            state.gap = state.gap * _RECOVERY if state.gap > _FIRST_GAP / 8 else 0.0
        self.hold(host, max(min(state.latency * SHARE, LONGEST_REST), state.gap))

    def pause(self, host: str, seconds: float | None) -> None:
        """Leave a host alone that has enough: as long as it says, or longer each time; then ask it more slowly."""
        state = self._host(host)
        state.pauses += 1
        growth = 2 if seconds is None else 1  # a host that names a time mostly wants no more than that
        state.gap = min(max(state.gap * growth, _FIRST_GAP), _LONGEST_GAP)
        guess = min(FIRST_PAUSE * 2 ** min(state.pauses - 1, 16), LONGEST_PAUSE)
        self.hold(host, self._jittered(guess) if seconds is None else seconds)

    def fail(self, host: str, reason: str) -> None:
        """Note that a host couldn't be reached, and try it again a little later."""
        state = self._host(host)
        state.failures += 1
        self.hold(host, self._jittered(FIRST_RETRY * 2 ** min(state.failures - 1, 6)))
        if state.failures >= (LOST_AFTER if state.has_answered else DOWN_AFTER):
            state.down = reason

    def down(self, host: str) -> str:
        """Why a host isn't to be asked any more; "" while it is."""
        return self._host(host).down

    def _jittered(self, seconds: float) -> float:
        return seconds * (1 + _JITTER * self._random.random())
