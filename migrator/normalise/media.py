"""Files that a document needs: which address is the original's, and where the archive will keep it."""

from __future__ import annotations

import posixpath

from migrator.archive.layout import marked_media_path, media_path
from migrator.extensions import KINDS, extension_of
from migrator.model import Attachment, MediaUse, Post
from migrator.normalise.urls import split, unproxied
from migrator.site import Picture, Site

_ELSEWHERE = "elsewhere"


def kind_of(url: str) -> str:
    """Tell from an address's extension whether a file is an image, audio, video or another file; "" for a page."""
    return KINDS.get(extension_of(split(url).path), "")


def original_url(attachment: Attachment, name: str) -> str:
    """The address of a file that lies beside an attachment's."""
    folder, slash, current = attachment.url.rpartition("/")
    return attachment.url if current == name else folder + slash + name


def address_of(post: Post, site: Site) -> str:
    """The address that a post's relative links start from."""
    return post.document.url or site.base_url + "/"


def use(post: Post, url: str, kind: str, site: Site, found: Picture | None) -> None:
    """Note that a post needs a file; `found` is the attachment that it belongs to, if any."""
    if url not in post.media and url.startswith(("https:", "http:")):
        post.media[url] = media_use(url, kind, site, found)


def see(post: Post, given: str, url: str) -> None:
    """Note under which other address the source has a file that a post needs."""
    if given != url and url in post.media and given.startswith(("https:", "http:")):
        post.seen[given] = url


def media_use(url: str, kind: str, site: Site, found: Picture | None) -> MediaUse:
    """Say where the archive keeps a file: an attachment at its own path, else one that no other file can have."""
    if found is None:
        return MediaUse(url, path_of(site.file_of(url), url, site), kind)
    attachment, name = found
    if attachment.path and name == original_of(attachment):
        return MediaUse(url, attachment.path, kind, attachment.id)
    file = f"{attachment.file.rpartition('/')[0]}/{name}".lstrip("/")
    return MediaUse(url, path_of(file, url, site), kind, attachment.id)


def original_of(attachment: Attachment) -> str:
    """The name of the file that was uploaded, or of its edited form."""
    return (attachment.original or attachment.file or attachment.url).rpartition("/")[2]


def path_of(file: str, url: str, site: Site) -> str:
    """Place a file that is no attachment's own.

    One below the site's uploads keeps its path if that is its name to the letter and no attachment has it; every
    other gets a mark of its own, for workers can't agree on numbers.
    """
    if not file:
        parts = split(unproxied(url))
        return marked_media_path(f"{_ELSEWHERE}/{parts.host}/{posixpath.basename(parts.path)}", url)
    path = media_path(file)
    if path == "media/" + file.lower() and not site.is_taken(path):
        return path
    return marked_media_path(file, url)
