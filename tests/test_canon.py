"""Laws of canonical HTML over random HTML and random trees; what `violations` finds. Cases are in cases/canon.md."""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import Element, SubElement, _Element, tostring

from migrator.clean.canon import make_canonical
from migrator.clean.violations import violations
from migrator.clean.vocabulary import DEEPEST, TAGS
from migrator.markup.html import parse, tag_of
from migrator.model import Document, Entry, Post, Record
from migrator.writers.html import html as written
from tests.test_cases import CASES, SHOWN, Case, folded, read_cases

EXAMPLES = int(os.environ.get("EXAMPLES", "200"))
ODD_TAGS = (
    "b i s strike big font center tt acronym dir menu address section article header footer main aside nav div script"
    " style noscript template svg title object embed param iframe form input select option button textarea label"
    " canvas map area picture source wbr col colgroup marquee x-card legend fieldset xmp hgroup search"
).split()
ATTRIBUTES = (
    *('href="#a"', 'href="http://example.org/x"', 'href="javascript:x"', 'href=""', 'name="a"', 'id="a"', 'id="b"'),
    *('src="x.png"', 'src=""', 'alt="Alt"', 'title="T"', 'class="image"', 'class="gallery"', 'class="embed"'),
    *('class="language-php"', 'class="footnotes"', 'class="x"', 'lang="de"', 'dir="rtl"', 'dir="ltr"', "open"),
    *('style="font-weight:bold"', 'style="font-weight:normal"', 'style="font-style:italic;text-align:right"'),
    *('colspan="2"', 'rowspan="3"', 'start="4"', 'type="a"', 'value="v"', "reversed", 'width="100%"', 'width="30px"'),
    'data="http://plugin.example/"',
)
PIECES = (
    *("word", " two words ", "\n", " ", "\u00a0", "\u200b", "x", "<br>", "<br />\n", "<img src=p.png>", "<!--more-->"),
    *("<!-- note -->", "<p>", "</p>", "<li>", "<td>", "&amp; &lt;b&gt;", "漢字", "<hr>", "</div>", "\u3000indent"),
)
UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]")

tags = st.sampled_from([*sorted(TAGS - {"body"}), *ODD_TAGS])
opening = st.builds(
    lambda tag, attributes: f"<{' '.join([tag, *attributes])}>", tags, st.lists(st.sampled_from(ATTRIBUTES), max_size=2)
)
html = st.lists(st.one_of(st.sampled_from(PIECES), opening, st.builds("</{}>".format, tags)), max_size=30).map("".join)


@st.composite
def loose_trees(draw: st.DrawFn) -> _Element:
    """Trees that no parser makes but rules may leave: any element anywhere."""
    body = Element("body")
    elements = [body]
    for _ in range(draw(st.integers(0, 25))):
        attributes = {"href": "http://example.org/"} if draw(st.booleans()) else {}
        child = SubElement(draw(st.sampled_from(elements)), draw(tags), attributes)
        child.text, child.tail = draw(st.sampled_from(["a", " b ", "", "\n"])), draw(st.sampled_from(["t", " ", ""]))
        elements.append(child)
    return body


def canonical(body: _Element, language: str = "en-US") -> list[Entry]:
    post = Post(Record(), body, Document(1, "post", "publish", "", "", ""))
    make_canonical(body, post, language)
    return post.entries


def source(body: _Element) -> str:
    return tostring(body, encoding="unicode")


def text_of(body: _Element) -> str:
    parts = [body.text or ""]
    for node in body.iterdescendants():
        parts += [(node.text or "") if tag_of(node) else "", node.tail or ""]
    return "".join(parts)


def characters(text: str) -> Counter[str]:
    return Counter(UNSEEN.sub("", text))


def addresses(body: _Element) -> set[str]:
    """Of links and pictures; a link to a place in the document goes with its text."""
    written = [element.get("href" if element.tag == "a" else "src", "") for element in body.iter("a", "img")]
    cleaned = {re.sub(r"[\t\r\n]", "", address).strip() for address in written}
    return {address for address in cleaned if address and not address.startswith("#")}


