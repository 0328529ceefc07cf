"""What plugins and themes call their share and like buttons."""

from __future__ import annotations

from collections.abc import Mapping

SYSTEMS: Mapping[str, str] = {
    "jetpack": """
        .sharedaddy .sd-sharing-enabled .sd-sharing .sd-social #jp-post-flair #sharing_email .share-customize-link
        .sharing-hidden .sharing-screen-reader-text .wp-block-jetpack-sharing-buttons .wp-block-jetpack-sharing-button
        .jetpack-sharing-button__button
    """,
    "addtoany": """
        .addtoany_share_save_container .addtoany_content .addtoany_shortcode .addtoany_list .addtoany_header .a2a_kit
        .a2a_menu a.a2a_dd a.addtoany_share_save #a2apage_dropdown
    """,
    "addthis": """
        .addthis_toolbox .addthis_inline_share_toolbox* .addthis_sharing_toolbox .addthis_native_toolbox
        .addthis_default_style .addthis_counter .addthis_button .addthis_button_* .at-above-post* .at-below-post*
        .at-share-btn-elements .at-icon-wrapper .at-resp-share-element #at4-share #at-share-dock
    """,
    "sharethis": """
        .sharethis-inline-* .sharethis-sticky-share-buttons .st-btn .stButton a.stbuttontext #sharethis_*
        span.st_*[st_url] span.st_*[displaytext] .st_facebook* .st_twitter* .st_sharethis* .st_email* .st_plusone*
        .st_fblike* .st_pinterest* .st_linkedin* .st_googleplus* .st_reddit* .st_tumblr* .st_whatsapp*
    """,
    "shareaholic": """
        .shareaholic-canvas .shareaholic-share-buttons-container .shareaholic-service
        .shareaholic-recommendations-container
    """,
    "sexybookmarks": ".shr-bookmarks .sexy-bookmarks .shr_class .shareaholic-like-buttonset* .shr-publisher",
    "social-warfare": """
        .swp_social_panel .nc_socialPanel .nc_socialPanelSide .nc_tweetContainer .swp-hidden-panel-wrap
        .swp-content-locator .sw-tweet-clear .swp_floating_panel
    """,
    "sassy": """
        .heateor_sss_sharing_container .heateor_sss_sharing_ul .heateor_sss_sharing_title .heateorSssClear
        .heateor_sss_bottom_sharing .heateor_sssp_sharing_container
    """,
    "super-socializer": """
        .the_champ_sharing_container .the_champ_sharing_ul .the_champ_counter_container .theChampSharing
        .the_champ_login_container .theChampClear
    """,
    "simple-share-buttons": ".ssba .ssba-wrap .ssba-classic-2 .ssba-modern-2 .ssbp-wrap .ssbp-list #ssba-*",
    "monarch": """
        .et_social_inline .et_social_inline_top .et_social_inline_bottom .et_social_media .et_social_sidebar_networks
        .et_social_sidebar_networks_mobile .et_social_mobile .et_social_mobile_button .et_social_mobile_overlay
        .et_social_popup .et_social_flyin .et_social_pin_images_outer .et_social_networks .et_social_networks_modal
        .et_social_heading .et_social_totalcount .et_social_icons_container .et_social_bottom_trigger
        .et_social_shortcode
    """,
    "divi": ".et_pb_social_media_follow .et-social-icons .et_duplicate_social_icons #et-info",
    "mashshare": ".mashsb-container .mashsb-box .mashsb-buttons .mashsb-count",
    "ultimate": """
        .sfsi_widget .sfsi_Sicons .sfsi_wDiv .sfsiplus_footerLnk .sfsi_plus_widget .sfsi_responsive_icons
        .sfsi_outr_div #sfsi_floater .sfsibeforpstwpr .sfsiaftrpstwpr .sfsi_subscribe_Popinner .sfsi_footerLnk
    """,
    "grow": """
        .dpsp-content-wrapper .dpsp-networks-btns-wrapper #dpsp-content-top #dpsp-content-bottom
        #dpsp-floating-sidebar #dpsp-sticky-bar .dpsp-share-text .dpsp-total-share-wrapper .dpsp-pop-up
        .hubbub-save-this-wrap .dpsp-pin-it-button
    """,
    "easy-social": """
        .essb_links .essb_links_list .essb_displayed_sidebar .essb_break_scroll .essb-fc-grid .essb_native_buttons
        .essb-pinterest-pro-content-marker .essb-click-to-tweet-via
    """,
    "scriptless": ".scriptlesssocialsharing .scriptlesssocialsharing-buttons .scriptlesssocialsharing__buttons",
    "getsocial": ".getsocial .gs-inline-group .gs-native-bar",
    "wp-socializer": ".wp-socializer .wpsr-share-icons .wpsr-buttons .socializer",
    "really-simple": ".really_simple_share .really_simple_share_*",
    "digg-digg": """
        .dd_post_share .dd_outer .dd_inner #dd_ajax_float .dd_buttons .dd_button .dd_button_v .dd_button_extra_v
    """,
    "sociable": ".sociable .sociable_tagline .sociable_post",
    "tweetmeme": ".tweetmeme_button iframe@tweetmeme.com/button.js img@tweetmeme.com/imagebutton.gif",
    "sharebar": "#sharebar #sharebarx ul.sharebar",
    "floating-bar": "#fsb-social-bar .fsb-social-bar",
    "feather": ".synved-social-container a.synved-social-button .synved-social-credit",
    "floating-sidebar": "#csbwfs-delaydiv .csbwfs-social-widget #socialButtonOnPage #csbwfs-social-inner",
    "shariff": ".shariff .ShariffSC .shariff-buttons",
    "newspaper": """
        .td-post-sharing .td-post-sharing-top .td-post-sharing-bottom .td-ps-bg .tdb_single_post_share
        .td-social-sharing-hidden .td_social_sharing_article_top .td_social_sharing_article_bottom .td-social-network
    """,
    "twitter": """
        a.twitter-share-button a.twitter-follow-button a.twitter-mention-button a.twitter-hashtag-button
        iframe.twitter-share-button iframe@platform.twitter.com/widgets/tweet_button
        iframe@platform.twitter.com/widgets/follow_button
    """,
    "google": ".g-plusone .g-plus g-plusone .g-follow .g-person .g-page",
    "pinterest": """
        a.pin-it-button .pin-it-btn-wrapper .pin-it-btn-wrapper-shortcode
        .pinit-button img.pinit .xc_pinterest
    """,
    "linkedin": ".IN-widget .li-connect-widget .flattr-button a.FlattrButton .buffer-add-button .vgwort-share",
    "reblog": "#wpcom-reblog",
}
"""Keys of the buttons by who makes them. What wraps an article's own pictures or words is not among them."""

