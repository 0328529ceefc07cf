"""The XML parser that is used throughout: strict, without entities, documents or networks of others."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from migrator.sources.wxr.names import WRAPPER_END

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, strip_cdata=True, collect_ids=False
)


def parse(wrapper: bytes, data: bytes) -> _Element:
    """Parse an item inside the element that declares its prefixes.

    A document type can't stand inside an element, so no entity is ever defined and none can grow or fetch.

    Raises:
        XMLSyntaxError: The item is not well-formed, or is no UTF-8.
    """
    return etree.fromstring(wrapper + data + WRAPPER_END, _PARSER)[0]


def parse_text(text: str) -> _Element | None:
    """Parse a wrapped item that was decoded; None if it is not well-formed."""
    try:
        return etree.fromstring(text.encode("utf-8", "surrogatepass"), _PARSER)[0]
    except (etree.XMLSyntaxError, IndexError):
        return None
