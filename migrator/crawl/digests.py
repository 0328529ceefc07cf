"""SHA-256 for what is captured, and what was captured before: the same bytes are kept once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class Sha256:
    """A digest that is written as `sha256:` and hexadecimal digits, as Browsertrix writes it in its WARCs, too."""

    def __init__(self) -> None:
        self._state = sha256()

    def update(self, block: bytes) -> None:
        """Take in the next bytes."""
        self._state.update(block)

    def __str__(self) -> str:
        return f"sha256:{self._state.hexdigest()}"


class Original(NamedTuple):
    """A capture that later ones refer to: its address, its WARC-Date, the digest of its payload."""

    url: str
    time: str
    digest: str


@dataclass(slots=True)
class Originals:
    """The captures so far: by digest the first, which was written in full, by address the digest of the last."""

    by_digest: dict[str, Original] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)

    def add(self, original: Original) -> None:
        """Enter a capture."""
        self.by_digest.setdefault(original.digest, original)
        self.last[original.url] = original.digest

    def by_url(self, url: str) -> Original | None:
        """The capture that has in full what an address answered last."""
        return self.by_digest.get(self.last.get(url, ""))


def read_originals(index: Path) -> Originals:
    """Read the captures of earlier runs from their CDXJ index; there are none without it."""
    originals = Originals()
    if index.is_file():
        with index.open("rb") as lines:
            for line in lines:
                _, stamp, text = line.split(b" ", 2)
                row = json.loads(text)
                if row["mime"] == "warc/revisit" and row["status"] == "200":
                    originals.last[row["url"]] = row["digest"]
                elif row["status"] == "200":
                    originals.add(Original(row["url"], iso_of(stamp.decode("ascii")), row["digest"]))
    return originals


def iso_of(stamp: str) -> str:
    """Write "20240410093000" as WARC has it: "2024-04-10T09:30:00Z"."""
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:14]}Z"
