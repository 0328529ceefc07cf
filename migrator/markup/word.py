"""Word's style sheet, which old editors pasted as text in front of an article, put into an element that a rule takes.

"Normal 0 false false false EN-US X-NONE X-NONE MicrosoftInternetExplorer4 /* Style Definitions */ table.MsoNormalTable
{mso-style-name: …}": settings and styles of the comments around them, which a filter of tags took off.
"""

from __future__ import annotations

import re
from html import escape, unescape

SIGNS = ("Style Definitions", "MicrosoftInternetExplorer4")

_GAP = r"(?:\s|&nbsp;|\xa0|</?(?:p|br|div|span|font)\b[^<>]*>)"
_WORDS = "false|true|[A-Z]{2}-[A-Z]{2}|X-NONE|JA|Print|Clean|MicrosoftInternetExplorer4"
_SETTING = rf"(?:[\d.]{{1,4}}(?:\spt)?|{_WORDS}){_GAP}{{1,60}}+"
_SELECTOR = r"(?:@[\w-]+(?:\s\w+)?|[\w\\*]*[.:\\#][\w.:\\*#-]+|[a-z]{1,5}[1-6]?)"
_STYLE = rf"{_SELECTOR}(?:(?:,|{_GAP})+{_SELECTOR})*{_GAP}*\{{[^{{}}:]+:[^{{}}]*\}}{_GAP}*"
_NORMAL = rf"(?:\bNormal{_GAP}{{1,60}}+)?\b"
_SHEET = re.compile(
    r"(?P<apart>(?s:<!--.*?-->|<(code|pre|script|style|textarea)\b.{,20000}?</\2\s*>))"
    rf"|(?:{_NORMAL}(?:{_SETTING}){{3,40}}+)?/\*{_GAP}*(?:Style|Font) Definitions{_GAP}*\*/{_GAP}*(?:{_STYLE})+"
    rf"|{_NORMAL}(?:{_SETTING}){{2,40}}?MicrosoftInternetExplorer4(?={_GAP}|\Z)"
)
_TAG = re.compile(r"<[^<>]*>")


def mark_style_sheets(content: str) -> str:
    """Put such text into `<word-styles>`, with the tags in it behind that; "mso-" must be in its styles."""
    return _SHEET.sub(_marked, content)


def _marked(sheet: re.Match[str]) -> str:
    text = sheet[0]
    if sheet["apart"] or ("{" in text and "mso-" not in text):
        return text
    said = " ".join(unescape(_TAG.sub(" ", text)).split())
    return f"<word-styles>{escape(said, quote=False)}</word-styles>{''.join(_TAG.findall(text))} "
