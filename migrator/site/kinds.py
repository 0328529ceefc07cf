"""Which kind of site it is: the profiles whose evidence is in the source, or those that the settings name."""

from __future__ import annotations

from collections.abc import Iterable

from migrator.markup.text import plain
from migrator.model import Record
from migrator.normalise.bylines.meta import credits_of
from migrator.options import Options
from migrator.profiles import PLAIN, Profile, joined, profiles, read_profile

OWN = "own"
AUTHOR = "author"
"""The taxonomy of authors, of PublishPress Authors as of Co-Authors Plus."""

GUEST_TYPES = frozenset(("guest_author", "molongui_guestauthor"))
"""The types of Molongui's guests."""


class Kinds:
    """Gathers evidence, and the names that postmeta hold, item by item."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._known = {clue for profile in profiles() for clue in profile.evidence}
        self._fields = {row.meta: row for profile in (*profiles(), own_profile(options)) for row in profile.bylines}
        self._seen: set[str] = set()
        self._values: set[tuple[str, str]] = set()
        self._terms: dict[str, str] = {}
        self._guests: dict[str, bool] = {}

    def observe(self, record: Record, *, written: bool) -> None:
        """Take note of an item; names are only kept of those that are written."""
        for key, value in record.meta:
            if f"meta {key}" in self._known:
                self._seen.add(f"meta {key}")
            if written and key in self._fields:
                self._values.add((key, value))
        self._seen.update(
            self._known & {f"types {record.type}", *(f"taxonomies {one.taxonomy}" for one in record.terms)}
        )
        if written:
            self._terms.update(
                (one.slug, plain(one.name)) for one in record.terms if one.taxonomy == AUTHOR and one.slug
            )
        if record.type in GUEST_TYPES:
            self._guests[plain(record.title)] = False

    def found(self) -> list[str]:
        """The names of the profiles that apply."""
        chosen = self._options.profile or self._options.own_profile.get("use", "")
        if chosen:
            return [] if chosen == PLAIN else [chosen]
        return [profile.name for profile in profiles() if profile.evidence & self._seen]

    def names(self) -> dict[str, bool]:
        """The names in postmeta that hold bylines, and whether they are organisations'."""
        fields = {row.meta: row for row in profile_of(self.found(), self._options).bylines}
        guests = self._guests if any(row.reference for row in fields.values()) else {}
        return guests | {
            credit.name: credit.is_organisation
            for key, value in sorted(self._values)
            if key in fields and not fields[key].reference
            for credit in credits_of(value, fields[key].role)
        }

    def credited(self) -> dict[str, str]:
        """Names by slug of the terms that credit persons, where the site has a plugin that does so without `cap-`."""
        return self._terms if profile_of(self.found(), self._options).people == AUTHOR else {}


def profile_of(names: Iterable[str], options: Options) -> Profile:
    """The profile of a site: a site's own first, then those of its kinds."""
    chosen = set(names)
    own = (own_profile(options),) if options.own_profile else ()
    return joined((*own, *(profile for profile in profiles() if profile.name in chosen)))


def own_profile(options: Options) -> Profile:
    """What a site says of itself in migrator.toml."""
    return read_profile(OWN, {key: value for key, value in options.own_profile.items() if key != "use"})
