"""Modules that other builders keep in postmeta, and what each becomes.

Beaver Builder's, SiteOrigin's, Brizy's are those of their sources and real exports; those of Bricks, Oxygen and Themify
are after what is publicly known.
"""

from __future__ import annotations

from collections.abc import Mapping

from migrator.clean.rules.builders.common import DYNAMIC, HTML, LAYOUT, named, sections
from migrator.clean.rules.builders.media import film, gallery, picture, place
from migrator.clean.rules.builders.shapes import (
    Shape,
    button,
    card,
    each,
    heading,
    line,
    listed,
    quotation,
    rule,
    shape,
    text,
)

BEAVER: Mapping[str, Shape] = {
    **named("beaver", "row column-group column", LAYOUT),
    "beaver/rich-text": shape(text, text="text"),
    "beaver/heading": shape(heading, title="heading", link="link", level="tag"),
    "beaver/html": HTML,
    "beaver/photo": shape(picture, picture="data photo photo_src photo_url", caption="caption", link="link_url"),
    "beaver/video": shape(film, film="video data.url", text="embed_code"),
    "beaver/audio": shape(film, film="link audio data.url"),
    **named("beaver", "gallery slideshow", shape(gallery, pictures="photo_data photos")),
    "beaver/callout": shape(
        card, picture="photo photo_src", title="title", text="text", label="cta_text", link="link", level="title_tag"
    ),
    "beaver/cta": shape(card, title="title", text="text", label="btn_text", link="btn_link", level="title_tag"),
    "beaver/button": shape(button, label="text", link="link"),
    **named("beaver", "accordion tabs", sections("items", "label", "content")),
    "beaver/testimonials": shape(
        each, title="heading", rows="testimonials", each=shape(quotation, text="testimonial", speaker=("name",))
    ),
    "beaver/content-slider": shape(
        each,
        rows="slides",
        each=shape(card, title="title", text="text", label="cta_text", link="link", picture="fg_photo bg_photo"),
    ),
    "beaver/list": shape(listed, rows="list_items", text=("heading", "content")),
    "beaver/numbers": shape(
        line, title="before_number_text", parts=("number_prefix", "number", "number_suffix", "after_number_text")
    ),
    "beaver/map": shape(place, address="address"),
    "beaver/separator": shape(rule, text="text title"),
    **named("beaver", "sidebar post-grid post-slider post-carousel menu login-form search spacer", DYNAMIC),
}

SITEORIGIN: Mapping[str, Shape] = {
    "siteorigin/SiteOrigin_Panels_Widgets_Layout": LAYOUT,
    **named(
        "siteorigin",
        "SiteOrigin_Widget_Editor_Widget WP_Widget_Text WP_Widget_Black_Studio_TinyMCE",
        shape(card, title="title", text="text"),
    ),
    "siteorigin/WP_Widget_Custom_HTML": shape(card, title="title", text="content"),
    "siteorigin/SiteOrigin_Widget_Image_Widget": shape(
        picture, picture="image image_fallback", alt="alt", caption="title", hidden="title_position", link="url"
    ),
    "siteorigin/WP_Widget_Media_Image": shape(
        picture, picture="attachment_id url", alt="alt", caption="caption", link="link_url"
    ),
    "siteorigin/Jetpack_Image_Widget": shape(
        picture, picture="img_url", alt="alt_text", caption="caption", link="link"
    ),
    "siteorigin/SiteOrigin_Widget_Headline_Widget": shape(
        heading, title="headline.text", link="headline.destination_url", level="headline.tag", after="sub_headline.text"
    ),
    "siteorigin/SiteOrigin_Widget_Slider_Widget": shape(
        each,
        rows="frames",
        each=shape(card, picture="foreground_image background_image", text="content", link="url"),
    ),
    "siteorigin/SiteOrigin_Widget_Button_Widget": shape(button, label="text", link="url"),
    "siteorigin/SiteOrigin_Widget_Cta_Widget": shape(
        card, title="title", text="sub_title", label="button.text", link="button.url"
    ),
    "siteorigin/SiteOrigin_Widget_Features_Widget": sections(
        "features", "title", "text", label="more_text", link="more_url", picture="icon_image"
    ),
    "siteorigin/SiteOrigin_Widget_Accordion_Widget": sections("panels", "title", "content_text"),
    "siteorigin/SiteOrigin_Widget_Tabs_Widget": sections("tabs", "title", "content_text"),
    **named(
        "siteorigin",
        "WP_Widget_Media_Video WP_Widget_Media_Audio",
        shape(film, title="title", film="attachment_id url"),
    ),
    "siteorigin/WP_Widget_Media_Gallery": shape(gallery, title="title", pictures="ids"),
    "siteorigin/SiteOrigin_Widget_Video_Widget": shape(film, title="title", film="video.external_video"),
    **named(
        "siteorigin",
        "WP_Widget_Search WP_Widget_Meta WP_Widget_Archives WP_Widget_Categories WP_Widget_Recent_Posts "
        "WP_Widget_Recent_Comments WP_Widget_Calendar WP_Widget_Pages WP_Widget_Tag_Cloud WP_Nav_Menu_Widget",
        DYNAMIC,
    ),
}

