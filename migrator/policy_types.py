"""Post types that are no documents: what a visitor of the site finds at no address of its own.

An export doesn't say which of a site's types are public. Those of WordPress and of widespread plugins are known by
name, from their plugins' `register_post_type`; a type that is unknown is taken for one with pages of its own.
"""

from __future__ import annotations

MERGED = {
    "attachment": "media.json",
    "nav_menu_item": "menus.json",
    "wp_navigation": "menus.json",
    "guest-author": "people.json",
}
"""Items that are no page of their own: the list of the archive that holds each."""

COUNTED = frozenset(
    # WordPress: versions, designs, caches, requests about personal data
    "revision customize_changeset wp_global_styles wp_template wp_template_part custom_css oembed_cache "
    "user_request wp_font_family wp_font_face "
    # definitions of fields and types: Advanced Custom Fields, Pods, Toolset, Meta Box
    "acf acf-field-group acf-field acf-post-type acf-taxonomy acf-ui-options-page "
    "_pods_pod _pods_group _pods_field _pods_template wp-types-group wp-types-user-group wp-types-term-group "
    "meta-box mb-post-type mb-taxonomy "
    # logs, queues, caches, styles and code of plugins
    "scheduled-action jp_img_sitemap jp_sitemap jp_sitemap_master jp_img_sitemap_index jp_vid_sitemap "
    "jp_vid_sitemap_index safecss edd_log give_log wp_log wp-rest-api-log redirect_rule polylang_mo rank_math_schema "
    "elementor_font elementor_icons elementor_snippet shop_webhook itsec-dashboard itsec-dash-card "
    # messages that visitors sent through forms
    "flamingo_inbound flamingo_outbound flamingo_contact feedback nf_sub wpcf7s happyforms-message".split()
)
"""Machinery of WordPress and its plugins (and messages that visitors sent): counted and reported, never written."""

PERSONAL = frozenset(
    # WooCommerce and its extensions, Easy Digital Downloads, GiveWP, Jetpack
    "shop_order shop_order_refund shop_order_placehold shop_subscription shop_coupon wc_booking wc_user_membership "
    "edd_payment edd_discount edd_license give_payment jp_pay_order "
    # The Events Calendar's tickets
    "tribe_rsvp_attendees tribe_tpp_attendees tribe_tpp_orders tec_tc_attendee tec_tc_order "
    # schools (LearnDash, LifterLMS, LearnPress): what students handed in and paid; jobs: who applied
    "sfwd-transactions sfwd-essays sfwd-assignment llms_order llms_transaction llms_coupon llms_voucher lp_order "
    "job_application".split()
)
"""Who bought, attended or handed in what. Most have statuses of their own, but some say "publish"."""

STATUSES = frozenset(("draft", "pending", "private", "future", "trash"))
"""Statuses that stand in the place of a type, beside a status "publish", in exports of other programs: Google's Blog
Converters write a draft so. WordPress shows no item of a type that nobody has registered."""

PARTS = frozenset(
    # forms
    "wpcf7_contact_form wpforms wpforms-template mc4wp-form everest_form happyform frm_form_actions frm_styles "
    "wpuf_forms wpuf_profile forminator_forms forminator_polls forminator_quizzes jet-form-builder sureforms_form "
    "kadence_form fusion_form "
    # saved parts and templates of page builders and themes
    "elementor_library elementor-hf et_pb_layout et_template et_theme_builder et_theme_options et_header_layout "
    "et_body_layout et_footer_layout fusion_template fusion_element fusion_tb_layout fusion_tb_section ct_template "
    "oxy_user_library bricks_template fl-builder-template fl-theme-layout vc4_templates vc_grid_item templatera "
    "brizy-global-block brizy-global-popup brizy-saved-block brizy-layout brizy-project brizy_template "
    "elementskit_template elementskit_content gp_elements astra-advanced-hook kadence_element ct_content_block "
    "oceanwp_library jet-menu jet-theme-core jet-popup "
    # sliders, tables, pop-ups, notices, mails, variants of a product
    "ml-slider ml-slide tablepress_table popup popup_theme cookielawinfo wpdiscuz_form bp-email "
    "product_variation".split()
)
"""Parts that pages are made of: forms, templates, sliders. Their settings hold addresses that mails go to."""
