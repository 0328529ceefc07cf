"""Scripts that write a gist, a poll, a chart, a player into the page."""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.clean.embeds import find
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.embeds import is_file, shown_beside
from migrator.model import Post
from migrator.site import Site

_SCRIPTED = frozenset("gist crowdsignal storify jwplayer jotform datawrapper buzzsprout surveymonkey".split())
"""Providers whose script is itself what stands in the page."""

_INFOGRAM = "infogram_0_"
_TOKENS = ("embedSWF", "SWFObject", ".setup(")
_PLAYED = (
    re.compile(r"""\bfile["']?\s*[:,]\s*["']([^"']+)["']"""),
    re.compile(r"""(?:embedSWF|SWFObject)\(\s*["']([^"']+)["']"""),
)
"""The file that a script gives to JW Player or a Flash player, else the player: a video's own at some providers."""

LONGEST = 5000
"""Characters of a script that is looked into: those that start a player have some hundred, libraries ten thousands."""


def from_script(script: _Element, post: Post, _site: Site) -> _Element:
    """A `<script>` that is content: the figure of what it writes into the page."""
    return shown_beside(script, script_address(script), post, script.get("title", ""))


def is_content(script: _Element, _site: Site) -> bool:
    """Whether a script is what stands in the page, not a tool for something else there."""
    return bool(script_address(script))


def script_address(script: _Element) -> str:
    """The address of what a script writes into the page, or ""."""
    src = script.get("src")
    if not src:
        return _played(script.text or "")
    if script.get("id", "").startswith(_INFOGRAM):
        return f"https://infogram.com/{script.get('id', '').removeprefix(_INFOGRAM)}"
    if script.get("data-telegram-post"):
        return f"https://t.me/{script.get('data-telegram-post')}"
    shown = find(src)
    return src if shown is not None and shown.provider in _SCRIPTED else ""


def _played(text: str) -> str:
    if len(text) > LONGEST or not any(token in text for token in _TOKENS):
        return ""
    said = (url for pattern in _PLAYED for url in pattern.findall(text))
    return next((url for url in said if find(url) is not None or (is_file(url) and "/" in url)), "")


RULES: tuple[Rule, ...] = (rewrite_in("embed.script", "script", using=from_script, when=is_content),)
