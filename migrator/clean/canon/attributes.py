"""The attributes that stay on an element, and what inline style says that canonical HTML has a word for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import XPath, _Element

from migrator.clean.vocabulary import ATTRIBUTES, EVERYWHERE, HEADINGS, is_valid, pattern_of

RIGHT_TO_LEFT = frozenset("ar arc azb ckb dv fa he iw ks ku ps sd ug ur yi".split())
"""Languages (primary subtags) that WordPress has a right-to-left translation of, or that are written so."""

_CONSTRAINED = frozenset(
    "align class colspan dir height id lang open reversed rowspan scope start title type value width".split()
)
_FREE = {tag: names - _CONSTRAINED for tag, names in ATTRIBUTES.items()}
_FROM = {"a": {"name"}, "ol": {"style"}, "td": {"style"}, "th": {"style"}}
_TOLD = {tag: names | EVERYWHERE | _FROM.get(tag, set()) for tag, names in ATTRIBUTES.items()}
"""The attributes whose value decides, or says something that another attribute is for."""

_NONE = frozenset[str]()
_NOTE = re.compile(r"fn(?:ref)?-\S+")
_ALIGN = re.compile(r"text-align\s*:\s*(left|right|center)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*\b(lower-alpha|upper-alpha|lower-roman|upper-roman)")
_LIST_TYPES = {"lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
_LENGTH = re.compile(r"\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*")
_LANGUAGES = XPath("//@lang")
_DIRECTIONS = XPath("//@dir")


class Wanted(NamedTuple):
    """Which of the attributes that may stand everywhere say something in a document.

    `ids` are those that a link leads to. A language or direction is needless when all of the document has the one of
    the site: word processors write it into every paragraph.
    """

    ids: frozenset[str] = frozenset()
    languages: bool = True
    directions: bool = True


def wanted_in(body: _Element, ids: frozenset[str], language: str) -> Wanted:
    """Find out what is wanted in a document of a site with this language ("en-US", or "" when unknown)."""
    primary = _primary(language)
    direction = "rtl" if primary in RIGHT_TO_LEFT else "ltr"
    names = {name for node in body.iter() for name in node.keys()}  # noqa: SIM118
    return Wanted(
        ids,
        "lang" in names and any(_primary(other) != primary for other in _LANGUAGES(body)),
        "dir" in names and any(other.strip().lower() != direction for other in _DIRECTIONS(body)),
    )


@lru_cache(maxsize=256)
def _primary(language: str) -> str:
    return re.split("[-_]", language.strip().lower(), maxsplit=1)[0]


def tidy(element: _Element, tag: str, wanted: Wanted) -> None:
    """Leave an element the attributes of the vocabulary; the others say nothing to a reader of the archive."""
    free = _FREE.get(tag, _NONE)
    others = [name for name in element.keys() if name not in free]  # noqa: SIM118
    if not others:
        return
    if _TOLD.get(tag, EVERYWHERE).isdisjoint(others):
        for name in others:
            del element.attrib[name]
        return
    given = dict(element.items())
    kept = _kept(given, tag, wanted)
    for name in given.keys() - kept.keys():
        del element.attrib[name]
    for name, value in kept.items():
        if given.get(name) != value:
            element.set(name, value)


def attributes_of(element: _Element, tag: str, wanted: Wanted) -> dict[str, str]:
    """The attributes that an element keeps when it becomes a `tag`."""
    if _TOLD.get(tag, EVERYWHERE).isdisjoint(element.keys()):
        return {}
    return _kept(dict(element.items()), tag, wanted)


def _kept(given: Mapping[str, str], tag: str, wanted: Wanted) -> dict[str, str]:
    kept = {}
    own = _OWN.get(tag, {})
    for name, value in given.items():
        if name in own:
            normalise, pattern = own[name]
            normal = normalise(value)
            if pattern is None or pattern.fullmatch(normal):
                kept[name] = normal
        elif name in EVERYWHERE and _is_wanted(name, value, tag, wanted):
            kept[name] = value.strip()
    if tag in _FROM:
        _add_from_others(kept, given, tag, wanted)
    return kept


def _is_wanted(name: str, value: str, tag: str, wanted: Wanted) -> bool:
    if not is_valid(tag, name, value.strip()):
        return False
    if name == "id":
        return value in wanted.ids or tag in HEADINGS or _NOTE.fullmatch(value) is not None
    return wanted.languages if name == "lang" else wanted.directions


def _add_from_others(kept: dict[str, str], given: Mapping[str, str], tag: str, wanted: Wanted) -> None:
    """What older HTML or inline style says that canonical HTML has an attribute for."""
    if tag == "a" and given.get("name") in wanted.ids:
        kept.setdefault("id", given["name"])
    style = given.get("style", "") if tag in ("td", "th", "ol") else ""
    if tag == "ol" and (found := _LIST_STYLE.search(style)):
        kept.setdefault("type", _LIST_TYPES[found[1]])
    elif found := _ALIGN.search(style):
        kept["align"] = found[1].lower()


def _length(value: str) -> str:
    if value.isdecimal():
        return value
    found = _LENGTH.fullmatch(value)
    return found[1] if found else ""


def _folded(value: str) -> str:
    return " ".join(value.split())


_NORMALS: Mapping[str, Callable[[str], str]] = {
    "align": str.lower,
    "class": _folded,
    "height": _length,
    "open": lambda _: "",
    "reversed": lambda _: "",
    "scope": str.lower,
    "title": _folded,
    "width": _length,
}
_OWN: Mapping[str, Mapping[str, tuple[Callable[[str], str], re.Pattern[str] | None]]] = {
    tag: {name: (_NORMALS.get(name, str), pattern_of(tag, name)) for name in names} for tag, names in ATTRIBUTES.items()
}
"""Of the attributes that an element has of its own: how their values are put in order, and what they look like then."""
