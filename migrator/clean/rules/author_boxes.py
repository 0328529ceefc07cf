"""Boxes about the author that a plugin prints under each post; the same words stand in the author's profile."""

from __future__ import annotations

from collections.abc import Mapping

from migrator.clean.lines import line_of, little_prose
from migrator.clean.rule import Rule, drop
from migrator.clean.wording import quoted

LARGEST_BOX = 2000
"""Characters outside links in the largest box: on 294 saved pages 657."""

SYSTEMS: Mapping[str, str] = {
    "molongui": ".molongui-author-box .m-a-box",
    "starbox": ".abh_box .starbox",
    "simple": ".saboxplugin-wrap",
    "publishpress": ".pp-multiple-authors-boxes-wrapper .ppma-author-box",
    "fanciest": ".ts-fab-wrapper .fn-author-box",
    "about-author": ".wp-about-author-containter-top .wp-about-author-containter-bottom",
    "biographia": ".wp-biographia-container-around .wp-biographia-container-top .wp-biographia-container-bottom",
    "newspaper": ".tdb_single_author_box .jeg_authorbox .cb-author-box",
}

_SHORTCODES = "[ppma_author_box] [publishpress_authors_box] [molongui_author_box] [simple-author-box] [starbox]"
_NOTICES = ("Latest posts by {} (see all)", "View all posts by {}", "See all posts by {}", "View more posts by {}")

RULES: tuple[Rule, ...] = (
    *(drop(f"author-box.{name}", *keys.split(), when=little_prose(LARGEST_BOX)) for name, keys in SYSTEMS.items()),
    drop("author-box.shortcode", *_SHORTCODES.split()),
    drop("author-box.label", *quoted(_NOTICES), taking=line_of),
)
"""What a theme prints about the author (`.author-box`, `.author-info`, `.byline`) is read as people's, not here."""
