"""How a site is to be asked: how fast, as whom, with whose credentials, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from migrator import __version__

PRODUCT = "migrator"
"""The name that a robots.txt addresses us by (RFC 9309, section 2.2.1)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a crawl was asked to do, as far as fetching goes.

    `site` is the site's own address, the only one that `headers` and the login (`user`, `password`: an application
    password) are sent to. `rate` is in requests a second and host, `max_wait` and `timeout` in seconds, `max_bytes`
    is how large an answer may be, unpacked.
    """

    site: str = ""
    rate: float | None = None
    max_wait: float = 900.0
    ignore_robots: bool = False
    agent: str = f"{PRODUCT}/{__version__}"
    contact: str = ""
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    allow_private: bool = False
    timeout: float = 30.0
    max_bytes: int = 64 << 20

    @property
    def user_agent(self) -> str:
        """Who we say we are, and where the one who asks can be reached."""
        return f"{self.agent} (+{self.contact})" if self.contact else self.agent

    def described(self) -> dict[str, str]:
        """What a capture says of how it was made (`warcinfo`); no secret, and no name of a machine or a person's."""
        rate = f"{self.rate:g} requests a second" if self.rate else "adaptive"
        return {
            "software": self.agent,
            "operator": self.contact,
            "isPartOf": self.site,
            "robots": "ignore" if self.ignore_robots else "obey",
            "http-header-user-agent": self.user_agent,
            "description": f"pace: {rate}; login: {'yes' if self.user or self.headers else 'no'}",
        }


def origin_of(url: str) -> str:
    """Write the part of an address that says whom it asks: "https://host:port", in lower case, no default port.

    Raises:
        ValueError: It has a port that is none, or brackets around what is no IPv6 address.
    """
    parts = urlsplit(url)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if parts.port in (None, default) else f":{parts.port}"
    host = parts.hostname or ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}"


def host_of(url: str) -> str:
    """Write the host of an address as its gate is named: with its port unless that is its scheme's own."""
    return origin_of(url).partition("://")[2]