BRIZY: Mapping[str, Shape] = {
    **named(
        "brizy",
        "Section SectionItem Row Column Wrapper Cloneable Accordion Tabs SectionHeader SectionFooter Footer Header",
        LAYOUT,
    ),
    "brizy/RichText": shape(text, text="text"),
    "brizy/Image": shape(picture, picture="image imageSrc", alt="alt", link="linkExternal"),
    "brizy/Button": shape(button, label="text", link="linkExternal"),
    "brizy/Video": shape(film, film="video"),
    "brizy/Counter": shape(line, title="prefixLabel", parts=("prefix", "end", "suffix")),
    "brizy/Icon": shape(button, link="linkExternal"),
    "brizy/Map": shape(place, address="address"),
    "brizy/WPCustomShortcode": HTML,
    "brizy/EmbedCode": HTML,
    **named("brizy", "AccordionItem Tab", shape(card, title="labelText")),
    **named("brizy", "Line Spacer GlobalBlock WPSidebar WPPosts Menu", DYNAMIC),
}

BRICKS: Mapping[str, Shape] = {
    **named("bricks", "section container block div", LAYOUT),
    "bricks/heading": shape(heading, title="text", link="link", level="tag"),
    **named("bricks", "text text-basic", shape(text, text="text")),
    "bricks/image": shape(picture, picture="image", alt="altText", caption="captionCustom caption", link="link"),
    "bricks/button": shape(button, label="text", link="link"),
    "bricks/image-gallery": shape(gallery, pictures="items.images images"),
    **named("bricks", "accordion", sections("accordions", "title", "content")),
    "bricks/tabs": sections("tabs", "title", "content"),
    "bricks/testimonials": shape(each, rows="items", each=shape(quotation, text="content", speaker=("name", "title"))),
    "bricks/video": shape(film, film="videoUrl media.url", ids={"youtube": "youTubeId ytId", "vimeo": "vimeoId"}),
    **named("bricks", "html shortcode", HTML),
    "bricks/icon-box": shape(text, text="content"),
    "bricks/divider": shape(rule, text="text title"),
    **named("bricks", "posts nav-menu search post-title post-content sidebar", DYNAMIC),
}

OXYGEN: Mapping[str, Shape] = {
    **named("oxygen", "root ct_section ct_div_block ct_link ct_columns ct_column ct_new_columns", LAYOUT),
    "oxygen/ct_headline": shape(heading, title="ct_content", level="tag"),
    "oxygen/ct_text_block": shape(text, text="ct_content"),
    "oxygen/oxy_rich_text": shape(text, text="ct_content"),
    **named("oxygen", "ct_link_text ct_link_button", shape(button, label="ct_content", link="url")),
    "oxygen/ct_span": shape(text, text="ct_content"),
    "oxygen/ct_code_block": shape(text, text="html"),
    "oxygen/ct_image": shape(picture, picture="src attachment_url attachment_id", alt="alt"),
    "oxygen/ct_video": shape(film, film="src embed_src"),
    "oxygen/ct_shortcode": shape(text, text="full_shortcode"),
    **named("oxygen", "ct_fancy_icon", DYNAMIC),
}

THEMIFY: Mapping[str, Shape] = {
    "themify/row": LAYOUT,
    "themify/text": shape(card, title="mod_title_text", text="content_text"),
    "themify/image": shape(
        card, picture="url_image", title="title_image", text="caption_image", alt="alt_image", link="link_image"
    ),
    "themify/accordion": sections("content_accordion", "title_accordion", "text_accordion"),
    "themify/tab": sections("tab_content_tab", "title_tab", "text_tab"),
    "themify/video": shape(film, title="title_video", film="url_video", text="caption_video"),
    "themify/divider": shape(rule, text="text title"),
}
