"""The account of a run: what went in is what came out, or the run says that it isn't."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from migrator.archive.journal import Tallies
from migrator.model import Record

FAILED = "failed"
"""The reason of items that were to be written and could not."""

OUTCOMES = ("written", "merged", "withheld", "skipped")


@dataclass(slots=True)
class Census:
    """What a source holds, counted in the index pass, before anything is converted.

    `items` is by (type, status); `repeated` has the positions of items that were there before.
    """

    items: Counter[tuple[str, str]] = field(default_factory=Counter)
    comments: int = 0
    terms: int = 0
    repeated: list[int] = field(default_factory=list)

    def add(self, record: Record, *, again: bool) -> None:
        """Count an item."""
        self.items[record.type, record.status] += 1
        self.comments += len(record.comments)
        if again:
            self.repeated.append(record.position)

    def dump(self) -> str:
        """Write the census so that `parse` can read it."""
        items = [[*key, count] for key, count in self.items.items()]
        return json.dumps({"items": items, **{name: getattr(self, name) for name in ("comments", "terms", "repeated")}})

    @classmethod
    def parse(cls, text: str) -> Census:
        """Read what `dump` wrote."""
        value = json.loads(text)
        items = Counter({(kind, status): count for kind, status, count in value["items"]})
        return cls(items, value["comments"], value["terms"], value["repeated"])


@dataclass(slots=True)
class Account:
    """How many of one kind went in, and what became of them; `reasons` is by outcome and reason."""

    entered: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, outcome: str, reason: str, count: int) -> None:
        """Enter what became of some."""
        self.outcomes[outcome] += count
        if reason:
            self.reasons[outcome, reason] += count

    @property
    def adds_up(self) -> bool:
        """Whether as many came out as went in."""
        return self.entered == self.outcomes.total()

    def show(self) -> dict[str, Any]:
        """Show the account as JSON values."""
        shown: dict[str, Any] = {"in": self.entered} | {name: self.outcomes[name] for name in OUTCOMES}
        reasons: dict[str, dict[str, int]] = {}
        for (outcome, reason), count in sorted(self.reasons.items()):
            reasons.setdefault(outcome, {})[reason] = count
        return shown | {"reasons": reasons}


@dataclass(slots=True)
class Reconciliation:
    """All accounts of a run."""

    items: dict[tuple[str, str], Account]
    comments: Account
    terms: Account
    media: Account

    @property
    def faults(self) -> list[str]:
        """Name the accounts that don't add up."""
        return [
            f"{name}: {account.entered} in, {account.outcomes.total()} accounted for"
            for name, account in self._named()
            if not account.adds_up
        ]

    def _named(self) -> Iterator[tuple[str, Account]]:
        yield from ((f"items of type {kind!r}, status {status!r}", one) for (kind, status), one in self.items.items())
        yield from (("comments", self.comments), ("terms", self.terms), ("attachments", self.media))

    def show(self) -> dict[str, Any]:
        """Show all accounts as JSON values."""
        items = [{"type": kind, "status": status, **one.show()} for (kind, status), one in sorted(self.items.items())]
        return {
            "adds_up": not self.faults,
            "items": items,
            "comments": self.comments.show(),
            "terms": self.terms.show(),
            "attachments": self.media.show(),
        }


def reconcile(census: Census, tallies: Tallies, terms: Mapping[str, int], media: int) -> Reconciliation:
    """Compare the census with what the batches counted and the lists hold.

    `terms` counts the header's terms by outcome; `media` the attachments that stand in media.json.
    """
    items = {key: Account(entered) for key, entered in census.items.items()}
    comments = Account(census.comments)
    for key, count in tallies.items():
        if key[0] == "item":
            items.setdefault(key[1:3], Account()).add(key[3], key[4], count)  # type: ignore[arg-type]
        elif key[0] == "comment":
            comments.add(key[2], "" if key[2] == "written" else key[1], count)
    return Reconciliation(items, comments, _terms(census, terms), _media(items, media))


def _terms(census: Census, outcomes: Mapping[str, int]) -> Account:
    account = Account(census.terms)
    for outcome, count in outcomes.items():
        account.add(outcome, "", count)
    return account


def _media(items: Mapping[tuple[str, str], Account], listed: int) -> Account:
    """Account for attachments: those that were to be merged must be the ones that media.json lists."""
    account = Account()
    for one in _attachments(items):
        account.entered += one.entered
        for outcome in ("withheld", "skipped"):
            account.add(outcome, "", one.outcomes[outcome])
        account.add("merged", "the same item again", one.reasons["merged", "the same item again"])
    account.add("written", "", listed)
    return account


def _attachments(items: Mapping[tuple[str, str], Account]) -> Iterable[Account]:
    return (account for (kind, _), account in items.items() if kind == "attachment")
