"""Drawings keep what is drawn and lose what runs."""

from __future__ import annotations

import pytest

from migrator.media.sniff import WrongFile
from migrator.media.svg import cleaned

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "drawn",
    [
        '<path d="M0 0h10v10z" fill="url(#gradient)"/>',
        '<a href="https://example.org/"><text>Read on</text></a>',
        '<use xlink:href="#crest"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>.a { fill: red; mask: url('#m') }</style>",
        '<animate attributeName="opacity" from="0" to="1"/>',
    ],
)
def test_what_is_drawn_stays_to_the_byte(drawn: str) -> None:
    data = SVG.format(drawn).encode()
    assert cleaned(data) == data


@pytest.mark.parametrize(
    ("drawn", "gone"),
    [
        ("<script>alert(1)</script>", b"alert"),
        ('<rect onload="alert(1)" width="5"/>', b"alert"),
        ('<a xlink:href="java\tscript:alert(1)"><text>x</text></a>', b"alert"),
        ('<a href="data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;"/>', b"alert"),
        ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>alert</body></foreignObject>", b"alert"),
        ('<set attributeName="onclick" to="alert(1)"/>', b"alert"),
        ('<animate attributeName="xlink:href" to="javascript:alert(1)"/>', b"alert"),
        ('<image href="https://spy.example/pixel.png"/>', b"spy"),
        ('<use xlink:href="//spy.example/x.svg#a"/>', b"spy"),
        ("<style>@import url(https://spy.example/x.css);</style>", b"spy"),
        ('<rect style="fill: url( &quot;https://spy.example/x&quot; )"/>', b"spy"),
        ("<SCRIPT>alert(1)</SCRIPT>", b"alert"),
        ('<rect fill="url(https://spy.example/x#a)"/>', b"spy"),
        ("<style>a { fill: \\75rl(https://spy.example/x) }</style>", b"spy"),
        ('<style>@\\69 mport "https://spy.example/x.css";</style>', b"spy"),
        ('<style>a { fill: image-set("https://spy.example/x" 1x) }</style>', b"spy"),
        ('<h:img xmlns:h="http://www.w3.org/1999/xhtml" srcset="https://spy.example/x"/>', b"spy"),
    ],
)
def test_what_runs_or_calls_out_goes(drawn: str, gone: bytes) -> None:
    found = cleaned(SVG.format(f"<text>before</text>{drawn}<text>behind</text>").encode())
    assert gone not in found
    assert b"before" in found
    assert b"behind" in found
    assert cleaned(found) == found


def test_text_behind_a_script_stays() -> None:
    found = cleaned(SVG.format("<text>one <script>x()</script>two</text>").encode())
    assert b"one two" in found


def test_illustrators_entities_are_put_in() -> None:
    data = b"""<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg.dtd" [
 <!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg xmlns="&ns_svg;" width="5"><rect/></svg>"""
    found = cleaned(data)
    assert b'xmlns="http://www.w3.org/2000/svg"' in found
    assert b"ENTITY" not in found


@pytest.mark.parametrize(
    "data",
    [
        b"<svg><rect></svg>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    ],
)
def test_what_cant_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(WrongFile):
        cleaned(data)
