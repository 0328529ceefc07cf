"""Small texts beside the body (excerpts, comments, descriptions): the same steps, with a place of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lxml.etree import _Element

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.markup.build import fragment
from migrator.markup.characters import mended
from migrator.model import Post
from migrator.normalise.images import settle_images
from migrator.normalise.lazy import lazy
from migrator.normalise.links import settle_links
from migrator.site import Site

STEPS: tuple[Callable[[Post, Site], None], ...] = (clean, lazy, canonicalise, settle_images, settle_links)

_UNSETTLED = re.compile(r"[<&\t\v\f\xa0]|\r(?!\n)| [ \r\n]|\n |^ | $|(?:^|\n)[^\S\n]+(?:\n|$)")
"""What a text has that is not canonical as it stands: markup, white space to fold, lines of nothing else."""


def body_of(text: str, where: str, post: Post, site: Site) -> _Element:
    """Make a small text of a post canonical; its ledger entries say `where` ("excerpt", "comment 12").

    The post's own content and meta are out of sight meanwhile: a builder's page in them is not what a comment says.
    """
    text = mended(text, where, post, site)
    tree = fragment(text, site, classic=True)
    if not _UNSETTLED.search(text):
        return tree
    record = replace(post.record, content=text, meta=[])
    inner = replace(post, record=record, tree=tree, meta={}, entries=[])
    for step in STEPS:
        step(inner, site)
    post.entries.extend(replace(entry, where=entry.where.replace("content", where, 1)) for entry in inner.entries)
    return inner.tree
