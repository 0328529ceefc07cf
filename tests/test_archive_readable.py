"""HTML as lines: where they end, and what is shown in them."""

from __future__ import annotations

import pytest

from migrator.archive.readable import lines_of
from migrator.markup.build import read
from migrator.markup.html import parse


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>One <b>line</b>\nonly.</p><p>Two</p>", ["One line only.", "Two"]),
        ("<p>One<br>two</p>", ["One", "two"]),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", ["a", "b", "c"]),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"]),
        ("<pre><code>a\n  b <i>c\nd</i></code></pre>", ["a", "b c", "d"]),
        ('<p>See <a href="/x">this</a>.</p>', ["See this </x> ."]),
        ('<p>A <img src="/a.jpg" alt="boat"> here</p>', ["A boat </a.jpg> here"]),
        ("<p>loose</p>text<div>more</div>tail", ["loose", "text", "more", "tail"]),
    ],
)
def test_lines(html: str, lines: list[str]) -> None:
    assert lines_of(parse(html)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Words[footnote]A note[/footnote].", ["Words [footnote]…[/footnote] A note."]),
        ("[dropcap]T[/dropcap]he end", ["[dropcap]…[/dropcap] The end"]),
        ("[nggallery id=3]\n[poll id=1]", ["[nggallery id=3]", "[poll id=1]"]),
        ("[vc_row][vc_column]Words[/vc_column][/vc_row]", ["[vc_row]…[/vc_row]", "[vc_column]…[/vc_column] Words"]),
        ("A [gallery] in a line", ["A [gallery] in a line"]),
    ],
)
def test_shortcodes_are_shown_as_they_were_written(text: str, lines: list[str]) -> None:
    assert lines_of(read(text)) == lines


def test_comments_are_shown_where_the_ledger_quotes_them() -> None:
    tree = read("<!-- wp:latest-posts /-->\n<!-- wp:paragraph -->\n<p>a</p><!-- note -->\n<!-- /wp:paragraph -->")
    assert lines_of(tree) == ["a"]
    assert lines_of(tree, {"<!-- wp:latest-posts /-->", "note"}) == ["<!-- wp:latest-posts /-->", "a", "note"]
