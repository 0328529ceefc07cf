"""Uploaded files by name: which files belong to one upload, and which of them is the original.

WordPress names what it makes of `photo.jpg` in the same folder: `photo-300x200.jpg` (a size), `photo-scaled.jpg` (a
large picture made smaller, since 5.3), `photo-rotated.jpg`, `photo-e1234567890123.jpg` (edited in the media library),
`name-pdf.jpg` (a PDF's first page). Source: wp_create_image_subsizes, wp_save_image.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from migrator.model import Attachment
from migrator.site.metadata import before_edits, read_metadata

_MADE = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated|-e\d{10,16}|-pdf)+\Z")
_SIZE = re.compile(r"-(\d{1,5})x(\d{1,5})\Z")


def same_name(name: str) -> str:
    """Write a file's name the one way: a Mac uploads decomposed letters, a browser asks for composed ones."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def family(file: str) -> str:
    """Name what all files made of one upload have in common: its path without sizes, edits and extension."""
    stem, dot, extension = file.rpartition(".")
    if not dot or "/" in extension:
        stem = file
    return _MADE.sub("", same_name(stem))


SELECT = """
    SELECT id, url, file, COALESCE(path, ''), mime, title, alt, caption, description, credit, parent, menu_order, date,
    page, metadata FROM attachment LEFT JOIN place USING (id)
"""


def attachment_of(row: tuple[Any, ...]) -> Attachment:
    """Read an attachment from its row (in the order of `SELECT`)."""
    number, url, file, path, mime, title, alt, caption, description, credit, *rest = row
    parent, menu_order, date, page, metadata = rest
    known = read_metadata(metadata)
    file = file or known.file
    return Attachment(
        id=number,
        url=url,
        file=file,
        original=f"{file.rpartition('/')[0]}/{known.original}".lstrip("/") if known.original else "",
        path=path,
        mime=mime,
        title=title,
        alt=alt,
        caption=caption,
        description=description,
        credit=credit or known.credit,
        width=known.width,
        height=known.height,
        parent=parent,
        menu_order=menu_order,
        date=date,
        page=page,
        sizes=known.sizes,
    )


def originals(attachment: Attachment, backups: str) -> dict[str, str]:
    """Map the name of each file that was made of an upload to the name of its original.

    A picture that was edited later has two originals: the edited one, and the one that `_wp_attachment_backup_sizes`
    keeps for what was shown before.
    """
    current = attachment.file.rpartition("/")[2] or attachment.url.rpartition("/")[2]
    original = attachment.original.rpartition("/")[2] or current
    names = dict(before_edits(backups)) if backups else {}
    names.update({size.file: original for size in attachment.sizes})
    names |= {current: original, original: original}
    return {same_name(name): full for name, full in names.items()}


def fits(name: str, attachment: Attachment) -> str:
    """Tell whether a name is that of a size which the metadata doesn't list (any more); return the original's name.

    It must be the original's own name with a size no larger than the original.
    """
    stem, _, extension = name.rpartition(".")
    size = _SIZE.search(stem)
    if size is None:
        return ""
    base = f"{stem[: size.start()]}.{extension}"
    width, height = int(size[1]), int(size[2])
    if attachment.width and (width > attachment.width or height > attachment.height):
        return ""
    return originals(attachment, "").get(base, "") if width and height else ""


def is_made(name: str) -> bool:
    """Tell whether a file's name looks like one that WordPress made of another's."""
    return _MADE.search(name.rpartition(".")[0]) is not None
