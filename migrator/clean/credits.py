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
    "gist": (r"View .+ on GitHub",),
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
    "instagram": r"(?:(?:shared|posted) by|geteilt von|partag\w+ par|compartid\w de|gedeeld door)"
    r" (?P<author>.{1,80}?\(@[\w.]+\))|\((?P<handle>@[\w.]+)\)",
    "mastodon": r"Post by (?P<author>@[\w.@-]+)",
    "threads": r"Post by (?P<author>@[\w.]+)",
    "tiktok": r"^(?P<author>@[\w.]+)",
    "twitter": r"— (?P<author>[^—()]{0,80}\(@\w+\))[^—]*$",
}
"""How posts are signed in the quotations that embed codes have; where a language isn't known, the handle is."""

_NOTHING_ELSE = {"instagram": r".{1,80}\(@[\w.]+\).{0,60}"}
"""Quotations that have nothing but who posted it, and when: Instagram's since 2018 have no words of the post."""

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
    return next((said.strip() for said in found.groups() if said), "") if found else ""


def is_signature(provider: str, words: str) -> bool:
    """Whether a post's quotation says nothing but who wrote it, and when."""
    return provider in _NOTHING_ELSE and _match(_NOTHING_ELSE[provider], words) is not None


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
