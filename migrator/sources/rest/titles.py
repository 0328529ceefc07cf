"""Titles as they are stored: without the words that WordPress puts before those of what not everybody may read."""

from __future__ import annotations

import re

_WORDS = (
    "Protected|Private|Geschützt|Privat|Protégé|Privé|Protegido|Protegida|Privado|Privada|Protetto|Privato|Beveiligd"
    "|Beschermd|Privé|Zabezpieczone|Prywatne|Skyddad|Beskyttet|Защищено|Личное|保護中|非公開|受保护|私密"
)
_PREFIX = re.compile(rf"(?:{_WORDS})\s?:\s?|(?:保護中|非公開):\s?")
"""Source: `get_the_title`: "Protected: %s" and "Private: %s", and their translations."""


def without_prefix(title: str, status: str, *, protected: bool) -> str:
    """The title of a post that has a password or is private without the word that says so."""
    return _PREFIX.sub("", title, count=1) if (protected or status == "private") and _PREFIX.match(title) else title
