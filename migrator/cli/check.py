"""`migrator check`: an archive proved against its schemas, manifest, links, media references and account."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from migrator.archive.check import GAP, Finding, check
from migrator.archive.report import FINISHED, FINISHED_WITH_FAILURES
from migrator.cli.options import REPORT
from migrator.errors import IntegrityError
from migrator.writers.json import encode

SHOWN = 50
"""Findings that are shown; --report json gives all."""


@click.command("check", epilog="Example: migrator check archive")
@click.argument("archive", type=click.Path(path_type=Path, file_okay=False))
@REPORT
def check_command(archive: Path, report: str) -> int:
    """Prove an archive: schemas, manifest, links between documents, media references, reconciliation."""
    findings = list(check(archive))
    if report == "json":
        click.echo(encode([_row(finding) for finding in findings]), nl=False)
    else:
        _show(findings, archive)
    return _exit_code({finding.kind for finding in findings})


def _exit_code(kinds: set[str]) -> int:
    """Tell an archive that is broken from one that only has gaps."""
    if kinds - {GAP}:
        return IntegrityError.exit_code
    return FINISHED_WITH_FAILURES if kinds else FINISHED


def _row(finding: Finding) -> dict[str, str]:
    return {"kind": finding.kind, "path": finding.path, "message": finding.message}


def _show(findings: list[Finding], archive: Path) -> None:
    for finding in findings[:SHOWN]:
        click.echo(f"{finding.path}: {finding.kind}: {finding.message}", err=True)
    kinds = Counter(finding.kind for finding in findings)
    total = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    click.echo(f"{archive}: {total or 'all is well'}", err=True)
