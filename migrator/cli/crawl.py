"""`migrator crawl`: a live site is captured, and the capture becomes an archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from migrator.archive.report import FINISHED, FINISHED_WITH_FAILURES
from migrator.cli.convert import convert_command
from migrator.cli.crawl_summary import lines, report_json
from migrator.cli.media import DEFAULTS, headers_of, media_options
from migrator.cli.options import CONFIG, QUIET, REPORT, filters
from migrator.cli.progress import files
from migrator.config import find_config, read_media
from migrator.config.media import authorization
from migrator.crawl.run import How
from migrator.crawl.session import Captured, capture, pack_wacz
from migrator.crawl.settings import Settings
from migrator.crawl.step import ROADS
from migrator.crawl.warc_files import FOLDER
from migrator.errors import Postponed, SourceError, UsageError
from migrator.writers.json import encode


@click.command("crawl", epilog="Example: migrator crawl https://gazette.example/ -o archive --contact you@example.org")
@click.argument("url")
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path, file_okay=False), help="The archive's folder."
)
@click.option(
    "--via",
    multiple=True,
    type=click.Choice(ROADS),
    help="Take this road; may be repeated. Default: rest with what sitemaps name besides; without REST all others.",
)
@click.option("--user", help="Log in to the REST API as this user: raw content, drafts.")
@click.option(
    "--app-password",
    envvar="MIGRATOR_APP_PASSWORD",
    show_envvar=True,
    help="The user's application password; else it is asked for.",
)
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), help="Requests a second at most.")
@click.option(
    "--max-wait",
    type=click.FloatRange(min=0),
    default=900.0,
    show_default=True,
    help="Stop, to go on later, when the site wants to be left alone for more seconds than this.",
)
@click.option("--ignore-robots", is_flag=True, help="Don't obey robots.txt (with the site's consent); it is recorded.")
@click.option("--contact", default="", help="An address or page for the site's people to reach you; sent along.")
@click.option("--capture-only", is_flag=True, help="Capture, but make no archive of it yet.")
@click.option("--wacz", type=click.Path(path_type=Path, dir_okay=False), help="Pack the capture as WACZ, too.")
@filters
@media_options
@CONFIG
@REPORT
@QUIET
def crawl_command(url: str, output: Path, config_path: Path | None, report: str, quiet: bool, **given: Any) -> int:
    """Capture a live WordPress site into a WARC within the archive, and turn that into documents.

    The same command again goes on where it was stopped; when it was through, it fetches what has changed since.
    """
    own = {name: given.pop(name) for name in _OWN}
    media = _media(find_config(config_path, output))
    settings = _settings(url, own, given, media)
    extent = given["media"] or media.get("media", DEFAULTS["media"])
    with files("capturing", quiet=quiet) as progress:
        how = How(own["via"], given["limit"] or 0, bool(settings.user), extent, progress=progress)
        done = capture(settings.site, output, settings, how)
    if own["wacz"]:
        pack_wacz(output, own["wacz"])
    _tell(done, output, quiet=quiet, json=report == "json" and own["capture_only"])
    if done.ending.stop in ("wait", "lost"):
        return Postponed.exit_code
    if not done.coverage.documents:
        raise SourceError(f"{url}: no document could be had of this site{''.join(f'; {note}' for note in _why(done))}")
    if own["capture_only"]:
        return _exit_code(done)
    return max(_exit_code(done), convert_capture(output, {**given, "report": report, "quiet": quiet}, config_path))


_OWN = ("via", "user", "app_password", "rate", "max_wait", "ignore_robots", "contact", "capture_only", "wacz")
"""The options that `convert` doesn't have."""


def convert_capture(output: Path, given: Mapping[str, Any], config_path: Path | None) -> int:
    """Turn an archive's capture into its documents, as `migrator convert` does; return the exit code.

    Files that were captured aren't fetched again.
    """
    captures = (output / FOLDER, *given["capture"])
    more = {"jobs": None, "dry_run": False, "verify": False, "config_path": config_path, "capture": captures}
    convert = convert_command.callback
    assert convert is not None
    code: int = convert(sources=(output / FOLDER,), output=output, **{**given, **more})
    return code


def _media(config: Path | None) -> Mapping[str, Any]:
    return read_media(config) if config else {}


def _settings(url: str, own: Mapping[str, Any], given: Mapping[str, Any], media: Mapping[str, Any]) -> Settings:
    """Join what the command line and migrator.toml (`media`) say of how the site is asked; raises UsageError."""
    headers = {**media.get("header", {}), **headers_of(given["header"])}
    login = given["basic_auth"] or media.get("basic_auth", "")
    if login and not own["user"]:
        headers = {"Authorization": authorization("--basic-auth", login), **headers}
    private = given["allow_private"]
    return Settings(
        site=_address(url),
        rate=own["rate"],
        max_wait=own["max_wait"],
        ignore_robots=own["ignore_robots"],
        contact=_printable("--contact", own["contact"]),
        headers=tuple(headers.items()),
        user=own["user"] or "",
        password=_password(own["user"], own["app_password"]),
        allow_private=media.get("allow_private", False) if private is None else private,
    )


def _address(url: str) -> str:
    """Complete an address as people write it: `gazette.example` is `https://gazette.example/`; raises UsageError."""
    full = url if "://" in url else f"https://{url}"
    scheme, _, rest = full.partition("://")
    if scheme.lower() not in ("http", "https") or not rest.strip("/") or not full.isprintable() or " " in full:
        raise UsageError(f"{url}: that is no address of a site; give it as https://gazette.example/")
    return full if "/" in rest else f"{full}/"


def _printable(option: str, text: str) -> str:
    if not text.isprintable() or not text.isascii():
        raise UsageError(f"{option} must be plain ASCII: it is sent in a header")
    return text


def _password(user: str | None, password: str | None) -> str:
    if not user:
        return ""
    return password or str(click.prompt(f"Application password of {user}", hide_input=True, err=True))


def _tell(done: Captured, output: Path, *, quiet: bool, json: bool) -> None:
    if json:
        click.echo(encode(report_json(done)), nl=False)
    elif not quiet:
        _say(lines(done, output))


def _say(said: Iterable[str]) -> None:
    click.echo("\n".join(said), err=True)


def _exit_code(done: Captured) -> int:
    return FINISHED_WITH_FAILURES if done.has_gaps else FINISHED


_ADVICE = (
    ("private address", "--allow-private asks it all the same"),
    ("can't be had: robots", "--ignore-robots asks it all the same, with the site's consent"),
    ("can't be had: other host", "crawl that address instead"),
)


def _why(done: Captured) -> Iterable[str]:
    """What stood in the way, and what could be done about it."""
    for note in done.ending.site.notes:
        yield note
        yield from (advice for reason, advice in _ADVICE if reason in note)
