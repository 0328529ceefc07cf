"""Take printed bylines from a document's body: its first or last lines, when they say nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from migrator import edit
from migrator.clean.vocabulary import HEADINGS
from migrator.markup.lines import first_lines, last_lines
from migrator.markup.text import folded_text, text_of
from migrator.model import Post
from migrator.normalise.bylines.lines import DASHES, HEAD, TAIL, Chosen, Known, choose
from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.bylines.printed import LONGEST, Credit, PrintedByline, read_byline

RULE = "byline.printed"
DOUBTFUL = "byline.doubtful"
_SKIPPED = frozenset(("figure", "hr"))
_LINES = frozenset(("p",)) | HEADINGS
_BOLD = frozenset(("strong", "b"))
_PARTING = " .,:|" + DASHES
"""What stands between a byline in bold and the text that goes on behind it; a letter or "’s" is more of a name."""


class _Line(NamedTuple):
    """A line of the body: its block, its place among the block's lines, and how many these are (`among`)."""

    block: _Element
    place: int
    among: int
    text: str


def take_bylines(post: Post, is_known: Known) -> list[Credit]:
    """Read the credits that a body prints and take their lines out; what is doubtful stays, with a warning.

    So does a line whose names the index pass has missed: nothing would say any more who wrote the text.

    Pages have no bylines: their first lines are names of people and things that they are about.
    """
    if post.record.type == "page":
        return []
    credited = _take_lines(post, is_known)
    is_written = any(credit.role.startswith("writer") for credit in credited)
    return credited if is_written else [*_run_in_credits(post, is_known), *credited]


def _take_lines(post: Post, is_known: Known) -> list[Credit]:
    """Take out the lines that are bylines, and give whom they credit."""
    head = list(_lines(post.tree, HEAD))
    seen = {line.block for line in head}
    lines = head + [line for line in _last_lines(post.tree) if line.block not in seen]
    if not any(len(line.text) <= LONGEST for line in lines):
        return []
    chosen = choose([line.text for line in lines], is_known)
    if chosen and _are_several(post.tree, lines, chosen):
        chosen = [
            one._replace(copied=True, doubtful=not one.is_named or one.start >= max(len(head), 1)) for one in chosen
        ]
    if _are_all(post.tree, lines, chosen):
        chosen = [one._replace(doubtful=one.doubtful or not one.has_by) for one in chosen]
    credited: list[Credit] = []
    for one in reversed(chosen):
        known = all(is_known(credit.name) for credit in one.credits)
        credited[:0] = _credits(post, lines, one if known else one._replace(doubtful=True))
    return credited


def _credits(post: Post, lines: list[_Line], one: Chosen) -> tuple[Credit, ...]:
    """Take a byline out and give what it credits; nothing of one that is in doubt."""
    taken = lines[one.start : one.stop]
    is_heading = taken[0].block.tag in HEADINGS
    if (one.doubtful or not one.is_named) and (is_heading or len(lines) == 1):
        return ()
    title = post.record.title.lower()
    is_subject = not one.is_named and (
        any(credit.name.lower() in title for credit in one.credits) or _begins_with_name(lines, one)
    )
    doubtful = one.doubtful or is_subject or _is_below_work(lines, one)
    if doubtful or not (one.stays or _take(post, taken)):
        edit.warn(post, DOUBTFUL, " ".join(line.text for line in taken), edit.place(taken[0].block))
        return ()
    post.printed_date = one.date or post.printed_date
    return one.credits


def _run_in_credits(post: Post, is_known: Known) -> tuple[Credit, ...]:
    """Whom bold words before the text of its first paragraph credit: "**By Jane Doe** The council met".

    They stay, as a doubt: a name may go on behind them. So nobody is credited whom the site doesn't know.
    """
    block = next((block for block in post.tree if block.tag not in _SKIPPED and not _is_wordless(block)), None)
    if block is None or block.tag != "p" or len(block) == 0 or block[0].tag not in _BOLD or (block.text or "").strip():
        return ()
    byline, line = _byline_in(block[0]), next(_lines_of(block), None)
    if byline is None or line is None or byline.strength != "strong" or read_byline(line.text) is not None:
        return ()
    words = folded_text(block[0])
    rest = line.text.removeprefix(words)
    if rest[:1] not in _PARTING or not all(one.connector and one.role.startswith("writer") for one in byline.credits):
        return ()
    edit.warn(post, DOUBTFUL, words, edit.place(block))
    is_begun = not rest.lstrip(_PARTING)[:1].islower()
    return byline.credits if is_begun and all(is_known(credit.name) for credit in byline.credits) else ()


