"""Hypothesis strategies for HTML whose text is full of what means something in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from hypothesis import strategies as st

Draw = st.DrawFn

HOSTILE = (
    *"*_`~[]()<>&!#+-=|:\\$\"' .1aé漢🎉\u00a0“”",
    *("**", "__", "1. ", "- ", "# ", "](", "[^1]", "[x] ", "&amp;", "<b>", "http://a.b/_c_", "***", "---", "==="),
    *("| a", "|-|", "\\\\", "> ", "``", "![", "<!-- x -->", "2)", "word", " two words ", " ", "snake_case", "]:"),
)
ADDRESSES = (
    *("http://example.org/", "/a(b)", "/a(b", "x y", "/é?a=1&copy;=2", "<z>", "a\\b", "mailto:a@b.c", "#n"),
    *("/a*b*_c_|d", "/[x]"),
)
MARKS = (
    *("em", "strong", "em", "strong", "em", "strong", "del", "u", "sub", "sup", "kbd", "ins", "mark", "small", "q"),
    *("cite", "code", "a", "a", "a", 'span lang="fr"', 'em lang="fr"', 'abbr title="T &quot;"'),
)
BLOCKS = (
    *("p", "p", "p", "line", "pre", "heading", "hr", "formula", "table", "ul", "ul", "ol", "blockquote", "dl"),
    *("details", "wide table", "image", "gallery", "quote", "embed", "audio", "noted"),
)
LANGUAGES = ("", ' class="language-php"', ' class="language-c++"')
CELLS = ("td", "td", 'td align="right"', "th")
PIECES = ("text", "text", "text", "mark", "mark", "code", "img", "br")
DEEPEST = 3

text = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join).map(escape)
address = st.sampled_from(ADDRESSES).map(escape)
code_lines = st.sampled_from(["\n", "\n\n", "```", "    x", "~~~", "x\n \t\ny", "  \n"])
program = st.lists(st.one_of(text, code_lines), min_size=1, max_size=5)


def element(opening: str, content: str) -> str:
    return f"<{opening}>{content}</{opening.partition(' ')[0]}>"


@st.composite
def line(draw: Draw, depth: int = 0) -> str:
    """Inline content: texts, marks in marks, links, pictures, breaks."""
    return "".join(draw(piece(depth)) for _ in range(draw(st.integers(1, 4 - depth))))


@st.composite
def piece(draw: Draw, depth: int) -> str:
    kind = draw(st.sampled_from(PIECES)) if depth < DEEPEST else "text"
    if kind == "br":
        return "<br>"
    if kind == "img":
        return f'<img src="{draw(address)}" alt="{draw(text)}">'
    if kind == "mark":
        return draw(mark(depth))
    return draw(text) if kind == "text" else element("code", draw(text))


@st.composite
def mark(draw: Draw, depth: int) -> str:
    opening = draw(st.sampled_from(MARKS))
    if opening == "a":
        title = f' title="{draw(text)}"' if draw(st.booleans()) else ""
        opening = f'a href="{draw(address)}"{title}'
    return element(opening, draw(line(depth + 1)))


@st.composite
def block(draw: Draw, depth: int = 0) -> str:
    """A block, with blocks in it where its kind has some."""
    kind = draw(st.sampled_from(BLOCKS))
    if kind in _LEAVES:
        return _LEAVES[kind](draw)
    return _GROUPS[kind](draw, depth + 1) if depth < DEEPEST else _paragraph(draw)


@st.composite
def flow(draw: Draw, depth: int = 0) -> str:
    return "".join(draw(block(depth)) for _ in range(draw(st.integers(1, 3))))


@st.composite
def bodies(draw: Draw) -> str:
    """A document, with footnotes where something may refer to them."""
    content = draw(flow())
    if "#fn-" not in content:
        return content
    notes = "".join(element(f'li id="fn-{number}"', draw(flow(2))) for number in range(1, 4))
    return content + element('section class="footnotes"', element("ol", notes))


def _paragraph(draw: Draw) -> str:
    return element("p", draw(line()))


def _table(draw: Draw) -> str:
    width = draw(st.integers(1, 3))
    cells = [element(draw(st.sampled_from(CELLS)), draw(line())) for _ in range(width * 2)]
    return element("table", element("tr", "".join(cells[:width])) + element("tr", "".join(cells[width:])))


def _captioned(draw: Draw, shown: str) -> str:
    return element("figure", shown + element("figcaption", draw(line())))


def _noted(draw: Draw) -> str:
    note = element("sup", element(f'a href="#fn-{draw(st.integers(1, 3))}"', "1"))
    return element("p", draw(line()) + note + draw(line()))


_LEAVES: Mapping[str, Callable[[Draw], str]] = {
    "audio": lambda draw: _captioned(draw, element(f'audio src="{draw(address)}"', "")),
    "embed": lambda draw: element('figure class="embed"', element(f'a href="{draw(address)}"', draw(text))),
    "formula": lambda draw: element("p", element('code class="math display"', draw(text))),
    "gallery": lambda draw: _captioned(draw, f'<img src="/i"><img src="{draw(address)}" alt="{draw(text)}">'),
    "heading": lambda draw: element(f"h{draw(st.integers(1, 6))}", draw(line())),
    "hr": lambda draw: "<hr>",
    "image": lambda draw: _captioned(draw, '<img src="/i">'),
    "line": lambda draw: draw(line()),
    "noted": _noted,
    "p": _paragraph,
    "pre": lambda draw: element("pre", element("code" + draw(st.sampled_from(LANGUAGES)), "".join(draw(program)))),
    "table": _table,
}


def _list(draw: Draw, depth: int, opening: str) -> str:
    return element(opening, "".join(element("li", draw(flow(depth))) for _ in range(draw(st.integers(1, 3)))))


_GROUPS: Mapping[str, Callable[[Draw, int], str]] = {
    "blockquote": lambda draw, depth: element("blockquote", draw(flow(depth))),
    "details": lambda draw, depth: element("details", element("summary", draw(line())) + draw(flow(depth))),
    "dl": lambda draw, depth: element("dl", element("dt", draw(line())) + element("dd", draw(flow(depth)))),
    "ol": lambda draw, depth: _list(draw, depth, f'ol start="{draw(st.sampled_from((0, 1, 1, 2, 99)))}"'),
    "quote": lambda draw, depth: _captioned(draw, element("blockquote", draw(flow(depth)))),
    "ul": lambda draw, depth: _list(draw, depth, "ul"),
    "wide table": lambda draw, depth: element("table", element("tr", element("td", draw(flow(depth))))),
}
