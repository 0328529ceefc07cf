"""Which kind of site it is: the profiles whose evidence is in the source, or those that the settings name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from migrator.markup.text import plain
from migrator.model import Record
from migrator.normalise.bylines.meta import credits_of
from migrator.normalise.bylines.names import folded_spaces, is_organisation
from migrator.options import Options
from migrator.profiles import PLAIN, PersonField, Profile, joined, profiles, read_profile

OWN = "own"
AUTHOR = "author"
"""The taxonomy of authors, of PublishPress Authors as of Co-Authors Plus."""

GUEST_TYPES = frozenset(("guest_author", "molongui_guestauthor"))
"""The types of Molongui's guests."""


class Named(NamedTuple):
    """A term that is a person."""

    taxonomy: str
    slug: str
    name: str


class Kinds:
    """Gathers evidence, and the names that postmeta hold, item by item."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._known = {clue for profile in profiles() for clue in profile.evidence}
        every = (*profiles(), own_profile(options))
        self._fields = {row.meta: row for profile in every for row in profile.bylines}
        self._seen: set[str] = set()
        self._values: set[tuple[str, str]] = set()
        self._taxonomies = frozenset().union(*(one.people for one in every))
        self._persons = tuple(row for one in every for row in one.persons)
        self._titled = frozenset(row.title for row in self._persons)
        self._terms: set[Named] = set()
        self._titles: set[tuple[PersonField, str, str]] = set()
        self._guests: dict[str, bool] = {}

    def observe(self, record: Record, *, written: bool) -> None:
        """Take note of an item; names are only kept of those that are written."""
        for key, value in record.meta:
            if f"meta {key}" in self._known:
                self._seen.add(f"meta {key}")
            if written and key in self._fields:
                self._values.add((key, value))
            if key in self._titled:
                self._take_title(record, key, value)
        self._seen.update(
            self._known & {f"types {record.type}", *(f"taxonomies {one.taxonomy}" for one in record.terms)}
        )
        if written:
            self._terms.update(
                Named(one.taxonomy, one.slug, folded_spaces(plain(one.name)))
                for one in record.terms
                if one.taxonomy in self._taxonomies and one.slug
            )
        if record.type in GUEST_TYPES:
            self._guests[plain(record.title)] = False

    def _take_title(self, record: Record, key: str, value: str) -> None:
        for row in self._persons:
            if row.title == key and row.type in ("", record.type):
                name = dict(record.meta).get(row.name, "") if row.name else record.title
                self._titles.add((row, folded_spaces(plain(name)), folded_spaces(plain(value))))

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
        staff = {named.name: is_organisation(named.name) for named in sorted(self.staff())}
        return (guests | staff) | {
            credit.name: credit.is_organisation
            for key, value in sorted(self._values)
            if key in fields and not fields[key].reference
            for credit in credits_of(value, fields[key].role)
        }

    def credited(self) -> dict[str, str]:
        """Names by slug of the terms that credit persons, where the site has a plugin that does so without `cap-`."""
        people = profile_of(self.found(), self._options).people
        return {one.slug: one.name for one in sorted(self._terms) if one.taxonomy == AUTHOR and AUTHOR in people}

    def staff(self) -> list[Named]:
        """The terms of the profile's other taxonomies of persons."""
        people = profile_of(self.found(), self._options).people - {AUTHOR}
        return [one for one in self._terms if one.taxonomy in people and one.name]

    def titles(self) -> dict[str, str]:
        """The title of each person whom items are about; none of one who has had several."""
        rows = profile_of(self.found(), self._options).persons
        found: dict[str, set[str]] = {}
        for row, name, title in self._titles:
            if row in rows and name and title:
                found.setdefault(name, set()).add(title)
        return {name: next(iter(titles)) for name, titles in found.items() if len(titles) == 1}


def profile_of(names: Iterable[str], options: Options) -> Profile:
    """The profile of a site: a site's own first, then those of its kinds."""
    chosen = set(names)
    own = (own_profile(options),) if options.own_profile else ()
    return joined((*own, *(profile for profile in profiles() if profile.name in chosen)))


def own_profile(options: Options) -> Profile:
    """What a site says of itself in migrator.toml."""
    return read_profile(OWN, {key: value for key, value in options.own_profile.items() if key != "use"})
