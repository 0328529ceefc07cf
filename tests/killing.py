"""`python -m tests.killing ARCHIVE UPLOADS TIMES SEED`: complete an archive's media, killed as often at random points.

An argument UPLOADS of "-" stands for the network. The processes are forked, so that each kill costs no start.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from migrator.media import complete
from migrator.media.wish import Wish

LONGEST = 0.4
"""Seconds after which a process is killed at the latest."""


def main() -> None:
    archive, uploads, times, seed = sys.argv[1:]
    wish = Wish("all", () if uploads == "-" else (Path(uploads),), private=True)
    chance = random.Random(int(seed))
    for _ in range(int(times)):
        child = os.fork()
        if not child:
            complete(Path(archive), wish)
            os._exit(0)
        time.sleep(chance.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    complete(Path(archive), wish)


if __name__ == "__main__":
    main()
