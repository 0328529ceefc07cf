from __future__ import annotations

import pytest

from migrator.model import Author, Record, TermRef
from migrator.normalise.people import people
from migrator.options import Options
from migrator.site import Site
from tests.sites import bare_post, make_site

ACCOUNTS = (
    Author("rhollis", "Ruth Hollis", 3, "rhollis@example.edu", "Ruth", "Hollis"),
    Author("desk", "The Gazette &amp; Friends", 2, "desk@example.edu"),
    Author("old.login", "", 9, "", "Inés", "Marchetti"),
    Author("kim@example.edu", "kim@example.edu", 12, "kim@example.edu"),
)


def guest(number: int, login: str, name: str, **meta: str) -> Record:
    pairs = {"user_login": login, "display_name": name} | meta
    return Record(
        id=number,
        type="guest-author",
        status="publish",
        title=name,
        slug=f"cap-{login}",
        meta=[(f"cap-{key}", value) for key, value in pairs.items()],
    )


def written(author: str = "", *terms: TermRef) -> Record:
    return Record(id=1, type="post", status="publish", author=author, terms=list(terms))


def credit(login: str) -> TermRef:
    return TermRef("author", f"cap-{login}", login)


def bylines(site: Site, record: Record) -> tuple[list[str], list[str]]:
    post = bare_post(site, author=record.author, terms=record.terms)
    people(post, site)
    entries = [f"{entry.rule}: {entry.before} -> {entry.after}" for entry in post.entries]
    return [f"{line.person}|{line.name}|{line.source}" for line in post.authors], entries


@pytest.mark.parametrize(
    ("login", "line"),
    [
        ("rhollis", "ruth-hollis|Ruth Hollis|dc:creator"),
        ("desk", "the-gazette-friends|The Gazette & Friends|dc:creator"),
        ("old.login", "inés-marchetti|Inés Marchetti|dc:creator"),
        ("kim@example.edu", "kim|kim|dc:creator"),
        ("ghost", "ghost|ghost|dc:creator"),
    ],
)
def test_an_account_is_credited_by_its_display_name(login: str, line: str) -> None:
    site = make_site(written(login), authors=ACCOUNTS)
    assert bylines(site, written(login)) == ([line], [])


def test_no_author_makes_no_byline() -> None:
    assert bylines(make_site(written()), written()) == ([], [])


def test_co_authors_are_credited_in_their_order_instead_of_the_account() -> None:
    story = written("desk", credit("wire-service"), credit("rhollis"), credit("rhollis"), credit("nobody-knows"))
    site = make_site(story, guest(50, "wire-service", "Wire Service"), authors=ACCOUNTS)
    lines, entries = bylines(site, story)
    assert lines == [
        "wire-service|Wire Service|co-authors",
        "ruth-hollis|Ruth Hollis|co-authors",
        "nobody-knows|nobody-knows|co-authors",
    ]
    assert entries == ["byline.co-authors: The Gazette & Friends -> Wire Service; Ruth Hollis; nobody-knows"]


def test_a_taxonomy_of_books_authors_is_no_byline() -> None:
    story = written("rhollis", TermRef("author", "herman-melville", "Herman Melville"))
    assert bylines(make_site(story, authors=ACCOUNTS), story)[0] == ["ruth-hollis|Ruth Hollis|dc:creator"]


def test_a_guest_linked_to_an_account_is_the_same_person() -> None:
    story = written("rhollis", credit("ruth-h"))
    site = make_site(
        story,
        guest(50, "ruth-h", "Ruth M. Hollis", linked_account="rhollis", website="https://r.example"),
        authors=ACCOUNTS,
    )
    assert bylines(site, story)[0] == ["ruth-m-hollis|Ruth M. Hollis|co-authors"]
    person = site.person_of("rhollis")
    assert person and person.url == "https://r.example" and not person.guest
    assert site.person_of_user(3) == person


def test_names_are_numbered_when_two_people_share_one() -> None:
    twins = Author("b", "Kim Lee", 8), Author("a", "kim lee", 4), Author("c", "김하나", 5), Author("d", "!!!", 6)
    site = make_site(authors=twins)
    assert [(person.id, person.logins) for person in site.persons()] == [
        ("kim-lee", ("a",)),
        ("김하나", ("c",)),
        ("person", ("d",)),
        ("kim-lee-2", ("b",)),
    ]


def test_addresses_are_kept_only_when_asked_for() -> None:
    shown = str(list(make_site(written("x@example.edu"), authors=ACCOUNTS).persons()))
    assert "@" not in shown
    kept = make_site(authors=ACCOUNTS, options=Options(emails=True)).person_of("kim@example.edu")
    assert kept and kept.email == "kim@example.edu" and kept.logins == ("kim@example.edu",)


def test_every_spelling_of_a_login_is_the_person() -> None:
    site = make_site(guest(50, "wire-service", "Wire Service"), authors=ACCOUNTS)
    for spelling in ("old.login", "old-login", "cap-old-login", "Old.Login"):
        person = site.person_of(spelling)
        assert person and person.name == "Inés Marchetti"
    for spelling in ("wire-service", "cap-wire-service"):
        person = site.person_of(spelling)
        assert person and person.guest
    assert site.person_of("nobody") is None and site.person_of("") is None


def test_authors_of_what_is_not_written_are_no_persons() -> None:
    revision = Record(id=4, type="revision", status="inherit", author="ghost")
    assert list(make_site(revision).persons()) == []
