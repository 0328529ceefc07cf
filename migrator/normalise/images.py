"""Pictures and other files of a document: each by its original, never by one of the copies WordPress makes.

What is a copy is decided by the attachments that the source lists and their metadata. A file that none of them
accounts for keeps its address.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from lxml.etree import _Element

from migrator import edit
from migrator.markup.text import plain
from migrator.model import Attachment, Entry, Image, Post
from migrator.normalise.copies import shown_original
from migrator.normalise.lazy import is_placeholder
from migrator.normalise.media import address_of, kind_of, original_of, original_url, see, use
from migrator.normalise.urls import absolute, split, unproxied
from migrator.site import Picture, Site
from migrator.site.files import family, is_made, same_name

_FILES = {"audio": "src", "video": "src", "source": "src", "track": "src", "a": "href"}
_KINDS = {"audio": "audio", "video": "video", "source": "file", "track": "file"}
"""Of what kind a file is whose address doesn't tell."""

_RESIZING = frozenset("w h resize fit crop quality strip ssl zoom".split())
"""What WordPress.com takes to change a picture; without it the same address gives the original.
Source: https://developer.wordpress.com/docs/photon/api/"""

_PLAYER = re.compile(r"\?_=\d{1,4}\Z")
"""What WordPress adds to the file of each player of a page, counting: `wp_audio_shortcode`, `wp_video_shortcode`."""


def images(post: Post, site: Site) -> None:
    """Point pictures and file links to originals, list the media, and find the featured image."""
    settle_images(post, site)
    post.featured = _featured(post, site)


def settle_images(post: Post, site: Site) -> None:
    """Point the pictures and file links of a tree to originals, and list them as media of the post."""
    for element in post.tree.iter("img", *_FILES):
        if element.tag == "img":
            _settle(post, element, site)
        else:
            _settle_file(post, element, _FILES[str(element.tag)], site)


def _settle(post: Post, img: _Element, site: Site) -> None:
    src = img.get("src", "").strip()
    given = absolute(address_of(post, site), src)
    found = _attachment(img, given, site)
    if found:
        url = original_url(*found)
        _amend(post, img, url, "image.original")
        _measure(post, img, found, given)
    elif src and not src.startswith("data:"):
        url = _settle_unknown(post, img, given, site)
    else:
        return
    edit.forget(img, "data-srcset")
    use(post, url, "image", site, found)
    see(post, given, url)


def _settle_unknown(post: Post, img: _Element, given: str, site: Site) -> str:
    """Find the original of a picture that no attachment accounts for."""
    unresized = without_resizing(given, site)
    url = shown_original(img, unresized, address_of(post, site))
    _amend(post, img, url, "image.original" if url != unresized else "image.proxy")
    if url != unresized:
        _forget_size(post, img)
    _report_variant(post, given, url, site)
    return url


def _forget_size(post: Post, img: _Element) -> None:
    """Take off the width and height of a copy, which are not those of the original."""
    for name in ("width", "height"):
        edit.amend(post, img, name, None, "image.size")


def _amend(post: Post, element: _Element, url: str, rule: str, attribute: str = "src") -> None:
    """Set an address; one that only becomes absolute is no other address."""
    given = element.get(attribute, "").strip()
    is_same = given != url and absolute(post.document.url, given) == url
    edit.amend(post, element, attribute, url, "link.absolute" if is_same else rule)


def _attachment(img: _Element, url: str, site: Site) -> Picture | None:
    """Find a picture's attachment by its address, else by its number if the names agree or there is no name.

    After an import the numbers in `wp-image-N` may be those of another site.
    """
    found = site.picture(url)
    number = img.get("data-id", "")
    if found or not number.isdecimal() or len(number) > 18:
        return found
    attachment = site.attachment(int(number))
    if attachment and (is_placeholder(img.get("src", "")) or _has_name_of(url, attachment)):
        return attachment, original_of(attachment)
    return None


def _has_name_of(url: str, attachment: Attachment) -> bool:
    name = family(attachment.file).rpartition("/")[2]
    return family(split(unproxied(url)).path).endswith("/" + name)


def _name(url: str) -> str:
    return same_name(unquote(split(url).path.rpartition("/")[2]))


