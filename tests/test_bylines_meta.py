"""Bylines in postmeta: what plugins and kinds of sites keep there, and what a site says of its own."""

from __future__ import annotations

from typing import Any

import pytest

from migrator.model import Author, Record
from migrator.normalise.bylines.meta import credits_of
from migrator.normalise.people import people
from migrator.options import Options
from migrator.profiles import read_profile
from tests.sites import bare_post, make_site

WRITERS = {
    "Jane Doe": "Jane Doe",
    "Jane Doe and John Roe": "Jane Doe; John Roe",
    "By Jane Doe &amp; John Roe": "Jane Doe; John Roe",
    "[Author id=12]Jane Doe[/Author]": "Jane Doe",
    'a:2:{i:0;s:8:"Jane Doe";i:1;s:8:"John Roe";}': "Jane Doe; John Roe",
    "Madonna": "Madonna",
    "Jane Doe (jane@x.example)": "Jane Doe",
    "jane@x.example": "",
    "Courtesy of Jane Doe": "Jane Doe",
    "N/A": "",
    "12": "",
    "https://x.example/jane": "",
    'a:1:{i:0;s:3:"bad': "",
    "": "",
}


@pytest.mark.parametrize(("value", "names"), WRITERS.items())
def test_postmeta_hold_names_in_many_forms(value: str, names: str) -> None:
    assert "; ".join(credit.name for credit in credits_of(value, "writer")) == names


SNO = [("writer", "Jane Doe"), ("jobtitle", "News Editor"), ("photographer", "Ann Poe")]


def _noted(meta: list[tuple[str, str]], **options: Any) -> list[str]:
    record = Record(id=1, type="post", status="publish", author="rhollis", meta=meta)
    site = make_site(record, authors=(Author("rhollis", "Ruth Hollis", 3),), options=Options(**options))
    post = bare_post(site, author="rhollis", meta=meta)
    people(post, site)
    return [" ".join(filter(None, (one.name, one.role, one.title, one.source))) for one in post.authors]


def test_a_site_s_kind_is_found_by_evidence() -> None:
    assert _noted(SNO) == ["Jane Doe writer News Editor postmeta", "Ann Poe photographer postmeta"]


def test_a_name_s_key_alone_is_no_evidence() -> None:
    assert _noted([("writer", "Jane Doe")]) == ["Ruth Hollis writer dc:creator"]


def test_the_settings_name_the_kind() -> None:
    assert _noted([("writer", "Jane Doe")], profile="sno") == ["Jane Doe writer postmeta"]
    assert _noted(SNO, profile="plain") == ["Ruth Hollis writer dc:creator"]


def test_a_site_says_where_its_bylines_are() -> None:
    own = {"byline": [{"meta": "penned", "role": "illustrator"}]}
    assert _noted([("penned", "Jane Doe")], own_profile=own) == [
        "Ruth Hollis writer dc:creator",
        "Jane Doe illustrator postmeta",
    ]


def test_molongui_refers_to_accounts_and_guests() -> None:
    meta = [("_molongui_author", "user-3"), ("_molongui_author", "guest-9")]
    records = (
        Record(id=1, type="post", status="publish", author="rhollis", meta=meta),
        Record(id=9, type="guest_author", status="publish", title="Jane Doe", slug="jane-doe"),
    )
    site = make_site(*records, authors=(Author("rhollis", "Ruth Hollis", 3),))
    post = bare_post(site, author="rhollis", meta=meta)
    people(post, site)
    assert [one.name for one in post.authors] == ["Ruth Hollis", "Jane Doe"]


def test_a_profile_that_can_t_be_read_is_refused() -> None:
    tables: list[dict[str, Any]] = [{"bylines": []}, {"byline": [{"role": "writer"}]}, {"fields": {"colour": "x"}}]
    for table in (*tables, {"evidence": "sno"}):
        with pytest.raises(ValueError, match="profile own"):
            read_profile("own", table)
