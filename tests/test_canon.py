"""Laws of canonical HTML over random HTML and, where it is there, over real exports."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import Element, _Element, tostring

from migrator.clean.canon import make_canonical
from migrator.clean.violations import violations
from migrator.clean.vocabulary import TAGS
from migrator.markup.html import parse
from migrator.model import Document, Entry, Post, Record

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def new_post(body: _Element) -> Post:
    return Post(Record(), body, Document(1, "post", "publish", "", "", ""))


def canonical(body: _Element, language: str = "en-US") -> list[Entry]:
    post = new_post(body)
    make_canonical(body, post, language)
    return post.entries


def source(body: _Element) -> str:
    return tostring(body, encoding="unicode")


ODD_TAGS = (
    "b i s strike big font center tt acronym dir menu address section article header footer main aside nav div script"
    " style noscript template svg title object embed param iframe form input select option button textarea label"
    " canvas map area picture source wbr col colgroup center marquee x-card legend fieldset xmp hgroup search"
).split()
ATTRIBUTES = (
    'href="#a" href="http://example.org/x" href="javascript:x" href="" name="a" id="a" id="b" src="x.png" src="" alt="Alt"'
    ' title="T" class="image" class="gallery" class="embed" class="language-php" class="footnotes" class="x" lang="de"'
    ' dir="rtl" dir="ltr" style="font-weight:bold" style="font-weight:normal" style="font-style:italic;text-align:right"'
    ' colspan="2" rowspan="3" start="4" type="a" value="v" open reversed width="100%" width="30px" data="http://p.example/"'
).split()
tags = st.sampled_from([*sorted(TAGS - {"body"}), *ODD_TAGS])
opening = st.builds(
    lambda tag, attributes: f"<{' '.join([tag, *attributes])}>", tags, st.lists(st.sampled_from(ATTRIBUTES), max_size=2)
)
texts = st.sampled_from(
    ["word", " two words ", "\n", " ", "\u00a0", "\u200b", "x", "<br>", "<br />\n", "<img src=p.png>", "<!--more-->"]
    + ["<!-- note -->", "<p>", "</p>", "<li>", "<td>", "&amp; &lt;b&gt;", "漢字", "<hr>", "</div>", "\u3000indent"]
)
html = st.lists(st.one_of(texts, opening, st.builds("</{}>".format, tags)), max_size=30).map("".join)


@st.composite
def loose_trees(draw: st.DrawFn) -> _Element:
    """Trees as rules may leave them, which no parser would make: any element anywhere."""
    body = Element("body")
    open_elements = [body]
    for _ in range(draw(st.integers(0, 25))):
        parent = draw(st.sampled_from(open_elements))
        child = Element(draw(tags), {"href": "http://example.org/"} if draw(st.booleans()) else {})
        child.text, child.tail = draw(st.sampled_from(["a", " b ", "", "\n"])), draw(st.sampled_from(["t", " ", ""]))
        parent.append(child)
        open_elements.append(child)
    return body


def characters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]", "", text))


def check_laws(body: _Element) -> None:
    given_html = source(body)
    text = _text(body)
    given_addresses = {address for address in addresses(body) if address and not address.startswith("#")}
    entries = canonical(body)
    assert violations(body) == [], given_html
    before = "\n".join(entry.before for entry in entries)
    after = "\n".join(entry.after for entry in entries)
    lost = characters(text) - characters(_text(body)) - characters(before)
    assert not lost, f"{lost} were lost: {given_html}"
    assert not characters(_text(body)) - characters(text) - characters(after), "words were made up"
    gone = {address for address in given_addresses - addresses(body) if address not in before}
    assert not gone, f"{gone} are lost: {given_html}"
    once = source(body)
    assert canonical(body) == []
    assert source(body) == once, f"not the same when done again: {given_html}"


def addresses(body: _Element) -> set[str]:
    """Of links and pictures; a link to a place in the document itself goes with its text."""
    written = [element.get("href" if element.tag == "a" else "src", "") for element in body.iter("a", "img")]
    return {re.sub(r"[\t\r\n]", "", address).strip() for address in written}


def _text(body: _Element) -> str:
    parts = [body.text or ""]
    for node in body.iterdescendants():
        parts += [node.text or "" if isinstance(node.tag, str) else "", node.tail or ""]
    return "".join(parts)


@settings(max_examples=300, deadline=None)
@given(html)
def test_any_html_becomes_canonical(text: str) -> None:
    check_laws(parse(text))


@settings(max_examples=300, deadline=None)
@given(loose_trees())
def test_any_tree_becomes_canonical(body: _Element) -> None:
    check_laws(body)
