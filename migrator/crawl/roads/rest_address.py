"""Addresses of a REST API: of a collection, of one page of it, of the halves of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from migrator.normalise.urls import parameters

PAGE = 100
"""Items a page; WordPress allows no more."""

WORDPRESS_COM = "https://public-api.wordpress.com/wp/v2/sites/"
"""Where sites that WordPress.com hosts have their API, each below its host."""

COAUTHOR = r"/coauthors/v1/coauthors/(?P<user_nicename>[\w-]+)"
"""How a site's index names the route at which Co-Authors Plus, from 3.6 on, tells of one author."""

_FREE = ":,/"


def route(api: str, path: str, **values: object) -> str:
    """Write the address of a route ("wp/v2/posts"), whichever form the site's API has: by path or by `rest_route`."""
    if api.startswith(WORDPRESS_COM):
        path = path.removeprefix("wp/v2/")
    query = "&".join(f"{name}={quote(str(value), safe=_FREE)}" for name, value in values.items())
    return f"{api}{path}" + (f"{'&' if '?' in api else '?'}{query}" if query else "")


def with_values(url: str, **values: object) -> str:
    """Change parameters of an address; one that is None is taken out."""
    head, _, query = url.partition("?")
    kept = parameters(query) | {name: str(value) for name, value in values.items() if value is not None}
    parts = (f"{name}={quote(value, safe=_FREE)}" for name, value in kept.items() if values.get(name, "") is not None)
    return f"{head}?{'&'.join(parts)}"


class Window(NamedTuple):
    """A part of a collection in the order of ids: so many items from the one at `offset`."""

    offset: int
    size: int

    def halves(self) -> Iterator[Window]:
        """Its two halves; nothing of a window on one item."""
        if self.size > 1:
            middle = (self.size + 1) // 2
            yield Window(self.offset, middle)
            yield Window(self.offset + middle, self.size - middle)


def window_of(url: str) -> Window:
    """Read from an address which part of a collection it asks for."""
    values = parameters(urlsplit(url).query)
    size = _number(values.get("per_page", ""), 10)
    return Window(_number(values.get("offset", ""), (_number(values.get("page", ""), 1) - 1) * size), size)


def on(url: str, window: Window) -> str:
    """Ask for another part of the same collection."""
    return with_values(url, page=None, per_page=window.size, offset=window.offset)


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else default
