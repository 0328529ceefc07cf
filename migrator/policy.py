"""Which items become documents, and which are kept apart, merged into lists, or only counted (promise 2)."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from migrator.model import Document, Outcome, Record
from migrator.options import Options
from migrator.policy_types import COUNTED, MERGED, PARTS, PERSONAL, STATUSES

COUNTED_STATUSES = frozenset({"trash", "auto-draft", "spam", "spam-comments", "request-pending"})
PUBLIC_STATUSES = frozenset({"publish", "inherit", ""})
"""`inherit` is an attachment's; exports of other tools leave the status out."""

TWO_ITEMS = "xml.two-items"
"""The rule that tells of an item which another one has run into: one of the two may have been private."""

DAMAGE = frozenset(
    ("xml.truncated", "xml.cdata", "xml.tag", "xml.conflict-marker", "xml.item", TWO_ITEMS, "source.unreadable")
)
"""Rules that tell of an item whose fields may have been lost or have run into each other."""

TEXTS = frozenset({"title", "content", "excerpt"})
"""Fields in which what looks like damage mostly is text: markup that was not escaped, a quoted end of a section."""

PRIVATE_COMMENT_TYPES = frozenset({"order_note", "action_log", "webhook_delivery", "edd_payment_note"})


class Verdict(NamedTuple):
    """What becomes of an item: its outcome, why, and whether it may stand among public documents."""

    outcome: Outcome
    reason: str = ""
    public: bool = True


def is_public(status: str, *, protected: bool) -> bool:
    """Say whether a visitor of the site could read the item."""
    return status in PUBLIC_STATUSES and not protected


class Known(Protocol):
    """What a verdict needs to know of a site."""

    options: Options

    def document(self, number: int) -> Document | None:
        """Find a document by its id."""

    def document_of(self, record: Record) -> Document | None:
        """Find what the index pass made of a record."""


def verdict_on(record: Record, site: Known) -> Verdict:
    """Say what becomes of an item, as `decide` does; an attachment is no more public than what it is attached to, a
    damaged item no more than what of it could be read in the index pass."""
    if record.type == "attachment":
        owner = site.document(record.parent) if record.parent else None
        return decide(record, site.options, attached_to_public=owner is None or _shows_its_files(owner))
    verdict = decide(record, site.options)
    seen = site.document_of(record) if is_damaged(record) else None
    return verdict if seen is None or seen.public else verdict._replace(public=False)


def _shows_its_files(owner: Document) -> bool:
    """Whether visitors could see what is attached to a document: a template or slider is seen as a part of pages."""
    return owner.public or (owner.type in PARTS and owner.status == "publish")


def decide(record: Record, options: Options, *, attached_to_public: bool = True) -> Verdict:
    """Say what becomes of an item, from its type, status and the run's filters."""
    public = _is_shown(record) and attached_to_public and not _may_be_private(record)
    if record.type in COUNTED:
        return Verdict("skipped", f"type {record.type} is not content", public)
    if record.status in COUNTED_STATUSES:
        return Verdict("skipped", f"status {record.status}", public=False)
    if reason := "" if record.type in MERGED else _filtered(record, options):
        return Verdict("skipped", reason, public)
    if not public and options.unpublished == "skip":
        return Verdict("withheld", _why_hidden(record), public=False)
    if record.type in MERGED:
        return Verdict("merged", MERGED[record.type], public)
    return Verdict("written", "", public)


def _is_shown(record: Record) -> bool:
    """Whether a visitor of the site found an item at an address of its own."""
    return is_public(record.status, protected=record.protected) and not _has_no_page(record)


def _has_no_page(record: Record) -> bool:
    return record.type in PARTS or record.type in PERSONAL or record.type in STATUSES


def _may_be_private(record: Record) -> bool:
    """Whether a damaged item has lost its status or password, or may be two: both stand behind the content, the type
    between them, terms, metadata and comments last."""
    if not is_damaged(record):
        return False
    rules = {entry.rule for entry in record.repairs}
    ends_early = "xml.truncated" in rules and not (record.terms or record.meta or record.comments)
    return ends_early or TWO_ITEMS in rules or not (record.status and record.type)


def is_damaged(record: Record) -> bool:
    """Whether an item had to be mended in a way that may have cost fields."""
    return any(entry.rule in DAMAGE for entry in record.repairs)


def may_have_others_comments(record: Record) -> bool:
    """Whether an item's comments may be another item's, whose tags were lost: damage was not within the texts alone."""
    return any(entry.rule in DAMAGE and entry.where not in TEXTS for entry in record.repairs)


def _why_hidden(record: Record) -> str:
    if record.protected:
        return "password-protected"
    if is_public(record.status, protected=False):
        if _has_no_page(record):
            return f"type {record.type} has no page"
        return "attached to what is withheld" if record.type == "attachment" else "damaged, and may be private"
    return f"status {record.status}"


def _filtered(record: Record, options: Options) -> str:
    if options.types and record.type not in options.types:
        return "filter --types"
    if options.author and record.author != options.author:
        return "filter --author"
    day = record.date[: len(options.since)]
    if options.since and day < options.since:
        return "filter --since"
    if options.until and record.date[: len(options.until)] > options.until:
        return "filter --until"
    return ""
