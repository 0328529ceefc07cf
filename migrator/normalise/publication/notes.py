"""Corrections, updates and editors' notes: kept in the body, and listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from migrator.markup.text import text_of
from migrator.model import Correction
from migrator.normalise.bylines.names import folded_spaces

LONGEST = 1500
"""Characters of a note: a longer paragraph is an article about a correction."""

_KINDS = (
    (
        "correction",
        r"corrections?(?: appended)?|corrected|erratum|errata|korrektur|berichtigung|corrección|fe de erratas"
        r"|correction du|rectificatif|correzione|errata corrige|correção|rectificatie|correctie|rättelse|rettelse"
        r"|sprostowanie|исправление|訂正|更正|정정|바로잡습니다",
    ),
    ("clarification", r"clarifications?|klarstellung|aclaración|précision|chiarimento|esclarecimento"),
    ("retraction", r"retractions?|retractación"),
    (
        "update",
        r"updates?|updated|aktualisierung|aktualisiert|nachtrag|actualización|actualizado|mise à jour|aggiornamento"
        r"|aggiornato|atualização|aktualizacja|oppdatering|oppdatert|uppdatering|uppdaterad|opdatering|обновление"
        r"|обновлено|追記|更新|업데이트",
    ),
    (
        "editor's note",
        r"editor[’'‘]?s?[’'‘]? notes?|editorial note|note from the editors?"
        r"|anm(?:erkung|\.) d(?:er|\.) red(?:aktion|\.)|nota del? (?:la )?(?:editor|redacción|redazione|redattore)"
        r"|nota della redazione|nota d[oa] (?:editora?|redação)|note de la (?:rédaction|rédactrice)|ndlr|n\.\s?del e\."
        r"|noot van de redactie|編集部注|編按|編註|编者按|편집자 ?주",
    ),
    ("author's note", r"author[’'‘]s note"),
    ("publisher's note", r"publisher[’'‘]s note"),
)
_LABEL = re.compile(
    r"[\s(\[*_]*(?:" + "|".join(f"(?P<k{place}>{words})" for place, (_, words) in enumerate(_KINDS)) + r")"
    r"(?:\s*(?:[:：—–]|-\s|\.\W*$)|(?:\s*\([^()]{1,40}\)|,\s[^:—]{1,30}|\s(?:on\s)?(?:[A-Z][a-z]{2,8}\.?\s)?\d[^:—]{0,20})\s*[:—–])",
    re.IGNORECASE,
)
_SAID = (
    (
        "correction",
        re.compile(
            r"\b(?:an?|the) (?:earlier|previous|original|prior) version of this"
            r" (?:article|story|post|piece|caption|headline)\b"
            r"|\bthis (?:article|story|post|piece) (?:has been|was) (?:corrected|revised|amended)\b"
            r"|\bthe (?:article|story|post) has been (?:corrected|revised|amended)\b"
            r"|\brevised to reflect the following correction\b",
            re.IGNORECASE,
        ),
    ),
    ("update", re.compile(r"\bthis (?:article|story|post|piece|page) (?:has been|was) updated\b", re.IGNORECASE)),
    (
        "retraction",
        re.compile(r"\bthis (?:article|story|post|piece) (?:has been|was) retracted\b(?! by)", re.IGNORECASE),
    ),
)
_FIRST_WORDS = frozenset(
    "correction corrections corrected erratum errata korrektur berichtigung corrección clarification clarifications"
    " klarstellung retraction retractions update updates updated aktualisierung actualización mise editor editors note"
    " anmerkung anm nota author authors publisher publishers"
    " editorial fe rectificatif correzione correção rectificatie correctie rättelse rettelse sprostowanie исправление"
    " 訂正 更正 정정 바로잡습니다 aclaración précision chiarimento esclarecimento retractación aktualisiert nachtrag"
    " actualizado aggiornamento aggiornato atualização aktualizacja oppdatering oppdatert uppdatering uppdaterad"
    " opdatering обновление обновлено 追記 更新 업데이트 ndlr n noot 編集部注 編按 編註 编者按 편집자 편집자주".split()
)
_FIRST_WORD = re.compile(r"[\s(\[*_]*([^\W\d_]+)")
"""How notes begin that have a label: most paragraphs don't, and cost 1 µs, not 30."""


def corrections_in(body: _Element) -> list[Correction]:
    """The notes of a body, in their order: paragraphs that are labelled so, or say what was changed."""
    return [Correction(kind, text) for text in _paragraphs(body) if (kind := _kind_of(text))]


def _paragraphs(body: _Element) -> Iterator[str]:
    """The paragraphs that may be notes."""
    has_words = _has_words(text_of(body))
    for paragraph in body.iter("p", "h4", "h5", "h6"):
        text = text_of(paragraph)
        if len(text) <= LONGEST and (_begins_as_note(text) or (has_words and _has_words(text))):
            yield folded_spaces(text)


def _has_words(text: str) -> bool:
    """Whether one of the words is there that notes have which no label tells; spelled out, as this is a hot loop."""
    lower = text.lower()
    return (
        "version" in lower
        or "corrected" in lower
        or "revised" in lower
        or "amended" in lower
        or "updated" in lower
        or "retracted" in lower
    )


def _begins_as_note(text: str) -> bool:
    first = _FIRST_WORD.match(text)
    return first is not None and first[1].lower() in _FIRST_WORDS


def _kind_of(text: str) -> str:
    labelled = _LABEL.match(text) if _begins_as_note(text) else None
    if labelled is not None:
        said = next((kind for kind, pattern in _SAID if pattern.search(text)), "")
        kind = next(kind for place, (kind, _) in enumerate(_KINDS) if labelled[f"k{place}"])
        return said if said and kind == "editor's note" else kind
    return next((kind for kind, pattern in _SAID if pattern.search(text)), "")
