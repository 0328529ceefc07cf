"""What goes past the HTML5 parser is read as an HTML5 parser reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import html5lib
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element

from migrator.markup.html import parse
from migrator.markup.polyglot import as_xml

EXAMPLES = int(os.environ.get("EXAMPLES", "200"))

ALIKE = (
    "",
    "words & “words”\n",
    '<p class="a b">one<br>two<br />three <img src="/i?a=1&amp;b" alt="a > b"/> </p>\n',
    '<h2 id="x">a <em>b <strong>c</strong></em></h2><pre class="code">if a &lt; b:\n</pre><hr />',
    '<ul>\n<li>one<ol><li><p>two</p></li></ol></li> <li><a href="/">three</a></li>\n</ul>',
    "<div><blockquote><b><p>a <i>b</i></p></b></blockquote></div><!-- wp:x --><!--[3--><!--]3-->",
    "&#8217; &#038; &#160; &#x27; &#x1F600; a &amp;copy; b &= &",
    "<b>" * 5 + "x" + "</b>" * 5,
)

NOT_ALIKE = (
    "<p>a<div>b</div></p>",
    "<p>a<p>b</p></p>",
    "<p><ul><li>a</li></ul></p>",
    "<p>a<hr/></p>",
    "<h2>a<h3>b</h3></h2>",
    '<a href="/a">a<b><a href="/b">b</a></b></a>',
    "<ul><li>a<li>b</li></li></ul>",
    "<ul>a<li>b</li></ul>",
    "<li>a</li>",
    "<pre>\na</pre>",
    "<table><tr><td>a</td></tr></table>",
    "<nobr>a<nobr>b</nobr></nobr>",
    "<p/>a",
    '<p Class="a">a</p>',
    '<p xmlns="u">a</p>',
    "<p hidden>a</p>",
    '<img src="a">',
    "&copy 2001 &hellip; &copy; &#150; &#13; &#x85;",
    "<!-->a-->",
    "<!-- & -->",
    "<!--<br>-->",
    "<?php ?>",
    "<![CDATA[a]]>",
    "<svg><p>a</p></svg>",
    "</body>",
)

INLINE = ("strong", "b", "a", "a")
BLOCK = ("p", "p", "div", "h2", "h3", "pre", "figure", "ul", "li")
SAID = (*[""] * 12, *[' class="x"'] * 6, ' title="a > b&amp;\n"', ' a="1" a="2"', ' xmlns="u"', ' Href="x"', " hidden")
PLAIN = ("x", "word ", "\n", "&amp;", "<br />", "<ul><li>x</li>\n<li>y</li></ul>")
ODD = (
    *(" ", "&nbsp;", "& ", "&", "&copy;", "&copy", "&#8217;", "&#150;", "&#x27;", "&#13;", "]]>", ">", "<", "é漢🎉"),
    *("<br>", '<img src="i"/>', '<img src="i">', "<hr/>", "<!--[3-->", "<!-- a-b -->", "<!-->", "<!--a--b-->", "<p/>"),
    *("\r\n", "\x0c", "\x00", "\x85", "\ufffe", "</p>", "</br>", "<?x?>", "</body>"),
)


def elements(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(content, min_size=1, max_size=3).map("".join)
    return st.builds("<{0}{1}>{2}</{0}>".format, st.sampled_from((*INLINE, *BLOCK)), st.sampled_from(SAID), inner)


texts = st.sampled_from((*PLAIN * 15, *ODD))
fragments = st.lists(st.recursive(texts, elements, max_leaves=8), min_size=1, max_size=3).map("".join)


def events(element: _Element) -> Iterator[tuple[str, object]]:
    """A tree as its reader meets it: texts joined, white space in attributes made spaces, as XML has it."""
    text = element.text or ""
    for child in element:
        yield "text", text
        if isinstance(child.tag, str):
            yield child.tag, [(name, re.sub(r"\s", " ", value)) for name, value in sorted(child.attrib.items())]
            yield from events(child)
        else:
            yield "comment", child.text
        yield "end", ""
        text = child.tail or ""
    yield "text", text


def read_by_html5lib(html: str) -> _Element:
    body = html5lib.parse("<!DOCTYPE html><body>" + html, treebuilder="lxml", namespaceHTMLElements=False).find("body")
    assert isinstance(body, _Element)
    return body


def is_well_formed(xml: str) -> bool:
    try:
        etree.fromstring(xml)
    except etree.XMLSyntaxError:
        return False
    return True


@settings(max_examples=EXAMPLES, deadline=None)
@example("<b>" * 5 + "<p>x</p>" + "</b>" * 5 + "y")
@example("<pre>\r\nx</pre>")
@example("<h2><span><h3>x</h3></span></h2>")
@given(fragments)
def test_polyglot_content_is_read_as_by_an_html5_parser(html: str) -> None:
    xml = as_xml(html)
    assume(xml is not None and is_well_formed(f"<body>{xml}</body>"))
    assert list(events(parse(html))) == list(events(read_by_html5lib(html)))


@pytest.mark.parametrize("html", ALIKE)
def test_what_editors_write_is_polyglot(html: str) -> None:
    assert is_well_formed(f"<body>{as_xml(html)}</body>")
    assert list(events(parse(html))) == list(events(read_by_html5lib(html)))


@pytest.mark.parametrize("html", NOT_ALIKE)
def test_what_xml_reads_otherwise_goes_to_the_html5_parser(html: str) -> None:
    assert as_xml(html) is None
