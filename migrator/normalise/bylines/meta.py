"""Read the bylines that a kind of site keeps in postmeta, as its profile says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from migrator.markup.text import plain
from migrator.normalise.bylines.names import folded_spaces, is_organisation, spoken
from migrator.normalise.bylines.printed import Credit, read_byline
from migrator.profiles import BylineField
from migrator.sources.wxr.php import decode_meta

_SPLIT = re.compile(r"\s*(?:;|\n|,?\s+(?:and|&)\s+)\s*")
_TAGS = re.compile(r"\[/?Author\b[^\]]*\]|<[^>]*>", re.IGNORECASE)
_MAIL = re.compile(r"\s*[<(]?[^\s@<(]+@[^\s@>)]+[>)]?")
_COURTESY = re.compile(r"\A(?:photos? )?courtesy(?: of)?:? ", re.IGNORECASE)
_NO_ONE = re.compile(r"[\W\d_]*|n/a|none|null|https?:.*|[aOs]:\d+:.*|[\[{].*", re.IGNORECASE | re.DOTALL)
"""Values of fields that hold no name: placeholders, numbers, addresses, serialised data that is broken."""

_OFF = ("", "0", "false", "no", "off")


def meta_credits(meta: Sequence[tuple[str, str]], fields: Sequence[BylineField]) -> Iterator[Credit]:
    """The credits that a record's postmeta hold, in the order of the profile's fields and of the source."""
    known: dict[str, list[str]] = {}
    for key, value in meta:
        known.setdefault(key, []).append(value)
    for field in fields:
        if field.reference or (field.when and known.get(field.when, [""])[0].lower() in _OFF):
            continue
        found = [credit for value in known.get(field.meta, ()) for credit in credits_of(value, field.role)]
        yield from _titled(found, known, field)


def credits_of(value: str, role: str) -> list[Credit]:
    """The names in a value that is nothing but names, however they are put together."""
    listed = decode_meta(value)
    if isinstance(listed, list | dict):
        values = listed.values() if isinstance(listed, dict) else listed
        return [credit for one in values if isinstance(one, str) for credit in credits_of(one, role)]
    text = folded_spaces(_COURTESY.sub("", _MAIL.sub("", plain(_TAGS.sub("", value)).strip())))
    if _NO_ONE.fullmatch(text):
        return []
    byline = read_byline(text)
    if byline is not None:
        return [credit if credit.role != "writer" else replace(credit, role=role) for credit in byline.credits]
    parts = filter(None, map(folded_spaces, _SPLIT.split(text)))
    return [Credit(spoken(part), part, role=role, is_organisation=is_organisation(part)) for part in parts]


def _titled(found: list[Credit], known: Mapping[str, list[str]], field: BylineField) -> list[Credit]:
    """Give the one who is named their title; a title beside several names is nobody's."""
    title = plain(known.get(field.title, [""])[0]).strip() if field.title else ""
    return [replace(found[0], title=title)] if title and len(found) == 1 and not found[0].title else found
