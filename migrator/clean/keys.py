"""Keys of cleaning rules, read into what the walk looks up; `clean.rule` says how they are written."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from lxml.etree import _Element

KeyKind = Literal[
    "tag", "class", "class*", "id", "id*", "address", "query", "text", "text<", "text{}", "shortcode", "shortcode*",
    "block"
]  # fmt: skip
"""What a key is about; a star stands for names by their beginning, `<` and `{}` for the two other forms of a text."""

START = 3
"""Characters of a name's beginning that the walk looks up; a key must give at least so many."""

_PART = re.compile(
    r"(?P<sign>[.#])(?P<name>[\w-]+\*?)"
    r"|\[(?P<attribute>[\w-]+)(?:(?P<sort>[~^$*]?=)(?P<quote>[\"']?)(?P<value>[^\]\"']*)(?P=quote))?\]"
    r"|@(?P<address>[^\s@\[]+)"
)
_TAG = re.compile(r"[a-z][\w-]*")
_SHORTCODE = re.compile(r"\[([^\s\[\]<>&/='\"]+)\]")
_BLOCK = re.compile(r"wp:[a-z][\w-]*(?:/(?:\*|[a-z][\w-]*))?")
_HOLE = re.compile(r"\{(n?)\}")
_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][\w+-]*:)(?:/*)(?P<of_scheme>.*)|(?P<host>[\w-][\w.-]*)(?P<path>/.*)?", re.DOTALL
)
_KINDS: dict[str, tuple[KeyKind, KeyKind]] = {".": ("class", "class*"), "#": ("id", "id*")}
_NUMBER, _WORDS = r"\d[\d.,\s]*[kKmM]?", ".*?"


class Condition(NamedTuple):
    """What an attribute must be: `sort` is "" (it is there), "=", "~=", "^=", "$=" or "*=", as in CSS."""

    attribute: str
    sort: str = ""
    value: str = ""


class Key(NamedTuple):
    """What to look up (`kind`, `name`), the tag and attributes that are asked for besides ("" is any tag).

    `rest` is how an address goes on behind its host, or a text with its places.
    """

    kind: KeyKind
    name: str
    tag: str = ""
    conditions: tuple[Condition, ...] = ()
    rest: str = ""


def parse_key(key: str) -> Key:
    """Read a key; raises ValueError that says what is wrong with it."""
    if key.startswith('"'):
        return _text(key)
    if key.startswith("["):
        return _shortcode(key)
    if key.startswith("wp:"):
        return _block(key)
    return _selector(key)


def _text(key: str) -> Key:
    label = key[1:-1].strip()
    if len(key) < len('""') or not key.endswith('"') or not label:
        raise ValueError(f"{key}: a text stands in double quotes and has at least one character")
    if label.endswith(" <"):
        return Key("text<", label[:-2].strip())
    if not _HOLE.search(label):
        return Key("text", label)
    first = label.partition(" ")[0]
    if first == "{}" or ("{" in first and not first.startswith("{n}")):
        raise ValueError(f"{key}: a text begins with a whole word or with {{n}}")
    return Key("text{}", "0" if first.startswith("{") else first, rest=label)


def pattern_of(text: str) -> re.Pattern[str]:
    """Make of a text with places for words and numbers what such texts match."""
    parts = enumerate(_HOLE.split(text))
    written = ((_NUMBER if part == "n" else _WORDS) if odd % 2 else re.escape(part) for odd, part in parts)
    return re.compile("".join(written), re.DOTALL)


def _shortcode(key: str) -> Key:
    found = _SHORTCODE.fullmatch(key)
    if found is None and "=" in key:
        raise ValueError(f"{key}: a condition stands behind a tag, a class or an id, as in a[rel=tag]")
    if found is None:
        raise ValueError(f"{key}: a shortcode is written as its name in brackets, as in [gallery]")
    name = found[1]
    return Key("shortcode*", _beginning(key, name[:-1])) if name.endswith("*") else Key("shortcode", name)


def _block(key: str) -> Key:
    if _BLOCK.fullmatch(key) is None:
        raise ValueError(f"{key}: a block is written as in its comment, wp:more or wp:jetpack/map; wp:jetpack/* is all")
    return Key("block", key[3:] if "/" in key else "core/" + key[3:])


def _selector(key: str) -> Key:
    found = _TAG.match(key)
    tag = found[0] if found else ""
    position = len(tag)
    chosen: Key | None = None
    conditions: list[Condition] = []
    while position < len(key):
        part = _PART.match(key, position)
        if part is None:
            raise ValueError(f"{key}: {key[position:]!r} is no part of a key; one element is named, as in div.ads#top")
        if part["attribute"]:
            conditions.append(Condition(part["attribute"], part["sort"] or "", part["value"] or ""))
        elif chosen is None:
            chosen = _address(key, part["address"]) if part["address"] else _named(key, part)
        else:
            conditions.append(_besides(key, part))
        position = part.end()
    if chosen is None and not tag:
        raise ValueError(f"{key!r} names no tag, class, id, address, shortcode, block or text")
    return (chosen or Key("tag", tag))._replace(tag=tag if chosen else "", conditions=tuple(conditions))


def _named(key: str, part: re.Match[str]) -> Key:
    exact, by_start = _KINDS[part["sign"]]
    name = part["name"]
    return Key(by_start, _beginning(key, name[:-1])) if name.endswith("*") else Key(exact, name)


def _beginning(key: str, start: str) -> str:
    if len(start) < START:
        raise ValueError(f"{key}: the beginning of a name has at least {START} characters")
    return start


def _besides(key: str, part: re.Match[str]) -> Condition:
    """What follows the first class, id or address: one more class."""
    if part["sign"] != "." or part["name"].endswith("*"):
        raise ValueError(f"{key}: behind the first class, id or address stand whole classes and [conditions] only")
    return Condition("class", "~=", part["name"])


def _address(key: str, text: str) -> Key:
    if text.startswith("?") and len(text) > 1:
        return Key("query", text[1:].rstrip("="))
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise ValueError(f"{key}: an address is a host and how its path begins, as in @example.com/share")
    if found["scheme"]:
        return Key("address", found["scheme"].lower(), rest=found["of_scheme"].lower())
    return Key("address", found["host"].lower().removeprefix("www."), rest=(found["path"] or "").lower())


def holds(element: _Element, condition: Condition) -> bool:
    """Whether an element's attribute is what a condition says."""
    value = element.get(condition.attribute)
    if value is None:
        return False
    match condition.sort:
        case "=":
            return value == condition.value
        case "~=":
            return condition.value in value.split()
        case "^=":
            return value.startswith(condition.value)
        case "$=":
            return value.endswith(condition.value)
        case "*=":
            return condition.value in value
    return True
