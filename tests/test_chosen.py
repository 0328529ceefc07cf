from __future__ import annotations

import pytest
from lxml.etree import tostring

from migrator.clean import clean
from migrator.clean.rules.chosen import choose, is_random, kind_of, numbers
from migrator.model import Post, Record
from migrator.site import Site
from tests.sites import BASE, make_post, make_site


def uploaded(number: int, file: str, title: str, date: str, **fields: int) -> Record:
    return Record(
        id=number,
        type="attachment",
        status="inherit",
        title=title,
        slug=title.lower(),
        date=date,
        excerpt=f"Caption <em>{number}</em>" if number == 21 else "",
        attachment_url=f"{BASE}/wp-content/uploads/{file}",
        meta=[("_wp_attached_file", file)],
        parent=fields.get("parent", 0),
        menu_order=fields.get("menu_order", 0),
    )


@pytest.fixture(scope="module")
def site() -> Site:
    return make_site(
        uploaded(21, "2024/01/c.jpg", "Cat", "2024-01-01 00:00:00"),
        uploaded(22, "2024/01/a.png", "ant", "2024-01-03 00:00:00", parent=1, menu_order=2),
        uploaded(23, "2024/01/b.webp", "Bee", "2024-01-02 00:00:00", parent=1, menu_order=1),
        uploaded(24, "2024/01/song.mp3", "Song", "2024-01-04 00:00:00", parent=1),
        uploaded(25, "2024/01/film.mp4", "Film", "2024-01-05 00:00:00", parent=1),
        uploaded(26, "2024/01/d.gif", "Dog", "2024-01-06 00:00:00", parent=2),
        uploaded(27, "2024/01/e.svg", "Eel", "2024-01-07 00:00:00", parent=1, menu_order=1),
    )


@pytest.fixture
def post(site: Site) -> Post:
    return make_post("", site)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"ids": "23,21,22"}, [23, 21, 22]),
        ({"ids": "23,21,22", "order": "DESC"}, [23, 21, 22]),
        ({"ids": "23,21,22", "orderby": "post__in", "order": "DESC"}, [23, 21, 22]),
        ({"ids": "23, 21,,x,21"}, [23, 21]),
        ({"ids": "23,21,22", "orderby": "ID"}, [21, 22, 23]),
        ({"ids": "23,21,22", "orderby": "title"}, [22, 23, 21]),
        ({"ids": "23,21,22", "orderby": "post_date", "order": "desc"}, [22, 23, 21]),
        ({"ids": "23,21,22", "orderby": "rand"}, [23, 21, 22]),
        ({"include": "22,21"}, [21, 22]),
        ({"include": "21,22", "order": "DESC"}, [22, 21]),
        ({"ids": "21", "exclude": "21"}, [21]),
        ({"ids": "24,21"}, [21]),
        ({}, [23, 27, 22]),
        ({"orderby": "menu_order ID", "order": "DESC"}, [22, 27, 23]),
        ({"exclude": "27, 22"}, [23]),
        ({"id": "2"}, [26]),
        ({"id": "9"}, []),
        ({"orderby": "bogus"}, [23, 27, 22]),
    ],
)
def test_pictures_in_the_order_of_wordpress(
    values: dict[str, str], expected: list[int], post: Post, site: Site
) -> None:
    assert [one.id for one in choose(values, post, site, "image").attachments] == expected


def test_other_kinds_and_what_is_missing(post: Post, site: Site) -> None:
    assert [one.id for one in choose({}, post, site, "audio").attachments] == [24]
    assert [one.id for one in choose({}, post, site, "video").attachments] == [25]
    assert choose({"ids": "9,21,8"}, post, site, "image").missing == [9, 8]
    assert choose({}, post, site, "image").missing == []


def test_random_order() -> None:
    assert is_random({"orderby": "RAND"})
    assert is_random({"order": "rand"})
    assert not is_random({"orderby": "menu_order"})


def test_numbers() -> None:
    assert numbers("3, 1,x,,3,2b") == [3, 1, 2]
    assert numbers("") == []
    assert numbers("9" * 5000 + ",7," + "9" * 18) == [7, int("9" * 18)]


