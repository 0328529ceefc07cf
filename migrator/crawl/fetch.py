"""Fetch an address as a guest would: ask whether it may be, wait until it may be, follow where it leads, keep it all.

Any answer with a status is a visit, also a refusal of the server (403, 404) or its failure (500): what it means is for
the caller to judge. What is written is what is returned, and the redirects on the way; an answer that was tried again
is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urljoin, urlsplit

from requests.cookies import RequestsCookieJar

from migrator.crawl.answer import Answer, TooLarge, UnknownPacking, readable, unpacked, visit_of
from migrator.crawl.failures import PASSING, Refused, TooLong, Unreachable
from migrator.crawl.fetch_line import Faltered, Line, settled
from migrator.crawl.gate import FIRST_RETRY, Clock, Gate
from migrator.crawl.reasons import GONE
from migrator.crawl.robots import Robots
from migrator.crawl.settings import Settings, host_of, origin_of
from migrator.crawl.warc import Writer
from migrator.media.host import seconds_of
from migrator.media.status import REDIRECTING
from migrator.sources.capture.visit import Visit

REDIRECTS = 10
"""Redirects in a row that are followed; browsers follow 20, RFC 9309 asks for five."""

TRIES = 5
"""How often an address is asked for when the line falters."""

_ENOUGH = frozenset((429, 503))


@dataclass(slots=True)
class _Chain:
    """One address on its way through its redirects."""

    url: str
    headers: dict[str, str]
    road: str = ""
    via: str = ""
    is_robots: bool = False
    seen: int = 0
    jar: RequestsCookieJar = field(default_factory=RequestsCookieJar)


class Fetcher:
    """Fetches one address after the other into a capture; to be closed, or used with `with`."""

    def __init__(
        self, settings: Settings, warc: Writer, gate: Gate, robots: Robots, clock: Clock | None = None
    ) -> None:
        self.settings, self.warc, self.gate, self.robots = settings, warc, gate, robots
        self._clock = clock or Clock()
        self._line = Line(settings, self._clock)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._line.close()

    def fetch(self, url: str, *, etag: str = "", modified: str = "", accept: str = "", road: str = "") -> Visit:
        """Fetch an address, wherever it redirects to; the visit has the address that answered in the end.

        `etag` and `modified` are what an earlier answer said of itself: if it still holds, the visit has status 304
        and no body.

        Raises:
            Refused: It may not be asked for, or leads where it may not, or the answer is too large.
            Unreachable: It gave no answer, however often it was asked for.
            TooLong: The host wants to be left alone for longer than the run may wait.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {"Accept": accept or "*/*"} | {name: value for name, value in asked.items() if value}
        return self._follow(_Chain(url, headers, road))

    def sitemaps(self, origin: str) -> tuple[str, ...]:
        """The sitemaps that a site's robots.txt names; it is asked for if it wasn't yet. Raises TooLong."""
        own = origin_of(settled(origin))
        self._learn(own, own)
        return self.robots.sitemaps(own)

    def _follow(self, chain: _Chain) -> Visit:
        while True:
            self._permit(chain)
            answer, body = self._persist(chain)
            place = self.warc.write(answer, road=chain.road, via=chain.via)
            location = answer.header("location") if answer.status in REDIRECTING else ""
            if not location:
                return visit_of(answer, body, place)
            self._turn(chain, answer.url, location)

    def _turn(self, chain: _Chain, url: str, location: str) -> None:
        """Go on where a redirect from an address leads."""
        try:
            target = urljoin(url, readable(location)).partition("#")[0]
            scheme = urlsplit(target).scheme
        except ValueError as error:
            raise Refused("no address", url, location) from error
        if scheme not in ("http", "https"):
            raise Refused("scheme", url, target)
        if not chain.is_robots and not self._is_own(url, target):
            raise Refused("other host", url, target)
        chain.seen += 1
        if chain.seen > REDIRECTS:
            raise Refused("redirects", url, target)
        chain.url, chain.via = target, url

    def _permit(self, chain: _Chain) -> None:
        chain.url = settled(chain.url)
        if chain.is_robots:
            return
        self._learn(origin_of(chain.url), chain.url)
        verdict = self.robots.verdict(chain.url)
        if verdict == "disallowed":
            raise Refused("robots", chain.url)
        if verdict == "unknown":
            raise Unreachable(self.gate.down(host_of(chain.url)) or "robots.txt can't be had", chain.url, 1)

    def _learn(self, origin: str, url: str) -> None:
        """Ask for a site's robots.txt, if it is due, on behalf of an address."""
        if not self.robots.is_due(origin):
            return
        self.robots.learn(origin, self._robots(origin, url))
        self.gate.ask(origin.partition("://")[2], self.robots.delay(origin))

    def _robots(self, origin: str, url: str) -> Visit | None:
        own = f"{origin}/robots.txt"
        try:
            return self._follow(_Chain(own, {"Accept": "text/plain, */*"}, "robots", is_robots=True))
        except Refused as refusal:
            if refusal.url == own and refusal.reason in ("private address", "no address"):
                raise Refused(refusal.reason, url) from refusal
            return None if refusal.reason == "too large" else Visit(own, 404)  # RFC 9309, section 2.3.1.2
        except Unreachable:
            return None

    def _persist(self, chain: _Chain) -> tuple[Answer, bytes]:
        """Ask for an address until it answers well, or has been asked for often enough.

        A transfer that is cut off at the same byte twice is what the server has: its `Content-Length` is wrong.
        """
        host, tries, cut, reason = host_of(chain.url), 0, "", ""
        while not self.gate.down(host) and (tries < TRIES or not reason):
            self.gate.wait(host)
            tries += 1
            try:
                answer, body = self._attempt(chain)
            except Faltered as failure:
                self._note(failure, host, tries)
                reason, part = failure.reason, failure.answer
                if part is None or part.body.digest != cut:
                    cut = part.body.digest if part and part.body.length else ""
                    continue
                answer, body = part, self._unpack(part)[0]
            if self._is_final(answer, host, tries):
                return answer, body
        raise Unreachable(self.gate.down(host) or reason, chain.url, tries)

    def _note(self, failure: Faltered, host: str, tries: int) -> None:
        if failure.reached:
            self.gate.answer(host, well=False)
            self.gate.hold(host, FIRST_RETRY * 2 ** (tries - 1))
        else:
            self.gate.fail(host, failure.reason)

    def _attempt(self, chain: _Chain) -> tuple[Answer, bytes]:
        answer = self._line.ask(chain.url, chain.headers, chain.jar)
        body, answer.body.whole = self._unpack(answer)
        if not answer.body.whole:
            raise Faltered("the transfer was cut off", answer)
        return answer, body

    def _is_final(self, answer: Answer, host: str, tries: int) -> bool:
        """Tell whether an answer is to be taken as it is; if not, leave the host alone for a while."""
        status = answer.status
        self.gate.answer(host, well=status < 400 or status in GONE)
        if status not in PASSING:
            return True
        wait = seconds_of(answer.header("retry-after"), self._clock.today().timestamp())
        if wait is not None or status in _ENOUGH:
            self.gate.pause(host, wait)
        if tries < PASSING[status]:
            self.gate.hold(host, FIRST_RETRY * 2 ** (tries - 1) if wait is None else wait)
            return False
        if status == 429:
            raise TooLong(self.gate.left(host), host)
        return True

    def _unpack(self, answer: Answer) -> tuple[bytes, bool]:
        try:
            return unpacked(answer, self.settings.max_bytes)
        except TooLarge as error:
            raise Refused("too large", answer.url) from error
        except UnknownPacking as error:
            raise Refused("unknown packing", answer.url) from error

    def _is_own(self, url: str, target: str) -> bool:
        """Whether a redirect stays on its host, `www.` or not, or leads to the site's."""
        return _bare(target) in (_bare(url), _bare(self.settings.site))


def _bare(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
