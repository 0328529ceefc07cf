"""What a source shows of other sites, counted by provider: players, lone addresses, embed codes of posts.

Shortcodes are told apart from these (`shortcodes`); what a conversion makes of them all is in embeds.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from migrator.clean.targets import target

_PLAYER = re.compile(
    r"""<(?:iframe|embed)\b[^>]*?\s(?:data-(?:lazy-)?)?src=["']?((?:https?:)?//[^"'\s>]+)""", re.IGNORECASE
)
_LINE = re.compile(r"""^[ \t]*(?:<p>)?(https?://[^\s<>"]+)(?:</p>)?[ \t]*\r?$""", re.MULTILINE)
_CLASSES: Mapping[str, str] = {
    "bluesky-embed": "bluesky",
    "fb-post": "facebook",
    "fb-video": "facebook",
    "gie-single": "getty",
    "instagram-media": "instagram",
    "reddit-embed-bq": "reddit",
    "tiktok-embed": "tiktok",
    "twitter-tweet": "twitter",
    "twitter-video": "twitter",
}
_CODE = re.compile(rf"""<\w+\b[^>]*?\sclass=["'](?:[^"']*\s)?({"|".join(_CLASSES)})\b""")


def providers_in(text: str) -> Iterator[str]:
    """Name the provider of each embed in a raw text, the host of one that isn't known."""
    if "//" not in text:
        return
    for pattern in (_PLAYER, _LINE):
        yield from (target(url).provider for url in pattern.findall(text))
    yield from (_CLASSES[name] for name in _CODE.findall(text))
