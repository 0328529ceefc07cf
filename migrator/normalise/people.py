"""Bylines: who a document credits, by the name readers know them by.

What is printed outranks the account that pressed "publish": first the authors that a plugin of the site shows, then
those that the body prints itself, then the account, unless it is one that nobody signs with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from migrator.model import Byline, Entry, Person, Post, TermRef
from migrator.normalise.bylines.body import take_bylines
from migrator.normalise.bylines.meta import meta_credits
from migrator.normalise.bylines.printed import Credit
from migrator.normalise.bylines.words import TECHNICAL
from migrator.normalise.terms import is_person, plain
from migrator.site import Site
from migrator.site.kinds import AUTHOR

CO_AUTHORS = "co-authors"
TAXONOMY = "taxonomy"
CREATOR = "dc:creator"
BYLINE = "byline."
PRINTED = "body"
POSTMETA = "postmeta"
PAGE = "page"

RULES = {
    PRINTED: "author",
    POSTMETA: "postmeta",
    PAGE: "page",
    CO_AUTHORS: "co-authors",
    TAXONOMY: "taxonomy",
    CREATOR: "creator",
}
"""The rule that the ledger names when a witness outranks the account."""

SIGNED = frozenset(("rel", "itemprop", "vcard", "byline", "line", "body"))
"""Witnesses of a page that are printed above or below its text (`witnesses.authors`)."""

WRITERS = ("writer", "compiler", "editor")
"""How roles begin that credit with a text as a whole."""


def people(post: Post, site: Site) -> None:
    """Credit the post's authors, and take the bylines out of its body that say who they are."""
    creator = site.person_of(post.record.author) if post.record.author else None
    shown = _beside(list(_noted(post, site)), [_byline(*one) for one in _by_terms(post, site)])
    shown = [byline for byline in shown or _paged(post, creator, site) if not is_technical(byline.name, site)] or shown
    printed = take_bylines(post, lambda name: site.person_named(name) is not None)
    credited = [byline for credit in printed if (byline := _credited(credit, site, PRINTED)) is not None]
    bylines = _with_writer(_once(_together(shown, credited)), creator, site)
    post.authors = [byline for one in bylines if (byline := _decided(one, post, site)) is not None]
    for person in {byline.person for byline in post.authors}:
        post.tallies["person", person] += 1
    if shown or credited:
        _report_other_creator(post, creator)
    if len(post.authors) < len(bylines):
        _hide_bylines(post)


def _decided(byline: Byline, post: Post, site: Site) -> Byline | None:
    """A byline under the person whom the archivist means by it; None when they are to be named nowhere."""
    person = site.person(byline.person)
    writer = site.writer_of(person, post.document.id) if person is not None else None
    if writer is None or writer is person:
        return None if writer is None else byline
    return replace(byline, person=writer.id, name=writer.name)


def _hide_bylines(post: Post) -> None:
    """Keep out of the public ledger what names a person who is hidden."""
    post.hidden += [entry for entry in post.entries if entry.rule.startswith(BYLINE)]
    post.entries[:] = [entry for entry in post.entries if not entry.rule.startswith(BYLINE)]


def is_technical(name: str, site: Site) -> bool:
    """Whether a name is that of a tool or of the site itself, not of someone who signs."""
    plain = name.strip().lower()
    bare = _bare(plain)
    return plain in TECHNICAL or (bool(bare) and bare in {_bare(site.title.lower()), *site.labels})


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    """A name without its article, spaces and marks, as logins and hosts have it."""
    return "".join(filter(str.isalnum, name.strip().removeprefix("the ")))


def _together(shown: list[Byline], printed: list[Byline]) -> list[Byline]:
    """The authors that a plugin shows with what the body says of them, then others that it credits.

    When the plugin shows nobody whom the body names, the body is believed for authors: it was printed so.
    """
    named = {byline.person: byline for byline in printed}
    if not shown or not any(byline.person in named for byline in shown):
        return printed or shown
    merged = [named.get(byline.person, byline) for byline in shown]
    known = {byline.person for byline in merged}
    return merged + [byline for byline in printed if byline.person not in known]


