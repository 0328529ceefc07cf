"""Shortcodes of Jetpack, WordPress.com and all other plugins and themes, by what they are for.

`clean/rules/shortcode_*.py` say what becomes of each kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

PREFIXES = tuple(
    """
    et_social_ su_ wpv- woocommerce_ wpsc_ edd_ pmpro_ wlm_ tribe_ ngg_ jetpack_ wpcom- forminator_ learndash_
    buddypress_
    """.split()
)
"""How the names of large plugins' shortcodes begin."""

RAW = tuple("raw raw_html".split())
"""Their content is HTML that gets no paragraphs and in which no shortcode is run."""

PROGRAMS = tuple("insert_php exec_php allow_php".split())
"""Their content is a program that WordPress ran."""


class Names(NamedTuple):
    """Shortcodes of a kind: names that no one writes in brackets as a word; words, which count only with attributes or
    a closing tag; words that are mostly written without either, which count where nothing else stands on their line."""

    alone: tuple[str, ...]
    words: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def _names(alone: str, words: str = "", lines: str = "") -> Names:
    return Names(tuple(alone.split()), tuple(words.split()), tuple(lines.split()))


KINDS: Mapping[str, Names] = {
    "form": _names(
        """
        caldera_form caldera_form_modal contact_bank contact-field contact-form contact-form-7 convertkit
        email-subscribers everest_form fluentform fluentform_modal forminator_form forminator_poll
        forminator_quiz fscf gravityform gravityforms happyforms iphorm jetpack-email-subscribe
        jetpack_subscription_form mailchimp_subscriber_popup mailpoet_form mc4wp-form mc4wp_form newsletter_form
        ninja_form ninja_forms ninja_forms_display_form optin-monster optin-monster-shortcode quform
        si-contact-form subscribe2 user_registration_form weforms wpcf7 wpforms wpuf_form wysija_form yikes-mailchimp
        """,
        "formidable newsletter unsubscribe",
    ),
    "dynamic": _names(
        """
        add_to_cart add_to_cart_url author_box best_selling_products blogroll catlist category-posts
        category_posts co-authors custom-facebook-feed custom-twitter-feeds display-posts display_podcast
        download_cart download_checkout download_history edd_downloads edd_receipt events-calendar events_list
        featured_products give_form gravatar grofile ics_calendar instagram-feed jetpack-related-posts
        jetpack_portfolio jetpack_testimonials latest-posts latest_posts ld_course_list ld_lesson_list ld_profile
        list-posts page-list pagelist product_attribute product_categories product_category product_page
        purchase_link recent-posts recent_posts recent_products related-posts related_posts related_products
        sale_products shop_messages simple-sitemap subpages tag_cloud tagcloud top_rated_products
        tribe_events untappd-menu upcomingevents woocommerce_cart woocommerce_checkout woocommerce_my_account
        woocommerce_order_tracking wp-rss-aggregator wp_list_pages wp_show_posts wp_sitemap_page wpv-view
        bbp-forum-form bbp-forum-index bbp-login bbp-lost-pass bbp-register bbp-reply-form bbp-search bbp-search-form
        bbp-single-forum bbp-single-tag bbp-single-topic bbp-single-view bbp-stats bbp-topic-form bbp-topic-index
        bbp-topic-tags
        """,
        """
        author event portfolio posts product products ratings related roster rss schedule standings team testimonials
        """,
        "archives sitemap",
    ),
    "elsewhere": _names(
        """
        Best_Wordpress_Gallery HDquiz amazonproduct cycloneslider easyazon_link easyrotator envira-album
        envira-gallery foogallery huge_it_gallery huge_it_slider imagebrowser layerslider mappress masterslider
        metaslider meteor_slideshow ml-slider modula nggalbum nggallery ngg_images ninja_table_builder ninja_tables
        nivoslider photo_gallery put_wpgm rev_slider sdm_download singlepic smartslider3 soliloquy_slider
        supsystic-slider supsystic-tables wds wonderplugin_carousel wonderplugin_gallery
        wonderplugin_slider wp_google_maps wpdatachart wpdatatable wpdm_file wpdm_package wpfilebase wpgmza yop_poll
        """,
        "amazon link_library poll slider soliloquy table visualizer",
    ),
    "members": _names(
        "ifso membersonly mepr-active mepr-show s2If s2Member wlm_ismember",
        "member membership private restrict",
    ),
    "column": _names(
        """
        five_sixth five_sixth_last four_fifth four_fifth_last one-fourth one-fourth-first one-half one-half-first
        one-third one-third-first one_fifth one_fifth_last one_fourth one_fourth_last one_half one_half_last one_sixth
        one_sixth_last one_third one_third_last three-fourths three-fourths-first three_fifth three_fifth_last
        three_fourth three_fourth_last two-thirds two-thirds-first two_fifth two_fifth_last two_third two_third_last
        two_thirds two_thirds_last fivecol_one fivecol_one_last fivecol_two fivecol_two_last fivecol_three
        fivecol_three_last fivecol_four fivecol_four_last fourcol_one fourcol_one_last fourcol_two fourcol_two_last
        fourcol_three fourcol_three_last threecol_one threecol_one_last threecol_two threecol_two_last twocol_one
        twocol_one_last
        """,
        """
        accordion accordions answer checklist col column columns container content fullwidth intro item lead list
        presentation question quiz row section slide tabs toggles wrapper
        """,
    ),
    "line": _names("divider_line", lines="divider hr line separator"),
    "space": _names("clearboth clearfix clearleft clearright vertical_space", lines="clear gap space spacer"),
    "icon": _names("fontawesome", "fa icon icons"),
    "share": _names(
        """
        Sassy_Social_Share TheChamp-Counter TheChamp-FB-Comments TheChamp-Login TheChamp-Sharing addthis addtoany
        DISPLAY_ULTIMATE_PLUS DISPLAY_ULTIMATE_SOCIAL_ICONS USM_form easy-profiles easy-social-like easy-social-share
        easy-social-share-buttons essb fb-like feather_follow feather_share fsb-social-bar hubbub_save_this hubbub_share
        likebtn mashshare really_simple_share scriptless shareaholic shariff shariffmeta sharify socialWarfare
        social_warfare socialpug_follow socialpug_share ssba ssba-buttons ssba_hide tweetmeme wpsr_follow_icons
        wpsr_share_icons
        """,
    ),
    "ad": _names(
        "adinserter adrotate snoadrotate_group the_ad the_ad_group the_ad_placement wordads", "ad ads ai", "quads"
    ),
    "related": _names("crp yarpp"),
    "rating": _names("gdrts_stars_rating_auto kkratings kkstarratings ratemypost yasr_visitor_votes"),
    "newsletter": _names("blog_subscription_form et_bloom_inline"),
    "footnote": _names(
        "bibtex easy-footnotes efn_note footnotes_list mfn modern_footnote reflist zotpressInText",
        "fn footnote footnotes note ref references",
    ),
    "spoken": _names(
        """
        accordion-item accordion_item audioclip bctt click_to_tweet ctt easy-tweet infobox media-credit pullquote
        read_more readmore showhide TheTweet tweet_this tweetthis
        """,
        """
        abbr acronym alert blockquote box btn button collapse download dropcap expand highlight infographic lightbox
        link module notice permalink quote sidebar spoiler tab testimonial toggle tooltip
        """,
    ),
    "card": _names("team-member team_member", "person staff"),
    "recipe": _names(
        "recipe-directions recipe-image recipe-ingredients recipe-notes recipe-nutrition",
        "recipe",
    ),
    "picture": _names("portfolio_slideshow slideshow"),
    "map": _names("google-map google_map googlemap pw_map", "gmap map"),
    "contents": _names("ez-toc lwptoc no_toc simpletoc toc"),
    "player": _names("ss_player"),
}
"""What a shortcode of each name is for."""

NAMES = (*PROGRAMS, *chain.from_iterable(names.alone for names in KINDS.values()))
"""Names that no one writes in brackets as a word."""

WORDS = tuple(chain.from_iterable(names.words for names in KINDS.values()))
"""Names that are words: they count only with attributes or a closing tag."""


LINES = tuple(chain.from_iterable(names.lines for names in KINDS.values()))
"""Words that count besides where nothing else stands on their line."""


def keys(*kinds: str) -> tuple[str, ...]:
    """The names of these kinds as keys of rules."""
    return tuple(f"[{name}]" for kind in kinds for name in chain.from_iterable(KINDS[kind]))
