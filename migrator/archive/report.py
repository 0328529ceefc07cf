"""What a run tells who started it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from migrator.archive.previous import Leftovers
from migrator.archive.reconciliation import FAILED, Reconciliation
from migrator.convert_verified import RULE as LOST
from migrator.media.report import MediaReport
from migrator.media.report import report_json as media_report_json
from migrator.sources.gather.gathering import UNREADABLE

FINISHED, FINISHED_WITH_FAILURES, DOES_NOT_ADD_UP = 0, 1, 5


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run.

    `archive` is what archive.json says. `files` counts documents' files created, replaced and unchanged; `leftovers`
    tells what became of documents of earlier runs that this one did not write, `media` what of files. `damage` says
    what of the source's files can't be read, so that items may be missing that nobody knows of.
    """

    archive: Mapping[str, Any]
    reconciliation: Reconciliation
    files: Mapping[str, int]
    leftovers: Leftovers
    media: MediaReport | None = None
    damage: tuple[str, ...] = ()

    @property
    def failures(self) -> int:
        """How many items could not be converted, and pages of a capture not be read; the ledger names each."""
        items = sum(account.reasons["skipped", FAILED] for account in self.reconciliation.items.values())
        return items + int(self.archive["ledger"].get("failed", {}).get(UNREADABLE, 0))

    @property
    def losses(self) -> int:
        """How many texts have lost words, if it was to be proved that none has; the ledger names the words."""
        return int(self.archive["ledger"].get("failed", {}).get(LOST, 0))

    @property
    def exit_code(self) -> int:
        """What the command line says of the run with its exit code."""
        if self.reconciliation.faults or self.losses:
            return DOES_NOT_ADD_UP
        gaps = self.media.missing if self.media else 0
        return FINISHED_WITH_FAILURES if self.failures or gaps or self.damage else FINISHED


def report_json(report: Report) -> dict[str, Any]:
    """Show a report as JSON values."""
    return {
        "exit_code": report.exit_code,
        "failures": report.failures,
        "losses": report.losses,
        "damage": list(report.damage),
        "faults": report.reconciliation.faults,
        "files": dict(report.files),
        **asdict(report.leftovers),
        "media": media_report_json(report.media) if report.media else None,
        "archive": dict(report.archive),
    }
