"""A web server for tests, in threads of its own, that answers as each test says: well, badly, slowly, in malice."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

Answer = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request, with what an answer needs to send whatever it likes."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        """Answer as the path's answer does; each request is counted."""
        path = unquote(self.path)
        with self.server.lock:
            self.server.seen[path] += 1
            self.count = self.server.seen[path]
            self.server.requests.append((path, dict(self.headers.items())))
        answer = self.server.answers.get(path) or self.server.fallback
        if answer is None:
            self.send(b"<html>Not found</html>", status=404, headers={"Content-Type": "text/html"})
        else:
            answer(self)

    def send(self, body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        """Send an answer whose length is true unless `headers` say another."""
        self.send_response(status)
        told = {"Content-Length": str(len(body)), **(headers or {})}
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def cut(self) -> None:
        """Break the connection off."""
        self.close_connection = True
        self.wfile.flush()
        self.connection.close()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the library's name)
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server that counts what it is asked for; `url` has no final slash."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.answers: dict[str, Answer] = {}
        self.fallback: Answer | None = None
        self.seen: Counter[str] = Counter()
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.lock = threading.Lock()
        self.url = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that go away are a part of the tests."""


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def says(status: int, body: bytes = b"", **headers: str) -> Callable[[Request], None]:
    """Answer always the same."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: request.send(body, status=status, headers=told)


def files_below(folder: Path, prefix: str) -> Answer:
    """Answer with the files of a folder, which the addresses name behind a prefix."""

    def answer(request: Request) -> None:
        path = folder / unquote(request.path).partition("?")[0].removeprefix(prefix)
        if path.is_file():
            request.send(path.read_bytes())
        else:
            request.send(b"<html>Not found</html>", status=404)

    return answer
