"""What the walk of the cleaning rules costs, and that it costs the same however many rows there are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from typing import NamedTuple

from migrator.clean.index import compile_rules
from migrator.clean.rule import Rule, drop
from migrator.clean.rules import RULES
from migrator.clean.walk import matches
from migrator.markup.html import parse
from migrator.site import Site

ROWS = (100, 500, 2000)
"""Numbers of made-up rows that are compared, keys of every kind in turn; none of them finds anything."""

BAR_GROWTH = 1.3
"""The time that a walk with 2,000 rows may take, in times of one with 100."""

BAR_PARSE = 1.6
"""The time that a walk with the program's own rows may take, in times of parsing the same HTML (measured: 1.1)."""

ROUNDS = 15
"""Walks of each kind; the fastest counts."""

_PARAGRAPHS = 35
_WORDS = "The council met on Tuesday night to hear what students said about the price of rooms, and nobody left. "
_BODY = "".join(
    f'<p>{_WORDS * 3}</p><p class="has-text-color">{_WORDS}<a href="https://gazette.example.edu/{number}/">The '
    f"minutes</a> of <em>that night</em> are {number} pages.</p>"
    f'<figure class="wp-block-image size-large"><img class="wp-image-{number}" src="https://gazette.example.edu/'
    f'wp-content/uploads/{number}.jpg" alt="The hall"></figure><h3 id="part-{number}">After the vote</h3>'
    for number in range(_PARAGRAPHS)
)
_MADE: tuple[Callable[[int], str], ...] = (
    lambda number: f".gone-{number}-widget",
    lambda number: f"#gone-{number}-box",
    lambda number: f'"Gone {number}"',
    lambda number: f".g{number:04}gone-*",
    lambda number: f"@gone-{number}.example.net/share",
    lambda number: f"div.gone-{number}[data-kind=x]",
    lambda number: f'"Gone{number} {{}} on {{}}"',
)


class Costs(NamedTuple):
    """Seconds of parsing a body, of walking it with so many made-up rows, and with the program's own."""

    parsing: float
    walking: dict[int, float]
    own: float


def costs(site: Site) -> Costs:
    """Measure all in turn on a body of usual elements."""
    tree = parse(_BODY)
    indexes = [compile_rules(islice(_made_up(), count)) for count in ROWS]
    walks = [partial(matches, tree, index, site) for index in (*indexes, compile_rules(RULES))]
    parsing, *walking, own = fastest([partial(parse, _BODY), *walks])
    return Costs(parsing, dict(zip(ROWS, walking, strict=True)), own)


def report(found: Costs) -> list[str]:
    """Write the costs as lines of text, and as ratios beside the bars."""
    most = found.walking[ROWS[-1]] / found.walking[ROWS[0]]
    own = sum(len(rule.keys) for rule in RULES)
    return [
        f"parsing      {found.parsing * 1e3:7.2f} ms",
        *(f"{rows:5} rows   {seconds * 1e3:7.2f} ms" for rows, seconds in found.walking.items()),
        f"{own:5} own    {found.own * 1e3:7.2f} ms",
        f"growth       {most:7.2f}    {ROWS[-1]} rows / {ROWS[0]} rows (bar: {BAR_GROWTH})",
        f"ratio        {found.own / found.parsing:7.2f}    own rows / parsing (bar: {BAR_PARSE})",
    ]


def _made_up() -> Iterator[Rule]:
    for number, make in enumerate(cycle(_MADE)):
        yield drop(f"gone.row-{number}", make(number))


def fastest(actions: list[Callable[[], object]]) -> list[float]:
    """Time actions turn by turn, so that what else the machine does falls on all alike; the fastest of each."""
    best = [float("inf")] * len(actions)
    for _ in range(ROUNDS):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            best[place] = min(best[place], time.perf_counter() - start)
    return best
