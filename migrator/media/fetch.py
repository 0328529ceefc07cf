"""One file from the network to the disk: redirects followed and checked, cut transfers resumed, limits kept.

What a server says of a file (its type, its name in `Content-Disposition`, its length) decides nothing: the name is the
archive's, the type is told by the bytes, the length by the end of the body.
"""

from __future__ import annotations

import re
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests
from requests import Request, Response
from requests.exceptions import InvalidSchema
from urllib3.exceptions import HTTPError, LocationParseError

from migrator import __version__
from migrator.media.addresses import Adapter, PrivateAddress
from migrator.media.host import Host, seconds_of
from migrator.media.sniff import WrongFile
from migrator.media.status import REDIRECTING, named
from migrator.media.store import ENDS_EARLY, Blob, is_bomb, keep
from migrator.media.variants import is_stand_in
from migrator.media.wish import Wanted
from migrator.normalise.urls import split

REDIRECTS = 5
TRIES = 4
"""How often a file is asked for when the server or the line falters."""

BACK_OFF = 0.5
"""Seconds before the second try; each further one waits twice as long."""

_BLOCK = 1 << 16
_WORTH_RESUMING = 1 << 20
"""Bytes from which it is noted on disk how a transfer may be resumed in another run."""

_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524))
_RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a transfer may take: bytes of a file, seconds until an answer, bytes a second on average."""

    size: int = 4 << 30
    connect: float = 10.0
    read: float = 30.0
    slowest: int = 1024
    patience: float = 60.0
    """Seconds before a slow transfer is given up."""


class Refused(Exception):  # noqa: N818  (it is no end of a run: the file counts as missing)
    """A file that can't be had at this address, however often it is asked for."""


class Faltered(Exception):  # noqa: N818
    """A try that failed for a reason that may pass."""


class Stopped(Exception):  # noqa: N818
    """The user stopped the run."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a file: its bytes in the store and the address they came from, or why it is missing."""

    wanted: Wanted
    blob: Blob | None = None
    chosen: str = ""
    tries: int = 0
    error: str = ""


@dataclass(slots=True)
class Fetcher:
    """Fetches files of one host into a folder; `headers` are the ones for the site itself (`own` has its "https://host")."""

    adapter: Adapter
    host: Host
    folder: Path
    limits: Limits = field(default_factory=Limits)
    headers: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    stop: threading.Event = field(default_factory=threading.Event)

    def fetch(self, wanted: Wanted) -> Result:
        """Try a file's addresses one after the other; what the first of them failed with is the error.

        Raises:
            Stopped: The user stopped the run.
        """
        tries, error = 0, ""
        for url in wanted.addresses:
            count, found = self._try(url, wanted)
            tries += count
            if isinstance(found, Blob):
                return Result(wanted, found, url, tries)
            error = error or found
            if self.host.down:
                break
        return Result(wanted, None, "", tries, error)

    def _try(self, url: str, wanted: Wanted) -> tuple[int, Blob | str]:
        """Ask for one address until it is had, refused, or has faltered too often; say how often that was.

        A picture without its end may be a transfer that was cut; the same twice is what the server has.
        """
        error, cut = "", None
        for number in range(TRIES):
            if self.host.down:
                return number, error or self.host.down
            if number:
                self._rest(BACK_OFF * 2 ** (number - 1))
            try:
                blob = self._attempt(url, wanted)
                if blob.whole or blob == cut:
                    return number + 1, blob
                error, cut = ENDS_EARLY, blob
            except (Refused, WrongFile) as refusal:
                self._forget(url, wanted)
                return number + 1, str(refusal)
            except Faltered as failure:
                if self.stop.is_set():
                    raise Stopped from failure
                error = str(failure)
        self._forget(url, wanted)
        return TRIES, cut or error

    def _rest(self, seconds: float) -> None:
        if self.stop.wait(seconds):
            raise Stopped

    def _attempt(self, url: str, wanted: Wanted) -> Blob:
        self.host.wait()
        if self.stop.is_set():
            raise Stopped
        part = self._part(url, wanted)
        try:
            with closing(self._answer(url, part)) as response:
                self._receive(response, part)
        except PrivateAddress as error:
            raise Refused(str(error)) from error
        except (InvalidSchema, LocationParseError, ValueError) as error:  # also requests' InvalidURL
            raise Refused("no address that can be asked for") from error
        except (requests.Timeout, TimeoutError) as error:
            self.host.fail("the host doesn't answer")
            raise Faltered("the host doesn't answer") from error
        except requests.ConnectionError as error:
            self.host.fail("the host can't be reached")
            raise Faltered("the host can't be reached") from error
        except (requests.RequestException, HTTPError) as error:
            raise Faltered(f"the transfer failed ({type(error).__name__})") from error
        return keep(part, self.folder, wanted)

    def _part(self, url: str, wanted: Wanted) -> Path:
        name = f"{wanted.url}\n{url}".encode("utf-8", "surrogatepass")
        return self.folder / f"{blake2b(name, digest_size=16).hexdigest()}.part"

    def _forget(self, url: str, wanted: Wanted) -> None:
        _restart(self._part(url, wanted))

    def _answer(self, url: str, part: Path) -> Response:
        """Ask for an address, and for those that it redirects to, each of which is checked like the first."""
        seen = {url}
        for _ in range(REDIRECTS + 1):
            response = self._ask(url, part)
            location = response.headers.get("location", "") if response.status_code in REDIRECTING else ""
            if not location:
                self._judge(response, part)
                return response
            response.close()
            url = _target(url, location)
            if url in seen:
                raise Refused("it redirects in a circle")
            seen.add(url)
        raise Refused("it redirects too often")

    def _ask(self, url: str, part: Path) -> Response:
        headers = {"User-Agent": f"migrator/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}
        parts = split(url)
        if f"{parts.scheme}://{parts.host}" in self.own:
            headers |= self.headers
        request = Request("GET", url, headers | _resuming(part)).prepare()
        return self.adapter.send(request, stream=True, timeout=(self.limits.connect, self.limits.read))

    def _judge(self, response: Response, part: Path) -> None:
        """Tell an answer with a file from refusals and from what may pass."""
        status = response.status_code
        self.host.answer(well=status < 400)
        if status in (200, 206):
            return
        said = named(status)
        response.close()
        if status == 416:
            _restart(part)
            raise Faltered(said)
        if status not in _PASSING:
            raise Refused(said)
        wait = seconds_of(response.headers.get("retry-after", ""))
        if wait is not None or status in (429, 503):
            self.host.pause(BACK_OFF if wait is None else wait)
        raise Faltered(said)

    def _receive(self, response: Response, part: Path) -> None:
        """Write the body, behind what is there of it already if the server agrees."""
        packed = response.headers.get("content-encoding", "identity").strip().lower()
        if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise Refused(f"it is packed in a way that is not known ({packed[:20]})")
        plain = packed in ("", "identity")
        start = _start(response, part) if plain else 0
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) + start > self.limits.size:
            raise Refused(f"larger than {self.limits.size} bytes")
        _note(response, part, resumable=plain and length.isdecimal() and int(length) > _WORTH_RESUMING)
        blocks = self._blocks(response)
        with part.open("r+b" if start else "wb") as file:
            file.seek(start)
            file.truncate()
            for block in blocks if plain else _unpacked(blocks, packed):
                file.write(block)
                if file.tell() > self.limits.size:
                    raise Refused(f"larger than {self.limits.size} bytes")

    def _blocks(self, response: Response) -> Iterator[bytes]:
        """The body as it comes; raises Faltered if it comes too slowly or is cut off."""
        begun, received = time.monotonic(), 0
        try:
            while block := response.raw.read(_BLOCK, decode_content=False):
                yield block
                if self.stop.is_set():
                    raise Stopped
                received += len(block)
                seconds = time.monotonic() - begun
                if seconds > self.limits.patience and received < self.limits.slowest * seconds:
                    raise Faltered("the transfer is too slow")
        except (HTTPError, OSError) as error:
            raise Faltered("the transfer was cut off") from error


