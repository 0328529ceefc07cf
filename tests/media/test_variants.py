"""Where the original of a picture may be, by the form of its address."""

from __future__ import annotations

import pytest

from migrator.media.entries import addresses_of, copies_of
from migrator.media.variants import distinct, is_stand_in, originals_of

ORIGINALS = {
    "https://1.bp.blogspot.com/-a/b/c/s320/dusk.jpg": "https://1.bp.blogspot.com/-a/b/c/s0/dusk.jpg",
    "http://4.bp.blogspot.com/-a/b/c/w400-h300/dusk.jpg": "http://4.bp.blogspot.com/-a/b/c/s0/dusk.jpg",
    "https://lh3.googleusercontent.com/abc=w640-h480": "https://lh3.googleusercontent.com/abc=s0",
    "https://live.staticflickr.com/65535/5012_ab12_m.jpg": "https://live.staticflickr.com/65535/5012_ab12_b.jpg",
    "https://live.staticflickr.com/65535/5012_ab12.jpg": "https://live.staticflickr.com/65535/5012_ab12_b.jpg",
    "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Owl.jpg/220px-Owl.jpg": (
        "https://upload.wikimedia.org/wikipedia/commons/a/ab/Owl.jpg"
    ),
    "https://pbs.twimg.com/media/abc.jpg:small": "https://pbs.twimg.com/media/abc.jpg:orig",
    "https://pbs.twimg.com/media/abc?format=jpg&name=small": "https://pbs.twimg.com/media/abc?format=jpg&name=orig",
    "https://images.squarespace-cdn.com/a/dusk.jpg?format=500w": (
        "https://images.squarespace-cdn.com/a/dusk.jpg?format=original"
    ),
    "https://64.media.tumblr.com/a/dusk_400.jpg": "https://64.media.tumblr.com/a/dusk_1280.jpg",
    "https://gazette.example.edu/wp-content/uploads/2024/03/dusk-scaled.jpg": (
        "https://gazette.example.edu/wp-content/uploads/2024/03/dusk.jpg"
    ),
}

WHOLE = (
    "https://1.bp.blogspot.com/-a/b/c/s0/dusk.jpg",
    "https://blog.example.org/s320/dusk.jpg",
    "https://live.staticflickr.com/65535/5012_ab12_b.jpg",
    "https://live.staticflickr.com/65535/5012_cd34_o.jpg",
    "https://upload.wikimedia.org/wikipedia/commons/a/ab/Owl.jpg",
    "https://pbs.twimg.com/media/abc.jpg:orig",
    "https://pbs.twimg.com/profile_images/1/abc_normal.jpg",
    "https://64.media.tumblr.com/a/dusk_1280.jpg",
    "https://gazette.example.edu/wp-content/uploads/2024/03/dusk.jpg",
    "https://gazette.example.edu/pictures/dusk-300x200.jpg",
    "https://gazette.example.edu/wp-content/uploads/2024/03/plan-300x200.pdf",
    "https://gazette.example.edu/wp-content/uploads/2024/03/-scaled.jpg",
    "https://gazette.example.edu/wp-content/uploads/fish-scaled/dusk.jpg",
    "https://gazette.example.edu/pictures/fish-scaled.jpg",
)


@pytest.mark.parametrize(("url", "original"), ORIGINALS.items())
def test_the_original_is_tried_first(url: str, original: str) -> None:
    assert addresses_of(url, {"url": url}) == (original, url)


def test_what_wordpress_made_comes_last() -> None:
    folder = "https://gazette.example.edu/wp-content/uploads/2024/03"
    small = f"{folder}/Dusk-300x200.JPG"
    addresses = (f"{folder}/Dusk.JPG", f"{folder}/Dusk-scaled.JPG", small)
    assert addresses_of(small, {"url": small}) == addresses
    assert copies_of({"url": small}, addresses) == (small,)
    assert addresses_of(f"{folder}/Dusk.JPG", {}) == addresses[:2]


def test_other_forms_of_an_address_come_after_it() -> None:
    seen = ["http://a.example/d.pdf", "https://i0.wp.com/a.example/d.pdf?w=9", "https://www.a.example/d.pdf#page=2"]
    assert addresses_of("https://a.example/d.pdf", {"seen": seen}) == (
        "https://a.example/d.pdf",
        "http://a.example/d.pdf",
        "https://www.a.example/d.pdf",
    )


@pytest.mark.parametrize("url", WHOLE)
def test_what_has_no_other_size_is_asked_for_as_it_is(url: str) -> None:
    assert list(originals_of(url)) == []


def test_no_address_is_tried_twice() -> None:
    assert distinct(("a", "", "b", "a")) == ("a", "b")


def test_a_picture_in_another_s_place_is_known() -> None:
    assert is_stand_in("https://combo.staticflickr.com/photo_unavailable_l.png")
    assert not is_stand_in("https://combo.staticflickr.com/photo_unavailable/a.jpg")
