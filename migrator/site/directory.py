"""Accounts, persons and terms of the site."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator

from migrator.model import Author, Person, Term
from migrator.site.persons import by_name, spellings
from migrator.site.store import Row, Store, remembered


class Directory:
    """The index of whom and what documents name."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.term = remembered(self._term)
        self.person = remembered(self._person)
        self.person_of = remembered(self._person_of)
        self.person_named = remembered(self._person_named)

    def _term(self, taxonomy: str, slug: str) -> Term | None:
        row = self._store.one("SELECT * FROM term WHERE taxonomy = ? AND slug = ?", taxonomy, slug)
        return _read_term(row) if row else None

    def terms(self) -> Iterator[Term]:
        """List all terms that the header defines, by taxonomy and slug."""
        return map(_read_term, self._store.all("SELECT * FROM term ORDER BY taxonomy, slug"))

    def author(self, login: str) -> Author | None:
        """Find an account by its login."""
        row = self._store.one("SELECT * FROM author WHERE login = ?", login)
        return Author(*row) if row else None

    def _person(self, identity: str) -> Person | None:
        row = self._store.one("SELECT value FROM person WHERE id = ?", identity)
        return _read_person(row) if row else None

    def persons(self) -> Iterator[Person]:
        """List all persons, in an order that stays."""
        return map(_read_person, self._store.all("SELECT value FROM person ORDER BY rank"))

    def names(self) -> Iterator[tuple[str, str]]:
        """Every name by which the source may call a person, after the person's id."""
        return map(tuple, self._store.all("SELECT person, name FROM known_as ORDER BY person, name"))

    def _person_of(self, name: str) -> Person | None:
        for spelling in filter(None, spellings(name)):
            row = self._store.one("SELECT person FROM known_as WHERE name = ?", spelling)
            if row:
                return self.person(row[0])
        return None

    def _person_named(self, name: str) -> Person | None:
        row = self._store.one("SELECT person FROM known_as WHERE name = ?", by_name(name))
        return self.person(row[0]) if row else None


def _read_term(row: Row) -> Term:
    taxonomy, slug, name, number, parent, description, meta = row
    pairs = tuple((key, value) for key, value in json.loads(meta))
    return Term(taxonomy, slug, name, number, parent, description, pairs)


def _read_person(row: Row) -> Person:
    person: Person = pickle.loads(row[0])
    return person
