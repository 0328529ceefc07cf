"""Ways to other posts and pages: breadcrumbs, previous and next, "continue reading", print, skip links."""

from __future__ import annotations

from lxml.etree import _Element

from migrator.clean.lines import is_heading, is_list_of_links, label_of, line_of, shorter_than
from migrator.clean.rule import Rule, drop, drop_beside, unwrap
from migrator.clean.rules.texts import NAVIGATION_WORDS, PAGE_NOTICES, PRINT_NOTICES
from migrator.clean.rules.translations_buttons import MORE
from migrator.clean.wording import quoted
from migrator.markup.text import folded_text
from migrator.site import Site

LONGEST_WAY = 600
"""Characters of the longest breadcrumbs, or of the titles of both neighbours: on 294 saved pages 404."""

_SHORT = 120

_CRUMBS = """
    .breadcrumb .breadcrumbs #breadcrumbs .yoast-breadcrumb .rank-math-breadcrumb .td-crumb-container .entry-crumbs
    .breadcrumb-trail .bcn_breadcrumb .wp-block-yoast-seo-breadcrumbs
    .wp-block-breadcrumbs .fusion-breadcrumbs .penci-breadcrumb .jeg_breadcrumbs .aioseo-breadcrumbs
"""
_CRUMBS_MADE_LATER = """
    [wpseo_breadcrumb] [rank_math_breadcrumb] [fusion_breadcrumbs] [bcn_display] wp:yoast-seo/breadcrumbs
    wp:bcn/breadcrumb-trail
"""
_NEIGHBOURS = """
    .post-navigation .posts-navigation #nav-below #nav-above .nav-single .nav-previous .nav-next .post-nav .nav-links
    .td-post-next-prev .tdb_single_next_prev .wp-block-post-navigation-link .previous-post .next-post .prev-post
    .et_pb_posts_nav .jeg_prevnext_post .single-navigation .newer-older .adjacent-entry-pagination .series-nav
"""
_PAGES = ".page-links .post-page-numbers .wp-pagenavi .link-pages .td-page-text .page-navigation .pagination"
_MORE = "a.more-link .more-link a.moretag .wp-block-read-more"
_PRINT = """
    .printfriendly .pf-button a@printfriendly.com #wp-email .wp-email .print-link .print-button .pdfprnt-buttons
    .dkpdf-button .wpptopdf
"""


def is_way(element: _Element, site: Site) -> bool:
    """Whether an element holds links, is short, and is no heading about breadcrumbs."""
    return not is_heading(element) and len(folded_text(element)) <= LONGEST_WAY and is_list_of_links(element, site)


def is_way_or_empty(element: _Element, site: Site) -> bool:
    """Like `is_way`; the first and the last post have a neighbour less."""
    return not folded_text(element) or is_way(element, site)


def is_list_of_pages(element: _Element, _site: Site) -> bool:
    """Whether an element numbers the pages of a post, one of its parts being a bare number."""
    if is_heading(element) or len(folded_text(element)) > _SHORT:
        return False
    return any((part.text or "").strip().isdecimal() for part in element.iter("a", "span", "li", "strong"))


def link_around(element: _Element, _site: Site) -> _Element:
    """An icon's link."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag == "a" and not folded_text(parent) else element


RULES: tuple[Rule, ...] = (
    drop("nav.breadcrumbs", *_CRUMBS.split(), when=is_way),
    drop("nav.breadcrumbs", *_CRUMBS_MADE_LATER.split()),
    drop("nav.posts", *_NEIGHBOURS.split(), when=is_way_or_empty),
    drop("nav.pages", *_PAGES.split(), when=is_list_of_pages),
    drop("nav.more", *_MORE.split(), when=shorter_than(_SHORT)),
    drop("nav.more", *quoted(MORE), '"(more…)"', '"(more...)"', taking=line_of),
    drop("nav.skip", "a.skip-link", "a.screen-reader-shortcut", 'a.screen-reader-text[href^="#"]'),
    drop("nav.label", *quoted(PAGE_NOTICES), taking=label_of),
    drop_beside("nav.word", *quoted(NAVIGATION_WORDS), taking=line_of),
    drop("print.button", *_PRINT.split(), when=shorter_than(_SHORT)),
    drop("print.button", "img.WP-PrintIcon", "img.WP-EmailIcon", taking=link_around),
    drop("print.button", "[print_link]", "[email_link]", "[pdfprnt]", "[printfriendly]", "[dkpdf-button]"),
    unwrap("print.button", "[donotprint]", "[donotemail]"),
    drop("print.label", *quoted(PRINT_NOTICES), taking=line_of),
)
