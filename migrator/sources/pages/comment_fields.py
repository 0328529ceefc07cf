"""Read one comment of a page: who wrote it, when, and what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml.etree import _Element

from migrator.model import RawComment
from migrator.normalise.witnesses.elements import classes_of
from migrator.sources.pages.comment_dates import read_day, read_moment
from migrator.sources.pages.elements import html_of, html_within, is_named, shown_text, within

_NAMES = (
    re.compile(r"(?:^|\s)fn(?:\s|$)"),
    re.compile(r"comment[-_]*author[-_]*(?:name|link)|author[-_]?(?:name|link)", re.IGNORECASE),
    re.compile(r"comment[-_]*author|(?:^|\s)author(?:\s|$)", re.IGNORECASE),
)
_NO_NAME = re.compile(r"avatar|gravatar|img|photo|label|badge|vote|reply|info", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    r"^(?:posted |written )?(?:comment |kommentar |comentario |commentaire )?(?:by|von|par|por|de|from)\s+",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(
    r",?\s+(?:says?|said|wrote|writes|sagte?|schrieb|schreibt|meint|meinte|dice|dijo|dit|diz|zegt|pisze)\b.*$"
    r"|\s+[—–|@·•].*$|\s+(?:on|am|at|le|el)\s+\d.*$|[\s:,]+$",
    re.IGNORECASE,
)
_TEXTS = re.compile(
    r"comment[-_]*(?:content|text|entry|message|copy)|(?:^|\s)(?:text|entry-content|content)(?:\s|$)", re.IGNORECASE
)
_BODY = re.compile(r"comment[-_]*body", re.IGNORECASE)
_BESIDE = re.compile(
    r"author|vcard|meta|avatar|reply|respond|edit-link|like|vote|rating|report|karma|share|tools|moderation|number"
    r"|permalink|(?:^|[\s_-])(?:date|time|says|actions?|buttons?|nav)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_TOOLS = re.compile(r"(?:reply|edit|report)-link|comment-likes|likebtn|(?:^|[\s_-])votes?(?:[\s_-]|$)", re.IGNORECASE)
_BLOCKS = frozenset("p blockquote pre ul ol dl table h1 h2 h3 h4 h5 h6 figure".split())
_HEADINGS = ("h3", "h4", "h5", "h6", "strong", "b")
_BESIDE_TAGS = frozenset("cite small form header footer button nav time script style".split())
_WAITING = re.compile(r"awaiting-moderation", re.IGNORECASE)
_APPROVED, _PENDING = "1", "0"
_PINGS = re.compile(r"ping-?(?:back)?s?-?list|trackbacks?|(?:^|[\s_-])pings(?:[\s_-]|$)", re.IGNORECASE)
_KINDS = ("pingback", "trackback")
_LONGEST = 120
"""Characters of a name, and of a line with a permalink; of 385 names on real pages the longest has 83."""


class Content(NamedTuple):
    """What a comment says, as HTML, and the elements that it stands in."""

    html: str = ""
    elements: tuple[_Element, ...] = ()


def fill(comment: RawComment, entry: _Element, others: set[_Element]) -> RawComment:
    """Fill a comment with what its element says; `others` are those of the other comments, some within this one.

    A date without its time is no date of WordPress's: it is kept as meta "date".
    """
    comment.type = _kind(entry)
    headings = _headings(entry, comment.id)
    content = _content(entry, others | headings)
    beside = list(within(entry, {*others, *content.elements}))
    comment.author, comment.url = _author(beside, headings)
    if comment.type and not comment.author:
        content, (comment.author, comment.url) = Content(), _link(within(entry, others))
    comment.content = content.html
    machine = [node.get("datetime") or node.get("title") or "" for node in beside if node.tag in ("time", "abbr")]
    printed = shown_text(entry, {*others, *content.elements})
    comment.date, comment.date_gmt = read_moment(machine, printed)
    if not comment.date and (day := read_day(printed)):
        comment.meta.append(("date", day))
    comment.approved = _PENDING if any(is_named(node, _WAITING) for node in beside) else _APPROVED
    return comment


def _kind(entry: _Element) -> str:
    """What an entry is called, or its list: pingback, trackback, or "" for a comment."""
    classes = classes_of(entry)
    told = next((kind for kind in _KINDS if kind in classes), "")
    above = entry.getparent()
    if told or "comment" in classes or above is None:
        return told
    return "pingback" if is_named(above, _PINGS) else ""


def _content(entry: _Element, others: set[_Element]) -> Content:
    own = list(within(entry, others))
    for names in (_TEXTS, _BODY):
        for node in own:
            if is_named(node, names) and not _is_beside(node) and shown_text(node, others) and not _tells_author(node):
                return _inside(_innermost(node))
    first = next((node for node in own if _is_text(node, entry)), None)
    around = first.getparent() if first is not None else None
    if around is None:
        return Content()
    texts = [node for node in around if node not in others and _is_text(node, entry)]
    kept = tuple(node for node in texts if others.isdisjoint(node.iterdescendants()))
    return Content("\n".join(map(html_of, kept)), kept)


def _tells_author(node: _Element) -> bool:
    return any(inner.tag == "cite" or is_named(inner, _NAMES[2]) for inner in within(node))


def _innermost(node: _Element) -> _Element:
    """The element that really holds the text where several wrap it."""
    while len(node) == 1 and node[0].tag in ("div", "section") and not (node.text or "").strip():
        node = node[0]
    return node


def _inside(node: _Element) -> Content:
    beside = {child for child in within(node) if is_named(child, _TOOLS)} | {
        child for child in node if _is_beside(child)
    }
    return Content(html_within(node, beside).strip(), (node,))


def _is_text(node: _Element, entry: _Element) -> bool:
    """Whether an element is a block of text of its own, and neither it nor what it stands in tells of the comment."""
    if node.tag not in _BLOCKS or _is_beside(node):
        return False
    if not shown_text(node) and next(node.iter("img"), None) is None:
        return False
    if _tells_author(node) or any("url" in classes_of(inner) for inner in within(node)):
        return False
    return not any(_is_beside(above) for above in _between(node, entry))


def _between(node: _Element, entry: _Element) -> Iterator[_Element]:
    for above in node.iterancestors():
        if above is entry:
            return
        yield above


def _is_beside(node: _Element) -> bool:
    """Whether an element tells of the comment, or serves to answer or rate it."""
    return isinstance(node.tag, str) and (node.tag in _BESIDE_TAGS or is_named(node, _BESIDE))


def _author(beside: Sequence[_Element], headings: Iterable[_Element]) -> tuple[str, str]:
    """The name and the address of whom a comment is by."""
    for names in _NAMES:
        found = _named(node for node in beside if names.search(node.get("class") or ""))
        if found[0]:
            return found
    linked = _named(node for node in beside if node.tag == "cite" or "url" in classes_of(node) or _is_outward(node))
    if linked[0]:
        return linked
    above = [*headings, *(node for node in beside if node.tag in _HEADINGS)]
    names_above = (_bare(shown_text(node, set(node.iter("a")))) for node in above)
    return next(((name, "") for name in names_above if any(map(str.isalpha, name))), ("", ""))


def _headings(entry: _Element, number: int) -> set[_Element]:
    """The lines that hold the comment's own permalink: there stand its author and date."""
    links = (node for node in entry.iter("a") if (node.get("href") or "").endswith(f"#comment-{number}"))
    above = (link.getparent() for link in links if "reply" not in (link.get("class") or ""))
    return {node for node in above if node is not None and node is not entry and len(shown_text(node)) <= _LONGEST}


def _named(nodes: Iterable[_Element]) -> tuple[str, str]:
    for node in nodes:
        if _NO_NAME.search(node.get("class") or "") or node.tag == "img":
            continue
        name, url = _link(within(node)) if node.tag != "a" else _link([node])
        name = name or _bare(shown_text(node))
        if name and len(name) <= _LONGEST:
            return name, url
    return "", ""


def _link(nodes: Iterable[_Element]) -> tuple[str, str]:
    """The first link out of the page that has a text."""
    for node in nodes:
        if node.tag == "a" and (name := _bare(shown_text(node))):
            href = (node.get("href") or "").strip()
            if href.startswith(("http://", "https://")) and "#comment" not in href:
                return name, href
    return "", ""


def _is_outward(node: _Element) -> bool:
    return node.tag == "a" and "nofollow" in (node.get("rel") or "") and "external" in (node.get("rel") or "")


def _bare(text: str) -> str:
    return _BEHIND_NAME.sub("", _BEFORE_NAME.sub("", text)).strip()
