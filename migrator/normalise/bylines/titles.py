"""Titles that stand beside names ("Senior News Editor"), class years, and what they say of their holder."""

from __future__ import annotations

import re

from migrator.normalise.bylines.words import TITLE_HEADS, TITLE_WORDS

MOST_WORDS = 7
LONGEST = 90
_CLASS_YEAR = re.compile(
    r"(?:[’'‘`](?P<short>\d\d)|\((?:[’'‘`])?(?P<inner>\d\d|(?:19|20)\d\d)\)|[Cc]lass of (?P<full>(?:19|20)\d\d))"
)


def role_of(title: str) -> str:
    """What the holder of a title does ("Staff Writer" → "writer"), "" when a text is no title."""
    if len(title) > LONGEST:
        return ""
    words = [word for part in title.lower().replace("/", " ").split() if (word := part.strip(".,()"))]
    if not words or len(words) > MOST_WORDS:
        return ""
    head = _head(words)
    rest = [word for word in words if word != head]
    return TITLE_HEADS[head] if head and all(word in TITLE_WORDS or word in TITLE_HEADS for word in rest) else ""


def _head(words: list[str]) -> str:
    """The word that says what someone is: the last one, or the one before "in chief", "at large", "of …"."""
    if words[-1] in TITLE_HEADS:
        return words[-1]
    return next((word for word in words[:-1] if word in TITLE_HEADS and word.startswith(("editor", "co-editor"))), "")


def is_plural(title: str) -> bool:
    """Whether a title belongs to all the names before it: "Staff Writers"."""
    last = title.strip().split(" ")[-1].lower()
    return last.endswith("s") and last.removesuffix("s") in TITLE_HEADS


def without_class_year(text: str) -> tuple[str, str]:
    """Part a class year from a name: "Jane Doe ’25" → ("Jane Doe", "25"), as it is printed."""
    found = _CLASS_YEAR.search(text)
    if found is None:
        return text, ""
    rest = f"{text[: found.start()].rstrip(' ,')} {text[found.end() :].lstrip(' ,')}".strip()
    return rest, found["short"] or found["inner"] or found["full"]
