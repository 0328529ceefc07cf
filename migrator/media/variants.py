"""Addresses of a picture's original at hosts that serve it in many sizes, by the form of the address.

Only forms in which the size is the host's own part of the address, so that it can't be another picture's name. Sources:
the hosts' own pages on image sizes (Blogger, Flickr, Wikimedia, Squarespace, Tumblr, Twitter); `-scaled` is what
WordPress appends for pictures of more than 2560 pixels, whose original it keeps (wp_create_image_subsizes); it gives no
upload a name that ends as those of its sizes do (wp_unique_filename).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SIZED = "jpe?g|png|gif|webp|avif|heic"
"""The extensions of what WordPress makes sizes of."""

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), original)
    for pattern, original in (
        (r"(https?://[^/]*\.(?:bp\.blogspot|googleusercontent)\.com/.+)/[swh]\d+(?:-[\w-]+)?/([^/]+)", r"\1/s0/\2"),
        (r"(https?://[^/]*\.googleusercontent\.com/[^=]+)=[swh]\d[\w-]*", r"\1=s0"),
        (r"(https?://[^/]*(?:staticflickr|static\.flickr)\.com/.+/\d+_[0-9a-f]+)(?:_[sqtmnwzc])?\.jpg", r"\1_b.jpg"),
        (r"(https?://upload\.wikimedia\.org/[^?]+)/thumb(/\w/\w\w/[^/]+)/[^/]+", r"\1\2"),
        (r"(https?://pbs\.twimg\.com/media/[^?:]+)(?::\w+)?", r"\1:orig"),
        (r"(https?://pbs\.twimg\.com/media/[^?]+\?(?:.+&)?name=)\w+", r"\1orig"),
        (r"(https?://(?:images|static1)\.squarespace(?:-cdn)?\.com/[^?]+\?format=)\d+w", r"\1original"),
        (r"(https?://[^?]+/wp-content/uploads/[^?]*[^/?])-scaled(\.\w+)", r"\1\2"),
        (rf"(https?://[^?]+/wp-content/uploads/[^?]*[^/?])-\d{{1,5}}x\d{{1,5}}(\.(?i:{_SIZED}))", r"\1\2"),
        (rf"(https?://[^?]+/wp-content/uploads/[^?]*[^/?])-\d{{1,5}}x\d{{1,5}}(\.(?i:{_SIZED}))", r"\1-scaled\2"),
        (r"(https?://[^/]*\.media\.tumblr\.com/.+)_(?:75sq|100|250|400|500|540|640)(\.\w+)", r"\1_1280\2"),
    )
)
_WHOLE = re.compile(rf"(https?://[^?]+/wp-content/uploads/[^?]*[^/?])(\.(?:{_SIZED}))", re.IGNORECASE)
_SIZE = re.compile(rf"https?://[^?]+/wp-content/uploads/[^?]*[^/?]-\d{{1,5}}x\d{{1,5}}\.(?:{_SIZED})", re.IGNORECASE)
_STAND_IN = re.compile(r"/photo_unavailable[\w.-]*\Z")


def originals_of(url: str) -> Iterator[str]:
    """List the addresses at which a larger picture than that of `url` may be, the largest first."""
    for pattern, original in _FORMS:
        found = pattern.fullmatch(url)
        if found and (address := found.expand(original)) != url:
            yield address


def has_size(url: str) -> bool:
    """Tell whether a file's name is one that WordPress gives to an upload in another size: "photo-300x200.jpg"."""
    return _SIZE.fullmatch(url) is not None


def scaled_of(url: str) -> str:
    """The address of the large form that is left of an upload whose original was deleted; "" if it is none's."""
    found = _WHOLE.fullmatch(url)
    return found.expand(r"\1-scaled\2") if found and not has_size(url) and not found[1].endswith("-scaled") else ""


def is_stand_in(url: str) -> bool:
    """Tell whether a host has redirected to what it shows instead of a picture that it doesn't have."""
    return _STAND_IN.search(url) is not None


def distinct(addresses: Iterable[str]) -> tuple[str, ...]:
    """The addresses that are any, each once, in their order."""
    return tuple(dict.fromkeys(filter(None, addresses)))
