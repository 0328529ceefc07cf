"""Frames that show again what stands beside them, for readers without scripts or before a script has run."""

from __future__ import annotations

from lxml.etree import XPath, _Element

from migrator.clean.embeds import target
from migrator.clean.rule import Rule, drop
from migrator.clean.rules.embed_widgets import widget_address
from migrator.clean.rules.embeds import EMBED_PAGE, frame_address
from migrator.site import Site

_QUOTED_LINKS = XPath("preceding::blockquote[contains(@class, 'wp-embedded-content')][1]//a")
_LATE_FRAMES = XPath("preceding::iframe[1] | following::iframe[1]")
_FACADES = XPath("preceding::*[@data-id or @data-src or @data-facadesrc or @videoid][1]")


def is_twin(frame: _Element, _site: Site) -> bool:
    """Whether an iframe shows again what stands beside it.

    The `<noscript>` copy of one that is loaded late, and the hidden frame of a WordPress post's quotation.
    """
    url = frame_address(frame)
    if "wp-embedded-content" in frame.get("class", ""):
        page = EMBED_PAGE.sub("/", url)
        return any(link.get("href") == page for link in _QUOTED_LINKS(frame))
    holder = frame.getparent()
    if holder is None or holder.tag != "noscript" or not url:
        return False
    shown = target(url)
    return any(other and target(other) == shown for other in _beside(holder))


def _beside(holder: _Element) -> list[str]:
    frames = map(frame_address, _LATE_FRAMES(holder))
    return [*frames, *map(widget_address, _FACADES(holder))]


RULES: tuple[Rule, ...] = (drop("embed.twin", "iframe", when=is_twin),)
