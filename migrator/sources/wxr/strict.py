"""The XML parser that is used throughout: strict, without entities, documents or networks of others."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from migrator.sources.wxr.names import WRAPPER_END

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, strip_cdata=True, collect_ids=False
)


def parse(wrapper: bytes, data: bytes) -> _Element | None:
    """Parse an item inside the element that declares its prefixes; None if it is not well-formed, or no UTF-8.

    A document type can't stand inside an element, so no entity is ever defined and none can grow or fetch.
    """
    return _only_child(wrapper + data + WRAPPER_END)


def parse_text(text: str) -> _Element | None:
    """Parse a wrapped item that was decoded; None if it is not well-formed."""
    return _only_child(text.encode("utf-8", "surrogatepass"))


def _only_child(document: bytes) -> _Element | None:
    try:
        root = etree.fromstring(document, _PARSER)
    except etree.XMLSyntaxError:
        return None
    return root[0] if len(root) == 1 and not root[0].tail else None
