"""The blocks of WordPress: which are just their HTML, which only the live site can fill, which say more than that."""

from __future__ import annotations

from migrator.clean.rule import Rule, drop, lift, unwrap
from migrator.clean.rules import (
    block_backgrounds,
    block_embeds,
    block_fields,
    block_files,
    block_galleries,
    block_links,
    block_plugins,
    block_text,
)


def _named(names: str, namespace: str = "") -> tuple[str, ...]:
    return tuple(f"wp:{namespace}{name}" for name in names.split())


_PLAIN = _named(
    """
    accordion accordion-heading accordion-item accordion-panel audio block button buttons classic code details
    freeform heading html list list-item missing more nextpage paragraph preformatted pullquote quote row section
    separator shortcode spacer stack subhead tab-panels table tabs text text-columns video
    """
)
"""Blocks of WordPress whose HTML says everything."""

_PLAIN_OF_PLUGINS = (
    *_named("address contact-info email layout-grid layout-grid-column markdown phone repeat-visitor", "jetpack/"),
    *_named("recipe recipe-details recipe-hero recipe-ingredients-list recipe-ingredient-item", "jetpack/"),
    *_named("recipe-step recipe-steps recipe-step-desc", "jetpack/"),
    *_named("classic-paragraph", "tadv/"),
)

_DYNAMIC = _named(
    """
    archives avatar breadcrumbs calendar categories comment-author-avatar comment-author-name comment-content
    comment-date comment-edit-link comment-reply-link comment-template comments comments-pagination
    comments-pagination-next comments-pagination-numbers comments-pagination-previous comments-query-loop
    comments-title icon latest-comments latest-posts legacy-widget loginout navigation-overlay-close page-list
    page-list-item pattern post-author post-author-biography post-author-name post-comment post-comments
    post-comments-count post-comments-form post-comments-link post-content post-date post-excerpt
    post-navigation-link post-template post-terms post-time-to-read post-title
    query-no-results query-pagination query-pagination-next query-pagination-numbers query-pagination-previous
    query-title query-total read-more rss search site-logo site-tagline site-title tag-cloud template-part
    term-count term-description term-name term-template
    """
)
"""Blocks of WordPress that ask the live site's database or belong to its theme."""

_DYNAMIC_OF_PLUGINS = (
    *_named("blog-posts", "a8c/"),
    *_named("author-list author-profile carousel donate homepage-articles", "newspack-blocks/"),
    *_named("ai-assistant blog-stats blogroll cookie-consent donations instagram-gallery mailchimp", "jetpack/"),
    *_named("payment-buttons paywall recurring-payments simple-payments subscriptions top-posts wordads", "jetpack/"),
)

RULES: tuple[Rule, ...] = (
    lift("block.html", *_PLAIN, *_PLAIN_OF_PLUGINS),
    *block_embeds.RULES,
    *block_links.RULES,
    *block_galleries.RULES,
    *block_backgrounds.RULES,
    *block_files.RULES,
    *block_text.RULES,
    *block_plugins.RULES,
    *block_fields.RULES,
    drop("block.contents", "wp:table-of-contents"),
    drop("block.dynamic", *_DYNAMIC, *_DYNAMIC_OF_PLUGINS),
    unwrap("block.dynamic", "wp:query", "wp:terms-query", "wp:widget-group"),
    unwrap("block.unknown", "wp-block"),
)
"""The last one takes every block that no other does: its comment goes to the ledger as it was written, for fields of
a plugin stand nowhere else; its HTML stays."""
