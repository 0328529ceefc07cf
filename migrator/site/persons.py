"""One register of everyone that documents name as author: accounts, guests, and logins that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from unicodedata import normalize
from urllib.parse import quote

from migrator.markup.text import plain
from migrator.model import Author, Person, Record
from migrator.normalise.slugs import folded, slug_of

_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+\Z")
_NOT_IN_LOGIN = re.compile(r"[^a-z0-9_-]+")
_MARK = re.compile("[\u0300-\u036f]")
GUEST_PREFIX = "cap-"
"""What Co-Authors Plus puts before the slugs of its terms."""

TERM = "term "
"""What the register puts before the keys of other terms."""


@dataclass(slots=True)
class Register:
    """Persons in their lasting order, and every name by which the source may call one."""

    persons: list[Person] = field(default_factory=list)
    known_as: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


def guest_of(record: Record) -> dict[str, str]:
    """Read a Co-Authors Plus guest (an item of type `guest-author`) from its `cap-` meta."""
    guest = {key.removeprefix(GUEST_PREFIX): value for key, value in record.meta if key.startswith(GUEST_PREFIX)}
    return {"title": record.title, "slug": record.slug, "post_id": str(record.id)} | guest


def names_in(record: Record) -> Iterator[tuple[str, str]]:
    """List whom an item credits: the login that wrote it, and Co-Authors Plus terms, each with the name they have."""
    if record.author:
        yield record.author, record.author
    for term in record.terms:
        if term.taxonomy == "author" and term.slug.startswith(GUEST_PREFIX):
            yield term.slug, plain(term.name) or term.slug.removeprefix(GUEST_PREFIX)


def register(
    authors: Iterable[Author], guests: Iterable[Mapping[str, str]], named: Mapping[str, str], *, emails: bool
) -> Register:
    """Make the register: accounts by number, then guests by login, then whom only items name (name by login or slug).

    A guest that is linked to an account is the same person under the guest's name. Addresses are only kept with
    `emails`; a login that is one is known but not shown.
    """
    made = Register()
    linked = {guest.get("linked_account", ""): guest for guest in guests if guest.get("linked_account")}
    for author in sorted(authors, key=lambda author: (author.id, author.login)):
        _enter(made, _account(author, linked.pop(author.login, {})), _names_of(author), emails=emails)
    for guest in sorted(guests, key=_guest_login):
        if linked.get(guest.get("linked_account", "")) is guest or not guest.get("linked_account"):
            _enter(made, _guest(guest), _guest_names(guest), emails=emails)
        else:
            _also(made, guest)
    for login, name in sorted(named.items()):
        if not any(spelling in made.known_as for spelling in (*spellings(login), name)):
            is_guest = login.startswith(GUEST_PREFIX)
            person = Person("", name, () if is_guest else (login,), guest=is_guest)
            _enter(made, person, (login, nicename(login)), emails=emails)
    return made


def enter_printed(made: Register, printed: Mapping[str, bool]) -> None:
    """Know persons by their names too, and enter whom only bodies name (name → whether it is an organisation's)."""
    for person in made.persons:
        made.known_as.setdefault(by_name(person.name), person.id)
    for name, is_organisation in sorted(printed.items()):
        if by_name(name) not in made.known_as:
            _enter(made, Person("", name, organisation=is_organisation), (by_name(name),), emails=True)


def describe(made: Register, terms: Iterable[tuple[str, str, str, str]], titles: Mapping[str, str]) -> None:
    """Say of persons what terms (taxonomy, slug, name, description) and items about them tell.

    What accounts and guests say of themselves stands.
    """
    posts = {made.known_as.get(by_name(name), ""): title for name, title in titles.items()}
    said: dict[str, str] = {}
    for taxonomy, slug, name, description in terms:
        identity = made.known_as[by_name(name)]
        made.known_as.setdefault(by_term(taxonomy, slug), identity)
        said[identity] = said.get(identity) or description
    for place, person in enumerate(made.persons):
        description = person.description or said.get(person.id, "")
        made.persons[place] = replace(person, title=posts.get(person.id, ""), description=description)


def enter_named(made: Register, name: str) -> None:
    """Enter a person that nothing but a name is known of, unless the name is known."""
    if by_name(name) not in made.known_as:
        _enter(made, Person("", name), (by_name(name),), emails=True)


def by_name(name: str) -> str:
    """The key under which the register knows a person's name, apart from logins."""
    return f"name {name}"


def by_term(taxonomy: str, slug: str) -> str:
    """The key under which the register knows a person's term, apart from logins."""
    return f"{TERM}{taxonomy} {slug}"


def _account(author: Author, guest: Mapping[str, str]) -> Person:
    full = " ".join(filter(None, (author.first_name, author.last_name)))
    name = guest.get("display_name") or author.name or full or _shown_login(author.login)
    return Person(
        "",
        plain(name),
        (author.login,),
        guest.get("user_email") or author.email,
        guest.get("website", ""),
        guest.get("description", ""),
        sort_name=_sort_name(plain(name), author.first_name, author.last_name),
    )


def _guest(guest: Mapping[str, str]) -> Person:
    full = " ".join(filter(None, (guest.get("first_name"), guest.get("last_name"))))
    name = plain(guest.get("display_name") or full or guest["title"] or _guest_login(guest))
    return Person(
        "",
        name,
        (_guest_login(guest),),
        guest.get("user_email", ""),
        guest.get("website", ""),
        guest.get("description", ""),
        guest=True,
        sort_name=_sort_name(name, guest.get("first_name", ""), guest.get("last_name", "")),
    )


def _sort_name(name: str, first: str, last: str) -> str:
    """The name with the family's part first; "" when account or guest don't say which part that is."""
    return f"{last}, {first}" if first and last and name == f"{first} {last}" else ""


def _guest_login(guest: Mapping[str, str]) -> str:
    return guest.get("user_login") or guest["slug"].removeprefix(GUEST_PREFIX) or guest["post_id"]


def _names_of(author: Author) -> Iterator[str]:
    yield author.login
    yield author.nicename or nicename(author.login)
    if author.id:
        yield f"user {author.id}"


def _guest_names(guest: Mapping[str, str]) -> Iterator[str]:
    login = _guest_login(guest)
    yield from (login, nicename(login), guest["slug"], guest["slug"].removeprefix(GUEST_PREFIX))


def _also(made: Register, guest: Mapping[str, str]) -> None:
    person = made.known_as.get(guest["linked_account"])
    for name in _guest_names(guest):
        if name and person:
            made.known_as.setdefault(name, person)


def _enter(made: Register, person: Person, names: Iterable[str], *, emails: bool) -> None:
    person = person if emails else _without_addresses(person)
    person = replace(person, id=_new_id(made, person))
    made.persons.append(person)
    for name in names:
        if name:
            made.known_as.setdefault(name, person.id)


def _new_id(made: Register, person: Person) -> str:
    base = slug_of(person.name) or "person"
    number, candidate = 1, base
    while folded(candidate) in made.taken:
        number += 1
        candidate = f"{base}-{number}"
    made.taken.add(folded(candidate))
    return candidate


def _without_addresses(person: Person) -> Person:
    logins = tuple(login for login in person.logins if not _MAIL.match(login))
    return replace(person, name=_shown_login(person.name), email="", logins=logins)


def _shown_login(login: str) -> str:
    """What of a login may stand for a name: of an e-mail address the part before the @."""
    return login.partition("@")[0] if _MAIL.match(login) else login


def nicename(login: str) -> str:
    """The slug WordPress makes of a login (`user_nicename`), which exports don't hold: accents go, other scripts are
    percent-encoded. Source: sanitize_title."""
    letters = login if login.isascii() else _MARK.sub("", normalize("NFD", login))
    if not letters.isascii():
        return quote("-".join(login.lower().split()), safe="-_").lower()
    return _NOT_IN_LOGIN.sub("-", letters.lower().replace("@", "").replace(".", "-")).strip("-")


def spellings(name: str) -> Iterator[str]:
    """Spell a login, nicename or Co-Authors Plus slug ("cap-jane-doe") in each way the register may know it by."""
    yield name
    yield name.removeprefix(GUEST_PREFIX)
    yield nicename(name)
    yield nicename(name.removeprefix(GUEST_PREFIX))
