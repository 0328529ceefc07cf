"""Take printed bylines from a document's body: its first or last lines, when they say nothing else."""

from __future__ import annotations

from lxml.etree import _Element

from migrator import edit
from migrator.clean.vocabulary import HEADINGS
from migrator.markup.text import folded_text, text_of
from migrator.model import Post
from migrator.normalise.bylines.body_lines import LINES, SKIPPED, Line, head_lines, lines_of, tail_lines, take
from migrator.normalise.bylines.continued import DASHES, byline_at
from migrator.normalise.bylines.lines import HEAD, Chosen, Known, choose
from migrator.normalise.bylines.names import folded_spaces
from migrator.normalise.bylines.printed import LONGEST, Credit, read_byline

DOUBTFUL = "byline.doubtful"
_BOLD = frozenset(("strong", "b"))
_PARTING = " .,:|" + DASHES
"""What stands between a byline in bold and the text that goes on behind it; a letter or "’s" is more of a name."""


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
    head = list(head_lines(post.tree, HEAD))
    seen = {line.block for line in head}
    lines = head + [line for line in tail_lines(post.tree) if line.block not in seen]
    if not any(len(line.text) <= LONGEST for line in lines):
        return []
    chosen = choose([line.text for line in lines], is_known)
    if chosen and _are_several(post.tree, lines, chosen):
        chosen = [
            one._replace(copied=True, doubtful=not one.is_named or one.start >= max(len(head), 1)) for one in chosen
        ]
    if _are_all(post.tree, lines, chosen):
        chosen = [one._replace(doubtful=one.doubtful or not one.has_by) for one in chosen]
    chosen = [one if all(is_known(credit.name) for credit in one.credits) else one.in_doubt() for one in chosen]
    judged = [_judged(post, lines, one) for one in chosen if not _says_little(lines, one)]
    credited: list[Credit] = []
    for one in reversed(_joined(lines, judged)):
        credited[:0] = _credits(post, lines, one)
    return credited


def _says_little(lines: list[Line], one: Chosen) -> bool:
    """Whether a byline in doubt isn't worth a warning: a heading, or the whole text."""
    is_heading = lines[one.start].block.tag in HEADINGS
    return (one.doubtful or not one.is_named) and (is_heading or len(lines) == 1)


def _judged(post: Post, lines: list[Line], one: Chosen) -> Chosen:
    """The byline, in doubt where the text is about whom it names, or about a work of theirs."""
    title = post.record.title.lower()
    is_subject = not one.is_named and (
        any(credit.name.lower() in title for credit in one.credits) or _begins_with_name(lines, one)
    )
    return one.in_doubt() if is_subject or _is_below_work(lines, one) else one


def _joined(lines: list[Line], chosen: list[Chosen]) -> list[Chosen]:
    """The bylines; those that one paragraph has, line after line, as one, since they are taken out together."""
    joined: list[Chosen] = []
    for one in chosen:
        if not joined or not _are_together(lines, joined[-1], one):
            joined.append(one)
            continue
        last = joined[-1]
        joined[-1] = last._replace(stop=one.stop, credits=last.credits + one.credits, date=last.date or one.date)
    return joined


def _are_together(lines: list[Line], one: Chosen, other: Chosen) -> bool:
    is_next = one.stop == other.start and lines[one.stop - 1].block is lines[other.start].block
    return is_next and not one.stays and not other.stays


def _credits(post: Post, lines: list[Line], one: Chosen) -> tuple[Credit, ...]:
    """Take a byline out and give what it credits; nothing of one that is in doubt."""
    taken = lines[one.start : one.stop]
    if one.doubtful or not (one.stays or take(post, taken)):
        edit.warn(post, DOUBTFUL, " ".join(line.text for line in taken), edit.place(taken[0].block))
        return ()
    post.printed_date = one.date or post.printed_date
    return one.credits


def _run_in_credits(post: Post, is_known: Known) -> tuple[Credit, ...]:
    """Whom bold words before the text of its first paragraph credit: "**By Jane Doe** The council met".

    They stay, as a doubt: a name may go on behind them. So nobody is credited whom the site doesn't know.
    """
    block = next((block for block in post.tree if block.tag not in SKIPPED and not _is_wordless(block)), None)
    if block is None or block.tag != "p" or len(block) == 0 or block[0].tag not in _BOLD or (block.text or "").strip():
        return ()
    byline, line = read_byline(_short_text(block[0]).lstrip(DASHES)), next(lines_of(block), None)
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


def _are_all(body: _Element, lines: list[Line], chosen: list[Chosen]) -> bool:
    """Whether a body is nothing but its bylines: the text is a list of a paper's staff."""
    taken = sum(one.stop - one.start for one in chosen)
    return taken == len(lines) and len({line.block for line in lines}) == len(body)


def _begins_with_name(lines: list[Line], one: Chosen) -> bool:
    """Whether the text below a name begins with it: "Jane Doe ’25", "Jane comes from Ohio"."""
    first = lines[one.stop].text.partition(" ")[0] if one.stop < len(lines) else ""
    return any(first in credit.name.split(" ") for credit in one.credits)


def _is_below_work(lines: list[Line], one: Chosen) -> bool:
    """Whether a line stands below a title in italics: that of a book whose author it tells."""
    if not one.start or lines[one.start - 1].among > 1 or lines[one.start - 1].text[-1:] in tuple(".!?"):
        return False
    node, has_italics = lines[one.start - 1].block, False
    while len(node) == 1 and not (node.text or "").strip() and not (node[0].tail or "").strip():
        node = node[0]
        has_italics = has_italics or node.tag in ("em", "cite")
    return has_italics and len(node) == 0


def _are_several(body: _Element, lines: list[Line], chosen: list[Chosen]) -> bool:
    """Whether other blocks of a body are bylines as well: it is made of several texts, and each keeps its own."""
    seen = {line.block for one in chosen for line in lines[one.start : one.stop]}
    known = {credit.name for one in chosen for credit in one.credits}
    texts = [_short_text(block) for block in body if block not in seen and block.tag in LINES]
    others = (begun[0] for place in range(len(texts)) if (begun := byline_at(texts, place)) is not None)
    return any(
        credit.role == "writer" and credit.name not in known
        for byline in others
        if byline.strength == "strong"
        for credit in byline.credits
    )


def _short_text(block: _Element) -> str:
    """The text of a block that may be a line; "" if it is longer."""
    text = text_of(block)
    return folded_spaces(text) if len(text) <= LONGEST else ""
