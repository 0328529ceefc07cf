"""Links of saved pages led back: from the files they were turned to when saved, to the addresses of these files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import unquote

from migrator.normalise.lazy import ADDRESSES, CANDIDATES
from migrator.normalise.urls import absolute

_NAMES = "|".join(("href", "src", "poster", *ADDRESSES, *CANDIDATES))
_ATTRIBUTE = re.compile(rf"""(\s(?:{_NAMES})\s*=\s*)(?:"([^"]*)"|'([^']*)')""".encode(), re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|\?|\Z", re.IGNORECASE)
_CANDIDATE = re.compile(r"(\s*)([^\s,]+)([^,]*)")


def relink(page: bytes, name: str, url: str, urls: Mapping[str, str]) -> bytes:
    """Let the links of a page lead to addresses again.

    `name` is the page's file, `url` its address, and `urls` has the addresses of all files by name. A link that would
    lead to the right address anyway stays as it is written.
    """
    folder = posixpath.dirname(name)

    def lead(link: str) -> str:
        if _ABSOLUTE.match(link):
            return link
        path, mark, fragment = link.partition("#")
        target = urls.get(posixpath.normpath(posixpath.join(folder, unquote(path))))
        return link if target is None or absolute(url, path) == target else target + mark + fragment

    def lead_all(found: re.Match[bytes]) -> bytes:
        written = found[2] if found[2] is not None else found[3]
        value = unescape(written.decode("utf-8", "surrogateescape"))
        is_set = b"set" in found[1].lower()
        led = _CANDIDATE.sub(lambda one: one[1] + lead(one[2]) + one[3], value) if is_set else lead(value.strip())
        if led == value or led == value.strip():
            return found[0]
        return found[1] + b'"' + escape(led).encode("utf-8", "surrogateescape") + b'"'

    return _ATTRIBUTE.sub(lead_all, page)
