"""Slugs and names as readable Unicode that any file system can hold."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote_to_bytes

MAX_BYTES = 120
"""UTF-8 bytes in a name of the archive: eCryptfs, the tightest file system in use, takes 143, and the longest suffix
(".comments.json") with a number needs 20. WordPress keeps up to 200 characters of a percent-encoded slug."""

_SIMPLE = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\Z", re.IGNORECASE)
_EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,8})\Z")
_CUT_SEQUENCE = re.compile(r"%[0-9a-fA-F]?\Z")
_CUT_CHARACTER = "\ufffd"
_NOT_ASCII = re.compile(r"(?:%[89a-fA-F][0-9a-fA-F])+")
_MARKS_AND_SYMBOLS = frozenset(("So", "Sk", "Mn", "Mc", "Me"))
_INVISIBLE = re.compile("[\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Hangul fillers and variation selectors: letters and marks to Unicode, nothing to the eye."""


def decoded(slug: str) -> str:
    """Read a percent-encoded slug; a character that WordPress cut in the middle at its end is left out."""
    if "%" not in slug:
        return slug if slug.isascii() else unicodedata.normalize("NFC", slug)
    text = unquote_to_bytes(slug).decode("utf-8", "replace")
    text = _CUT_SEQUENCE.sub("", text).rstrip(_CUT_CHARACTER)
    return unicodedata.normalize("NFC", text)


def readable(path: str) -> str:
    """Write a percent-encoded path with the letters that a server of files knows it by; ASCII's signs stay encoded,
    as they would part it, and so does what is not UTF-8. A character that was cut off is left out, as in a slug."""
    return _NOT_ASCII.sub(_letters, path) if "%" in path else path


def _letters(found: re.Match[str]) -> str:
    text = unquote_to_bytes(found[0]).decode("utf-8", "replace").rstrip(_CUT_CHARACTER)
    return text if text and _CUT_CHARACTER not in text else found[0]


def slug_of(text: str) -> str:
    """Make a slug of a name or title: its letters, digits and symbols in lower case, joined by hyphens."""
    return safe_name(text.lower())


def safe_name(text: str, limit: int = MAX_BYTES) -> str:
    """Make one name of a path: no separators, dots, white space, control, invisible or direction characters.

    "" when nothing is left. Names that Windows reserves get an underscore; `limit` is in UTF-8 bytes.
    """
    if len(text) <= limit and _SIMPLE.match(text):
        return text + "_" if _RESERVED.match(text) else text
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    kept = "".join([character if _is_kept(character) else _stand_in(character) for character in text])
    name = cut("-".join(filter(None, kept.split("-"))), limit)
    return name + "_" if _RESERVED.match(name) else name


def _is_kept(character: str) -> bool:
    if character == "_" or character.isalnum():
        return True
    return not character.isascii() and unicodedata.category(character) in _MARKS_AND_SYMBOLS


def _stand_in(character: str) -> str:
    """What to write for a character that is not kept: nothing for an invisible one or an apostrophe."""
    return "" if character in "'’‘\u02bc" or unicodedata.category(character) == "Cf" else "-"


def safe_file_name(name: str, limit: int = MAX_BYTES) -> str:
    """Make a file's name safe and keep its extension; "" when nothing is left of it."""
    name = name.lstrip(".")
    extension = _EXTENSION.search(name)
    stem = name[: extension.start()] if extension else name
    suffix = extension[0] if extension else ""
    safe = safe_name(stem, limit - len(suffix))
    return safe + suffix if safe else ""


def cut(text: str, limit: int) -> str:
    """Cut text to so many UTF-8 bytes, at a character's border; no hyphen or combining mark is left hanging."""
    data = text.encode("utf-8", "replace")
    if len(data) > limit:
        text = data[:limit].decode("utf-8", "ignore")
    return text.strip("-")


def folded(path: str) -> str:
    """Reduce a path to what makes it one file on a file system that ignores case and Unicode forms."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())
