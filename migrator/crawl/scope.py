"""What belongs to a site: its host, with or without `www.` and by either scheme, below the path that it starts at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from migrator.normalise.urls import split, without_tracking

_LAST_NAME = re.compile(r"[^/]*\Z")


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the web that is the site's; `prefix` is a path that ends with a slash."""

    origin: str
    host: str
    prefix: str = "/"

    def has(self, url: str) -> bool:
        """Tell whether an address belongs to the site."""
        parts = split(url)
        return (
            parts.scheme in ("http", "https") and parts.host == self.host and f"{parts.path}/".startswith(self.prefix)
        )

    def hosts(self, url: str) -> bool:
        """Tell whether an address is on the site's host, wherever there: files and sitemaps need not lie below it."""
        parts = split(url)
        return parts.scheme in ("http", "https") and parts.host == self.host

    def fold(self, url: str) -> str:
        """Write an address of the site as the site itself does: its scheme and host, no fragment, no tracking."""
        parts = urlsplit(without_tracking(url.partition("#")[0]))
        return self.origin + (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def scope_of(home: str) -> Scope:
    """Make the scope of a site from the address it starts at."""
    parts = urlsplit(home)
    return Scope(f"{parts.scheme}://{parts.netloc}", split(home).host, _LAST_NAME.sub("", parts.path) or "/")
