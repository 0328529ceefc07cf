"""Options that several commands share, and how they join with migrator.toml: the command line wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from migrator import config
from migrator.options import Options
from migrator.site.people_toml import find_people, read_people

Command = TypeVar("Command", bound=Callable[..., Any])

SOURCES = click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Settings file; else migrator.toml beside the archive.",
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="No progress bar and no summary.")
REPORT = click.option(
    "--report",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Summary for people on stderr, or JSON on stdout.",
)

FILTERS = (
    click.option(
        "--unpublished",
        type=click.Choice(["keep", "skip"]),
        help="Drafts, private and protected items: kept apart (the default), or left out.",
    ),
    click.option("--types", help="Only these types, separated by commas: post,page."),
    click.option("--since", help="Only what is dated on or after this year, month or day (2024, 2024-04, 2024-04-10)."),
    click.option("--until", help="Only what is dated on or before this year, month or day."),
    click.option("--author", help="Only what this login wrote."),
    click.option("--limit", type=click.IntRange(min=1), help="Only the first N documents of the source."),
    click.option("--zone", help="The site's IANA time zone, such as America/New_York."),
    click.option("--profile", help="The kind of site (sno, newspack, largo, …; plain: none); else it is found out."),
    click.option(
        "--emails", is_flag=True, default=None, help="Keep e-mail and IP addresses of authors and commenters."
    ),
    click.option(
        "--ledger", type=click.Choice(["names", "text", "full"]), help="How much the ledger tells (default: text)."
    ),
    click.option(
        "--disable",
        multiple=True,
        metavar="RULE",
        help="Switch a cleaning rule (share.jetpack) or a family of them ('share.*') off; may be repeated.",
    ),
)


def filters(command: Command) -> Command:
    """Give a command the options that fill `Options`."""
    return with_options(FILTERS, command)


def with_options(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    """Give a command options, which its help shows in this order."""
    for option in reversed(options):
        command = option(command)
    return command


def options_from(config_path: Path | None, archive: Path | None, given: dict[str, Any]) -> Options:
    """Join the settings file with the options given; raises UsageError."""
    path = config.find_config(config_path, archive)
    options = config.read_config(path) if path else Options()
    chosen = {name: value for name, value in given.items() if value not in (None, (), "")}
    if "types" in chosen:
        chosen["types"] = frozenset(name.strip() for name in chosen["types"].split(",") if name.strip())
    if "zone" in chosen:
        chosen["zone"] = config.zone("--zone", chosen["zone"])
    if "profile" in chosen:
        chosen["profile"] = config.profile_name("--profile", chosen["profile"])
    for name in ("since", "until"):
        if name in chosen:
            chosen[name] = config.day(f"--{name}", chosen[name])
    disabled = frozenset(chosen.pop("disable", ()))
    people = find_people(archive)
    if people:
        chosen["people"] = read_people(people)
    return config.with_disabled(config.with_period(replace(options, **chosen)), disabled, "--disable")
