"""Titles as they are stored: without the words that WordPress and themes put before them, or in their place."""

from __future__ import annotations

import re

_WORDS = (
    "Protected|Private|Geschützt|Privat|Protégé|Privé|Protegido|Protegida|Privado|Privada|Protetto|Privato|Beveiligd"
    "|Beschermd|Privé|Zabezpieczone|Prywatne|Skyddad|Beskyttet|Защищено|Личное|保護中|非公開|受保护|私密"
)
_PREFIX = re.compile(rf"(?:{_WORDS})\s?:\s?|(?:保護中|非公開):\s?")
"""Source: `get_the_title`: "Protected: %s" and "Private: %s", and their translations."""


def without_prefix(title: str) -> str:
    """The title of a post that has a password or is private without the word that says so."""
    return _PREFIX.sub("", title, count=1) if _PREFIX.match(title) else title


_UNTITLED = frozenset(
    "untitled|(no title)|ohne titel|sans titre|sin título|senza titolo|sem título|zonder titel|bez tytułu|utan titel"
    "|без названия|無題|无标题".split("|")
)
"""What themes show where there is no title; Twenty Twenty-One does so by a filter, in REST too."""


def without_stand_in(title: str, slug: str, identity: int) -> str:
    """The title, unless it only stands in the place of one: WordPress makes the slug of such a post of its id."""
    return "" if slug.partition("-")[0] == str(identity) and title.strip().lower() in _UNTITLED else title
