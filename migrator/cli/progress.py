"""A progress bar on stderr by bytes read, silent where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def bar(total: int, doing: str, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that is told the bytes read so far."""
    with tqdm(
        total=total, desc=doing, unit="B", unit_scale=True, disable=quiet or not sys.stderr.isatty(), leave=False
    ) as shown:

        def reach(position: int) -> None:
            shown.update(max(0, position - shown.n))

        yield reach