WRAPPERS = """
    .et_social_media_wrapper .dpsp-pin-it-wrapper .pibfi_pinterest .ns-pinterest-image .pf-content
"""
"""What plugins wrap an article or its pictures in, to show a button over them."""

THEMES = """
    .social-share .share-buttons .share-links .share-bar .social-sharing .post-share .entry-share .article-share
    .share-post .post-sharing .sharing-buttons .share-box .single-share .jeg_share_button .jeg_share_top_container
    .jeg_share_bottom_container .mvp-post-soc-wrap .cb-post-share .penci-post-share .bs-share .share-handler
    .elementor-widget-share-buttons .e-share-btn .fusion-sharing-box .tm-share .simple-share .genesis-share
    .rrssb-buttons .newspack-share .tie-share-buttons .share-buttons-bottom .kiwi-share-bar .wpusb .juiz_sps_links
    .apss-social-share .heateor .social_share .socialshare .social-buttons .sno-social .sno-story-sharing .post-social
    .ns-buttons .ns-inline .ns-floating .ns-share-cta
"""
"""Classes of themes' buttons; the words are common, so what has them is looked at."""

LIKES: Mapping[str, str] = {
    "jetpack": """
        .jetpack-likes-widget-wrapper .sd-like .sd-like-enabled .likes-widget-placeholder .wpl-likebox .comment-likes
        #likes-other-gravatars #likes-master .wp-block-jetpack-like iframe@widgets.wp.com/likes
    """,
    "facebook": """
        .fb-like .fb-share-button .fb-send .fb-save .fb-like-box .fb-follow .fb-page #fb-root
        iframe@facebook.com/plugins/like iframe@facebook.com/plugins/likebox iframe@facebook.com/plugins/share_button
        iframe@facebook.com/plugins/send iframe@facebook.com/widgets/like
    """,
    "ulike": """
        .wpulike .wp_ulike_general_class .wp_ulike_btn .zilla-likes .kk-likeme .likebtn_container .td-post-like
    """,
}
