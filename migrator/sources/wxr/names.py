"""The names of a WXR's elements, by what they mean rather than by how one export spells them.

Elsewhere an element is called as WordPress writes it ("wp:post_id"), whatever prefix or URI the export binds; names
without a prefix are RSS's own. Versions 1.0 to 1.2 of WXR differ in the URI, other tools write `https` or another
prefix, and seven of 261 real exports leave a prefix undeclared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("excerpt", re.compile(r"wordpress\.org/export/(?:[^/]*/)?excerpt")),
    ("wp", re.compile(r"wordpress\.org/export")),
    ("content", re.compile(r"purl\.org/rss/1\.0/modules/content")),
    ("dc", re.compile(r"purl\.org/dc/elements")),
    ("wfw", re.compile(r"wellformedweb\.org/commentapi", re.IGNORECASE)),
)
"""The prefix WordPress itself writes, and the namespace URIs that mean it."""

URN = "urn:"
"""What a wrapper binds the prefixes to, each with its family behind it."""

_ROOT = re.compile(rb"<(?:rss|rdf:RDF|channel)\b[^>]*>")
_XMLNS = re.compile(rb"""xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def family(prefix: str, uri: str) -> str:
    """Name the namespace that a prefix is bound to: WordPress's own prefix for a known URI, else the prefix itself."""
    return next((name for name, pattern in FAMILIES if pattern.search(uri)), prefix)


def declared(head: bytes) -> dict[str, str]:
    """Read which prefixes the root element declares, each with its family."""
    bindings: dict[str, str] = {}
    for root in _ROOT.findall(head):
        for prefix, double, single in _XMLNS.findall(root):
            name = prefix.decode("ascii", "ignore")
            bindings[name] = family(name, (double or single).decode("utf-8", "replace"))
    return bindings


def undeclared(bindings: Mapping[str, str], data: bytes) -> list[str]:
    """List those of WordPress's own prefixes that `data` uses without a declaration."""
    return [name for name, _ in FAMILIES if name not in bindings and f"<{name}:".encode() in data]


def wrapper(bindings: Mapping[str, str]) -> bytes:
    """Make the start tag of an element around one item that binds each prefix to a URI of its family.

    WordPress's own prefixes are bound in any case. The URIs are absolute (`urn:wp`): libxml2 reports each relative
    one, which costs a third of the parse.
    """
    bound = {name: name for name, _ in FAMILIES} | dict(bindings)
    return (
        "<x" + "".join(f' xmlns:{prefix}="{URN}{quote(name)}"' for prefix, name in sorted(bound.items())) + ">"
    ).encode()


WRAPPER_END = b"</x>"


@lru_cache(maxsize=4096)
def qualified(tag: str, prefix: str | None) -> str:
    """Spell an lxml tag ("{urn:wp}post_id") the way WordPress does ("wp:post_id")."""
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    name = uri.removeprefix(URN) if uri.startswith(URN) else family(prefix or "", uri)
    return f"{name}:{local}" if name else local


def clark(name: str) -> str:
    """Spell a name as lxml does: "wp:post_id" is "{urn:wp}post_id" inside a `wrapper`."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{URN}{prefix}}}{local}" if colon else local
