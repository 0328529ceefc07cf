"""The laws that hold for every document, as functions that return what breaks them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape, unescape
from html.entities import html5
from typing import Any, NamedTuple
from urllib.parse import unquote

import html5lib
from lxml.etree import _Element

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.clean.violations import violations
from migrator.comments import STATUSES
from migrator.markup.html import parse
from migrator.markup.shortcodes import mark
from migrator.model import Entry, Record
from migrator.normalise.lazy import lazy
from migrator.rendered import Rendered
from migrator.site import Site
from migrator.writers.html import html
from tests.rendering import comparable, rendered, said
from tests.sites import make_post

_WORD = re.compile(r"\w+")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "
    "strike strong time tt u var wbr".split()
)
"""Elements at whose borders no word ends. A number in `<sup>` is one of its own: a footnote's stands behind a word."""

_ADDRESSES = {
    "a": ("href",),
    "img": ("src",),
    "iframe": ("src",),
    "source": ("src",),
    "audio": ("src",),
    "video": ("src",),
}
_OF_ATTRIBUTES = re.compile(r"image\.(?!noscript)|link\.|code\.language|picture\.credit")
"""Rules whose entries hold an attribute's value, which is no text."""

_NO_TEXT = re.compile(r"<!--.*?-->|(?<!\S)<(?!/\w+>)[^<>\s]*[/:#.][^<>\s]*>(?!\S)", re.DOTALL)
"""What the ledger shows beside an element's text: block comments, addresses."""

_TAG = re.compile(r"<[^>]*>")
_BLOCK_COMMENT = re.compile(r"<!--\s+/?wp:[a-z][\w/-]*\s+(?:\{(?:(?!\}\s+/?-->).)*\}\s+)?/?-->", re.DOTALL)
_WITHOUT_SEMICOLON = "|".join(sorted((name for name in html5 if not name.endswith(";")), key=len, reverse=True))
_AMPERSAND = re.compile(rf"&(?=(?:{_WITHOUT_SEMICOLON})[=A-Za-z0-9])(?=(\w+;)?)")


class Seen(NamedTuple):
    """What a reader can get from HTML: its words, alternative texts among them, and its addresses by element."""

    words: Counter[str]
    addresses: set[tuple[str, str]]


def seen_in(text: str) -> Seen:
    """Read HTML with an independent parser (html5lib); words of different blocks never touch."""
    parts: list[str] = []
    addresses: set[tuple[str, str]] = set()
    _read(text, parts, addresses)
    return Seen(words("".join(parts)), addresses)


def as_wordpress_reads(raw: str) -> str:
    """Take out what WordPress reads before a browser does: block comments, whose data may hold `-->`, and an `&` that
    begins no reference of a character (a browser would read "&copy=2" as one)."""
    return _AMPERSAND.sub(lambda name: "&" if name[1] in html5 else "&amp;", _BLOCK_COMMENT.sub("", raw))


def _read(text: str, parts: list[str], addresses: set[tuple[str, str]]) -> None:
    for node in html5lib.parseFragment(text, treebuilder="lxml", namespaceHTMLElements=False):
        if isinstance(node, str):
            parts.append(node)
        else:
            _walk(node, parts, addresses)
            parts.append(node.tail or "")


def _walk(root: Any, parts: list[str], addresses: set[tuple[str, str]]) -> None:
    stack: list[tuple[Any, Iterator[Any]]] = [(root, iter(root))]
    _enter(root, parts, addresses)
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            _leave(node, parts, last=not stack)
        else:
            _enter(child, parts, addresses)
            stack.append((child, iter(child)))


def _enter(node: Any, parts: list[str], addresses: set[tuple[str, str]]) -> None:
    if not isinstance(node.tag, str):
        return
    if node.tag not in _INLINE:
        parts.append(" ")
    if node.tag == "img":
        parts.append(f"{node.get('alt', '')} ")
    if node.tag == "iframe":  # its content is text to a parser, but may be markup
        _read(node.text or "", parts, addresses)
    for name in _ADDRESSES.get(node.tag, ()):
        if node.get(name, "").strip():
            addresses.add((node.tag, node.get(name).strip()))
    parts.append(node.text or "" if node.tag != "iframe" else "")


def _leave(node: Any, parts: list[str], *, last: bool) -> None:
    if isinstance(node.tag, str) and node.tag not in _INLINE:
        parts.append(" ")
    if not last:
        parts.append(node.tail or "")


