"""The type of a file that no server names: by how it begins, then by its name (after the WHATWG's MIME sniffing)."""

from __future__ import annotations

import re
from urllib.parse import unquote

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
_NAMES = {
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "application/xhtml+xml",
    "php": "text/html",
    "asp": "text/html",
    "aspx": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "txt": "text/plain",
    "xml": "text/xml",
    "svg": "image/svg+xml",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "heic": "image/heic",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "ogg": "audio/ogg",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
}
_OFFICE = ("application/zip", "application/x-ole-storage")
_DOCUMENTS = ("application/vnd.", "application/epub", "application/msword")
"""What such packages may be; only their names tell."""

SNIFFED = 1024
"""How many bytes are enough to tell (the WHATWG's sniffing takes 1445 at most, for what isn't told here)."""


def sniff(data: bytes, name: str) -> str:
    """Tell the type of a file from its first bytes and its name or address; "" if neither says."""
    ending = unquote(name.partition("?")[0]).rpartition("/")[2].rpartition(".")[2].lower()
    by_name = _NAMES.get(ending, "")
    by_bytes = _by_bytes(data[:SNIFFED])
    is_office = by_bytes in _OFFICE and by_name.startswith(_DOCUMENTS)
    return by_name if is_office or not by_bytes else by_bytes


def _by_bytes(head: bytes) -> str:
    kind = by_signature(head)
    if kind is not None:
        return kind.type
    found = _PATTERN.match(head)
    return _BEGINNINGS[found.lastindex - 1][1] if found and found.lastindex else ""
