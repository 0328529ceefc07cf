"""One request over the line, over connections that only lead where they may, and its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from requests import PreparedRequest, Request, Response
from requests.cookies import RequestsCookieJar
from requests.exceptions import InvalidHeader, InvalidSchema
from urllib3.exceptions import HTTPError, LocationParseError, ProtocolError

from migrator.crawl.answer import Answer, Headers
from migrator.crawl.failures import Refused
from migrator.crawl.gate import Clock
from migrator.crawl.settings import Settings, origin_of
from migrator.media.addresses import Adapter, NameUnknown, PrivateAddress
from migrator.sources.capture.visit import time_of

SLOWEST, PATIENCE = 512, 60.0
"""Bytes a second below which a transfer is given up, and the seconds that it is given before."""

WITHHELD = "(withheld)"
"""What stands in a capture instead of a secret."""

NO_HTTP = "what the host answers is no HTTP"

_SECRET = frozenset(("authorization", "proxy-authorization", "cookie"))
_BLOCK = 1 << 16
_VERSIONS = {10: "HTTP/1.0", 11: "HTTP/1.1"}
_COMMON = {"Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}


class Faltered(Exception):  # noqa: N818  (it is no end of a run: it is tried again)
    """A try that failed for a reason that may pass.

    `answer` is what had come when the transfer was cut off; `reached` tells whether the host is there at all.
    """

    def __init__(self, reason: str, answer: Answer | None = None, *, reached: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.answer = answer
        self.reached = reached or answer is not None


class Line:
    """Sends requests, one after the other; to be closed. `jar` in `ask` are the cookies of one chain of redirects."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._adapter = Adapter(1, allow_private=settings.allow_private)
        self._own = _origins(settings.site)

    def close(self) -> None:
        """Close the connections."""
        self._adapter.close()

    def ask(self, url: str, headers: dict[str, str], jar: RequestsCookieJar) -> Answer:
        """Ask for an address once.

        Raises:
            Refused: It is none that may be asked for, or the answer is too large.
            Faltered: There was no answer, or not all of it.
        """
        request = self._request(url, headers, jar)
        time = time_of(self._clock.today())
        with closing(self._sent(request, url)) as response:
            jar.update(response.cookies)
            return self._received(request, response, time)

    def _request(self, url: str, headers: dict[str, str], jar: RequestsCookieJar) -> PreparedRequest:
        request = _prepared(url)
        origin = origin_of(str(request.url))
        request.headers["Host"] = origin.partition("://")[2]
        request.headers["User-Agent"] = self._settings.user_agent
        request.headers.update(_COMMON | headers)
        if origin in self._own:
            request.headers.update(self._settings.headers)
            if self._settings.user:
                request.prepare_auth((self._settings.user.encode(), self._settings.password.encode()))
        request.prepare_cookies(jar)
        return request

    def _is_secret(self, name: str) -> bool:
        ours = (ours.lower() for ours, _ in self._settings.headers)
        return name.lower() in _SECRET or name.lower() in ours

    def _sent(self, request: PreparedRequest, url: str) -> Response:
        try:
            return self._adapter.send(request, stream=True, timeout=self._settings.timeout)
        except PrivateAddress as error:
            raise Refused("private address", url) from error
        except InvalidHeader as error:
            raise Faltered(NO_HTTP, reached=True) from error
        except (InvalidSchema, LocationParseError, ValueError) as error:
            raise Refused("no address", url) from error
        except (requests.Timeout, TimeoutError) as error:
            raise Faltered("the host doesn't answer") from error
        except requests.exceptions.SSLError as error:
            raise Faltered("the host's certificate can't be trusted") from error
        except requests.ConnectionError as error:
            raise _faltered(error) from error
        except (requests.RequestException, HTTPError) as error:
            raise Faltered(f"the transfer failed ({type(error).__name__})") from error

    def _received(self, request: PreparedRequest, response: Response, time: str) -> Answer:
        raw: Any = response.raw  # its own `headers` bring those of one name together
        secret = [name for name in request.headers if self._is_secret(name)]
        answer = Answer(
            url=str(request.url).partition("#")[0],
            time=time,
            asked=_without(request.headers.items(), secret),
            status=raw.status,
            reason=raw.reason or "",
            version=_VERSIONS.get(raw.version, "HTTP/1.1"),
            headers=_without(raw._original_response.msg.items(), ("Set-Cookie",) if secret else ()),
        )
        self._fill(answer, raw)
        return answer

    def _fill(self, answer: Answer, raw: Any) -> None:
        try:
            for block in self._blocks(raw):
                answer.body.add(block)
                if answer.body.length > self._settings.max_bytes:
                    raise Refused("too large", answer.url)
        except (HTTPError, OSError) as error:
            raise Faltered("the transfer was cut off", answer) from error
        answer.body.whole = True

    def _blocks(self, raw: Any) -> Iterator[bytes]:
        begun, received = self._clock.now(), 0
        while block := raw.read1(_BLOCK, decode_content=False):
            yield block
            received += len(block)
            seconds = self._clock.now() - begun
            if seconds > PATIENCE and received < SLOWEST * seconds:
                raise Faltered("the transfer is too slow")


def _faltered(error: requests.ConnectionError) -> Faltered:
    """Tell a host that isn't there from one that is, but hangs up, or speaks something else."""
    inner: Any = error.args[0] if error.args else None
    if isinstance(getattr(inner, "reason", None), NameUnknown):
        return Faltered("no name server knows the host")
    cause = inner.args[-1] if isinstance(inner, ProtocolError) and inner.args else None
    if isinstance(cause, ConnectionError):
        return Faltered("the host hung up", reached=True)
    if isinstance(cause, HTTPException):
        return Faltered(NO_HTTP, reached=True)
    return Faltered("the host can't be reached")


def settled(url: str) -> str:
    """Write an address as it is asked for: in ASCII, with a path, without a fragment.

    Raises:
        Refused: It is no address, or none on the web.
    """
    try:
        scheme = urlsplit(url).scheme
    except ValueError as error:
        raise Refused("no address", url) from error
    if scheme not in ("http", "https"):
        raise Refused("scheme", url)
    return str(_prepared(url).url)


def _prepared(url: str) -> PreparedRequest:
    """Make a request of an address; who is named in it ("user@host") is nobody that we would log in as."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
        request = Request("GET", urlunsplit(parts._replace(netloc=host, fragment=""))).prepare()
        origin_of(str(request.url))
    except (InvalidSchema, LocationParseError, ValueError) as error:  # also requests' InvalidURL
        raise Refused("no address", url) from error
    return request


def _origins(site: str) -> frozenset[str]:
    """Where a site's secrets may be sent: to itself, and to its secure self; never in clear where it is secure."""
    if not site:
        return frozenset()
    origin = origin_of(settled(site))
    return frozenset((origin, origin.replace("http://", "https://", 1)))


def _without(headers: Iterable[tuple[str, str]], secret: Iterable[str]) -> Headers:
    """A head as it is kept: the values of secret headers are not."""
    names = {name.lower() for name in secret}
    return tuple((name, WITHHELD if name.lower() in names else str(value)) for name, value in headers)
