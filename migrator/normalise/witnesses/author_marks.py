"""The marks by which a page names its author: JSON-LD, links, microdata, hCards, lines on the post, portraits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lxml.etree import _Element, tostring

from migrator.normalise.bylines.glance import printed_credits
from migrator.normalise.bylines.names import folded_spaces, is_person
from migrator.normalise.bylines.printed import read_byline
from migrator.normalise.witnesses.elements import classes_of, main_elements
from migrator.normalise.witnesses.linked_data import Node, articles, persons_named, types_of
from migrator.normalise.witnesses.names import bare_name

_LONGEST = 120
"""Characters of a text that names authors; of 1,029 so marked on real pages 98 % have no more."""

_AUTHOR_LINK = re.compile(
    r"/(?:author|autor|auteur|autore|autoren|authors|profil|writer|contributor|staff_name|people)/[^/?#]+/?$|[?&]author=\d"
)
_BYLINES = re.compile(
    r"(?:^|[\s_-])(?:\w*byline|authors?|autore?n?|auteurs?|written-?by|post-?author|type-author|entry-?author)"
    r"(?:[_-]+(?:name|names|link|list|info|meta|text|wrapper|inner))*(?:\s|$)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:^|[\s_-])(?:fn|(?:author|display|user|full)?-?_?name)(?:\s|$)", re.IGNORECASE)
_NO_BYLINE = re.compile(
    r"box|bio\b|avatar|image|img|photo|desc|social|more|posts|comment|about|archive|job|title", re.IGNORECASE
)
_META = re.compile(
    r"(?:entry|post|article|single|blog|news)[_-]*(?:meta|info|data|details)|postmetadata|metadata|posted-?(?:by|on)"
    r"|(?:^|\s)meta(?:\s|$)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:^|^(?:posted|published|veröffentlicht)\b.*\s"
    r"|(?:posted|written|published|wurde|geschrieben|verfasst|veröffentlicht|erstellt|publié|publicado|escrito)\s)"
    r"\W*(?:(?:by|von|par|por|door|av|af)\b\s*:?|(?:authors?|autor(?:in)?|auteur)\s*:)\s*(\S.*)?$",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"(?:entry|post|article|single|story|td-post|page)-?(?:content|body|text)|the-?content"
    r"|(?:^|\s)(?:entry|storycontent)(?:\s|$)",
    re.IGNORECASE,
)
_USER_LINK = re.compile(r"/(?:users?|members?|profiles?|staff|team)[\w-]*/[^#]", re.IGNORECASE)
_NO_AUTHOR = re.compile(r"/(?:category|tag|kategorie|rubrik|topics?)/|#|^mailto:", re.IGNORECASE)
_BETWEEN = frozenset(
    "by von par por and und et y e og och en with mit con avec posted written geschrieben text the of for".split()
)
_WRITTEN = re.compile(r"written|author|verfasst|geschrieben|escrito|écrit|auteur|autor|scritto|door", re.IGNORECASE)
_BLOCK = "wp-block-co-authors-plus"
_METAS = ("author", "twitter:data1", "article:author", "og:article:author", "dc.creator", "parsely-author")


def witnesses(page: _Element, nodes: Sequence[Node]) -> Iterator[tuple[str, list[str]]]:
    """What each witness says of the author, the best first: its name, and texts that hold one name or several."""
    metas = {meta.get("property") or meta.get("name") or "": meta.get("content") or "" for meta in page.iter("meta")}
    yield "json-ld", [name for node in articles(list(nodes))[:1] for name in persons_named(node.get("author"), nodes)]
    main = main_elements(page)
    about = [node for node in main if _META.search(node.get("class") or "")]
    yield "rel", _texts(_together([node for node in main if "author" in (node.get("rel") or "").split()]))
    yield "itemprop", _texts(map(_item_name, _together([node for node in main if node.get("itemprop") == "author"])))
    yield "vcard", _texts(_together([node for node in main if _is_vcard(node)]))
    yield "byline", _texts(_coauthors(main))
    linked = [a for a in main if a.tag == "a" and _AUTHOR_LINK.search(a.get("href") or "")]
    yield "link", _texts(_together([a for a in linked if not _is_of_text(a)]))
    yield "byline", [name for node in _together([node for node in main if _is_byline(node)]) for name in _printed(node)]
    yield "link", _texts(a for node in about for a in node.iter("a") if _USER_LINK.search(a.get("href") or ""))[:1]
    yield "line", [name for node in about for name in _said(node) if bare_name(name)][:1]
    persons = [node for node in nodes if types_of(node) == {"Person"}]
    yield "json-ld person", [name for node in persons[:1] for name in persons_named(node, nodes)]
    if not _WRITTEN.search(metas.get("twitter:label1", "")):
        metas.pop("twitter:data1", "")
    yield "meta", [next(filter(None, (metas.get(name) for name in _METAS)), "")]
    yield "avatar", [node.get("alt") or "" for node in main if _is_portrait(node)][:1]


def _is_portrait(node: _Element) -> bool:
    return node.tag == "img" and "avatar" in (node.get("class") or "") and is_person(bare_name(node.get("alt") or ""))


def _is_of_text(link: _Element) -> bool:
    """Whether a link stands in a list, a table or a sentence of the text, and not in a line that a theme put there."""
    line = next(link.iterancestors("p", "li", "td", "th", "dd", "blockquote", "div"), None)
    if line is None or (line.tag in ("p", "div") and len(_spaced(line)) <= _LONGEST):
        return False
    return any(_CONTENT.search(above.get("class") or "") for above in link.iterancestors())


def _is_byline(node: _Element) -> bool:
    names = node.get("class") or ""
    return bool(names) and _BYLINES.search(names) is not None and not _NO_BYLINE.search(names) and bool(_spaced(node))


def _together(nodes: list[_Element]) -> list[_Element]:
    """The first of several, and those that stand beside it: the others are other articles' authors."""
    if not nodes:
        return []
    around = nodes[0].getparent()
    return [node for node in nodes if node is nodes[0] or node.getparent() is around]


