from __future__ import annotations

from dataclasses import replace

import pytest

from migrator.model import Author, Post, Record, Term, TermRef
from migrator.normalise.people import people
from migrator.normalise.terms import terms
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


STAFF = (
    Record(
        id=7,
        type="post",
        status="publish",
        author="desk",
        meta=[("writer", "Jane Doe"), ("photographer", "Ann Poe")],
        terms=[
            TermRef("staff_name", "john-roe", "John Roe"),
            TermRef("staff_name", "ann-poe", "Ann Poe"),
            TermRef("staff_name", "jane-doe", "Jane Doe"),
            TermRef("category", "news", "News"),
        ],
    ),
    Record(id=8, type="post", status="publish", meta=[("name", "Jane Doe"), ("staffposition", "News Editor")]),
    Record(id=9, type="staff_profile", status="publish", title="John Roe", meta=[("staffposition", "Columnist")]),
    Record(id=10, type="staff_profile", status="publish", title="Ann Poe", meta=[("staffposition", "Photographer")]),
    Record(id=11, type="staff_profile", status="publish", title="Ann Poe", meta=[("staffposition", "Photo Editor")]),
)


def staffed() -> tuple[Post, Site]:
    header = (Term("staff_name", "john-roe", "John Roe", description="John writes &amp; reads."),)
    site = make_site(*STAFF, authors=ACCOUNTS, terms=header)
    story = STAFF[0]
    post = bare_post(site, id=7, author="desk", meta=story.meta, terms=story.terms)
    people(post, site)
    return post, site


def test_terms_of_a_staff_are_persons_beside_those_of_postmeta() -> None:
    post, site = staffed()
    assert [(one.name, one.role, one.source) for one in post.authors] == [
        ("Jane Doe", "writer", "postmeta"),
        ("Ann Poe", "photographer", "postmeta"),
        ("John Roe", "writer", "taxonomy"),
    ]
    terms(post, site)
    assert [term.slug for term in post.terms] == ["news"]


def test_a_title_is_that_of_the_profile_unless_there_were_several() -> None:
    post, site = staffed()
    assert [one.title for one in post.authors] == ["News Editor", "", "Columnist"]
    john = site.person_named("John Roe")
    assert john is not None
    assert (john.title, john.description) == ("Columnist", "John writes & reads.")


def test_a_taxonomy_of_a_staff_is_one_only_where_the_profile_says_so() -> None:
    story = written("rhollis", TermRef("players", "jane-doe", "Jane Doe"))
    assert bylines(make_site(story, authors=ACCOUNTS), story)[0] == ["ruth-hollis|Ruth Hollis|dc:creator"]


def test_an_item_that_only_has_a_name_is_nobody_s_profile() -> None:
    story = Record(id=1, type="post", status="publish", author="rhollis", meta=[("name", "Ruth Hollis")])
    site = make_site(story, STAFF[2], authors=ACCOUNTS)
    person = site.person_of("rhollis")
    assert person is not None
    assert person.title == ""


def test_a_guest_s_job_title_stands_beside_the_name() -> None:
    story = written("desk", credit("jane"))
    site = make_site(story, guest(50, "jane", "Jane Doe", newspack_job_title="Investigative Reporter"))
    post = bare_post(site, author="desk", terms=story.terms)
    people(post, site)
    assert [(one.name, one.title) for one in post.authors] == [("Jane Doe", "Investigative Reporter")]


@pytest.mark.parametrize(
    ("account", "sort_name"),
    [
        (Author("a", "Ruth Hollis", 1, "", "Ruth", "Hollis"), "Hollis, Ruth"),
        (Author("a", "María José Núñez Ruiz", 1, "", "María José", "Núñez Ruiz"), "Núñez Ruiz, María José"),
        (Author("a", "Ludwig van Beethoven", 1, "", "Ludwig", "van Beethoven"), "van Beethoven, Ludwig"),
        (Author("a", "Ruth Hollis", 1), ""),
        (Author("a", "Ruth M. Hollis", 1, "", "Ruth", "Hollis"), ""),
        (Author("a", "김하나", 1, "", "하나", "김"), ""),
        (Author("a", "Editor", 1, "", "Ruth", "Hollis"), ""),
        (Author("a", "Hollis", 1, "", "", "Hollis"), ""),
    ],
)
def test_a_name_is_sorted_only_where_an_account_tells_its_parts(account: Author, sort_name: str) -> None:
    assert [one.sort_name for one in make_site(authors=(account,)).persons()] == [sort_name]


def test_a_name_in_print_is_sorted_by_nothing() -> None:
    story = replace(written(), printed=[("Ruth Hollis", False), ("Wire Service", True)])
    assert [(one.name, one.sort_name) for one in make_site(story).persons()] == [
        ("Ruth Hollis", ""),
        ("Wire Service", ""),
    ]
