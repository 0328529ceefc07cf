"""What items refer to by number: taxonomies, terms, accounts; and what the site says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, replace

from migrator.model import Author, Term
from migrator.sources.rest.serialized import meta_rows
from migrator.sources.rest.values import Item, number, text
from migrator.sources.wxr.php import mapping

CORE: Mapping[str, str] = {"categories": "category", "tags": "post_tag"}
"""The fields of WordPress's own taxonomies → their names."""


@dataclass(slots=True)
class Lookups:
    """Taxonomies by the field that an item has their terms in, terms by taxonomy and id, accounts by id."""

    taxonomies: dict[str, str] = field(default_factory=lambda: dict(CORE))
    terms: dict[tuple[str, int], Term] = field(default_factory=dict)
    users: dict[int, Author] = field(default_factory=dict)

    def add_terms(self, terms: Iterable[Term]) -> None:
        """Know terms by their ids."""
        self.terms |= {(term.taxonomy, term.id): term for term in terms if term.id}

    def add_users(self, users: Iterable[Author]) -> None:
        """Know accounts by their ids; of several answers for one, that which tells most of it."""
        for user in users:
            if user.id:
                self.users[user.id] = max(self.users.get(user.id, user), user, key=_told)

    def has_account(self, nicename: str) -> bool:
        """Whether an account is known that has this name in addresses."""
        return any(user.nicename == nicename for user in self.users.values())


def read_taxonomies(answer: Item) -> dict[str, str]:
    """Read `/wp/v2/taxonomies`: the field of each taxonomy (its `rest_base`) → its name."""
    found = {name: mapping(one) for name, one in mapping(answer).items()}
    return {text(one.get("rest_base")) or name: text(one.get("slug")) or name for name, one in found.items() if one}


def read_term(taxonomy: str, item: Item) -> Term:
    """Read a term of a taxonomy. Its `parent` is that one's id, as REST has it, until `with_parents` names it."""
    parent = number(item.get("parent"))
    rows = [row for key, value in mapping(item.get("meta")).items() for row in meta_rows(key, value)]
    return Term(
        taxonomy=taxonomy or text(item.get("taxonomy")),
        slug=text(item.get("slug")),
        name=text(item.get("name")),
        id=number(item.get("id")),
        parent=str(parent) if parent else "",
        description=text(item.get("description")),
        meta=tuple(rows),
    )


def with_parents(terms: Iterable[Term]) -> list[Term]:
    """Name the parents of terms by their slugs, as an export does; an id that isn't among the terms is left out."""
    read = list(terms)
    slugs = {(term.taxonomy, str(term.id)): term.slug for term in read}
    return [
        replace(term, parent=slugs.get((term.taxonomy, term.parent), "")) if term.parent.isdecimal() else term
        for term in read
    ]


def read_user(item: Item) -> Author:
    """Read an account. Its login is only shown to who may edit it; the slug stands for it else."""
    return Author(
        login=text(item.get("username")) or text(item.get("slug")),
        name=text(item.get("name")),
        id=number(item.get("id")),
        email=text(item.get("email")),
        first_name=text(item.get("first_name")),
        last_name=text(item.get("last_name")),
        nicename=text(item.get("slug")),
    )


def _told(user: Author) -> tuple[bool, int]:
    return user.login != user.nicename, sum(map(bool, astuple(user)))


def read_root(answer: Item) -> dict[str, str]:
    """Read the root of the API into the facts that an export's header has, and the site's own clock.

    `base_blog_url` has no slash at its end. `gmt_offset` is in hours ("-5"); `timezone_string` ("America/New_York") is
    missing where the site only names an offset.
    """
    address = (text(answer.get("home")) or text(answer.get("url"))).rstrip("/")
    facts = {
        "title": text(answer.get("name")),
        "description": text(answer.get("description")),
        "base_blog_url": address,
        "timezone_string": text(answer.get("timezone_string")),
        "gmt_offset": text(answer.get("gmt_offset")),
    }
    return {name: value for name, value in facts.items() if value}
