"""Buttons that ask to follow the site elsewhere."""

from __future__ import annotations

from migrator.clean.lines import label_of, line_of, little_prose
from migrator.clean.rule import Rule, drop, drop_beside
from migrator.clean.rules.texts import FOLLOW_LABELS, FOLLOW_WORDS
from migrator.clean.wording import quoted

LARGEST = 150
"""Characters outside links in the largest row of such buttons: on 294 saved pages 24."""

_WIDGETS = """
    .widget_wpcom_social_media_icons_widget .simple-social-icons .widget_facebook_likebox .lsi-social-icons
    .social-navigation .jetpack-social-navigation .elementor-widget-social-icons .tdm_block_socials .td-footer-social
    .subscribe-and-follow .largo-follow .newspack-follow-on-x
"""

RULES: tuple[Rule, ...] = (
    drop("follow.widget", *_WIDGETS.split(), when=little_prose(LARGEST)),
    drop("follow.label", *quoted(FOLLOW_LABELS), taking=label_of),
    drop_beside("follow.word", *quoted(FOLLOW_WORDS), taking=line_of),
)
"""A staff page's own list of profiles (`wp:social-links`) is content."""
