"""What stands on many pages of a site is the site's, not an article's: menus, sidebars, footers, however marked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from lxml.etree import XPath, _Element

from migrator import edit
from migrator.markup.html import parse_page
from migrator.markup.text import text_of
from migrator.model import Entry
from migrator.normalise.urls import split
from migrator.sources.capture.visit import Visit
from migrator.sources.pages.containers_names import ALIKE, CONTAINERS, rank_of
from migrator.sources.pages.containers_near import is_called_written
from migrator.sources.pages.encoding import text_of_body

RULE = "page.common"

SHARE, LEAST = 0.4, 5
"""A block that stands on this share of a site's pages, and on this many, is the site's. On a newspaper of 145 documents
the parts of the frame stand on 97 % each, no line of an article but the name of its section on more than 4 %."""

_BLOCKS = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header"
    " iframe li main nav ol p section table tbody td th tr ul".split()
)
_PIECES = frozenset("li dt dd td th tr".split())
"""Blocks that are mostly a few words, which may be those of a menu, too."""

_OWN = XPath(
    "boolean(.//*[contains(concat(' ', @rel, ' '), ' tag ') or contains(concat(' ', @rel, ' '), ' author ')"
    " or contains(@class, 'byline') or contains(@class, 'vcard') or contains(@class, 'author') or self::time]"
    " | self::*[contains(@class, 'byline') or contains(@class, 'author') or contains(@class, 'date')])"
)
"""What tells of the document itself, however often it says the same: its terms, its author, its date."""


def common_blocks(visits: Iterable[Visit]) -> dict[str, frozenset[bytes]]:
    """Find for each host the blocks that many of its pages share."""
    pages: Counter[str] = Counter()
    seen: Counter[tuple[str, bytes]] = Counter()
    for visit in visits:
        host = split(visit.url).host
        pages[host] += 1
        body = parse_page(text_of_body(visit.body, visit.headers)[0]).find("body")
        if body is not None:
            seen.update((host, mark) for mark in set(_marks(body)))
    least = {host: max(LEAST, SHARE * count) for host, count in pages.items()}
    return {
        host: frozenset(mark for (at, mark), count in seen.items() if at == host and count >= least[host])
        for host in pages
    }


def drop_common(body: _Element, common: frozenset[bytes], heading: _Element | None = None) -> list[Entry]:
    """Drop the blocks of a page that most pages of its site share, but for what tells of the document itself.

    Its `heading` stays: the title of a new post stands in the lists of all pages.
    """
    post = edit.loose(body)
    kept = frozenset((heading, *heading.iterancestors())) if heading is not None else frozenset()
    for element in list(_shared(body, common, kept)):
        edit.drop(post, element, RULE)
    return [replace(entry, where=entry.where.replace("content/html", "page", 1)) for entry in post.entries]


def _shared(
    element: _Element, common: frozenset[bytes], kept: frozenset[_Element], *, is_inside: bool = False
) -> Iterator[_Element]:
    """The outermost blocks that are common; what is within them goes with them.

    Inside an article's body an item, a cell or an author's block that says the same as a menu's is none of the site's.
    """
    for child in element.iterchildren():
        if not isinstance(child.tag, str):
            continue
        mark = _mark(child) if child.tag in _BLOCKS else b""
        is_written = child in kept or _is_body(child) or (is_inside and _is_piece(child))
        if mark and mark in common and not is_written and not _OWN(child):
            yield child
        else:
            yield from _shared(child, common, kept, is_inside=is_inside or _is_body(child))


def _is_piece(element: _Element) -> bool:
    return element.tag in _PIECES or "wp-block-" in (element.get("class") or "")


def _is_body(element: _Element) -> bool:
    """Whether an element is an article's body: of an empty one only what plugins put into it is everywhere the same."""
    rank = rank_of(element) if element.tag in CONTAINERS else None
    return (rank is not None and rank < ALIKE) or is_called_written(element)


def _marks(body: _Element) -> Iterable[bytes]:
    return filter(None, map(_mark, body.iterdescendants(*_BLOCKS)))


def _mark(element: _Element) -> bytes:
    """What tells a block's text from others; "" of one without text."""
    text = "".join(text_of(element).split())
    return blake2b(text.encode(), digest_size=8).digest() if text else b""
