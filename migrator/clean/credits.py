"""Whose work an embed is and what it is called, as the words say that its provider's embed code has beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

LONGEST = 300
"""Characters of the longest line that is taken for a credit; a title has 100 at most at most providers."""


class Credit(NamedTuple):
    """What a line says of an embed; "" where it says nothing."""

    title: str = ""
    author: str = ""


_BY = r"(?P<title>.+) by (?P<author>.+)"

LINES: Mapping[str, tuple[str, ...]] = {
    "bandcamp": (_BY,),
    "codepen": (r"See the Pen (?P<title>.+?) by (?P<author>.+?) \(@.*",),
    "crowdsignal": (r"(?:View Poll|Take Our (?:Poll|Survey)!?)", r"(?P<title>.+)"),
    "dailymotion": (_BY,),
    "documentcloud": (r"(?P<title>.+?) \((?:PDF|Text)\).*",),
    "eventbrite": (r"(?:.+ )?[Pp]owered by Eventbrite",),
    "flickr": (r"(?P<title>.+?), (?:a photo )?by (?P<author>.+?) on Flickr\.?",),
    "imgur": (r"(?P<title>.+)",),
    "infogram": (r"(?P<title>.+?) (?:\| )?(?:Infogram|Create (?:your own )?infographics?)",),
    "issuu": (r"Open publication - Free publishing(?: - More .*)?",),
    "mixcloud": (r"(?P<title>.+) by (?P<author>.+?)(?: on Mixcloud)?",),
    "prezi": (r"(?P<title>.+) on Prezi",),
    "reddit": (
        r"(?P<title>.+) by (?P<author>u/[\w-]+) in .+",
        r"(?P<title>.+?) (?:from|in) (?:r/)?\w+",
    ),
    "scribd": (r"View (?P<title>.+) on Scribd", _BY),
    "slideshare": (
        r"View more (?:presentations|documents|videos|webinars) from (?P<author>.+?)\.?",
        r"(?P<title>.+) from (?P<author>.+)",
    ),
    "soundcloud": (r"(?P<author>.+?) · (?P<title>.+)", _BY),
    "storify": (r"\[?View the story [\"“](?P<title>.+)[\"”] on Storify\]?",),
    "tenor": (r"(?P<title>.+?)(?: GIF)? from .+ GIFs",),
    "ustream": (r"(?:Live )?[Vv]ideo streaming by Ustream",),
    "vimeo": (r"(?P<title>.+) from (?P<author>.+) on Vimeo\.?",),
}
"""Lines that embed codes have above or below the player. A line that names an author becomes the caption."""

SIGNATURES: Mapping[str, str] = {
    "bluesky": r"— (?P<author>[^—()]{0,80}\(@[\w.:-]+\))[^—]*$",
    "facebook": r"Posted by (?P<author>.+?)(?: on .+)?$",
    "instagram": r"A (?:post|photo|video|reel) (?:shared|posted) by (?P<author>.+?)(?: on .+)?$",
    "mastodon": r"Post by (?P<author>@[\w.@-]+)",
    "threads": r"Post by (?P<author>@[\w.]+)",
    "tiktok": r"^(?P<author>@[\w.]+)",
    "twitter": r"— (?P<author>[^—()]{0,80}\(@\w+\))[^—]*$",
}
"""How posts are signed in the quotations that embed codes have."""

TITLES: Mapping[str, str] = {
    "soundcloud": _BY,
    "tiktok": r"(?P<title>.+) by (?P<author>@.+)",
    "wordpress": r"[“\"](?P<title>.+)[”\"] — (?P<author>.+)",
}
"""Titles of players that name an author as well."""


def credit_in(provider: str, line: str) -> Credit | None:
    """Read a line beside an embed; None when it is none of the provider's."""
    if len(line) > LONGEST:
        return None
    return next((_credit(found) for pattern in LINES.get(provider, ()) if (found := _match(pattern, line))), None)


def author_in(provider: str, words: str) -> str:
    """Find who wrote a post, from the words that are quoted of it."""
    pattern = SIGNATURES.get(provider)
    found = _compiled(pattern).search(words) if pattern else None
    return found["author"].strip() if found else ""


def is_signature(provider: str, words: str) -> bool:
    """Whether a post's quotation says nothing but who wrote it, and when."""
    pattern = SIGNATURES.get(provider)
    return pattern is not None and provider == "instagram" and _match(pattern, words) is not None


def split_title(provider: str, title: str) -> Credit:
    """Part what a player's title says into title and author."""
    found = _match(TITLES[provider], title) if provider in TITLES else None
    return _credit(found) if found else Credit(title)


def _credit(found: re.Match[str]) -> Credit:
    said = found.groupdict(default="")
    return Credit(said.get("title", "").strip(), said.get("author", "").strip())


def _match(pattern: str, text: str) -> re.Match[str] | None:
    return _compiled(pattern).fullmatch(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
