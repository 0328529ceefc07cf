"""Inline elements as marks on the text they hold, so that they can be opened again where a block cuts through them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from lxml.etree import _Element, strip_tags

from migrator.clean.canon.attributes import Wanted, attributes_of
from migrator.clean.vocabulary import INLINE, NESTABLE, VOIDS
from migrator.markup.html import tag_of

RENAMED: Mapping[str, str] = {
    "acronym": "abbr",
    "b": "strong",
    "dir": "ul",
    "i": "em",
    "listing": "pre",
    "menu": "ul",
    "plaintext": "pre",
    "s": "del",
    "strike": "del",
    "textarea": "pre",
    "tt": "code",
    "xmp": "pre",
}
"""Elements of older HTML and what they are called now."""

MARKS = INLINE - VOIDS
MERGED = frozenset("del em ins mark small strong u".split())
"""Marks that say the same of two neighbours as of one."""

_NOTHING = "x-nothing"
_MOST_NESTED = 8
_STYLED = frozenset("big em font i span strong b u label".split())
_FROM_STYLE = (  # never from Word's own: `mso-bidi-font-weight: normal` is of other scripts
    ("em", re.compile(r"(?<![\w-])font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)),
    ("strong", re.compile(r"(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)),
    ("u", re.compile(r"(?<![\w-])text-decoration(?:-line)?\s*:[^;]*underline", re.IGNORECASE)),
    ("del", re.compile(r"(?<![\w-])text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)),
    ("sup", re.compile(r"(?<![\w-])vertical-align\s*:\s*super", re.IGNORECASE)),
    ("sub", re.compile(r"(?<![\w-])vertical-align\s*:\s*sub", re.IGNORECASE)),
)
_TAKEN_BACK = {
    "em": re.compile(r"(?<![\w-])font-style\s*:\s*normal", re.IGNORECASE),
    "strong": re.compile(r"(?<![\w-])font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE),
    "u": re.compile(r"(?<![\w-])text-decoration(?:-line)?\s*:\s*none", re.IGNORECASE),
}
"""Google Docs pastes a whole document inside `<b style="font-weight: normal">`."""

_UPRIGHT = "x-upright"
"""The mark of text that is upright among italics: a title in a title. Of weight the same is not said: editors that make
pasted text bold put `<strong>` around spans of weight 400."""


class Mark(NamedTuple):
    """A tag on text with its attributes; `source` is the element it comes from."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    source: _Element

    def goes_on(self, other: Mark, *, apart: bool) -> bool:
        """Whether text with this mark may go on in the element of the other; `apart`: there is a break between."""
        if self.source is other.source:
            return self.tag == other.tag
        return not apart and self.tag in MERGED and self[:2] == other[:2]


def marks_of(element: _Element, wanted: Wanted) -> list[Mark]:
    """What an inline element says of its text: by its name, and by inline style where canonical HTML has a word."""
    tag = RENAMED.get(tag_of(element), tag_of(element))
    style = element.get("style", "") if element.tag in _STYLED else ""
    marks = []
    if tag in MARKS and not (style and tag in _TAKEN_BACK and _TAKEN_BACK[tag].search(style)):
        attributes = attributes_of(element, tag, wanted)
        if _says_something(tag, attributes):
            marks.append(Mark(tag, tuple(attributes.items()), element))
    if style and tag != "em" and _TAKEN_BACK["em"].search(style) and _is_upright(element):
        marks.append(Mark(_UPRIGHT, (), element))
    if style:
        marks += [Mark(other, (), element) for other, pattern in _FROM_STYLE if pattern.search(style)]
    return marks


def strip_unmarked(body: _Element, wanted: Wanted) -> None:
    """Unwrap the spans that say nothing; word processors put them around every piece of text."""
    elements = list(body.iter("span", "font"))
    for element in elements:
        if element.get("id") not in wanted.ids and not marks_of(element, wanted):
            element.tag = _NOTHING
    if elements:
        strip_tags(body, _NOTHING)


def _is_upright(element: _Element) -> bool:
    """Whether the nearest italics around an element have text of their own beside it."""
    italics = next(element.iterancestors("em", "i"), None)
    own = (italics.text, *(child.tail for child in italics)) if italics is not None else ()
    return any(text and not text.isspace() for text in own)


def _says_something(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag == "span":
        return "lang" in attributes or "dir" in attributes
    return tag != "a" or "href" in attributes


def new_marks(marks: Iterable[Mark], around: Collection[Mark]) -> list[Mark]:
    """Of the marks of an element those that say more than the ones around it; a style says nothing again."""
    tags = [mark.tag for mark in around]
    if _UPRIGHT in tags:
        tags = [tag for tag in tags if tag != "em"]
    may_nest = sum(tag in NESTABLE for tag in tags) < _MOST_NESTED
    new: list[Mark] = []
    for mark in marks:
        is_again = may_nest and mark.tag in NESTABLE and mark.source.tag == mark.tag
        if mark.tag == "a" or mark.tag not in tags or is_again:
            new.append(mark)
            tags.append(mark.tag)
    return new


def effective(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that hold where all of these are open: of links only the innermost, ruby's parts only in a ruby."""
    kept: list[Mark] = []
    for mark in marks:
        if mark.tag == "a":
            kept = [other for other in kept if other.tag != "a"]
        if mark.tag == _UPRIGHT:
            kept = [other for other in kept if other.tag != "em"]
        elif mark.tag not in ("rt", "rp") or (kept and kept[-1].tag == "ruby"):
            kept.append(mark)
    return kept