def _measure(post: Post, img: _Element, found: Picture, given: str) -> None:
    """Give the picture the original's width and height; without them, those of a copy are no longer true."""
    if "width" not in img.attrib and "height" not in img.attrib:
        return
    attachment, name = found
    is_known = attachment.width and attachment.height and img.get("src") == attachment.url
    if is_known or name != _name(given):
        edit.amend(post, img, "width", str(attachment.width) if is_known else None, "image.size")
        edit.amend(post, img, "height", str(attachment.height) if is_known else None, "image.size")


def without_resizing(url: str, site: Site) -> str:
    """The address of the original behind an image proxy, WordPress.com's resizing, or the number of a player."""
    url = _PLAYER.sub("", unproxied(url))
    parts = split(url)
    if not parts.query or not _is_at_wordpress_com(parts.host, site):
        return url
    names = {part.partition("=")[0] for part in parts.query.split("&")}
    return url.partition("?")[0] if names <= _RESIZING else url


def _is_at_wordpress_com(host: str, site: Site) -> bool:
    """Tell whether WordPress.com serves a host: its own, or the site's if it made the export."""
    return host.endswith(".wordpress.com") or ("//wordpress.com" in site.generator and host in site.hosts)


def _report_variant(post: Post, given: str, url: str, site: Site) -> None:
    if url == given and url not in post.media and site.is_own(url) and is_made(split(url).path.rpartition("/")[2]):
        edit.warn(post, "image.variant-unknown", url)


def _settle_file(post: Post, element: _Element, attribute: str, site: Site) -> None:
    """Do the same for sounds, films, their posters and tracks, and links to files of the site."""
    if element.get("poster"):
        _settle_address(post, element, "poster", "image", site)
    given = element.get(attribute, "").strip()
    kind = kind_of(given)
    if attribute == "src" and given:
        _settle_address(post, element, attribute, kind or _KINDS[str(element.tag)], site)
    elif kind:
        url = absolute(address_of(post, site), given)
        if site.is_own(url) or site.file_of(url) or site.picture(url):
            _settle_address(post, element, attribute, kind, site)


def _settle_address(post: Post, element: _Element, attribute: str, kind: str, site: Site) -> None:
    given = absolute(address_of(post, site), element.get(attribute, ""))
    found = site.picture(given)
    url = original_url(*found) if found else without_resizing(given, site)
    _amend(post, element, url, "image.original" if found else "image.proxy", attribute)
    use(post, url, kind, site, found)
    see(post, given, url)


def _featured(post: Post, site: Site) -> Image | None:
    """Read the featured image (`_thumbnail_id`)."""
    value = post.meta.get("_thumbnail_id", "")
    text = str(value[-1] if isinstance(value, list) and value else value)
    if not text.isdecimal() or text == "0":
        return _shown(post, site)
    attachment = site.attachment(int(text)) if len(text) < 19 else None
    if attachment is None or not attachment.url:
        post.entries.append(Entry("image.featured-missing", "warned", "meta:_thumbnail_id", text))
        return None
    image = image_of(attachment)
    use(post, image.url, "image", site, (attachment, original_of(attachment)))
    return replace(image, credit=site.credit_as_decided(image.credit))


def _shown(post: Post, site: Site) -> Image | None:
    """The picture that the document's page shows as its featured one."""
    shown = post.record.featured
    if shown is None:
        return None
    found = site.picture(shown.url)
    known = image_of(found[0]) if found else shown
    use(post, known.url, "image", site, found)
    see(post, shown.url, known.url)
    credit = site.credit_as_decided(known.credit)
    return replace(known, alt=shown.alt or known.alt, caption=shown.caption or known.caption, credit=credit)


def image_of(attachment: Attachment) -> Image:
    """An attachment as the picture that a document shows."""
    url = original_url(attachment, original_of(attachment))
    known = url == attachment.url
    return Image(
        url=url,
        path=attachment.path,
        attachment=attachment.id,
        alt=attachment.alt,
        title=attachment.title,
        caption=plain(attachment.caption),
        credit=attachment.credit,
        width=attachment.width if known else 0,
        height=attachment.height if known else 0,
    )
