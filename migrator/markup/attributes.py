"""What stands between a shortcode's name and its bracket, read as WordPress does."""

from __future__ import annotations

import re
from itertools import count

_ATTRIBUTE = re.compile(r"""(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s'"]+))(?:\s|$)|(\S+)(?:\s|$)""", re.ASCII)
_SPACES = re.compile("[\xa0\u200b]+")
_CURLY = re.compile(
    r"=\s*(?:[“”„″]|&#(?:8220|8221|8222|8243);|&[lr]dquo;|&Prime;)([^“”„″\"]*?)"
    r"(?:[“”„″]|&#(?:8220|8221|8222|8243);|&[lr]dquo;|&Prime;)(?=\s|/|$)"
)
_CURLED = re.compile("[“”„″]|&#8|&[lr]dquo;|&Prime;")
_BALANCED = re.compile(r"[^<]*(?:<[^>]*>[^<]*)*")  # no possessive groups: see `build`
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "v": "\v", "b": "\b", "f": "\f"}


def parse_attributes(text: str) -> dict[str, str]:
    r"""Read `name="v" name='v' name=v v "v"`; those without a name get the keys "0", "1", ….

    Names are lower-cased, no-break and zero-width spaces separate, C escapes are resolved (`\n`, `\x41`), a value in
    which a `<` stays open is empty. Unlike in WordPress, typographic quotes count where a straight one is missing
    (`width=”300″`): a page builder or a saved page has curled them.
    """
    if _CURLED.search(text):
        text = _CURLY.sub(r'="\1"', text)
    found: dict[str, str] = {}
    position = count()
    for name, double, single, bare, other in _ATTRIBUTE.findall(_SPACES.sub(" ", text)):
        value = double or single or bare or other
        if name or value:
            found[name.lower() if name else str(next(position))] = _value(value)
    return found


def _value(text: str) -> str:
    if "\\" in text:
        text = _ESCAPE.sub(_unescape, text)
    if "<" in text and not _BALANCED.fullmatch(text):
        return ""
    return text


def _unescape(escape: re.Match[str]) -> str:
    hexadecimal, octal, other = escape.groups()
    if other is None:
        return chr(int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 0xFF)
    return _CONTROLS.get(other, other)
