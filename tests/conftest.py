"""Generated input is the same in every run: what fails here fails for everyone. `EXAMPLES` asks for more of it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from migrator.cli import main
from tests.command_line import Invoke, Said
from tests.server import Server, serving

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

ROOT = Path(__file__).parent.parent

os.environ["MIGRATOR_MEDIA"] = "none"
"""No test reaches the network; those of media say what they want."""


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette converted once, for all tests that only read."""
    export, folder = ROOT / "fixtures" / "gazette" / "export.xml", tmp_path_factory.mktemp("cli") / "archive"
    subprocess.run([sys.executable, "-m", "migrator", "convert", export, "-o", folder, "-q"], check=True, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def module_server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(module_server: Server) -> Server:
    """A web server that knows nothing yet."""
    module_server.answers.clear()
    module_server.seen.clear()
    module_server.requests.clear()
    return module_server


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No name has an address."""

    def getaddrinfo(*_arguments: object, **_more: object) -> None:
        raise socket.gaierror("no network")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr("migrator.media.fetch.BACK_OFF", 0.001)


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
