"""Hypothesis strategies for HTML whose text is full of what means something in Markdown."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

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
DEEPEST = 3

text = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join)
address = st.sampled_from(ADDRESSES)
code = st.lists(st.one_of(text, st.sampled_from(["\n", "\n\n", "```", "    x", "~~~"])), min_size=1, max_size=5)


def element(opening: str, content: str) -> str:
    return f"<{opening}>{content}</{opening.split()[0]}>"


@st.composite
def line(draw: st.DrawFn, depth: int = 0) -> str:
    """Inline content: texts, marks in marks, links, pictures, breaks."""
    return "".join(draw(piece(depth)) for _ in range(draw(st.integers(1, 4 - depth))))


@st.composite
def piece(draw: st.DrawFn, depth: int) -> str:
    kind = draw(
        st.sampled_from(("text", "text", "text", "mark", "mark", "code", "img", "br") if depth < DEEPEST else ("text",))
    )
    if kind == "br":
        return "<br>"
    if kind == "img":
        return f'<img src="{escape(draw(address))}" alt="{escape(draw(text))}">'
    if kind == "code":
        return element("code", escape(draw(text)))
    if kind == "text":
        return escape(draw(text))
    mark = draw(st.sampled_from(MARKS))
    if mark == "a":
        mark = f'a href="{escape(draw(address))}"' + draw(st.sampled_from(("", "", f' title="{escape(draw(text))}"')))
    return element(mark, draw(line(depth + 1)))


@st.composite
def block(draw: st.DrawFn, depth: int = 0) -> str:
    """A block, with blocks in it where its kind has some."""
    kind = draw(st.sampled_from(BLOCKS))
    if kind in ("p", "line"):
        return element("p", draw(line())) if kind == "p" else draw(line())
    make = _LEAVES.get(kind)
    if make is not None:
        return make(draw)
    if depth == DEEPEST:
        return element("p", draw(line()))
    return _GROUPS[kind](draw, depth + 1)


@st.composite
def flow(draw: st.DrawFn, depth: int = 0) -> str:
    return "".join(draw(block(depth)) for _ in range(draw(st.integers(1, 3))))


def _table(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 3))
    cells = [
        element(draw(st.sampled_from(("td", "td", 'td align="right"', "th"))), draw(line())) for _ in range(width * 2)
    ]
    return element("table", element("tr", "".join(cells[:width])) + element("tr", "".join(cells[width:])))


_LEAVES = {
    "audio": lambda draw: (
        f'<figure><audio src="{escape(draw(address))}"></audio><figcaption>{draw(line())}</figcaption></figure>'
    ),
    "embed": lambda draw: element(
        'figure class="embed"', element(f'a href="{escape(draw(address))}"', escape(draw(text)))
    ),
    "formula": lambda draw: element("p", element('code class="math display"', escape(draw(text)))),
    "heading": lambda draw: element(f"h{draw(st.integers(1, 6))}", draw(line())),
    "hr": lambda draw: "<hr>",
    "image": lambda draw: f'<figure><img src="/i"><figcaption>{draw(line())}</figcaption></figure>',
    "gallery": lambda draw: (
        f'<figure><img src="/i"><img src="/j" alt="{escape(draw(text))}"><figcaption>{draw(line())}</figcaption></figure>'
    ),
    "noted": lambda draw: element(
        "p", draw(line()) + f'<sup><a href="#fn-{draw(st.integers(1, 3))}">1</a></sup>' + draw(line())
    ),
    "pre": lambda draw: element("pre", element("code" + draw(st.sampled_from(LANGUAGES)), escape("".join(draw(code))))),
    "table": _table,
}


def _list(draw: st.DrawFn, depth: int, opening: str) -> str:
    return element(opening, "".join(element("li", draw(flow(depth))) for _ in range(draw(st.integers(1, 3)))))


_GROUPS = {
    "blockquote": lambda draw, depth: element("blockquote", draw(flow(depth))),
    "details": lambda draw, depth: element("details", element("summary", draw(line())) + draw(flow(depth))),
    "dl": lambda draw, depth: element("dl", element("dt", draw(line())) + element("dd", draw(flow(depth)))),
    "ol": lambda draw, depth: _list(draw, depth, f'ol start="{draw(st.sampled_from((0, 1, 1, 2, 99)))}"'),
    "quote": lambda draw, depth: (
        f'<figure class="quote"><blockquote>{draw(flow(depth))}</blockquote><figcaption>{draw(line())}</figcaption></figure>'
    ),
    "ul": lambda draw, depth: _list(draw, depth, "ul"),
    "wide table": lambda draw, depth: element("table", element("tr", element("td", draw(flow(depth))))),
}


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A document, with footnotes where something may refer to them."""
    text = draw(flow())
    if "#fn-" not in text:
        return text
    notes = "".join(element(f'li id="fn-{number}"', draw(flow(2))) for number in range(1, 4))
    return text + element('section class="footnotes"', element("ol", notes))
