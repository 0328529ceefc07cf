"""An uploaded file in REST (`wp/v2/media`) → Record of an attachment, as an export has it.

Source: https://developer.wordpress.org/rest-api/reference/media/ and what `WP_REST_Attachments_Controller` writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from migrator.model import Record
from migrator.sources.rest.excerpts import is_made_of
from migrator.sources.rest.lookups import Lookups
from migrator.sources.rest.posts import read_base
from migrator.sources.rest.serialized import serialize
from migrator.sources.rest.values import Item, number, raw, shown, text
from migrator.sources.wxr.php import mapping

_UPLOADS = re.compile(r"/uploads/(?:sites/\d+/)?([^?#]+)")
_SHOWN_FIRST = re.compile(
    r"\s*(?:<p class=.attachment.>.*?</p>"
    r"|<div[^>]*class=.wp-video.[^>]*>.*?</video>\s*</div>"
    r"|(?:<!--\[if.*?endif\]-->\s*)?<audio\b.*?</audio>)\s*",
    re.DOTALL,
)
"""The file itself, which `prepend_attachment` puts before a description."""

_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?p\b).)*)</p>\s*", re.DOTALL)


_ORDER = ("file", "width", "height", "mime-type", "filesize")
"""The keys of a size, in the order in which they are stored."""


def read_media(item: Item, lookups: Lookups) -> Record:
    """Read an attachment: caption as excerpt, description as content, what it is attached to as parent.

    `_wp_attachment_metadata` is written as WordPress stores it, without what REST adds to it.
    """
    record = read_base(item, lookups)
    record.type = "attachment"
    record.status = record.status or "inherit"
    record.parent = number(item.get("post"))
    record.attachment_url = text(item.get("source_url"))
    record.form = "rendered" if raw(item.get("description")) is None else "stored"
    record.content, record.excerpt = _description(item), _caption(item)
    record.meta += _file_in_meta(item)
    if mime := text(item.get("mime_type")):
        record.extra["wp:post_mime_type"] = mime
    return record


def _description(item: Item) -> str:
    """The description as it is stored, or as shown without the file that stands before it."""
    return _line(_SHOWN_FIRST.sub("", shown(item.get("description")), count=1))


def _caption(item: Item) -> str:
    """The caption; one that WordPress made of the description is none."""
    stored = raw(item.get("caption"))
    caption = shown(item.get("caption"))
    if stored is not None or not caption.strip():
        return caption
    return "" if is_made_of(caption, shown(item.get("description"))) else _line(caption)


def _line(html: str) -> str:
    """Take the paragraph off what is nothing but one."""
    found = _PARAGRAPH.fullmatch(html)
    return found[1] if found else html


def _file_in_meta(item: Item) -> Iterator[tuple[str, str]]:
    details = mapping(item.get("media_details"))
    if file := text(details.get("file")) or _below_uploads(text(item.get("source_url"))):
        yield "_wp_attached_file", file
    if details:
        yield "_wp_attachment_metadata", serialize(_stored(details))
    if alt := text(item.get("alt_text")):
        yield "_wp_attachment_image_alt", alt


def _below_uploads(url: str) -> str:
    found = _UPLOADS.search(url)
    return unquote(found[1]) if found else ""


def _stored(details: Item) -> dict[str, Any]:
    """Undo what REST does to the sizes: it adds the file itself, and each one's address."""
    kept = dict(details)
    sizes = mapping(kept.pop("sizes", None))
    if not sizes and "width" not in kept:  # no picture
        return kept
    stored = {name: _size(mapping(size)) for name, size in sizes.items() if name != "full"}
    return {key: stored if key == "sizes" else value for key, value in details.items()}


def _size(shown_size: Item) -> dict[str, Any]:
    """A size with its keys as they are stored, and in their order."""
    size = {"mime-type" if key == "mime_type" else key: value for key, value in shown_size.items()}
    return {key: size[key] for key in (*_ORDER, *size) if key in size and key != "source_url"}
