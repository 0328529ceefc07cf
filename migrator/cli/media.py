"""`migrator media`: the pictures and files that an archive's documents need, fetched at any time without its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from migrator.archive.files import encoded
from migrator.archive.report import FINISHED, FINISHED_WITH_FAILURES
from migrator.cli.options import QUIET, REPORT
from migrator.cli.progress import files
from migrator.errors import ArchiveError, UsageError
from migrator.media import complete
from migrator.media.report import MediaReport, missing_csv, report_json
from migrator.media.wish import Wish
from migrator.writers.json import encode

Command = TypeVar("Command", bound=Callable[..., Any])

SHOWN = 10
"""Hosts with gaps that are shown before "and N more"; --media-report has all."""

_UNITS = ("KB", "MB", "GB", "TB")
_FILE = click.Path(path_type=Path)
OPTIONS = (
    click.option(
        "--media",
        type=click.Choice(["none", "referenced", "all"]),
        default="referenced",
        envvar="MIGRATOR_MEDIA",
        show_envvar=True,
        show_default=True,
        help="Which files to fetch: none, those that documents use, or every attachment, too.",
    ),
    click.option(
        "--uploads",
        multiple=True,
        type=_FILE,
        help="A copy of wp-content/uploads (folder, tar, zip), asked before the network; may be repeated.",
    ),
    click.option("--remote-media", is_flag=True, help="Fetch files that lie on other sites, too, instead of linking."),
    click.option(
        "--header",
        multiple=True,
        metavar="'NAME: VALUE'",
        help="Send this header to the site's own host (a cookie, an authorization); may be repeated.",
    ),
    click.option("--allow-private", is_flag=True, help="Fetch from addresses of private networks and this machine."),
    click.option("--media-report", type=_FILE, help="Write what is missing to this file, as CSV."),
)


def media_options(command: Command) -> Command:
    """Give a command the options that say what to do about media."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.command("media", epilog="Example: migrator media archive --uploads wp-content/uploads")
@click.argument("archive", type=click.Path(path_type=Path, file_okay=False))
@media_options
@REPORT
@QUIET
def media_command(archive: Path, report: str, quiet: bool, **given: Any) -> int:
    """Fetch the pictures and files that an archive still lacks, and let its documents refer to them."""
    done = completer(given, quiet=quiet)(archive)
    if report == "json":
        click.echo(encode(report_json(done)), nl=False)
    elif not quiet:
        click.echo("\n".join(lines(done)), err=True)
    return FINISHED_WITH_FAILURES if done.missing else FINISHED


def completer(given: dict[str, Any], *, quiet: bool) -> Callable[[Path], MediaReport]:
    """Make what completes an archive's media of the options, which are taken out of `given`; raises UsageError."""
    target: Path | None = given.pop("media_report")
    wish = Wish(
        extent=given.pop("media"),
        uploads=given.pop("uploads"),
        remote=given.pop("remote_media"),
        headers=headers_of(given.pop("header")),
        private=given.pop("allow_private"),
    )
    for path in wish.uploads:
        if not path.exists():
            raise UsageError(f"{path}: there is no such folder, tar or zip of uploads")

    def finish(archive: Path) -> MediaReport:
        with files("fetching", quiet=quiet) as progress:
            report = complete(archive, wish, progress)
        if target is not None:
            write_missing(archive, target)
        return report

    return finish


def headers_of(lines: tuple[str, ...]) -> Mapping[str, str]:
    """Read headers as they are written on the command line; raises UsageError, which doesn't repeat their value."""
    headers = {}
    for text in lines:
        name, colon, value = text.partition(":")
        if not colon or not name.strip() or not (name + value).isprintable() or not (name + value).isascii():
            raise UsageError("--header must be 'Name: value' in ASCII; one that was given isn't")
        headers[name.strip()] = value.strip()
    return headers


def write_missing(archive: Path, target: Path) -> None:
    """Write the list of what is missing; raises ArchiveError if it can't be written."""
    try:
        with target.open("wb") as file:
            file.writelines(map(encoded, missing_csv(archive)))
    except OSError as error:
        raise ArchiveError(f"{target}: can't be written: {error.strerror}") from error


def lines(report: MediaReport) -> list[str]:
    """Write a report for people to read."""
    counts = ", ".join(f"{count} {status}" for status, count in sorted(report.statuses.items()))
    came = f"; {report.added} came in ({size(report.bytes)})" if report.added else ""
    said = [f"  media        {counts or 'none'}{came}"]
    gaps = sorted(report.gaps.items(), key=lambda row: (-row[1], row[0]))
    said += [f"    {count:8} missing: {host or '(no host)'}: {error}" for (host, error), count in gaps[:SHOWN]]
    if len(gaps) > SHOWN:
        said.append(f"             and {len(gaps) - SHOWN} more (--media-report lists all)")
    if gaps:
        said.append("             `migrator media` with the archive's folder tries again")
    if report.left:
        shown = ", ".join(report.left[:SHOWN])
        said.append(f"  edited       {len(report.left)} (changed by hand, their addresses left as they are): {shown}")
    return said


def size(count: int) -> str:
    """Write a number of bytes for people to read."""
    if count < 1000:
        return f"{count} B"
    rank = min((len(str(count)) - 1) // 3, len(_UNITS))
    return f"{count / 1000**rank:.1f} {_UNITS[rank - 1]}"
