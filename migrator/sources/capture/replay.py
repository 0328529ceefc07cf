"""Addresses at which a web archive replays what it has: the address and the time of the capture are written in them.

`https://web.archive.org/web/20200101000000im_/http://paper.example/a.jpg` is `http://paper.example/a.jpg` as it was
captured on the first of January 2020; the letters say as what it is shown (`im_` a picture, `id_` the very bytes).

Sources: https://archive.org/help/wayback_api.php, RFC 7089 (Memento).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from migrator.sources.capture.visit import Visit, time_of

_MOMENT = "%Y%m%d%H%M%S"
_ROOT = r"(?:web|archive|\d{1,7})/(?P<moment>\d{4,14})(?:[a-z]{2}_)?/"
_HOSTS = r"(?:(?:www|web|wayback|liveweb|web-beta|replay)\.)?archive\.org|wayback\.archive-it\.org"
"""The Internet Archive's hosts; at Archive-It the number of a collection stands where others have `web`."""

PREFIX = re.compile(
    rf"(?:(?:https?:)?//(?:{_HOSTS})(?::\d+)?)?/{_ROOT}(?=https?://)".replace("/", r"\\?/"), re.IGNORECASE
)
"""What stands before an address that is replayed; within programs slashes may be escaped."""

_REPLAYED = re.compile(
    rf"\Ahttps?://(?:{_HOSTS})(?::\d+)?/{_ROOT}(?P<scheme>https?)(?::|%3A)//?(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
"""A whole address; of two slashes a folder's name keeps one."""


def replayed(url: str) -> tuple[str, str]:
    """The address that is replayed at an address, and when it was captured; the address itself and "" if none is.

    >>> replayed("https://web.archive.org/web/20200102030405im_/http://paper.example/a.jpg")
    ('http://paper.example/a.jpg', '2020-01-02T03:04:05Z')
    """
    found = _REPLAYED.match(url)
    if found is None:
        return url, ""
    return f"{found['scheme'].lower()}://{found['rest']}", moment_of(found["moment"])


def moment_of(digits: str) -> str:
    """Write fourteen digits as the time of a visit; "" of fewer, which ask for the capture nearest to them."""
    try:
        return time_of(datetime.strptime(digits, _MOMENT)) if len(digits) == 14 else ""
    except ValueError:
        return ""


def own_addresses(text: str) -> tuple[str, list[str]]:
    """Give addresses in a text back their own form; tell what was taken off them.

    What was put before a link that led into an archive already is taken off alone.
    """
    parts: list[str] = []
    taken: list[str] = []
    start = end = 0
    for found in PREFIX.finditer(text):
        if not taken or found.start() > end:
            parts.append(text[start : found.start()])
            taken.append(found[0])
            start = found.end()
        end = found.end()
    return "".join((*parts, text[start:])), taken


def as_captured(visit: Visit) -> Visit:
    """Give a visit the address and time of the capture that it was shown, if it was shown one."""
    url, time = replayed(visit.url)
    return visit if url == visit.url else replace(visit, url=url, time=_memento_time(visit) or time or visit.time)


def _memento_time(visit: Visit) -> str:
    try:
        return time_of(parsedate_to_datetime(visit.headers.get("memento-datetime", "")))
    except ValueError:
        return ""
