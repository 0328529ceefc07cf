"""The cleaning rules, a file a family, in the order they are tried."""

from __future__ import annotations

from migrator.clean.rule import Rule
from migrator.clean.rules import (
    blocks,
    builders,
    code,
    embed_posts,
    embed_shortcodes,
    embeds,
    feed,
    footnote_links,
    footnotes,
    math,
    related,
    share,
    shortcodes,
)

RULES: tuple[Rule, ...] = (
    *share.RULES,
    *related.RULES,
    *feed.RULES,
    *code.RULES,
    *footnotes.RULES,
    *footnote_links.RULES,
    *math.RULES,
    *embeds.RULES,
    *embed_posts.RULES,
    *embed_shortcodes.RULES,
    *builders.RULES,
    *blocks.RULES,
    *shortcodes.RULES,
)
"""Every rule; of those that want an element the first one gets it."""
