"""Advertisements that a plugin or a theme puts between an author's paragraphs, and pixels that count readers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from migrator.clean.lines import is_heading, line_of, little_prose, prose_in
from migrator.clean.rule import Rule, drop, drop_beside
from migrator.clean.rules.embeds import frame_address
from migrator.clean.rules.texts import AD_NOTICES, AD_WORDS
from migrator.clean.targets import find
from migrator.clean.wording import quoted
from migrator.site import Site

LARGEST_AD = 300
"""Characters outside links in the largest slot: on 294 saved pages 77."""

LITTLE = 120
"""The same where the class is a common word: on 294 saved pages 56. More is an author's."""

SYSTEMS: Mapping[str, str] = {
    "google": """
        .adsbygoogle .google-auto-placed #google_ads_* #div-gpt-ad* iframe@doubleclick.net
        iframe@googlesyndication.com img@doubleclick.net
    """,
    "advanced-ads": ".advads-*",
    "quads": ".quads-location .quads-ad*",
    "wordads": "#wordads-preview-parent .wordads-ad .wpcnt .wpa-about",
    "newspaper": ".td-a-rec .td-g-rec .td-adspot-title .tdc-ad",
    "sno": ".sno-ad .sno_adrotate #storypageadwrap .leaderboardwrap",
    "newspack": ".newspack_global_ad .scaip .scaip-sidebar",
    "network": ".teads .ezoic-ad #ezoic-pub-ad* .mv-ad-box .adthrive-ad .raptive .vuukle-powerbar",
}
"""Keys of the slots by who makes them."""

_SLOTS = (
    *".ad-wrapper .ad-container .ad-unit .ad-slot .adsense .banner-ad .advertisement .advertising".split(),
    *(".ai_widget", ".ai-viewports", '.a-single[class*=" a-"]', '.g[class^="g g-"]'),
)
_SHORTCODES = """
    [adinserter] [adrotate] [the_ad] [the_ad_group] [the_ad_placement] [quads] [snoadrotate_group]
    [snoadrotate] [ai_banner] [wpadsense] wp:newspack-ads/ad-unit wp:advanced-ads/ad
"""

_PIXELS = """
    img@pixel.wp.com img@stats.wordpress.com img@met.vgwort.de img@vgwort.de/na/ img@assoc-amazon.com/e/ir
    img@amazon-adsystem.com/e/ir img@blogger.com/tracker img@facebook.com/tr? img@quantserve.com img@statcounter.com
    img@tracking.feedpress.it img@counter.theconversation.com img@counter.theconversation.edu.au
    img@pixel.propublica.org img@google-analytics.com img#wpstats
"""

_AD_INSERTER = re.compile(r"\bcode-block-\d+\b")


def is_slot(element: _Element, _site: Site) -> bool:
    """Whether an element whose class is a common word holds little prose, no code, no caption, and is no heading."""
    has_content = next(element.iter("pre", "code", "figcaption"), None) is not None
    return not (has_content or is_heading(element)) and prose_in(element) <= LITTLE


def is_inserted(element: _Element, site: Site) -> bool:
    """Whether a `.code-block` is Ad Inserter's, which numbers its blocks and spaces them; others show code."""
    numbered = _AD_INSERTER.search(element.get("class", "")) is not None
    return numbered and "margin" in element.get("style", "") and is_slot(element, site)


def is_pixel(img: _Element, _site: Site) -> bool:
    """Whether a picture is a pixel that no one sees; WordPress says so of drawings (SVG), too."""
    source, classes = img.get("src", ""), img.get("class", "")
    is_upload = "/uploads/" in source or ".svg" in source or "wp-image-" in classes or "attachment-" in classes
    is_held_back = any(name.startswith("data-") or name == "srcset" for name in img.attrib)
    return source.startswith(("http", "//")) and not (is_upload or is_held_back or img.get("alt", "").strip())


def is_counter(frame: _Element, _site: Site) -> bool:
    """Whether a frame that no one sees shows nothing of a known provider; a player may be resized by a script."""
    return find(frame_address(frame)) is None


is_small = little_prose(LARGEST_AD)

RULES: tuple[Rule, ...] = (
    *(drop(f"ads.{name}", *keys.split(), when=is_small) for name, keys in SYSTEMS.items()),
    drop("ads.ad-inserter", ".code-block", when=is_inserted),
    drop("ads.slot", *_SLOTS, when=is_slot),
    drop("ads.shortcode", *_SHORTCODES.split()),
    drop("ads.label", *quoted(AD_NOTICES), taking=line_of),
    drop_beside("ads.word", *quoted(AD_WORDS), taking=line_of),
    drop("tracking.counter", *_PIXELS.split()),
    drop("tracking.pixel", "img[width=1][height=1]", "img[width=0][height=0]", when=is_pixel),
    drop("tracking.counter", "iframe@googletagmanager.com/ns.html"),
    drop("tracking.pixel", "iframe[width=1][height=1]", "iframe[width=0][height=0]", when=is_counter),
)
