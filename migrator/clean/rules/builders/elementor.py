"""Elementor's widgets and what each becomes: those of its source, and Pro's after what is publicly known."""

from __future__ import annotations

from collections.abc import Mapping

from migrator.clean.rules.builders.common import DYNAMIC, HTML, LAYOUT, named, sections
from migrator.clean.rules.builders.media import film, gallery, picture, place
from migrator.clean.rules.builders.shapes import (
    Shape,
    button,
    card,
    code,
    each,
    heading,
    line,
    listed,
    nested,
    quotation,
    rule,
    shape,
    text,
)

ELEMENTOR: Mapping[str, Shape] = {
    **named("elementor", "section column container inner-section wrapper", LAYOUT),
    "elementor/heading": shape(heading, title="title", link="link", level="header_size"),
    "elementor/text-editor": shape(text, text="editor"),
    "elementor/image": shape(picture, picture="image", caption="caption", link="link"),
    **named(
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
    "elementor/video-playlist": shape(
        each,
        title="playlist_title",
        rows="tabs",
        each=shape(film, title="title", film="youtube_url vimeo_url hosted_url"),
    ),
    "elementor/media-carousel": shape(gallery, pictures="slides"),
    "elementor/image-gallery": shape(gallery, pictures="wp_gallery"),
    "elementor/image-carousel": shape(gallery, pictures="carousel"),
    "elementor/gallery": shape(gallery, title="gallery_title", pictures="gallery galleries.multiple_gallery"),
    **named("elementor", "tabs accordion toggle", sections("tabs", "tab_title", "tab_content")),
    "elementor/nested-tabs": shape(nested, rows="tabs", title="tab_title"),
    "elementor/nested-accordion": shape(nested, rows="items", title="item_title"),
    **named("elementor", "html shortcode", HTML),
    "elementor/testimonial": shape(
        quotation,
        text="testimonial_content",
        speaker=("testimonial_name", "testimonial_job"),
        picture="testimonial_image",
        link="link",
    ),
    **named(
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
    **named("elementor", "star-rating rating", shape(line, title="title", parts=("rating rating_value.size",))),
    "elementor/google_maps": shape(place, address="address"),
    "elementor/divider": shape(rule, text="text title"),
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
    **named(
        "elementor",
        "spacer menu-anchor read-more table-of-contents share-buttons posts archive-posts portfolio nav-menu sidebar "
        "search-form login form theme-post-title theme-post-content theme-site-logo theme-site-title post-comments "
        "post-navigation post-info facebook-button facebook-comments facebook-page template global "
        "wp-widget-archives wp-widget-categories wp-widget-recent-posts wp-widget-recent-comments wp-widget-meta "
        "wp-widget-search wp-widget-tag_cloud wp-widget-calendar wp-widget-pages wp-widget-rss wp-widget-nav_menu",
        DYNAMIC,
    ),
}
