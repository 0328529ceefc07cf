"""Shortcodes of page builders, and what each becomes.

Names and attributes are those of the builders' sources: Divi 4.27, WPBakery 5, Avada Builder 3.7; Enfold's, King
Composer's, Cornerstone's and Flatsome's of their documentation. `rules.pictures` has most pictures
and headings, `rules.embed_shortcodes` the players, `rules.share` Divi's profiles.
"""

from __future__ import annotations

from collections.abc import Mapping

from migrator.clean.rules.builders.media import film, frame, gallery, picture, place, slide
from migrator.clean.rules.builders.shapes import (
    Shape,
    bullets,
    button,
    card,
    each,
    heading,
    line,
    page_break,
    quotation,
    shape,
)

LAYOUT = """
    et_pb_section et_pb_row et_pb_row_inner et_pb_column et_pb_column_inner et_pb_specialty_column et_pb_text
    et_pb_accordion et_pb_tabs et_pb_slider et_pb_fullwidth_slider et_pb_counters et_pb_pricing_tables
    et_pb_video_slider et_pb_code et_pb_fullwidth_code
    vc_section vc_row vc_row_inner vc_column vc_column_inner vc_column_text vc_message vc_gutenberg
    fusion_builder_container fusion_builder_row fusion_builder_row_inner fusion_builder_column
    fusion_builder_column_inner fusion_text fusion_accordion fusion_tabs fusion_content_boxes fusion_flip_boxes
    fusion_testimonials fusion_images fusion_pricing_table fusion_pricing_row fusion_pricing_footer fusion_slider
    fusion_counters_box fusion_counters_circle fusion_alert fusion_table
    av_section av_layout_row av_one_full av_one_half av_one_third av_two_third av_one_fourth av_three_fourth
    av_one_fifth av_two_fifth av_three_fifth av_four_fifth av_cell_one_full av_cell_one_half av_cell_one_third
    av_textblock av_toggle_container av_tab_container av_codeblock av_notification av_promobox
    kc_row kc_row_inner kc_column kc_column_inner kc_column_text kc_tabs kc_accordion kc_box kc_wrap
    mk_page_section
    cs_section cs_row cs_column cs_element cs_content cs_text x_section x_container x_row x_column x_text
    x_content_band x_accordion x_tabs x_raw_content x_icon_list x_alert x_map
    ux_text ux_html ux_stack ux_slider ux_banner_grid
    tatsu_section tatsu_row tatsu_column tatsu_inner_row tatsu_inner_column tatsu_text tatsu_inline_text tatsu_code
""".split()
"""What stands in them stays; how wide and in which colour goes to the ledger."""

INLINE = "fusion_highlight fusion_dropcap fusion_tooltip fusion_popover".split()
"""Words within a line that look or behave in some way."""

TABBED = """
    vc_tta_tabs vc_tta_tour vc_tta_accordion vc_tta_pageable vc_tabs vc_tour vc_accordion vc_wp_text
""".split()
"""Layout that may have a title."""

DYNAMIC = """
    et_pb_blog et_pb_portfolio et_pb_filterable_portfolio et_pb_fullwidth_portfolio et_pb_post_slider
    et_pb_fullwidth_post_slider et_pb_shop et_pb_post_title et_pb_fullwidth_post_title et_pb_post_content et_pb_post_nav
    et_pb_comments et_pb_menu et_pb_fullwidth_menu et_pb_search et_pb_sidebar et_pb_login
    vc_posts_grid vc_posts_slider vc_basic_grid vc_masonry_grid vc_carousel vc_flickr vc_widget_sidebar
    vc_wp_search vc_wp_meta vc_wp_recentcomments vc_wp_calendar vc_wp_pages vc_wp_tagcloud vc_wp_custommenu
    vc_wp_posts vc_wp_categories vc_wp_archives vc_wp_rss
    fusion_blog fusion_recent_posts fusion_postslider fusion_portfolio fusion_widget_area fusion_menu fusion_search
    fusion_login fusion_register fusion_lost_password
    av_blog av_magazine av_sidebar av_comments_list
""".split()
"""What the live site fills from its database."""

