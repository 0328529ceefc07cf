"""Recordings that a podcast's plugin keeps in postmeta and shows beside the content."""

from __future__ import annotations

import pytest

from migrator.convert import convert
from migrator.model import Record
from migrator.rendered import Rendered
from tests.sites import BASE, make_site

EPISODE = f"{BASE}/wp-content/uploads/2024/03/Episode%201.mp3"
STORED = f'{EPISODE}\r\n21169426\r\naudio/mpeg\r\na:1:{{s:8:"duration";s:8:"00:29:24";}}'


def converted(content: str, *meta: tuple[str, str]) -> Rendered:
    record = Record(id=1, type="post", status="publish", slug="one", title="One", link=f"{BASE}/one/", content=content)
    record.meta = list(meta)
    return convert(record, make_site(record))


def test_an_episode_stands_below_its_text() -> None:
    rendered = converted("We talk.", ("enclosure", STORED), ("audio_file", EPISODE))
    body = rendered.files[".md"].partition("\n---\n\n")[2]
    assert body == (
        f'We talk.\n\n<figure class="audio"><audio controls src="{EPISODE}"><a href="{EPISODE}">{EPISODE}</a></audio>'
        "</figure>\n"
    )
    assert [(use.url, use.kind) for use in rendered.media] == [(EPISODE, "audio")]
    assert [(entry.rule, entry.action) for entry in rendered.entries] == [("meta.enclosure", "added")]


@pytest.mark.parametrize(
    ("content", "meta"),
    [
        ("[audio src='https://cdn.example/Episode 1.mp3']", STORED),
        (f'<a href="{EPISODE}">listen</a>', STORED),
        ("x", f"{BASE}/a.pdf\n1\napplication/pdf"),
        ("x", "1.mp3"),
        ("x", ""),
    ],
)
def test_what_the_text_has_or_is_no_recording_is_not_added(content: str, meta: str) -> None:
    assert "meta.enclosure" not in [entry.rule for entry in converted(content, ("enclosure", meta)).entries]


def test_a_film_of_another_name_is_told_by_its_media_type() -> None:
    url = "https://cdn.example/stream/7"
    assert f'<video controls src="{url}">' in converted("x", ("enclosure", f"{url}\n1\nvideo/mp4")).files[".md"]
