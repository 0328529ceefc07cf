"""migrator.toml: what a site needs to say once, read into `Options`; its errors name file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from migrator.config.checks import Check, flag, meant, number, one_of, set_of_texts, table, text
from migrator.config.front_matter import front_matter
from migrator.config.media import media_settings, placed
from migrator.errors import UsageError
from migrator.options import Options
from migrator.profiles import PLAIN, profiles, read_profile

NAME = "migrator.toml"
LEDGER_DEPTHS = ("names", "text", "full")
_EDTF_LENGTHS = (4, 7, 10)


def find_config(given: Path | None, archive: Path | None) -> Path | None:
    """Choose the settings file: the one given, else the one beside or in the archive folder, else none."""
    if given is not None:
        return given
    places = [archive / NAME, archive.parent / NAME] if archive is not None else []
    return next((place for place in places if place.is_file()), None)


def read_config(path: Path) -> Options:
    """Read settings into Options; raises UsageError naming the file and the key that can't be used."""
    settings = _settings(path)
    try:
        return options_of(settings)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def read_media(path: Path) -> Mapping[str, Any]:
    """Read what settings say of media, by option of the command line; raises UsageError like `read_config`."""
    settings = _settings(path)
    try:
        return placed(media_settings("media", settings.get("media", {})), path.parent)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def _settings(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: can't be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no valid TOML: {error}") from error


def options_of(settings: Mapping[str, Any]) -> Options:
    """Check a settings table and turn it into Options."""
    chosen: dict[str, Any] = {}
    for key, value in settings.items():
        if key not in SETTINGS:
            raise UsageError(f"unknown setting {key!r}; known are {', '.join(SETTINGS)}{meant(key, SETTINGS)}")
        field, check = SETTINGS[key]
        chosen[field] = check(key, value)
    chosen.pop("media", None)
    disabled = chosen.pop("disabled", frozenset())
    return with_disabled(replace(Options(), **chosen), disabled, "rules.disable")


def _paths(key: str, value: Any) -> Mapping[str, str]:
    for name, template in table()(key, value).items():
        text(f"paths.{name}", template)
    return dict(value)


def _disabled(key: str, value: Any) -> frozenset[str]:
    return set_of_texts("rules.disable", table("disable")(key, value).get("disable", []))


def _own_rules(key: str, value: Any) -> tuple[Mapping[str, Any], ...]:
    from migrator.config.rules import own_rules  # noqa: PLC0415  (loading the rules takes longer than `--help` may)

    return own_rules(key, value)


def _shortcodes(key: str, value: Any) -> Mapping[str, Mapping[str, str]]:
    from migrator.config.rules import shortcodes  # noqa: PLC0415

    return shortcodes(key, value)


def _profile(key: str, value: Any) -> Mapping[str, Any]:
    """`profile = "sno"`, or a table of the site's own, in which `use` names another one."""
    settings: Mapping[str, Any] = {"use": value} if isinstance(value, str) else table()(key, value)
    own = {name: setting for name, setting in settings.items() if name != "use"}
    try:
        read_profile("of migrator.toml", own)
    except (ValueError, TypeError) as error:
        raise UsageError(str(error)) from error
    return own | ({"use": profile_name(f"{key}.use", settings["use"])} if "use" in settings else {})


def profile_name(key: str, value: Any) -> str:
    """Check the name of a profile that comes with the program, or "plain" for none."""
    known = [PLAIN, *(profile.name for profile in profiles())]
    return one_of(*known)(key, value)  # type: ignore[no-any-return]


def with_disabled(options: Options, patterns: frozenset[str], key: str) -> Options:
    """Switch off the rules of these names (`share.jetpack`) and families (`share.*`) too; raises UsageError."""
    if not patterns:
        return options
    from migrator.config.rules import named  # noqa: PLC0415

    return replace(options, disabled=options.disabled | named(patterns, options, key))


def zone(key: str, value: Any) -> str:
    """Check the name of an IANA time zone."""
    try:
        ZoneInfo(text(key, value))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"{key}: there is no time zone {value!r}; write it as Europe/Berlin") from error
    return str(value)


def day(key: str, value: Any) -> str:
    """Check a date given as a year, a month or a day: 2024, 2024-04, 2024-04-10."""
    said = str(value)
    if len(said) not in _EDTF_LENGTHS or not all(part.isdigit() for part in said.split("-")):
        raise UsageError(f"{key} must be a date like 2024, 2024-04 or 2024-04-10, not {said!r}")
    return said


def with_period(options: Options) -> Options:
    """Give back options whose period has days in it; raises UsageError."""
    since, until = options.since, options.until
    if since and until and since[: len(until)] > until[: len(since)]:
        raise UsageError(f"since ({since}) is after until ({until}): nothing can be dated so")
    return options


SETTINGS: Mapping[str, tuple[str, Check]] = {
    "unpublished": ("unpublished", one_of("keep", "skip")),
    "types": ("types", set_of_texts),
    "since": ("since", day),
    "until": ("until", day),
    "author": ("author", text),
    "limit": ("limit", number),
    "zone": ("zone", zone),
    "emails": ("emails", flag),
    "ledger": ("ledger", one_of(*LEDGER_DEPTHS)),
    "front_matter": ("front_matter", front_matter),
    "paths": ("paths", _paths),
    "rules": ("disabled", _disabled),
    "rule": ("rules", _own_rules),
    "shortcodes": ("shortcodes", _shortcodes),
    "profile": ("own_profile", _profile),
    "media": ("media", media_settings),
}
"""The settings of migrator.toml: the field of Options each fills and the check that it must pass.

`[media]` is checked like the others and fills none: see `read_media`.
"""