def _coauthors(main: Sequence[_Element]) -> list[_Element]:
    """The names in the first list of authors that the blocks of Co-Authors Plus show, linked or not."""
    first = next((node for node in main if f"{_BLOCK}-coauthors" in classes_of(node)), None)
    return [node for node in first.iter("*") if f"{_BLOCK}-name" in classes_of(node)] if first is not None else []


def _is_vcard(node: _Element) -> bool:
    classes = classes_of(node)
    if "vcard" in classes and "author" in classes:
        return True
    above = node.getparent()
    return "fn" in classes and above is not None and "vcard" in (above.get("class") or "").lower()


def _item_name(node: _Element) -> _Element:
    """The element that names an author in a box about them: by microdata, by its class; else the box itself."""
    named = [inner for inner in node.iterdescendants() if inner.get("itemprop") == "name" or _is_name(inner)]
    return named[0] if named else node


def _is_name(node: _Element) -> bool:
    return _NAME.search(node.get("class") or "") is not None and bool(_spaced(node))


def _spaced(node: _Element) -> str:
    """All text in an element, a space between its parts."""
    return folded_spaces(" ".join(node.itertext()))


def _texts(nodes: Iterable[_Element]) -> list[str]:
    return [text for node in nodes if (text := _spaced(node)) and len(text) <= _LONGEST]


def _printed(node: _Element) -> Iterator[str]:
    """The names in a line that says who wrote: as a byline, else those it links, else what is left of the line."""
    line = _spaced(node)
    links = _texts(link for link in node.iter("a") if not _NO_AUTHOR.search(link.get("href") or ""))
    if read_byline(line) is not None:
        yield line
    elif links and _is_between(line, links):
        yield from links
    elif line and len(line) <= _LONGEST:
        yield next(_said(node), line)


def _is_between(line: str, links: Sequence[str]) -> bool:
    """Whether a line has nothing besides its links but words that stand between names."""
    for link in links:
        line = line.replace(link, " ")
    words = (word.strip(",:;|&/·•.()-–").lower() for word in line.split())
    return _BETWEEN.issuperset(word for word in words if any(map(str.isalnum, word)))


def _said(node: _Element) -> Iterator[str]:
    """The name behind a "by" in a line on a post: "Posted by Jane Doe on May 3"."""
    pieces = [piece for text in node.itertext() if (piece := folded_spaces(text))]
    if sum(map(len, pieces)) > 3 * _LONGEST:
        return
    for piece, behind in pairwise([*pieces, ""]):
        if found := _BY.search(piece):
            yield found[1] or behind


def signed(page: _Element) -> list[str]:
    """The names that the first or last lines of the text credit with it."""
    content = next((node for node in main_elements(page) if _CONTENT.search(node.get("class") or "")), None)
    if content is None:
        return []
    found = printed_credits(tostring(content, encoding="unicode", method="html", with_tail=False))
    return list(dict.fromkeys(credit.name for credit in found if credit.role.startswith("writer")))
