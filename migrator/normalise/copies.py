"""The original of a picture that no attachment accounts for, as far as the document itself shows it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from migrator.normalise.lazy import candidates
from migrator.normalise.urls import absolute, file_name, split
from migrator.site.files import family, is_made


def shown_original(img: _Element, url: str, base: str) -> str:
    """The address of the picture that a copy was made of: in its `srcset`, or where its link leads; else its own.

    Of copies alone the largest is chosen. Only files of the same upload count: the same folder and name but for what
    WordPress appends.
    """
    if not is_made(file_name(url)):
        return url
    found = [(size, address) for size, address in _offered(img, base) if _upload(address) == _upload(url)]
    whole = [address for _, address in found if not is_made(file_name(address))]
    return whole[0] if whole else max([(0.0, url), *found])[1]


def _offered(img: _Element, base: str) -> Iterator[tuple[float, str]]:
    for size, address in candidates([img.get("data-srcset", "")]):
        yield size, absolute(base, address)
    link = img.getparent()
    if link is not None and link.tag == "a" and link.get("href"):
        yield 0.0, absolute(base, link.get("href", ""))


def _upload(url: str) -> tuple[str, str, str]:
    """What the files of one upload have in common: host, folder and name, and the extension."""
    parts = split(url)
    return parts.host, family(parts.path), parts.path.rpartition(".")[2].lower()
