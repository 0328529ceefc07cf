"""Page builders' shortcodes, and the laws that hold for what becomes of builders' pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from migrator.clean.rules.builders.escapes import unescaped
from migrator.convert import convert
from tests.builders import BUS, CROWD, HEADING, elementor, shown
from tests.laws import broken, restless
from tests.newspaper import newspaper, story
from tests.test_cases import CASES, Case, read_cases


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("et_pb_toggle", "a %22b%22 %91c%93 %92 ||et_pb_line_break_holder||d", 'a "b" [c] \\ \nd'),
        ("et_pb_button", "https://a.example/?q=%22b%22", "https://a.example/?q=%22b%22"),
        ("vc_cta", "``a`` `{`b`}`", '"a" [b]'),
        ("vc_cta", "100 %22", "100 %22"),
        ("vc_gmaps", "#E-8_JTNDYiUzRQ==", "<b>"),
        ("vc_gmaps", "#E-8_!", "#E-8_!"),
        ("kc_title", "Document", "Document"),
    ],
)
def test_what_an_attribute_can_not_hold_is_escaped(name: str, value: str, expected: str) -> None:
    assert unescaped(name, value) == expected


def test_numbers_of_attachments_in_shortcodes() -> None:
    content = (
        '[et_pb_blurb title="Bus" image="22"]Red[/et_pb_blurb][fusion_image image_id="20|full" /][ux_image id="22"]'
    )
    assert shown([], content) == f"<p>{BUS}</p><h3>Bus</h3><p>Red</p><p>{CROWD}</p><p>{BUS}</p>"


@pytest.mark.parametrize("case", read_cases(CASES / "builders.md"), ids=lambda case: case.name)
def test_the_cases_keep_the_laws(case: Case) -> None:
    site = newspaper()
    record = replace(story(1, "march"), content=case.content)
    assert broken(record, convert(record, site)) == []
    assert restless(case.content, site) == []


def test_data_in_the_place_of_content_keeps_the_laws() -> None:
    site = newspaper()
    content = '<h2>Boats</h2>[vc_row]Row[/vc_row]<a href="/old/">gone</a><img src="/old-300x200.jpg" alt="Old one">'
    long = (
        "text-editor",
        {"editor": "Many more words than the copy has, and <a href='/new/'>a link</a> [vc_row]x[/vc_row]"},
    )
    record = replace(story(1, "march"), content=content, meta=elementor(HEADING, long, ("third", {"title": "T"})))
    document = convert(record, site)
    assert "Many more words" in document.files[".md"]
    assert broken(record, document) == []
