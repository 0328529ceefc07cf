"""embeds.json: what hangs on other people's servers, by provider, each thing with the documents that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from itertools import groupby
from typing import Any

from migrator.archive.journal import Journal
from migrator.archive.lines import line
from migrator.clean.providers import CLOSED
from migrator.model import Embed

_START = re.compile(r"&t=\w+$")
_ROWS = """
    SELECT provider, url, kind, id, title, author, thumbnail, caption, document FROM embed WHERE public = ?
    ORDER BY provider, url, document, rowid
"""
_TOLD = ("kind", "id", "title", "author", "thumbnail", "caption")


def row(embed: Embed, document: int, *, public: bool) -> tuple[object, ...]:
    """Make the journal's row of an embed."""
    provider, kind, identity, url, *told = astuple(embed)
    return (provider, kind, identity, page_of(provider, url), *told, document, public)


def page_of(provider: str, url: str) -> str:
    """The address that the list has for an embed: a film's without the second at which a document lets it start."""
    return _START.sub("", url) if provider == "youtube" else url


def embeds(journal: Journal, *, public: bool) -> Iterator[str]:
    """List the embeds of public documents, or of the others, by provider and address.

    What several documents tell of one is what the first of them says that says anything.
    """
    for (provider, url), rows in groupby(journal.rows(_ROWS, public), key=lambda row: row[:2]):
        yield line(_entry(provider, url, list(rows)))


def _entry(provider: str, url: str, rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    columns = zip(*(row[2:-1] for row in rows), strict=True)
    told = {name: next(filter(None, said), "") for name, said in zip(_TOLD, columns, strict=True)}
    return {
        "provider": provider,
        "kind": told.pop("kind"),
        "id": told.pop("id"),
        "url": url,
        **told,
        "closed": CLOSED.get(provider),
        "used_by": list(dict.fromkeys(row[-1] for row in rows)),
    }
