from __future__ import annotations

import pytest

from migrator.clean import clean
from migrator.markup.stored import read_json
from tests.sites import make_post, make_site


def test_escapes_of_what_no_tree_can_hold_are_left_out() -> None:
    text = r'{"a\u0000": ["b\u0001\ud800c", "\ud83d\ude00", "tab\tline\n\u000a", "\\u0001", 1, null]}'
    assert read_json(text) == {"a": ["bc", "\U0001f600", "tab\tline\n\n", r"\u0001", 1, None]}


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000 + "]" * 100_000])
def test_what_is_none_or_too_deep_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        read_json(text)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (r'<!-- wp:yoast/faq-block {"questions":[{"title":"Wh\u0001y\ud800?"}]} /-->', "Why?"),
        (r'<!-- wp:embed {"url":"https://example.org/\u0001a\ud800"} /-->', "https://example.org/a"),
    ],
)
def test_a_block_with_such_escapes_is_read(content: str, told: str) -> None:
    site = make_site()
    post = make_post(content, site)
    clean(post, site)
    assert "".join(post.tree.itertext()) == told
