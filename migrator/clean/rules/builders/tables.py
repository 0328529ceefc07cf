"""Modules of the builders that keep their pages in postmeta, and what each becomes.

Elementor's, Beaver Builder's, SiteOrigin's and Brizy's settings are those of their sources and of real exports; those
of Elementor Pro, Bricks, Oxygen, Themify and Divi 5 are after what is publicly known.
"""

from __future__ import annotations

from collections.abc import Mapping

from migrator.clean.rules.builders.shapes import (
    Shape,
    button,
    card,
    code,
    each,
    film,
    gallery,
    heading,
    layout,
    line,
    listed,
    nested,
    nothing,
    picture,
    place,
    quotation,
    rule,
    shape,
    text,
)

_LAYOUT = shape(layout)
_NOTHING = shape(nothing)
_HTML = shape(text, text="html shortcode code content")


def _named(builder: str, names: str, made: Shape) -> dict[str, Shape]:
    return {f"{builder}/{name}": made for name in names.split()}


def _sections(rows: str, title: str, words: str, **roles: str) -> Shape:
    return shape(each, rows=rows, each=shape(card, title=title, text=words, **roles))


_ELEMENTOR = {
    **_named("elementor", "section column container inner-section wrapper", _LAYOUT),
    "elementor/heading": shape(heading, title="title", link="link", level="header_size"),
    "elementor/text-editor": shape(text, text="editor"),
    "elementor/image": shape(picture, picture="image", caption="caption", link="link"),
    **_named(
        "elementor",
        "image-box icon-box",
        shape(card, picture="image", title="title_text", level="title_size", text="description_text", link="link"),
    ),
    "elementor/icon-list": shape(listed, rows="icon_list", text=("text",), link="link"),
    "elementor/social-icons": shape(listed, rows="social_icon_list", text=(), link="link"),
    "elementor/button": shape(button, label="text", link="link"),
    "elementor/video": shape(
        film,
        kind="video_type",
        film="youtube_url vimeo_url dailymotion_url videopress_url hosted_url external_url",
        poster="image_overlay",
    ),
    "elementor/audio": shape(film, film="link"),
    "elementor/image-gallery": shape(gallery, pictures="wp_gallery"),
    "elementor/image-carousel": shape(gallery, pictures="carousel"),
    "elementor/gallery": shape(gallery, title="gallery_title", pictures="gallery galleries.multiple_gallery"),
    **_named("elementor", "tabs accordion toggle", _sections("tabs", "tab_title", "tab_content")),
    "elementor/nested-tabs": shape(nested, rows="tabs", title="tab_title"),
    "elementor/nested-accordion": shape(nested, rows="items", title="item_title"),
    **_named("elementor", "html shortcode", _HTML),
    "elementor/testimonial": shape(
        quotation,
        text="testimonial_content",
        speaker=("testimonial_name", "testimonial_job"),
        picture="testimonial_image",
        link="link",
    ),
    **_named(
        "elementor",
        "testimonial-carousel reviews",
        shape(each, rows="slides", each=shape(quotation, text="content", speaker=("name", "title"), picture="image")),
    ),
    "elementor/slides": shape(
        each,
        rows="slides",
        each=shape(
            card, title="heading", text="description", label="button_text", link="link", picture="background_image"
        ),
    ),
    "elementor/alert": shape(card, title="alert_title", text="alert_description"),
    "elementor/counter": shape(line, title="title", parts=("prefix", "ending_number", "suffix")),
    "elementor/progress": shape(line, title="title inner_text", parts=("percent.size percent",), unit=" %"),
    **_named("elementor", "star-rating rating", shape(line, title="title", parts=("rating rating_value.size",))),
    "elementor/google_maps": shape(place, address="address"),
    "elementor/divider": shape(rule),
    "elementor/blockquote": shape(quotation, text="blockquote_content", speaker=("author_name",)),
    "elementor/call-to-action": shape(
        card, picture="graphic_image bg_image", title="title", text="description", label="button", link="link"
    ),
    "elementor/flip-box": shape(
        card,
        picture="image",
        title="title_text_a",
        text="description_text_a",
        more=("title_text_b", "description_text_b"),
        label="button_text",
        link="link",
    ),
    "elementor/price-list": shape(
        each,
        rows="price_list",
        each=shape(card, title="title", lines="price", text="item_description", picture="image"),
    ),
    "elementor/countdown": shape(line, parts=("due_date",)),
    "elementor/code-highlight": shape(code, code="code", language="language"),
    "elementor/wp-widget-text": shape(card, title="wp.title", text="wp.text"),
    "elementor/wp-widget-custom_html": shape(card, title="wp.title", text="wp.content"),
    **_named(
        "elementor",
        "spacer menu-anchor read-more table-of-contents share-buttons posts archive-posts portfolio nav-menu sidebar "
        "search-form login theme-post-title theme-post-content theme-site-logo theme-site-title post-comments "
        "post-navigation post-info facebook-button facebook-comments facebook-page",
        _NOTHING,
    ),
}

