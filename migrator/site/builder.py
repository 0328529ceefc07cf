"""The index pass: what the whole site must know of each item, into one SQLite file, in memory that doesn't grow."""

from __future__ import annotations

import json
import pickle
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

from migrator.markup.text import plain
from migrator.model import Author, Record, Term
from migrator.normalise.slugs import slug_of
from migrator.normalise.urls import split
from migrator.options import Options
from migrator.policy import Verdict, decide
from migrator.site import rows, schema
from migrator.site.clock import stretches
from migrator.site.files import family
from migrator.site.hosts import Hosts
from migrator.site.kinds import Kinds
from migrator.site.paths import assign_media, assign_paths
from migrator.site.persons import describe, enter_printed, guest_of, names_in, register
from migrator.site.reader import Site
from migrator.site.roots import key_of, locate
from migrator.site.rulings import doubles, hidden_names, rule, splits, strangers

_BATCH = 2000
_CONTENT_KEPT = frozenset(("wp_block", "wp_navigation"))
_INSERTS = {
    "document": 14,
    "attachment": 17,
    "address": 4,
    "family": 2,
    "block": 2,
}


class Builder:
    """Takes a source's facts and items one by one; `finish` decides what depends on all of them."""

    def __init__(self, path: Path, options: Options) -> None:
        self._path = path
        self._options = options
        self._connection = schema.create(path)
        self._pending: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}
        self._seen = _Numbers()
        self._facts: dict[str, str] = {}
        self._hosts = Hosts()
        self._offsets: Counter[tuple[str, int]] = Counter()
        self._authors: dict[str, Author] = {}
        self._guests: list[dict[str, str]] = []
        self._named: dict[str, str] = {}
        self._printed: dict[str, bool] = {}
        self._kinds = Kinds(options)
        self._written = 0

    def set_fact(self, name: str, value: str) -> None:
        """Keep a fact of the header ("title", "link", "base_site_url", …); the first part that says it wins."""
        if value:
            self._facts.setdefault(name.removeprefix("wp:"), value)

    def add_author(self, author: Author) -> None:
        """Keep an account."""
        self._authors.setdefault(author.login, author)

    def add_term(self, term: Term) -> None:
        """Keep a term; the first that defines it wins."""
        slug = term.slug or slug_of(plain(term.name))
        row = (term.taxonomy, slug, term.name, term.id, term.parent, term.description, json.dumps(term.meta))
        self._connection.execute("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def add(self, record: Record) -> bool:
        """Take in an item; False if the same one was there before: same id, type and title, or guid without an id."""
        number = self._number(record)
        if number is None:
            return False
        own = rows.addresses_of(record)
        if record.type == "attachment":
            self._add_attachment(record, number)
        else:
            self._add_document(record, number)
            self._hosts.observe(record.id, own)
        self._pending["address"].extend(
            (address.key, self._hosts.number(address.host), address.rank, number)
            for address in rows.addresses(record, number, own)
        )
        self._observe(record)
        if len(self._pending["address"]) > _BATCH:
            self._flush()
        return True

    def finish(self) -> Site:
        """Decide hosts, paths, persons and the clock, and open the finished site."""
        self._flush()
        self._save_persons()
        assign_paths(self._connection, self._options.paths)
        hosts = self._hosts.facts(self._facts)
        assign_media(self._connection, json.loads(hosts["hosts"]))
        front = rows.GUID, rows.home(hosts["base_url"])
        self._connection.execute("DELETE FROM address WHERE rank = ? AND key = ?", front)
        self._save_facts(hosts)
        schema.finish(self._connection)
        return Site.open(self._path)

    def _number(self, record: Record) -> int | None:
        number = rows.identity(record)
        if self._seen.add(number):
            return number
        if self._named_at(number) == (record.type, plain(record.title)):
            return None
        number = rows.other_identity(record)
        return number if self._seen.add(number) else None

    def _named_at(self, number: int) -> tuple[str, str]:
        """Type and title of the item that has a number."""
        self._flush()
        query = "SELECT type, title FROM document WHERE id = ?1 "
        query += "UNION SELECT 'attachment', title FROM attachment WHERE id = ?1"
        kind, title = self._connection.execute(query, (number,)).fetchone()
        return kind, title

    def _add_document(self, record: Record, number: int) -> None:
        verdict = decide(record, self._options)
        written = self._is_written(verdict)
        self._pending["document"].append(rows.document_row(record, number, verdict, written=written))
        self._kinds.observe(record, written=written)
        if record.type == "guest-author":
            self._guests.append(guest_of(record))
        elif written:
            self._named.update(names_in(record))
            self._printed.update({name: False for name, _ in record.credited} | dict(record.printed))
        if record.type in _CONTENT_KEPT and verdict.public:  # WordPress shows no draft of one either
            self._pending["block"].append((number, record.content))

    def _is_written(self, verdict: Verdict) -> bool:
        written = verdict.outcome == "written" and not 0 < self._options.limit <= self._written
        self._written += written
        return written

    def _add_attachment(self, record: Record, number: int) -> None:
        url = split(record.attachment_url or record.guid)
        given = next((value for name, value in record.meta if name == "_wp_attached_file"), "")
        located = locate(url, given)
        self._hosts.roots[url.host, located.root] += 1
        self._pending["attachment"].append(rows.attachment_row(record, number, located.file))
        self._pending["family"].append((family(located.file if given else key_of(located, url.host)), number))

    def _observe(self, record: Record) -> None:
        seen = rows.offset_of(record)
        if seen is not None:
            self._offsets[seen] += 1

    def _flush(self) -> None:
        for table, pending in self._pending.items():
            if pending:
                places = ", ".join("?" * _INSERTS[table])
                self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", pending)
                pending.clear()

    def _save_persons(self) -> None:
        named = self._kinds.credited() | self._named
        made = register(self._authors.values(), self._guests, named, emails=self._options.emails)
        enter_printed(made, self._printed | self._kinds.names())
        describe(made, self._staff(), self._kinds.titles())
        self._facts["strangers"] = json.dumps(strangers(made, self._options.people), ensure_ascii=False)
        rule(made, self._options.people)
        parted = splits(made, self._options.people)
        self._facts["splits"] = json.dumps(parted)
        self._facts["doubles"] = json.dumps(doubles(made, self._options.people))
        self._facts["unsplit"] = json.dumps([*self._unsplit(parted)])
        self._facts["hidden"] = json.dumps(hidden_names(made), ensure_ascii=False)
        self._connection.executemany(
            "INSERT INTO person VALUES (?, ?, ?)",
            ((person.id, rank, pickle.dumps(person)) for rank, person in enumerate(made.persons)),
        )
        self._connection.executemany("INSERT INTO known_as VALUES (?, ?)", made.known_as.items())
        self._connection.executemany(
            "INSERT INTO author VALUES (?, ?, ?, ?, ?, ?, ?)", map(astuple, self._authors.values())
        )

    def _unsplit(self, parted: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
        """The documents of splits that the source has not, each behind the person's id."""
        query = "SELECT 1 FROM document WHERE id = ?"
        for identity, documents in parted.items():
            for number in documents:
                if self._connection.execute(query, (number,)).fetchone() is None:
                    yield identity, number

    def _staff(self) -> Iterator[tuple[str, str, str, str]]:
        """The terms that are persons, with what the header says of them."""
        query = "SELECT description FROM term WHERE taxonomy = ? AND slug = ?"
        for one in sorted(self._kinds.staff()):
            row = self._connection.execute(query, (one.taxonomy, one.slug)).fetchone()
            yield (*one, plain(row[0]) if row else "")

    def _save_facts(self, hosts: dict[str, str]) -> None:
        facts: dict[str, Any] = {
            **self._facts,
            **hosts,
            "profiles": json.dumps(self._kinds.found()),
            "offsets": json.dumps(stretches(self._offsets)),
            "options": pickle.dumps(self._options),
        }
        self._connection.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())


class _Numbers:
    """A set of numbers that takes two bytes for each when they are dense, as ids are."""

    __slots__ = ("_words",)

    def __init__(self) -> None:
        self._words: dict[int, int] = {}

    def add(self, number: int) -> bool:
        """Put a number in; False if it was there."""
        word, bit = number >> 6, 1 << (number & 63)
        before = self._words.get(word, 0)
        self._words[word] = before | bit
        return not before & bit
