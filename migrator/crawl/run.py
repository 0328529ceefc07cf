"""A crawl: address after address, each answer entered with all that it leads to, until none is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from migrator.crawl.discover import DETOUR, choose, detour, discover, knows_user, renew
from migrator.crawl.failures import PASSING, Refused, TooLong, Unreachable
from migrator.crawl.frontier import Frontier, State, changes, comments, items
from migrator.crawl.memory import recall, remember
from migrator.crawl.reasons import GONE, SHUT
from migrator.crawl.roads import WAYS, read
from migrator.crawl.roads.rest import by_ids
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Detour, Find, Road, Seen, Site, Step, Told, Total, Trouble, Turned, Unfit
from migrator.crawl.traps import OTHER_SITE, trap_of
from migrator.media.wish import Extent
from migrator.sources.capture.addresses import key_of
from migrator.sources.capture.visit import Visit

TRIES = 2
"""How often an address is taken up; each time the fetcher has its own tries, seconds apart."""

LOST = 25
"""Failures in a row after which a site is taken to be down or to shut us out: the run stops, and can go on later."""

DEAD = 12
"""Failures of REST in a row after which it is taken for broken; one item that breaks its page makes eight."""

REMEMBERED = 200_000
"""Addresses that are kept in memory, some 30 MB, so as not to look each link of each page up in the frontier."""

TOLD = 10
"""Steps between two reports of progress."""

_LOST_RUN = "lost run"
"""The fact that tells which run was stopped by failures in a row."""

NO_LOGIN = "the REST API can't be used with this user and password"

Stop = Literal["", "limit", "wait", "lost"]
"""Why a run is not through: as many documents as were asked for, a longer wait than allowed, a site that is down."""


class Fetch(Protocol):
    """Fetches an address; raises Refused, Unreachable, TooLong."""

    def __call__(self, url: str, *, etag: str = "", modified: str = "", road: str = "") -> Visit:
        """Give the answer."""


@dataclass(frozen=True, slots=True)
class How:
    """How a crawl is to be done: by which roads (all that lead on, if none is named), how far, and who is told."""

    via: tuple[Road, ...] = ()
    limit: int = 0
    edit: bool = False
    files: Extent = "none"
    sitemaps: Callable[[str], tuple[str, ...]] = lambda _: ()
    progress: Callable[[int, int, int], None] = lambda _done, _total, _bytes: None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a crawl ended; `seconds` is how long the site wants to be left alone, `reason` what stopped the run."""

    site: Site
    stop: Stop = ""
    seconds: float = 0.0
    reason: str = ""


