"""Pictures that stand in the text itself, in `data:` addresses, as editors leave them that something was pasted into.

Each becomes a file of the archive, named by its bytes, so that a record keeps no megabytes. A conversion puts it where
fetched files lie before they have their names, and media are completed after it in any case. It is known by an address
of its own, of its type and SHA-256, since the one it had is as long as it. What can't be read as a picture stays in the
text, and the ledger says so; what shows nothing stays without a word.

Sources: RFC 2397, https://fetch.spec.whatwg.org/#data-urls
"""

from __future__ import annotations

import binascii
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes

from migrator.archive.layout import relative
from migrator.markup.html import parse
from migrator.media.blank import LARGEST, shows_nothing
from migrator.media.documents import Texts, amended_by
from migrator.media.sniff import HEAD, SVG, WrongFile, sniff
from migrator.media.svg import cleaned
from migrator.model import Entry, MediaUse
from migrator.rendered import Rendered

SCHEME = "data:"
FOLDER = "media/pasted"
"""Where such pictures lie; an upload that has the same name gets a number."""

_PASTED = 'src=\\"data:'
_DATA = re.compile(r"data:([^,]*),(.*)", re.IGNORECASE | re.DOTALL)
_DIGEST = re.compile(r"data:[\w./+-]+;sha256=([0-9a-f]{64}),")
_WHITE = re.compile(rb"\s+")
_LONGEST_BLANK = 3 * LARGEST + 200
"""Characters of the longest address with a blank picture, as drawings have it that are escaped, and its head."""


class Picture(NamedTuple):
    """A picture's bytes, their SHA-256, its own address, and its place in the archive."""

    data: bytes
    sha256: str
    url: str
    place: str


def digest_in(url: str) -> str:
    """The SHA-256 of the pasted picture that has an address; "" for other addresses."""
    found = _DIGEST.fullmatch(url)
    return found[1] if found else ""


def settle(rendered: Rendered) -> Iterator[tuple[str, bytes]]:
    """Let a document that was just converted refer to its pasted pictures as files; return these by SHA-256."""
    record = rendered.files.get(".json", "")
    return iter(list(_settle(rendered, json.loads(record)))) if _PASTED in record else iter(())


def _settle(rendered: Rendered, value: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    moves: dict[str, str] = {}
    for address in _addresses(value["content"]["html"]):
        try:
            picture = decoded(address)
        except WrongFile as error:
            rendered.entries.append(Entry("image.data", "warned", "content", f"{_brief(address)}: {error}"))
            continue
        use = MediaUse(picture.url, picture.place, "image")
        if use not in rendered.media:
            rendered.media.append(use)
            value["media"].append(asdict(use) | {"attachment": None})
        moves[address] = relative(rendered.path, picture.place)
        rendered.entries.append(Entry("image.data", "rewritten", "content", _brief(address), picture.place))
        yield picture.sha256, picture.data
    texts = Texts(rendered.files[".json"], rendered.files[".md"])
    rendered.files[".json"], rendered.files[".md"] = amended_by(value, texts.page, moves) if moves else texts


def _addresses(text: str) -> Iterator[str]:
    found = (img.get("src", "") for img in parse(text.replace(">\n<", "><")).iter("img"))
    wanted = dict.fromkeys(src for src in found if src[:5].lower() == SCHEME)
    return (src for src in wanted if not _is_blank(src))


def _is_blank(address: str) -> bool:
    """Whether an address holds a picture, in name at least, that shows nothing."""
    if len(address) > _LONGEST_BLANK or not address[5:].lower().startswith("image/"):
        return False
    try:
        return shows_nothing(_bytes(address))
    except WrongFile:
        return False


def decoded(address: str) -> Picture:
    """Read a picture out of its address; raises WrongFile if there is none in it."""
    data = _bytes(address)
    kind = sniff(data[:HEAD], "", "image")
    if not kind.type.startswith("image/"):
        raise WrongFile(f"{kind.type}, not a picture")
    if kind is SVG:
        data = cleaned(data)
    digest = sha256(data).hexdigest()
    place = f"{FOLDER}/{digest[:32]}.{kind.extension_for('')}"
    return Picture(data, digest, f"{SCHEME}{kind.type};sha256={digest},", place)


def _bytes(address: str) -> bytes:
    found = _DATA.fullmatch(address)
    if found is None:
        raise WrongFile("no address that can be read")
    data = unquote_to_bytes(found[2])
    if not found[1].rstrip().lower().endswith("base64"):
        return data
    data = _WHITE.sub(b"", data).rstrip(b"=")
    try:
        return b64decode(data + b"=" * (-len(data) % 4), validate=True)
    except binascii.Error as error:
        raise WrongFile("no Base64 that can be read") from error


def _brief(address: str) -> str:
    """Say what an address is without the picture in it."""
    return f"{address.partition(',')[0][:80]} ({len(address)} characters)"
