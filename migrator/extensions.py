"""What files are by their names: the kind and the media type that an extension stands for.

Names serve where bytes can't: for what isn't here yet, and for texts and packages, which all begin alike (else
`signatures`). Sources: WordPress (`wp_get_mime_types`, `wp_get_ext_types`), what plugins allow to be uploaded besides,
IANA's registry of media types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SUFFIX = re.compile(r"\.(\w+)(?:[?#]|$)")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("image", "image/jpeg", "jpg jpeg jpe"),
    ("image", "image/png", "png"),
    ("image", "image/gif", "gif"),
    ("image", "image/webp", "webp"),
    ("image", "image/avif", "avif"),
    ("image", "image/svg+xml", "svg svgz"),
    ("image", "image/bmp", "bmp"),
    ("image", "image/tiff", "tif tiff"),
    ("image", "image/heic", "heic heif"),
    ("image", "image/x-icon", "ico"),
    ("audio", "audio/mpeg", "mp3"),
    ("audio", "audio/ogg", "ogg oga"),
    ("audio", "audio/flac", "flac"),
    ("audio", "audio/mp4", "m4a m4b"),
    ("audio", "audio/wav", "wav"),
    ("audio", "audio/x-ms-wma", "wma"),
    ("audio", "audio/aac", "aac"),
    ("audio", "audio/ogg", "opus"),
    ("audio", "audio/midi", "mid midi"),
    ("audio", "audio/aiff", "aif aiff"),
    ("audio", "audio/x-realaudio", "ra"),
    ("video", "video/mp4", "mp4 m4v"),
    ("video", "video/webm", "webm"),
    ("video", "video/ogg", "ogv"),
    ("video", "video/x-flv", "flv"),
    ("video", "video/quicktime", "mov qt"),
    ("video", "video/x-ms-wmv", "wmv"),
    ("video", "video/x-msvideo", "avi"),
    ("video", "video/mpeg", "mpg mpeg"),
    ("video", "video/3gpp", "3gp 3g2"),
    ("video", "video/x-matroska", "mkv"),
    ("file", "application/pdf", "pdf"),
    ("file", "application/msword", "doc"),
    ("file", f"{_OFFICE}.wordprocessingml.document", "docx"),
    ("file", f"{_OPEN}.text", "odt"),
    ("file", "application/rtf", "rtf"),
    ("file", "application/vnd.ms-excel", "xls"),
    ("file", f"{_OFFICE}.spreadsheetml.sheet", "xlsx"),
    ("file", f"{_OPEN}.spreadsheet", "ods"),
    ("file", "text/csv", "csv"),
    ("file", "application/vnd.ms-powerpoint", "ppt"),
    ("file", f"{_OFFICE}.presentationml.presentation", "pptx"),
    ("file", f"{_OPEN}.presentation", "odp"),
    ("file", "application/vnd.apple.keynote", "key"),
    ("file", "application/vnd.apple.pages", "pages"),
    ("file", "application/vnd.apple.numbers", "numbers"),
    ("file", "application/zip", "zip"),
    ("file", "application/gzip", "gz"),
    ("file", "application/x-tar", "tar"),
    ("file", "application/vnd.rar", "rar"),
    ("file", "application/x-7z-compressed", "7z"),
    ("file", "application/epub+zip", "epub"),
    ("file", "application/x-mobipocket-ebook", "mobi"),
    ("file", "text/plain", "txt"),
    ("file", "image/vnd.adobe.photoshop", "psd"),
    ("", "text/html", "html htm php asp aspx"),
    ("", "application/xhtml+xml", "xhtml"),
    ("", "application/xml", "xml"),
    ("", "application/json", "json"),
    ("", "text/css", "css"),
    ("", "text/javascript", "js"),
    ("", "text/vtt", "vtt"),
    ("", "text/calendar", "ics"),
    ("", "text/markdown", "md"),
    ("", "font/woff", "woff"),
    ("", "font/woff2", "woff2"),
    ("", "font/ttf", "ttf"),
)
"""Kind, media type, extensions; of no kind is what no author puts into a text. Players try them in this order."""

KINDS: Mapping[str, str] = {name: kind for kind, _, names in _TABLE if kind for name in names.split()}
"""Whether an extension is an image's, audio's, a video's or another file's."""

TYPES: Mapping[str, str] = {name: media_type for _, media_type, names in _TABLE for name in names.split()}
"""The media type that an extension stands for."""


def extensions_of(*kinds: str) -> tuple[str, ...]:
    """The extensions of these kinds of files."""
    return tuple(name for name, kind in KINDS.items() if kind in kinds)


def extension_of(path: str) -> str:
    """The extension of a file's name in lower case, "" if it has none."""
    _, dot, extension = path.rpartition("/")[2].rpartition(".")
    return extension.lower() if dot else ""


def kind_at(url: str) -> str:
    """The kind of file that an address ends in, before or within its query; "" for none that is known."""
    found = _SUFFIX.search(url.rpartition("/")[2])
    return KINDS.get(found[1].lower(), "") if found else ""
