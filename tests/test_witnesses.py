"""What pages say of author and date: each witness alone, which one is believed, and how often that is right."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from migrator.markup.html import parse_page
from migrator.normalise.witnesses.authors import authors_in_page
from migrator.normalise.witnesses.dates import dates_in_page, read_date

GRAPH = """{"@context": "https://schema.org", "@graph": [
 {"@type": "NewsArticle", "author": {"@id": "#jane"}, "datePublished": "2024-04-10T09:30:00-04:00"},
 {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}]}"""


def page(body: str = "", head: str = "") -> Any:
    return parse_page(f"<html><head>{head}</head><body>{body}</body></html>")


AUTHORS = {
    "json-ld": (page(head=f'<script type="application/ld+json">{GRAPH}</script>'), ["Jane Doe"]),
    "json-ld in a comment": (
        page(
            head='<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","author":[{"name":"Jane Doe"},'
            '{"name":"John Roe"}]}\n//]]></script>'
        ),
        ["Jane Doe", "John Roe"],
    ),
    "rel": (page('<p>By <a rel="author" href="/author/jane/">Jane Doe</a></p>'), ["Jane Doe"]),
    "rel of other articles": (
        page('<div><a rel="author">Jane Doe</a></div><div class="more"><a rel="author">John Roe</a></div>'),
        ["Jane Doe"],
    ),
    "vcard": (page('<span class="author vcard"><a class="fn">Jane Doe</a></span>'), ["Jane Doe"]),
    "link": (page('<a href="https://gazette.example.edu/author/jane/">All posts by Jane Doe</a>'), ["Jane Doe"]),
    "byline": (page('<div class="byline">By Jane Doe and John Roe, Staff Writers</div>'), ["Jane Doe", "John Roe"]),
    "meta": (page(head='<meta name="author" content="Jane Doe">'), ["Jane Doe"]),
    "a person before a tool": (
        page('<div class="byline">By Jane Doe</div>', '<meta name="author" content="admin">'),
        ["Jane Doe"],
    ),
    "a tool for want of others": (page(head='<meta name="author" content="admin">'), ["admin"]),
    "a commenter is none": (page('<ol class="commentlist"><li><b class="fn vcard author">John Roe</b></li></ol>'), []),
    "an organisation in json-ld is none": (
        page(
            head='<script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization",'
            '"name":"The Gazette"}}</script>'
        ),
        [],
    ),
    "broken json": (page(head='<script type="application/ld+json">{"author": </script>'), []),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_a_page_names_its_author(name: str) -> None:
    tree, names = AUTHORS[name]
    assert [author.name for author in authors_in_page(tree)] == names


URL = "https://gazette.example.edu/2024/04/10/story/"
DATES = {
    "published_time": (
        page(head='<meta property="article:published_time" content="2024-04-10T13:30:00+00:00">'),
        ("2024-04-10T13:30:00+00:00", "meta article:published_time"),
    ),
    "in UTC, another day where the site is": (
        page(head='<meta property="article:published_time" content="2024-04-11T01:30:00+00:00">'),
        ("2024-04-10", "url"),
    ),
    "json-ld": (
        page(head=f'<script type="application/ld+json">{GRAPH}</script>'),
        ("2024-04-10T09:30:00-04:00", "json-ld"),
    ),
    "address": (page("<time datetime='2023-01-01'>x</time>"), ("2024-04-10", "url")),
}


@pytest.mark.parametrize("name", DATES)
def test_a_page_says_when(name: str) -> None:
    tree, expected = DATES[name]
    assert next(dates_in_page(tree, URL)) == expected


PLAIN = {
    '<time datetime="2024-04-10">x</time>': "2024-04-10",
    '<time class="updated" datetime="2024-05-01"></time><time class="published" datetime="2024-04"></time>': "2024-04",
    '<aside><time datetime="2020-01-01"></time></aside><time datetime="2024-04-10"></time>': "2024-04-10",
    '<abbr class="published" title="2024-04-10T09:30:00-0400">April</abbr>': "2024-04-10T09:30:00-04:00",
    '<p class="meta">Posted on April 10, 2024 by Jane</p>': "2024-04-10",
    "<span>10. April 2024</span>": "2024-04-10",
    "<span>10.4.2024</span>": "2024-04-10",
    "<p>On April 10, 2024 the council met for the first time since the fire.</p>": "",
    '<time datetime="2024-13-40">x</time>': "",
    '<time datetime="2023-02-30T00:00:00Z">x</time>': "",
    "<ul><li>2024 <ul><li>March 2024</li></ul></li></ul>": "",
    '<div class="byline">By <a rel="author">Jane Doe</a> on April 10, 2024</div>': "2024-04-10",
    "<p>Nothing.</p>": "",
}


@pytest.mark.parametrize(("html", "edtf"), PLAIN.items())
def test_a_page_without_metadata_shows_a_date_or_none(html: str, edtf: str) -> None:
    found = next(dates_in_page(page(html)), None)
    assert (found.edtf if found else "") == edtf


def test_a_machine_s_date_keeps_its_zone() -> None:
    assert read_date("2024-04-10 09:30 -0400") == "2024-04-10T09:30:00-04:00"
    assert read_date("2024/04/10") == "2024-04-10"
    assert read_date("yesterday") == ""


PAGES = Path(os.environ.get("MIGRATOR_CORPUS", Path(__file__).parents[2] / "shared" / "corpus")) / "pages"
FLOORS = {"authors": 0.75, "dates": 0.92}
"""Measured on real pages with a known author (156) and date (229): 0.76 and 0.93."""


@pytest.mark.skipif(not PAGES.is_dir(), reason="needs a collection of saved pages")
def test_most_real_pages_are_read_right() -> None:
    right: dict[str, list[bool]] = {"authors": [], "dates": []}
    for entry in json.loads((PAGES / "INDEX.json").read_text("utf-8")):
        truth = entry["truth"]
        if not truth.keys() & {"author", "date"}:
            continue
        tree = parse_page((PAGES / entry["file"]).read_text("utf-8", errors="replace"))
        if "author" in truth:
            known = next(iter(truth["author"].values()))
            names = known if isinstance(known, list) else known.split(";")
            right["authors"].append(_folded(names) == _folded(author.name for author in authors_in_page(tree)))
        if "date" in truth:
            found = next(dates_in_page(tree, entry["url"]), None)
            right["dates"].append(found is not None and found.edtf[:10] in {day[:10] for day in truth["date"].values()})
    shares = {name: sum(results) / len(results) for name, results in right.items()}
    assert {name: share for name, share in shares.items() if share < FLOORS[name]} == {}


def _folded(names: Any) -> set[str]:
    return {re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip().lower() for name in names}
