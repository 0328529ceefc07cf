"""Titles that stand beside names ("Senior News Editor"), class years, and what they say of their holder."""

from __future__ import annotations

import re

from migrator.normalise.bylines.east_asian_words import POSTS
from migrator.normalise.bylines.words import NO_NAMES, OTHER_POSTS, SIGNING, SIGNING_WORDS, TITLE_HEADS, TITLE_WORDS

MOST_WORDS = 7
LONGEST = 90
_SIGNS = SIGNING.keys() | SIGNING_WORDS
_POSTS = SIGNING.keys() | OTHER_POSTS
_CHIEFS = ("editor", "co-editor", "rédact", "redact", "redakt", "redatt")
_CLASS_YEAR = re.compile(
    r"(?:[’'‘`](?P<short>\d\d)|\((?:[’'‘`])?(?P<inner>\d\d|(?:19|20)\d\d)\)|[Cc]lass of (?P<full>(?:19|20)\d\d))"
)


def role_of(title: str) -> str:
    """What the holder of a title does ("Staff Writer" → "writer"), "" when a text is no title."""
    if len(title) > LONGEST:
        return ""
    words = [word for part in title.lower().replace("/", " ").split() if (word := part.strip(".,()"))]
    if not words or len(words) > MOST_WORDS or (words[0], words[-1]) == ("the", "staff"):
        return ""
    head = _head(words)
    if not head:
        return ""
    rest = [word for word in words if word != head and word not in TITLE_WORDS and word not in TITLE_HEADS]
    return TITLE_HEADS[head] if not rest or _names_paper(title, words, rest) else ""


def _names_paper(title: str, words: list[str], unknown: list[str]) -> bool:
    """Whether the one unknown word of a title is a paper's name before it: "Gazette Staff Writer"."""
    first = next(iter(title.removeprefix("The ").split()), "")
    return unknown == [first.lower()] and first[:1].isupper() and len(words) > 2 and words[-2] in SIGNING_WORDS


def is_signing(title: str) -> bool:
    """Whether those who make a paper sign with a title: "News Editor", and not "President"."""
    words = title.lower().replace("/", " ").replace(",", " ").split()
    return title in POSTS or (bool(role_of(title)) and not _SIGNS.isdisjoint(words))


def is_post(text: str) -> bool:
    """Whether a text behind a name says what they are, with words that no table has: "Gazette Editor", "Copy Chief"."""
    words = text.split(" ")
    return len(words) < MOST_WORDS and words[-1].lower() in _POSTS and all(map(_is_of_title, words))


def _is_of_title(word: str) -> bool:
    lower = word.lower()
    return lower in TITLE_WORDS or (word[:1].isupper() and lower not in NO_NAMES)


def _head(words: list[str]) -> str:
    """The word that says what someone is: the last one, or the one before "in chief", "at large", "of …"."""
    if words[-1] in TITLE_HEADS:
        return words[-1]
    return next((word for word in words[:-1] if word in TITLE_HEADS and word.startswith(_CHIEFS)), "")


def is_plural(title: str) -> bool:
    """Whether a title belongs to all the names before it: "Staff Writers"."""
    return singular(title) != title.strip()


def singular(title: str) -> str:
    """A title as one person has it: "Staff Writers" → "Staff Writer", "Editors-in-Chief" → "Editor-in-Chief"."""
    title = title.strip()
    start, _, last = title.rpartition(" ")
    first, dash, rest = last.partition("-in-")
    if not first.lower().endswith("s") or (first[:-1] + dash + rest).lower() not in TITLE_HEADS:
        return title
    return f"{start} {first[:-1]}{dash}{rest}".strip()


def without_class_year(text: str) -> tuple[str, str]:
    """Part a class year from a name: "Jane Doe ’25" → ("Jane Doe", "25"), as it is printed."""
    found = _CLASS_YEAR.search(text)
    if found is None:
        return text, ""
    rest = f"{text[: found.start()].rstrip(' ,')} {text[found.end() :].lstrip(' ,')}".strip()
    return rest, found["short"] or found["inner"] or found["full"]