@dataclass(slots=True)
class _Crawl:
    """A crawl at work; the numbers of failures in a row are all that is not in its frontier."""

    frontier: Frontier
    fetch: Fetch
    how: How
    site: Site
    failures: int = 0
    rest_failures: int = 0
    bytes: int = 0
    steps: int = 0
    met: set[tuple[str, Road, str]] = field(default_factory=set)
    last: Trouble = field(default_factory=lambda: Trouble(""))

    def run(self) -> Ending:
        """Go on until no address is left, or something stops it."""
        while True:
            step = self.frontier.next()
            if step is None and not self._finish():
                return Ending(self.site)
            if step is None:
                continue
            if self.how.limit and items.count_documents(self.frontier) >= self.how.limit:
                return Ending(self.site, "limit")
            try:
                self._take(step)
            except TooLong as error:
                return Ending(self.site, "wait", error.seconds, str(error))
            if self.failures >= LOST:
                self.frontier.note(_LOST_RUN, str(self.frontier.run))
                return Ending(self.site, "lost", 0, self.last.reason)
            self._tell()

    def _tell(self) -> None:
        """Tell how far the run is, but not at every step: all addresses are counted for it."""
        self.steps += 1
        if self.steps % TOLD == 0:
            self.how.progress(*self.frontier.progress(), self.bytes)

    def _finish(self) -> bool:
        """End the run; tell whether there is still something to ask for."""
        with self.frontier.entering():
            changes.find_gone(self.frontier)
            if self.frontier.run > 1 and changes.ask_again(self.frontier):
                return True
            self.frontier.end()
        return False

    def _take(self, step: Step) -> None:
        """Ask for an address, unless it is given elsewhere, and enter what came of it."""
        if step.kind == "page" and not self.how.via and items.gives(self.frontier, step.url):
            with self.frontier.entering():
                self.frontier.hold(step)
            return
        known = self.frontier.validators(step)
        try:
            visit = self.fetch(step.url, etag=known.etag, modified=known.modified, road=step.road)
        except Refused as error:
            with self.frontier.entering():
                self.frontier.shut(step, error.reason)
        except Unreachable as error:
            self._fail(step, Trouble(error.reason))
        else:
            self.bytes += len(visit.body)
            self._answer(step, visit)

    def _answer(self, step: Step, visit: Visit) -> None:
        try:
            finds = () if visit.status == 304 else tuple(read(step, visit, self.site))
        except Unfit as error:
            self._fail(step, error.trouble, visit)
            return
        self.failures = 0
        if any(isinstance(find, Seen) and find.whole for find in finds):
            self.rest_failures = 0
        with self.frontier.entering():
            if visit.status == 304:
                self.frontier.written(visit)
                self.frontier.hold(step)
            else:
                has_led = key_of(visit.url) != key_of(step.url)
                self.frontier.answer(step, visit, f"led to {visit.url}" if has_led else "")
                self.frontier.led(visit)
            self._enter(finds, step)

    def _fail(self, step: Step, trouble: Trouble, visit: Visit | None = None) -> None:
        """Enter a failure: to be tried again, or what is asked for instead."""
        self.last = trouble
        is_gone = trouble.status in GONE and (step.road, step.kind) != ("rest", "list")
        self.rest_failures += step.road == "rest" and trouble.status not in SHUT
        instead = tuple(self._instead(step, trouble))
        self.failures = 0 if is_gone or instead else self.failures + 1
        with self.frontier.entering():
            if visit:
                self.frontier.written(visit)
            if not instead and self._may_pass(step, trouble):
                self.frontier.postpone(step, trouble)
                return
            self.frontier.fail(step, trouble, _state(instead, gone=is_gone))
            if is_gone:
                changes.leave_page(self.frontier, key_of(step.url))
            self._enter(instead, step)

    def _instead(self, step: Step, trouble: Trouble) -> Iterator[Find]:
        if step.kind == "page":
            return
        if step.road == "rest" and self.rest_failures >= DEAD:
            self.rest_failures = self.failures = 0
            yield Detour(f"{step.aim}: {trouble.reason}")
        else:
            yield from WAYS[step.road].failed(step, trouble, self.site)

    def _may_pass(self, step: Step, trouble: Trouble) -> bool:
        return (not trouble.status or trouble.status in PASSING) and self.frontier.tries(step) + 1 < TRIES

    def _enter(self, finds: Sequence[Find], step: Step) -> None:
        missed = [find.id for find in finds if isinstance(find, Seen) and items.misses(self.frontier, find)]
        for first in by_ids(step, missed):
            self._add(first)
        for find in finds:
            if isinstance(find, Turned | Step) and self._has_met(find):
                continue
            match find:
                case Step():
                    self._add(find)
                case Seen():
                    items.enter(self.frontier, find, step.url)
                case Told():
                    comments.enter(self.frontier, find)
                case Total():
                    items.enter_total(self.frontier, find)
                case Turned():
                    self.frontier.refuse(find, step.url)
                case Detour():
                    self._turn(find, step)

    def _has_met(self, find: Turned | Step) -> bool:
        """Whether an address was named before: pages of a site name mostly the same, whose entry takes longest."""
        met = (find.url, find.road, "" if isinstance(find, Turned) else find.kind)
        if met in self.met:
            return True
        if len(self.met) >= REMEMBERED:
            self.met.clear()
        self.met.add(met)
        return False

    def _add(self, step: Step) -> None:
        """Enter a step; a page that is a trap is only remembered as one."""
        rule = self._rule(step)
        if rule:
            self.frontier.refuse(Turned(step.url, rule, step.road), step.via)
        else:
            self.frontier.add(step)

    def _rule(self, step: Step) -> str:
        """The rule that refuses a step; an item that REST gives by its address is taken, whatever that looks like."""
        if step.kind != "list" and not scope_of(self.site.home).hosts(step.url):
            return OTHER_SITE.name
        trap = trap_of(step.url) if step.kind == "page" and step.road != "rest" else None
        return trap.name if trap else ""

    def _turn(self, found: Detour, step: Step) -> None:
        """Leave a collection that leads nowhere, and take the other roads, too, unless the user has chosen them."""
        more = tuple(road for road in detour(self.site) if road not in self.site.roads)
        if self.how.via:
            return
        self.frontier.leave(step.aim, found.reason)
        if not more:
            return
        notes = (*self.site.notes, f"{DETOUR}{found.reason}")
        self.site = replace(self.site, roads=self.site.roads + more, notes=notes)
        remember(self.frontier, self.site)
        for road in self.site.roads[1:]:
            for first in WAYS[road].seeds(self.site):
                self.frontier.add(first)


def _state(instead: tuple[Find, ...], *, gone: bool) -> State:
    if any(isinstance(find, Step) for find in instead):
        return "replaced"
    return "gone" if gone else "failed"


def crawl(start: str, frontier: Frontier, fetch: Fetch, how: How) -> Ending:
    """Crawl the site at an address, from where an earlier run was stopped if one was.

    Raises:
        TooLong: Not even the front page may be asked for now.
    """
    known = recall(frontier)
    was_lost = frontier.fact(_LOST_RUN) == str(frontier.run)
    site = _found(start, frontier, fetch, how) if was_lost or not known else known
    if known:
        site = _as_asked(renew(known, site) if was_lost else known, how)
    with frontier.entering():
        remember(frontier, site)
        if was_lost:
            frontier.retry_failed()
            frontier.note(_LOST_RUN, "")
        before = known.roads if known else ()
        for road in before:
            if road not in site.roads:
                frontier.leave_road(road)
        for road in site.roads:
            if road not in before:
                _set_out(road, site, frontier)
    return _Crawl(frontier, fetch, how, site).run()


def _as_asked(site: Site, how: How) -> Site:
    """Go on with what was found out, but by the roads, and with the files, that are asked for now."""
    return replace(site, roads=choose(site, how.via) if how.via else site.roads, files=how.files)


def _set_out(road: Road, site: Site, frontier: Frontier) -> None:
    frontier.take_road(road)
    for step in WAYS[road].seeds(site):
        frontier.add(step)


def _found(start: str, frontier: Frontier, fetch: Fetch, how: How) -> Site:
    """Find out what the site is."""

    def ask(url: str) -> Visit:
        visit = fetch(url)
        with frontier.entering():
            frontier.written(visit)
        return visit

    site = discover(start, ask, how.sitemaps(start))
    edit = how.edit and bool(site.api) and knows_user(site.api, ask)
    since = changes.newest(frontier) if frontier.fact("edit") == str(edit) else {}
    notes = (*site.notes, NO_LOGIN) if how.edit and not edit else site.notes
    site = replace(site, roads=choose(site, how.via), run=frontier.run, notes=notes)
    return replace(site, edit=edit, files=how.files, since=since)
