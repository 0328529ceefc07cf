"""Which characters the bytes of a page are: by byte order mark, by evidence, by what server and page declare.

Browsers believe the server first, then the page (HTML Standard, "determining the character encoding"). Archives know
better in one case: bytes that are valid UTF-8 beyond ASCII are hardly ever anything else, whatever was declared.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from bs4.dammit import EncodingDetector

from migrator.model import Entry
from migrator.sources.wxr.encoding import decode as decode_utf8

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_IN_PAGE = re.compile(rb"""<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
"""Bytes at the start of a page where its own declaration is looked for; the standard asks for 1024."""

_SAMPLE = 1 << 16
"""Bytes that are looked at for evidence."""

_ENOUGH = 50
"""Bytes beyond ASCII that a guess needs (measured for `sources.wxr.encoding`); browsers guess Windows-1252."""

_AS_BROWSERS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
"""What browsers take encodings for (WHATWG Encoding Standard): their supersets of Microsoft's."""

_SHIFTED = ("iso2022", "utf-7", "hz")
"""Encodings whose bytes all are ASCII: there a declaration is the only sign."""


def text_of_body(body: bytes, headers: Mapping[str, str]) -> tuple[str, Entry | None]:
    """Decode a page's bytes, and tell which of them were no text in its encoding, if any.

    >>> text_of_body("<p>Zoë</p>".encode("cp1252"), {"content-type": "text/html; charset=iso-8859-1"})[0]
    '<p>Zoë</p>'
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _decoded(body[len(mark) :], name)
    declared = list(_declared(body, headers))
    if not (declared and declared[0].startswith(_SHIFTED)) and _fits(body, "utf-8"):
        return body.decode(), None
    fitting = (name for name in declared if name != "utf-8" and _fits(body, name))
    return _decoded(body, next(fitting, "") or _guessed(body, declared))


def _declared(body: bytes, headers: Mapping[str, str]) -> Iterator[str]:
    """The encodings that server and page name, as Python calls them."""
    in_header = _IN_HEADER.search(headers.get("content-type", ""))
    in_page = _IN_PAGE.search(body, 0, _HEAD)
    for name in (in_header[1] if in_header else "", in_page[1].decode("latin-1") if in_page else ""):
        with suppress(LookupError):
            if name:
                known = codecs.lookup(name).name
                yield _AS_BROWSERS.get(known, known)


def _guessed(body: bytes, declared: list[str]) -> str:
    """What a page is whose declaration is missing or wrong; UTF-8 with some broken bytes stays UTF-8."""
    sample = body[:_SAMPLE].decode("utf-8", "replace")
    broken, beyond = sample.count("\ufffd"), sum(character > "\x7f" for character in sample)
    if "utf-8" in declared or beyond > 2 * broken:
        return "utf-8"
    guesses = EncodingDetector(body, is_html=True).encodings if beyond >= _ENOUGH else ()
    return next((codecs.lookup(name).name for name in guesses if _fits(body, name)), "cp1252")


def _fits(body: bytes, name: str) -> bool:
    try:
        body.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _decoded(body: bytes, name: str) -> tuple[str, Entry | None]:
    if name != "utf-8":
        text = body.decode(name, "replace")
        lost = text.count("\ufffd")
        return text, Entry("page.encoding", "repaired", "page", f"{lost} bytes", name) if lost else None
    read = decode_utf8(body, "utf-8")
    return read.text, Entry("page.encoding", "repaired", "page", read.before, read.after) if read.before else None
