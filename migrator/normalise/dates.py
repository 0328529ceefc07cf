"""Dates: the local one as the author saw it, with its offset from UTC as far as the source or the site tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import NamedTuple

from migrator.model import Entry, Moment, Post
from migrator.normalise.date_witnesses import witnesses
from migrator.normalise.labels import edtf_of
from migrator.normalise.urls import date_in_address
from migrator.site import Site
from migrator.site.clock import moment_of, offset_between
from migrator.site.rows import is_floating

BY_ZONE, BY_SITE = "zone", "site offset"
"""Who told an offset that the item's own two dates don't tell: the zone that was given, other items' dates."""

TOLERANCE = timedelta(minutes=1)
"""How far two dates of one item may be from a whole quarter of an hour: WordPress reads the clock twice."""

_YEAR = re.compile(r"\b\w{3} [1-9]\d{3} ")
"""A year of four digits behind a month; "-0001" is none."""

_EPOCH = datetime(1970, 1, 1)


class Judged(NamedTuple):
    """A date, and what is doubtful of it ("" if nothing)."""

    moment: Moment
    doubt: str = ""


def dates(post: Post, site: Site) -> None:
    """Read when the post was published and last changed.

    The calendar day is always that of the local field. A draft's date moves with each change until it is published, so
    it is kept as written and no more.
    """
    record = post.record
    if is_floating(record.status, record.date_gmt):
        post.published = Moment(written=record.date) if moment_of(record.date) else Moment()
    else:
        judged = judge(record.date, record.date_gmt, site, record.pub_date)
        post.published = _witnessed(post, _unshifted(post, _judge(post, "published", judged), site), site)
    post.modified = _judge(post, "modified", judge(record.modified, record.modified_gmt, site))
    if not post.modified.edtf and record.changed:
        post.modified = told(*record.changed[0], site)


def _witnessed(post: Post, known: Moment, site: Site) -> Moment:
    """A date that no field tells, from the next best witness; one that they tell is compared with other witnesses."""
    if not known.edtf and post.record.dated:
        return told(*post.record.dated[0], site)
    for witness in witnesses(post) if not known.edtf else ():
        return Moment(witness.edtf, "", "", witness.edtf, witness.source)
    for who, date in _others(post) if known.local else ():
        if date and not known.local.startswith(date):
            doubt = f"its {who} says {date}"
            post.entries.append(Entry("date.disagrees", "warned", "published", known.written, doubt))
    return known


def _others(post: Post) -> Iterator[tuple[str, str]]:
    """What else says when a document was published, as a calendar has it."""
    yield "address", date_in_address(post.record.link)
    yield "byline", edtf_of(post.printed_date)


def _unshifted(post: Post, known: Moment, site: Site) -> Moment:
    """A local field that was filled with UTC, told by the zone and by the day in the address together."""
    if site.zone is None or not known.local.endswith("+00:00"):
        return known
    shifted = datetime.fromisoformat(known.local).astimezone(site.zone)
    address = date_in_address(post.record.link)
    if len(address) < 10 or address == known.local[:10] or address != shifted.date().isoformat():
        return known
    post.entries.append(Entry("date.shifted", "rewritten", "published", known.written, shifted.isoformat()))
    text = shifted.isoformat()
    return Moment(known.written, text, known.utc, text, f"{known.source} + {BY_ZONE} + url")


def _judge(post: Post, where: str, judged: Judged) -> Moment:
    if judged.doubt:
        post.entries.append(Entry("date.doubtful", "warned", where, judged.moment.written, judged.doubt))
    return judged.moment


def told(text: str, source: str, site: Site) -> Moment:
    """Read what a page tells: a moment with its offset or in UTC, one without, a day, or less (EDTF)."""
    if "T" not in text:
        return Moment(text, "", "", text, source)
    read = datetime.fromisoformat(text)
    offset, naive = read.utcoffset(), read.replace(tzinfo=None, microsecond=0)
    if offset is None:
        return _moment(text, naive, site.offset_at(naive), source)
    return _moment(text, naive, offset, source) if offset else _from_gmt(text, naive, site, source).moment


def moment(date: str, date_gmt: str, site: Site) -> Moment:
    """Read a pair of dates, such as a comment's."""
    return judge(date, date_gmt, site).moment


def judge(date: str, date_gmt: str, site: Site, pub_date: str = "") -> Judged:
    """Read a date from its local field, its GMT field, or RSS's `pubDate`, in this order of trust."""
    local, gmt = moment_of(date), moment_of(date_gmt)
    if local and gmt:
        return _from_both(date, local, gmt, site)
    if local:
        return _from_local(date, local, site)
    if gmt:
        return _from_gmt(date_gmt, gmt, site, "date_gmt")
    return _from_rss(pub_date, site) if pub_date else Judged(Moment())


def _from_both(written: str, local: datetime, gmt: datetime, site: Site) -> Judged:
    offset = offset_between(local, gmt)
    if offset is None or abs(local - gmt - offset) > TOLERANCE:
        return Judged(_from_local(written, local, site).moment, f"GMT field {gmt} doesn't fit")
    doubt = "midnight of 1970-01-01, as a failed import leaves it" if _EPOCH in (local, gmt) else ""
    if site.zone and offset != site.offset_at(local) and offset != site.zone.utcoffset(local.replace(fold=1)):
        doubt = f"offset {_sign(offset)} is not that of {site.zone.key}"
    return Judged(_moment(written, local, offset, "date"), doubt)


def _from_local(written: str, local: datetime, site: Site) -> Judged:
    offset = site.offset_at(local)
    return Judged(_moment(written, local, offset, _with_witness("date", site) if offset is not None else "date"))


def _from_gmt(written: str, gmt: datetime, site: Site, source: str) -> Judged:
    """Read a date that is only known in UTC; without an offset its local day stays unknown."""
    offset = site.offset_at(gmt)
    if offset is not None and site.zone:
        offset = gmt.replace(tzinfo=UTC).astimezone(site.zone).utcoffset()
    if offset is None:
        utc = _iso(gmt) + "Z"
        return Judged(Moment(written, "", utc, utc, source))
    return Judged(_moment(written, gmt + offset, offset, _with_witness(source, site)))


def rss_moment(written: str) -> datetime | None:
    """Read a date as RSS has it (RFC 822); None for what is none, such as WordPress's of the year -1."""
    try:
        return parsedate_to_datetime(written) if _YEAR.search(written) else None
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _from_rss(written: str, site: Site) -> Judged:
    """Read an RSS date; WordPress writes it in UTC, other tools with their own offset."""
    read = rss_moment(written)
    if read is None:
        return Judged(Moment())
    offset = read.utcoffset()
    if not offset:
        return _from_gmt(written, read.replace(tzinfo=None), site, "pubDate")
    return Judged(_moment(written, read.replace(tzinfo=None), offset, "pubDate"))


def _with_witness(source: str, site: Site) -> str:
    return f"{source} + {BY_ZONE if site.zone else BY_SITE}"


def _moment(written: str, local: datetime, offset: timedelta | None, source: str) -> Moment:
    if offset is None:
        return Moment(written, _iso(local), "", _iso(local), source)
    text = _iso(local) + _sign(offset)
    try:
        utc = _iso(local - offset) + "Z"
    except OverflowError:
        utc = ""
    return Moment(written, text, utc, text, source)


def _iso(value: datetime) -> str:
    return value.isoformat(timespec="seconds")


@lru_cache(maxsize=256)
def _sign(offset: timedelta) -> str:
    return str(timezone(offset))[3:] or "+00:00"
