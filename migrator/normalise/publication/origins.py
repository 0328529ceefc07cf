"""Where and when a text first stood, as it says itself or its canonical address does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from migrator.markup.text import text_of
from migrator.model import Post
from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.labels import edtf_of
from migrator.normalise.urls import split
from migrator.site import Site

_DATE = (
    r"(?:[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?[^\W\d_]{3,12} (?:de )?\d{4}"
    r"|[^\W\d_]{3,12},? \d{4}|\d{4}-\d\d-\d\d)"
)
_THIS = r"this (?:article|story|piece|essay|column|post|interview|review|editorial) "
_WHAT = rf"(?P<what>{_THIS})?(?:was |is |has been )?"
_WHERE = r"(?P<where>(?:the )?[^\W\d_a-zà-öø-ÿ].+|(?:[a-z0-9-]+\.)+[a-z]{2,}\b.*)"
_ORIGINS = (
    rf"(?i:{_WHAT}(?:first|originally) (?:published|appeared|ran|printed)(?: \w+)?"
    rf" (?:on {_DATE},? )?(?:in|on|by|at)) {_WHERE}",
    rf"(?i:{_WHAT}(?:re-?published|reprinted|cross-?posted)(?: here)?(?: with (?:the )?permission)? (?:from|of))"
    rf" {_WHERE}",
    r"(?i:(?P<what>dieser (?:artikel|beitrag|text) )(?:ist |erschien |wurde )(?:zuerst|ursprünglich) (?:in|im|auf|bei))"
    r" (?:der |dem |den )?(?P<where>[A-ZÄÖÜ].+?)(?: erschienen| veröffentlicht)?[. ]*$",
    r"(?i:(?P<what>(?:cet article|ce texte) )(?:a (?:d[’']abord |initialement )?(?:paru|été publié)"
    r"(?: d[’']abord| initialement)?|est (?:d[’']abord |initialement )?paru) (?:dans|sur)) "
    r"(?P<where>(?:la |le |les |l[’'])?[A-ZÀ-Ý].+)",
    r"(?i:(?P<what>este (?:artículo|texto|reportaje) )(?:se publicó|fue publicado|apareció) originalmente en)"
    r" (?P<where>(?:el |la )?[A-ZÁ-Ú].+)",
)
_ORIGIN = tuple(map(re.compile, _ORIGINS))
_SIGNS = (
    *("originally ", "first ", "republished ", "re-published ", "reprinted ", "posted ", " in print"),
    *("zuerst ", "ursprünglich ", "abord ", "initialement ", "originalmente "),
)
"""One of which a paragraph must have to be looked at: they are looked for faster than the forms above."""

_GOES_ON = re.compile(r", (?!\d|and |with )(?![A-Z][a-z]+\.? \d)")
"""A sentence that says more than where a text stood is about another work: "First published in London, the novel"."""
_NAME_END = re.compile(r"(?<=\w)(?:\s+(?:on|in|and|as|with|under|for)\s|[,;]|\.(?!\w)).*$", re.DOTALL)
_WHEN = re.compile(
    rf"(?P<what>{_THIS}(?:was )?)?"
    rf"(?P<how>(?:first|originally) (?:published|appeared|posted|ran|printed)|(?:published|appeared|ran) in print)"
    rf"(?: in print)?(?: online)?(?: on|:| in(?: the)?)? (?P<date>{_DATE})(?P<rest>.*)",
    re.IGNORECASE,
)
CANONICAL = ("_yoast_wpseo_canonical", "rank_math_canonical_url", "_aioseop_custom_link", "_genesis_canonical_uri")
"""Postmeta in which plugins keep a canonical address that is another than the document's own."""


class Origin(NamedTuple):
    """Where a text first stood, and when it was first published and printed (EDTF); "" for what it doesn't say."""

    where: str = ""
    published: str = ""
    printed: str = ""


def origin_of(body: _Element) -> Origin:
    """What a text's first and last paragraphs say of where it comes from: "Originally published in The Gazette"."""
    where, published, printed = "", "", ""
    for text in _telling(body):
        where = where or _place_in(text)
        date, in_print = _date_in(text)
        published, printed = published or ("" if in_print else date), printed or (date if in_print else "")
    return Origin(where, published, printed)


def _place_in(text: str) -> str:
    found = next((read for form in _ORIGIN if (read := form.match(text))), None)
    if found is None or not (found["what"] or not _GOES_ON.search(text)):
        return ""
    where = _NAME_END.sub("", found["where"]).strip(" .)]*")
    return "" if edtf_of(f"{where}, 2000") else where


def _date_in(text: str) -> tuple[str, bool]:
    """A date that a paragraph says and nothing else, and whether it is that of a printed issue."""
    found = _WHEN.match(text)
    if found is None or not (found["what"] or not found["rest"].strip(" .)]*")):
        return "", False
    return edtf_of(found["date"]), " in print" in text[: found.start("date")].lower()


def canonical_host(post: Post, site: Site) -> str:
    """The host of another site that a plugin was told to be a document's own place."""
    for key in CANONICAL:
        value = post.meta.get(key)
        host = split(value).host if isinstance(value, str) and value.startswith("http") else ""
        if host and host not in site.hosts:
            return host.removeprefix("www.")
    return ""


def _telling(body: _Element) -> Iterator[str]:
    """The first and last paragraphs, as far as one of the words is in them that such notes have."""
    for paragraph in (block for block in (*body[:2], *body[-2:]) if block.tag == "p"):
        text = text_of(paragraph)
        lower = text.lower()
        if any(map(lower.__contains__, _SIGNS)):
            yield folded_spaces(text).lstrip("*([ ")
