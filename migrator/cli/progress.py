"""A progress bar on stderr by bytes read, silent where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def bar(total: int, doing: str, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that is told the bytes read so far."""
    with stages(total, quiet=quiet) as progress:
        yield lambda position: progress(doing, position)


@contextmanager
def stages(total: int, *, quiet: bool) -> Iterator[Callable[[str, int], None]]:
    """Give a function that is told what is being done and the bytes read so far; each stage starts the bar anew."""
    silent = quiet or not sys.stderr.isatty()
    tqdm.monitor_interval = 0  # its thread would keep the run from forking
    with tqdm(total=total, unit="B", unit_scale=True, disable=silent, leave=False) as shown:
        stage = ""

        def reach(doing: str, position: int) -> None:
            nonlocal stage
            if doing != stage:
                stage = doing
                shown.reset()
                shown.set_description(doing)
            shown.update(max(0, position - shown.n))

        yield reach
