"""The names themes give to what is no article, as tables: whole names, ids, tags and roles, words within names."""

from __future__ import annotations

from collections.abc import Mapping


def _table(**rows: str) -> Mapping[str, str]:
    return {name: f"page.{kind}" for kind, names in rows.items() for name in names.split()}


TAGS = _table(
    navigation="nav navigation menu menubar",
    sidebar="aside complementary",
    footer="footer contentinfo",
    header="header banner",
    form="search dialog alertdialog",
)
"""By element or by role (WAI-ARIA's landmarks)."""

EXACT = _table(
    header="entry-header td-post-header td-post-featured-image post-header article-header",
    meta="""
        entry-meta post-meta entry-footer entryfooter post-meta-infos td-post-source-tags entry-utility
        postmetadata entry-info posted-on cat-links tags-links tag-links post-tags post-categories
        entry-tags entry-categories article-meta
    """,
    navigation="""
        post-navigation nav-links navigation breadcrumb breadcrumbs nav-below nav-above page-links post-nav-links
    """,
    comments="comments-area comment-list commentlist comment-respond wp-block-comments comments comments-section",
    author="entry-author",
    related="related-posts related-articles related-stories related_posts recommended",
    share="social-share share-buttons post-share entry-share td-post-sharing social-sharing share-box",
    newsletter="newsletter newsletter-signup newsletter-form wp-block-newsletter",
    sidebar="widget-area sidebar",
)
"""By class, the whole of it."""

BLOCKS = _table(
    meta="""
        wp-block-post-date wp-block-post-terms wp-block-post-author wp-block-post-author-name
        wp-block-post-time-to-read
    """,
    navigation="wp-block-post-navigation-link wp-block-navigation",
    author="wp-block-post-author-biography",
    related="wp-block-query",
    sidebar="wp-block-template-part",
)
"""Blocks that a theme puts around posts; within a post's content they are its author's."""

IDS = _table(
    comments="comments respond disqus_thread comment-list",
    sidebar="sidebar secondary tertiary",
    navigation="nav-below nav-above menu breadcrumbs",
    footer="footer colophon",
    header="masthead",
)

WORDS = _table(
    comments="comment comments commentlist respond disqus discussion kommentare kommentar commentaires comentarios",
    navigation="nav navigation navbar breadcrumb breadcrumbs crumbs pagination pager menu prevnext prev topbar",
    related="related recommended similar popular trending latest recent rec rail teasers upsell outbrain taboola more",
    share="share sharing sharebar shares social socials sharedaddy addtoany follow sharrre print",
    author="author authors bio byline vcard autor autoren",
    newsletter="newsletter subscribe subscription signup mailchimp optin",
    ads="ad ads advert advertisement adsense advertising werbung anzeige",
    promotion="banner sponsor sponsored promo promotion",
    meta="""
        meta metadata postmeta tags tag taglist categories date dates time datetime published timestamp views
        kicker rating ratings
    """,
    sidebar="sidebar widget widgets aside",
    notice="disclosure disclaimer",
    header="header masthead",
    footer="footer",
    form="form login search modal popup cookie cookies consent gdpr paywall",
)
"""By a word in a class or id, for what a theme names its own way ("c-article__related")."""

SETTINGS = frozenset(("has", "with", "without", "no", "show", "hide", "enable", "enabled", "disabled"))
"""Words of names that say how a theme is set: "has-ads", "no-share"."""

BUILDERS = (
    *("elementor", "et_", "et-", "fusion", "vc_", "wpb_", "wp-", "td_", "tdb", "tdi_", "tdc", "has-", "is-", "align"),
    *("post-", "page-id", "type-", "status-", "format-", "category-", "tag-", "hentry", "menu-item-type", "ct-", "fl-"),
    *("no-", "with-", "wpautop", "js-", "col-", "uk-", "brxe-", "kt-", "size-", "avia", "av-"),
)
"""Beginnings of names whose words say how something is built or what is in it, not what it is."""
