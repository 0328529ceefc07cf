"""Saved pages: how much of their clutter the rules take, and that they take nothing of the articles."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from migrator.clean.trial import body_of
from migrator.convert import convert
from migrator.markup.html import NOT_XML
from migrator.model import Record
from tests.benchmarks.pages import CORPUS, INDEX, OWN, Gold, gold_of, html_of, measure, report, squeezed
from tests.laws import broken
from tests.sites import BASE, make_site

FLOORS = {
    "about-buttons.html": 0,
    "builder.html": 17,
    "bus-line.html": 11,
    "magazine.html": 16,
    "mensa.html": 14,
    "old-feed.html": 12,
}
"""Pieces of clutter that at least are taken from each page; there only is the way up."""

SAMPLE = 16
"""Of the corpus every so manieth page is in the suite; EXAMPLES has them all."""

_PROGRAMS = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)

PAGES = {gold.page.name: gold for gold in gold_of(OWN)}


def test_each_page_has_its_gold_and_floor() -> None:
    assert set(PAGES) == {path.name for path in OWN.glob("*.html")} == set(FLOORS)


@pytest.mark.parametrize("gold", PAGES.values(), ids=PAGES)
def test_own_pages(gold: Gold) -> None:
    outcome = measure([gold])
    assert outcome.lost == []
    assert len(outcome.kept) == len(gold.article), "a piece of the index is not on the page"
    assert len(outcome.taken) + len(outcome.left) == len(gold.clutter), "a piece of the index is not on the page"
    assert len(outcome.taken) >= FLOORS[gold.page.name], "\n".join(report(outcome, left=True))


def wild() -> list[Gold]:
    """Pages of the corpus, if it is here."""
    return gold_of(CORPUS)[:: 1 if "EXAMPLES" in os.environ else SAMPLE] if CORPUS.is_dir() else []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus of real pages here")
def test_pages_of_the_wild_lose_nothing_of_their_articles() -> None:
    outcome = measure(wild())
    assert outcome.lost == []
    assert outcome.taken


@pytest.mark.parametrize("gold", [*PAGES.values(), *wild()], ids=lambda gold: gold.page.name)
@pytest.mark.filterwarnings("ignore::html5lib.constants.DataLossWarning")
def test_whole_pages_keep_the_laws(gold: Gold) -> None:
    """Programs and styles are left out: they are no words. A link within the page that shows nothing leads nowhere."""
    html = NOT_XML.sub("", _PROGRAMS.sub("", body_of(html_of(gold.page))))
    record = Record(id=1, type="post", status="publish", slug="story", link=f"{BASE}/story/", content=html)
    faults = broken(record, convert(record, make_site(record)))
    assert [fault for fault in faults if not fault.startswith("content: <a #")] == []


def test_a_loss_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<div class="sharedaddy">The story. <b>Tail</b></div><p>Motto</p>', "utf-8")
    index = [{"file": "a.html", "truth": {"with": {"own": ["The story.", "elsewhere"]}, "without": {"own": ["Motto"]}}}]
    (tmp_path / INDEX).write_text(json.dumps(index), "utf-8")
    outcome = measure(gold_of(tmp_path))
    assert [(piece.text, piece.rule) for piece in outcome.lost] == [("The story.", "share.jetpack")]
    assert [piece.text for piece in outcome.left] == ["Motto"]
    text = "\n".join(report(outcome, left=True))
    assert "article: 1 of 1 pieces taken (100.0%)" in text
    assert "LOST  a.html: 'The story.' (share.jetpack)" in text
    assert "left  a.html: 'Motto'" in text
    assert re.search(r"^share.jetpack +1 +1 +0 +1$", text, re.MULTILINE)


def test_addresses_and_spaces_are_no_words() -> None:
    assert squeezed("a <https://example.org/x> b\n<#top> </p> c <em>") == "abc<em>"
