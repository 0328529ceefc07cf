"""`migrator media`: the pictures and files that an archive's documents need, fetched at any time without its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from migrator.archive.files import encoded
from migrator.archive.report import FINISHED, FINISHED_WITH_FAILURES
from migrator.cli.options import CONFIG, QUIET, REPORT, Command, with_options
from migrator.cli.progress import files
from migrator.config import find_config, read_media
from migrator.config.media import EXTENTS, authorization, header
from migrator.errors import ArchiveError, UsageError
from migrator.media import complete
from migrator.media.report import MediaReport, missing_csv, report_json
from migrator.media.wish import Wish
from migrator.writers.json import encode

SHOWN = 10
"""Hosts with gaps that are shown before "and N more"; --media-report has all."""

_UNITS = ("KB", "MB", "GB", "TB")
_FILE = click.Path(path_type=Path)
OPTIONS = (
    click.option(
        "--media",
        type=click.Choice(EXTENTS),
        envvar="MIGRATOR_MEDIA",
        show_envvar=True,
        help="Which files to fetch: none, those that documents use (the default), or every attachment, too.",
    ),
    click.option(
        "--uploads",
        multiple=True,
        type=_FILE,
        help="A copy of wp-content/uploads (folder, tar, zip), asked before the network; may be repeated.",
    ),
    click.option(
        "--capture",
        multiple=True,
        type=_FILE,
        help="A capture of the site (WARC, WACZ, saved pages), asked before the network; may be repeated.",
    ),
    click.option(
        "--remote-media/--no-remote-media",
        default=None,
        help="Fetch files that lie on other sites, too, instead of linking (the default).",
    ),
    click.option(
        "--header",
        multiple=True,
        metavar="'NAME: VALUE'",
        help="Send this header to the site's own host (a cookie, an authorization); may be repeated.",
    ),
    click.option(
        "--basic-auth",
        metavar="NAME:PASSWORD",
        envvar="MIGRATOR_BASIC_AUTH",
        show_envvar=True,
        help="Log in at the site's own host with name and password (HTTP basic authentication).",
    ),
    click.option(
        "--allow-private/--no-allow-private",
        default=None,
        help="Fetch from addresses of private networks and this machine, which are refused otherwise.",
    ),
    click.option("--media-report", type=_FILE, help="Write what is missing to this file, as CSV."),
)


DEFAULTS: Mapping[str, Any] = {
    "media": "referenced",
    "uploads": (),
    "capture": (),
    "remote_media": False,
    "header": {},
    "basic_auth": "",
    "allow_private": False,
    "media_report": None,
}
"""What holds where neither the command line nor migrator.toml says anything."""


def media_options(command: Command) -> Command:
    """Give a command the options that say what to do about media."""
    return with_options(OPTIONS, command)


@click.command("media", epilog="Example: migrator media archive --uploads wp-content/uploads")
@click.argument("archive", type=click.Path(path_type=Path, file_okay=False))
@media_options
@CONFIG
@REPORT
@QUIET
def media_command(archive: Path, config_path: Path | None, report: str, quiet: bool, **given: Any) -> int:
    """Fetch the pictures and files that an archive still lacks, and let its documents refer to them.

    Files that are no longer what was fetched are set aside, and fetched again.
    """
    done = completer(given, find_config(config_path, archive), quiet=quiet)(archive)
    if report == "json":
        click.echo(encode(report_json(done)), nl=False)
    elif not quiet:
        click.echo("\n".join(lines(done)), err=True)
    return FINISHED_WITH_FAILURES if done.missing else FINISHED


def completer(given: dict[str, Any], config: Path | None, *, quiet: bool) -> Callable[[Path], MediaReport]:
    """Make what completes an archive's media of the options, which are taken out of `given`, and of migrator.toml.

    Raises:
        UsageError: An option or a setting can't be used.
    """
    chosen = _chosen(given, read_media(config) if config else {})
    wish = wish_of(chosen)
    target: Path | None = chosen["media_report"]

    def finish(archive: Path) -> MediaReport:
        with files("fetching", quiet=quiet) as progress:
            report = complete(archive, wish, progress)
        if target is not None:
            write_missing(archive, target)
        return report

    return finish


def _chosen(given: dict[str, Any], settings: Mapping[str, Any]) -> dict[str, Any]:
    """Take the options of media out of those given; what isn't among them is as the settings say, or the default."""
    said = {name: given.pop(name) for name in DEFAULTS}
    said["header"] = headers_of(said["header"])
    headers = {**settings.get("header", {}), **said["header"]}
    said = {name: value for name, value in said.items() if value not in (None, ())}
    return {**DEFAULTS, **settings, **said, "header": headers}


def wish_of(chosen: Mapping[str, Any]) -> Wish:
    """Make a wish of what was chosen; raises UsageError."""
    for path in chosen["uploads"]:
        if not path.exists():
            raise UsageError(f"{path}: there is no such folder, tar or zip of uploads")
    for path in chosen["capture"]:
        if not path.exists():
            raise UsageError(f"{path}: there is no such capture")
    login = {"Authorization": authorization("--basic-auth", chosen["basic_auth"])} if chosen["basic_auth"] else {}
    return Wish(
        extent=chosen["media"],
        uploads=chosen["uploads"],
        captures=chosen["capture"],
        remote=chosen["remote_media"],
        headers=login | chosen["header"],
        private=chosen["allow_private"],
    )


def headers_of(lines: tuple[str, ...]) -> Mapping[str, str]:
    """Read headers as they are written on the command line; raises UsageError, which doesn't repeat their value."""
    parts = (text.partition(":") for text in lines)
    return dict(header("--header", name if colon else "", value) for name, colon, value in parts)


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
    if report.changed:
        shown = ", ".join(report.changed[:SHOWN])
        said.append(
            f"  set aside    {len(report.changed)} (no longer what was fetched; now in unpublished/changed/): {shown}"
        )
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
