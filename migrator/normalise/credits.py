"""Who made a picture, as the caption or the line below it says: "(AP Photo/Jane Doe)", "Photo by Jane Doe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lxml.etree import _Element

from migrator import edit
from migrator.markup.html import tag_of
from migrator.markup.text import folded_text, text_of
from migrator.model import MediaUse, Post
from migrator.normalise.bylines.east_asian import read_line
from migrator.normalise.bylines.names import folded_spaces, is_organisation, is_person
from migrator.normalise.bylines.printed import PICTURES
from migrator.normalise.bylines.words import NO_NAMES, PARTICLES
from migrator.site import Site

LONGEST = 120
"""Characters of a credit; of the credits in 1,748 captions of real exports none is longer."""

_WORK = (
    r"(?:(?:staff |file |courtesy )?photo(?:graph)?s?|photographers?|fotograf(?:in)?|photo ?illustrations?|pictures?"
    r"|images?|graphics?|infographics?"
    r"|illustrations?|art(?:work)?|cartoons?|videos?|maps?|charts?|screenshots?|screen ?grabs?|cover|drawings?|design"
    r"|fotos?|bild(?:er|quelle)?|grafik|fotografías?|fotografia|photographies?|crédits? photos?|zdjęci[ea]|фото)"
)
_AGENCIES = (
    "getty images|getty|ap|ap photo|associated press|reuters|afp|tns|upi|epa|dpa|efe|ansa|imago|unsplash|pexels|pixabay"
    "|flickr|wikimedia commons|wikimedia|creative commons|shutterstock|istock|adobe stock"
)
_START = r"(?:^|[(\[|–—.!?:;”\"]\s*)"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\(\s*(?P<who>(?:AP|Reuters|AFP|Getty|TNS|UPI|EPA|dpa)(?:\s+Photo)?\s*/\s*[^()]{2,60})\)\W*$",
        rf"{_START}{_WORK}\s*(?:credits?)?\s*"
        r"(?:by|courtesy(?: of|/)?|submitted by|via|von|(?P<sign>from|to|de|:|/|\||–|—))\s*:?\s*"
        r"(?P<who>[^()\[\]|]{2,120}?)[.)\]\s]*$",
        rf"{_START}courtesy(?: of|:)\s*(?P<who>[^()\[\]|]{{2,120}}?)[.)\]\s]*$",
        rf"{_START}credits?\s*:\s*(?P<who>[^()\[\]|]{{2,120}}?)[.)\]\s]*$",
        rf"{_START}(?P<sign>courtesy|submitted by)\s+(?P<who>[^()\[\]|]{{2,80}}?)[.)\]\s]*$",
        rf"(?:^|[(|]\s*)(?P<who>{_AGENCIES})[.)\s]*$",
        rf"{_START}(?:{_WORK}:?\s+)?(?P<sign>)(?P<who>[^()\[\]|.!?]{{3,60}}?(?:,|\s+via)\s+(?:{_AGENCIES}))[.)\]\s]*$",
        r"(?:^|\s)[©ⓒ]\s*(?:(?:19|20)\d\d\s+)?(?P<who>[^()\[\]|]{2,120}?)[.)\]\s]*$",
    )
)
_SLASH = re.compile(
    r"(?:^|[(\[|–—.!?”\"]\s*)(?P<who>[^()\[\]|.!?–—]{3,60}\s*/\s*(?:The\s+)?[A-Z][^()\[\]|.!?]{1,40})[.)\]\s]*$"
)
_LAST_WORDS = re.compile(r"(?<=[.。！？」])\s*|[（(｜|]\s*")
_BETWEEN = frozenset("and for of the via by courtesy und y et archive archives archiv file files staff".split())
_SENTENCE = re.compile(r"[a-z]{2,}\. [A-Z]|\b(?:is|are|was|were|has|have|had|will|said)\b")


@lru_cache(maxsize=1024)
def credit_in(caption: str) -> str:
    """Who made what a caption is below, as it says at its end; "" when it says nothing of that."""
    text = folded_spaces(caption)
    if not text:
        return ""
    for form in _FORMS:
        found = form.search(text)
        if found is not None and not _SENTENCE.search(found["who"]) and _is_of_names(found):
            return found["who"].strip(" .,;:/")
    return _of_paper(text) or _of_east_asian(text)


def _of_paper(text: str) -> str:
    found = _SLASH.search(text) if "/" in text else None
    if found is None:
        return ""
    name, _, paper = found["who"].partition("/")
    return found["who"].strip() if is_person(name.strip()) or is_organisation(paper.strip()) else ""


def _of_east_asian(text: str) -> str:
    """Who made a picture, by the last words of a caption in Chinese, Japanese or Korean: "사진=김하나 기자"."""
    line = read_line(_LAST_WORDS.split(text.rstrip("）)｜ "))[-1]) if not text.isascii() else None
    if line is None or not line.is_sure or any(one.role not in PICTURES for one in line.credited):
        return ""
    return "; ".join(one.name for one in line.credited)


def _is_of_names(found: re.Match[str]) -> bool:
    """Whether what follows a mere sign is names: "Photo: Jane Doe", and not "Video: Watch the game"."""
    if found.groupdict().get("sign") is None or is_organisation(found["who"]):
        return True
    words = found["who"].split()
    return words[0].lower() not in NO_NAMES - {"the", "photo", "photos", "news"} and all(
        not word[:1].islower() or word.lower() in PARTICLES | _BETWEEN for word in words
    )


def picture_credits(post: Post, site: Site) -> None:
    """Note with each picture its caption and who made it; the words stay where they are.

    What the document says outranks the attachment, which other documents may show, too.
    """
    for img in post.tree.iter("img"):
        use = post.media.get(img.get("src", ""))
        if use is None or use.caption or use.credit:
            continue
        caption = _caption_of(img)
        credit, witness = next(_witnesses(img, caption, use, site), ("", ""))
        if caption or credit:
            post.media[use.url] = replace(
                use, caption=caption, credit=site.credit_as_decided(credit), credited_by=witness
            )
    _credit_embed(post)


def _credit_embed(post: Post) -> None:
    """Note who made the one picture of a text, shown by another site, as the line below it or the last one says."""
    shown = [one for one in post.tree.iter("figure") if one.get("class") == "embed" and one.get("data-kind") == "image"]
    if len(shown) != 1 or shown[0].get("data-author") or next(post.tree.iter("img"), None) is not None:
        return
    last = post.tree[-1]
    at_end = folded_text(last) if tag_of(last) == "p" else ""
    credit = credit_in(_line_below(shown[0])) or (credit_in(at_end) if len(at_end) <= LONGEST else "")
    if credit:
        edit.amend(post, shown[0], "data-author", credit, "picture.credit")


def _witnesses(img: _Element, caption: str, use: MediaUse, site: Site) -> Iterator[tuple[str, str]]:
    """Who made a picture, and what says so, the best witness first."""
    if credit := credit_in(caption):
        yield credit, "caption"
    if credit := credit_in(_line_below(img)):
        yield credit, "text"
    attachment = site.attachment(use.attachment) if use.attachment else None
    if attachment is not None and attachment.credit:
        yield attachment.credit, "attachment"


def _caption_of(img: _Element) -> str:
    figure = next(img.iterancestors("figure"), None)
    if figure is None or figure.get("class") != "image":
        return ""
    caption = next(figure.iterchildren("figcaption"), None)
    return "" if caption is None else folded_text(caption)


def _line_below(img: _Element) -> str:
    """The paragraph behind a picture's block, when it is short enough to be a credit."""
    block = img
    while (above := block.getparent()) is not None and above.tag != "body":
        block = above
    below = block.getnext()
    if below is None or tag_of(below) != "p" or (block.tag == "p" and _has_words(block)):
        return ""
    text = folded_text(below)
    return text if len(text) <= LONGEST else ""


def _has_words(block: _Element) -> bool:
    return bool(text_of(block).strip())
