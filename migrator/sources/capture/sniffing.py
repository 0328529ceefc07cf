"""The type of a file that no server names: by how it begins, then by its name (after the WHATWG's MIME sniffing)."""

from __future__ import annotations

import re
from urllib.parse import unquote

from migrator.extensions import TYPES, extension_of
from migrator.signatures import by_signature

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<rss\b", "application/rss+xml"),
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<feed\b", "application/atom+xml"),
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:--.*?--|doctype svg[^>]*)>\s*)*<svg\b", "image/svg+xml"),
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", "text/html"),
    (rb"\s*<\?xml\b", "text/xml"),
)
"""How texts begin; by signature no text is told."""

_PATTERN = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:" + b"|".join(b"(" + pattern + b")" for pattern, _ in _BEGINNINGS) + b")",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE = ("application/zip", "application/x-ole-storage")
_DOCUMENTS = ("application/vnd.", "application/epub", "application/msword")
"""What such packages may be; only their names tell."""

SNIFFED = 1024
"""How many bytes are enough to tell (the WHATWG's sniffing takes 1445 at most, for what isn't told here)."""


def sniff(data: bytes, name: str) -> str:
    """Tell the type of a file from its first bytes and its name or address; "" if neither says."""
    by_name = TYPES.get(extension_of(unquote(name.partition("?")[0])), "")
    by_bytes = _by_bytes(data[:SNIFFED])
    is_office = by_bytes in _OFFICE and by_name.startswith(_DOCUMENTS)
    return by_name if is_office or not by_bytes else by_bytes


def _by_bytes(head: bytes) -> str:
    kind = by_signature(head)
    if kind is not None:
        return kind.type
    found = _PATTERN.match(head)
    return _BEGINNINGS[found.lastindex - 1][1] if found and found.lastindex else ""
