"""Classic content gets WordPress's paragraphs, whole and in time whatever it holds."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.markup.autop import autop, needs_autop
from tests.classic import PIECES, letters, mark, shape
from tests.test_cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "autop.md")
HOSTILE = 200_000
SECOND = 1.0


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    assert shape(autop(case.content)) == shape(case.expected)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_line_ends_of_other_systems_are_the_same(case: Case) -> None:
    assert autop(case.content.replace("\n", "\r")) == autop(case.content)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \r\n\t\n\v", ""),
        ("one", "<p>one</p>"),
        ("\n \n\none\n\n", "<p>one</p>"),
        ("one\n \t \ntwo", "<p>one</p>\n<p>two</p>"),
        ("\u00a0", "<p>\u00a0</p>"),
        ("one\u2028\n\u2003\ntwo", "<p>one\u2028<br />\n\u2003<br />\ntwo</p>"),
        ("one<br/> \ntwo", "<p>one<br /> <br />\ntwo</p>"),
        (" <h2>one</h2>", "<br />\n<h2>one</h2>"),
        (" <p>one</p>", "\n<p>one</p>"),
        ("o\0n\1e\2", "<p>one</p>"),
        ("<div>one", "<div>one</p>"),
    ],
)
def test_edges_are_written_as_by_wordpress(text: str, html: str) -> None:
    assert autop(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n<!--[0-->\ntwo", "<p>one<br />\n<!--[0--><br />\ntwo</p>"),
        ("<!--[0-->\n\n<!--[1-->one\n\ntwo<!--]1-->", "<p><!--[0--></p>\n<p><!--[1-->one</p>\n<p>two<!--]1--></p>"),
        ("one <!--[0-->\n</form>", "<p>one <!--[0-->\n</p></form>"),
        ('<a href="<!--[0-->"\nrel="a">one</a>\ntwo', '<p><a href="<!--[0-->"\nrel="a">one</a><br />\ntwo</p>'),
        ('<div id="<!--[10-->">\none</div>', '<div id="<!--[10-->">\none</div>'),
        ("1 < 2 <!--[0-->\n\n<b>one</b>", "<p>1 < 2 <!--[0-->\n\n<b>one</b></p>"),
    ],
)
def test_markers_are_words(text: str, html: str) -> None:
    assert autop(text) == html


@pytest.mark.parametrize(
    "raw",
    [
        "<pre>\n\none<br><br>\n\n<p>\n</pre>",
        "<PRE class='a'>\n\none\n</pre>",
        "<script>\none()\n\n'<div>'\n</script>",
        "<style>\none {}\n\ntwo {}\n</style >",
        "<svg>\n\n<path />\n</svg>",
        "<math>\n<mi>x</mi>\n\n</math>",
        "<!-- <p>one</p>\n\n<br><br> -->",
        "<iframe src='a'>\n\n</iframe>",
        "<!---->",
        "<script><!--\none\n--></script>",
    ],
)
def test_what_is_no_prose_stays_whole(raw: str) -> None:
    html = autop(f"one {raw} two\n\n{raw}\n\n<pre></pre><!-- --><svg></svg>")
    assert html.count(raw) == 2
    assert html.endswith("<!-- --><svg></svg></p>")


def test_quotation_with_a_line_end_in_its_tag_stays_one() -> None:
    assert shape(autop('<blockquote\ncite="a">one</blockquote>')) == shape("<blockquote><p>one</p></blockquote>")


def test_content_with_blocks_needs_no_paragraphs() -> None:
    assert needs_autop("one\n\n<!--more-->\n<!-- wp -->")
    assert not needs_autop("one\n<!-- wp:more -->")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join).map(mark))
@settings(max_examples=150, deadline=None)
def test_no_letter_is_lost(text: str) -> None:
    assert letters(autop(text)) == letters(text)


@given(st.text(alphabet="<>/!-[]0pre\n \0\1\2&", max_size=60))
def test_any_text_is_taken(text: str) -> None:
    autop(text)


@pytest.mark.parametrize(
    "unit",
    [
        *["<", "\n", " ", "\n ", "<pre>", "</pre>", "<pre></pre>", "<div>", "</div>", "<p", "<!--", "<!---->"],
        *["<br>", "<br ", "> <br />", "<blockquote>", "<BLOCKQUOTE>", "</script><script>", "<option> ", "<source "],
        *["<a <!--[1-->", "<li>a\n\n"],
    ],
)
@pytest.mark.parametrize("around", ["{}", "<source></object><option><figcaption>{}x", "{}</pre></script>-->"])
def test_hostile_text_takes_little_time(unit: str, around: str) -> None:
    text = around.format(unit * (HOSTILE // len(unit)))
    begin = time.process_time()
    autop(text)
    assert time.process_time() - begin < SECOND
