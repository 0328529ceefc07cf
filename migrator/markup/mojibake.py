"""Text in UTF-8 that was once read as Windows-1252 or Latin-1 ("cafÃ©", "donâ€™t"), read back where that is certain.

A database that WordPress filled over a connection in Latin-1 holds such text, and so does text pasted from one that
does. Reading back is certain when everything in a run of text that isn't ASCII is UTF-8 read so, when there are
sequences that nobody writes in a word, and when the text isn't about encodings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from migrator.markup.prose import change_prose

_CP1252 = {bytes((byte,)).decode("cp1252", "ignore"): byte for byte in range(0x80, 0xA0)}
_TO_BYTES = {ord(character): byte for character, byte in _CP1252.items() if character}
_GOES_ON = "[" + "".join(map(re.escape, filter(None, _CP1252))) + "\x80-\xbf]"
"""The bytes 80 to BF, which go on a character of UTF-8, as Windows-1252 or Latin-1 shows them."""

_SIGNS = (
    *("Ã", "Â", "â€", "â\x80", "Ä‡", "Ä\x81", "Å", "Ð", "Ñ", "Î", "Ï", "×", "Ø", "Ù", "à¤", "à¸"),
    *("ã€", "ã\x81", "ï¼", "ë‹", "ðŸ", "ð\x9f"),
)
"""What begins the characters of Latin, Greek, Cyrillic, Hebrew, Arabic, Hindi, Thai, Chinese, Japanese and Korean and
emoji when they are read so."""

_CERTAIN = re.compile(
    rf"(?<=[A-Za-z])â[€\x80]{_GOES_ON}|â[€\x80]{_GOES_ON}(?=[A-Za-z])"
    rf"|(?<=[a-z])[ÃÂ]{_GOES_ON}|(?<![A-Z])Ã{_GOES_ON}(?=[a-z])|(?<![A-Z])Â[\xa0-\xbf](?=\w)"
    r"|Ã¢(?:â‚¬|Â\x80)|Ã°Å¸"
    rf"|(?<=[a-z])[ÄÅ]{_GOES_ON}(?=[a-z])|ð[Ÿ\x9f]{_GOES_ON}{{2}}"
    rf"|(?:[ÎÏÐÑ×ØÙ]{_GOES_ON}){{4}}|(?:à[¤-¹]{_GOES_ON}){{3}}|(?:[ã-í]{_GOES_ON}{{2}}){{4}}"
)
"""Within a word, or in a run of several: "Ã©" alone may be meant, and "AMANHÃ…" is Portuguese."""

_ON_ENCODINGS = re.compile(
    r"mojibake|\butf\b|utf-?8|unicode|encod(?:ing|ed)|latin-?1|iso[- ]?8859|(?:windows-|cp)-?125\d|charset"
    r"|character set|zeichensatz|zeichensätz|kodierung|encodage|codifica[cç]|codificazione|кодировк|文字化け",
    re.IGNORECASE,
)
_FAMILIAR = re.compile(r"[\0-\u024f\u02b0-\u036f\u1e00-\u1eff\u2000-\u2bff\ufe0f\ufeff\U0001f000-\U0001faff]*")
_FOREIGN_WORD = re.compile(r"[\u0370-\u07bf\u0900-\u109f\u3040-\ud7af\uff00-\uff5e]{3}")
_MOST_TIMES = 3
_ENOUGH = 3


def unscramble(text: str) -> str:
    """Read back what is certain of a text, if need be more than once."""
    for _ in range(_MOST_TIMES):
        if not any(map(text.__contains__, _SIGNS)) or not _CERTAIN.search(text) or _ON_ENCODINGS.search(text):
            return text
        runs = _runs(text)
        read = {run: back for run in runs if (back := _read_back(run))}
        certain = sum(len(_CERTAIN.findall(run)) for run in read)
        if not certain or (len(read) < len(runs) and certain < _ENOUGH):
            return text
        text = change_prose(text, lambda run, read=read: read.get(run, run))  # type: ignore[misc]
    return text


def _runs(text: str) -> set[str]:
    """The runs of prose that aren't ASCII."""
    runs: set[str] = set()

    def note(run: str) -> str:
        if not run.isascii():
            runs.add(run)
        return run

    change_prose(text, note)
    return runs


def _read_back(run: str) -> str:
    """What a run was before, "" when it wasn't UTF-8 or nobody would have written it."""
    try:
        back = run.replace("Ã&nbsp;", "Ã\xa0").translate(_TO_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return ""
    is_written = _FAMILIAR.fullmatch(back) or _FOREIGN_WORD.search(back)
    is_to_go_on = _CERTAIN.search(back) is not None
    return back if is_written and (is_to_go_on or not _has_strange(set(back))) else ""


def _has_strange(characters: Iterable[str]) -> bool:
    """Whether there are control characters or ones that Unicode doesn't have."""
    return any(unicodedata.category(one) in ("Cc", "Cn", "Co") for one in characters if one > "\x7f")
