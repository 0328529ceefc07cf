from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrator.normalise.urls import absolute, key, parameters, same_host, split, unproxied, without_tracking


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2024/03/slug/",
        "http://www.example.org:80/2024/03/slug",
        "//EXAMPLE.org/2024/03/Slug/#top",
        "https://user:pw@example.org:443/2024/03/sl%75g/",
        "https://example.org./2024//03/slug/?utm_source=feed&fbclid=1",
        "https://example.org/index.php/2024/03/slug",
        "https://example.org/2024/03/slug/?",
    ],
)
def test_many_spellings_are_one_page(url: str) -> None:
    assert (split(url).host, key(split(url))) == ("example.org", "/2024/03/slug")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org", "/"),
        ("https://example.org/?p=5&utm_medium=x", "/?p=5"),
        ("https://example.org/index.php?p=5", "/?p=5"),
        ("https://example.org/a/?b=2&a=1", "/a/?a=1&b=2"),
        ("https://example.org/?post_type=book&amp;p=9", "/?p=9&post_type=book"),
        ("https://example.org/?post_type=book&#038;p=9", "/?post_type=book"),
        ("https://example.org/%ED%95%9C/", "/한"),
        ("https://example.org/%ed%95%9", "/\ufffd%9"),
        ("https://example.org/e\u0301", "/é"),
    ],
)
def test_a_page_has_one_key(url: str, expected: str) -> None:
    assert key(split(url)) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("WWW.Example.org", "example.org"),
        ("zeitung.münchen.de", "zeitung.xn--mnchen-3ya.de"),
        ("xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
        ("localhost:8080", "localhost:8080"),
        ("ü" * 70 + ".de", "ü" * 70 + ".de"),
        ("", ""),
    ],
)
def test_a_host_has_one_spelling(host: str, expected: str) -> None:
    assert same_host(host) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.org/x?utm_source=1&id=2&UTM_Medium=3#f", "https://a.org/x?id=2#f"),
        ("https://a.org/x?fbclid=1", "https://a.org/x"),
        ("https://a.org/x?utm_source=1&amp;id=2", "https://a.org/x?id=2"),
        ("https://a.org/x?B=2&a=%20&a=1", "https://a.org/x?B=2&a=%20&a=1"),
        ("https://a.org/x#?utm_source=1", "https://a.org/x#?utm_source=1"),
        ("https://a.org/?q=utm_source", "https://a.org/?q=utm_source"),
        ("https://a.org/?mc_cid=1&mc_eid=2&gclid=3", "https://a.org/"),
        ("https://a.org/?", "https://a.org/?"),
    ],
)
def test_only_tracking_is_removed(url: str, expected: str) -> None:
    assert without_tracking(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://i0.wp.com/a.org/x.jpg?resize=1%2C2&ssl=1", "https://a.org/x.jpg"),
        ("//i3.wp.com/a.org/x.jpg", "http://a.org/x.jpg"),
        ("https://i0.wp.com/a.org/x.php?q=id%3D3&w=2&ssl=1", "https://a.org/x.php?id=3"),
        ("https://i0.wp.com/x.jpg/", "http://x.jpg/"),
        ("https://i0.wp.com/wp/x", "https://i0.wp.com/wp/x"),
        ("https://s0.wp.com/a.org/x.jpg", "https://s0.wp.com/a.org/x.jpg"),
    ],
)
def test_photon_tells_what_it_shows(url: str, expected: str) -> None:
    assert unproxied(url) == expected


def test_parameters_are_read_as_php_does() -> None:
    assert parameters("a=1&amp;b=%20x&a=2&c") == {"a": "2", "b": " x", "c": ""}


def test_an_address_that_cannot_be_joined_stays() -> None:
    assert absolute("https://a.org/x/", "../y") == "https://a.org/y"
    assert absolute("https://a.org/x/", "http://[::1") == "http://[::1"


@given(st.text())
def test_no_address_is_too_odd(url: str) -> None:
    parts = split(url)
    assert key(parts).startswith("/")
    assert isinstance(without_tracking(url), str) and isinstance(absolute("https://a.org/", url), str)


@given(st.sampled_from(["https://a.org/x", "/y/", "?p=1", "#z"]), st.text(alphabet="ab&=?#;%u_tm", max_size=12))
def test_removing_tracking_twice_changes_nothing(start: str, rest: str) -> None:
    once = without_tracking(start + rest)
    assert without_tracking(once) == once