def _is_wordless(block: _Element) -> bool:
    """Whether a block is a comment or has pictures only."""
    return not isinstance(block.tag, str) or not text_of(block).strip()


def _are_all(body: _Element, lines: list[_Line], chosen: list[Chosen]) -> bool:
    """Whether a body is nothing but its bylines: the text is a list of a paper's staff."""
    taken = sum(one.stop - one.start for one in chosen)
    return taken == len(lines) and len({line.block for line in lines}) == len(body)


def _begins_with_name(lines: list[_Line], one: Chosen) -> bool:
    """Whether the text below a name begins with it: "Jane Doe ’25", "Jane comes from Ohio"."""
    first = lines[one.stop].text.partition(" ")[0] if one.stop < len(lines) else ""
    return any(first in credit.name.split(" ") for credit in one.credits)


def _is_below_work(lines: list[_Line], one: Chosen) -> bool:
    """Whether a line stands below a title in italics: that of a book whose author it tells."""
    if not one.start or lines[one.start - 1].among > 1 or lines[one.start - 1].text[-1:] in tuple(".!?"):
        return False
    node, has_italics = lines[one.start - 1].block, False
    while len(node) == 1 and not (node.text or "").strip() and not (node[0].tail or "").strip():
        node = node[0]
        has_italics = has_italics or node.tag in ("em", "cite")
    return has_italics and len(node) == 0


def _are_several(body: _Element, lines: list[_Line], chosen: list[Chosen]) -> bool:
    """Whether other blocks of a body are bylines as well: it is made of several texts, and each keeps its own."""
    seen = {line.block for one in chosen for line in lines[one.start : one.stop]}
    known = {credit.name for one in chosen for credit in one.credits}
    return any(
        byline is not None
        and byline.strength == "strong"
        and any(credit.role == "writer" and credit.name not in known for credit in byline.credits)
        for block in body
        if block not in seen and block.tag in _LINES
        for byline in [_byline_in(block)]
    )


def _byline_in(block: _Element) -> PrintedByline | None:
    text = text_of(block)
    return read_byline(folded_spaces(text).lstrip(DASHES)) if len(text) <= LONGEST else None


def _lines(body: _Element, most: int) -> Iterator[_Line]:
    """The first lines of a body, pictures and rules between them left out, up to the first other block."""
    count = 0
    for block in body:
        if count >= most or (block.tag not in _SKIPPED and block.tag not in _LINES):
            return
        for line in _lines_of(block) if block.tag in _LINES else ():
            count += 1
            yield line
            if len(line.text) > LONGEST:  # the text itself
                return


def _last_lines(body: _Element) -> list[_Line]:
    """The last lines that may be bylines, and the one above them."""
    found: list[_Line] = []
    for block in reversed(body):
        if len(found) > TAIL or block.tag != "p":
            break
        found[:0] = list(_lines_of(block))
    return found[-TAIL - 1 :]


def _lines_of(block: _Element) -> Iterator[_Line]:
    if len(block) == 0 or next(block.iter("img", "br"), None) is None:
        text = text_of(block)
        yield _Line(block, 0, 1, text if len(text) > 2 * LONGEST else folded_spaces(text))
        return
    if next(block.iter("img"), None) is not None:
        return
    parts = [""]
    for node in block.iter():
        if node is not block and node.tag == "br":
            parts.append("")
        elif node.text and isinstance(node.tag, str):
            parts[-1] += node.text
        if node is not block and node.tail:
            parts[-1] += node.tail
    for place, part in enumerate(parts):
        yield _Line(block, place, len(parts), folded_spaces(part))


def _take(post: Post, lines: list[_Line]) -> bool:
    """Take lines out; False when they can't be parted from other words of their paragraph."""
    blocks = list(dict.fromkeys(line.block for line in lines))
    parts = [_part(block, [line for line in lines if line.block is block]) for block in blocks]
    whole = [part for part in parts if part is not None]
    if len(whole) < len(parts):
        return False
    for part in whole:
        edit.drop(post, part, RULE)
    return True


def _part(block: _Element, lines: list[_Line]) -> _Element | None:
    if len(lines) == lines[0].among:
        return block
    if lines[0].place == 0:
        return first_lines(block, len(lines))
    return last_lines(block, len(lines)) if lines[0].place + len(lines) == lines[0].among else None
