"""HTML text ⇄ lxml tree, the tree being the one an HTML5 parser sees.

libxml2's own HTML parser loses text that stands in a table outside its cells and nests broken markup its own way, so
lexbor (an HTML5 parser) reads, and its clean serialisation goes into lxml through the XML parser, which adds nothing
of its own. Measured on 667 bodies (3.3 MB): 95 MB/s for lexbor, 50 MB/s for the whole way. Content that both parsers
read alike (`polyglot`) goes into lxml at once.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element
from selectolax.lexbor import LexborHTMLParser, LexborNode

from migrator.markup.polyglot import as_xml

_VOID = re.compile(
    r"<(?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)"
    r'(?:\s[^">]*(?:"[^"]*"[^">]*)*)?>'
)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML can not hold."""
_BAD_IN_NAME = re.compile(r"[^\w.-]", re.ASCII)
_TEMPLATE = re.compile(r"<template[^>]*>")  # lexbor writes "&gt;" in attributes
_END_OF_BODY = re.compile(r"</(?:body|html)(?=[\s/>])", re.IGNORECASE)
_MARKUP_IN_TEXT = re.compile(r"<(?:xmp|plaintext)[\s>]|<(script|style)[^>]*>[^<]*<(?!/\1)")
"""What a serialisation can't tell an XML parser: tags that are text to a browser."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_pis=False)


def parse(html: str) -> _Element:
    """Read a fragment of HTML into a `<body>` element, as a browser would read it inside a page.

    Characters that XML can't hold are left out; element and attribute names are made valid ("o:p" becomes "o-p").
    Comments stay as comment nodes, and what stands between `<?` and `>` is one.
    """
    polyglot = as_xml(html)
    tree = _well_formed(f"<body>{polyglot}</body>") if polyglot is not None else None
    return _parse_html5(html) if tree is None else tree


def _parse_html5(html: str) -> _Element:
    if "</body" in html or "</BODY" in html or "</html" in html or "</HTML" in html:
        html = _END_OF_BODY.sub("</no-end", html)
    body = LexborHTMLParser("<!DOCTYPE html><body>" + html).body
    if body is None:  # a document of frames only
        return _parse_html5(html.replace("<frameset", "<div").replace("</frameset", "</div"))
    text = _VOID.sub(_closed, body.html or "<body></body>").replace("&nbsp;", "\xa0")
    tree = _well_formed(text) if _tells_all(text) else None
    if tree is None:
        return _build(body)
    if "<?" in text:
        _hide_instructions(tree)
    return tree


def parse_page(html: str) -> _Element:
    """Read a whole page into an `<html>` element, its head included, as a browser would."""
    root = LexborHTMLParser(html).root
    if root is None:
        return etree.Element("html")
    text = _VOID.sub(_closed, root.html or "<html></html>").replace("&nbsp;", "\xa0")
    tree = _well_formed(text) if _tells_all(text) else None
    return _build(root, "html") if tree is None else tree


def _tells_all(text: str) -> bool:
    """Whether a serialisation has nothing that an XML parser takes for something else: `xmlns` makes a namespace."""
    return " xmlns" not in text and not _MARKUP_IN_TEXT.search(text)


def _well_formed(xml: str) -> _Element | None:
    """Read XML; None of what is none: an undeclared prefix, a script's "&&", an odd name, a control character."""
    try:
        return etree.fromstring(xml.encode(), _PARSER)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        return None


def _closed(tag: re.Match[str]) -> str:
    return tag[0][:-1] + "/>"


def _hide_instructions(tree: _Element) -> None:
    """Make processing instructions comments, as HTML has it; for lexbor they are nodes of their own."""
    for instruction in list(tree.iter(etree.PI)):
        comment = _comment(etree.tostring(instruction, encoding="unicode", with_tail=False)[1:-1])
        comment.tail = instruction.tail
        instruction.getparent().replace(instruction, comment)  # type: ignore[union-attr]


def _build(body: LexborNode, tag: str = "body") -> _Element:
    """Copy lexbor's tree node by node: slower, for what its serialisation can't tell an XML parser."""
    root = etree.Element(tag)
    if tag != "body":
        _set_attributes(root, body)
    stack: list[tuple[LexborNode, _Element]] = [(body, root)]
    while stack:
        node, parent = stack.pop()
        child = _first_child(node)
        while child is not None:
            made = _copy(child, parent)
            if made is not None:
                stack.append((child, made))
            child = child.next
    return root


def _first_child(node: LexborNode) -> LexborNode | None:
    """A node's first child; the content of a `<template>` is a tree of its own."""
    if node.tag != "template" or node.first_child is not None:
        return node.first_child
    body = LexborHTMLParser("<!DOCTYPE html><body>" + _TEMPLATE.sub("", node.html or "", count=1)).body
    return None if body is None else body.first_child


def _comment(content: str) -> _Element:
    content = content.replace("--", "- -").replace("--", "- -")
    return etree.Comment(content + " " if content.endswith("-") else content)


def _copy(node: LexborNode, parent: _Element) -> _Element | None:
    if node.is_text_node:
        append_text(parent, NOT_XML.sub("", node.text_content or ""))
    elif node.is_comment_node:
        parent.append(_comment(NOT_XML.sub("", node.html or "")[4:-3]))  # `comment_content` is stripped
    elif not node.is_element_node:
        parent.append(_comment(NOT_XML.sub("", node.html or "")[1:-1]))
    else:
        element = etree.SubElement(parent, _valid_name(node.tag or "span"))
        _set_attributes(element, node)
        return element
    return None


def _set_attributes(element: _Element, node: LexborNode) -> None:
    for name, value in node.attributes.items():
        element.set(_valid_name(name), NOT_XML.sub("", value or ""))


def _valid_name(name: str) -> str:
    name = _BAD_IN_NAME.sub("-", name)
    return name if name[:1].isalpha() or name[:1] == "_" else "x" + name


def tag_of(node: _Element) -> str:
    """The tag of an element; "" of a comment, which lxml answers with a function."""
    tag = node.tag
    return tag if isinstance(tag, str) else ""


def append_text(parent: _Element, text: str) -> None:
    """Add text at the end of an element, behind its last child."""
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
