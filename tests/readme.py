"""`python -m tests.readme`: write the catalogue of rules into the README."""

from __future__ import annotations

import re
from pathlib import Path

from migrator.clean import rules_of
from migrator.cli.rules import catalogue, row
from migrator.options import Options


def main() -> None:
    path = Path(__file__).parent.parent / "README.md"
    lines = "\n".join(catalogue([row(rule, disabled=False) for rule in rules_of(Options())]))
    text = re.sub(
        r"(<!-- rules -->\n).*?(<!-- /rules -->)",
        lambda found: f"{found[1]}{lines}\n{found[2]}",
        path.read_text("utf-8"),
        flags=re.DOTALL,
    )
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
