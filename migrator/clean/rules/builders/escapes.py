"""How builders write in an attribute what a shortcode can't hold there: quotes, brackets, line ends, HTML."""

from __future__ import annotations

import base64
import re
from urllib.parse import unquote

from migrator.markup.shortcodes import LINE_BREAK_OF_DIVI

_OF_DIVI = {"%22": '"', "%91": "[", "%92": "\\", "%93": "]"}
_DIVI = re.compile("|".join(map(re.escape, _OF_DIVI)))
_OF_WPBAKERY = {"`{`": "[", "`}`": "]", "``": '"'}
_WPBAKERY = re.compile("|".join(map(re.escape, _OF_WPBAKERY)))
_SAFE = "#E-8_"
_BASE64 = re.compile(r"[A-Za-z0-9+/]{8,}={0,2}")
_ADDRESS = re.compile(r"https?://\S+|/\S*")


def unescaped(name: str, value: str) -> str:
    """An attribute of the shortcode `name` as its author wrote it; addresses keep their escapes."""
    if value.startswith(_SAFE):
        return decoded(value.removeprefix(_SAFE)) or value
    if name.startswith("et_pb_") and not _ADDRESS.fullmatch(value):
        return LINE_BREAK_OF_DIVI.sub("\n", _DIVI.sub(lambda found: _OF_DIVI[found[0]], value))
    if name == "kc_title" and _BASE64.fullmatch(value):
        return decoded(value) or value
    return _WPBAKERY.sub(lambda found: _OF_WPBAKERY[found[0]], value) if "`" in value else value


def decoded(text: str) -> str:
    """Text that stands there as base64, its characters escaped once more or not; "" when it is none."""
    try:
        return unquote(base64.b64decode("".join(text.split()), validate=True).decode())
    except ValueError:
        return ""
