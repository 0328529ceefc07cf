"""Drawings (SVG) without what could run: scripts, handlers, foreign HTML, links to code, other people's files.

The same drawing in always gives the same bytes; one that holds nothing of the kind keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from migrator.markup.text import text_of
from migrator.media.sniff import WrongFile

LARGEST = 32 << 20
"""Bytes of the largest drawing that is read; maps of a whole country have 10 MB."""

_UNSAFE_TAGS = frozenset("script foreignobject iframe embed object handler listener".split())
_GONE = "gone"
_XHTML = "http://www.w3.org/1999/xhtml"
_ANIMATIONS = frozenset("animate set animatetransform animatemotion".split())
_UNSAFE_SCHEME = re.compile(r"\s*(?:javascript|vbscript|data:(?!image/(?:png|jpe?g|gif|webp)[;,]))", re.IGNORECASE)
_WHITE = re.compile(r"[\x00-\x20]+")
_UNSAFE_STYLE = re.compile(
    r"javascript:|expression\s*\(|@import|-moz-binding|image-set\s*\(|url\(\s*+['\"]?+\s*+(?!#|data:image/(?:png|jpe?g|gif|webp)[;,])",
    re.IGNORECASE,
)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_ENTITY = re.compile(rb"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"&%<]*)\"|'([^'&%<]*)')\s*>")
_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_REFERENCE = re.compile(rb"&([\w.-]+);")
_PREDEFINED = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


def cleaned(data: bytes) -> bytes:
    """Take out of a drawing what could run or call another server.

    Raises:
        WrongFile: It is no XML, or too large to be read.
    """
    if len(data) > LARGEST:
        raise WrongFile("a drawing too large to be cleaned of scripts")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    plain = _without_entities(data)
    try:
        root = etree.fromstring(plain, parser)
    except etree.XMLSyntaxError as error:
        raise WrongFile("a drawing that can't be read to clean it of scripts") from error
    if not _clean(root) and plain == data and b"<?xml-stylesheet" not in data:
        return data
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="utf-8") + b"\n"


def _without_entities(data: bytes) -> bytes:
    """Put in what a drawing's own entities stand for (Illustrator's namespaces), and take out the list of them.

    Entities made of others, of which bombs are built, stay unknown and fail.
    """
    doctype = _DOCTYPE.search(data)
    if doctype is None or b"<!ENTITY" not in doctype[0]:
        return data
    known = {name: double or single for name, double, single in _ENTITY.findall(doctype[0])}
    data = data[: doctype.start()] + data[doctype.end() :]
    found = [name for name in _REFERENCE.findall(data) if name not in _PREDEFINED]
    if sum(len(known.get(name, b"")) for name in found) > LARGEST or not known.keys() >= set(found):
        raise WrongFile("a drawing that can't be read to clean it of scripts")
    return _REFERENCE.sub(lambda reference: known.get(reference[1], reference[0]), data)


def _clean(root: _Element) -> int:
    """Take out what is unsafe; return how much it was."""
    if _name(root) != "svg":
        raise WrongFile("XML, but no drawing")
    gone = [element for element in root.iter(etree.Element) if _is_unsafe(element)]
    for element in gone:
        element.tag = _GONE
    etree.strip_elements(root, _GONE, with_tail=False)
    changes = len(gone)
    for element in root.iter(etree.Element):
        for name in list(_unsafe_attributes(element)):
            del element.attrib[name]
            changes += 1
    return changes


def _is_unsafe(element: _Element) -> bool:
    name = _name(element)
    if name in _ANIMATIONS:
        target = element.get("attributeName", "").lower()
        return target.endswith("href") or target.startswith("on")
    is_page = etree.QName(element).namespace == _XHTML
    return is_page or name in _UNSAFE_TAGS or (name == "style" and _is_unsafe_style(text_of(element)))


def _is_unsafe_style(text: str) -> bool:
    """Whether a style runs code or calls another server, also where it hides that behind escapes."""
    return _UNSAFE_STYLE.search(_CSS_ESCAPE.sub(_unescaped, text)) is not None


def _unescaped(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(number) if 0 < number < 0x110000 else "\ufffd")


def _name(element: _Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _unsafe_attributes(element: _Element) -> Iterator[str]:
    for key, value in element.attrib.items():
        name = etree.QName(key).localname.lower()
        is_link = name in ("href", "src")
        is_unsafe = name.startswith("on") or ("(" in value and _is_unsafe_style(value))
        if is_unsafe or (is_link and _calls_out(_name(element), _WHITE.sub("", value))):
            yield str(key)


def _calls_out(tag: str, address: str) -> bool:
    """Whether an address runs code, or makes who looks at the drawing ask another server; links may lead anywhere."""
    if _UNSAFE_SCHEME.match(address):
        return True
    return tag != "a" and not address.startswith(("#", "data:"))
