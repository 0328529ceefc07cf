"""Whether an answer is what was asked for: walls, firewalls and errors are told by type and body, not by status only.

A firewall's or a login page often comes with status 200 and would else be taken for a document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from migrator.crawl.step import Trouble, Unfit
from migrator.media.status import named
from migrator.sources.capture.visit import PAGE_TYPES, Visit
from migrator.sources.pages.firewalls import firewall_of

_HEAD = 1 << 16
"""Bytes of a page in which a wall shows; such pages are short."""

_SHOWN = (
    ("a login page", r"""<body[^>]*class=["'][^"']*\blogin\b[^"']*\bwp-core-ui"""),
    ("a page that says the site is not open", r"<title>(?:Coming Soon|Maintenance Mode|Under Construction)\s*</title>"),
    ("a page of the hoster", r"<title>(?:Account Suspended|Domain (?:Parked|Default page))"),
)
_WALLS = tuple((name, re.compile(shown.encode())) for name, shown in _SHOWN)
"""What stands in the way besides firewalls, and how it shows."""

_BROKEN = re.compile(rb"""<body id=["']error-page["']""")
"""What `wp_die` writes, with whatever status plugins leave it."""


GONE = frozenset((404, 410))
SHUT = frozenset((401, 403, 404))
"""Statuses with which a REST API says that it is not for us."""


def wall_of(visit: Visit) -> str:
    """Name what stands in the way of a page; "" if nothing does. A page that shows a login beside its text is none."""
    if visit.mime and visit.mime not in PAGE_TYPES:
        return ""
    head = visit.body[:_HEAD]
    firewall = firewall_of(head)
    if firewall:
        return f"a firewall's page ({firewall})"
    return next((name for name, pattern in _WALLS if pattern.search(head)), "")


def check_answer(visit: Visit) -> None:
    """Make sure that an answer is good and that nothing stands in the way; raises Unfit."""
    wall = wall_of(visit)
    if visit.status != 200 or wall:
        raise Unfit(Trouble(wall or named(visit.status), visit.status))


def check_page(visit: Visit) -> None:
    """Make sure that an answer is a page that can be read; raises Unfit."""
    check_answer(visit)
    if _BROKEN.search(visit.body):
        raise Unfit(Trouble("a page that WordPress shows when it breaks", 500))


def read_api(visit: Visit) -> Any:
    """Read the JSON that the REST API answered; raises Unfit for anything else, with WordPress's own code for it."""
    wall = wall_of(visit)
    if wall:
        raise Unfit(Trouble(f"{wall} instead of JSON", visit.status or 403, "wall"))
    try:
        value = json.loads(visit.body.lstrip(b"\xef\xbb\xbf \r\n\t"))
    except (ValueError, RecursionError) as error:
        said = "no JSON" if visit.status == 200 else named(visit.status)
        raise Unfit(Trouble(said, visit.status)) from error
    if visit.status >= 400 or _is_error(value):
        raise Unfit(_error_of(value, visit.status))
    return value


def _is_error(value: Any) -> bool:
    """Some proxies answer 200 whatever happens; an error of WordPress has a code and data with the true status."""
    return isinstance(value, dict) and "code" in value and "message" in value and "id" not in value


def _error_of(value: Any, status: int) -> Trouble:
    found: Mapping[str, Any] = value if isinstance(value, dict) else {}
    data = found.get("data")
    said = data.get("status") if isinstance(data, dict) else None
    true = said if isinstance(said, int) and status < 400 else status
    code = str(found.get("code") or "")
    return Trouble(f"{named(true)} ({code})" if code else named(true), true, code)
