"""Printed bylines in Chinese, Japanese and Korean, whose names have no capitals to be known by.

A line counts when it is made of nothing but labels ("文／", "記者", "取材・文＝", "글·사진") and what has the form of a
name. A short label and a mere space, as in "글 김하나", may as well begin a sentence: such a line is weak, and so is a
name of two syllables with a title behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from migrator.normalise.bylines.east_asian_words import (
    CHINESE_FAMILIES,
    JAPANESE_FIRST,
    KOREAN_FAMILIES,
    LABELS,
    NO_KANA,
    NO_KOREAN,
    NO_NAME,
    NO_ONE,
    ORGANISATION_ENDS,
    POSTS,
    TOWNS,
)

LONGEST = 60
"""Characters of a line; four names with their labels have fewer."""

LONGEST_NAME = 12

_HAN, _KANA, _HANGUL = "一-鿿㐀-䶿々〆", "ぁ-んァ-ヶー", "가-힣"
_SIGN = re.compile(rf"[{_HAN}{_KANA}{_HANGUL}]")
_SPACE = r"[ \u3000\xa0]"

_CHINESE = re.compile(
    rf"[{CHINESE_FAMILIES}][{_HAN}]{{1,2}}|(?:歐陽|欧阳|司馬|司马|諸葛|诸葛|上官|司徒|夏侯|張簡)[{_HAN}]{{1,2}}"
    rf"|[{_HAN}]{{1,6}}(?:[·•‧・][{_HAN}]{{1,8}}){{1,2}}"
)
_JAPANESE = re.compile(
    rf"[{JAPANESE_FIRST}][{_HAN}]{{2,4}}|[{JAPANESE_FIRST}][{_HAN}]{{0,2}}{_SPACE}[{_HAN}{_KANA}]{{1,4}}"
    rf"|[{JAPANESE_FIRST}][{_HAN}]{{0,2}}(?P<kana>[ぁ-ん]{{2,3}}|[ァ-ヶー]{{2,3}})"
    r"|[ァ-ヶー]{2,10}(?:[・＝=][ァ-ヶー]{2,10}){1,2}"
)
_KOREAN = re.compile(rf"[{KOREAN_FAMILIES}][{_HANGUL}]{{1,2}}|(?:남궁|황보|선우|제갈|독고)[{_HANGUL}]{{1,2}}")
_ORGANISATION = re.compile(rf"(?:{ORGANISATION_ENDS})$")
_MAIL = re.compile(rf"{_SPACE}*[(（<]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)）>]?\s*$")
_BRACKETS = re.compile(r"^[（(【\[〔](.*)[）)】\]〕]$")
_LABEL = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
_POST = "|".join(sorted(map(re.escape, POSTS), key=len, reverse=True))
_STRONG = r"[:：／/=＝｜|◎]"
_LABELLED = re.compile(rf"(?P<label>{_LABEL})(?P<sign>{_SPACE}*{_STRONG}{_SPACE}*|{_SPACE}+)")
_NEXT = re.compile(rf"(?:{_SPACE}+|{_SPACE}*[／/|｜,，、;；]{_SPACE}*)(?=(?:{_LABEL})(?:{_SPACE}*{_STRONG}|{_SPACE}))")
_JOIN = re.compile(
    rf"{_SPACE}*[、,，;；&／/|｜]{_SPACE}*|{_SPACE}+(?:and|와|과|및){_SPACE}+|(?<=[{_HANGUL}]){_SPACE}*·{_SPACE}*"
)
_REPORT = re.compile(
    rf"(?P<label>(?:本報|本报|校園|校园|實習|实习|特約|特约|學生|学生)?(?:記者|记者)){_SPACE}*"
    rf"(?P<names>[{_HAN}、·]{{2,20}}?)"
    rf"(?:{_SPACE}*[／/╱]{_SPACE}*[{_HAN}]{{0,6}}?|{_SPACE}+(?:{TOWNS})?|(?:{TOWNS}))(?:報導|報道|报道|攝影|摄影|攝|摄)"
)
_TITLED = re.compile(rf"(?P<names>[{_HANGUL}{_SPACE[1:-1]}·,、]{{2,30}}?){_SPACE}?(?P<post>{_POST})")


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its label ("文／"), what that means, its title ("기자"), and whether it is an organisation's."""

    name: str
    label: str
    role: str
    title: str = ""
    is_organisation: bool = False


class Line(NamedTuple):
    """Whom a line credits, and whether it can be nothing else."""

    credited: tuple[Named, ...]
    is_sure: bool


def read_line(line: str) -> Line | None:
    """Read a line that is nothing but labels and names; None when it is anything else."""
    if len(line) > LONGEST or not _SIGN.search(line):
        return None
    text = _MAIL.sub("", line.strip().strip("▲■●◆△□○◎▶*_"))
    has_mail = text != line.strip()
    inner = _BRACKETS.match(text.strip())
    text = inner[1].strip() if inner else text.strip()
    return _reported(text) or _labelled(text) or _titled(text, has_mail=has_mail)


def _reported(text: str) -> Line | None:
    """A Chinese reporter's line, which ends with a place and "reports": "記者王小明／台北報導"."""
    found = _REPORT.fullmatch(text)
    names = _names(found["names"].strip()) if found else []
    if not found or not names:
        return None
    return Line(tuple(Named(name, found["label"], "writer", found["label"]) for name in names), is_sure=True)


def _labelled(text: str) -> Line | None:
    credited: list[Named] = []
    is_sure = True
    for part in _NEXT.split(text):
        begun = _LABELLED.match(part)
        if begun is None:
            return None
        rest, title = _without_post(part[begun.end() :])
        names = _names(rest)
        if not names:
            return None
        is_sure = is_sure and (bool(begun["sign"].strip()) or bool(title) or len(begun["label"]) > 2)
        label = part[: begun.end()].strip()
        role = LABELS[begun["label"]]
        credited += [Named(name, label, role, title, _ORGANISATION.search(name) is not None) for name in names]
    return Line(tuple(credited), is_sure)


def _titled(text: str, *, has_mail: bool) -> Line | None:
    """A Korean name with its title behind it: "김하나 기자"."""
    found = _TITLED.fullmatch(text)
    names = _names(found["names"].strip()) if found else []
    if not found or not names or any(_ORGANISATION.search(name) for name in names):
        return None
    is_sure = has_mail or all(len(name) > 2 for name in names)
    return Line(tuple(Named(name, "", POSTS[found["post"]], found["post"]) for name in names), is_sure)


def _without_post(text: str) -> tuple[str, str]:
    found = _TITLED.fullmatch(text)
    return (found["names"].strip(), found["post"]) if found else (text, "")


def _names(text: str) -> list[str]:
    """The names that a text is a list of; none if anything in it is no name."""
    names = [name.strip() for name in _JOIN.split(text)]
    return names if names and all(map(is_name, names)) else []


def is_name(text: str) -> bool:
    """Whether a text has the form of a person's name, or ends as organisations' names do."""
    if text in NO_ONE or text in LABELS or text in POSTS:
        return False
    if _KOREAN.fullmatch(text):
        return text not in NO_KOREAN
    if _ORGANISATION.search(text):
        return len(text) <= LONGEST_NAME and " " not in text
    if not NO_NAME.isdisjoint(text):
        return False
    japanese = _JAPANESE.fullmatch(text)
    return _CHINESE.fullmatch(text) is not None or (japanese is not None and japanese["kana"] not in NO_KANA)
