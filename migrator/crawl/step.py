"""What a crawl goes through: addresses to ask for, and what their answers tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from migrator.media.wish import Extent

Road = Literal["rest", "sitemap", "feed", "links"]
StepKind = Literal["list", "page", "file"]
"""What is asked for: what names documents (a REST collection, a sitemap, a feed, an archive page), a page, a file."""

ROADS: tuple[Road, ...] = ("rest", "sitemap", "feed", "links")


@dataclass(frozen=True, slots=True)
class Step:
    """An address to ask for.

    `via` is the address that named it, `depth` how many links lie between it and the start, `lastmod` when it was
    last changed as far as `via` says, `aim` what the answer is a part of (a REST collection such as "posts"). That an
    `optional` one fails is no gap; `mark` is what its road notes for itself.
    """

    url: str
    road: Road
    kind: StepKind = "page"
    via: str = ""
    depth: int = 0
    lastmod: str = ""
    aim: str = ""
    optional: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """An item that an answer gives, whole or (not `whole`) only by name; `modified` is as the site writes it.

    `aim` and `id` tell it from others: ("posts", "12"), ("page", key of its address). `digest` stands for what it
    says, so that a change shows where nothing is dated.
    """

    aim: str
    id: str
    url: str = ""
    modified: str = ""
    digest: str = ""
    document: bool = False
    whole: bool = True
    title: str = ""


class Total(NamedTuple):
    """How many items a collection has, as the site counts them."""

    aim: str
    items: int


class Told(NamedTuple):
    """What a list tells of a page's comments, by name: how many there are ("comments"), what one says ("comment-12").
    Where that was not known, the page is asked for, whatever its date says."""

    url: str
    name: str
    value: str


class Turned(NamedTuple):
    """An address that was named and is not asked for, and the rule that says so."""

    url: str
    rule: str
    road: Road


class Detour(NamedTuple):
    """A road that leads nowhere: the others are to be taken."""

    reason: str


Find = Step | Seen | Told | Total | Turned | Detour


class Trouble(NamedTuple):
    """Why an answer is of no use: `status` is 0 where there was none, `code` is what WordPress calls the error."""

    reason: str
    status: int = 0
    code: str = ""


class Unfit(Exception):  # noqa: N818  (it is no end of a run: the address counts as failed)
    """An answer that is not what was asked for."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.reason)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Site:
    """What was found out of a site: its addresses, and which roads lead to its documents.

    `home` ends with a slash; `api` is the root of its REST API ("" without one), to which paths can be appended, and
    `coauthors` tells whether that has what Co-Authors Plus knows of authors.
    `closes` tells that its pages have an end tag, without which one was cut off where WordPress broke. From the second
    run on `since` has the newest change of each REST collection as it was captured before.
    """

    home: str
    api: str = ""
    coauthors: bool = False
    edit: bool = False
    files: Extent = "none"
    generator: str = ""
    closes: bool = False
    sitemaps: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    roads: tuple[Road, ...] = ()
    notes: tuple[str, ...] = ()
    since: dict[str, str] = field(default_factory=dict)
    run: int = 1
