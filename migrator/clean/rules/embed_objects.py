"""Flash and other plug-ins: `<object>` and `<embed>`."""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.clean.embeds import find
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.embeds import NOWHERE, is_file, shown_beside
from migrator.model import Post
from migrator.site import Site

_MOVIE_NAMES = frozenset(("movie", "src", "filename", "url"))
_FLASH_FILE = re.compile(
    r"(?:^|[?&;])(?:file|src|url|soundfile|videofile|video|mp3|flv|playlist)=([^&;]+)", re.IGNORECASE
)
_SCRIBD = re.compile(r"(?:^|[?&;])document_id=(\d+)")


def from_object(element: _Element, post: Post, _site: Site) -> _Element | None:
    """An `<object>` or `<embed>`, Flash most often: the page of the video that it played, or the file."""
    addresses = _object_addresses(element)
    known = [url for url in addresses if find(url) is not None]
    files = [url for url in addresses if is_file(url)]
    url = next(iter([*known, *files, *addresses]), "")
    return shown_beside(element, url, post, element.get("title", "")) if url else None


def _object_addresses(element: _Element) -> list[str]:
    addresses = [element.get("data", ""), element.get("src", "")]
    settings = [element.get("flashvars", "")]
    for inner in element.iterdescendants("param", "embed", "object"):
        name = inner.get("name", "").lower()
        if inner.tag != "param" or name in _MOVIE_NAMES:
            addresses += (inner.get("data", ""), inner.get("src", ""), inner.get("value", ""))
        settings.append(inner.get("flashvars", "") if inner.tag != "param" else inner.get("value", ""))
    said = (*settings, *addresses)
    files = [_unquoted(file) for text in said for file in _FLASH_FILE.findall(text)]
    papers = [f"https://www.scribd.com/document/{number}" for text in said for number in _SCRIBD.findall(text)]
    return [url.strip() for url in (*papers, *addresses, *files) if url.strip() and not url.startswith(NOWHERE)]


def _unquoted(url: str) -> str:
    return url.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/")


RULES: tuple[Rule, ...] = (rewrite_in("embed.object", "object", "embed", using=from_object),)
