"""Under which hosts a site was ever reached, judged by what its export says and by its items' addresses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from migrator.model import Record
from migrator.normalise.urls import same_host, split
from migrator.site.rows import number_in

MAJORITY = 0.5
"""The share of items that must agree on a host."""


@dataclass(slots=True)
class Hosts:
    """Counts of hosts over all items: of permalinks, of guids that say the item's own number, of files, of folders."""

    numbers: dict[str, int] = field(default_factory=dict)
    links: Counter[str] = field(default_factory=Counter)
    guids: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    roots: Counter[tuple[str, str]] = field(default_factory=Counter)
    numbered: int = 0

    def number(self, host: str) -> int:
        """Number a host, for short rows."""
        return self.numbers.setdefault(host, len(self.numbers))

    def observe(self, record: Record) -> None:
        """Count an item's hosts.

        A guid never changes: one that says the item's own number was made by this database, so its host is
        where the site once was. A number of another database says nothing.
        """
        if record.link:
            self.links[split(record.link).host] += 1
        if "?p" in record.guid:
            url = split(record.guid)
            number = number_in(url)
            self.numbered += bool(number)
            if number and number == record.id:
                self.guids[url.host] += 1

    def facts(self, header: Mapping[str, str]) -> dict[str, str]:
        """Sum up: `base_url`, the site's own hosts, the hosts and folders of its files."""
        base = self._base(header)
        own = {split(base).host, split(header.get("link", "")).host}
        own |= _leading(self.links, self.links.total()) | _leading(self.guids, self.numbered)
        own.discard("")
        roots: dict[str, list[str]] = {}
        for host, root in sorted(self.roots, key=lambda pair: -len(pair[1])):
            roots.setdefault(host, []).append(root)
        return {
            "base_url": base,
            "hosts": json.dumps(sorted(own)),
            "file_hosts": json.dumps(sorted(self.files)),
            "roots": json.dumps(roots),
            "host_numbers": json.dumps(self.numbers),
        }

    def _base(self, header: Mapping[str, str]) -> str:
        """The site's address. A network's or WordPress.com's `base_site_url` is not the site's, so it comes last."""
        given = header.get("base_blog_url") or header.get("link") or header.get("base_site_url") or ""
        if not given and self.links:
            host = self.links.most_common(1)[0][0]
            given = f"https://{host}" if host else ""
        return given.strip().rstrip("/")


def _leading(counts: Counter[str], total: int) -> set[str]:
    return {same_host(host) for host, count in counts.items() if host and count > total * MAJORITY}
