"""Web addresses taken apart and compared: scheme, `www.`, case, ports, final slash and tracking don't count."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urljoin

_URL = re.compile(r"(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^/?#\\]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_BETWEEN_PARAMETERS = re.compile(r"&(?:amp;|#0?38;)?|;")
_SIMPLE_PATH = re.compile(r"(?:/[a-z0-9._-]+)*/?\Z")
_PHOTON = re.compile(r"(?:https?:)?//i[0-9]\.wp\.com/([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_SLASHES = re.compile(r"/{2,}")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)(?:/(\d\d?))?(?=/)")

TRACKING = frozenset(
    "fbclid gclid gclsrc dclid wbraid gbraid msclkid twclid ttclid yclid igshid igsh mc_cid mc_eid mkt_tok li_fat_id "
    "srsltid _ga _gl _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id s_kwcid wt_mc wt.mc_id "
    "ref_src epik rb_clickid __twitter_impression ss_source ss_campaign_id".split()
)
"""Parameters that only follow a visitor (as listed by Firefox, Brave and the ClearURLs project), in lower case."""

TRACKING_PREFIXES = ("utm_", "mtm_", "pk_campaign", "pk_kwd", "pk_source", "pk_medium", "hsa_", "stm_")


class Url(NamedTuple):
    """An address in parts; `host` is as `same_host` writes it, absent parts are ""."""

    scheme: str
    host: str
    path: str
    query: str
    fragment: str


@lru_cache(maxsize=1024)
def split(url: str) -> Url:
    """Take an address apart; never raises, whatever is written there."""
    found = _URL.match(url.strip())
    scheme, host, path, query, fragment = found.groups("") if found else ("", "", url, "", "")
    return Url(scheme.lower(), same_host(host) if host else "", path, query, fragment)


def file_name(url: str) -> str:
    """The last part of an address's path."""
    return split(url).path.rpartition("/")[2]


@lru_cache(maxsize=1024)
def same_host(host: str) -> str:
    """Write a host the one way: lower case, IDN in ASCII, without user, `www.`, default port and final dot."""
    name = host.rpartition("@")[2].lower().removesuffix(":80").removesuffix(":443").rstrip(".")
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            name = unicodedata.normalize("NFC", name)
    return name.removeprefix("www.")


def key(url: Url) -> str:
    """Reduce path and query to what names a page: "/2024/03/slug" or "/?p=12"; the host is not part of it."""
    path = url.path
    if not _SIMPLE_PATH.match(path):
        path = "/" + _SLASHES.sub("/", unicodedata.normalize("NFC", unquote(path)).lower()).lstrip("/")
    path = path.rstrip("/").removeprefix("/index.php")
    query = same_query(url.query) if url.query else ""
    return f"{path}/?{query}" if query else path or "/"


def same_query(query: str) -> str:
    """Write a query the one way: without tracking, sorted, percent-decoded, in lower case."""
    kept = [unquote(part).lower() for part in _BETWEEN_PARAMETERS.split(query) if part and not is_tracking(part)]
    return "&".join(sorted(kept))


def parameters(query: str) -> dict[str, str]:
    """Read a query's parameters; of one that stands there twice the last counts, as in PHP."""
    pairs = (part.partition("=") for part in _BETWEEN_PARAMETERS.split(query) if part)
    return {unquote(name): unquote(value) for name, _, value in pairs}


def is_tracking(parameter: str) -> bool:
    """Tell whether a parameter ("utm_source=feed") only follows a visitor."""
    name = parameter.partition("=")[0].lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def without_tracking(url: str) -> str:
    """Leave out the parameters that only follow a visitor; all else stays as it is written."""
    page, hash_mark, fragment = url.partition("#")
    path, mark, query = page.partition("?")
    parts = query.split("&") if mark else []
    kept = [part for part in parts if not is_tracking(part.removeprefix("amp;"))]
    if len(kept) == len(parts):
        return url
    query = "&".join(kept).removeprefix("amp;")
    return path + ("?" + query if query else "") + hash_mark + fragment


def unproxied(url: str) -> str:
    """Find the picture behind Photon, WordPress.com's image proxy; any other address comes back as it is.

    `https://i0.wp.com/HOST/PATH?resize=…` shows `HOST/PATH`, by https if `ssl=1` says so.
    Source: https://developer.wordpress.com/docs/photon/
    """
    found = _PHOTON.match(url)
    if not found or "." not in found[1].partition("/")[0]:
        return url
    options = parameters(found[2] or "")
    scheme = "https" if options.get("ssl") == "1" else "http"
    return f"{scheme}://{found[1]}" + (f"?{unquote(options['q'])}" if "q" in options else "")


def absolute(base: str, url: str) -> str:
    """Resolve an address against the page it stands on; one that can't be read comes back as it is."""
    if url.startswith(("https://", "http://")):
        return url.strip()
    try:
        return urljoin(base, url.strip())
    except ValueError:
        return url


def unescaped(url: str) -> str:
    """Decode the entities that WordPress leaves in a guid ("?post_type=book&#038;p=5")."""
    return unescape(url) if "&" in url else url


def date_in_address(url: str) -> str:
    """The day or month that WordPress puts into permalinks: `/2024/04/10/title/` → "2024-04-10"."""
    found = _IN_ADDRESS.search(split(url).path)
    if found is None:
        return ""
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    try:
        read = date(year, month, day)
    except ValueError:
        return ""
    return read.isoformat() if found[3] else read.isoformat()[:7]
