"""Revisit records: answers that were as an earlier one, of which a capture only notes which (WARC 1.1, §6.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from migrator.sources.capture.http import parse_head
from migrator.sources.capture.visit import Place, Visit


class Repeat(NamedTuple):
    """A revisit: what was asked for and when, and by what the answer that it repeats can be found."""

    url: str
    time: str
    digest: str
    earlier_url: str
    earlier_time: str
    where: str
    status: int
    headers: Mapping[str, str]

    @property
    def has_head(self) -> bool:
        """Whether it says with which status and headers it came; a 304 says only that nothing changed."""
        return self.status not in (0, 304)

    @property
    def mime(self) -> str:
        """Its type, as far as it is said."""
        return Visit(self.url, headers=self.headers).mime

    def of(self, answer: Visit) -> Visit:
        """The answer that was repeated, as it was given this time."""
        again = replace(answer, url=self.url, time=self.time)
        return replace(again, status=self.status, headers=self.headers) if self.has_head else again


class Answers:
    """Where each answer of a capture is, by digest, by address and time, and the last one of each address."""

    def __init__(self) -> None:
        self._places: dict[int, Place] = {}

    def add(self, visit: Visit) -> None:
        """Remember an answer that later ones may repeat."""
        if visit.place is not None:
            self._places.setdefault(hash(("digest", visit.place.digest)), visit.place)
            self._places[hash((visit.url, visit.time))] = self._places[hash(visit.url)] = visit.place

    def find(self, repeat: Repeat) -> Place | None:
        """Find the answer that a revisit repeats: by digest, by the address and time it names, by the address alone."""
        if repeat.digest:
            return self._places.get(hash(("digest", repeat.digest)))
        url = repeat.earlier_url or repeat.url
        return self._places.get(hash((url, repeat.earlier_time))) or self._places.get(hash(url))


def read_repeat(fields: Mapping[str, str], url: str, block: bytes, where: str) -> Repeat:
    """Read what a revisit says, in its head and, in its block, of the server's answer."""
    status, headers, _ = parse_head(block) or (0, {}, 0)
    return Repeat(
        url,
        moment(fields.get("warc-date", "")),
        "" if "server-not-modified" in fields.get("warc-profile", "") else fields.get("warc-payload-digest", ""),
        bare(fields.get("warc-refers-to-target-uri", "")),
        moment(fields.get("warc-refers-to-date", "")),
        where,
        status,
        headers,
    )


def bare(url: str) -> str:
    """Take an address out of the angle brackets that wget puts it in; spaces, which none may have, are encoded."""
    return url.strip().removeprefix("<").removesuffix(">").replace(" ", "%20")


def moment(date: str) -> str:
    """Write a WARC date to the second: WARC 1.1 allows fractions, and these would sort before the full second."""
    return date[:19] + "Z" if len(date) > 20 and date.endswith("Z") else date