def _target(url: str, location: str) -> str:
    """The address that a redirect leads to, whose bytes beyond ASCII are UTF-8 (RFC 3987)."""
    try:
        target = urljoin(url, location.encode("latin-1").decode("utf-8", "replace"))
    except ValueError as error:
        raise Refused("it redirects to no address") from error
    if split(target).scheme not in ("http", "https"):
        raise Refused("it redirects to something that is not on the web")
    if is_stand_in(target):
        raise Refused("the host shows another picture in its place")
    return target.partition("#")[0]


def _resuming(part: Path) -> dict[str, str]:
    """Ask for the rest of what is there, provided that the file is still the same (RFC 9110, section 13.1.5)."""
    tag = part.with_suffix(".tag")
    if not part.is_file() or not tag.is_file():
        return {}
    size, validator = part.stat().st_size, tag.read_text("utf-8")
    return {"Range": f"bytes={size}-", "If-Range": validator} if size and validator else {}


def _start(response: Response, part: Path) -> int:
    """The byte at which the body begins."""
    if response.status_code != 206:
        return 0
    found = _RANGE.fullmatch(response.headers.get("content-range", "").strip())
    if found is None or not part.is_file() or int(found[1]) != part.stat().st_size:
        _restart(part)
        raise Faltered("the server sent another part than it was asked for")
    return int(found[1])


def _note(response: Response, part: Path, *, resumable: bool) -> None:
    """Keep what tells whether the file is still the same when its rest is asked for."""
    if response.status_code == 206:
        return
    tag = response.headers.get("etag", "")
    validator = tag if tag.startswith('"') else response.headers.get("last-modified", "")
    if resumable and validator.isprintable() and response.headers.get("accept-ranges", "bytes") != "none":
        part.with_suffix(".tag").write_text(validator, "utf-8")
    else:
        part.with_suffix(".tag").unlink(missing_ok=True)


def _restart(part: Path) -> None:
    part.unlink(missing_ok=True)
    part.with_suffix(".tag").unlink(missing_ok=True)


def _unpacked(blocks: Iterator[bytes], packed: str) -> Iterator[bytes]:
    """Unpack a body little by little, so that what is packed too well is seen before it fills memory or disk."""
    unpack: Any = zlib.decompressobj(zlib.MAX_WBITS | 32 if packed != "deflate" else zlib.MAX_WBITS)
    entered = left = 0
    try:
        for block in blocks:
            entered += len(block)
            rest = block
            while rest:
                piece = unpack.decompress(rest, _BLOCK)
                left += len(piece)
                if is_bomb(entered, left):
                    raise Refused("it is packed like a bomb")
                yield piece
                rest = unpack.unconsumed_tail
    except zlib.error as error:
        raise Faltered("the transfer is packed wrongly") from error
    if not unpack.eof:
        raise Faltered("the transfer was cut off")
