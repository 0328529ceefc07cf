"""Why a file is no WordPress export, in words that tell its owner what to do."""

from __future__ import annotations

import re

REASONS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\A\s*\Z"), "the file is empty"),
    (re.compile(rb"\A%PDF-"), "this is a PDF document"),
    (
        re.compile(rb"\A(?:PK\x03\x04|Rar!|7z\xbc\xaf|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd)"),
        "packed in a form not known here; unpack it first",
    ),
    (re.compile(rb"\ASQLite format 3"), "this is an SQLite database"),
    (re.compile(rb"\A\s*(?:--|/\*).{0,400}(?:dump|MySQL|MariaDB|PostgreSQL)", re.DOTALL), "this is a database dump"),
    (re.compile(rb"\A\s*[\[{]"), "this is JSON"),
    (
        re.compile(rb"<feed\b[^>]*Atom", re.DOTALL),
        "this is an Atom feed (Blogger's export, perhaps), no WordPress export",
    ),
    (re.compile(rb"<rss\b[^>]*wordpress\.org/export", re.DOTALL), "a WordPress export with no item in it"),
    (re.compile(rb"<rss\b"), "this is an RSS feed, which has only the newest posts; use Tools → Export in WordPress"),
    (
        re.compile(rb"\A\s*(?:<!--.{0,2000}?-->\s*)*<(?:!DOCTYPE\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE),
        "this is an HTML page (a login or error page saved instead of the export?)",
    ),
    (re.compile(rb"\A\s*<\?xml|\A\s*<"), "this is XML, but no WordPress export"),
    (re.compile(rb"\0"), "this is no text file"),
)
"""What the first bytes look like, and what to say; the first that fits."""

_WXR = re.compile(
    rb"<[\w.-]+\s[^>]*wordpress\.org/export|<(?:\w+:)?(?:wxr_version|post_id|post_type|post_name|post_date_gmt)[\s>]"
)


def is_wxr(data: bytes) -> bool:
    """Tell whether this much of a file shows that WordPress, or a tool that does as WordPress, exported it."""
    return _WXR.search(data) is not None


def reason(start: bytes) -> str:
    """Say why a file without items of a WordPress export is refused, from its first bytes."""
    return next((text for pattern, text in REASONS if pattern.search(start)), "no WordPress export")
