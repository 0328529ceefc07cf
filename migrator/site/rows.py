"""What the index keeps of one item: plain rows, made without looking at its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from migrator.markup.text import plain
from migrator.model import Record
from migrator.normalise.slugs import decoded
from migrator.normalise.urls import Url, key, parameters, split, unescaped
from migrator.policy import Verdict
from migrator.site.clock import moment_of, offset_between
from migrator.site.days import likely_day
from migrator.site.metadata import original_name

PERMALINK, OLD, GUID = range(3)
"""How good a witness an address is; the best one wins when two items claim the same."""

FLOATING = frozenset(("draft", "pending", "auto-draft"))
"""Statuses in which the date moves with every change, as long as the GMT date is zero. Source: wp_insert_post."""

CREDIT_KEYS = ("_media_credit", "photographer", "_wp_attachment_source_name", "isc_image_source")
"""Postmeta in which plugins keep who made a picture: Media Credit, Navis and Newspack; SNO FLEX; Image Credits; Image
Source Control."""

CREDIT_ORGANISATION = "_navis_media_credit_org"
"""Where Navis and Newspack keep for whom."""


class Address(NamedTuple):
    """One address of an item: the `key` of its path and query, its host, how good a witness it is, whose it is."""

    key: str
    host: str
    rank: int
    id: int


def identity(record: Record) -> int:
    """Number an item: its own id, else a negative number made of guid, link or title, the same in every run."""
    if record.id > 0:
        return record.id
    return synthetic(record.guid or record.link or f"{record.type} {record.title} {record.date}")


def other_identity(record: Record) -> int:
    """Number an item whose own id another one has, as in exports that were put together by hand."""
    return synthetic(f"{record.type} {record.id} {plain(record.title)}")


def synthetic(text: str) -> int:
    """Make a negative number of a text; it has 52 bits, as many as a reader of JSON can count on (RFC 8259, 6)."""
    return -1 - (int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 12)


def is_floating(status: str, date_gmt: str) -> bool:
    """Tell whether a date is only that of the last change, not of a publication."""
    return status in FLOATING and moment_of(date_gmt) is None


def day_of(record: Record) -> str:
    """The local day an item belongs to ("2024-04-10"), or its month or year; "" when unknown or not yet settled."""
    if is_floating(record.status, record.date_gmt) and not record.dated:
        return ""
    return record.date[:10] if moment_of(record.date) else likely_day(record)


def offset_of(record: Record) -> tuple[str, int] | None:
    """The day on which an item shows the site's offset from UTC, and the offset in minutes.

    A page that tells a moment in UTC doesn't say whether that is the site's own clock.
    """
    local, gmt = moment_of(record.date), moment_of(record.date_gmt)
    told = record.dated[0][0] if record.dated and not record.date else ""
    if "T" in told and (read := datetime.fromisoformat(told)).utcoffset():
        local, gmt = read.replace(tzinfo=None), read.astimezone(UTC).replace(tzinfo=None)
    offset = offset_between(local, gmt) if local and gmt else None
    return None if local is None or offset is None else (local.date().isoformat(), int(offset.total_seconds() // 60))


def document_row(record: Record, number: int, verdict: Verdict, *, written: bool) -> tuple[object, ...]:
    """Keep of a document what others need to know of it."""
    return (
        number,
        record.position,
        record.type,
        record.status,
        plain(record.title),
        decoded(record.slug),
        record.link,
        record.parent,
        verdict.public,
        record.protected,
        written,
        day_of(record),
        next((term.slug for term in record.terms if term.taxonomy == "category"), ""),
        record.author,
    )


def attachment_row(record: Record, number: int, file: str) -> tuple[object, ...]:
    """Keep of an attachment its fields, and its sizes as they are written: few of them are ever asked for."""
    meta = dict(record.meta)
    metadata = meta.get("_wp_attachment_metadata", "")
    return (
        number,
        record.position,
        record.attachment_url,
        file,
        record.extra.get("wp:post_mime_type", ""),
        plain(record.title),
        meta.get("_wp_attachment_image_alt", ""),
        record.excerpt,
        record.content,
        _credit(meta),
        record.parent,
        record.menu_order,
        record.date,
        record.link,
        metadata,
        meta.get("_wp_attachment_backup_sizes", ""),
        original_name(metadata),
    )


def _credit(meta: Mapping[str, str]) -> str:
    name = next((meta[key] for key in CREDIT_KEYS if meta.get(key)), "")
    return plain(" / ".join(filter(None, (name, meta.get(CREDIT_ORGANISATION, "")))))


class Addresses(NamedTuple):
    """An item's permalink and guid, taken apart once."""

    link: Url
    guid: Url


def addresses_of(record: Record) -> Addresses:
    """Take apart the addresses that an item itself gives."""
    link = split(unescaped(record.link))
    return Addresses(link, link if record.guid == record.link else split(unescaped(record.guid)))


def addresses(record: Record, number: int, own: Addresses) -> Iterator[Address]:
    """List the addresses under which an item was ever known, but for those that say its number."""
    link, guid = own
    if record.link and not _says_number(link, record.id):
        permalink = key(link)
        yield Address(permalink, link.host, PERMALINK, number)
        for old in old_paths(record, permalink):
            yield Address(old, link.host, OLD, number)
    if guid is not link and guid.host and not _says_number(guid, record.id):
        yield Address(key(guid), guid.host, GUID, number)


def _says_number(url: Url, number: int) -> bool:
    return bool(url.query) and number_in(url) == number


def number_in(url: Url) -> int:
    """Read the id in `?p=`, `?page_id=` or `?attachment_id=`; 0 if there is none."""
    if not url.query or ("id=" not in url.query and "p=" not in url.query):
        return 0
    given = parameters(url.query)
    text = given.get("p") or given.get("page_id") or given.get("attachment_id") or ""
    return int(text) if text.isdecimal() and len(text) < 19 else 0


def old_paths(record: Record, path: str) -> Iterator[str]:
    """List the paths at which a document at `path` (without final slash) was before, which WordPress redirects.

    Source: wp_old_slug_redirect (`_wp_old_slug`), wp_check_for_changed_dates (`_wp_old_date`, a day).
    """
    for name, value in record.meta:
        if name == "_wp_old_slug" and value:
            yield f"{path.rpartition('/')[0]}/{decoded(value).lower()}"
        elif name == "_wp_old_date" and (old := _with_day(path, record.date[:10], value)):
            yield old


def _with_day(path: str, now: str, old: str) -> str:
    """Put an old day ("2019-03-01") in the place of today's in a path, as far as the path tells it."""
    for length in (10, 7, 4):
        current = f"/{now[:length].replace('-', '/')}/"
        if len(old) == 10 and current in path:
            return path.replace(current, f"/{old[:length].replace('-', '/')}/", 1)
    return ""


@lru_cache(maxsize=16)
def home(base_url: str) -> str:
    """The key of the front page, which a guid names where nothing better was known: it is no item's own address."""
    return key(split(base_url))


def aliases(record: Record, base_url: str) -> Iterator[str]:
    """List all addresses at which a document was ever found, the permalink first."""
    link = unescaped(record.link)
    if link:
        yield link
    if record.id > 0:
        yield f"{base_url}/?{'page_id' if record.type == 'page' else 'p'}={record.id}"
    if record.guid.startswith(("http:", "https:")) and key(split(unescaped(record.guid))) != home(base_url):
        yield unescaped(record.guid)
    if link and "?" not in link:
        start, slash = (link[:-1], "/") if link.endswith("/") else (link, "")
        for old in old_paths(record, start):
            yield old + slash