_BEAVER = {
    **_named("beaver", "row column-group column", _LAYOUT),
    "beaver/rich-text": shape(text, text="text"),
    "beaver/heading": shape(heading, title="heading", link="link", level="tag"),
    "beaver/html": _HTML,
    "beaver/photo": shape(picture, picture="data photo photo_src photo_url", caption="caption", link="link_url"),
    "beaver/video": shape(film, film="video data.url embed_code", text="embed_code"),
    "beaver/audio": shape(film, film="link data.url"),
    **_named("beaver", "gallery slideshow", shape(gallery, pictures="photo_data photos", link="")),
    "beaver/callout": shape(
        card, picture="photo photo_src", title="title", text="text", label="cta_text", link="link", level="title_tag"
    ),
    "beaver/cta": shape(card, title="title", text="text", label="btn_text", link="btn_link", level="title_tag"),
    "beaver/button": shape(button, label="text", link="link"),
    **_named("beaver", "accordion tabs", _sections("items", "label", "content")),
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
    "beaver/separator": shape(rule),
    **_named("beaver", "sidebar post-grid post-slider post-carousel menu login-form search spacer", _NOTHING),
}

_SITEORIGIN = {
    "siteorigin/SiteOrigin_Panels_Widgets_Layout": _LAYOUT,
    **_named(
        "siteorigin",
        "SiteOrigin_Widget_Editor_Widget WP_Widget_Text WP_Widget_Black_Studio_TinyMCE",
        shape(card, title="title", text="text"),
    ),
    "siteorigin/WP_Widget_Custom_HTML": shape(card, title="title", text="content"),
    "siteorigin/SiteOrigin_Widget_Image_Widget": shape(
        picture, picture="image image_fallback", alt="alt", caption="title", link="url"
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
    "siteorigin/SiteOrigin_Widget_Button_Widget": shape(button, label="text", link="url"),
    "siteorigin/SiteOrigin_Widget_Cta_Widget": shape(
        card, title="title", text="sub_title", label="button.text", link="button.url"
    ),
    "siteorigin/SiteOrigin_Widget_Features_Widget": _sections(
        "features", "title", "text", label="more_text", link="more_url", picture="icon_image"
    ),
    "siteorigin/SiteOrigin_Widget_Accordion_Widget": _sections("panels", "title", "content_text"),
    "siteorigin/SiteOrigin_Widget_Tabs_Widget": _sections("tabs", "title", "content_text"),
    "siteorigin/SiteOrigin_Widget_Video_Widget": shape(film, title="title", film="video.external_video"),
    **_named(
        "siteorigin",
        "WP_Widget_Search WP_Widget_Meta WP_Widget_Archives WP_Widget_Categories WP_Widget_Recent_Posts "
        "WP_Widget_Recent_Comments WP_Widget_Calendar WP_Widget_Pages WP_Widget_Tag_Cloud WP_Nav_Menu_Widget",
        _NOTHING,
    ),
}

_BRIZY = {
    **_named(
        "brizy",
        "Section SectionItem Row Column Wrapper Cloneable Accordion Tabs SectionHeader SectionFooter Footer Header",
        _LAYOUT,
    ),
    "brizy/RichText": shape(text, text="text"),
    "brizy/Image": shape(picture, picture="image imageSrc", alt="alt", link="linkExternal"),
    "brizy/Button": shape(button, label="text", link="linkExternal"),
    "brizy/Video": shape(film, film="video"),
    "brizy/Counter": shape(line, title="prefixLabel", parts=("prefix", "end", "suffix")),
    "brizy/Icon": shape(button, link="linkExternal"),
    "brizy/Map": shape(place, address="address"),
    "brizy/WPCustomShortcode": _HTML,
    "brizy/EmbedCode": _HTML,
    **_named("brizy", "AccordionItem Tab", shape(card, title="labelText")),
    **_named("brizy", "Line Spacer GlobalBlock WPSidebar WPPosts Menu", _NOTHING),
}

_BRICKS = {
    **_named("bricks", "section container block div", _LAYOUT),
    "bricks/heading": shape(heading, title="text", link="link", level="tag"),
    **_named("bricks", "text text-basic", shape(text, text="text")),
    "bricks/image": shape(picture, picture="image", alt="altText", caption="captionCustom caption", link="link"),
    "bricks/button": shape(button, label="text", link="link"),
    "bricks/image-gallery": shape(gallery, pictures="items.images images"),
    **_named("bricks", "accordion", _sections("accordions", "title", "content")),
    "bricks/tabs": _sections("tabs", "title", "content"),
    "bricks/testimonials": shape(each, rows="items", each=shape(quotation, text="content", speaker=("name", "title"))),
    "bricks/video": shape(film, film="videoUrl media.url", ids={"youtube": "youTubeId ytId", "vimeo": "vimeoId"}),
    **_named("bricks", "html shortcode", _HTML),
    "bricks/icon-box": shape(text, text="content"),
    "bricks/divider": shape(rule),
    **_named("bricks", "posts nav-menu search post-title post-content sidebar", _NOTHING),
}

_OXYGEN = {
    **_named("oxygen", "root ct_section ct_div_block ct_columns ct_column ct_new_columns ct_inner_content", _LAYOUT),
    "oxygen/ct_headline": shape(heading, title="ct_content", level="tag"),
    "oxygen/ct_text_block": shape(text, text="ct_content"),
    "oxygen/oxy_rich_text": shape(text, text="ct_content"),
    **_named("oxygen", "ct_link_text ct_link_button", shape(button, label="ct_content", link="url")),
    "oxygen/ct_image": shape(picture, picture="src attachment_url attachment_id", alt="alt"),
    "oxygen/ct_video": shape(film, film="src embed_src"),
    "oxygen/ct_shortcode": shape(text, text="full_shortcode"),
    **_named("oxygen", "ct_fancy_icon", _NOTHING),
}

_THEMIFY = {
    "themify/row": _LAYOUT,
    "themify/text": shape(card, title="mod_title_text", text="content_text"),
    "themify/image": shape(
        card, picture="url_image", title="title_image", text="caption_image", alt="alt_image", link="link_image"
    ),
    "themify/accordion": _sections("content_accordion", "title_accordion", "text_accordion"),
    "themify/tab": _sections("tab_content_tab", "title_tab", "text_tab"),
    "themify/video": shape(film, title="title_video", film="url_video", text="caption_video"),
    "themify/divider": shape(rule),
}

_DIVI = {
    **_named("divi", "section row row-inner column column-inner group accordion tabs slider placeholder", _LAYOUT),
    **_named("divi", "text code fullwidth-code", shape(text, text="content")),
    "divi/heading": shape(heading, title="title.text title", link="title.url"),
    **_named("divi", "image fullwidth-image", shape(picture, picture="image", alt="image.alt", link="image.linkUrl")),
    "divi/gallery": shape(gallery, pictures="image.galleryIds galleryIds gallery"),
    "divi/button": shape(button, label="button.text", link="button.linkUrl"),
    "divi/blurb": shape(
        card, title="title.text title", picture="imageIcon image", alt="imageIcon.alt", text="content", link="title.url"
    ),
    **_named(
        "divi",
        "cta slide",
        shape(card, title="title.text title", text="content", label="button.text", link="button.linkUrl"),
    ),
    **_named("divi", "toggle accordion-item tab", shape(card, title="title.text title", text="content")),
    "divi/testimonial": shape(
        quotation,
        text="content",
        speaker=("author.text author", "jobTitle.text jobTitle", "company.text company"),
        picture="portrait",
        link="company.linkUrl",
    ),
    "divi/team-member": shape(
        card, title="name.text name", lines="position.text position", picture="image", text="content"
    ),
    "divi/video": shape(film, film="video.src video"),
    "divi/audio": shape(film, film="audio.src audio", title="title.text title"),
    **_named("divi", "number-counter circle-counter", shape(line, title="title.text title", parts=("number",))),
    **_named("divi", "divider icon blog portfolio sidebar search login post-title post-content menu shop", _NOTHING),
}

MODULES: Mapping[str, Shape] = {
    "html": _HTML,
    **_ELEMENTOR,
    **_BEAVER,
    **_SITEORIGIN,
    **_BRIZY,
    **_BRICKS,
    **_OXYGEN,
    **_THEMIFY,
    **_DIVI,
}
"""What each module becomes, by "builder/module"."""
