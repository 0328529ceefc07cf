"""A name out of what a page says of its author: without the words around it, told from the site's own name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import XPath, _Element

from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.bylines.printed import read_byline
from migrator.normalise.bylines.words import TECHNICAL
from migrator.normalise.witnesses.linked_data import Node, types_of

MOST = 60
"""Characters of a name; of the 190 in real pages' metadata none has more than 45."""

_ALL_OF = re.compile(
    r"^(?:view all of|(?:zeige )?alle (?:beiträge|artikel|posts) von"
    r"|(?:view |see )?(?:all )?(?:posts|articles|stories) by"
    r"|more by|voir tous les articles (?:par|de)|ver todas las entradas de|(?:profil)?bild von|avatar (?:of|for|von)"
    r"|photo (?:of|du profil de)|über|about)\s+|\s*[→»]$|[’']s? (?:avatar|gravatar|posts)\.?$| anzeigen$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:posted|written|published|created|reported|compiled|geschrieben|verfasst|veröffentlicht|eingestellt|escrito"
    r"|publicado|publié|rédigé|autor(?:in|en)?|authors?|auteurs?|autores|text|story|words)\s*)?"
    r"\b(?:(?:by|von|par|por|di|av|af|door|przez)\b)?\s*:?\s+|^(?:by|von|par|por|di|av|af|door|przez)\b\s*:?\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+@\w+$|\s*(?:[|•·–—]|\s-\s|,?\s+(?:on|am|le|el|il)\s+\d|\b\d{1,2}[./]\s?\d{1,2}[./]|\s+\d{1,2}\.?\s+\w+\s+\d{4}"
    r"|\s+\w+ \d{1,2}, \d{4}|,?\s+(?:on|am|in|at)\s+(?:[A-ZÄÖÜ]\w+,?\s+){0,2}\d).*$"
)
_DEGREES = re.compile(
    r"(?:,\s*(?:Ph\.?\s?D|M\.?D|D\.?O|MBA|M\.?A|M\.?Sc?|B\.?A|B\.?Sc|R\.?D|R\.?N|LL\.?[BM]|J\.?D|MPH|DDS|Psy\.?D)\.?)+$"
)
_NETWORKS = re.compile(
    r"(?:\s+(?:twitter|facebook|instagram|linkedin|youtube|x|e-?mail|rss|website|@\w+))+$", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"^(?:on|in|at|am|by|von|the)$|^\d+ min|https?:|@\S+\.|^@|\d{3}|[<>{}\[\]]|\.(?:com|de|org|net)\b", re.IGNORECASE
)
_ACCOUNT = re.compile(r"(?=.*[^\W\d_])[\w.-]{3,40}")
_SEVERAL = re.compile(r"[,;&/|]|\s(?:and|und|et|y|e|og|och|en)\s", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s+[|–—›»-]\s+")
_TITLE = XPath("string(//title)")
_SITE = XPath("//meta[@property='og:site_name' or @name='application-name']/@content")
_FEED = XPath("string(//link[@type='application/rss+xml']/@title)")


def bare_name(raw: str) -> str:
    """The name in a text that says little else; "" if there is none: "Posted by Jane Doe | May 3" → "Jane Doe"."""
    text = _ALL_OF.sub("", folded_spaces(raw))
    name = "" if "://" in text else _AFTER.sub("", _BEFORE.sub("", text))
    name = _DEGREES.sub("", _NETWORKS.sub("", name).strip(" ,:;|•–—-/"))
    if not name or len(name) > MOST or (_NO_NAME.search(name) and not _ACCOUNT.fullmatch(name)):
        return ""
    return name if any(map(str.isalpha, name)) else ""


def names_in(text: str) -> list[str]:
    """The names in a text that says little else, one or several: "Jane Doe and John Roe, Staff Writers"."""
    byline = read_byline(text) if _SEVERAL.search(text) else None
    if byline is not None:
        return [_DEGREES.sub("", credit.name) for credit in byline.credits]
    return [name] if (name := bare_name(text)) else []


def site_names(page: _Element, nodes: Sequence[Node]) -> set[str]:
    """The names by which a page calls its site, folded."""
    names = [str(name) for name in _SITE(page)]
    names += [str(node.get("name") or "") for node in nodes if types_of(node) & _OWNERS]
    names += [*_SEPARATORS.split(str(_FEED(page)))[:1], *_SEPARATORS.split(str(_TITLE(page)))[1:][-1:]]
    return {folded for name in names if (folded := _folded(name))}


_OWNERS = frozenset("WebSite Organization NewsMediaOrganization".split())


def is_tool(name: str, site: set[str]) -> bool:
    """Whether a name is that of a tool, or of the site itself, and nobody's who signs."""
    return name.lower() in TECHNICAL or _folded(name) in site


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower())).removeprefix("the")
