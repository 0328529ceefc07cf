"""The real site over HTTP as its public address would be: asked at the local server, kept as what that address said."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.wordpress import oracle

SITE = "https://gazette.example.edu"
THEMES = ("twentytwentyone", "twentytwentythree", "newsprint")


class ToOracle(HTTPAdapter):
    """Sends what is meant for the public address to the local server, with the headers that set its appearance."""

    def __init__(self, appearance: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._appearance = dict(appearance or {})

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        asked = request.url or ""
        request.url = asked.replace(SITE, oracle.SERVER, 1)
        request.headers.update(self._appearance)
        answer = super().send(request, *args, **kwargs)
        answer.url = request.url = asked
        return answer


def session(**appearance: str) -> requests.Session:
    """A session to which the local server is the public address; appearance as in php/appearance.php."""
    made = requests.Session()
    made.mount(SITE, ToOracle({f"X-{name}": value for name, value in appearance.items()}))
    return made


def capture(urls: Iterable[str], path: Path, **appearance: str) -> Path:
    """Ask for addresses and keep the answers in a WARC."""
    with path.open("wb") as file, session(**appearance) as web:
        writer = WARCWriter(file, gzip=True)
        for url in urls:
            answer = web.get(url, timeout=60, allow_redirects=False)
            headers = [(name, value) for name, value in answer.headers.items() if name.lower() != "transfer-encoding"]
            head = StatusAndHeaders(f"{answer.status_code} {answer.reason}", headers, protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(answer.content),
                http_headers=head,
                warc_headers_dict={"WARC-Date": "2026-01-02T03:04:05Z"},
            )
            writer.write_record(record)
    return path
