"""Share and like buttons that plugins and themes add to what an author wrote."""

from __future__ import annotations

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.buttons import ENDPOINTS, holds_only_buttons, widget_of
from migrator.clean.lines import label_of, line_of, little_prose, shorter_than
from migrator.clean.rule import Rule, drop, drop_beside, rewrite, unwrap
from migrator.clean.rules.share_systems import LIKES, SYSTEMS, THEMES, WRAPPERS
from migrator.clean.rules.texts import LIKE_LABELS, SHARE_LABELS, SHARE_NOTICES, SHARE_WORDS
from migrator.clean.rules.translations_buttons import CLICK_TO_SHARE, NEW_WINDOW
from migrator.clean.wording import quoted
from migrator.markup.html import tag_of
from migrator.markup.text import folded_text
from migrator.site import Site

LARGEST_WIDGET = 500
"""Characters outside links in the largest widget: on 294 saved pages 228, in Jetpack's form to send by e-mail. One with
more has swallowed part of the article, because a tag was never closed."""

LONGEST_COUNT = 60
"""Characters of a theme's like button with its count."""

_has_little = little_prose(LARGEST_WIDGET)


def is_widget(element: _Element, site: Site) -> bool:
    """Whether an element has so little text outside links that it is nothing but a widget, and no author's picture."""
    return _has_little(element, site) and not any(map(_is_own, element.iter("img")))


def _is_own(img: _Element) -> bool:
    return "wp-image-" in img.get("class", "")


def is_buttons(element: _Element, _site: Site) -> bool:
    """Whether an element holds buttons and nothing of weight; themes' classes are common words."""
    return holds_only_buttons(element)


def tweet(element: _Element, _site: Site) -> _Element | None:
    """A sentence that a reader may tweet with a click: the words are the author's, the button is not."""
    said = next((node for node in element.iterdescendants(Element) if _classes(node) & _SAID), None)
    if said is None:
        return element
    while len(said) == 1 and tag_of(said[0]) and not (said.text or "").strip() and not (said[0].tail or "").strip():
        said = said[0]
    return figures.filled(Element("blockquote"), said)


def _classes(node: _Element) -> set[str]:
    return set(node.get("class", "").split())


def title_of(element: _Element, site: Site) -> _Element | None:
    """The line that says where a button leads, and that a window opens."""
    return line_of(element, site) if folded_text(element).endswith(NEW_WINDOW) else None


_TWEETS = ".swp_CTT .bctt-click-to-tweet .tm-click-to-tweet .dpsp-click-to-tweet"
_SAID = frozenset("sw-ctt-text bctt-ctt-text tm-ctt-text dpsp-click-to-tweet-content".split())

_SHORTCODES = {
    "addthis": "[addthis]",
    "addtoany": "[addtoany]",
    "easy-social": "[easy-social-share] [easy-social-share-buttons] [essb] [easy-social-like] [easy-profiles]",
    "feather": "[feather_share] [feather_follow]",
    "floating-bar": "[fsb-social-bar]",
    "grow": "[socialpug_share] [socialpug_follow] [hubbub_share] [hubbub_save_this]",
    "jetpack": "wp:jetpack/sharing-buttons wp:jetpack/sharing-button",
    "mashshare": "[mashshare]",
    "novashare": "[novashare_inline_content] wp:novashare/share",
    "monarch": "[et_social_share] [et_social_share_custom] [et_social_follow]",
    "really-simple": "[really_simple_share]",
    "sassy": "[Sassy_Social_Share]",
    "scriptless": "[scriptless]",
    "shareaholic": "[shareaholic]",
    "shariff": "[shariff] [shariffmeta]",
    "simple-share-buttons": "[ssba] [ssba-buttons] [ssba_hide]",
    "social-warfare": "[social_warfare] [socialWarfare]",
    "super-socializer": "[TheChamp-Sharing] [TheChamp-Counter] [TheChamp-Login] [TheChamp-FB-Comments]",
    "tweetmeme": "[tweetmeme]",
    "ultimate": "[DISPLAY_ULTIMATE_SOCIAL_ICONS] [DISPLAY_ULTIMATE_PLUS] [USM_form]",
    "wp-socializer": "[wpsr_share_icons] [wpsr_follow_icons]",
    "divi": "[et_pb_social_media_follow] [et_pb_social_media_follow_network]",
}
"""Shortcodes and blocks that stand for buttons and hold no words."""

RULES: tuple[Rule, ...] = (
    unwrap("share.wrapper", *WRAPPERS.split()),
    rewrite("share.click-to-tweet", *_TWEETS.split(), using=tweet),
    drop("share.click-to-tweet", ".wp-block-coblocks-click-to-share__link"),
    *(drop(f"share.{name}", *keys.split(), when=is_widget) for name, keys in SYSTEMS.items()),
    *(drop(f"share.{name}", *keys.split()) for name, keys in _SHORTCODES.items()),
    drop("share.theme", *THEMES.split(), when=is_buttons),
    drop("share.link", *(f"a@{place}" for place in ENDPOINTS), "a@?share=", taking=widget_of),
    drop("share.label", *quoted(SHARE_NOTICES), taking=line_of),
    drop("share.label", *quoted(SHARE_LABELS), taking=label_of),
    drop_beside("share.label", *quoted(SHARE_LABELS), taking=line_of),
    drop("share.label", *quoted(f"{text} {{}}" for text in CLICK_TO_SHARE), taking=title_of),
    drop_beside("share.word", *quoted(SHARE_WORDS), taking=line_of),
    *(drop(f"like.{name}", *keys.split(), when=is_widget) for name, keys in LIKES.items()),
    drop("like.jetpack", "wp:jetpack/like"),
    drop("like.theme", ".post-like", ".simple-like", ".sl-wrapper", ".lp-like", when=shorter_than(LONGEST_COUNT)),
    drop("like.label", *quoted(LIKE_LABELS), taking=label_of),
)
