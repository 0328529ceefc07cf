"""What a run has found out of a site, kept with its frontier, so that it goes on by the same roads."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from migrator.crawl.frontier import Frontier
from migrator.crawl.step import Site

_NAME = "site"


def remember(frontier: Frontier, site: Site) -> None:
    """Keep what was found out in this run."""
    frontier.note(_NAME, json.dumps(asdict(site), ensure_ascii=False))
    frontier.note("edit", str(site.edit))


def last_known(frontier: Frontier) -> Site | None:
    """What was found out in this run or an earlier one; None if nothing was."""
    text = frontier.fact(_NAME)
    if not text:
        return None
    stored: dict[str, Any] = json.loads(text)
    values: Any = {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}
    return Site(**values)


def recall(frontier: Frontier) -> Site | None:
    """What was found out in this very run; None if it has only begun."""
    site = last_known(frontier)
    return site if site and site.run == frontier.run else None