def words(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(_WORD.findall(text))


# Conservation


def broken(record: Record, document: Rendered) -> list[str]:
    """All that breaks a law in what became of a record."""
    return [*lost(record, document), *unlawful(document), *unsaid(document)] if document.outcome == "written" else []


def lost(record: Record, document: Rendered) -> list[str]:
    """Words and addresses of the source that are neither in the archive's document nor in the ledger, by field."""
    shown = json.loads(document.files[".json"])
    fields = [
        ("title", record.title, escape(shown["title"])),
        ("content", record.content, shown["content"]["html"]),
        ("excerpt", record.excerpt, shown["excerpt"]),
        ("description", _TAG.sub(" ", shown["excerpt"]), escape(shown["description"])),
        *_comments(record, document, shown),
    ]
    told = [*document.entries, *document.hidden]
    return [f"{where}: {what}" for where, raw, kept in fields for what in _lost(raw, kept, _of(told, where))]


def _comments(record: Record, document: Rendered, shown: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The comments that are to be in the archive: approved ones with the document, pending ones in a file beside it."""
    pending = [json.loads(text)["comments"] for name, text in document.files.items() if "comments" in name]
    kept = {comment["id"]: comment["html"] for some in (shown["comments"], *pending) for comment in some}
    skipped = {entry.where for entry in document.entries if entry.rule == "comment.policy"}
    for raw in record.comments:
        where = f"comment {raw.id}"
        if where not in skipped and raw.approved in STATUSES:
            yield where, raw.content, kept.get(raw.id, "")


def _of(entries: Iterable[Entry], where: str) -> list[Entry]:
    return [entry for entry in entries if entry.where == where or entry.where.startswith(f"{where}/")]


def _lost(raw: str, kept: str, entries: list[Entry]) -> Iterator[str]:
    if not raw.strip():
        return
    source, archive = seen_in(as_wordpress_reads(raw)), seen_in(kept)
    told, added = _told(entries)
    yield from _unexplained(source.words, archive.words + told, added)
    taken = "\n".join(entry.before for entry in entries)
    everything = _spelled(unescape(kept) + taken + unescape(taken))  # of a title it is markup, of a body text
    for tag, url in sorted(source.addresses):
        if _spelled(url).rstrip("/") not in everything:
            yield f"<{tag} {url}>"


def _told(entries: Iterable[Entry]) -> tuple[Counter[str], Counter[str]]:
    """The words that the ledger says were taken out, and those that it says were put in."""
    out: Counter[str] = Counter()
    into: Counter[str] = Counter()
    for entry in entries:
        if not _OF_ATTRIBUTES.match(entry.rule) and entry.action not in ("warned", "repaired"):
            if entry.action != "unwrapped" or not entry.before.startswith("<"):
                out += words(_NO_TEXT.sub(" ", entry.before))
            into += words(_NO_TEXT.sub(" ", entry.after))
    return out, into


def _unexplained(source: Counter[str], archive: Counter[str], added: Counter[str]) -> Iterator[str]:
    """Words that are missing, but for those that touch another on one side and not on the other."""
    missing, spare = source + added - archive, archive - source - added
    for word in list(spare.elements()):
        missing -= Counter(_tiles(word, missing) or _tiles(word, source + added))
    for word in missing.elements():
        tiles = _tiles(word, spare)
        spare -= Counter(tiles)
        if not tiles:
            yield word


def _tiles(word: str, pieces: Counter[str]) -> list[str]:
    """Some of the pieces that together make up a word; none when it can't be done."""
    for cut in range(1, len(word) + 1):
        if pieces[word[:cut]] > 0:
            rest = _tiles(word[cut:], pieces - Counter([word[:cut]])) if cut < len(word) else []
            if rest or cut == len(word):
                return [word[:cut], *rest]
    return []


def _spelled(text: str) -> str:
    """Write addresses one way: decoded, without white space."""
    return "".join(unquote(text).split())


def unlisted(record: Record, listed: Counter[str]) -> list[str]:
    """Words of an item that became a part of a list (an attachment, a menu's item, a guest) and are on none."""
    said = sum((seen_in(text).words for text in (record.title, record.excerpt, record.content)), Counter())
    return sorted(said.keys() - listed.keys())


# Closed vocabulary, writers keep the text


def _bodies(document: Rendered) -> Iterator[tuple[str, str, str]]:
    """All HTML of a document: where, the HTML, the Markdown of the same ("" if there is none)."""
    shown = json.loads(document.files[".json"])
    yield "content", shown["content"]["html"], document.files[".md"].partition("\n---\n")[2]
    yield "excerpt", shown["excerpt"], ""
    for comment in shown["comments"]:
        yield f"comment {comment['id']}", comment["html"], comment["markdown"]


def unlawful(document: Rendered) -> list[str]:
    """What in a document's HTML isn't canonical."""
    bodies = [(where, parse(text.replace(">\n<", "><"))) for where, text, _ in _bodies(document)]
    found = [f"{where}: {fault}" for where, body in bodies for fault in violations(body)]
    return found + [f"{where}: id {name!r} twice" for where, body in bodies for name in _repeated_ids(body)]


def _repeated_ids(body: _Element) -> list[str]:
    named = Counter(element.get("id") for element in body.iter() if element.get("id"))
    return [str(name) for name, count in named.items() if count > 1]


def unsaid(document: Rendered) -> list[str]:
    """Where a document's Markdown, rendered again, doesn't say what its HTML says."""
    return [
        f"{where}: {ours}\n!= {theirs}"
        for where, text, markdown in _bodies(document)
        if markdown or where != "excerpt"
        for ours, theirs in [(comparable(said(parse(text))), comparable(rendered(markdown)))]
        if ours != theirs
    ]


# Idempotence


def restless(content: str, site: Site) -> list[str]:
    """What cleaning does to content that it has cleaned before.

    Nothing can be said where that holds what looks like a shortcode: `[[gallery]]` is `[gallery]` when it is clean.
    """
    once, _ = _cleaned(content, site)
    if mark(once)[0] != once:
        return []
    twice, entries = _cleaned(once, site)
    changed = [] if once == twice else [f"{once}\n!= {twice}"]
    return [f"{entry.rule} {entry.action} {entry.before!r}" for entry in entries] + changed


def _cleaned(content: str, site: Site) -> tuple[str, list[Entry]]:
    post = make_post(content, site)
    for step in (clean, lazy, canonicalise):
        step(post, site)
    return html(post.tree), post.entries
