"""What word processors, editors and themes leave behind in markup: pictures in the place of signs, drop caps, Word's
settings, paragraphs set as headings.

Text that was read in the wrong encoding, control characters and invisible ones are put right before a tree is built
(`markup.characters`); their rows are here so that they can be listed and switched off.
"""

from __future__ import annotations

import re

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.canon import layout
from migrator.clean.rule import Rule, drop, rewrite, unwrap
from migrator.clean.vocabulary import HEADINGS
from migrator.markup.characters import MENDERS
from migrator.markup.html import tag_of
from migrator.markup.text import folded_text, text_of
from migrator.site import Site

_SIGN = re.compile(r":\w{2,10}:|(?!.*[^\W\d_]{2})\S{1,24}")
"""":)", ":mrgreen:", an emoji; names of pictures ("Laughing") are none."""

_DROP_CAP = re.compile(r"\W{0,2}\w\W?")
_OF_OFFICE = re.compile(r"[womvx]\d?-[a-z]+|xml")
_BLOCKS = ("div", "p")
_FLOATING = frozenset(("alignleft", "alignright"))

_SHORTEST_PROSE = 200
"""Characters of a heading that may be a paragraph. Of 828 headings in 69 exports the longest that is one has 138; the
three that are longer than this are paragraphs."""

_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*(?=\s+[^\W_a-z]|\s+[\"“‘«]|$)|[。！？]")


def as_it_was_mended(body: _Element, _site: Site) -> _Element:
    """Text whose characters `markup.characters` has put right before there was a tree."""
    return body


def sign(img: _Element, _site: Site) -> _Element:
    """The sign that a picture of a smiley or emoji stands for."""
    return figures.filled(Element("span"), img.get("alt", ""))


def has_sign(img: _Element, _site: Site) -> bool:
    """Whether the alternative text of a picture is a sign, such as ":)"."""
    return _SIGN.fullmatch(img.get("alt", "")) is not None


def letter(element: _Element, _site: Site) -> _Element:
    """The first letter of a paragraph as a part of its word, without emphasis."""
    return figures.filled(Element("span"), text_of(element))


def is_set_apart(element: _Element, _site: Site) -> bool:
    """Whether a drop cap is more than a `<span>` around a letter: emphasised, or a block in front of its word."""
    if _DROP_CAP.fullmatch(text_of(element)) is None or next(element.iter("img", "a"), None) is not None:
        return False
    tail = element.tail or ""
    return tail[:1].isalpha() and (len(element) > 0 or element.tag in _BLOCKS)


def is_settings(xml: _Element, _site: Site) -> bool:
    """Whether there are settings of Word and nothing else in an `<xml>` element."""
    return len(xml) > 0 and all(_OF_OFFICE.fullmatch(tag_of(part)) for part in xml.iterdescendants())


def has_no_head(table: _Element, _site: Site) -> bool:
    """Whether a table has neither header cells nor a caption."""
    return next(table.iter("th", "caption"), None) is None


def paragraph(heading: _Element, _site: Site) -> _Element:
    """A paragraph of what a heading says."""
    made = figures.filled(Element("p"), heading)
    if heading.get("id"):
        made.set("id", heading.get("id", ""))
    return made


def is_prose(heading: _Element, _site: Site) -> bool:
    """Whether a heading is a whole paragraph: long, of two sentences or more, with a full stop at the end."""
    if len(heading) == 0 and len(heading.text or "") < _SHORTEST_PROSE:
        return False
    text = folded_text(heading)
    if len(text) < _SHORTEST_PROSE:
        return False
    ends = [found.end() for found in _SENTENCE.finditer(text)]
    return len(ends) > 1 and ends[-1] == len(text)


def apart(element: _Element, _site: Site) -> _Element:
    """A picture as a block of its own, which is what a floating one looks like; what is behind it flows around it."""
    block = Element("div")
    copy = SubElement(block, tag_of(element), element.attrib)
    copy.extend(list(element))
    return block


def floats_at_the_start(element: _Element, _site: Site) -> bool:
    """Whether a picture, or its link, is set to a side of the paragraph that it begins."""
    img = element[0] if len(element) == 1 and not text_of(element).strip() else element
    parent = element.getparent()
    if img.tag != "img" or parent is None or parent.tag != "p" or _FLOATING.isdisjoint(img.get("class", "").split()):
        return False
    begins = element.getprevious() is None and not (parent.text or "").strip()
    return begins and bool((element.tail or "").strip() or element.getnext() is not None)


RULES: tuple[Rule, ...] = (
    *(rewrite(name, "body", using=as_it_was_mended) for name, _ in MENDERS),
    drop("debris.word", "xml", when=is_settings),
    drop("debris.word", "word-styles"),
    rewrite("debris.smiley", "img.wp-smiley", "img[src*=/images/smilies/]", using=sign, when=has_sign),
    rewrite(
        "debris.emoji",
        *("img.emoji", "img[src*=/images/core/emoji/]", "img[src*=/emoji.php/]", "img[src*=/twemoji/]"),
        using=sign,
        when=has_sign,
    ),
    rewrite(
        "debris.drop-cap",
        *(".dropcap", ".dropcaps", ".drop-cap", ".drop-caps", ".drop_cap", ".dropCap", ".firstletter", ".first-letter"),
        using=letter,
        when=is_set_apart,
    ),
    unwrap(layout.RULE, "table[role=presentation]", "table[role=none]", when=has_no_head),
    rewrite("debris.float", "img.alignleft", "img.alignright", "a", using=apart, when=floats_at_the_start),
    rewrite("debris.heading", *sorted(HEADINGS), using=paragraph, when=is_prose),
)
