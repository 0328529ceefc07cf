"""Tell names of persons and organisations from other words."""

from __future__ import annotations

import re

from migrator.normalise.bylines.words import (
    AFTER_MONTHS,
    FAMILIES,
    GIVEN,
    HONORIFICS,
    NO_NAMES,
    ORGANISATION_ENDS,
    ORGANISATIONS,
    PARTICLES,
    SUFFIXES,
)

MOST_WORDS = 6
"""Words in a person's name: of 828 names that a student paper had cleaned by hand none has more than five."""

_WORD = re.compile(r"[^\W\d_](?:[\w’'‘`.\-]*[\w.’'])?")
_CAPITALS = re.compile(r"(?:^|[\-’'‘])\w|(?<=^mc)\w")
_NEVER_SHOUTED = re.compile(rf"\bMa?c(?=[A-Z]{{2}})|\b(?:{'|'.join(PARTICLES)})\b")
_NICKNAME = re.compile(r"""\s[“"‘'(](?=[^\W\d_])[\w .’'-]{1,20}[”"’')](?=\s)""")


def folded_spaces(text: str) -> str:
    """A text with single spaces, none at its ends."""
    return " ".join(text.split())


def is_person(text: str) -> bool:
    """Whether a text can be nothing but one person's name of two words or more: "Jane van der Berg, Jr."."""
    words = [word.rstrip(",") for word in _NICKNAME.sub("", text).split(" ")]
    while len(words) > 2 and words[-1].lower() in SUFFIXES:
        words.pop()
    while words and words[0].lower() in HONORIFICS:
        words.pop(0)
    if not 2 <= len(words) <= MOST_WORDS or is_organisation(text):
        return False
    return all(map(_is_of_name, _surely(words))) and _is_capital(words[0]) and _is_capital(words[-1])


def _surely(words: list[str]) -> list[str]:
    """The words but for a first or last one that is a name as well as another word: "Will Roe", "Linh Do"."""
    if words[0].lower() in GIVEN and words[1].lower() not in AFTER_MONTHS:
        return words[1:]
    return words[:-1] if words[-1].lower() in FAMILIES else words


def _is_of_name(word: str) -> bool:
    if word.lower() in PARTICLES:
        return True
    if len(word) > 3 and word[-1] == "." and word[:-1].isalpha():  # it ends a sentence
        return False
    return _is_capital(word) and _WORD.fullmatch(word) is not None and word.lower() not in NO_NAMES


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital. In scripts that have none, nothing tells a name from a sentence."""
    return word[:1].isupper()


def is_organisation(text: str) -> bool:
    """Whether a text names an organisation: "The Gazette Editorial Board", "Associated Press"."""
    words = text.lower().removeprefix("the ").split()
    if not words or len(words) > MOST_WORDS:
        return False
    if " ".join(words) in ORGANISATIONS:
        return True
    if "/" in text or any(len(word) > 3 and word.endswith(".") for word in words[:-1]):
        return False
    is_name = all(_is_capital(word) or word in ("of", "the", "and", "for", "&") for word in text.split())
    return is_name and len(words) > 1 and words[-1] in ORGANISATION_ENDS


def is_shouted(text: str) -> bool:
    """Whether a text is in capitals throughout: "JANE DOE", "JANE McDONALD"."""
    text = _NEVER_SHOUTED.sub("", text)
    return text.isupper() and sum(map(str.isalpha, text)) > 3


def spoken(name: str) -> str:
    """A name as it is written elsewhere: "JANE O'NEILL" → "Jane O'Neill", "the Editorial Board" → "Editorial Board"."""
    name = name.removeprefix("the ")
    if not is_shouted(name):
        return name
    return " ".join(_spoken_word(word) for word in name.split(" "))


def _spoken_word(word: str) -> str:
    lower = word.lower()
    if lower in PARTICLES:
        return lower
    if lower.rstrip(".") in ("jr", "sr"):
        return lower.capitalize()
    if word.startswith("Mac") and word[3:].isupper():
        return "Mac" + lower[3:].capitalize()
    if not word[:1].isalpha() or "." in word or lower.rstrip(".") in ("ii", "iii", "iv"):
        return word
    return _CAPITALS.sub(lambda found: found[0][:-1] + found[0][-1].upper(), lower)
