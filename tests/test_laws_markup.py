"""Markdown rendered again says what the canonical HTML says; HTML parsed again is the same tree."""

from __future__ import annotations

import os

from hypothesis import example, given, settings
from lxml.etree import _Element

from migrator.clean.canon import make_canonical
from migrator.markup.html import parse
from migrator.model import Document, Post, Record
from migrator.writers.html import html
from migrator.writers.markdown import markdown
from tests.generated import bodies, line
from tests.rendering import comparable, rendered, said

EXAMPLES = int(os.environ.get("EXAMPLES", "200"))


def canonical(text: str) -> _Element:
    body = parse(text)
    make_canonical(body, Post(Record(), body, Document(1, "post", "publish", "", "", "")), "en")
    return body


@settings(max_examples=EXAMPLES, deadline=None)
@given(line())
def test_a_line_of_markdown_says_what_the_html_says(text: str) -> None:
    body = canonical(f"<p>{text}</p>")
    written = markdown(body)
    assert comparable(rendered(written)) == comparable(said(body)), written


@settings(max_examples=EXAMPLES, deadline=None)
@given(bodies())
def test_markdown_says_what_the_html_says(text: str) -> None:
    body = canonical(text)
    written = markdown(body)
    assert comparable(rendered(written)) == comparable(said(body)), written


@settings(max_examples=EXAMPLES, deadline=None)
@example("<ul><li><figure><img src='/i'><img src='/j'></figure></li></ul>")
@example("<blockquote><blockquote><blockquote><p>x</p></blockquote></blockquote></blockquote>")
@given(bodies())
def test_html_parsed_again_is_the_same(text: str) -> None:
    body = canonical(text)
    assert html(parse(html(body))) == html(body)
