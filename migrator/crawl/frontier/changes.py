"""What is new, changed or gone since the site was crawled the last time."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from migrator.crawl.frontier import Frontier

NAME = "changes.jsonl"

BEHIND = timedelta(hours=12)
"""How far the clock of a site can be behind UTC."""

_MISSED = "SELECT key, url, modified FROM item WHERE aim = ? AND run < ? AND state = 'there'"
_LISTED = "SELECT count(*) FROM item WHERE aim = ? AND run = ?"
_UNMET = "UPDATE url SET state = 'waiting', rank = 4, tries = 0, run = ?1 WHERE kind = 'page' AND run < ?1"
_NEWEST = "SELECT aim, max(modified) FROM item WHERE aim NOT IN ('page', 'feed') AND modified <= ? GROUP BY aim"
_LEAVE = "UPDATE item SET state = 'gone', run = ? WHERE key = ?"


def ask_again(frontier: Frontier) -> bool:
    """Put pages that nothing named in this run back to be asked for: they may be gone. Tell whether there are any."""
    query = f"{_UNMET} AND state IN ('done', 'same')"
    return frontier.connection.execute(query, (frontier.run,)).rowcount > 0


def find_gone(frontier: Frontier) -> None:
    """Enter the items that a collection has no longer, if all that it still has were met."""
    for aim, items in frontier.all("SELECT aim, items FROM total WHERE run = ?", frontier.run):
        listed = frontier.one(_LISTED, aim, frontier.run)
        if listed and listed[0] >= items:
            for key, url, modified in frontier.all(_MISSED, aim, frontier.run):
                leave(frontier, key, url, modified)


def leave(frontier: Frontier, key: str, url: str, modified: str) -> None:
    """Enter that an item is gone; what was captured of it stays."""
    frontier.connection.execute(_LEAVE, (frontier.run, key))
    change = (frontier.run, key, "gone", url, modified)
    frontier.connection.execute("INSERT OR REPLACE INTO change VALUES (?, ?, ?, ?, ?)", change)


def leave_page(frontier: Frontier, name: str) -> None:
    """Enter that a page, by the name of its address, is not found any more."""
    query = "SELECT key, url, modified FROM item WHERE name = ? AND aim = 'page' AND state = 'there'"
    for key, url, modified in frontier.all(query, name):
        leave(frontier, key, url, modified)


def count(frontier: Frontier) -> Counter[str]:
    """Count this run's changes by kind: new, changed, gone."""
    query = "SELECT kind, count(*) FROM change WHERE run = ? GROUP BY kind"
    return Counter(dict(frontier.all(query, frontier.run)))


def write(frontier: Frontier, folder: Path) -> None:
    """Write the changes of all runs from the second on, a line each, in one go."""
    rows = frontier.all("SELECT run, kind, key, url, modified FROM change ORDER BY run, key")
    names = ("run", "change", "item", "url", "modified")
    part = folder / f"{NAME}.part"
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n" for row in rows)
    part.replace(folder / NAME)


def newest(frontier: Frontier) -> dict[str, str]:
    """The newest change of each REST collection that was had without gaps, a second earlier: two may share a second.

    WordPress gives what is modified later than that; the times are the site's own, as it writes them. A time that may
    not have come yet says nothing: what is scheduled was modified when it is to be published.
    """
    if frontier.run < 2:
        return {}
    broken = {aim for (aim,) in frontier.all("SELECT aim FROM url WHERE road = 'rest' AND state = 'failed'")}
    rows = frontier.all(_NEWEST, _surely_past(frontier))
    return {aim: time for aim, last in rows if aim not in broken and (time := _second_before(last))}


def _surely_past(frontier: Frontier) -> str:
    """What the clock showed in every time zone when the last run began."""
    (started,) = frontier.one("SELECT started FROM run WHERE number < ? ORDER BY number DESC", frontier.run) or ("",)
    return (datetime.fromisoformat(started).replace(tzinfo=None) - BEHIND).isoformat() if started else ""


def _second_before(time: str) -> str:
    try:
        return (datetime.fromisoformat(time) - timedelta(seconds=1)).isoformat()
    except (ValueError, OverflowError):
        return ""
