"""When a page says that it was published, witness by witness, the best first.

The order is that of how often each was right on 229 real pages with a known date: `article:published_time` 150 of 159,
`datePublished` in JSON-LD 113 of 123, as a microdatum 41 of 41, the address's day 60 of 62, `<time>` 100 of 116.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from lxml.etree import _Element

from migrator.markup.text import text_of
from migrator.normalise.date_witnesses import Witness
from migrator.normalise.labels import DAY_LENGTH, edtf_of
from migrator.normalise.urls import date_in_address
from migrator.normalise.witnesses.elements import classes_of, main_elements
from migrator.normalise.witnesses.linked_data import articles, nodes_of

_DAY = re.compile(
    r"((?:18|19|20)\d\d)[-/.](\d\d)[-/.](\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)
_META = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "sailthru.date",
    "parsely-pub-date",
    "cXenseParse:recs:publishtime",
    "publish-date",
    "publication_date",
)
_META_CHANGED = ("article:modified_time", "og:updated_time", "dateModified", "last-modified", "dcterms.modified")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)")
_UTC = ("Z", "+00:00")
_LONGEST, _LONGEST_TELLING = 80, 400
"""Characters of a line with a date; the old default theme's "This entry was posted on …" has some 320."""
_PRINTED = re.compile(
    r"(?<!\d)\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?(?:19|20)\d\d"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\b\d{1,2}\. ?\d{1,2}\. ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
)
_PUBLISHED = frozenset("entry-date published post-date dt-published date-published posted-on datepublished".split())
_OF_CHANGE = 3
"""The doubt of a date that is that of a change: it is not called one of publication, and doesn't stand beside."""
_DATED = frozenset("abbr span p div li a".split())
_LINES = frozenset("p span div li small em td footer header".split())
_NAMED = re.compile(r"date|datum|meta|time|publish|posted|byline", re.IGNORECASE)
_POSTED = re.compile(
    r"(?:this (?:entry|post) was )?(?:posted|published)\b|veröffentlicht\b|erstellt\b|publi(?:é|cado)"
    r"|dieser (?:beitrag|artikel|eintrag)",
    re.IGNORECASE,
)
_CHILDREN = 4
"""Children that an element without a telling name has at most when it is a line with a date."""
_CHANGED = frozenset("updated modified dt-updated updated-date".split())


def dates_in_page(page: _Element, url: str = "") -> Iterator[Witness]:
    """List the dates of a page, the likeliest date of publication first.

    Themes write the local time into `<time>`, before WordPress 5.3 with an offset of +00:00 (`mysql2date`), which is
    left out. A moment that is only told in UTC has another day at the site's place when the address says so.
    """
    address = date_in_address(url)
    found = _finest_first(list(_told(page, address)))
    if found and len(address) == DAY_LENGTH and _is_day_off(found[0].edtf, address):
        yield Witness(address, "url")
    if found and len(address) < DAY_LENGTH and found[0].source == "url":
        yield from (witness for witness in _shown(page) if witness.edtf.startswith(address))
    yield from found
    if not found:
        yield from _shown(page)


def changes_in_page(page: _Element) -> list[Witness]:
    """List the dates on which a page says that it was last modified, the likeliest first."""
    return _finest_first(list(_valid(_changes(page))))


def _changes(page: _Element) -> Iterator[tuple[str, str]]:
    metas = _metas(page)
    yield from ((metas.get(name, ""), f"meta {name}") for name in _META_CHANGED)
    yield from ((str(node.get("dateModified") or ""), "json-ld") for node in articles(nodes_of(page)))
    yield from ((_value(node), "itemprop") for node in page.iter() if node.get("itemprop") == "dateModified")
    times = (node for node in main_elements(page) if node.tag in ("time", "abbr"))
    yield from ((_value(node), "time") for node in times if _doubt(node) == _OF_CHANGE)


def _finest_first(found: list[Witness]) -> list[Witness]:
    """Put first, of the witnesses that say the same as the first, the one that says most: the offset, the time."""
    finest = next((witness for witness in found if _is_finer(witness.edtf, found[0].edtf)), None)
    return found if finest is None else [finest, *(witness for witness in found if witness is not finest)]


def _is_finer(edtf: str, other: str) -> bool:
    """Whether a date says the same as another and more, or what it should: plugins write UTC with the site's offset."""
    if "T" not in edtf or "T" not in other:
        return "T" in edtf and len(other) == DAY_LENGTH and edtf.startswith(other)
    moment, known = datetime.fromisoformat(edtf), datetime.fromisoformat(other)
    offset, told = moment.utcoffset(), known.utcoffset()
    if not offset or told is None:
        return False
    return moment == known if not told else moment.replace(tzinfo=UTC) == known.replace(tzinfo=UTC) + offset


