"""Lists of other posts, and of advertisers' pages, that a plugin chose."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element

from migrator.clean.lines import is_heading, is_list_of_links, line_of, little_prose
from migrator.clean.rule import Rule, drop, drop_beside
from migrator.clean.rules.texts import RELATED_NOTICES, RELATED_WORDS
from migrator.clean.wording import quoted
from migrator.site import Site

LARGEST_LIST = 2000
"""Characters outside links in the largest list: on 294 saved pages Jetpack's had 1,036, with excerpts of posts."""

SYSTEMS: Mapping[str, str] = {
    "jetpack": "#jp-relatedposts .jp-relatedposts .jp-relatedposts-i2",
    "yarpp": """
        .yarpp .yarpp-related .yarpp-related-none .yarpp-thumbnails-horizontal .yarpp-related-widget
        .yarpp-related-rss
    """,
    "contextual": "#crp_related .crp_related .crp_related_widget .crp_related_shortcode .crp_clear",
    "zemanta": """
        .wp_rp_wrap .wp_rp_content .related_post_title ul.related_post .zem_rp_wrap .related-posts-zemanta
        .zemanta-related .zemanta-related-title .zemanta-article-ul .zemanta-pixie img.zemanta-pixie-img
        img@zemanta.com/pixy.gif
    """,
    "linkwithin": ".linkwithin_div .linkwithin_outer #linkwithin_logolink_0",
    "nrelate": ".nrelate .nrelate_related .nr_related_placeholder",
    "contextly": ".contextly-widget .ctx-module",
    "outbrain": ".OUTBRAIN .ob-widget",
    "taboola": "#taboola-* .trc_related_container",
    "revcontent": ".rc-widget .revcontent .mgbox",
    "newspaper": """
        .td_block_related_posts .tdb_single_related .td-related-title .td-more-articles-box .jeg_postblock_related
        .mvp-related-posts .penci-post-related .bs-related-posts
    """,
    "widget": ".rpwe-block .rp4wp-related-posts .wpp-list .srp-widget .yuzo_related_post",
    "sno": ".storyrelated .sno-animate.relatedstory .relatedtitle",
    "largo": ".largo-related-posts",
}

_THEMES = """
    .related-posts .relatedposts #related-posts .related_posts .post-related .related-articles .related-stories
    #related_posts .popular-posts .recommended-posts .read-next .more-stories .similar-posts
"""


def is_list_of_posts(element: _Element, site: Site) -> bool:
    """Whether an element with a word of themes for its class holds links and teasers only, and is no heading."""
    return not is_heading(element) and is_small(element, site) and is_list_of_links(element, site)


is_small = little_prose(LARGEST_LIST)

RULES: tuple[Rule, ...] = (
    *(drop(f"related.{name}", *keys.split(), when=is_small) for name, keys in SYSTEMS.items()),
    drop("related.jetpack", "wp:jetpack/related-posts", "[jetpack-related-posts]"),
    drop("related.yarpp", "[yarpp]"),
    drop("related.contextual", "[crp]"),
    drop("related.theme", *_THEMES.split(), when=is_list_of_posts),
    drop("related.label", *quoted(RELATED_NOTICES), taking=line_of),
    drop_beside("related.word", *quoted(RELATED_WORDS), taking=line_of),
)
