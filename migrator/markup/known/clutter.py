"""Shortcodes that stand for what plugins put around an article: buttons, boxes, forms, ways on."""

from __future__ import annotations

NAMES = tuple(
    """
    ai_banner bcn_display cookie_accept cookie_audit cookie_link cookie_reject cookie_settings cookies_revoke
    delete_cookies dkpdf-button donotemail donotprint email_link fusion_breadcrumbs molongui_author_box
    novashare_inline_content paypal_donation_button pdfprnt ppma_author_box print_link printfriendly
    publishpress_authors_box rank_math_breadcrumb rt_reading_time simpay simple-author-box snoadrotate starbox
    tptn_views wpadsense wpedon wpseo_breadcrumb
    """.split()
)
"""Names that no one writes in brackets as a word."""
