"""The archive's lists, from people to redirects, written entry by entry from the site and the journal."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain
from typing import Any

from migrator.archive import embeds, media, menus, redirects
from migrator.archive.files import Folder
from migrator.archive.journal import Journal, Tallies
from migrator.archive.layout import UNPUBLISHED
from migrator.archive.lines import line, listing, write
from migrator.model import Person, Term, TermRef
from migrator.normalise.hiding import is_named, is_of_hidden
from migrator.normalise.terms import FACTS, is_person, readable
from migrator.site import Site

_LISTED = "SELECT value FROM listed WHERE list = ? AND public = ? ORDER BY id"
_REDIRECTS = """
    SELECT source, target, kind FROM redirect
    ORDER BY source, CASE kind WHEN 'permalink' THEN 0 WHEN 'query' THEN 1 WHEN 'old' THEN 2 ELSE 3 END, rowid
"""


def write_lists(folder: Folder, journal: Journal, site: Site, tallies: Tallies) -> Counter[str]:
    """Write all lists; return how many of the header's terms each outcome has."""
    outcomes: Counter[str] = Counter()
    write(folder, journal, "people.json", listing("people", _people(site, tallies)))
    write(folder, journal, "terms.json", listing("terms", _terms(site, tallies, outcomes)))
    write(folder, journal, "redirects.csv", redirects.lines(_redirects(journal, site, tallies)))
    for public in (True, False):
        _write_shared(folder, journal, "menus", _menus(journal, site, public=public), public=public)
        _write_shared(folder, journal, "media", media.media(journal, public=public), public=public)
        _write_shared(folder, journal, "embeds", embeds.embeds(journal, public=public), public=public)
    return outcomes


def _write_shared(folder: Folder, journal: Journal, name: str, entries: Iterator[str], *, public: bool) -> None:
    """Write a list that has a public and a private form; the private one only if there is anything on it."""
    first = next(entries, None)
    if first is None and not public:
        return
    place = "" if public else UNPUBLISHED
    write(folder, journal, f"{place}{name}.json", listing(name, chain(() if first is None else (first,), entries)))


def _menus(journal: Journal, site: Site, *, public: bool) -> Iterator[str]:
    yield from menus.menus((row[0] for row in journal.rows(_LISTED, "menu item", public)), site)
    yield from (row[0] for row in journal.rows(_LISTED, "navigation", public))


def _redirects(journal: Journal, site: Site, tallies: Tallies) -> Iterator[tuple[str, str, str]]:
    """The addresses of documents and files, then of authors, where both are the same: by address, as bytes compare."""
    return heapq.merge(
        journal.rows(_REDIRECTS), redirects.author_redirects(site, tallies), key=lambda row: row[0].encode()
    )


def _people(site: Site, tallies: Tallies) -> Iterator[str]:
    """List accounts and guests, and those whom public documents credit in print."""
    for person in site.persons():
        documents = tallies["person", person.id]
        if not person.hidden and (documents or _is_entered(person, site)):
            yield _person(person, documents)


def _is_entered(person: Person, site: Site) -> bool:
    """Whether the source has an account or a guest of a person: a login that only drafts name is nobody's business."""
    return (person.guest and bool(person.logins)) or any(site.author(login) for login in person.logins)


def _person(person: Person, documents: int) -> str:
    shown = asdict(person) | {"documents": documents}
    del shown["hidden"]
    for optional in ("email", "orcid", "isni", "class_year", "title"):
        if not shown[optional]:
            del shown[optional]
    return line(shown)


def _terms(site: Site, tallies: Tallies, outcomes: Counter[str]) -> Iterator[str]:
    """List the terms that the header defines, then those that only items name; persons and menus are elsewhere."""
    used = _uses(tallies)
    for term in site.terms():
        uses = used.pop((term.taxonomy, term.slug), None)
        merged = _is_elsewhere(term, site)
        outcomes["merged" if merged else "written"] += 1
        if not merged and not is_of_hidden(term, site):
            yield _term(term, uses[1] if uses else 0, site)
    for (taxonomy, slug), (name, count) in sorted(used.items()):
        term = Term(taxonomy, slug, name)
        if not _is_elsewhere(term, site) and not is_of_hidden(term, site):
            yield _term(term, count, site)


def _uses(tallies: Tallies) -> dict[tuple[str, str], tuple[str, int]]:
    """How many public documents have each term, with the first of its names."""
    used: dict[tuple[str, str], tuple[str, int]] = {}
    for key, count in sorted((key, count) for key, count in tallies.items() if key[0] == "term"):
        name, before = used.get(key[1:3], (key[3], 0))  # type: ignore[arg-type]
        used[key[1], key[2]] = (name, before + count)
    return used


def _is_elsewhere(term: Term, site: Site) -> bool:
    return term.taxonomy in FACTS or is_person(TermRef(term.taxonomy, term.slug, term.name), site)


def _term(term: Term, documents: int, site: Site) -> str:
    term = readable(term)
    shown: dict[str, Any] = {
        "taxonomy": term.taxonomy,
        "slug": term.slug,
        "name": term.name,
        "id": term.id or None,
        "parent": term.parent or None,
        "description": term.description,
        "meta": {key: value for key, value in dict(term.meta).items() if not is_named(value, site)},
        "documents": documents,
    }
    return line(shown)
