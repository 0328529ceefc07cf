"""The names of elements in text that is not parsed yet, where a prefix says little of what it means."""

from __future__ import annotations

from collections.abc import Iterable

from migrator.sources.wxr import vocabulary as wxr


def local(name: str) -> str:
    """Name an element whatever its prefix is: ":post_id" with any, "title" without one."""
    _, colon, base = name.rpartition(":")
    return colon + base


def _locals(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(local, names))


_ITEM_FIELDS = wxr.TEXTS | wxr.WORDS | wxr.NUMBERS | wxr.FLAGS
_COMMENT_FIELDS = wxr.COMMENT_TEXTS | wxr.COMMENT_WORDS | wxr.COMMENT_NUMBERS

LEAVES = _locals(wxr.LEAVES)
"""Elements that hold text alone."""

CONTAINERS = _locals(wxr.CONTAINERS)
"""Elements that hold others."""

PARENTS: dict[str, str] = {
    **{local(name): local(parent) for name, parent in wxr.CONTAINERS.items() if parent},
    **dict.fromkeys(_locals((*_ITEM_FIELDS, wxr.PASSWORD, wxr.GUID, wxr.CATEGORY)), "item"),
    **dict.fromkeys(_locals(_COMMENT_FIELDS), local(wxr.COMMENT)),
}
"""Element → the one element that it can stand in."""

_FIELDS: dict[str, str] = {
    **{local(name): field for name, field in _ITEM_FIELDS.items()},
    **dict.fromkeys(_locals((*_COMMENT_FIELDS, wxr.COMMENT, wxr.COMMENTMETA)), "comment"),
    **dict.fromkeys(_locals((wxr.POSTMETA, wxr.META_KEY, wxr.META_VALUE)), "meta"),
    wxr.CATEGORY: "terms",
    wxr.GUID: "guid",
    "item": "item",
    "x": "item",
}


def field_of(name: str) -> str:
    """Name the Record field that an element fills, or else an element with a prefix; "" for what may be HTML."""
    if name.endswith(":encoded"):
        return "excerpt" if "excerpt" in name else "content"
    return _FIELDS.get(local(name), name if ":" in name else "")


def one_of(names: Iterable[str]) -> str:
    """Write a regular expression that matches any of these names, with whatever prefix."""
    prefixed = "|".join(sorted(name[1:] for name in names if name.startswith(":")))
    plain = "|".join(sorted(name for name in names if not name.startswith(":")))
    return rf"(?:[\w.-]+:(?:{prefixed})|{plain})"
