"""Markdown rendered again says what the canonical HTML says; HTML parsed again is the same tree."""

from __future__ import annotations

import os
import re
from html import escape, unescape
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from lxml.etree import _Element

from migrator.clean.canon import make_canonical
from migrator.markup.html import parse
from migrator.model import Document, Post, Record
from migrator.writers.html import html
from migrator.writers.markdown import markdown
from tests.generated import bodies, line
from tests.rendering import comparable, read, rendered, said

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
@given(bodies())
def test_github_reads_the_same_in_markdown(text: str) -> None:
    cmark = pytest.importorskip("cmarkgfm.cmark", reason="GitHub's engine is not installed")
    body = canonical(text)
    written = markdown(body)
    options = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
    shown = cmark.markdown_to_html_with_extensions(written, options, ["table", "strikethrough"])
    assert unquoted(comparable(read(parse(shown)))) == unquoted(comparable(said(body))), written


def unquoted(text: str) -> str:
    """HTML with its addresses decoded, since an engine may encode them."""
    return re.sub(r' (href|src)="([^"]*)"', lambda found: f' {found[1]}="{escape(unquote(unescape(found[2])))}"', text)


@settings(max_examples=EXAMPLES, deadline=None)
@example("<ul><li><figure><img src='/i'><img src='/j'></figure></li></ul>")
@example("<blockquote><blockquote><blockquote><p>x</p></blockquote></blockquote></blockquote>")
@given(bodies())
def test_html_parsed_again_is_the_same(text: str) -> None:
    body = canonical(text)
    assert html(parse(html(body))) == html(body)
