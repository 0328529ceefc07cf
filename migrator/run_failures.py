"""Items that can't be done as planned: each keeps its place in the account, and its text in the ledger."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from migrator.archive.reconciliation import FAILED
from migrator.model import Action, Entry, Options, Outcome, Record, Rendered
from migrator.policy import PRIVATE_COMMENT_TYPES, decide
from migrator.sources.wxr import RawItem, read_item


def read(raw: RawItem, *, content: bool = True) -> Record:
    """Read an item whatever its state; one that can't be read at all keeps its place, its bytes in the ledger."""
    try:
        return read_item(raw, content=content)
    except Exception as error:  # noqa: BLE001  (whatever one item does, the others are read)
        if content:
            return read(raw, content=False)
        text = raw.data.decode("utf-8", "replace")
        entry = Entry("source.unreadable", "failed", "item", text, described(error))
        return Record(raw.source, raw.position, repairs=[entry])


def failed(record: Record, reason: str, options: Options, rule: str = "convert.failed") -> Rendered:
    """Account for an item that no document could be made of, and keep its text if it was to be one."""
    rendered = _account(record, "skipped", FAILED)
    rendered.entries.append(Entry(rule, "failed", "item", "", reason))
    if decide(record, options).outcome == "written":
        rendered.entries += _texts(record, rule, "failed")
    return rendered


def repeated(record: Record, options: Options) -> Rendered:
    """Account for an item that was there before; its text is kept in case that it differs."""
    rendered = _account(record, "merged", "the same item again")
    rule = "source.repeated"
    rendered.entries.append(Entry(rule, "skipped", "item"))
    if decide(record, options).outcome == "written":
        rendered.entries += _texts(record, rule, "skipped")
    return rendered


def _account(record: Record, outcome: Outcome, reason: str) -> Rendered:
    rendered = Rendered(record.id, record.position, record.type, record.status, outcome, reason)
    rendered.entries = list(record.repairs)
    for comment in record.comments:
        rendered.tallies["comment", comment.type or "comment", outcome] += 1
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
