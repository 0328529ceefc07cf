"""Whose an address is and what it shows: a page, a player or a widget of a provider leads to one canonical page."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from migrator.clean.providers import MANY_PURPOSES, PROVIDERS, WRAPPERS, Form

_COUNTRY = re.compile(r"\b(google|pinterest|gettyimages|eventbrite|amazon)\.(?:com?\.)?[a-z]{2,3}$")
_PLAYER_SCHEMES = ("httpv://", "httpvh://", "httpvp://", "httpa://")
_HOST = re.compile(r"[^:/?#]*://([^/?#]*)")
_START = re.compile(r"[?&#](?:t|start|time_continue)=(\d\w*)")
_TRACKING = re.compile(r"(?<=[?&])(?:utm_\w+|ref_src|ref_url|igshid|igsh|si|feature|fbclid|_rdr|rel)=[^&#]*&?")
_WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/")
_SPOTIFY_NAME = re.compile(r"spotify:((?:\w+:)+\w+)$")

UNKNOWN = "page"
"""The kind of what an unknown site shows."""


class Target(NamedTuple):
    """What an address shows: whose, what kind of thing, its name there, the address of its page."""

    provider: str
    kind: str
    id: str
    url: str


@lru_cache(maxsize=1024)
def find(url: str) -> Target | None:
    """Recognise the address of a page, a player or a widget of a known provider.

    Addresses without a scheme, with doubled escapes or inside a wrapper's parameter (`…?url=https%3A…`) count too. Each
    rule that meets an embed asks anew, hence the memory.
    """
    url = _absolute(url)
    host, rest = _halves(url)
    wrapped = _wrapped(host, rest)
    if wrapped is not None:
        return find(wrapped.url) or wrapped
    for form in _forms(host):
        found = re.match(form.path, rest, re.IGNORECASE)
        if found:
            return _target(form, found, url)
    return None


def target(url: str) -> Target:
    """Like `find`; what is not recognised is a page, and the host stands for the provider."""
    found = find(url)
    if found is not None:
        return found
    page = _absolute(url)
    return Target(provider_of(page), UNKNOWN, "", page)


def provider_of(url: str) -> str:
    """The provider that all addresses of a host belong to, else the host; "" for an address without one."""
    host = _halves(_absolute(url))[0]
    providers = {form.provider for form in _forms(host)}
    is_clear = len(providers) == 1 and MANY_PURPOSES.isdisjoint((host, host.partition(".")[2]))
    return providers.pop() if is_clear else host.removeprefix("www.")


def _absolute(url: str) -> str:
    url = html.unescape(url).strip()
    if url.startswith(("//", *_PLAYER_SCHEMES)):
        return "https://" + url.partition("//")[2]
    spotify = _SPOTIFY_NAME.match(url)
    if spotify:
        return "https://open.spotify.com/" + spotify[1].replace(":", "/")
    return "https://" + url if _WITHOUT_SCHEME.match(url) else url


def _halves(url: str) -> tuple[str, str]:
    """The host in its usual form, and what follows it."""
    found = _HOST.match(url)
    if found is None:
        return "", ""
    host = found[1].rpartition("@")[2].partition(":")[0].lower()
    rest = url[found.end() :]
    return _COUNTRY.sub(r"\1.com", host), rest if rest.startswith("/") else "/" + rest


def _forms(host: str) -> tuple[Form, ...]:
    """The forms of a host, or of the nearest host above it that has any."""
    while host and host not in PROVIDERS:
        host = host.partition(".")[2]
    return PROVIDERS.get(host, ())


def _wrapped(host: str, rest: str) -> Target | None:
    """What a wrapper's parameter holds, as the wrapper's own provider calls it."""
    where = host.removeprefix("www.") + rest
    for prefix, (provider, kind, names) in WRAPPERS.items():
        if where.startswith(prefix):
            values = parse_qs(rest.partition("?")[2])
            inner = next((unquote(values[name][0]) for name in names if name in values), "")
            if inner:
                return Target(provider, kind, "", f"https://{host}{inner}" if inner.startswith("/") else inner)
    return None


def _target(form: Form, found: re.Match[str], url: str) -> Target:
    groups = found.groupdict(default="")
    if not form.page:
        return Target(form.provider, form.kind, groups.get("id", ""), _tidy(url))
    start, host = _START.search(url), _HOST.match(url)
    page = form.page.format(t=f"&t={start[1]}" if start else "", host=host[1].lower() if host else "", **groups)
    return Target(form.provider, form.kind, groups["id"], page)


def _tidy(url: str) -> str:
    return _TRACKING.sub("", url).rstrip("?&")
