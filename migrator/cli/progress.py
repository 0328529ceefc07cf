"""A progress bar on stderr by bytes read, silent where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tqdm import tqdm


@contextmanager
def bar(total: int, doing: str, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that is told the bytes read so far."""
    with stages(total, quiet=quiet) as progress:
        yield lambda position: progress(doing, position)


@contextmanager
def stages(total: int, *, quiet: bool) -> Iterator[Callable[[str, int], None]]:
    """Give a function that is told what is being done and the bytes read so far; each stage starts the bar anew."""
    with _shown(total=total, unit="B", unit_scale=True, quiet=quiet) as shown:
        stage = ""

        def reach(doing: str, position: int) -> None:
            nonlocal stage
            if doing != stage:
                stage = doing
                shown.reset()
                shown.set_description(doing)
            shown.update(max(0, position - shown.n))

        yield reach


@contextmanager
def answers(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many of a capture's answers were gone through, and how many there are."""
    with _shown(unit=" answers", desc="gathering", quiet=quiet, delay=0.5) as shown:

        def reach(done: int, total: int) -> None:
            shown.total = total
            shown.update(done - shown.n)

        yield reach


@contextmanager
def files(doing: str, *, quiet: bool) -> Iterator[Callable[[int, int, int], None]]:
    """Give a function that is told how many files are done, of how many, and the bytes that came in."""
    with _shown(unit=" files", desc=doing, quiet=quiet) as shown:

        def reach(done: int, total: int, size: int) -> None:
            shown.total = total
            shown.set_postfix_str(f"{size / 1e6:.1f} MB", refresh=False)
            shown.update(done - shown.n)

        yield reach


def _shown(*, quiet: bool, **how: Any) -> Any:
    tqdm.monitor_interval = 0  # its thread would keep the run from forking
    return tqdm(disable=quiet or not sys.stderr.isatty(), leave=False, **how)
