"""Shortcodes of page builders: most are known by how their names begin."""

from __future__ import annotations

PREFIXES = tuple(
    """
    et_pb_ vc_ fusion_ av_ kc_ mk_ ult_ bsf- nectar_ td_block_ tdb_ tve_ thrive_ mpce_ fl_builder_ themify_ elementor-
    vcex_ mkdf_ qode_ edgtf_ eltdf_ tatsu_
    """.split()
)
"""How the names of a builder's shortcodes begin. Nothing that may begin a word or a formula ("x_")."""

RAW = tuple("et_pb_code et_pb_fullwidth_code".split())
"""Their content is HTML that gets no paragraphs and in which no shortcode is run."""

ENCODED = tuple("vc_raw_html vc_raw_js fusion_code kc_raw_code dslc_module dslc_module_output".split())
"""Their content is base64 text."""

NAMES = tuple(
    """
    image_with_animation ux_banner ux_banner_grid ux_gallery ux_html ux_image ux_slider ux_stack ux_text ux_video
    x_blockquote
    """.split()
)
"""Names that no one writes in brackets as a word and no prefix tells."""

WORDS = tuple(
    """
    cs_column cs_content cs_element cs_headline cs_row cs_section cs_text x_accordion x_accordion_item x_alert x_button
    x_callout x_clear x_column x_container x_content_band x_custom_headline x_feature_headline x_gap x_icon x_icon_list
    x_icon_list_item x_image x_line x_map x_promo x_raw_content x_row x_section x_share x_skill_bar x_tab x_tabs
    x_testimonial x_text x_video_embed
    """.split()
)
"""Names that are words, or look like what has an index: they count only with attributes or a closing tag."""
