"""Generated input is the same in every run: what fails here fails for everyone. `EXAMPLES` asks for more of it."""

import sys

import pytest
from hypothesis import settings

from migrator.cli import main
from tests.command_line import Invoke, Said

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture
def migrator(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Invoke:
    """The command line, called in this process."""

    def invoke(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["migrator", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        code = stop.value.code
        return Said(code if isinstance(code, int) else 0, *capsys.readouterr())

    return invoke
