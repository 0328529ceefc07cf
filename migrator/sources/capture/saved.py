"""Pages kept as files: which address they had and when they were saved, as the program or the page itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import NamedTuple

from migrator.sources.capture.replay import moment_of, own_addresses, replayed
from migrator.sources.capture.visit import time_of

HEAD = 1 << 18
"""How much of a page is looked through: heads with all their styles inlined go up to some 200 KB."""

_HTTRACK = re.compile(rb"<!-- Mirrored from (\S+) by HTTrack[^,>]*,? ?(.*?) ?-->", re.DOTALL)
_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d+\)(.*?) ?-->", re.DOTALL)
_SINGLE_FILE = re.compile(rb"Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\r\n<>]*))?")
_WOMBAT = re.compile(rb"""__wm\.wombat\(\s*["'](https?://[^"'\\]+)["']\s*,\s*["'](\d{14})["']""")
_CURRENT = re.compile(rb"""wbCurrentUrl\s*=\s*["'](https?://[^"'\\]+)["']""")
_ARCHIVED = re.compile(rb"FILE ARCHIVED ON (\d\d?:\d\d:\d\d \w{3} \d\d?, \d{4}) AND RETRIEVED")
_TAG = re.compile(rb"<(?:link|meta)\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([a-zA-Z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SCRIPT_DATE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT([+-]\d{4})")
_WITNESSES = {b"canonical": "canonical", b"og:url": "og:url", b"shortlink": "shortlink"}


class Origin(NamedTuple):
    """An address that a saved page had, when it was saved ("" if nobody says), and who says so."""

    url: str
    time: str
    witness: str


def find_origins(data: bytes) -> list[Origin]:
    """Find what a page says of its own address, the best witness first: the program's comment, then the page itself.

    Addresses that are not whole are passed over: wget and HTTrack write relative ones in place of the page's own.
    """
    archived = _ARCHIVED.search(data)
    shown = _archived_date(" ".join(_text(archived[1]).split())) if archived else ""
    found = (*_replays(data), *_comments(data), *_own(data[:HEAD]))
    return [_as_captured(origin, shown) for origin in found]


def _as_captured(origin: Origin, shown: str) -> Origin:
    """Give a page that an archive has shown, as it was at a time, its own address and that time."""
    url, time = replayed(origin.url)
    return Origin(url, shown or time or origin.time, origin.witness)


def _replays(data: bytes) -> Iterator[Origin]:
    """What the Wayback Machine writes into a page that it shows, whichever address asked for it."""
    if found := _WOMBAT.search(data, 0, HEAD):
        yield Origin(_text(found[1]), moment_of(_text(found[2])), "wayback")
    elif found := _CURRENT.search(data, 0, HEAD):
        yield Origin(_text(found[1]), "", "wayback")


def _comments(data: bytes) -> Iterator[Origin]:
    if found := _HTTRACK.search(data):
        yield Origin(_whole(_text(found[1]), "http"), mail_date(_text(found[2])), "httrack")
    if found := _SINGLE_FILE.search(data, 0, HEAD):
        yield Origin(_text(found[1]), _script_date(_text(found[2] or b"")), "singlefile")
    if (found := _SAVED_FROM.search(data, 0, HEAD)) and found[1].lower().startswith(b"http"):
        yield Origin(_text(found[1]), "", "saved from")


def _own(head: bytes) -> Iterator[Origin]:
    said: dict[str, str] = {}
    for tag in _TAG.finditer(head):
        attributes = {
            name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(tag[1])
        }
        kind = attributes.get(b"rel") or attributes.get(b"property") or attributes.get(b"name") or b""
        witness = _WITNESSES.get(kind.strip().lower())
        url = unescape(_text(attributes.get(b"href") or attributes.get(b"content") or b"")).strip()
        if url.startswith("/"):
            url = own_addresses(url)[0]
        if witness and url.lower().startswith(("http://", "https://")):
            said.setdefault(witness, url)
    return (Origin(said[witness], "", witness) for witness in _WITNESSES.values() if witness in said)


def _whole(url: str, scheme: str) -> str:
    return url if "://" in url else f"{scheme}://{url}"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip()


def mail_date(written: str) -> str:
    """Read "Wed, 10 Apr 2024 09:30:00 GMT"."""
    try:
        return _utc(parsedate_to_datetime(written))
    except ValueError:
        return ""


def _script_date(written: str) -> str:
    """Read "Wed Apr 10 2024 09:30:00 GMT-0400 (Eastern Daylight Time)", as JavaScript writes it."""
    found = _SCRIPT_DATE.match(written)
    try:
        return _utc(datetime.strptime(" ".join(found.groups()), "%b %d %Y %H:%M:%S %z")) if found else ""
    except ValueError:
        return ""


def _archived_date(written: str) -> str:
    """Read "12:34:56 Jan 01, 2020", in UTC."""
    try:
        return time_of(datetime.strptime(written, "%H:%M:%S %b %d, %Y"))
    except ValueError:
        return ""


def _utc(moment: datetime) -> str:
    return time_of(moment.astimezone(UTC) if moment.tzinfo else moment)
