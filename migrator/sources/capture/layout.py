"""The addresses that the names of mirrored files stand for, as wget and HTTrack make names of addresses."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

_HOST = re.compile(
    r"(?:(?P<scheme>https?)/)?(?P<host>(?:[\w-]+\.)+[a-z]{2,24}|localhost|\d{1,3}(?:\.\d{1,3}){3})"
    r"(?:[:+](?P<port>\d{2,5}))?/(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUERY = re.compile(r"(?:\?|%3F|@(?=[\w\[\]%.-]+=))", re.IGNORECASE)
_INDEX = re.compile(r"(?:\A|(?<=/))index\.html?\Z", re.IGNORECASE)
_ADDED = re.compile(r"\.(?:html|css)\Z")
_ADDED_TWICE = re.compile(r"(?<=\.)((?:php|aspx?|jsp|cgi)\d?)\.html\Z")
_PATH = "/%:@!$&'()*+,;=~-._"


class Named(NamedTuple):
    """What a file's name says: its host ("" if there is none in it), scheme if it says that, path and query.

    `sure` tells that only one address can have been given that name: that of a folder (its `index.html`). Any other
    name of a page may have had `.html` added.
    """

    scheme: str
    host: str
    path: str
    sure: bool


def read_name(name: str) -> Named:
    """Read a file's name ("paper.example/2024/04/slug/index.html").

    wget names a host's folder by it, with `+` or `:` before a port, writes `@` for `?` where Windows must read it, adds
    `.html` or `.css` by `-E`, and puts the scheme before the host by `--protocol-directories`.
    """
    found = _HOST.match(name)
    rest = found["rest"] if found else name
    file, mark, query = _split_query(rest)
    sure = bool(_INDEX.search(file)) and not mark
    path = "/" + quote(_ADDED_TWICE.sub(r"\1", _INDEX.sub("", file)), safe=_PATH)
    if mark:
        path += "?" + quote(_ADDED.sub("", query), safe=_PATH + "?[]")
    host = found["host"] + (f":{found['port']}" if found["port"] else "") if found else ""
    return Named((found["scheme"] or "") if found else "", host, path, sure)


def _split_query(rest: str) -> tuple[str, bool, str]:
    found = _QUERY.search(rest, rest.rfind("/") + 1)
    return (rest[: found.start()], True, rest[found.end() :]) if found else (rest, False, "")