@pytest.mark.parametrize(
    ("url", "kind"),
    [("https://x.y/a.JPG?w=1", "image"), ("a/b.mp3#t=1", "audio"), ("a.webm", "video"), ("a.pdf", ""), ("x.mp3/a", "")],
)
def test_kinds_by_suffix(url: str, kind: str) -> None:
    assert kind_of(url) == kind


def cleaned(content: str, site: Site) -> tuple[Post, str]:
    post = make_post(content, site)
    clean(post, site)
    return post, tostring(post.tree, encoding="unicode")


def test_a_gallery_shows_pictures_with_their_captions(site: Site) -> None:
    post, html = cleaned('[gallery ids="21,22,99" link="file"]', site)
    assert html.count("<img") == 2
    assert 'data-id="21"/><figcaption>Caption <em>21</em></figcaption>' in html
    assert [(entry.rule, entry.action) for entry in post.entries] == [
        ("shortcode.missing", "warned"),
        ("shortcode.gallery", "rewritten"),
    ]
    assert post.entries[0].before == 'not in the export: 99 of [gallery ids="21,22,99" link="file"]'


def test_a_gallery_in_random_order_says_so(site: Site) -> None:
    post, html = cleaned('[gallery orderby="rand"]', site)
    assert [html.index(f'data-id="{number}"') for number in (23, 27, 22)] == sorted(
        html.index(f'data-id="{number}"') for number in (23, 27, 22)
    )
    assert post.entries[0].rule == "shortcode.random"


def test_players_show_what_was_uploaded_to_the_post(site: Site) -> None:
    _, html = cleaned("[audio][video][playlist][playlist type='video']", site)
    assert html.count(f'<audio src="{BASE}/wp-content/uploads/2024/01/song.mp3"') == 2
    assert html.count(f'<video src="{BASE}/wp-content/uploads/2024/01/film.mp4"') == 2
    assert "<figcaption>Song</figcaption>" in html


def test_a_slide_show_of_jetpack_is_a_gallery_and_nextgens_is_elsewhere(site: Site) -> None:
    assert cleaned("[slideshow]", site)[1].count("<img") == 3
    assert cleaned('[slideshow ids="21,22"]', site)[1].count("<img") == 2
    post, html = cleaned("[slideshow id=4]", site)
    assert "<img" not in html
    assert [(entry.rule, entry.action) for entry in post.entries] == [("shortcode.elsewhere", "removed")]


def test_a_pull_quote_shows_its_speakers_picture(site: Site) -> None:
    html = cleaned('[pullquote speaker="Ana" photo="21"]Words[/pullquote]', site)[1]
    assert html.index('data-id="21"') < html.index("<blockquote>Words</blockquote><figcaption>Ana</figcaption>")
    assert "<img" not in cleaned('[pullquote speaker="Ana" photo="99"]Words[/pullquote]', site)[1]


def test_a_download_is_a_link_to_the_file_that_its_number_means(site: Site) -> None:
    file = f"{BASE}/wp-content/uploads/2024/01/song.mp3"
    assert f'<a href="{file}">Song</a>' in cleaned('[download id="24"]', site)[1]
    assert f'<a href="{file}">the song</a>' in cleaned('[sdm_download id="24" fancy="0" text="the song"]', site)[1]
    post, html = cleaned('See [wpdm_package id="99"].', site)
    assert "<a " not in html
    assert [(entry.rule, entry.action) for entry in post.entries] == [("shortcode.elsewhere", "removed")]


def test_a_download_does_not_tell_of_a_hidden_document() -> None:
    draft = Record(id=8, type="post", status="draft", title="Secret", link=f"{BASE}/?p=8")
    paper = Record(id=9, type="page", status="publish", title="Paper", slug="paper", link=f"{BASE}/paper/")
    site = make_site(draft, paper)
    assert "Secret" not in cleaned('[download id="8"]', site)[1]
    assert f'<a href="{BASE}/paper/">Paper</a>' in cleaned('[download id="9"]', site)[1]