LOOKS = """
    et_pb_divider et_pb_icon vc_separator vc_empty_space vc_zigzag vc_icon vc_raw_js fusion_separator
    fusion_section_separator fusion_fontawesome av_hr av_icon kc_spacing kc_divider mk_padding_divider mk_divider
    x_gap x_line x_clear x_icon tatsu_empty_space tatsu_divider tatsu_icon
""".split()
"""Lines, gaps, icons: nothing to read, as long as nothing stands in them."""

FORMS = """
    et_pb_contact_form et_pb_contact_field et_pb_signup et_pb_signup_custom_field fusion_form av_contact
    av_contact_field av_mailchimp
""".split()

FOLLOW = """
    fusion_social_links fusion_sharing av_social_share
    vc_facebook vc_tweetmeme vc_googleplus vc_pinterest x_share
""".split()
"""Profiles on other sites, and buttons to share a page there."""


def _named(names: str, made: Shape) -> dict[str, Shape]:
    return dict.fromkeys(names.split(), made)


_TITLED = shape(card, title="title tab_title heading", level="toggle_level header_level title_tag")

_DIVI = {
    **_named("et_pb_toggle et_pb_accordion_item et_pb_tab", _TITLED),
    "et_pb_blurb": shape(card, title="title", picture="image", alt="alt image_alt", link="url", level="header_level"),
    "et_pb_cta": shape(
        card, title="title", level="header_level", label="button_text", link="button_url link_option_url"
    ),
    "et_pb_button": shape(button, label="button_text", link="button_url"),
    "et_pb_slide": shape(
        card, title="heading", picture="image", alt="image_alt", label="button_text", link="button_link"
    ),
    "et_pb_fullwidth_header": shape(
        card,
        title="title",
        level="title_level",
        lines="subhead",
        picture="header_image_url logo_image_url",
        alt="image_alt_text logo_alt_text",
        buttons=(("button_one_text", "button_one_url"), ("button_two_text", "button_two_url")),
    ),
    "et_pb_audio": shape(film, film="audio", title="title"),
    "et_pb_testimonial": shape(
        quotation, speaker=("author", "job_title", "company_name"), picture="portrait_url", link="url"
    ),
    "et_pb_team_member": shape(card, title="name", lines="position", picture="image_url"),
    "et_pb_pricing_table": shape(
        card, title="title", lines="subtitle currency+sum+per", label="button_text", link="button_url"
    ),
    "et_pb_counter": shape(line, parts=("percent",)),
    **_named("et_pb_number_counter et_pb_circle_counter", shape(line, title="title", parts=("number",))),
    "et_pb_countdown_timer": shape(line, title="title", parts=("date_time",)),
    **_named("et_pb_map et_pb_fullwidth_map", shape(place, address="address")),
    "et_pb_map_pin": shape(place, title="title", address="pin_address"),
}

_WPBAKERY = {
    **_named("vc_tta_section vc_toggle vc_faq vc_tab vc_accordion_tab vc_text_separator", _TITLED),
    **dict.fromkeys(TABBED, shape(card, title="title")),
    **_named("vc_btn vc_button vc_button2", shape(button, label="title", link="link href")),
    **_named(
        "vc_cta vc_cta_button vc_cta_button2",
        shape(
            card,
            title="h2",
            level="font_container",
            lines="h4",
            text="call_text",
            label="btn_title title",
            link="btn_link link href",
        ),
    ),
    "vc_gmaps": shape(frame, code="link", title="title"),
    **_named("vc_media_grid vc_masonry_media_grid", shape(gallery, title="title", pictures="include")),
    "vc_hoverbox": shape(card, title="primary_title", lines="hover_title", picture="image"),
    "vc_progress_bar": shape(each, title="title", rows="values", each=shape(line, title="label", parts=("value",))),
    **_named(
        "vc_line_chart vc_round_chart",
        shape(each, title="title", rows="values", each=shape(line, title="title", parts=("value y_values",))),
    ),
    "vc_pie": shape(line, title="title", parts=("label_value value", "units")),
}

