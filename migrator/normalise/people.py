"""Bylines: who a document credits, by the name readers know them by."""

from __future__ import annotations

from collections.abc import Iterator

from migrator.model import Byline, Entry, Person, Post
from migrator.normalise.terms import is_person
from migrator.site import Site

CO_AUTHORS = "co-authors"
CREATOR = "dc:creator"


def people(post: Post, site: Site) -> None:
    """Credit the post's Co-Authors Plus authors in the order of their terms, else the account that wrote it."""
    creator = site.person_of(post.record.author) if post.record.author else None
    co_authors = list(_co_authors(post, site))
    if co_authors:
        post.authors = [_byline(person, CO_AUTHORS) for person in co_authors]
        _report_other_creator(post, creator)
    elif creator:
        post.authors = [_byline(creator, CREATOR)]


def _byline(person: Person, source: str) -> Byline:
    return Byline(person.id, person.name, source=source)


def _co_authors(post: Post, site: Site) -> Iterator[Person]:
    seen: set[str] = set()
    for ref in post.record.terms:
        if is_person(ref, site):
            person = site.person_of(ref.slug) or site.person_of(ref.name)
            if person and person.id not in seen:
                seen.add(person.id)
                yield person


def _report_other_creator(post: Post, creator: Person | None) -> None:
    if creator and all(byline.person != creator.id for byline in post.authors):
        names = "; ".join(byline.name for byline in post.authors)
        post.entries.append(Entry("byline.co-authors", "rewritten", "author", creator.name, names))
