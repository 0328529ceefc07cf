"""What migrator.toml says of media (`[media]`): each setting stands for an option of the command line, which wins.

It is no part of `Options`: where files are fetched from makes no difference to an archive's bytes, and what headers
hold is nobody's business who reads archive.json.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from migrator.config.checks import Check, flag, meant, one_of, table, text, texts
from migrator.errors import UsageError

EXTENTS = ("none", "referenced", "all")


def header(key: str, name: str, value: str) -> tuple[str, str]:
    """Check a header for the site's host; raises UsageError, which doesn't repeat what may be secret."""
    name, value = name.strip(), value.strip()
    if not name or ":" in name or not (name + value).isprintable() or not (name + value).isascii():
        raise UsageError(f"{key} must be 'Name: value' in ASCII; one that was given isn't")
    return name, value


def authorization(key: str, said: str) -> str:
    """Write NAME:PASSWORD as the value of the header Authorization; raises UsageError, which doesn't repeat it.

    Source: RFC 7617, in UTF-8.
    """
    if ":" not in said:
        raise UsageError(f"{key} must be NAME:PASSWORD; what was given has no colon")
    return f"Basic {b64encode(said.encode()).decode()}"


def _headers(key: str, value: Any) -> Mapping[str, str]:
    given = table()(key, value)
    if not all(isinstance(said, str) for said in given.values()):
        raise UsageError(f"{key}: values must be texts")
    return dict(header(key, name, said) for name, said in given.items())


def _basic_auth(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{key} must be a text")
    authorization(key, value)
    return value


def _paths(key: str, value: Any) -> tuple[Path, ...]:
    given = [value] if isinstance(value, str) else texts(key, value)
    return tuple(Path(said).expanduser() for said in given)


def _path(key: str, value: Any) -> Path:
    return Path(text(key, value)).expanduser()


SETTINGS: Mapping[str, tuple[str, Check]] = {
    "fetch": ("media", one_of(*EXTENTS)),
    "uploads": ("uploads", _paths),
    "captures": ("capture", _paths),
    "remote": ("remote_media", flag),
    "headers": ("header", _headers),
    "basic_auth": ("basic_auth", _basic_auth),
    "allow_private": ("allow_private", flag),
    "report": ("media_report", _path),
}
"""The settings of `[media]`: the option of the command line each stands for and the check that it must pass."""


def media_settings(key: str, value: Any) -> dict[str, Any]:
    """Check `[media]`; return what it says by option. Raises UsageError."""
    chosen = {}
    for name, said in table()(key, value).items():
        if name not in SETTINGS:
            raise UsageError(f"[{key}] has no setting {name!r}; known are {', '.join(SETTINGS)}{meant(name, SETTINGS)}")
        option, check = SETTINGS[name]
        chosen[option] = check(f"{key}.{name}", said)
    return chosen


def placed(settings: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Let relative paths of settings lead from the folder in which their file is."""
    return {name: _placed(said, folder) for name, said in settings.items()}


def _placed(said: Any, folder: Path) -> Any:
    if isinstance(said, tuple):
        return tuple(folder / path for path in said)
    return folder / said if isinstance(said, Path) else said
