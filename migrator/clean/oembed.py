"""What WordPress stored of providers' answers: the postmeta `_oembed_…`, often the only copy of what is gone today.

The name ends in `md5(url + serialize(attributes))` (`WP_Embed::shortcode`), the value is the provider's HTML or
`{{unknown}}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import md5
from typing import NamedTuple

from lxml.etree import _Element

from migrator.clean.credits import Credit, credit_in, split_title
from migrator.clean.targets import UNKNOWN, Target, find
from migrator.markup.html import parse
from migrator.markup.text import folded_text, spaced_text
from migrator.model import Post

_PREFIX = "_oembed_"
_TIME = "_oembed_time_"
_ADDRESS = re.compile(r"""(?:src|href|cite|data-instgrm-permalink)=["']([^"']+)["']""")
_WIDTHS = range(200, 1601)
"""Pixels of a theme's `$content_width`, which the name depends on and the export doesn't tell: all five names of one
real export are found so, in some 4 ms for a name that isn't there."""

_OLD_HEIGHT = 700
"""Pixels of height where a site says nothing of it, before WordPress 3.5; since then one and a half times the width,
1000 at most (`wp_embed_defaults`; a float until PHP's `min` takes the other)."""

_SAME_NAME = frozenset(
    "dailymotion facebook giphy imgur instagram scribd spotify ted tiktok twitter videopress vimeo youtube".split()
)
"""Providers whose player has the page's own id in its address: an answer without it is about something else."""


class OEmbed(NamedTuple):
    """What a provider's answer says: what it shows, whose it is, a picture of it, the quotation of a post."""

    shown: Target
    credit: Credit
    thumbnail: str = ""
    quotation: _Element | None = None


def answer(post: Post, shown: Target, written: str, attributes: Mapping[str, str]) -> OEmbed | None:
    """Find the stored answer for what a post shows, and read it.

    By the target's address in it, else by its name, which comes from the address as it was `written` and the
    shortcode's `attributes`.
    """
    stored = {
        key.removeprefix(_PREFIX): value
        for key, value in post.record.meta
        if key.startswith(_PREFIX) and not key.startswith(_TIME) and "<" in value
    }
    if not stored:
        return None
    html = next((value for value in stored.values() if _shows(value, shown)), "")
    if not html and shown.provider not in _SAME_NAME:
        html = _named(stored, written, attributes)
    return _read(parse(html), shown) if html else None


def _shows(html: str, shown: Target) -> bool:
    """Whether an answer holds an address of the target."""
    if shown.kind == UNKNOWN or (shown.id and shown.id not in html):
        return False
    found = (find(address[1]) for address in _ADDRESS.finditer(html))
    return any(one is not None and (one.provider, one.id) == (shown.provider, shown.id) for one in found)


def _named(stored: Mapping[str, str], written: str, attributes: Mapping[str, str]) -> str:
    url = md5(written.replace("&amp;", "&").encode(), usedforsecurity=False)
    for said in _serialized(attributes):
        name = url.copy()
        name.update(said.encode())
        if name.hexdigest() in stored:
            return stored[name.hexdigest()]
    return ""


def _serialized(attributes: Mapping[str, str]) -> Iterator[str]:
    """Write width and height as PHP does, those of a theme that says nothing of them and those that it may ask for."""
    width, height = (attributes.get(name, "") for name in ("width", "height"))
    for default in _WIDTHS:
        wide = f's:{len(width)}:"{width}"' if width else f"i:{default}"
        most = min(-(-default * 3 // 2), 1000)
        high = (f's:{len(height)}:"{height}"',) if height else (f"d:{most}", f"i:{most}", f"i:{_OLD_HEIGHT}")
        yield from (f'a:2:{{s:5:"width";{wide};s:6:"height";{each};}}' for each in high)
        if width and height:
            return


def _read(html: _Element, shown: Target) -> OEmbed:
    quotation, frame, picture = (html.find(f".//{tag}") for tag in ("blockquote", "iframe", "img"))
    title = frame.get("title", "") if frame is not None else ""
    if quotation is not None and "wp-embedded-content" in quotation.get("class", ""):
        credit = Credit(folded_text(quotation), split_title("wordpress", title).author)
        return OEmbed(shown._replace(provider="wordpress", kind="post"), credit)
    if frame is not None:
        shown = _known(shown, frame.get("src", ""))
    if quotation is not None or picture is None:
        return OEmbed(shown, _credit(html, shown, title), "", quotation)
    return OEmbed(shown, _credit(html, shown, title or picture.get("alt", "")), picture.get("src", ""))


def _credit(html: _Element, shown: Target, title: str) -> Credit:
    lines = (credit_in(shown.provider, spaced_text(line)) for line in html.iter("div", "p"))
    return next(filter(None, lines), None) or split_title(shown.provider, title)


def _known(shown: Target, player: str) -> Target:
    """Name what an unknown page shows as its player does."""
    found = find(player) if shown.kind == UNKNOWN else None
    return shown if found is None else found._replace(url=shown.url)