_AVADA = {
    **_named("fusion_toggle fusion_tab fusion_modal fusion_pricing_column", _TITLED),
    "fusion_title": shape(
        heading, before="before_text", title="highlight_text", after="after_text", level="size", link="link_url"
    ),
    "fusion_button": shape(button, link="link", label="title"),
    "fusion_image": shape(picture, picture="image_id image", alt="alt", link="link", caption="image_caption"),
    "fusion_slide": shape(slide, alt="alt", link="link"),
    "fusion_soundcloud": shape(film, film="url"),
    "fusion_video": shape(film, film="video video_webm", poster="preview_image"),
    "fusion_audio": shape(film, film="src"),
    "fusion_content_box": shape(card, title="title", picture="image", label="linktext", link="link"),
    "fusion_flip_box": shape(card, title="title_front", lines="text_front title_back"),
    "fusion_testimonial": shape(quotation, speaker=("name", "company"), picture="image", link="link"),
    "fusion_person": shape(card, title="name", lines="title", picture="picture", link="pic_link"),
    "fusion_tagline_box": shape(card, title="title", text="description", label="button", link="link"),
    "fusion_checklist": shape(bullets, tag="ul"),
    "fusion_li_item": shape(bullets, tag="li"),
    "fusion_pricing_price": shape(line, parts=("currency", "price"), then="time"),
    "fusion_counter_box": shape(line, parts=("unit_pos", "value", "unit")),
    "fusion_counter_circle": shape(line, parts=("value",)),
    "fusion_progress": shape(line, parts=("percentage", "unit")),
    "fusion_map": shape(place, address="address", text="infobox_content"),
    "fusion_builder_next_page": shape(page_break),
}

_ENFOLD = {
    **_named("av_toggle av_tab av_tab_sub_section av_icon_box av_slide_full av_content_slide", _TITLED),
    "av_heading": shape(heading, title="heading", level="tag", link="link"),
    **_named("av_button av_button_big", shape(button, label="label", link="link")),
    "av_testimonial_single": shape(quotation, speaker=("name", "subtitle"), picture="src", link="link"),
    "av_team_member": shape(card, title="name", lines="job", picture="src", text="description"),
    "av_progress_bar": shape(line, title="title", parts=("progress",)),
}

_OTHERS = {
    **_named("kc_tab kc_accordion_tab x_accordion_item x_tab", _TITLED),
    "kc_title": shape(heading, title="text", level="type"),
    "kc_button": shape(button, label="text_title", link="link"),
    "kc_video_play": shape(film, film="video_link", title="title"),
    "kc_testimonial": shape(quotation, text="desc", speaker=("title", "position"), picture="image"),
    **_named("x_custom_headline x_feature_headline cs_headline", shape(heading, level="level")),
    "x_image": shape(picture, picture="src", alt="alt", link="href"),
    "x_button": shape(button, link="href"),
    "x_video_embed": shape(film, film="src"),
    "x_icon_list_item": shape(bullets, tag="li"),
    "x_skill_bar": shape(line, title="heading", parts=("percent bar_text",)),
    "x_callout": shape(card, title="title", text="message", label="button_text", link="href"),
    "x_promo": shape(card, picture="image", alt="alt"),
    "x_testimonial": shape(quotation, speaker=("author", "sub_author")),
    "ux_image": shape(picture, picture="id", link="link"),
    "ux_video": shape(film, film="url"),
    "ux_banner": shape(card, picture="bg", link="link"),
    "tatsu_image": shape(picture, picture="id image", alt="alt", link="link"),
    "tatsu_button": shape(button, label="button_text", link="url"),
    "tatsu_video": shape(film, film="url source"),
}

_LABELLED = dict.fromkeys(LOOKS, _TITLED)

SHORTCODES: Mapping[str, Shape] = {**_LABELLED, **_DIVI, **_WPBAKERY, **_AVADA, **_ENFOLD, **_OTHERS}
"""What each module becomes, by the name of its shortcode."""

HEADINGS: Mapping[str, Shape] = _named("vc_custom_heading", shape(heading, level="heading_semantic font_container"))
"""Headings whose words stand in them; those with words in an attribute are `rules.pictures`'."""

GALLERIES: Mapping[str, Shape] = _named(
    "vc_gallery vc_images_carousel", shape(gallery, title="title", pictures="custom_srcs")
)
"""Galleries of addresses; those of the media library are `rules.pictures`'."""
