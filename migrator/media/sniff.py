"""What a file is, told by its bytes: neither its name nor what a server says of it is believed.

Source: https://mimesniff.spec.whatwg.org (the tags that make a page).
"""

from __future__ import annotations

import re

from migrator.extensions import TYPES, extensions_of
from migrator.signatures import FileType, by_signature

HEAD = 4096
"""Bytes of a file's beginning that are looked at."""


class WrongFile(ValueError):  # noqa: N818  (it is no end of a run: the file counts as missing)
    """A file that is not what it is meant to be; the message says what it is instead."""


SVG = FileType("image/svg+xml", ("svg",))
PAGE = FileType("text/html", ("html", "htm", "xhtml", "shtml"))
TEXT = FileType("text/plain", ())
OTHER = FileType("application/octet-stream", ())
TEXTS = frozenset("csv vtt json xml css js ics md".split())
"""Extensions that alone tell what a text is."""

PICTURES = frozenset(extensions_of("image"))
SOUNDS_AND_FILMS = frozenset(extensions_of("audio", "video"))
_SEEN = frozenset(("image", "audio", "video"))

_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*", re.DOTALL)
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|script|iframe|h1|div|font|table|style|a|br|p|meta|link)[\s>/]",
    re.IGNORECASE,
)
_SVG = re.compile(rb"(?:<!DOCTYPE\s+svg[^>\[]*(?:\[.*?\])?\s*>\s*(?:<!--.*?-->\s*)*)?<(?:\w+:)?svg[\s/>]", re.DOTALL)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(head: bytes, extension: str, kind: str = "") -> FileType:
    """Tell what a file is from its first bytes; `extension` and `kind` (image, audio, …) say what it is meant to be.

    Raises:
        WrongFile: It is empty, a page where no page was meant, or nothing that can be seen or heard where that was.
    """
    if not head:
        raise WrongFile("the file is empty")
    found = by_signature(head) or _by_tags(head) or _by_text(head, extension)
    meant_for_eyes = extension in PICTURES or kind == "image"
    meant_for_any = meant_for_eyes or extension in SOUNDS_AND_FILMS or kind in _SEEN
    if found is PAGE and extension not in PAGE.extensions:
        raise WrongFile("a page, not the file")
    if meant_for_eyes and found.type == "application/gzip":
        raise WrongFile("packed, so that it can't be cleaned of scripts")
    if meant_for_any and (found.type.startswith("text/") or (meant_for_eyes and found is OTHER)):
        raise WrongFile(f"{found.type}, not {'a picture' if meant_for_eyes else 'what its name says'}")
    return found


def is_picture(kind: FileType) -> bool:
    """Tell whether a kind of file has a width and a height to read."""
    return kind.type.startswith("image/")


def _by_tags(head: bytes) -> FileType | None:
    start = _BEGINNING.match(head)
    at = start.end() if start else 0
    if _SVG.match(head, at):
        return SVG
    return PAGE if _PAGE.match(head, at) else None


def _by_text(head: bytes, extension: str) -> FileType:
    if _CONTROL.search(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return OTHER
    return FileType(TYPES[extension], ()) if extension in TEXTS else TEXT
