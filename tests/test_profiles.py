"""Kinds of sites: by what they are told, and what each profile reads that a plain site wouldn't."""

from __future__ import annotations

from typing import Any

import pytest

from migrator.model import Record, TermRef
from migrator.normalise.people import people
from migrator.normalise.publication import publication
from migrator.normalise.terms import terms
from migrator.options import Options
from migrator.profiles import profiles, read_profile
from tests.sites import bare_post, make_site

EVIDENCE: dict[str, dict[str, Any]] = {
    "byline": {"terms": [TermRef("byline", "jane-doe", "Jane Doe")]},
    "divi": {"meta": [("_et_pb_use_builder", "off")]},
    "guestauthor": {"meta": [("sfly_guest_author_names", "Jane Doe")]},
    "largo": {"meta": [("largo_byline_text", "Jane Doe")]},
    "molongui": {"meta": [("_molongui_main_author", "guest-9")]},
    "newspack": {"meta": [("newspack_post_subtitle", "Why")]},
    "publishpress": {"type": "ppma_boxes"},
    "sno": {"terms": [TermRef("staff_name", "jane-doe", "Jane Doe")]},
    "plain": {"meta": [("writer", "Jane Doe"), ("et_pb_note", "x")], "terms": [TermRef("staff", "jane", "Jane Doe")]},
}
"""The least that tells a site's kind."""


@pytest.mark.parametrize("name", EVIDENCE)
def test_a_site_s_kind_is_told_by_what_only_it_has(name: str) -> None:
    fields = {"type": "post", "status": "publish"} | EVIDENCE[name]
    assert make_site(Record(id=1, **fields)).profile.name == name


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        (
            {"terms": [TermRef("byline", "jane-doe", "Jane Doe"), TermRef("byline", "ap", "Associated Press")]},
            "taxonomy",
        ),
        ({"meta": [("sfly_guest_author_names", "Jane Doe and Associated Press")]}, "postmeta"),
        ({"meta": [("guest-author", "Jane Doe"), ("guest-author", "Associated Press")]}, "postmeta"),
        ({"meta": [("largo_byline_text", "By Jane Doe, Associated Press and Kim Lee")]}, ""),
    ],
)
def test_whom_a_profile_s_fields_name_is_credited(fields: dict[str, Any], source: str) -> None:
    site = make_site(Record(id=1, type="post", status="publish", **fields))
    post = bare_post(site, **fields)
    people(post, site)
    found = [(one.name, one.source) for one in post.authors]
    if source:
        assert found == [("Jane Doe", source), ("Associated Press", source)]
        assert [person.organisation for person in site.persons()] == [True, False]
    else:
        assert found == [("Jane Doe", "postmeta"), ("Kim Lee", "postmeta")]
        assert post.authors[0].affiliation == "Associated Press"


def test_every_profile_has_a_witness_here() -> None:
    assert {profile.name for profile in profiles()} | {"plain"} == set(EVIDENCE)


def test_a_site_may_be_of_two_kinds() -> None:
    meta = [("_et_pb_use_builder", "on"), ("largo_byline_text", "Jane Doe")]
    assert make_site(Record(id=1, type="post", status="publish", meta=meta)).profile.name == "divi+largo"


def _section(**options: Any) -> str:
    found = [TermRef("category", "news", "News"), TermRef("project_category", "films", "Films")]
    meta = [("_et_pb_use_builder", "on")]
    record = Record(id=1, type="project", status="publish", meta=meta, terms=found)
    site = make_site(record, options=Options(**options))
    post = bare_post(site, type="project", terms=found, meta=meta)
    terms(post, site)
    publication(post, site)
    return post.publication["section"]


def test_divi_s_projects_have_sections_of_their_own() -> None:
    assert _section() == "Films"
    assert _section(profile="plain") == "News"


def test_a_plain_site_still_has_what_every_site_has() -> None:
    meta = [("wps_subtitle", "Why"), ("writer", "Jane Doe"), ("jobtitle", "Editor")]
    site = make_site(Record(id=1, type="post", status="publish", meta=meta), options=Options(profile="plain"))
    post = bare_post(site, meta=meta)
    post.meta = dict(meta)
    people(post, site)
    publication(post, site)
    assert (post.authors, post.publication) == ([], {"subtitle": "Why"})


def test_a_person_s_item_needs_a_title() -> None:
    with pytest.raises(ValueError, match=r"a \[\[person\]\] needs the name of its postmeta, `title`"):
        read_profile("own", {"person": [{"name": "n"}]})
