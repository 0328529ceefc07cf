"""Proving the account in archive.json: it adds up, and it is the account of what is here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from migrator.archive.reconciliation import OUTCOMES


class Here(NamedTuple):
    """What was counted in the archive: documents by folder, attachments in the media lists, lines of the ledgers.

    Of an archive that is not `whole`, whose unpublished folder was left out, only what is public can be counted.
    """

    documents: Mapping[str, int]
    uploads: int
    lines: int
    whole: bool = True


def account_faults(summary: Mapping[str, Any], here: Here) -> list[str]:
    """Say what in an account is wrong; nothing where the schema has found that it isn't one."""
    try:
        return [*_sums(summary["reconciliation"]), *_counts(summary, here)]
    except (KeyError, TypeError, AttributeError):
        return []


def unpublished(summary: Mapping[str, Any]) -> int:
    """How many documents are apart, by an account; 0 where it doesn't tell."""
    try:
        return int(summary["documents"]["unpublished"])
    except (KeyError, TypeError, ValueError):
        return 0


def _sums(account: Mapping[str, Any]) -> Iterator[str]:
    named = [(f"{row['type']} {row['status']}", row) for row in account["items"]]
    for name, row in (*named, *((name, account[name]) for name in ("comments", "terms", "attachments"))):
        total = sum(row[outcome] for outcome in OUTCOMES)
        if total != row["in"]:
            yield f"{name}: {row['in']} in, {total} accounted for"


def _counts(summary: Mapping[str, Any], here: Here) -> Iterator[str]:
    account, documents = summary["reconciliation"], summary["documents"]
    pairs = (
        ("documents", sum(row["written"] for row in account["items"]), sum(documents.values())),
        ("public documents", documents["public"], here.documents["content"]),
    )
    others = (
        ("unpublished documents", documents["unpublished"], here.documents["unpublished"]),
        ("attachments", account["attachments"]["written"], here.uploads),
        ("lines of the ledger", sum(sum(rules.values()) for rules in summary["ledger"].values()), here.lines),
    )
    counted = (*pairs, *others) if here.whole else pairs
    yield from (f"{name}: {said} in the account, {found} here" for name, said, found in counted if said != found)