def _is_day_off(edtf: str, day: str) -> bool:
    """Whether a moment in UTC lies within a day's reach of a calendar day, and on another one."""
    if not edtf.endswith(_UTC) or edtf.startswith(day):
        return False
    return abs(date.fromisoformat(edtf[:10]) - date.fromisoformat(day)) <= timedelta(days=1)


def _shown(page: _Element) -> Iterator[Witness]:
    """The dates that only readers can see, those in elements that are named so first."""
    nodes = [node for node in main_elements(page) if node.tag in _LINES]
    yield from _valid((_printed(node), "text") for node in nodes if _is_named(node))
    yield from _valid((_printed(node), "text") for node in nodes if not _is_named(node))


def _is_named(node: _Element) -> bool:
    return _NAMED.search(node.get("class") or "") is not None


def _printed(node: _Element) -> str:
    """A date that stands in an element of its own, or in one that is named so or begins by saying "posted"."""
    text = " ".join(" ".join(node.itertext()).split())
    is_telling = bool(text) and (_is_named(node) or _POSTED.match(text) is not None)
    if len(text) > (_LONGEST_TELLING if is_telling else _LONGEST) or not (is_telling or len(node) < _CHILDREN):
        return ""
    found = _PRINTED.search(text)
    return found[0] if found and (is_telling or len(text) < len(found[0]) + 12) else ""


def _told(page: _Element, address: str) -> Iterator[Witness]:
    """The dates that the page's markup and its address tell."""
    article = articles(nodes_of(page))
    metas = _metas(page)
    yield from _valid((metas.get(name, ""), f"meta {name}") for name in _META[:2])
    yield from _valid((str(node.get("datePublished") or ""), "json-ld") for node in article)
    yield from _valid((_value(node), "itemprop") for node in page.iter() if node.get("itemprop") == "datePublished")
    if len(address) == DAY_LENGTH:
        yield Witness(address, "url")
    yield from _valid((metas.get(name, ""), f"meta {name}") for name in _META[2:])
    times = [node for node in main_elements(page) if _is_dated(node)]
    yield from _valid((_value(node), "time") for node in sorted(times, key=_doubt))
    if address:
        yield Witness(address, "url")


def _valid(found: Iterator[tuple[str, str]]) -> Iterator[Witness]:
    for text, source in found:
        date = read_date(text)
        if date:
            yield Witness(date, source)


def read_date(text: str) -> str:
    """Read a machine's date or a printed one as EDTF: "2024-04-10T09:30:00-04:00", "April 10, 2024"."""
    found = _DAY.search(text)
    if found is None:
        dotted = _DOTTED.fullmatch(text.strip())
        return edtf_of(f"{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}" if dotted else text.strip(" .,|·-–"))
    day = f"{found[1]}-{found[2]}-{found[3]}"
    time = f"T{found[4] if len(found[4]) > len('09:30') else found[4] + ':00'}" if found[4] else ""
    zone = (found[5] or "").replace(":", "")
    moment = f"{day}{time}{zone[:3]}:{zone[3:]}" if len(zone) > 1 else f"{day}{time}{zone}"
    return next((text for text in (moment, day) if _is_date(text)), "")


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _metas(page: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("content"):
            found.setdefault(name, meta.get("content", ""))
    return found


def _value(node: _Element) -> str:
    """What an element says to machines, or to readers where that is no date."""
    said = node.get("datetime") or node.get("content") or (node.get("title") if node.tag == "abbr" else "") or ""
    if not read_date(said):
        return " ".join(text_of(node).split())[:60]
    return said.removesuffix("+00:00") if node.tag == "time" else said


def _is_dated(node: _Element) -> bool:
    return node.tag == "time" or (node.tag in _DATED and not _PUBLISHED.isdisjoint(classes_of(node)))


def _doubt(node: _Element) -> int:
    """How doubtful an element's date is: one of a change, or of another article in a list or beside this one."""
    classes = set(classes_of(node))
    is_beside = next(node.iterancestors("aside", "nav", "footer"), None) is not None
    named = not _PUBLISHED.isdisjoint(classes)
    return 4 * is_beside + (_OF_CHANGE - 1) * (not _CHANGED.isdisjoint(classes) and not named) + (not named)
