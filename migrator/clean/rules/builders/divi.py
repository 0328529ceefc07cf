"""Divi 5's modules and what each becomes, after what is publicly known of them."""

from __future__ import annotations

from collections.abc import Mapping

from migrator.clean.rules.builders.common import DYNAMIC, LAYOUT, named
from migrator.clean.rules.builders.media import film, gallery, picture
from migrator.clean.rules.builders.shapes import Shape, button, card, heading, line, quotation, shape, text

DIVI: Mapping[str, Shape] = {
    **named("divi", "section row row-inner column column-inner group accordion tabs slider placeholder", LAYOUT),
    **named("divi", "text code fullwidth-code", shape(text, text="content")),
    "divi/heading": shape(heading, title="title.text title", link="title.url", level="level"),
    **named("divi", "image fullwidth-image", shape(picture, picture="image", alt="image.alt", link="image.linkUrl")),
    "divi/gallery": shape(gallery, pictures="image.galleryIds galleryIds gallery"),
    "divi/button": shape(button, label="button.text", link="button.linkUrl"),
    "divi/blurb": shape(
        card, title="title.text title", picture="imageIcon image", alt="imageIcon.alt", text="content", link="title.url"
    ),
    **named(
        "divi",
        "cta slide",
        shape(card, title="title.text title", text="content", label="button.text", link="button.linkUrl"),
    ),
    **named("divi", "toggle accordion-item tab", shape(card, title="title.text title", text="content", level="level")),
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
    **named("divi", "number-counter circle-counter", shape(line, title="title.text title", parts=("number",))),
    **named("divi", "divider icon blog portfolio sidebar search login post-title post-content menu shop", DYNAMIC),
}
