"""One item of a WXR: from its bytes to a Record, whatever state they are in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lxml.etree import _Element

from migrator.model import Entry, RawComment, Record, TermRef
from migrator.policy import TWO_ITEMS
from migrator.sources.wxr import vocabulary as wxr
from migrator.sources.wxr.comment import ONCE as ONCE_IN_COMMENTS
from migrator.sources.wxr.comment import PARTS, read_comment, read_strays, strays_in
from migrator.sources.wxr.elements import (
    Keep,
    Tag,
    field_text,
    fields_of,
    fill,
    flag,
    markup_of,
    meta_of,
    name_of,
    number,
    set_field,
)
from migrator.sources.wxr.light import lighten
from migrator.sources.wxr.names import clark
from migrator.sources.wxr.repair import mend
from migrator.sources.wxr.strict import parse


@dataclass(frozen=True, slots=True)
class Context:
    """What an item needs to know of the part it stands in: the element to put around it, which declares the part's
    prefixes, and the encoding it has if it is no UTF-8."""

    wrapper: bytes
    charset: str = "utf-8"


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item's bytes as they stand in the source, with what is needed to read them in any process.

    `position` counts the items over all parts from 0; `offset` counts the bytes of all parts up to the item's end.
    """

    source: str
    position: int
    data: bytes
    offset: int
    context: Context

    def read(self, *, content: bool = True) -> Record:
        """Read it, as `read_item` does."""
        return read_item(self, content=content)

    def glance(self) -> str:
        """The body as the bytes have it; "" where it stands in another form than WordPress gives it."""
        start = self.data.find(_BODY) + len(_BODY)
        end = self.data.find(b"]]>", start)
        return self.data[start:end].decode("utf-8", "replace") if start >= len(_BODY) and end > start else ""

    def may_be(self, number: int, guid: str) -> bool:
        """Whether the bytes have the number or the guid; most items have neither."""
        return str(number).encode() in self.data or (guid or "\0").replace("&", "&#038;").encode() in self.data

    def texts(self) -> str:
        """The parts that a visitor can see; of others it isn't known what they are."""
        return b"\n".join(found[0] for found in _TEXTS.finditer(self.data)).decode("utf-8", "replace")


_BODY = b"<content:encoded><![CDATA["
_TEXTS = re.compile(rb"<(title|content:encoded|excerpt:encoded)\b[^>]*>(?:.*?)</\1\s*>", re.DOTALL)


def read_item(raw: RawItem, *, content: bool = True) -> Record:
    """Read an item into a Record; what had to be mended for that stands in `record.repairs`.

    With `content=False` the body and the comments are left unread where that saves time: of the comments only the ids
    are known, the body is "" but for the types in `light.KEPT_TYPES`.
    """
    if content:
        return _record(*_element(raw), raw)
    data, comments = lighten(raw.data)
    element = parse(raw.context.wrapper, data)
    if element is None:
        return read_item(raw)
    record = _record(element, [], raw)
    record.comments += [RawComment(id=identifier) for identifier in comments]
    return record


def _element(raw: RawItem) -> tuple[_Element, list[Entry]]:
    element = parse(raw.context.wrapper, raw.data)
    return (element, []) if element is not None else mend(raw.context.wrapper, raw.data, raw.context.charset)


def _record(item: _Element, repairs: list[Entry], raw: RawItem) -> Record:
    record = Record(raw.source, raw.position, repairs=repairs)
    keep = partial(_keep, record.extra)
    strays = []
    for child in fill(record, item, _FIELDS, keep):
        read = _NESTED.get(child.tag)
        if read is not None:
            if read is _read_meta and len(child) > 2:
                strays += strays_in(child)
            read(record, child, keep)
        elif child.tag in PARTS:
            strays.append(child)
        elif child.text or len(child) or child.keys():
            _read_unusual(record, child, keep)
    if strays:
        record.comments += read_strays(strays)
    if record.extra:
        _tell_of_two_items(record)
    if any(not term.slug for term in record.terms):
        record.terms = _distinct(record.terms)
    return record


def _read_unusual(record: Record, element: _Element, keep: Keep) -> None:
    """Read an element that WordPress does not write, or under a namespace that only this item declares."""
    tag = clark(name_of(element))
    if tag in _FIELDS:
        set_field(record, element, _FIELDS[tag], keep)
    elif tag in _NESTED:
        _NESTED[tag](record, element, keep)
    elif name_of(element).endswith(":post_password"):  # under a prefix that says nothing it is a secret, too
        _read_password(record, element, keep)
    elif text := markup_of(element):
        keep(name_of(element), text)


def _tell_of_two_items(record: Record) -> None:
    """Report an item that says twice, and differently, what an item says once: another one has run into it.

    But for the status, one such field alone proves it only where tags are damaged: some tools have elements of the same
    name. What belongs into comments only never stands elsewhere in a sound item.
    """
    odd = [name for name in record.extra if name in _ONCE or name in ONCE_IN_COMMENTS]
    if len(odd) > 1 or "wp:status" in odd or (odd and any(entry.rule in _TAGS_LOST for entry in record.repairs)):
        record.repairs.append(Entry(TWO_ITEMS, "warned", "item", f"found twice or out of place: {', '.join(odd)}"))


def _keep(extra: dict[str, str], name: str, text: str) -> None:
    extra[name] = f"{extra[name]}\n{text}" if name in extra else text


def _read_password(record: Record, element: _Element, _: Keep) -> None:
    """Note that there is a password, and forget it."""
    record.protected = record.protected or bool(field_text(element).strip())


def _read_guid(record: Record, element: _Element, keep: Keep) -> None:
    set_field(record, element, ("guid", str.strip), keep)
    if element.get("isPermaLink", "false") != "false":
        keep("guid isPermaLink", element.get("isPermaLink", ""))


def _read_term(record: Record, element: _Element, keep: Keep) -> None:
    taxonomy = element.get("domain", "category")
    slug = element.get("nicename", "")
    record.terms.append(TermRef("post_tag" if taxonomy == "tag" else taxonomy, slug, field_text(element)))
    for attribute, value in element.items():
        if attribute not in ("domain", "nicename"):
            keep(f"{wxr.CATEGORY} {attribute}", value)


def _distinct(terms: list[TermRef]) -> list[TermRef]:
    """Leave out the copies without a slug that WXR 1.0 writes beside each term, and terms named twice."""
    complete = {(term.taxonomy, term.name) for term in terms if term.slug}
    return [term for term in dict.fromkeys(terms) if term.slug or (term.taxonomy, term.name) not in complete]


def _read_meta(record: Record, element: _Element, keep: Keep) -> None:
    record.meta.append(meta_of(element, keep))


def _read_comment(record: Record, element: _Element, _: Keep) -> None:
    record.comments.append(read_comment(element))


_FIELDS = fields_of((wxr.TEXTS, str), (wxr.WORDS, str.strip), (wxr.NUMBERS, number), (wxr.FLAGS, flag))
_NESTED: dict[Tag, Callable[[Record, _Element, Keep], None]] = {
    clark(wxr.POSTMETA): _read_meta,
    clark(wxr.CATEGORY): _read_term,
    clark(wxr.COMMENT): _read_comment,
    clark(wxr.PASSWORD): _read_password,
    wxr.GUID: _read_guid,
}
_ONCE = frozenset((*wxr.TEXTS, *wxr.WORDS, *wxr.NUMBERS))
_TAGS_LOST = frozenset(("xml.truncated", "xml.cdata", "xml.tag", "xml.item"))
