"""Proving the lists of media: what they say is here is, with the bytes that they say; what is missing is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Fault = tuple[str, str]


def media_faults(listing: Mapping[str, Any], files: Mapping[str, str]) -> Iterator[Fault]:
    """Say which files of a list are missing, or are others than it says; `files` has their SHA-256 by path."""
    for entry in listing.get("media", ()):
        if entry["status"] == "missing":
            yield "missing", f"{entry['url']} ({entry['error']}), used by {_users(entry)}"
        elif entry["status"] == "fetched" and files.get(entry["path"]) != entry["sha256"]:
            yield "media", f"{entry['path']} is not the file that was fetched"


def _users(entry: Mapping[str, Any]) -> str:
    return ", ".join(map(str, entry["used_by"])) or "no document"
