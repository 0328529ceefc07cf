"""Bylines that a body prints: whom they make its author, what is taken out, what is only reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from migrator.clean.canon import canonicalise
from migrator.model import Author, Post, Record
from migrator.normalise.bylines.glance import printed_credits
from migrator.normalise.people import people
from migrator.writers.html import html
from tests.command_line import Invoke
from tests.sites import bare_post, make_post, make_site

GAZETTE = Path(__file__).parent.parent / "fixtures" / "gazette" / "export.xml"
TEXT = "<p>The council met for four hours on Tuesday, and nothing of what it said there was new to anyone.</p>"
BODIES = {
    "first line": ("<p>By Jane Doe</p>" + TEXT, TEXT, "Jane Doe writer body"),
    "title on the next line": ("<p>Jane Doe</p><p>Staff Writer</p>" + TEXT, TEXT, "Jane Doe writer body"),
    "title of another paper's below": ("<p>By Jane Doe</p><p>Gazette Editor</p>" + TEXT, TEXT, "Jane Doe writer body"),
    "no title below": (
        "<p>By Jane Doe</p><p>Dear Editor</p>" + TEXT,
        "<p>Dear Editor</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "title behind a break": ("<p>By Jane Doe<br>News Editor</p>" + TEXT, TEXT, "Jane Doe writer body"),
    "in front of the text of the same paragraph": (
        "<p><strong>By Jane Doe</strong><br>The council met.</p>" + TEXT,
        "<p>The council met.</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "behind a picture": (
        '<p><img src="https://gazette.example.edu/a.jpg" alt=""></p><p>By Jane Doe</p>' + TEXT,
        '<p><img src="https://gazette.example.edu/a.jpg" alt=""></p>\n' + TEXT,
        "Jane Doe writer body",
    ),
    "as a heading": ("<h4>By Jane Doe</h4>" + TEXT, TEXT, "Jane Doe writer body"),
    "signature": (TEXT + "<p>— Jane Doe, Class of 2025</p>", TEXT, "Jane Doe writer body"),
    "writer and photographer": (
        "<p>By Jane Doe</p><p>Photos by Ann Poe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; Ann Poe photographer body",
    ),
    "reporting of others stays in the text": (
        "<p>By Jane Doe</p>" + TEXT + "<p>Additional reporting by Ann Poe.</p>",
        TEXT + "\n<p>Additional reporting by Ann Poe.</p>",
        "Jane Doe writer body; Ann Poe contributor body",
    ),
    "a name that the site knows": ("<p>Ruth Hollis</p>" + TEXT, TEXT, "Ruth Hollis writer body"),
    "the account, when nothing is printed": (TEXT, TEXT, "Ruth Hollis writer dc:creator"),
    "a reporter's name and address below the text": (
        TEXT + "<p>김하나 기자 hana@gazette.example.edu</p>",
        TEXT,
        "김하나 writer body",
    ),
    "a place on a line of its own stays": (
        "<p>By Los Angeles</p>" + TEXT,
        "<p>By Los Angeles</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a sentence in Chinese stays": (
        "<p>記者王小明在台北說：</p>" + TEXT,
        "<p>記者王小明在台北說：</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a mere name stays": ("<p>Jane Doe</p>" + TEXT, "<p>Jane Doe</p>\n" + TEXT, "Ruth Hollis writer dc:creator"),
    "a name in the middle stays": (
        TEXT * 3 + "<p>By Jane Doe</p>" + TEXT * 3,
        "\n".join([TEXT] * 3 + ["<p>By Jane Doe</p>"] + [TEXT] * 3),
        "Ruth Hollis writer dc:creator",
    ),
    "a picture's credit stays": (
        "<p>Photo by Jane Doe</p>" + TEXT,
        "<p>Photo by Jane Doe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a quotation's source stays": (
        TEXT + "<blockquote><p>Be brief.</p><p>— Jane Doe, Editor</p></blockquote>",
        TEXT + "\n<blockquote>\n<p>Be brief.</p>\n<p>— Jane Doe, Editor</p>\n</blockquote>",
        "Ruth Hollis writer dc:creator",
    ),
    "the paper on the next line": (
        "<p>By Jane Doe</p><p>Special to The Gazette</p>" + TEXT,
        TEXT,
        "Jane Doe writer body",
    ),
    "who is asked stays": (
        "<p>Jane Doe</p><p>Senior</p>" + TEXT,
        "<p>Jane Doe</p>\n<p>Senior</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a known name as a heading stays": (
        "<h3>Ruth Hollis</h3>" + TEXT,
        "<h3>Ruth Hollis</h3>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a class year as a heading stays": (
        "<h3>Jane Doe ’65</h3>" + TEXT,
        "<h3>Jane Doe ’65</h3>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "who wrote the book that is reviewed stays": (
        "<p><em>The Long Winter</em></p><p>By Harper Roe</p>" + TEXT,
        "<p><em>The Long Winter</em></p>\n<p>By Harper Roe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "who wrote the book in quotation marks stays": (
        "<p>“The Long Winter”</p><p>By Harper Roe</p>" + TEXT,
        "<p>“The Long Winter”</p>\n<p>By Harper Roe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "the reviewer is the author": (
        "<p>The Long Winter</p><p>By Harper Roe</p><p>Reviewed by Jane Doe</p>" + TEXT,
        "<p>The Long Winter</p>\n<p>By Harper Roe</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "particulars of a book stay": (
        "<p>Title: The Long Winter<br>Author: Harper Roe<br>Pages: 200</p>" + TEXT,
        "<p>Title: The Long Winter<br>Author: Harper Roe<br>Pages: 200</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "an epigraph's source stays": (
        "<p>“Be brief.”</p><p>— Jane Doe, Editor</p>" + TEXT,
        "<p>“Be brief.”</p>\n<p>— Jane Doe, Editor</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a last quotation's source stays": (
        TEXT + "<p>“Be brief.”</p><p>— Jane Doe, Editor</p>",
        TEXT + "\n<p>“Be brief.”</p>\n<p>— Jane Doe, Editor</p>",
        "Ruth Hollis writer dc:creator",
    ),
    "a letter keeps its signature": (
        TEXT + "<p>Sincerely,</p><p>Jane Doe ’25</p>",
        TEXT + "\n<p>Sincerely,</p>\n<p>Jane Doe ’25</p>",
        "Jane Doe writer body",
    ),
    "one of several letters is nobody's whole post": (
        TEXT + "<p>— Jane Doe ’25</p>" + TEXT * 4 + "<p>— John Roe ’26</p>",
        "\n".join((TEXT, "<p>— Jane Doe ’25</p>", *[TEXT] * 4, "<p>— John Roe ’26</p>")),
        "Ruth Hollis writer dc:creator",
    ),
    "each of several texts keeps its byline": (
        "<p>Best film</p><p>By Jane Doe</p>" + TEXT * 3 + "<p>Best song</p><p>By John Roe</p>" + TEXT * 3,
        "\n".join(
            ("<p>Best film</p>\n<p>By Jane Doe</p>", *[TEXT] * 3, "<p>Best song</p>\n<p>By John Roe</p>", *[TEXT] * 3)
        ),
        "Jane Doe writer body",
    ),
    "a list of a paper's staff stays": (
        "<p>Editor: Jane Doe</p><p>News Editor: John Roe</p>",
        "<p>Editor: Jane Doe</p>\n<p>News Editor: John Roe</p>",
        "Ruth Hollis writer dc:creator",
    ),
    "a list of a paper's staff above a text stays": (
        "<p>Editor: Jane Doe</p><p>News Editor: John Roe</p><p>Copy Editor: Ann Poe</p>" + TEXT,
        "<p>Editor: Jane Doe</p>\n<p>News Editor: John Roe</p>\n<p>Copy Editor: Ann Poe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a text of nothing but its byline": ("<p>By Jane Doe</p>", "", "Jane Doe writer body"),
    "a list of winners stays": (
        "<p>The winners are:</p><p>Jane Doe ’25<br>John Roe ’26</p>" + TEXT,
        "<p>The winners are:</p>\n<p>Jane Doe ’25<br>John Roe ’26</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "notes on persons stay": (
        "<p>Notes</p><p>Jane Doe ’68</p>" + TEXT * 3 + "<p>John Roe ’70</p>" + TEXT * 3,
        "\n".join(("<p>Notes</p>\n<p>Jane Doe ’68</p>", *[TEXT] * 3, "<p>John Roe ’70</p>", *[TEXT] * 3)),
        "Ruth Hollis writer dc:creator",
    ),
    "whom the text begins with stays": (
        "<p>Jane Doe ’25</p><p>Jane comes from Ohio.</p>" + TEXT,
        "<p>Jane Doe ’25</p>\n<p>Jane comes from Ohio.</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "two sign": (
        TEXT + "<p>Jane Doe ’25</p><p>John Roe ’26</p>",
        TEXT,
        "Jane Doe writer body; John Roe writer body",
    ),
    "three who sign are a list": (
        TEXT + "<p>Jane Doe ’25<br>John Roe ’26<br>Ann Poe ’27</p>",
        TEXT + "\n<p>Jane Doe ’25<br>John Roe ’26<br>Ann Poe ’27</p>",
        "Ruth Hollis writer dc:creator",
    ),
    "two who sign above other words": (
        TEXT + "<p>Jane Doe ’25</p><p>John Roe ’26</p><p>They met here.</p>",
        TEXT + "\n<p>Jane Doe ’25</p>\n<p>John Roe ’26</p>\n<p>They met here.</p>",
        "Ruth Hollis writer dc:creator",
    ),
    "two sign a letter": (
        TEXT + "<p>Sincerely,</p><p>Jane Doe ’25<br>John Roe ’26</p>",
        TEXT + "\n<p>Sincerely,</p>\n<p>Jane Doe ’25<br>John Roe ’26</p>",
        "Jane Doe writer body; John Roe writer body",
    ),
    "lines that can't be parted stay together": (
        "<p>Jane Doe</p><p><em>Staff Writer<br>The council met.</em></p>" + TEXT,
        "<p>Jane Doe</p>\n<p><em>Staff Writer<br>The council met.</em></p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "only a helper is printed": (
        TEXT + "<p>Additional reporting by Ann Poe.</p>",
        TEXT + "\n<p>Additional reporting by Ann Poe.</p>",
        "Ruth Hollis writer dc:creator; Ann Poe contributor body",
    ),
    "a sentence stays": (
        "<p>By Jane Doe’s count, it was late.</p>" + TEXT,
        "<p>By Jane Doe’s count, it was late.</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_s_bylines_become_its_authors(name: str) -> None:
    content, expected, authors = BODIES[name]
    post = credited(content)
    assert html(post.tree).strip() == expected
    assert "; ".join(f"{one.name} {one.role} {one.source}" for one in post.authors) == authors


def test_what_is_taken_out_stands_in_the_ledger() -> None:
    entries = credited("<p>By Jane Doe</p>" + TEXT).entries
    assert [(one.rule, one.action, one.before) for one in entries if one.rule == "byline.printed"] == [
        ("byline.printed", "removed", "By Jane Doe")
    ]


def test_a_mere_name_is_reported() -> None:
    entries = credited("<p>Jane Doe</p>" + TEXT).entries
    assert [(one.rule, one.action, one.before) for one in entries] == [("byline.doubtful", "warned", "Jane Doe")]


@pytest.mark.parametrize(
    "content",
    (
        TEXT + "<p>— Jane Doe</p>",
        TEXT + "<p>So it was.<br>– Jane Doe</p>",
        TEXT + "<p>“Be brief.”</p><p>— Jane Doe</p>",
    ),
)
def test_an_unknown_signature_is_reported(content: str) -> None:
    post = credited(content)
    assert [(one.rule, one.action, one.before[2:]) for one in post.entries] == [
        ("byline.doubtful", "warned", "Jane Doe")
    ]
    assert "Jane Doe" in html(post.tree)
    assert [one.source for one in post.authors] == ["dc:creator"]


@pytest.mark.parametrize(
    "content",
    (
        TEXT + "<p>— Jane Doe</p><p>The end.</p>",
        TEXT + "<p>— Jane Doe said so.</p>",
        TEXT + "<p>Jane Doe</p>",
        TEXT + "<p>— And so on</p>",
        TEXT + "<p>—</p>",
    ),
)
def test_other_last_lines_are_not_reported(content: str) -> None:
    assert not [one for one in credited(content).entries if one.rule.startswith("byline.")]


RUN_IN = {
    "<p><b>By Ann Poe</b> The committee met.</p>": "",
    "<p><strong>By Ruth Hollis</strong> The committee met.</p>": "Ruth Hollis",
    "<p><b>By RUTH HOLLIS, Staff Writer</b> — The committee met.</p>": "Ruth Hollis",
    "<p><b>By Ruth Hollis</b>. <i>The</i> committee met.</p>": "Ruth Hollis",
    "<p><b>By Ruth Hollis and Ann Poe</b> The committee met.</p>": "",
    "<p><b>By Ruth Hollis</b> the committee was told that it met.</p>": "",
    '<p><img src="https://gazette.example.edu/a.jpg" alt=""></p><p><b>By Ruth Hollis</b> We met.</p>': "Ruth Hollis",
    "<!--more--><p><b>By Ruth Hollis</b> The committee met.</p>": "Ruth Hollis",
}


@pytest.mark.parametrize("content", RUN_IN)
def test_a_byline_in_bold_before_the_text_is_reported_and_stays(content: str) -> None:
    post = credited(content + TEXT, author="admin")
    doubts = [one for one in post.entries if one.rule == "byline.doubtful"]
    assert [one.action for one in doubts] == ["warned"]
    assert doubts[0].before in html(post.tree)
    assert [one.name for one in post.authors if one.source == "body"] == list(filter(None, [RUN_IN[content]]))


@pytest.mark.parametrize(
    "content",
    (
        "<p><b>By Ruth Hollis</b>’s count, it was late.</p>",
        "<p><b>By contrast</b> The committee met.</p>",
        "<p><b>By Monday</b> The committee had met.</p>",
        "<p><b>Ruth Hollis</b> The committee met.</p>",
        "<p><b>Photo by Ruth Hollis</b> The committee met.</p>",
        "<p>So: <b>By Ruth Hollis</b> The committee met.</p>",
        "<p>By Ruth Hollis The committee met.</p>",
        TEXT + "<p><b>By Ruth Hollis</b> The committee met.</p>",
        "<blockquote><p><b>By Ruth Hollis</b> The committee met.</p></blockquote>",
    ),
)
def test_other_words_before_a_text_are_no_byline(content: str) -> None:
    post = credited(content + TEXT, author="admin")
    assert not [one for one in post.entries if one.rule.startswith("byline.")]
    assert [one.source for one in post.authors] == ["dc:creator"]


def test_a_profile_of_someone_keeps_their_name() -> None:
    content = "<p>Ruth Hollis ’65</p>" + TEXT
    assert [one.source for one in credited(content, title="In memory of Ruth Hollis").authors] == ["dc:creator"]


def test_a_line_that_credits_nobody_known_stays() -> None:
    content = "<p>By Jane Doe</p>" + TEXT
    record = Record(id=1, type="post", status="publish", content=content, author="rhollis")
    site = make_site(record, authors=(Author("rhollis", "Ruth Hollis", 3),))
    post = make_post(content, site, author="rhollis")
    canonicalise(post, site)
    people(post, site)
    assert "By Jane Doe" in html(post.tree)
    assert [(one.name, one.source) for one in post.authors] == [("Ruth Hollis", "dc:creator")]
    assert [one.rule for one in post.entries] == ["byline.doubtful"]


def test_the_index_pass_finds_whom_bodies_print(migrator: Invoke, tmp_path: Path) -> None:
    assert migrator("convert", GAZETTE, "-o", tmp_path, "--media", "none", "--jobs", "1", "-q").code == 0
    lines = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text("utf-8").splitlines()]
    printed = [line for line in lines if line["rule"] == "byline.printed"]
    assert len(printed) > 40
    for line in printed:
        record = json.loads((tmp_path / (line["path"] + ".json")).read_text("utf-8"))
        assert {one["source"] for one in record["authors"]} & {"body", "co-authors"}, line
    doubtful = {line["before"] for line in lines if line["rule"] == "byline.doubtful"}
    assert not {text for text in doubtful if text.lower().startswith("by ")}


def test_a_place_is_an_author_s_name_where_the_site_knows_one() -> None:
    site = make_site(authors=(Author("ana", "Santa Cruz", 3), Author("rhollis", "Ruth Hollis", 4)))
    post = make_post("<p>By Santa Cruz</p>" + TEXT, site, author="rhollis")
    canonicalise(post, site)
    people(post, site)
    assert [(one.name, one.source) for one in post.authors] == [("Santa Cruz", "body")]


@pytest.mark.parametrize(
    ("account", "authors"),
    [
        ("The Millbrook Gazette", ["Jane Doe"]),
        ("Millbrook Gazette", ["Jane Doe"]),
        ("gazette", ["Jane Doe"]),
        ("admin", ["Jane Doe"]),
        ("WebMaster", ["Jane Doe"]),
        ("Gazelle", ["Gazelle", "Jane Doe"]),
    ],
)
def test_what_the_site_is_called_is_no_author_s_name(account: str, authors: list[str]) -> None:
    """A picture's maker is printed: whoever signs is credited with the text, a tool is not."""
    record = Record(
        id=1, type="post", status="publish", author="x", meta=[("photographer", "Jane Doe"), ("sno_deck", "x")]
    )
    site = make_site(record, authors=(Author("x", account, 3),), title="The Millbrook Gazette")
    post = bare_post(site, author="x", meta=record.meta)
    people(post, site)
    assert [one.name for one in post.authors] == authors


def test_a_tool_s_account_is_no_author_when_another_is_printed() -> None:
    assert [one.name for one in credited("<p>By Jane Doe</p>" + TEXT, author="admin").authors] == ["Jane Doe"]


def credited(content: str, author: str = "rhollis", title: str = "") -> Post:
    record = Record(id=1, type="post", status="publish", content=content, author=author, title=title)
    record.printed = [(credit.name, credit.is_organisation) for credit in printed_credits(content)]
    accounts = (Author("rhollis", "Ruth Hollis", 3), Author("admin", "admin", 1))
    site = make_site(record, authors=accounts)
    post = make_post(content, site, author=author, title=title)
    canonicalise(post, site)
    people(post, site)
    return post
