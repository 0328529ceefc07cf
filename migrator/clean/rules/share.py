"""Share and like buttons that plugins add to what an author wrote."""

from __future__ import annotations

import re
from itertools import product

from lxml.etree import XPath, _Element

from migrator.clean.rule import Rule, drop, unwrap
from migrator.site import Site

LARGEST_WIDGET = 2000
"""Characters of text in the largest widget: on 295 saved pages Jetpack's had 783 at most. A longer one has swallowed
part of the article, because a tag was never closed."""

_STYLES = ("", "_large", "_button", "_buttons", "_hcount", "_vcount", "_custom", "_counter")
_SHARETHIS = ("sharethis", "facebook", "twitter", "email", "plusone", "fblike", "pinterest", "linkedin", "googleplus")
_ADDTHIS = ("compact", "expanded", "facebook", "facebook_like", "twitter", "tweet", "email", "print", "google_plusone")
_ADDTHIS_MORE = ("linkedin", "linkedin_counter", "pinterest", "pinterest_pinit", "reddit", "tumblr", "whatsapp")
_BLOCKS_OF_TEXT = frozenset(("p", "div", "span", "strong", "b", "em", "h1", "h2", "h3", "h4", "h5", "h6"))

_SHARING_PAGE = re.compile(
    r"//(?:www\.)?(?:addtoany\.com/(?:share|add_to)|addthis\.com/bookmark|sharethis\.com/(?:item|share))", re.IGNORECASE
)
_LIKE_BUTTON = re.compile(r"//(?:www\.)?facebook\.com/(?:v[\d.]+/)?plugins/(?:like|likebox|share_button|send)\b")


def is_widget(element: _Element, _site: Site) -> bool:
    """Whether an element is small enough to be nothing but buttons."""
    return len("".join(element.itertext())) <= LARGEST_WIDGET


def leads_to_a_sharing_page(link: _Element, _site: Site) -> bool:
    """Whether a link opens the menu of AddToAny, AddThis or ShareThis, as in feeds, where nothing else marks it."""
    return _SHARING_PAGE.search(link.get("href", "")) is not None


def shows_a_like_button(frame: _Element, _site: Site) -> bool:
    """Whether an iframe is one of Facebook's buttons, and no post or video of Facebook."""
    return _LIKE_BUTTON.search(frame.get("src", "")) is not None


def ends_the_post(label: _Element, _site: Site) -> bool:
    """Whether nothing but such labels stands behind a label: its buttons are gone.

    Elsewhere the same words may be an author's heading.
    """
    if label.tag not in _BLOCKS_OF_TEXT or next(label.iterancestors("pre", "code", "table"), None) is not None:
        return False
    return all(" ".join(text.split()) in _LABELS for text in _WORDS_BEHIND(label))


_WORDS_BEHIND = XPath("following::text()[normalize-space()]")
_SHARE_LABELS = (
    *("Share this:", "Share This", "ShareThis", "Share/Bookmark", "Sharing is caring!", "Bookmark and Share"),
    "Pin It on Pinterest",
)
_LIKE_LABELS = ("Like this:", "Like Loading...", "Be the first to like this.")
_LABELS = frozenset((*_SHARE_LABELS, *_LIKE_LABELS))


def _classes(prefix: str, *parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("." + prefix + "".join(names) for names in product(*parts))


RULES: tuple[Rule, ...] = (
    drop(
        "share.jetpack",
        *(".sharedaddy", ".sd-sharing-enabled", ".sd-sharing", ".sd-social", "#jp-post-flair", "#sharing_email"),
        *(".share-customize-link", ".sharing-hidden", ".sharing-screen-reader-text"),
        *(".wp-block-jetpack-sharing-buttons", ".jetpack-sharing-button__button"),
        when=is_widget,
    ),
    drop("share.jetpack", "wp:jetpack/sharing-buttons", "wp:jetpack/sharing-button"),
    drop(
        "share.addtoany",
        *(".addtoany_share_save_container", ".addtoany_content", ".addtoany_shortcode", ".addtoany_list"),
        *(".addtoany_header", ".a2a_kit", ".a2a_menu", "a.a2a_dd", "a.addtoany_share_save", "#a2apage_dropdown"),
        when=is_widget,
    ),
    drop("share.addtoany", "[addtoany]"),
    drop(
        "share.addthis",
        *(".addthis_toolbox", ".addthis_inline_share_toolbox", ".addthis_inline_share_toolbox_above"),
        *(".addthis_inline_share_toolbox_below", ".addthis_sharing_toolbox", ".addthis_native_toolbox"),
        *(".addthis_default_style", ".addthis_counter", ".addthis_button", ".at-above-post", ".at-below-post"),
        *(".at-above-post-recommended", ".at-below-post-recommended", ".at-above-post-homepage"),
        *(".at-share-btn-elements", ".at-icon-wrapper", ".at-resp-share-element", "#at4-share", "#at-share-dock"),
        *_classes("addthis_button_", (*_ADDTHIS, *_ADDTHIS_MORE)),
        when=is_widget,
    ),
    drop("share.addthis", "[addthis]"),
    drop(
        "share.sharethis",
        *(".sharethis-inline-share-buttons", ".sharethis-inline-reaction-buttons", ".sharethis-inline-follow-buttons"),
        *(".sharethis-sticky-share-buttons", ".st-btn", ".stButton", "a.stbuttontext", "#sharethis_0"),
        *_classes("st_", _SHARETHIS, _STYLES),
        when=is_widget,
    ),
    unwrap("share.monarch", ".et_social_media_wrapper"),
    drop(
        "share.monarch",
        *(".et_social_inline", ".et_social_inline_top", ".et_social_inline_bottom", ".et_social_media"),
        *(".et_social_sidebar_networks", ".et_social_sidebar_networks_mobile", ".et_social_mobile"),
        *(".et_social_mobile_button", ".et_social_mobile_overlay", ".et_social_popup", ".et_social_flyin"),
        *(".et_social_pin_images_outer", ".et_social_networks", ".et_social_networks_modal", ".et_social_heading"),
        *(".et_social_totalcount", ".et_social_icons_container", ".et_social_bottom_trigger", ".et_social_shortcode"),
        when=is_widget,
    ),
    drop("share.monarch", "[et_social_share]", "[et_social_share_custom]", "[et_social_follow]"),
    drop("share.divi", ".et_pb_social_media_follow", ".et-social-icons", ".et_duplicate_social_icons", when=is_widget),
    drop("share.divi", "[et_pb_social_media_follow]", "[et_pb_social_media_follow_network]"),
    drop("share.link", "a", when=leads_to_a_sharing_page),
    drop("share.label", *map('"{}"'.format, _SHARE_LABELS), when=ends_the_post),
    drop(
        "like.jetpack",
        *(".jetpack-likes-widget-wrapper", ".sd-like", ".sd-like-enabled", ".likes-widget-placeholder"),
        *(".wpl-likebox", ".comment-likes", "#likes-other-gravatars", "#likes-master", ".wp-block-jetpack-like"),
        when=is_widget,
    ),
    drop("like.jetpack", "wp:jetpack/like"),
    drop("like.label", *map('"{}"'.format, _LIKE_LABELS), when=ends_the_post),
    drop("like.facebook", ".fb-like", ".fb-share-button", ".fb-send", ".fb-save", ".fb-like-box", when=is_widget),
    drop("like.facebook", "iframe", when=shows_a_like_button),
)
