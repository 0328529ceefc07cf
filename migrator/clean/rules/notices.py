"""Banners on cookies and what PHP says of its own faults."""

from __future__ import annotations

from lxml.etree import _Element

from migrator.clean.lines import is_heading, line_of, little_prose
from migrator.clean.rule import Rule, drop
from migrator.clean.rules.texts import COOKIE_NOTICES
from migrator.clean.wording import quoted
from migrator.site import Site

_BANNERS = """
    #cookie-law-info-bar #cookie-law-info-again #cliSettingsPopup .cli-modal #cookie-notice .cookie-notice-container
    #BorlabsCookieBox #BorlabsCookieBoxWrap #cmplz-cookiebanner-container .cmplz-cookiebanner .cookie-revoke-container
    .widget_eu_cookie_law_widget #eu-cookie-law #catapult-cookie-bar #moove_gdpr_cookie_info_bar
    #moove_gdpr_cookie_modal #cookieConsent .cookieConsent #gdpr-cookie-message #CybotCookiebotDialog
    #onetrust-consent-sdk .cc-window .cky-consent-container #usercentrics-root #tarteaucitronRoot .wpgdprc
    #qc-cmp2-container #didomi-host #iubenda-cs-banner #real-cookie-banner .cookie-bar #cookie-bar #cookiebar
    .cookie-banner #cookie-law-bar
"""
_SHORTCODES = """
    [cookie_accept] [cookie_audit] [cookie_link] [cookie_reject] [cookie_settings] [cookies_revoke] [delete_cookies]
"""
LARGEST_BANNER = 10_000
"""Characters outside links in the largest banner: on 294 saved pages 5,300, all its partners listed."""

_is_small = little_prose(LARGEST_BANNER)


def is_banner(element: _Element, site: Site) -> bool:
    """Whether an element can be a banner: no heading with such an anchor, no whole page."""
    return not is_heading(element) and _is_small(element, site)


RULES: tuple[Rule, ...] = (
    drop("notice.cookies", *_BANNERS.split(), when=is_banner),
    drop("notice.cookies", *quoted(COOKIE_NOTICES), taking=line_of),
    drop("notice.cookies", *_SHORTCODES.split()),
    drop("notice.php", ".xdebug-error"),
)
