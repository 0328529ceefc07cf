"""Repair of namespaces: prefixes that nothing declares, declarations that are no addresses."""

from __future__ import annotations

import re
from urllib.parse import quote

from migrator.sources.wxr.changes import Change, Mended, outside, replace
from migrator.sources.wxr.names import URN

_TAG = outside(r"""<[A-Za-z_](?:[^<>"']|"[^"]*"|'[^']*')*>|</[A-Za-z_][^<>]*>""")
_PREFIX = re.compile(r"""(?:^</?|\s)([A-Za-z_][\w.-]*):(?=[A-Za-z_])(?=[^"']*(?:"[^"]*"[^"']*|'[^']*'[^"']*)*$)""")
_XMLNS = outside(r"""(?<=\s)xmlns:(?P<prefix>[\w.-]+)\s*=\s*(?:"(?P<double>[^"<]*)"|'(?P<single>[^'<]*)')""")
_ITEM = re.compile(r"<item(?=[\s/>])")
_BUILT_IN = frozenset(("xml", "xmlns"))


def mend_prefixes(text: str) -> Mended:
    """Declare on the item each prefix that is used and nowhere declared; make each declared address a valid one."""
    text, changes = replace(text, _XMLNS, _valid)
    declared = {match["prefix"] for match in _XMLNS.finditer(text) if match["found"]} | _BUILT_IN
    used = {prefix for tag in _TAG.finditer(text) if tag["found"] for prefix in _PREFIX.findall(tag[0])}
    item = _ITEM.search(text)
    missing = "".join(f' xmlns:{prefix}="{URN}{quote(prefix)}"' for prefix in sorted(used - declared))
    if not missing or item is None:
        return Mended(text, changes)
    return Mended(
        text[: item.end()] + missing + text[item.end() :], [*changes, Change(item.end(), "", missing.strip())]
    )


def _valid(match: re.Match[str]) -> str:
    address = match["double"] or match["single"] or f"{URN}{quote(match['prefix'])}"
    if address.isascii() and '"' not in address and (match["double"] or match["single"]):
        return match[0]
    return f'xmlns:{match["prefix"]}="{quote(address, safe="/:?=&;%#@+,~.-_")}"'