def check_laws(body: _Element) -> None:
    given_html, text, reachable = source(body), text_of(body), addresses(body)
    entries = canonical(body)
    before = "\n".join(entry.before for entry in entries)
    after = "\n".join(entry.after for entry in entries)
    assert violations(body) == [], given_html
    assert not characters(text) - characters(text_of(body)) - characters(before), f"words are lost: {given_html}"
    assert not characters(text_of(body)) - characters(text) - characters(after), f"words are made up: {given_html}"
    gone = {address for address in reachable - addresses(body) if address not in before}
    assert not gone, f"{gone} are lost: {given_html}"
    once = source(body)
    assert canonical(body) == []
    assert source(body) == once, f"not the same when done again: {given_html}"


@pytest.mark.parametrize("case", read_cases(CASES / "canon.md"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    body = parse(case.content)
    entries = canonical(body)
    assert folded(written(body)) == folded(case.expected)
    lines = [f"{entry.rule} {entry.action} {entry.before[:SHOWN]}".strip() for entry in entries]
    assert lines == (case.ledger or "").strip().splitlines()


@settings(max_examples=EXAMPLES, deadline=None)
@given(html)
def test_any_html_becomes_canonical(text: str) -> None:
    check_laws(parse(text))


@settings(max_examples=EXAMPLES, deadline=None)
@given(loose_trees())
def test_any_tree_becomes_canonical(body: _Element) -> None:
    check_laws(body)


@pytest.mark.parametrize("tag", "div blockquote ul li dl table td figure details p h2 pre em sub a span".split())
def test_a_thousand_levels_become_a_few(tag: str) -> None:
    body = parse(f'<{tag} lang="de" href="/x">' * 3000 + "word")
    canonical(body)
    assert violations(body) == []
    assert text_of(body).split() == ["word"]
    assert max(len(list(element.iterancestors())) for element in body.iter()) <= DEEPEST


def test_what_is_canonical_stays_the_same_element() -> None:
    body = parse('<p class="has-text-align-center">One <b>two</b></p><div><ul><li>x</li></ul></div>')
    paragraph, items = body[0], body[1][0]
    canonical(body)
    assert source(body) == "<body><p>One <strong>two</strong></p><ul><li>x</li></ul></body>"
    assert body[0] is paragraph
    assert body[1] is items


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("loose", "body: loose text"),
        ("<p><x-y>a</x-y></p>", "p/x-y: unknown element"),
        ("<p><b>a</b></p>", "p/b: unknown element"),
        ("<ul>x<li>a</li></ul>", "ul: loose text"),
        ("<ul><li>a<p>b</p></li></ul>", "ul/li: inline content beside blocks"),
        ("<ul><p>a</p></ul>", "ul: <p> in <ul>"),
        ("<p></p>", "p: empty"),
        ("<p>a <em></em></p>", "p/em: empty"),
        ("<p><em>a <strong>b <em>c</em></strong></em></p>", "p/em/strong/em: <em> inside another"),
        ("<p>a  b</p>", "p: white space that is not folded"),
        ("<p><span>a</span></p>", "p/span: says nothing"),
        ("<p><a>x</a></p>", "p/a: neither address nor id"),
        ('<p><a href="/x"></a></p>', "p/a: empty"),
        ('<p class="x">a</p>', "p: attribute class='x'"),
        ("<p><img alt=''></p>", "p/img: no address"),
        ("<pre>x</pre>", "pre: not one <code>"),
        ("<p>a<!--more--></p>", "p/comment: a comment among inline content"),
        ("<!-- x --><p>a</p>", "comment: a comment that says nothing"),
        ('<figure class="image"><img src="a"></figure>', "figure: a figure without a caption"),
        ('<figure class="embed"><p>a</p></figure>', "figure: <p> in <figure>"),
        ('<figure class="file"><a href="/a">b</a><hr></figure>', "figure: a figure of kind 'file' with ['a', 'hr']"),
        (
            "<table><tfoot><tr><td></td></tr></tfoot><tbody><tr><td></td></tr></tbody></table>",
            "table: parts out of order",
        ),
        ("<details><p>a</p><summary>b</summary></details>", "details: a summary that is not the first"),
        ("<p><rt>a</rt></p>", "p/rt: outside of <ruby>"),
    ],
)
def test_violations_are_found(html: str, problem: str) -> None:
    assert problem in violations(parse(html))


def test_too_deep_is_a_violation() -> None:
    assert any("too deep" in problem for problem in violations(parse("<blockquote>" * 100 + "<p>x</p>")))
