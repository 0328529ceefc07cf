"""`[caption]`, and what a theme makes of it: a picture and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.figures import Caption
from migrator.clean.rule import Rule, rewrite
from migrator.markup.html import append_text
from migrator.markup.lift import attributes
from migrator.markup.ranges import strip_breaks, take_out
from migrator.markup.text import folded_text
from migrator.site import Site

_WORDS = "wp-caption-text"
_NUMBER = re.compile(r"(?<!\d)\d{1,18}(?!\d)")


def caption(element: _Element, _site: Site) -> _Element:
    """`[caption]<a><img></a> Words[/caption]`, or with the words in `caption="…"` as before WordPress 3.4.

    WordPress shows no words when `width` is missing, and nothing that stands before the picture; here both are kept. A
    `credit` (Largo, Navis) is cited behind them.
    """
    values = attributes(element)
    shown = _picture_in(element)
    if shown is None:
        return _said_of_no_picture(element, values)
    number = _NUMBER.search(str(values.get("id", "")))
    figures.identified(next(shown.iter("img")), int(number[0]) if number else 0)
    _take_picture(shown)
    return figures.picture(shown, _words(element, values))


def shown_caption(element: _Element, _site: Site) -> _Element:
    """`<div class="wp-caption"><img><p class="wp-caption-text">`: a `[caption]` as a theme without HTML5 shows it
    (`img_caption_shortcode`)."""
    shown = _picture_in(element)
    words = next((each for each in element.iter("p", "dd") if _WORDS in each.get("class", "").split()), None)
    if shown is None or words is None or folded_text(element) != folded_text(words):
        return element
    number = _NUMBER.search(element.get("id", ""))
    figures.identified(next(shown.iter("img")), int(number[0]) if number else 0)
    take_out(words)
    _take_picture(shown)
    return figures.picture(shown, words)


def credit(element: _Element, _site: Site) -> _Element:
    """`[media-credit name="…"]<img>[/media-credit]`: who made the picture, cited below it.

    In a `[caption]` the picture has been taken already; then the name alone is left.
    """
    name = str(attributes(element).get("name", "")).strip()
    shown = _picture_in(element)
    if shown is not None:
        _take_picture(shown)
        return figures.picture(shown, _with_credit(_only_paragraph(element), name))
    if figures.has_content(element):
        return _with_credit(figures.filled(Element("div"), element), name)
    return figures.filled(Element("cite"), figures.rich(name))


def _picture_in(element: _Element) -> _Element | None:
    img = next(element.iter("img"), None)
    link = img.getparent() if img is not None else None
    return link if link is not None and link.tag == "a" and len(link) == 1 else img


def _take_picture(shown: _Element) -> None:
    """Take the picture out and with it the paragraph that held nothing else."""
    parent = shown.getparent()
    take_out(shown)
    while parent is not None and parent.tag == "p" and not figures.has_content(parent):
        paragraph, parent = parent, parent.getparent()
        take_out(paragraph)


def _words(element: _Element, values: Mapping[str, Any]) -> _Element:
    words = _only_paragraph(element)
    strip_breaks(words)
    _append(words, figures.rich(str(values.get("caption", ""))))
    return _with_credit(words, str(values.get("credit", "")).strip())


def _only_paragraph(element: _Element) -> _Element:
    alone = len(element) == 1 and element[0].tag == "p"
    return element[0] if alone and not ((element.text or "") + (element[0].tail or "")).strip() else element


def _with_credit(words: _Element, name: str) -> _Element:
    if name:
        cite = Element("cite")
        figures.filled(cite, figures.rich(name))
        _append(words, None)
        words.append(cite)
    return words


def _append(words: _Element, more: Caption) -> None:
    """Add what is said in another place, a space between."""
    words.text = (words.text or "").lstrip()
    if figures.has_content(words):
        append_text(words, " ")
    figures.filled(words, more)


def _said_of_no_picture(element: _Element, values: Mapping[str, Any]) -> _Element:
    """A caption around a player, a gallery or nothing but words: all of it stays, the words below."""
    group = figures.filled(Element("div"), element)
    words = _words(Element("p"), values)
    if figures.has_content(words):
        group.append(words)
    return group


RULES: tuple[Rule, ...] = (
    rewrite("shortcode.caption", "[caption]", "[wp_caption]", using=caption),
    rewrite("caption.shown", "div.wp-caption", using=shown_caption),
    rewrite("shortcode.credit", "[media-credit]", using=credit),
)
