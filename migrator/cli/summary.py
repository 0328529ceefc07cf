"""What a person is told at the end of a run: written, withheld, repaired, missing, and where to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from migrator.archive.reconciliation import OUTCOMES, Account
from migrator.archive.report import Report
from migrator.cli.media import lines as media_lines
from migrator.convert_verified import RULE as LOST

SHOWN = 10
"""Names a list shows before "and N more"; archive.json has all."""


def lines(report: Report, archive: Path, *, dry: bool) -> Iterator[str]:
    """Write a report for people to read."""
    account = report.reconciliation
    yield f"{archive}: {'nothing written, this is what would be' if dry else 'done'}"
    yield f"  items        {_total(account.items.values())}"
    for name, one in (("comments", account.comments), ("terms", account.terms), ("attachments", account.media)):
        yield f"  {name:12} {_outcomes(one.entered, one.outcomes)}"
    yield from _reasons(account.items.values())
    yield from _ledger(report.archive["ledger"])
    yield from _embeds(report.archive["tallies"].get("embed", {}))
    yield f"  files        {', '.join(f'{count} {change}' for change, count in sorted(report.files.items())) or 'none'}"
    yield from media_lines(report.media) if report.media else ()
    yield from _leftovers(report)
    yield from (f"  DAMAGED SOURCE: {said}" for said in report.damage)
    yield from (f"  DOES NOT ADD UP: {fault}" for fault in account.faults)
    if report.losses:
        yield f"  WORDS ARE LOST: in {report.losses} texts; each is in the ledger, under {LOST}"
    if not dry:
        yield f"The whole account is in {archive / 'archive.json'}, each change in {archive / 'ledger.jsonl'}."


def _total(accounts: Iterable[Account]) -> str:
    entered, outcomes = 0, Counter[str]()
    for one in accounts:
        entered += one.entered
        outcomes.update(one.outcomes)
    return _outcomes(entered, outcomes)


def _outcomes(entered: int, outcomes: Mapping[str, int]) -> str:
    parts = [f"{outcomes[name]} {name}" for name in OUTCOMES if outcomes.get(name)]
    return f"{entered} = {' + '.join(parts) or '0'}"


def _reasons(accounts: Iterable[Account]) -> Iterator[str]:
    reasons: Counter[tuple[str, str]] = Counter()
    for one in accounts:
        reasons.update(one.reasons)
    yield from (f"    {count:8} {outcome}: {reason}" for (outcome, reason), count in sorted(reasons.items()))


def _ledger(entries: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Tell how often each action was taken, and by which rules most."""
    for action, rules in entries.items():
        most = sorted(rules.items(), key=lambda row: (-row[1], row[0]))
        names = ", ".join(f"{rule} {count}" for rule, count in most[:SHOWN])
        more = f", and {len(most) - SHOWN} more rules" if len(most) > SHOWN else ""
        yield f"  {action:12} {sum(rules.values())}: {names}{more}"


def _embeds(counts: Mapping[str, int]) -> Iterator[str]:
    """Tell of whom most is shown that hangs on other servers."""
    most = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    names = ", ".join(f"{provider} {count}" for provider, count in most[:SHOWN])
    more = f", and {len(most) - SHOWN} more providers" if len(most) > SHOWN else ""
    if most:
        yield f"  embeds       {sum(counts.values())}: {names}{more}"


def _leftovers(report: Report) -> Iterator[str]:
    left = report.leftovers
    for name, said in (
        ("gone", "no longer in the source, kept"),
        ("moved", "has another path now"),
        ("withdrawn", "must not be shown any more, deleted"),
        ("outside", "outside of this run's filters, kept"),
        ("edited", "changed by hand, left where it was"),
        ("aside", "changed by hand, now in unpublished/changed/"),
    ):
        paths: list[str] = getattr(left, name)
        if paths:
            more = f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else ""
            yield f"  {name:12} {len(paths)} ({said}): {', '.join(paths[:SHOWN])}{more}"
