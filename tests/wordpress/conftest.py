"""Tests here need the real WordPress: marked `wordpress`, skipped unless MIGRATOR_WORDPRESS asks for them.

MIGRATOR_WORDPRESS=1 runs them where Debian's packages can be had; =required fails where they cannot.
"""

import os
from pathlib import Path

import pytest

from tests.wordpress import oracle

ASKED = os.environ.get("MIGRATOR_WORDPRESS", "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.wordpress)


@pytest.fixture(scope="session", autouse=True)
def wordpress() -> None:
    """Start the site once for all tests of this folder."""
    if ASKED not in {"1", "required"}:
        pytest.skip("needs a real WordPress: set MIGRATOR_WORDPRESS=1 (or =required)")
    try:
        oracle.start()
    except oracle.WordPressError as error:
        if ASKED == "required":
            raise
        pytest.skip(str(error))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once why these tests are skipped, which a quiet run leaves out."""
    reports: list[pytest.TestReport] = terminalreporter.stats.get("skipped", [])
    skipped = [report for report in reports if "wordpress" in report.keywords]
    if skipped:
        reason = str(skipped[0].longrepr[2]) if isinstance(skipped[0].longrepr, tuple) else ""
        terminalreporter.write_line(f"{len(skipped)} tests of tests/wordpress: {reason}")
