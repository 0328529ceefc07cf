"""A feed's XML, sound or not, as elements under the names that feeds are known to use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from html import escape, unescape

from lxml import etree
from lxml.etree import _Element

from migrator.markup.text import text_of

_PREFIXES: Mapping[str, str] = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/rss/1.0/modules/slash/": "slash:",
    "http://wellformedweb.org/CommentAPI/": "wfw:",
    "http://purl.org/syndication/thread/1.0": "thr:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/rss/1.0/": "",
    "com-wordpress:feed-additions:1": "",
}
"""Namespaces → the prefix that names are given here; Atom's own elements lose theirs below a `<feed>`."""

_EXPORT = "wordpress.org/export/"

_ROOT = re.compile(rb"<(?:rss|rdf:RDF|feed)[\s>]")
_STRICT = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_TOLERANT = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
_BEFORE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s+(?=<)")
_DECLARED = re.compile(rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding=["']([\w.-]+)""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMED = re.compile(r"<!\[CDATA\[.*?\]\]>|&(?!(?:amp|lt|gt|quot|apos);)(\w+;)|&(?!#?\w+;)", re.DOTALL)


def begins_feed(head: bytes) -> bool:
    """Tell whether an answer is a feed, by the element that its first bytes begin."""
    return _ROOT.search(head) is not None


def parse_feed(body: bytes) -> _Element | None:
    """Read a feed as far as it can be read; None when there is nothing like XML in it."""
    body = _BEFORE.sub(b"", body)
    try:
        return etree.fromstring(body, _STRICT)
    except etree.XMLSyntaxError:
        return _recovered(body)


def _recovered(body: bytes) -> _Element | None:
    """Read damaged XML: bytes that are none of its encoding, HTML's entities, characters that XML can't hold."""
    declared = _DECLARED.match(body)
    try:
        text = body.decode(declared[1].decode() if declared else "utf-8", "replace")
    except LookupError:
        text = body.decode("utf-8", "replace")
    text = _NAMED.sub(_numbered, _DOCTYPE.sub("", _NOT_XML.sub("", text.lstrip("\ufeff"))))
    text = re.sub(r"\A<\?xml.*?\?>", "", text, flags=re.DOTALL)
    try:
        return etree.fromstring(text.encode("utf-8"), _TOLERANT)
    except etree.XMLSyntaxError:
        return None


def _numbered(found: re.Match[str]) -> str:
    if found[0].startswith("<"):
        return found[0]
    return escape(unescape(found[0]), quote=False)


def name_of(element: _Element) -> str:
    """An element's name with its usual prefix ("dc:creator"); "" for a comment."""
    if not isinstance(element.tag, str):
        return ""
    namespace, brace, name = element.tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:], "") if brace else ""
    return name if prefix == "atom:" and _is_atom(element) else prefix + name


def _is_atom(element: _Element) -> bool:
    return etree.QName(element.getroottree().getroot()).localname == "feed"


def items_of(root: _Element) -> list[_Element]:
    """The items of a feed, whichever of its kinds it is."""
    return [node for node in root.iter() if name_of(node) in ("item", "entry")]


def is_export(root: _Element) -> bool:
    """Whether it is an export (WXR), whose items look like a feed's, drafts and private ones among them.

    Its namespace tells, or, where that is never declared, names that only exports have.
    """
    if any(_EXPORT in (namespace or "") for namespace in root.nsmap.values()):
        return True
    return any(str(child.tag).endswith("wp:post_type") for item in items_of(root) for child in item)


def children(element: _Element) -> Iterator[tuple[str, _Element]]:
    """An element's children with their names."""
    return ((name_of(child), child) for child in element if isinstance(child.tag, str))


def html_of(element: _Element | None) -> str:
    """What an element holds as HTML: escaped once more in text, or as elements where its type is "xhtml"."""
    if element is None:
        return ""
    if element.get("type") == "xhtml" or any(isinstance(child.tag, str) for child in element):
        return escape(element.text or "", quote=False) + "".join(map(_markup, element))
    text = text_of(element)
    return escape(text, quote=False) if element.get("type") == "text" else text


def _markup(element: _Element) -> str:
    copy = deepcopy(element)
    for node in copy.iter("{*}*"):
        node.tag = etree.QName(node).localname
    etree.cleanup_namespaces(copy)
    return etree.tostring(copy, encoding="unicode", method="html")
