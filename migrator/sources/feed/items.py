"""An item of a feed → Record.

Source: RSS 2.0, RSS 1.0 with its modules, Atom (RFC 4287), and what WordPress writes of each (wp-includes/feed-*.php).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import parse_qs, urlsplit

from lxml.etree import _Element

from migrator.clean.rules.feed import FOOTERS
from migrator.markup.text import text_of
from migrator.model import Image, Record, TermRef
from migrator.sources.feed.moments import moments_of
from migrator.sources.feed.xml import children, html_of, name_of
from migrator.sources.rest.excerpts import is_made_of
from migrator.sources.rest.titles import without_prefix, without_stand_in

FULL, EXCERPT = "feed", "feed excerpt"
"""Roads of a content: the whole text, or what a site shows of it where its feed has no more."""

WITNESS = "feed"
_PASSWORD_FORM = "post-password-form"
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);")
_FOOTER = re.compile(rf"\s*<p>(?:{'|'.join(map(re.escape, FOOTERS))}) (?:(?!</?p>).)*</p>\s*\Z", re.DOTALL)
_NUMBERS: Mapping[str, str] = {"p": "", "page_id": "page", "attachment_id": "attachment"}
"""What an address names an item's number by → the type that it says."""

Known = Mapping[str, TermRef]
"""Terms by name, as they are known from elsewhere: a feed doesn't say which are categories and which are tags."""

Fields = Mapping[str, list[_Element]]


def fields_of(item: _Element) -> Fields:
    """An item's elements by name."""
    found: dict[str, list[_Element]] = defaultdict(list)
    for name, child in children(item):
        found[name].append(child)
    return found


def first(fields: Fields, *names: str) -> str:
    """The text of the first element with one of these names that has any."""
    texts = (text_of(element).strip() for name in names for element in fields.get(name, ()))
    return next(filter(None, texts), "")


def link_of(fields: Fields) -> str:
    """The address of an item's page."""
    for link in fields.get("link", ()):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href", "").strip()
    return first(fields, "link")


def read_item(item: _Element, known: Known) -> Record:
    """Read an item; its dates in UTC are given as such, and whom it credits as a witness, not as an account."""
    fields = fields_of(item)
    record = Record(type="post", status="publish", form="rendered", link=link_of(fields))
    record.guid = first(fields, "guid", "id") or item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "")
    record.id, record.type = _identity(record, first(fields, "post-id"))
    record.credited = [(name, WITNESS) for name in dict.fromkeys(_creators(fields))]
    record.terms = list(dict.fromkeys(_terms(fields, known)))
    record.meta += _enclosures(fields)
    record.featured = _thumbnail(fields)
    if comments := first(fields, "slash:comments", "thr:total"):
        record.extra["slash:comments"] = comments
    _read_dates(record, fields)
    _read_texts(record, fields)
    return record


def _identity(record: Record, said: str) -> tuple[int, str]:
    """The number and type that the item's guid or address says (`?post_type=issue&p=12`)."""
    for address in (record.guid, record.link):
        given = parse_qs(urlsplit(address).query)
        for name, kind in _NUMBERS.items():
            number = given.get(name, [""])[0]
            if number.isdecimal():
                return int(number), kind or given.get("post_type", ["post"])[0]
    return int(said) if said.isdecimal() else 0, "post"


def _creators(fields: Fields) -> Iterator[str]:
    for creator in fields.get("dc:creator", ()):
        yield from filter(None, [text_of(creator).strip()])
    for author in fields.get("author", ()):
        name = next((text_of(child) for kind, child in children(author) if kind == "name"), "")
        yield from filter(None, [(name or _without_address(text_of(author))).strip()])


def _without_address(author: str) -> str:
    """RSS's own author is an address for mail, with the name behind it: "jane@example.org (Jane Doe)"."""
    found = re.fullmatch(r"\s*\S+@\S+\s*(?:\((.*)\))?\s*", author)
    return (found[1] or "") if found else author


def _terms(fields: Fields, known: Known) -> Iterator[TermRef]:
    for element in (*fields.get("category", ()), *fields.get("dc:subject", ())):
        name = (element.get("label") or element.get("term") or text_of(element)).strip()
        if name:
            yield known.get(name) or TermRef("category", "", _as_html(name))


def _enclosures(fields: Fields) -> Iterator[tuple[str, str]]:
    """Files that belong to the item, as WordPress keeps them in postmeta: address, size and type on a line each."""
    for enclosure in (*fields.get("enclosure", ()), *fields.get("link", ())):
        address = enclosure.get("url") or enclosure.get("href") or ""
        if address and (name_of(enclosure) == "enclosure" or enclosure.get("rel") == "enclosure"):
            yield "enclosure", f"{address}\n{enclosure.get('length', '')}\n{enclosure.get('type', '')}\n"


def _thumbnail(fields: Fields) -> Image | None:
    address = next((one.get("url", "") for one in fields.get("media:thumbnail", ()) if one.get("url")), "")
    return Image(address) if address else None


def _read_dates(record: Record, fields: Fields) -> None:
    record.pub_date = first(fields, "pubDate")
    published = moments_of(first(fields, "pubDate", "published", "issued", "dc:date", "updated"))
    record.date, record.date_gmt = published.local, published.gmt
    record.dated = [(published.iso, WITNESS)] if published.iso else []
    changed = moments_of(first(fields, "updated", "modified"))
    record.modified, record.modified_gmt = changed.local, changed.gmt


def _read_texts(record: Record, fields: Fields) -> None:
    """Read title, content and excerpt; a feed that has only excerpts says so by the content's road."""
    title = next(iter(fields.get("title", ())), None)
    content = next(
        filter(str.strip, map(html_of, (*fields.get("content:encoded", ()), *fields.get("content", ())))), ""
    )
    summary = next(map(html_of, (*fields.get("description", ()), *fields.get("summary", ()))), "")
    record.protected = _PASSWORD_FORM in content
    shown = without_stand_in(_title(title), record.link.rstrip("/").rpartition("/")[2], record.id)
    record.title = without_prefix(shown) if record.protected else shown
    if record.protected:
        return
    is_full = bool(content) and content.strip() != summary.strip()  # of an empty text WordPress gives the excerpt twice
    record.content = content or summary
    record.roads["content"] = FULL if is_full else EXCERPT
    if is_full and not is_made_of(_FOOTER.sub("", summary), content):
        record.excerpt = summary


def _title(element: _Element | None) -> str:
    if element is None or element.get("type") in ("html", "xhtml", "text"):
        return html_of(element).strip()
    return _as_html(" ".join(text_of(element).split()))


def _as_html(text: str) -> str:
    """Text as HTML; one that was escaped twice is HTML already."""
    return text if _ENTITY.search(text) else escape(text, quote=False)
