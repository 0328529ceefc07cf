"""Each case in cases/markdown.md: canonical HTML in, Markdown out; the laws are in test_laws_markup.py."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from migrator.clean.violations import violations
from migrator.markup.html import parse
from migrator.writers.markdown import markdown
from tests.rendering import comparable, rendered, said

CASES = Path(__file__).parent / "cases" / "markdown.md"
_CASE = re.compile(r"^## ([^\n]+)\n\n(`{3,})html\n(.*?)^\2\n\n\2markdown\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
ALL = {name: (html.rstrip("\n"), expected) for name, _, html, expected in _CASE.findall(CASES.read_text("utf-8"))}


@pytest.mark.parametrize("name", ALL)
def test_case(name: str) -> None:
    html, expected = ALL[name]
    body = parse(html)
    assert violations(body) == []
    assert markdown(body) == expected
    assert comparable(rendered(expected)) == comparable(said(body))


def test_a_deep_tree_is_written() -> None:
    depth = 60
    body = parse("<blockquote>" * depth + "<p>x</p>" + "</blockquote>" * depth)
    assert markdown(body) == "> " * depth + "x\n"


@pytest.mark.parametrize("depth", [1, 5, 20])
def test_a_line_break_in_nested_lists_is_indented(depth: int) -> None:
    body = parse("<ul><li>" * depth + "a<br>b" + "</li></ul>" * depth)
    assert markdown(body) == "- " * depth + "a\\\n" + "  " * depth + "b\n"


def test_text_that_looks_like_attributes_takes_no_long_time() -> None:
    body = parse("<dl><dt>x</dt><dd>y" + ' data-a="b"' * 20_000 + "</dd></dl>")
    began = time.process_time()
    assert markdown(body).count("data-a") == 20_000
    assert time.process_time() - began < 2
