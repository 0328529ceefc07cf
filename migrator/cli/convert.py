"""`migrator convert`: an export becomes an archive."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from migrator.archive.report import report_json
from migrator.cli.media import completer, media_options
from migrator.cli.options import CONFIG, QUIET, REPORT, SOURCES, filters, options_from
from migrator.cli.progress import answers, stages
from migrator.cli.summary import lines
from migrator.config import find_config
from migrator.convert import convert
from migrator.convert_verified import convert_and_verify
from migrator.run import How, run
from migrator.sources.item import Opening
from migrator.sources.opening import captures_among, open_source
from migrator.writers.json import encode


@click.command("convert", epilog="Example: migrator convert export.xml -o archive")
@SOURCES
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path, file_okay=False), help="The archive's folder."
)
@filters
@media_options
@CONFIG
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at once (default: one for each core).")
@click.option("--dry-run", is_flag=True, help="Do everything, report everything, write nothing.")
@click.option(
    "--verify", is_flag=True, help="Prove of each document that no word of the source was lost (10 % slower)."
)
@REPORT
@QUIET
def convert_command(
    sources: tuple[Path, ...], output: Path, config_path: Path | None, report: str, quiet: bool, **given: Any
) -> int:
    """Turn a site into an archive: a WordPress export, a capture of it, or both.

    Exports are .xml, .xml.gz, .zip, a folder of parts, or - for standard input; captures .warc, .warc.gz, .wacz, saved
    pages (.html, or a folder of them as wget, HTTrack and browsers make it); texts of pages .txt.
    """
    jobs, dry = given.pop("jobs"), given.pop("dry_run")
    work = convert_and_verify if given.pop("verify") else convert
    given["capture"] = (*given["capture"], *captures_among(sources))
    complete = completer(given, find_config(config_path, output), quiet=quiet)
    options = options_from(config_path, output, given)
    with answers(quiet=quiet) as told:
        export = open_source(sources, Opening(told, lambda size: jobs or _jobs(size)))
    how = How(jobs=jobs or _jobs(export.size), dry=dry, convert=work, say=_note, complete=complete)
    with stages(export.size, quiet=quiet) as progress:
        done = run(export, output, options, how, progress)
    if report == "json":
        click.echo(encode(report_json(done)), nl=False)
    elif not quiet:
        click.echo("\n".join(lines(done, output, dry=dry)), err=True)
    return done.exit_code


def _note(message: str) -> None:
    click.echo(f"note: {message}", err=True)


SMALL = 2 << 20
"""Bytes below which one process is faster than starting more (measured on two cores: 0.5 MB takes 0.7 s, or 1.5 s)."""


def _jobs(size: int) -> int:
    """Count the cores that this process may use; a small source needs no more than one."""
    if size < SMALL:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
