"""Reusable blocks (synced patterns): content that stands in a document of its own, of type `wp_block`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from types import MappingProxyType
from typing import NamedTuple

from lxml.etree import Element, _Element

from migrator import edit
from migrator.markup.lift import attributes
from migrator.markup.overrides import Overrides, override, overrides_in, texts_of
from migrator.model import Post
from migrator.site import Site

MOST_REUSED = 200
"""Reusable blocks shown in one document; only blocks that hold others several times over ask for more."""

_RULE = "block.reusable"


class _Reference(NamedTuple):
    """A `core/block` to be filled, the numbers of those around it, and what overrides these have."""

    block: _Element
    above: frozenset[int] = frozenset()
    overrides: Overrides = MappingProxyType({})


def fill_reusable_blocks(post: Post, site: Site, read: Callable[[str], _Element]) -> None:
    """Put what each `<!-- wp:block {"ref":12} /-->` refers to into its element, outer blocks first.

    A document's own texts in it (overrides) take the place of the pattern's. What is missing, holds itself or goes on
    without end stays empty, with a warning. `read` makes a tree of content.
    """
    waiting = deque(_Reference(block) for block in _references(post.tree))
    shown = 0
    while waiting:
        reference = waiting.popleft()
        block = reference.block
        content = _content(reference, post, site) if shown < MOST_REUSED else None
        if content is None:
            edit.warn(post, _RULE, f"not found, not published or endless: {edit.source_of(block)}", edit.place(block))
            continue
        shown += 1
        inner = _moved(read(content))
        overrides = _overridden(inner, reference, post)
        edit.put(post, block, 0, inner, _RULE)
        count(post, inner)
        within = reference.above | {attributes(block)["ref"]}
        waiting.extend(_Reference(nested, within, overrides) for nested in _references(inner))


def _overridden(inner: _Element, reference: _Reference, post: Post) -> Overrides:
    """Put a document's own texts into its copy of a pattern, and tell of those that the pattern has no place for."""
    own = overrides_in(reference.block)
    overrides = reference.overrides if own is None else own
    met = override(inner, overrides) if overrides else set()
    for name, values in (own or {}).items():
        if name not in met and (texts := texts_of(values)) and not _references(inner):
            edit.warn(
                post, _RULE, f"nothing in the pattern is named {name}: {' '.join(texts)}", edit.place(reference.block)
            )
    return overrides


def _references(tree: _Element) -> list[_Element]:
    return [block for block in tree.iter("wp-block") if block.get("name") == "core/block"]


def _content(reference: _Reference, post: Post, site: Site) -> str | None:
    number = attributes(reference.block).get("ref")
    if not isinstance(number, int) or number in reference.above or number == post.record.id:
        return None
    return site.block(number)


def _moved(body: _Element) -> _Element:
    """The same content in a `<div>`, for a place inside another body."""
    div = Element("div")
    div.text = body.text
    div.extend(list(body))
    return div


def count(post: Post, tree: _Element) -> None:
    """Count the shortcodes and blocks of a tree in the post's tallies; lone URLs and stray closing tags are no
    shortcodes."""
    for element in tree.iter("wp-block", "wp-shortcode"):
        if element.tag == "wp-block":
            post.tallies["block", element.get("name", "")] += 1
        elif element.get("source", "").startswith("[") and not element.get("name", "").startswith("/"):
            post.tallies["shortcode", element.get("name", "")] += 1
