"""What `inspect` counts of other sites, from raw texts."""

from __future__ import annotations

from collections import Counter

import pytest

from migrator.cli.inspect import lines
from migrator.survey import Survey
from migrator.survey.embeds import providers_in


@pytest.mark.parametrize(
    ("text", "providers"),
    [
        ('<iframe width="5" src="https://www.youtube.com/embed/dQw4w9WgXcQ">', ["youtube"]),
        ('<iframe data-src="//player.vimeo.com/video/1" src="about:blank">', ["vimeo"]),
        ("<iframe src='https://www.example.org/map'>", ["example.org"]),
        ("Before\r\n\r\nhttps://youtu.be/dQw4w9WgXcQ\r\n\r\nafter", ["youtube"]),
        ("<p>https://vimeo.com/1</p>", ["vimeo"]),
        ('<blockquote data-x="1" class="a twitter-tweet"><a href="https://twitter.com/a/status/1">', ["twitter"]),
        ("See https://youtu.be/dQw4w9WgXcQ there", []),
        ('<a href="https://youtu.be/dQw4w9WgXcQ">this</a><img src="https://i.ytimg.com/x.jpg">', []),
        ('<p class="my-twitter-tweets">https://</p>', []),
        ("nothing", []),
    ],
)
def test_providers(text: str, providers: list[str]) -> None:
    assert list(providers_in(text)) == providers


def test_people_read_the_most_frequent_first() -> None:
    said = list(lines(Survey(embeds=Counter(vimeo=1, youtube=3))))
    start = said.index("embeds (players, lone addresses, posts)")
    assert [line.split() for line in said[start + 1 : start + 3]] == [["3", "youtube"], ["1", "vimeo"]]