def _once(bylines: list[Byline]) -> list[Byline]:
    """Leave out who is credited a second time for the same."""
    found: dict[tuple[str, str], Byline] = {}
    for byline in bylines:
        found.setdefault((byline.person, byline.role), byline)
    return list(found.values())


def _with_writer(bylines: list[Byline], creator: Person | None, site: Site) -> list[Byline]:
    """Put the account first when nobody else is credited with the text: with its pictures only, or with help."""
    is_written = any(byline.role.startswith(WRITERS) for byline in bylines)
    if creator is None or is_written or (bylines and is_technical(creator.name, site)):
        return bylines
    return [_byline(creator, CREATOR), *(byline for byline in bylines if byline.person != creator.id)]


def _beside(noted: list[Byline], by_terms: list[Byline]) -> list[Byline]:
    """The credits of postmeta, which say who did what, then others whom terms name."""
    known = {byline.person for byline in noted}
    return noted + [byline for byline in by_terms if byline.person not in known]


def _byline(person: Person, source: str) -> Byline:
    return Byline(person.id, person.name, source=source, title=person.title)


def _credited(credit: Credit, site: Site, source: str) -> Byline | None:
    person = site.person_named(credit.name)
    if person is None:
        return None
    return Byline(
        person.id,
        person.name,
        credit.role,
        source,
        credit.as_printed,
        credit.connector,
        credit.title or (person.title if source == POSTMETA else ""),
        credit.class_year,
        credit.affiliation,
    )


def _noted(post: Post, site: Site) -> Iterator[Byline]:
    """The credits in postmeta that the site's profile knows of."""
    fields = site.profile.bylines
    if not fields:
        return
    for credit in meta_credits(post.record.meta, fields):
        if (byline := _credited(credit, site, POSTMETA)) is not None:
            yield byline
    for field in fields:
        for key, value in post.record.meta:
            if field.reference and key == field.meta and (person := _referred(value, site)) is not None:
                yield _byline(person, POSTMETA)


def _referred(value: str, site: Site) -> Person | None:
    """The person whom "user-12" or "guest-34" means: an account, or an item with the guest's name."""
    kind, _, number = value.partition("-")
    if not number.isdecimal() or len(number) > 18:
        return None
    if kind == "user":
        return site.person_of_user(int(number))
    guest = site.document(int(number))
    return site.person_named(guest.title) if guest is not None else None


def _paged(post: Post, creator: Person | None, site: Site) -> list[Byline]:
    """Whom the document's page names as its authors.

    An account that signs is outranked by what stands there as a byline alone: other witnesses mostly repeat an account.
    """
    may_repeat = creator is not None and not is_technical(creator.name, site)
    told = [pair for pair in post.record.credited if pair[1] in SIGNED or not may_repeat]
    found = [(site.person_named(name), witness) for name, witness in told]
    named = [_byline(person, f"{PAGE} {witness}") for person, witness in found if person is not None]
    return [] if {byline.person for byline in named} == {creator.id if creator else ""} else named


def _by_terms(post: Post, site: Site) -> Iterator[tuple[Person, str]]:
    """Whom terms credit: those of Co-Authors Plus by login, those of a profile's taxonomies by name."""
    seen: set[str] = set()
    for ref in post.record.terms:
        if is_person(ref, site):
            person = _by_term(ref, site)
            if person and person.id not in seen:
                seen.add(person.id)
                yield person, CO_AUTHORS if ref.taxonomy == AUTHOR else TAXONOMY


def _by_term(ref: TermRef, site: Site) -> Person | None:
    if ref.taxonomy != AUTHOR:
        return site.person_named(plain(ref.name))
    return site.person_of(ref.slug) or site.person_of(ref.name)


def _report_other_creator(post: Post, creator: Person | None) -> None:
    if creator and post.authors and all(byline.person != creator.id for byline in post.authors):
        names = "; ".join(byline.name for byline in post.authors)
        witness = post.authors[0].source.partition(" ")[0]
        post.entries.append(Entry(f"byline.{RULES[witness]}", "rewritten", "author", creator.name, names))
