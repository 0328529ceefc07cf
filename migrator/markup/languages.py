"""Texts that hold several languages, as qTranslate and its successors (-X, -XT, mqTranslate) keep them in one field.

`[:en]Hello[:de]Hallo[:]`, older `<!--:en-->Hello<!--:-->`, also `{:en}Hello{:}`: an opening tag ends the language
before it, a closing one ends them all, and what stands outside belongs to each. Source: `qtranxf_get_language_blocks`
of qTranslate-X.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import dropwhile
from typing import NamedTuple

RULE = "languages.tags"

_CODE = "[a-z]{2,3}(?:[-_][a-z]{2,4})?"
_TAG = re.compile(
    r"(?P<apart><(pre|code|script|style|textarea)\b.*?</\2\s*>)"
    rf"|\[:(?P<bracket>{_CODE})?\]|<!--:(?P<comment>{_CODE})?-->|\{{:(?P<brace>{_CODE})?\}}",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = ("[:", "<!--:", "{:")
_NOTHING = re.compile(r"(?:\s|&nbsp;|<!--(?:(?!-->).)*-->|</?(?:p|br|div|span)\b[^<>]*>)*", re.IGNORECASE | re.DOTALL)
"""What a part holds that says nothing in its language."""


class Part(NamedTuple):
    """A stretch of a text: its language ("" of what belongs to all), its words, the tag it follows."""

    language: str
    text: str
    tag: str


def language_parts(text: str) -> list[Part]:
    """Take a text apart at its languages' tags; empty for a text that has none.

    Tags are such where one closes a language, or the text begins with one: `a[:en]` alone is Python's.
    """
    if not any(sign in text for sign in _SIGNS):
        return []
    tags = list(dropwhile(lambda tag: not _code_of(tag), (tag for tag in _TAG.finditer(text) if not tag["apart"])))
    if not tags or (all(map(_code_of, tags)) and text[: tags[0].start()].strip()):
        return []
    ends = [*(tag.start() for tag in tags[1:]), len(text)]
    parts = [Part(_code_of(tag), text[tag.end() : end], tag[0]) for tag, end in zip(tags, ends, strict=True)]
    return [Part("", text[: tags[0].start()], ""), *parts]


def _code_of(tag: re.Match[str]) -> str:
    primary, _, region = (tag["bracket"] or tag["comment"] or tag["brace"] or "").replace("_", "-").partition("-")
    return f"{primary.lower()}-{region.upper()}" if region else primary.lower()


def languages_of(parts: Iterable[Part]) -> list[str]:
    """The languages in which a text says something, in its order."""
    return list(dict.fromkeys(part.language for part in parts if part.language and not is_silent(part)))


def is_silent(part: Part) -> bool:
    """Whether a part says nothing: white space, empty paragraphs."""
    return _NOTHING.fullmatch(part.text) is not None


def main_language(languages: list[str], wanted: str) -> str:
    """The one of some languages that is wanted ("en-US" is "en", too), else the first; "" of none."""
    return next((one for one in languages if is_same(one, wanted)), languages[0] if languages else "")


def is_same(one: str, other: str) -> bool:
    """Whether two codes name the same language, whatever the country."""
    return _primary(one) == _primary(other)


def _primary(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


def in_languages(text: str, wanted: str) -> dict[str, str]:
    """A short text in each of its languages, the main one first; empty for a text without tags.

    A text whose tags hold nothing is what stands outside of them, under "".
    """
    parts = language_parts(text)
    if not parts:
        return {}
    languages = languages_of(parts)
    main = main_language(languages, wanted)
    return {one: said_in(parts, one) for one in dict.fromkeys((main, *languages))}


def said_in(parts: Iterable[Part], language: str) -> str:
    """What a reader of a language reads: its parts and those of all."""
    return "".join(part.text for part in parts if part.language in ("", language))
