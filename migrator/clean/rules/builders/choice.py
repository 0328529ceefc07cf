"""Pages that a page builder keeps in postmeta: its data against the content of the export, and the richer one wins.

Builders write a copy of what they show into `post_content`. The copy may be empty (Bricks, Oxygen), old, without titles
of tabs and captions, or say more: lists that the live site filled. Which has more words and addresses that the other
has not is what the document gets; what the other one says goes to the ledger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean.rules.builders.stores import STORES, Store
from migrator.clean.rules.builders.tree import elements_of
from migrator.clean.rules.builders.unknown import guesses
from migrator.model import Entry, Post
from migrator.site import Site

_KEYS = frozenset(store.key for store in STORES)
_SAID = re.compile(r"<([^<>\s]+)>|[^\W_]+")
_FILE = re.compile(r"/([^/?#]+?)(?:-\d+x\d+)?(\.\w{2,4})(?:[?#].*)?$")
"""An uploaded file's name in its address; copies differ in size, host and folder."""

_UNNAMED = re.compile(r"<[^<>\s]*brizy_media=[^<>\s]*>")
"""Addresses of Brizy's pictures, which are not those that its copy of the page has."""


def choose(post: Post, site: Site) -> None:
    """Put a page builder's data in the place of the content where it says more; what only the other says is noted."""
    if not any(key in _KEYS for key, _ in post.record.meta):
        return
    meta = {key: value for key, value in reversed(post.record.meta) if value}
    stores = [store for store in STORES if len(meta.get(store.key, "")) > 2 and store.rule not in site.options.disabled]
    active = [store for store in stores if store.is_active(meta)]
    for store in (active or stores)[:1]:
        _weigh(store, meta[store.key], post, site, is_active=bool(active))


def _weigh(store: Store, text: str, post: Post, site: Site, *, is_active: bool) -> None:
    try:
        nodes = store.read(text)
    except (ValueError, RecursionError) as error:
        edit.warn(post, store.rule, f"not read: {error}", f"meta:{store.key}")
        return
    made = Element("body")
    made.extend(element for node in nodes for element in elements_of(node, site))
    shown, other = edit.shown(made), edit.shown(post.tree)
    more, less = _counted(shown) - _counted(other), _counted(other) - _counted(shown)
    surely = more - sum(map(_counted, map(edit.shown, guesses(made))), Counter())
    if is_active and more and (not other or surely.total() > less.total()):
        edit.exchange(post, made, store.rule)
    elif more:
        alone = (part for part in map(edit.shown, _parts(made)) if _counted(part) & more)
        post.entries.append(Entry(store.rule, "skipped", f"meta:{store.key}", " | ".join(alone)))


def _counted(shown: str) -> Counter[str]:
    """The words and addresses of what a reader sees, files by their names."""
    return Counter(_named(word[1]) if word[1] else word[0] for word in _SAID.finditer(_UNNAMED.sub("", shown)))


def _named(address: str) -> str:
    file = _FILE.search(address)
    return f"{file[1]}{file[2]}" if file else address


def _parts(body: _Element) -> Sequence[_Element]:
    """The smallest parts that are paragraphs, pictures and the like."""
    return [part for part in body.iter(Element) if part.tag != "div" and _holder(part) in ("div", "body")]


def _holder(part: _Element) -> str:
    parent = part.getparent()
    return "" if parent is None else str(parent.tag)
