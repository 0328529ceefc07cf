"""What a run is asked to do, from the command line and migrator.toml together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked to do; a part of what makes an archive's bytes."""

    unpublished: Literal["keep", "skip"] = "keep"
    types: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    author: str = ""
    limit: int = 0
    zone: str = ""
    emails: bool = False
    ledger: Literal["names", "text", "full"] = "text"
    disabled: frozenset[str] = frozenset()
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[Mapping[str, Any], ...] = ()
    """A site's own cleaning rules, one mapping a row of `[[rule]]` in migrator.toml."""
    profile: str = ""
    """The kind of site ("sno", "largo", …; "plain" for none), "" to go by the evidence."""
    people: Mapping[str, Any] = field(default_factory=dict)
    """What an archivist decided of persons (people.toml)."""
    own_profile: Mapping[str, Any] = field(default_factory=dict)
    """Where a site keeps what WordPress has no field for (`[profile]` in migrator.toml)."""
    shortcodes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What a site says of its own shortcodes (`[shortcodes]`): by name a mapping with `do` and its settings."""
