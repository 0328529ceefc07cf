"""What is written into a picture as XMP, an XML packet that Lightroom, Photoshop and phones put beside EXIF.

Only the names of who made it and what it shows are read, as texts between tags: packets are often broken XML, and no
entity of theirs is resolved. Sources: XMP Specification Part 1 (2012), IPTC Photo Metadata Standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

HEAD = b"http://ns.adobe.com/xap/1.0/\0"
"""What the segment of a JPEG begins with."""

_FIELDS = (
    ("title", "dc:title"),
    ("caption", "dc:description"),
    ("byline", "dc:creator"),
    ("credit", "photoshop:Credit"),
    ("copyright", "dc:rights"),
)
_FORMS = tuple(
    (name, re.compile(rf"<{field}\b[^>]*>(?P<inner>.{{0,8000}}?)</{field}>|\b{field}=\"(?P<value>[^\"]*)\"", re.DOTALL))
    for name, field in _FIELDS
)
_ITEM = re.compile(r"<rdf:li\b[^>]*>(.*?)</rdf:li>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def texts(packet: bytes) -> Iterator[tuple[str, str]]:
    """The fields of a packet; of several creators all, of a text in several languages the first, as the default is."""
    read = packet.decode("utf-8", "replace")
    for name, form in _FORMS:
        found = form.search(read)
        if found is None:
            continue
        inner = found["value"] if found["inner"] is None else found["inner"]
        items = [unescape(_TAG.sub("", item)).strip() for item in _ITEM.findall(inner) or [inner]]
        kept = [item for item in items if item]
        if kept:
            yield name, ", ".join(kept) if name == "byline" else kept[0]
