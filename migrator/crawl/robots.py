"""What a site's robots.txt allows (RFC 9309), read by protego: wildcards, `Allow`, the longest rule wins."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from protego import Protego

from migrator.crawl.settings import PRODUCT, origin_of
from migrator.sources.capture.visit import Visit

SIZE = 500 << 10
"""Bytes of a robots.txt that are read; a crawler may stop there (RFC 9309, section 2.5)."""

VALID, VALID_UNREACHABLE = 24 * 3600.0, 600.0
"""Seconds that a robots.txt holds (RFC 9309, section 2.4), and until one that wasn't to be had is asked for again."""

Verdict = Literal["allowed", "disallowed", "unknown"]


@dataclass(frozen=True, slots=True)
class _Rules:
    """One site's rules; without `parser` it has none, or they are unknown for now."""

    until: float
    parser: Any = None
    known: bool = True


class Robots:
    """The rules of each site that was asked for them. With `ignore` they are read, for their sitemaps, not kept."""

    def __init__(self, *, ignore: bool = False, now: Callable[[], float] = time.monotonic) -> None:
        self.ignore = ignore
        self._now = now
        self._rules: dict[str, _Rules] = {}

    def is_due(self, origin: str) -> bool:
        """Tell whether a site's robots.txt is to be asked for, the first time or again."""
        rules = self._rules.get(origin)
        return rules is None or rules.until <= self._now()

    def learn(self, origin: str, visit: Visit | None) -> None:
        """Take in what came for a robots.txt; None if the site can't be reached.

        Without one (4xx) everything is allowed; when it can't be had (5xx) nothing is for now (RFC 9309, 2.3.1).
        """
        if visit is None or visit.status >= 500:
            self._rules[origin] = _Rules(self._now() + VALID_UNREACHABLE, known=False)
        elif 200 <= visit.status < 300:
            text = visit.body[:SIZE].decode("utf-8-sig", "replace")
            self._rules[origin] = _Rules(self._now() + VALID, Protego.parse(text))
        else:
            self._rules[origin] = _Rules(self._now() + VALID)

    def verdict(self, url: str) -> Verdict:
        """Tell whether an address may be asked for; of a site whose rules were never learned nothing is known."""
        rules = self._rules.get(origin_of(url))
        if self.ignore:
            return "allowed"
        if rules is None or not rules.known:
            return "unknown"
        return "allowed" if rules.parser is None or rules.parser.can_fetch(url, PRODUCT) else "disallowed"

    def delay(self, origin: str) -> float:
        """Seconds between two requests that a site asks for (`Crawl-delay`, `Request-rate`); 0 if it doesn't."""
        parser = self._parser(origin)
        if parser is None or self.ignore:
            return 0.0
        rate = parser.request_rate(PRODUCT)
        spread = rate.seconds / rate.requests if rate is not None and rate.requests else 0.0
        return max(parser.crawl_delay(PRODUCT) or 0.0, spread)

    def sitemaps(self, origin: str) -> tuple[str, ...]:
        """The sitemaps that a site's robots.txt names, each once."""
        parser = self._parser(origin)
        return tuple(dict.fromkeys(parser.sitemaps)) if parser is not None else ()

    def _parser(self, origin: str) -> Any:
        rules = self._rules.get(origin)
        return rules.parser if rules is not None else None
