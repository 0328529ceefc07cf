"""Names of shortcodes, so that text in brackets can be told from them.

WordPress knows which plugins are active; an export doesn't say. In 261 real exports text such as "[sic]" or "[1]" is
as frequent as shortcodes, so a name alone decides only where no one would write it as a word. The names stand in one
file a family: what a rule has for a key (`"[tag]"`) is declared there too, under NAMES, WORDS or PREFIXES.
"""

from __future__ import annotations

from typing import NamedTuple

from migrator.markup.known import builders, clutter, embeds, plugins
from migrator.markup.known.core import CODE, CORE, TEX
from migrator.options import Options

RAW = (*plugins.RAW, *builders.RAW)
"""Their content is HTML that gets no paragraphs and in which no shortcode is run."""

VERBATIM = frozenset((*TEX, *CODE, *RAW, *builders.ENCODED, *plugins.PROGRAMS, "embed"))
"""Shortcodes that take everything up to their closing tag as it is."""

_PREFIXES = (*builders.PREFIXES, *plugins.PREFIXES)
_ONLY_CLOSED = frozenset((*TEX, *CODE, *RAW))
_ALONE = frozenset((*CORE, *builders.ENCODED, *builders.NAMES, *clutter.NAMES, *embeds.NAMES, *plugins.NAMES))
_FAMILIAR = _ALONE | _ONLY_CLOSED | frozenset((*builders.WORDS, *embeds.WORDS, *plugins.WORDS, *plugins.LINES))
_LINES = frozenset(plugins.LINES)


class Own(NamedTuple):
    """The names that a site's migrator.toml speaks of: shortcodes even if nothing else tells, and text even so.

    Each as whole names and as beginnings of names.
    """

    known: frozenset[str] = frozenset()
    known_starts: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()
    kept_starts: tuple[str, ...] = ()

    def knows(self, name: str) -> bool:
        """Whether it is a shortcode."""
        return name in self.known or name.startswith(self.known_starts)

    def keeps(self, name: str) -> bool:
        """Whether it is text."""
        return name in self.kept or name.startswith(self.kept_starts)


NONE = Own()


def own_names(options: Options) -> Own:
    """Collect the names under `[shortcodes]` and in the `[name]` keys of `[[rule]]`; a verb "keep" makes them text."""
    if not options.shortcodes and not options.rules:
        return NONE
    said = {
        key[1:-1]: rule["verb"]
        for rule in reversed(options.rules)
        if rule["name"] not in options.disabled
        for key in rule["keys"]
        if key.startswith("[")
    }
    said = {
        name: how["do"] for name, how in options.shortcodes.items() if f"shortcodes.{name}" not in options.disabled
    } | said
    kept = [name for name, verb in said.items() if verb == "keep"]
    known = [name for name in said if name not in kept]
    return Own(*_parted(known), *_parted(kept))


def _parted(names: list[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Part whole names from beginnings (`my_*`)."""
    starts = tuple(name[:-1] for name in names if name.endswith("*"))
    return frozenset(name for name in names if not name.endswith("*")), starts


def is_familiar(name: str) -> bool:
    """Whether WordPress or some known plugin or theme has such a shortcode."""
    return name in _FAMILIAR or name.startswith(_PREFIXES)


def stands_alone(name: str) -> bool:
    """Whether brackets with this name are a shortcode even with nothing else in them and no closing tag."""
    return name in _ALONE or (name.startswith(_PREFIXES) and name not in _ONLY_CLOSED)


def needs_more(name: str) -> bool:
    """Whether brackets with nothing but this name and no closing tag are text although it stands alone otherwise."""
    return name in embeds.NOT_BARE


def stands_on_a_line(name: str) -> bool:
    """Whether brackets with this name are a shortcode where nothing else stands on their line."""
    return name in _LINES


def needs_closing(name: str) -> bool:
    """Whether brackets with this name are text when no closing tag follows, whatever else is in them."""
    return name in _ONLY_CLOSED


__all__ = [
    "CODE",
    "CORE",
    "NONE",
    "RAW",
    "TEX",
    "VERBATIM",
    "Own",
    "is_familiar",
    "needs_closing",
    "needs_more",
    "own_names",
    "stands_alone",
    "stands_on_a_line",
]
