"""Documents of three accounts, read as rulings on persons would have it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from migrator.convert import convert
from migrator.model import Author, Post, Record
from migrator.normalise.bylines.glance import printed_credits
from migrator.normalise.people import people
from migrator.options import Options
from migrator.rendered import Rendered
from tests.command_line import Invoke, Said
from tests.sites import bare_post, make_site

GAZETTE = Path(__file__).parent.parent / "fixtures" / "gazette" / "export.xml"


def person(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name.lower(), "name": name, "documents": 1, "guest": False, "organisation": False} | more


ACCOUNTS = (Author("jdoe", "Jane Doe", 2), Author("jane", "J. Doe", 3), Author("staff", "The Staff", 4))


def credited(author: str, rulings: dict[str, Any], number: int = 1) -> Post:
    record = Record(id=number, type="post", status="publish", author=author)
    site = make_site(record, authors=ACCOUNTS, options=Options(people=rulings))
    post = bare_post(site, id=number, author=author)
    people(post, site)
    return post


def shown(post: Post) -> list[tuple[str, str]]:
    return [(one.person, one.name) for one in post.authors]


def converted(migrator: Invoke, archive: Path) -> Said:
    return migrator("convert", GAZETTE, "-o", archive, "--media", "none", "-q")


def converted_record(record: Record, rulings: dict[str, Any]) -> Rendered:
    record.printed = [(credit.name, credit.is_organisation) for credit in printed_credits(record.content)]
    return convert(record, make_site(record, authors=ACCOUNTS, options=Options(people=rulings)))
