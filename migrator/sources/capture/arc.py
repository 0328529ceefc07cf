"""ARC, which the Internet Archive wrote before there was WARC: before each answer a line that tells of it.

Version 1 has five fields, version 2 ten, which end alike; the first record describes the file itself (`filedesc:`).

Source: https://github.com/internetarchive/heritrix3/wiki/ARC-File-Format, "ARC File Format", 1996.
"""

from __future__ import annotations

import re

from migrator.sources.capture.http import decode_text

_LINE = (
    rb"(?P<url>(?:https?|ftp|gopher|nntp|mailto|dns|whois|filedesc|metadata):%s) [\d.:a-fA-F]{1,45}"
    rb" (?P<date>\d{12,17}) (?P<mime>\S{1,255})"
    rb"(?: \d{3} \S{1,255} \S{1,8192} \d{1,15} \S{1,1024})? (?P<length>\d{1,12})\r?\n"
)

ARC_LINE = re.compile(_LINE % rb"\S{1,8192}+")
"""A record's line: address, IP address, time, type, in version 2 status, checksum, location, offset and file name, and
how many bytes follow. Other schemes than those that its time knew are taken for damage."""

ARC_START = re.compile(_LINE % rb"[^\s\"<>\\]{1,2048}+")
"""The same where it has to be looked for in what is damaged: pages and data without white space are full of addresses,
each of which would have all that is behind it read (of 1 MB, 13 seconds)."""

ARC_LINE_LIMIT = 1 << 15
"""No line is longer."""


def arc_fields(line: re.Match[bytes]) -> dict[str, str]:
    """Write what a record's line says in the fields of WARC."""
    return {
        "warc-type": "response",
        "warc-target-uri": decode_text(line["url"]),
        "warc-date": _moment(line["date"].decode("ascii")),
        "content-type": decode_text(line["mime"]),
        "content-length": line["length"].decode("ascii"),
    }


def _moment(digits: str) -> str:
    """Write "20010203040506" as WARC does; one without seconds is of the full minute, and fractions are left out."""
    year, *rest = digits[:4], *(digits[at : at + 2] for at in range(4, 14, 2))
    month, day, hour, minute, second = (*rest[:4], rest[4] or "00")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
