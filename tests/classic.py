"""Classic content made from pieces, and what an HTML5 parser sees of a page made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import html5lib

PIECES = (
    *["word ", '"quoted" ', "it's ", "R&amp;D ", "1 < 2 ", "[sic] ", "é ", "x"],
    *["\n", "\n\n", "\n \n\t\n", "\r\n", "\r\n\r\n", "\r", " \n", "\n&nbsp;\n", " ", "\v"] * 2,
    *["<b>", "</b>", '<em class="a">', "</em>", '<a href="a"\ntitle="b > c">', "</a>", "<span>", "</span>"],
    *["<code>", "</code>", "<center>", "</center>", "<label>", "</label>", "<main>", "</main>"],
    *["<p>one", "two</p>", '<p class="a">one', "<P>", "</P>", "<div>", '<div\nclass="a">', "</div>", "<DIV>", "</DIV>"],
    *["<ul>", "<li>", "</li>", "</ul>", "<dl>", "<dt>", "</dt>", "<dd>", "</dd>", "</dl>"],
    *["<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<h2>", "</h2>", '<h3 id="a">', "</h3>"],
    *["<blockquote>", "</blockquote>", "<form>", "</form>", "<address>", "</address>", "<section>", "</section>"],
    *["<details>", "<summary>", "</summary>", "</details>", "<figure>", "</figure>"],
    *["<br>", "<br />", "<br/>", '<br class="a">', "<BR>", "<hr>", "<hr />", '<hr class="a">', '<img src="a">'],
    *["<!--more-->", "<!--nextpage-->", "<!-- one\ntwo -->", "[s1]", "[s2]\n", "\n[/s2]"],
    "<pre>\none\n\n<b>two</b><br>\n</pre>",
    "<script>\none();\n</script>",
    "<svg><path /></svg>",
    "<ul>\n\t<li>one</li>\n\n\t<li>two\nthree</li>\n</ul>\n",
    "<table>\n<tr>\n<td>one\n\ntwo</td>\n<th>three</th>\n</tr>\n</table>",
    "<blockquote>one\n\ntwo</blockquote>",
    '<figure>\n<img src="a">\n\n<figcaption>\none\n\ntwo</figcaption>\n</figure>',
    '<object>\n<param name="a">\n\n<embed src="a"></embed>\n</object>',
    '<video>\n<source src="a">\n<track>\n</video>',
    "<select>\n<option>one</option>\n<option>two</option>\n</select>",
)
"""`[s1]`, `[s2]…[/s2]` are shortcodes, for `mark` to exchange."""

_INLINE = frozenset(
    "a b code em img label select span svg path object param embed video source track option input".split()
)
_OF_NO_USE_EMPTY = frozenset("a b code em label p span".split())
_SPACES = " \t\n\v\f\r"
_SPACE = re.compile(f"[{_SPACES}]+")


class _Token(NamedTuple):
    kind: str
    data: str


def mark(text: str) -> str:
    """Exchange shortcodes for the markers that stand for them in `autop`."""
    return re.sub(r"\[(/?)s(\d)\]", lambda found: f"<!--{']' if found[1] else '['}{found[2]}-->", text)


def unmark(html: str) -> str:
    return re.sub(r"<!--([\[\]])(\d)-->", lambda found: f"[{'/' if found[1] == ']' else ''}s{found[2]}]", html)


def shape(html: str) -> list[str]:
    """Tags and text in order, white space folded as a browser does; without elements that show nothing."""
    seen: list[str] = []
    gap, line_begins = False, True
    for kind, data in _drop_empty(_tokens(html)):
        if kind == "text":
            gap |= data[:1] in _SPACES
            if text := _SPACE.sub(" ", data).strip(" "):
                _add_text(seen, " " + text if gap and not line_begins else text)
                gap, line_begins = data[-1] in _SPACES, False
        elif kind in ("<", "</"):
            seen.append(f"{kind}{data}>")
            if data not in _INLINE:
                gap, line_begins = False, True
        else:
            seen.append(f"{kind} {data}")
    return seen


def _add_text(seen: list[str], text: str) -> None:
    if seen and seen[-1].startswith("'"):
        seen[-1] += text
    else:
        seen.append("'" + text)


def letters(html: str) -> str:
    """The characters that a reader sees, in order of the alphabet: a broken table shows its text in another place."""
    return "".join(sorted(_SPACE.sub("", "".join(data for kind, data in _tokens(html) if kind in ("text", "code")))))


def _drop_empty(tokens: Iterator[_Token]) -> list[_Token]:
    kept: list[_Token] = []
    for token in tokens:
        if token.kind == "</" and token.data in _OF_NO_USE_EMPTY:
            at = len(kept) - 1
            while kept[at].kind == "text" and not kept[at].data.strip(_SPACES):
                at -= 1
            if kept[at] == ("<", token.data):
                del kept[at]
                continue
        kept.append(token)
    return kept


def _tokens(html: str) -> Iterator[_Token]:
    tree = html5lib.parse("<!DOCTYPE html><body>" + html.strip(), namespaceHTMLElements=False)
    verbatim = 0
    for token in html5lib.getTreeWalker("etree")(tree):
        kind, name = token["type"], token.get("name", "")
        if kind in ("StartTag", "EmptyTag"):
            verbatim += name in ("pre", "script")
            yield _Token("<", name)
        if kind in ("EndTag", "EmptyTag"):
            verbatim -= name in ("pre", "script")
            yield _Token("</", name)
        if kind in ("Characters", "SpaceCharacters"):
            yield _Token("code" if verbatim else "text", token["data"])
        if kind == "Comment":
            yield _Token("comment", _SPACE.sub("", token["data"]))
