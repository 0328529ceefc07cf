"""The dateline that a text opens with: "MILLBROOK, Mass. (AP) — The trustees …".

Words in capitals before a dash open letters, recipes and programmes, too. They are a dateline when they are a place
that everyone or the site knows, when state or country stand behind them, or an agency.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.markup.text import text_of
from migrator.normalise.bylines.places import is_place, is_placed

_AGENCIES = "AP|Reuters|AFP|TNS|UPI|dpa|epd|KNA|EFE|ANSA|CNS|U-WIRE|UWIRE"
_DATELINE = re.compile(
    rf"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{{2,40}}?(?:, [A-Z][\w.]{{1,15}}\.?(?: [A-Z][\w.]{{1,10}})?)?)"
    rf"\s*(?:\((?P<agency>{_AGENCIES})\))?\s*(?:—|–|--|-(?=\s))\s+(?=[“\"‘']?[A-Z0-9])"
)
_AGENCY_ONLY = re.compile(rf"\((?P<agency>{_AGENCIES})\)\s*(?:—|–|--|-)\s")
_NO_PLACES = frozenset(
    "breaking update updated opinion warning trigger content spoiler alert report staff note photo photos by who what"
    " when where why how week today final score review reviews interview analysis news exclusive live watch listen read"
    " story letter letters column editorial satire sports the this that we you i is are on in at to q&a correction part"
    " chapter act scene day step season episode game recap preview nasa".split()
)
"""Words in capitals that headings begin a text with; a place has none of them."""

_FIRST = 3
"""Blocks that a text may open behind: a picture, a byline that stayed."""


def dateline_in(body: _Element, about: str = "") -> tuple[str, str]:
    """The place of a text's dateline and the agency beside it; "" for what it hasn't.

    `about` is what the site says of itself, which names the place that it is of.
    """
    for paragraph in [block for block in body[: _FIRST + 1] if block.tag == "p"]:
        text = text_of(paragraph)[:120].lstrip()
        found = _DATELINE.match(text)
        if found and _is_dateline(found["place"].strip(), found["agency"] or "", about):
            return found["place"].strip(), found["agency"] or ""
        if found := _AGENCY_ONLY.match(text):
            return "", found["agency"]
    return "", ""


def _is_dateline(place: str, agency: str, about: str) -> bool:
    if not _NO_PLACES.isdisjoint(place.lower().split()):
        return False
    if agency or is_place(place) or is_placed(place):
        return True
    return re.search(rf"\b{re.escape(place)}\b", about, re.IGNORECASE) is not None
