"""Items that can't be done as planned: each keeps its place in the account, and its text in the ledger."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from migrator.archive.reconciliation import FAILED
from migrator.convert import without_document
from migrator.model import Action, Entry, Record
from migrator.options import Options
from migrator.policy import PRIVATE_COMMENT_TYPES, decide
from migrator.rendered import Rendered
from migrator.sources.item import Item

UNREADABLE = "source.unreadable"
"""The rule of an item that can't be read: only its number is known, or all but its content."""


def read(raw: Item, *, content: bool = True) -> Record:
    """Read an item whatever its state; one that can't be read keeps its place, its text in the ledger."""
    try:
        return raw.read(content=content)
    except Exception as error:  # noqa: BLE001  (whatever one item does, the others are read)
        record = read(raw, content=False) if content else Record(raw.source, raw.position)
        if not is_unreadable(record):
            record.repairs.append(Entry(UNREADABLE, "failed", "item", raw.texts(), described(error)))
        return record


def is_unreadable(record: Record) -> bool:
    """Whether an item could not be read as a whole."""
    return any(entry.rule == UNREADABLE for entry in record.repairs)


def failed(record: Record, reason: str, options: Options, rule: str = "convert.failed") -> Rendered:
    """Account for an item that no document could be made of, and keep its text if it was to be one."""
    rendered = without_document(record, "skipped", FAILED)
    rendered.entries.append(Entry(rule, "failed", "item", "", reason))
    if decide(record, options).outcome == "written":
        rendered.entries += _texts(record, rule, "failed")
    return rendered


def repeated(record: Record, options: Options) -> Rendered:
    """Account for an item that was there before; its text is kept in case that it differs."""
    rendered = without_document(record, "merged", "the same item again")
    rule = "source.repeated"
    rendered.entries.append(Entry(rule, "skipped", "item"))
    if decide(record, options).outcome == "written":
        rendered.entries += _texts(record, rule, "skipped")
    return rendered


def _texts(record: Record, rule: str, action: Action) -> list[Entry]:
    """What a reader of the site could see of an item, field by field."""
    seen = [("title", record.title), ("content", record.content), ("excerpt", record.excerpt)]
    for comment in record.comments:
        if comment.approved in ("", "1") and comment.type not in PRIVATE_COMMENT_TYPES:
            seen.append((f"comment {comment.id}", comment.content))
    return [Entry(rule, action, where, text) for where, text in seen if text.strip()]


def described(error: BaseException) -> str:
    """Say what went wrong and where in the program, without the folders of this machine."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({PurePath(frames[-1].filename).name}:{frames[-1].lineno} in {frames[-1].name})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"
