from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from migrator.writers.front_matter import Plain, _lines, facts, scalar
from tests.sites import BASE, bare_post, make_site

HOSTILE = [
    "1984",
    "No",
    "null",
    "~",
    "a: b",
    "- x",
    "#tag",
    'say "hi"',
    "C:\\n",
    "tab\tand\nnewline",
    "\u2028\x85\ufeff",
    "é😀",
    "'",
    "{a}",
    "[b]",
    "&x",
    "*y",
    "!z",
    "%",
    "@",
    "`",
    "2024-04-10",
    "0o7",
    "1e3",
    "",
    " lead",
    "trail ",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back_as_the_same_text(text: str) -> None:
    assert yaml.safe_load(scalar(text)) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}\n") == {"key": text}


KEYS = st.text(min_size=1, max_size=12, alphabet=st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_every_mapping_comes_back(fields: dict[str, Any]) -> None:
    assert (yaml.safe_load("".join(_lines(fields))) or {}) == fields


def test_a_date_is_a_date() -> None:
    assert scalar(Plain("2024-04-10T09:30:00-04:00")) == "2024-04-10T09:30:00-04:00"
    assert yaml.safe_load("date: 2024-04-10T09:30:00-04:00")["date"].utcoffset() is not None


@pytest.mark.parametrize(
    ("link", "url"),
    [
        (f"{BASE}/2024/03/10/story/", "/2024/03/10/story/"),
        (f"{BASE}/2023/10/12/%ea%b5%90%EC%A0%95-a%20b/", "/2023/10/12/교정-a%20b/"),
        (f"{BASE}/2014/05/14/%ec%a0%9c%eb/", "/2014/05/14/제/"),
        (f"{BASE}/caf%e9/%2fx/", "/caf%e9/%2fx/"),
        (f"{BASE}//greek/", "/greek/"),
        (f"{BASE}/?p=7", None),
        ("https://elsewhere.example/story/", None),
    ],
)
def test_the_address_is_one_that_a_generator_can_write_to(link: str, url: str | None) -> None:
    site = make_site()
    assert facts(bare_post(site, link=link), site).get("url") == url
