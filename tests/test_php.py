"""PHP's serialize(), read tolerantly."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.sources.wxr.php import MAX_DEPTH, decode_meta


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("N;", None),
        ("b:1;", True),
        ("b:0;", False),
        ("i:-42;", -42),
        ("d:0.5;", 0.5),
        ("d:0.333333333333329984160542380777769722044467926025390625;", 0.33333333333333),
        ("d:INF;", "INF"),
        ('s:5:"naïf";', "naïf"),
        ("a:0:{}", []),
        ('a:2:{i:0;s:1:"x";i:1;i:7;}', ["x", 7]),
        ('a:2:{i:1;s:1:"x";i:0;i:7;}', {"1": "x", "0": 7}),
        ('a:1:{s:5:"width";i:640;}', {"width": 640}),
        (' a:1:{s:5:"width";i:640;}\n', {"width": 640}),
        ('E:11:"Suit:Hearts";', "Suit:Hearts"),
        ('S:4:"\\41bcd";', "Abcd"),
        ('C:11:"ArrayObject":5:{x:i:0}', {"__class__": "ArrayObject", "__data__": "x:i:0"}),
    ],
)
def test_each_type(text: str, value: Any) -> None:
    assert decode_meta(text) == value


def test_an_object_is_only_named() -> None:
    text = 'O:8:"stdClass":2:{s:3:"tag";s:5:"album";s:4:"\0*\0n";i:1;}'
    assert decode_meta(text) == {"__class__": "stdClass", "tag": "album", "n": 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "i:5",
        "a:1:{i:0;",
        'a:1:{i:0;s:9:"cut',
        "s:3",
        "i:0",
        "N",
        "b:1",
        "a:b:c",
        "d:x;",
        "i:five;",
        "a:1:{a:0:{}i:1;}",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert decode_meta(text) is text


def test_a_length_made_wrong_by_search_and_replace() -> None:
    text = 'a:2:{s:3:"url";s:18:"http://example.com/uploads";s:4:"size";i:3;}'
    assert decode_meta(text) == {"url": "http://example.com/uploads", "size": 3}


def test_a_length_too_long_does_not_swallow_its_neighbours() -> None:
    text = 'a:2:{s:3:"url";s:40:"http://x.org";s:4:"name";s:25:"also wrong";}'
    assert decode_meta(text) == {"url": "http://x.org", "name": "also wrong"}


def test_a_wrong_length_around_text_that_looks_like_an_end() -> None:
    css = 'a::after{content:"";} b{content:"";i:1}'
    assert decode_meta(f'a:1:{{s:3:"css";s:5:"{css}";}}') == {"css": css}


def test_a_wrong_length_around_a_serialized_value() -> None:
    inner = 'a:2:{i:0;s:1:"x";i:1;s:1:"y";}'
    assert decode_meta(f'a:2:{{i:0;s:7:"{inner}";i:1;s:1:"z";}}') == [inner, "z"]


def test_a_wrong_count_is_counted_anew() -> None:
    assert decode_meta('a:9:{i:0;s:1:"x";}') == ["x"]


def test_references_point_to_plain_values_only() -> None:
    assert decode_meta('a:2:{i:0;s:1:"x";i:1;R:2;}') == ["x", "x"]
    assert decode_meta("a:1:{i:0;R:1;}") == [{"__reference__": 1}]
    assert decode_meta("a:2:{i:0;a:1:{i:0;i:7;}i:1;R:3;}") == [[7], 7]
    assert decode_meta("a:1:{i:0;R:99;}") == [None]


def test_depth_has_an_end() -> None:
    deep = "a:1:{i:0;" * (MAX_DEPTH + 1) + "N;" + "}" * (MAX_DEPTH + 1)
    assert decode_meta(deep) is deep
    fits = "a:1:{i:0;" * MAX_DEPTH + "N;" + "}" * MAX_DEPTH
    assert isinstance(decode_meta(fits), list)


def test_guesses_do_not_multiply() -> None:
    text = "a:1:{i:0;" + 's:1:"a:1:{i:0;' * 90 + 's:1:"x";' + "i:1;N;" * 90 + "!"
    assert decode_meta(text) is text


def test_a_huge_number_is_no_error() -> None:
    text = "i:" + "9" * 5000 + ";"
    assert decode_meta(text) is text


def serialize(value: Any) -> str:
    match value:
        case None:
            return "N;"
        case bool():
            return f"b:{int(value)};"
        case int():
            return f"i:{value};"
        case str():
            return f's:{len(value.encode())}:"{value}";'
        case list():
            return serialize({str(index): member for index, member in enumerate(value)})
        case dict():
            members = "".join(
                serialize(int(key) if key.isascii() and key.isdigit() else key) + serialize(member)
                for key, member in value.items()
            )
            return f"a:{len(value)}:{{{members}}}"
    raise TypeError


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé", min_size=1), inner, min_size=1, max_size=4)
    ),
    max_leaves=20,
)


@given(values)
@settings(deadline=None)
def test_what_php_writes_is_read(value: Any) -> None:
    assert decode_meta(serialize(value)) == value


@settings(deadline=None)
@given(st.text('aisbdONCrRE0123456789:;{}"x\0é', max_size=60), st.sampled_from(["", "a:2:{", 's:3:"', "O:1:"]))
def test_nothing_is_an_error(text: str, start: str) -> None:
    decode_meta(start + text)
