"""The road by sitemaps: indexes and lists, packed or not, read as a stream however large or broken they are.

Source: https://www.sitemaps.org/protocol.html.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from migrator.crawl.reasons import check_answer
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Find, Site, Step, Trouble, Turned, Unfit
from migrator.crawl.traps import ARCHIVE, OTHER_SITE
from migrator.sources.capture.visit import Visit

MOST = 50_000
"""Addresses in one sitemap, as the protocol allows."""

LARGEST = 64 << 20
"""Bytes of one sitemap; the protocol allows 50 MB."""

DEEPEST = 3
"""Indexes within indexes; the protocol allows none."""

_GZIP = b"\x1f\x8b"
_ARCHIVES = re.compile(
    r"/(?:wp-sitemap-(?:taxonomies|users)-|(?:category|post_tag|tag|author|post_format|post-archive|archives?)-sitemap\d*\.xml"
    r"|sitemap-(?:tax-[a-z_-]+|category|post_tag|authors?|archives|misc|externals)\b)"
)
"""Sitemaps whose addresses are lists of documents, as core, Yoast, Rank Math and Google XML Sitemaps name them."""


class Row(NamedTuple):
    """One address of a sitemap; `is_index` tells whether another sitemap is there."""

    url: str
    lastmod: str
    is_index: bool


def seeds(site: Site) -> Iterator[Step]:
    """Ask for the sitemaps that were found."""
    yield from (Step(url, "sitemap", "list") for url in site.sitemaps)


def read(step: Step, visit: Visit, site: Site) -> Iterator[Find]:
    """Give the pages and further sitemaps that a sitemap names; raises Unfit."""
    rows = list(_checked(visit))
    scope, archives = scope_of(site.home), bool(_ARCHIVES.search(step.url))
    for row in rows:
        if not (scope.hosts if row.is_index else scope.has)(row.url):
            yield Turned(row.url, OTHER_SITE.name, "sitemap")
        elif row.is_index:
            if step.depth < DEEPEST:
                yield Step(row.url, "sitemap", "list", step.url, step.depth + 1, row.lastmod)
        elif archives:
            yield Turned(row.url, ARCHIVE.name, "sitemap")
        else:
            yield Step(row.url, "sitemap", "page", step.url, step.depth + 1, row.lastmod)


def failed(step: Step, trouble: Trouble, site: Site) -> Iterator[Find]:  # noqa: ARG001  (as the roads' table has it)
    """Do nothing: there is no other way to a sitemap."""
    yield from ()


def _checked(visit: Visit) -> Iterator[Row]:
    check_answer(visit)
    found = False
    for row in rows_of(visit.body):
        found = True
        yield row
    if not found and not is_sitemap(visit):
        raise Unfit(Trouble("no sitemap", visit.status))


def is_sitemap(visit: Visit) -> bool:
    """Tell whether an answer is a sitemap, by its first element."""
    head = gunzipped(visit.body, 4096)
    return visit.status == 200 and (b"<urlset" in head or b"<sitemapindex" in head)


def rows_of(body: bytes) -> Iterator[Row]:
    """Read a sitemap as a stream; what is broken is passed over, at most `MOST` rows are read."""
    data = BytesIO(gunzipped(body, LARGEST))
    events = etree.iterparse(data, events=("end",), recover=True, resolve_entities=False, no_network=True)
    count = 0
    try:
        for _, element in events:
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name in ("url", "sitemap"):
                yield from _row(element, is_index=name == "sitemap")
                count += 1
                element.clear()
                _forget_before(element)
            if count >= MOST:
                return
    except etree.XMLSyntaxError:
        return


def _forget_before(element: etree._Element) -> None:
    """Let go of what was read, so that memory stays flat."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _row(element: etree._Element, *, is_index: bool) -> Iterator[Row]:
    values = {
        etree.QName(child).localname: (child.text or "").strip() for child in element if isinstance(child.tag, str)
    }
    if values.get("loc"):
        yield Row(values["loc"], values.get("lastmod", ""), is_index)


def gunzipped(body: bytes, limit: int) -> bytes:
    """Unpack a body whose first bytes say that it is packed, as far as `limit`; a cut one as far as it goes."""
    if not body.startswith(_GZIP):
        return body[:limit]
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, limit)
    except zlib.error:
        return b""
