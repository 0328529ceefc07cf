"""Shortcodes of Jetpack, WordPress.com and all other plugins and themes."""

from __future__ import annotations

PREFIXES = tuple(
    """
    et_social_ su_ wpv- woocommerce_ wpsc_ edd_ pmpro_ wlm_ tribe_ ngg_ jetpack_ wpcom- forminator_ learndash_
    buddypress_
    """.split()
)
"""How the names of large plugins' shortcodes begin."""

RAW = tuple("raw raw_html".split())
"""Their content is HTML that gets no paragraphs and in which no shortcode is run."""

JETPACK = tuple(
    """
    archives blogroll contact-field contact-form display-posts gravatar grofile jetpack-email-subscribe
    jetpack-related-posts mailchimp_subscriber_popup recipe-directions recipe-image recipe-ingredients recipe-notes
    recipe-nutrition sitemap slideshow untappd-menu upcomingevents wordads
    """.split()
)
"""Registered by Jetpack and WordPress.com; no one writes them in brackets as a word."""

NAMES = tuple(
    """
    TheChamp-Counter TheChamp-FB-Comments TheChamp-Login TheChamp-Sharing TheTweet Sassy_Social_Share
    accordion-item accordion_item add_to_cart addthis addtoany adinserter adrotate amazonproduct audioclip author_box
    bctt bibtex caldera_form catlist category-posts click_to_tweet co-authors contact-form-7 ctt display_podcast
    easy-tweet easyazon_link easyrotator efn_note envira-gallery events-calendar events_list fb-like fluentform
    foogallery footnotes_list formidable give_form gravityform gravityforms huge_it_gallery ics_calendar ifso
    imagebrowser infobox insert_php layerslider likebtn list-posts mappress masterslider mc4wp_form media-credit
    metaslider mfn ml-slider modern_footnote modula nggallery ninja_form ninja_forms ninja_tables one_fourth
    one_fourth_last one_half one_half_last one_third one_third_last photo_gallery portfolio_slideshow pullquote quads
    read_more readmore recent-posts reflist related_posts rev_slider s2If sharify shareaholic showhide singlepic
    smartslider3 snoadrotate_group social_warfare socialWarfare soliloquy ssba ssba-buttons ssba_hide ss_player
    supsystic-tables tagcloud the_ad three_fourth three_fourth_last tweet_this tweetthis two_third two_third_last wds
    wonderplugin_slider wp_google_maps wp_show_posts wpdatatable wpdm_package wpfilebase wpforms wpgmza yop_poll
    zotpressInText toc hr clear spacer divider
    """.split()
)
"""Names that no one writes in brackets as a word."""

WORDS = tuple(
    """
    accordion ad ads ai alert amazon answer author blockquote box btn button col collapse column columns download
    dropcap event expand fn footnote footnotes fullwidth highlight infographic intro item lead link list map member
    module newsletter note notice portfolio posts presentation private product products question quiz quote ratings
    recipe ref references related restrict row schedule section sidebar slide slider spoiler standings roster table tab
    tabs team testimonial testimonials toggle tooltip unsubscribe
    """.split()
)
"""Names that are words: they count only with attributes or a closing tag."""
