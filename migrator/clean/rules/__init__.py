"""The cleaning rules, a file a family, in the order they are tried."""

from __future__ import annotations

from migrator.clean.rule import Rule
from migrator.clean.rules import (
    ads,
    author_boxes,
    blocks,
    builders,
    code,
    comment_forms,
    debris,
    debris_lists,
    embed_posts,
    embed_shortcodes,
    embeds,
    feed,
    follow,
    footnote_links,
    footnotes,
    math,
    navigation,
    newsletter,
    notices,
    ratings,
    related,
    share,
    shortcodes,
    tables_of_contents,
)

RULES: tuple[Rule, ...] = (
    *share.RULES,
    *related.RULES,
    *feed.RULES,
    *follow.RULES,
    *comment_forms.RULES,
    *author_boxes.RULES,
    *newsletter.RULES,
    *ads.RULES,
    *tables_of_contents.RULES,
    *ratings.RULES,
    *navigation.RULES,
    *notices.RULES,
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
    *debris.RULES,
    *debris_lists.RULES,
)
"""Every rule; of those that want an element the first one gets it."""
