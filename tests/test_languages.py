"""Fields that hold several languages: taken apart, the main one shown, the others kept."""

from __future__ import annotations

import json

import pytest

from migrator.convert_verified import convert_and_verify
from migrator.markup.languages import in_languages, language_parts, main_language
from migrator.model import Record
from tests.sites import BASE, make_site

RECORD = Record(
    id=7,
    type="post",
    status="publish",
    slug="heron",
    link=f"{BASE}/heron/",
    title="[:de]Der Reiher[:en]The heron[:]",
    content="[:de]Er wartet.[:en]It waits.[:]",
    excerpt="<!--:de-->Kurz<!--:--><!--:en-->Short<!--:-->",
)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("[:en]Hello[:de]Hallo", {"en": "Hello", "de": "Hallo"}),
        ("[:de]Hallo[:en]Hello[:] 2020", {"en": "Hello 2020", "de": "Hallo 2020"}),
        ("News [:de]von uns[:] 2020", {"de": "News von uns 2020"}),
        ("<!--:EN-->Hello<!--:--><!--:pt_br-->Olá<!--:-->", {"en": "Hello", "pt-BR": "Olá"}),
        ("{:fr}Bonjour{:}", {"fr": "Bonjour"}),
        ("[:en] [:de]Hallo[:]", {"de": "Hallo"}),
        ("Rest[:en][:]", {"": "Rest"}),
        ("Slices: [:], a[:en], [:)", {}),
        ("[:alpha:] in brackets", {}),
        ("plain", {}),
    ],
)
def test_a_short_text_is_read_in_each_of_its_languages(text: str, texts: dict[str, str]) -> None:
    assert in_languages(text, "en-US") == texts
    assert not texts or next(iter(in_languages(text, "en-US"))) == next(iter(texts))


def test_the_parts_hold_all_of_the_text() -> None:
    text = "a[:en]b<pre>[:de]</pre>[:de]c[:]d"
    assert "".join(part.tag + part.text for part in language_parts(text)) == text


@pytest.mark.parametrize(("wanted", "main"), [("en-US", "en"), ("de_AT", "de"), ("fr", "de"), ("", "de")])
def test_the_main_language_is_the_sites_or_the_first(wanted: str, main: str) -> None:
    assert main_language(["de", "en"], wanted) == main


@pytest.mark.parametrize(
    ("language", "main", "other"),
    [
        ("en-US", ("The heron", "<p>Short</p>", None), {"de": {"title": "Der Reiher", "excerpt": "<p>Kurz</p>"}}),
        ("fr", ("Der Reiher", "<p>Kurz</p>", "de"), {"en": {"title": "The heron", "excerpt": "<p>Short</p>"}}),
    ],
)
def test_a_record_has_the_main_language_and_its_translations(
    language: str, main: tuple[str, str, str | None], other: dict[str, dict[str, str]]
) -> None:
    rendered = convert_and_verify(RECORD, make_site(RECORD, language=language))
    shown = json.loads(rendered.files[".json"])
    assert (shown["title"], shown["excerpt"], shown["publication"].get("language")) == main
    assert shown["translations"] == other
    assert shown["content"]["html"].split("\n") == ['<p lang="de">Er wartet.</p>', '<p lang="en">It waits.</p>']
    assert [entry.where for entry in rendered.entries if entry.rule == "languages.tags"] == [
        "content",
        "title",
        "excerpt",
    ]
    assert not [entry for entry in rendered.entries if entry.rule == "verify.lost"]
