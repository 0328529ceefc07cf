"""Canonical HTML as tables: which elements there are, what may stand in them, which attributes they carry.

Everything behind `clean` meets only this vocabulary. `clean.canon` makes trees fit it, `clean.violations` says where
one does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

DEEPEST = 80
MOST_CONTAINERS = 48
"""Elements inside each other, and containers (lists, items, quotes, cells, …) among them, at most.

Python's recursion and markdown-it (100 levels) end not far above; of the bodies of 69 exports the deepest has 14."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
VOIDS = frozenset(("br", "hr", "img", "track"))
INLINE = frozenset(
    "a abbr bdi bdo br cite code del dfn em img ins kbd mark q rp rt ruby samp small span strong sub sup time u"
    " var".split()
)
FLOW = HEADINGS | frozenset("blockquote details dl figure hr ol p pre section table ul".split())
LINES = HEADINGS | {"p", "dt", "summary", "caption"}
"""Elements that hold inline content only."""

MIXED = frozenset(("li", "dd", "td", "th", "figcaption"))
"""Elements that hold either inline content or blocks, never both."""

CHILDREN: Mapping[str, frozenset[str]] = {
    "body": FLOW,
    "blockquote": FLOW,
    "section": FLOW,
    "details": FLOW | {"summary"},
    "figure": frozenset("a audio blockquote figcaption figure img table video".split()),
    "ul": frozenset(("li",)),
    "ol": frozenset(("li",)),
    "dl": frozenset(("dt", "dd")),
    "table": frozenset(("caption", "thead", "tbody", "tfoot")),
    "thead": frozenset(("tr",)),
    "tbody": frozenset(("tr",)),
    "tfoot": frozenset(("tr",)),
    "tr": frozenset(("td", "th")),
    "pre": frozenset(("code",)),
    "audio": frozenset(("track",)),
    "video": frozenset(("track",)),
    **dict.fromkeys(VOIDS, frozenset[str]()),
    **dict.fromkeys(MIXED, FLOW | INLINE),
    **dict.fromkeys((INLINE | LINES) - VOIDS, INLINE),
}
"""Which elements may be children of which; the tags of all elements are its keys."""

TAGS = frozenset(CHILDREN)

FIGURES: Mapping[str, frozenset[str]] = {
    "image": frozenset(("img", "a")),
    "gallery": frozenset(("figure",)),
    "embed": frozenset(("a",)),
    "file": frozenset(("a",)),
    "audio": frozenset(("audio",)),
    "video": frozenset(("video",)),
    "table": frozenset(("table",)),
    "quote": frozenset(("blockquote",)),
}
"""What each kind of figure (its class) shows, besides a `<figcaption>` at its end."""

HOLDS_NO_TEXT = frozenset(
    tag for tag, children in CHILDREN.items() if tag not in INLINE | LINES | MIXED or not children
)
NESTABLE = frozenset("bdi bdo kbd q samp small span sub sup".split())
"""Inline elements that mean something inside one of their own kind."""

EVERYWHERE = frozenset(("id", "lang", "dir"))
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset(("href", "title")),
    "abbr": frozenset(("title",)),
    "audio": frozenset(("src",)),
    "blockquote": frozenset(("cite",)),
    "code": frozenset(("class",)),
    "details": frozenset(("open",)),
    "figure": frozenset(("class", "data-provider", "data-kind", "data-id", "data-author", "data-thumbnail")),
    "img": frozenset(("src", "alt", "title", "width", "height", "data-id", "data-srcset")),
    "li": frozenset(("value",)),
    "ol": frozenset(("start", "reversed", "type")),
    "section": frozenset(("class",)),
    "td": frozenset(("colspan", "rowspan", "scope", "align")),
    "th": frozenset(("colspan", "rowspan", "scope", "align")),
    "time": frozenset(("datetime",)),
    "track": frozenset(("src", "kind", "srclang", "label")),
    "video": frozenset(("src", "poster")),
}
"""Which attributes an element may carry besides those that may stand everywhere."""

_WHOLE = re.compile(r"\d{1,9}")
VALUES: Mapping[str, re.Pattern[str]] = {
    "align": re.compile("left|right|center"),
    "colspan": re.compile(r"[2-9]|[1-9]\d{1,2}|1000"),
    "data-id": re.compile(r".+", re.DOTALL),
    "dir": re.compile("ltr|rtl|auto"),
    "height": _WHOLE,
    "href": re.compile(r"\S(?:[^\r\n\t]*\S)?"),
    "id": re.compile(r"\S+"),
    "lang": re.compile(r"\S+"),
    "open": re.compile(""),
    "reversed": re.compile(""),
    "rowspan": re.compile(r"[2-9]|[1-9]\d{1,3}|[1-5]\d{4}"),
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "src": re.compile(r"\S(?:[^\r\n\t]*\S)?"),
    "start": re.compile(r"0|[2-9]|[1-9]\d{1,8}"),
    "title": re.compile(r"\S(?:[^\r\n\t]*\S)?"),
    "type": re.compile("[1aAiI]"),
    "value": re.compile(r"0|[1-9]\d{0,8}"),
    "width": _WHOLE,
}
"""What the values of an attribute look like. Spans end where HTML's do (1000 and 65534); a list starts where a list of
CommonMark can (nine digits)."""

CLASSES: Mapping[str, re.Pattern[str]] = {
    "code": re.compile(r"language-\S+|math (?:inline|display)"),
    "figure": re.compile("|".join(FIGURES)),
    "section": re.compile("footnotes"),
}

SAFE_COMMENT = re.compile(r"more(?:\s[^<>]*)?|nextpage")
"""The two comments that mean something to a reader of WordPress: where the teaser ends, and a page."""


def is_valid(tag: str, name: str, value: str) -> bool:
    """Whether an element may carry an attribute of this value."""
    if name not in EVERYWHERE and name not in ATTRIBUTES.get(tag, ()):
        return False
    pattern = pattern_of(tag, name)
    return pattern is None or pattern.fullmatch(value) is not None


def pattern_of(tag: str, name: str) -> re.Pattern[str] | None:
    """What the values of an attribute look like; None if anything will do."""
    return CLASSES.get(tag) if name == "class" else VALUES.get(name)
