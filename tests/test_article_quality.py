"""How well articles are found: floors on the own pages and on saved pages of which people said what is whose."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from migrator.markup.html import parse_page
from tests.benchmarks.articles import (
    OWN,
    Gold,
    Result,
    compare,
    folded,
    gold_of,
    half_of,
    judge,
    measure,
    report,
    shows,
    summary,
)
from tests.benchmarks.pages import CORPUS, INDEX

SAMPLE = 8
"""Of the corpus every so manieth page is in the suite; EXAMPLES has them all."""

FLOORS = {"f1": 0.98, "kept": 0.99, "taken": 0.915, "titles": 0.925}
"""Shares of the whole corpus; there only is the way up. Of widgets' text at most:"""

WIDGETS = 0.02
SAMPLE_SLACK = 0.05
"""How far one page in so many may be off the whole."""

PAGES = {gold.page.stem: gold for gold in gold_of(OWN)}


def test_each_page_has_its_gold() -> None:
    assert set(PAGES) == {path.stem for path in OWN.glob("*.html")}


@pytest.mark.parametrize("gold", PAGES.values(), ids=PAGES)
def test_own_pages(gold: Gold) -> None:
    (result,) = measure([gold])
    assert result.title
    assert (result.lost, result.left, result.widgets) == ([], [], [])
    assert len(result.kept) == len(gold.article), "a piece of the index is not on the page"
    assert len(result.taken) == len(gold.clutter), "a piece of the index is not on the page"
    assert result.text is not None
    assert result.text.f1 > 0.98, "\n".join(report([result], details=True))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus of real pages here")
def test_pages_of_the_wild() -> None:
    is_whole = "EXAMPLES" in os.environ
    results = measure(gold_of(CORPUS)[:: 1 if is_whole else SAMPLE])
    figures = summary(results)
    slack = 0 if is_whole else SAMPLE_SLACK
    below = {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor - slack}
    assert not below, "\n".join(report(results, details=True))
    assert figures["widgets"] <= WIDGETS + slack


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    page = "<h1>Moon</h1><p>A first sentence that is long enough to be one.</p><p>Share</p><p>Motto</p>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    truth = {"title": {"own": "Sun"}, "with": {"own": ["first sentence"]}, "without": {"own": ["Motto", "elsewhere"]}}
    (tmp_path / INDEX).write_text(json.dumps([{"file": "a.html", "truth": truth}]), "utf-8")
    (result,) = measure(gold_of(tmp_path))
    assert (result.title, result.found_title, result.kept, result.left) == (
        False,
        "Moon",
        ["first sentence"],
        ["Motto"],
    )
    told = "\n".join(report([result], details=True))
    assert "left   " in told
    assert "'Moon' is not ('Sun',)" in told


def test_judging() -> None:
    page = parse_page("<p>One sentence.</p><p>Share this</p><figcaption>A view</figcaption>")
    gold = Gold(Path("a.html"), "", ("“One”",), ("One sentence.",), ("Share this", "A view"), "one two")
    result = Result("a.html")
    judge(result, gold, "One sentence.\nShare this\n", '"one"', page)
    assert (result.title, result.kept, result.left, result.taken) == (True, ["One sentence."], ["Share this"], [])
    assert result.widgets == ["Share this"]
    assert result.text == (1 / 4, 1 / 2)


def test_measures() -> None:
    assert compare("a b b", "B c").f1 == pytest.approx(2 / 5)
    assert compare("", "a").f1 == 0
    assert folded("«A»  –\xa0b") == '"a" - b'
    assert half_of("x__www.example.org__a.html") == half_of("y__example.org__b.html")
    assert shows("We share it\n", "Share") is False
    assert shows("Share it\n", "Share") is True
