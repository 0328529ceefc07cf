"""Reusable blocks (synced patterns): content that stands in a document of its own, of type `wp_block`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from lxml.etree import Element, _Element

from migrator import edit
from migrator.markup.lift import attributes
from migrator.model import Post
from migrator.site import Site

MOST_REUSED = 200
"""Reusable blocks shown in one document; only blocks that hold others several times over ask for more."""

_RULE = "block.reusable"


def fill_reusable_blocks(post: Post, site: Site, read: Callable[[str], _Element]) -> None:
    """Put what each `<!-- wp:block {"ref":12} /-->` refers to into its element, outer blocks first.

    What is missing, holds itself or goes on without end stays empty, with a warning. `read` makes a tree of content.
    """
    waiting = deque((block, frozenset[int]()) for block in _references(post.tree))
    shown = 0
    while waiting:
        block, above = waiting.popleft()
        content = _content(block, above, post, site) if shown < MOST_REUSED else None
        if content is None:
            edit.warn(post, _RULE, f"not found, not published or endless: {edit.source_of(block)}", edit.place(block))
            continue
        shown += 1
        inner = _moved(read(content))
        edit.put(post, block, 0, inner, _RULE)
        count(post, inner)
        within = above | {attributes(block)["ref"]}
        waiting.extend((reference, within) for reference in _references(inner))


def _references(tree: _Element) -> list[_Element]:
    return [block for block in tree.iter("wp-block") if block.get("name") == "core/block"]


def _content(block: _Element, above: frozenset[int], post: Post, site: Site) -> str | None:
    reference = attributes(block).get("ref")
    if not isinstance(reference, int) or reference in above or reference == post.record.id:
        return None
    return site.block(reference)


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
