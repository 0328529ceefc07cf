"""Make any tree canonical HTML, the closed vocabulary of `clean.vocabulary`.

What is neither text nor picture goes first, through `edit` and so into the ledger. Then blocks that are canonical but
for needless attributes, old names and white space are mended in place, and all others are written anew. That part
changes the tree directly: every word, link and picture stays, in the order it had, and nothing a reader sees changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import Element, _Comment, _Element

from migrator.clean.canon.attributes import Wanted, wanted_in
from migrator.clean.canon.debris import clear_debris
from migrator.clean.canon.flow import Flow, Leave
from migrator.clean.canon.links import sift_links
from migrator.clean.canon.marks import strip_unmarked
from migrator.clean.canon.pictures import mend_picture
from migrator.clean.canon.settled import CANONICAL, close_up, is_plain_paragraph, is_settled
from migrator.clean.canon.sieve import sift
from migrator.clean.vocabulary import FLOW, SAFE_COMMENT
from migrator.model import Post
from migrator.site import Site


def canonicalise(post: Post, site: Site) -> None:
    """Make a post's tree canonical; doing it again changes nothing more."""
    make_canonical(post.tree, post, site.language)
    clear_debris(post, site)


def make_canonical(body: _Element, post: Post, language: str = "") -> None:
    """Make a body canonical (a comment's, say); what goes is told in the ledger of `post`.

    `language` is that of the site ("en-US"); elements need not repeat it.
    """
    body.attrib.clear()
    nodes = sift(body, post)
    ids = sift_links(nodes, post)
    wanted = wanted_in(body, ids, language)
    _settle(body, wanted)
    while wanted.languages or wanted.directions:
        before, wanted = wanted, wanted_in(body, ids, language)
        if wanted == before:
            break
        _settle(body, wanted)


def _settle(body: _Element, wanted: Wanted) -> None:
    strip_unmarked(body, wanted)
    settled = [is_plain_paragraph(block) or _is_settled(mend_picture(block), wanted) for block in list(body)]
    if not (all(settled) and close_up(body)):
        _write_anew(body, wanted, settled)


def _is_settled(block: _Element, wanted: Wanted) -> bool:
    if block.tag in FLOW:
        return is_settled(block, wanted, 1)
    return isinstance(block, _Comment) and SAFE_COMMENT.fullmatch(block.text or "") is not None


def _write_anew(body: _Element, wanted: Wanted, settled: list[bool]) -> None:
    """Write what is not settled, between the settled blocks, which stay where they are."""
    made = Element("body")
    flow = Flow(made, wanted)
    flow.text(body.text or "")
    body.text = None
    for block, is_done in zip(list(body), settled, strict=True):
        tail = block.tail or ""
        block.tail = None
        if is_done and flow.is_plain:
            if len(made):
                _put_before(block, flow, made)
        else:
            body.remove(block)
            _pour(block, flow, wanted)
        if tail and not (tail.isspace() and flow.is_plain and len(made) == 0):
            flow.text(tail)
    flow.finish()
    body.extend(list(made))


def _put_before(block: _Element, flow: Flow, made: _Element) -> None:
    flow.finish()
    for written in list(made):
        block.addprevious(written)


def _comment(comment: _Element, flow: Flow) -> None:
    if SAFE_COMMENT.fullmatch(comment.text or ""):
        flow.comment(comment)


def _pour(root: _Element, flow: Flow, wanted: Wanted) -> None:
    """Write an element with all in it, without recursion: trees of broken pages are thousands deep."""
    if isinstance(root, _Comment):
        return _comment(root, flow)
    open_elements = [_begin(root, "", flow)]
    while open_elements:
        children, leave, tail = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            leave()
            flow.text(tail)
        else:
            behind = child.tail or ""
            if isinstance(child, _Comment):
                _comment(child, flow)
            elif not (child.tag in CANONICAL and flow.is_plain and _take_settled(child, flow, wanted)):
                open_elements.append(_begin(child, behind, flow))
                continue
            flow.text(behind)


def _take_settled(block: _Element, flow: Flow, wanted: Wanted) -> bool:
    return is_settled(block, wanted, flow.depth) and flow.take(block)


def _begin(element: _Element, tail: str, flow: Flow) -> tuple[Iterator[_Element], Leave, str]:
    """Begin an element; returns its children, how to end it and the text behind it."""
    leave = flow.enter(element)
    flow.text(element.text or "")
    return iter(list(element)), leave, tail
