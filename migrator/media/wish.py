"""What is wanted of a run, and of each file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

Extent = Literal["none", "referenced", "all"]
"""Which files are to be in the archive: none more than there are, what documents use, or every attachment, too."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a run was asked to do about media.

    `uploads` are copies of `wp-content/uploads` (a folder, a tar, a zip), `captures` are WARC and WACZ files and saved
    pages; `remote` says to take what lies on other people's hosts, too; `headers` go to the site's own hosts alone;
    `private` allows addresses of private networks.
    """

    extent: Extent = "referenced"
    uploads: tuple[Path, ...] = ()
    remote: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    private: bool = False
    captures: tuple[Path, ...] = ()


class Wanted(NamedTuple):
    """A file to get: the address it is known by, those to try in their order, and what it is meant to be."""

    url: str
    addresses: tuple[str, ...]
    extension: str = ""
    kind: str = ""
