"""Pictures of Getty Images: embed codes have no picture, only its number there, so there is none to keep.

Whoever shows one has a licence for Getty's own frame alone; it is never fetched.
"""

from __future__ import annotations

import re

from lxml.etree import Element, XPath, _Element

from migrator.clean.embeds import Target, embed, figure, find, target
from migrator.clean.rule import Rule, drop, rewrite
from migrator.clean.rules.embeds import frame_address
from migrator.site import Site

LABEL = "Embed from Getty Images"
_HOME = Target("getty", "image", "", "https://www.gettyimages.com/")
_ITEMS = re.compile(r"""\bitems\s*:\s*["']([\d,\s]+)["']""")
_SCRIPTS_BEHIND = XPath("following-sibling::script[contains(., 'items')]")
_FRAMES_NEAR = XPath("following::iframe[1] | preceding::iframe[1]")


def from_link(link: _Element, _site: Site) -> _Element:
    """`a.gie-single`, `a.gie-slideshow`: the pictures that the script beside it names, else the one it leads to."""
    numbers = _numbers(link) or [link.get("href", "")]
    shown = [embed(f"https://www.gettyimages.com/detail/{one}" if one.isdigit() else one) for one in numbers]
    if len(shown) == 1:
        return shown[0]
    group = Element("div")
    group.extend(shown)
    return group


def _numbers(link: _Element) -> list[str]:
    """The numbers in the script of a link: it tells by the link's id that it is meant."""
    identity = link.get("id", "")
    for script in _SCRIPTS_BEHIND(link):
        found = _ITEMS.search(script.text or "")
        if found and identity and identity in script.text:
            return [number.strip() for number in found[1].split(",") if number.strip()]
    return []


def leads_to_getty(link: _Element, _site: Site) -> bool:
    """Whether a link says which picture it stands for."""
    return bool(link.get("href")) or bool(_numbers(link))


def from_label(_label: _Element, _site: Site) -> _Element:
    """The label where nothing else is left of the picture: all that is known is that there was one."""
    return figure(_HOME, LABEL)


def is_label_of_frame(label: _Element, _site: Site) -> bool:
    """Whether the label stands in the code around a frame that shows the same picture."""
    shown = find(label.get("href", ""))
    frames = (target(frame_address(frame)) for frame in _FRAMES_NEAR(label))
    return shown is not None and any((other.provider, other.id) == ("getty", shown.id) for other in frames)


def is_link_to_picture(label: _Element, _site: Site) -> bool:
    """Whether the label is the link of an embed code that has lost its class."""
    shown = find(label.get("href", ""))
    return label.tag == "a" and shown is not None and shown.provider == "getty"


def stands_alone(label: _Element, _site: Site) -> bool:
    """Whether the label is a line of its own and no link."""
    return label.tag in ("p", "div", "figcaption") and label.find(".//a") is None


_TEXT = f'"{LABEL}"'
RULES: tuple[Rule, ...] = (
    rewrite("embed.getty", ".gie-single", ".gie-slideshow", using=from_link, when=leads_to_getty),
    drop("embed.label", _TEXT, when=is_label_of_frame),
    rewrite("embed.getty", _TEXT, using=from_link, when=is_link_to_picture),
    rewrite("embed.getty", _TEXT, using=from_label, when=stands_alone),
)
