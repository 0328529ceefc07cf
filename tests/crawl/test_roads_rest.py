"""The road by REST: what is asked for first, what an answer leads to, what is asked for instead of what failed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from migrator.crawl.roads import rest
from migrator.crawl.roads.rest_address import WORDPRESS_COM, Window, on, route, window_of, with_values
from migrator.crawl.step import Detour, Seen, Site, Step, Total, Trouble, Unfit
from migrator.sources.capture.visit import Visit

API = "https://gazette.example/wp-json/"
SITE = Site("https://gazette.example/", api=API, feeds=("https://gazette.example/feed/",))
POSTS = f"{API}wp/v2/posts?per_page=100&orderby=id&order=asc&page=1"


def answer(value: Any, url: str = POSTS, status: int = 200, **headers: str) -> Visit:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Visit(url, status, {"content-type": "application/json", **named}, json.dumps(value).encode())


def asked(step: Step, visit: Visit, site: Site = SITE) -> list[str]:
    return [find.url.removeprefix(API) for find in rest.read(step, visit, site) if isinstance(find, Step)]


def lists(url: str = POSTS, aim: str = "posts") -> Step:
    return Step(url, "rest", "list", aim=aim)


@pytest.mark.parametrize(
    ("api", "url"),
    [
        ("https://g.example/wp-json/", "https://g.example/wp-json/wp/v2/posts?page=2"),
        ("https://g.example/?rest_route=/", "https://g.example/?rest_route=/wp/v2/posts&page=2"),
        (f"{WORDPRESS_COM}g.example/", "https://public-api.wordpress.com/wp/v2/sites/g.example/posts?page=2"),
    ],
)
def test_routes_are_written_as_the_site_has_them(api: str, url: str) -> None:
    assert route(api, "wp/v2/posts", page=2) == url
    assert with_values(url, page=3).endswith("page=3")


@pytest.mark.parametrize(
    ("url", "window"),
    [
        (POSTS, Window(0, 100)),
        (with_values(POSTS, page=3), Window(200, 100)),
        (on(POSTS, Window(150, 25)), Window(150, 25)),
        ("https://g.example/wp-json/wp/v2/posts?per_page=x&page=%D9%A3", Window(0, 10)),
    ],
)
def test_an_address_tells_its_window(url: str, window: Window) -> None:
    assert window_of(url) == window


def test_halves_have_all_of_a_window_once() -> None:
    left, right = Window(200, 25).halves()
    assert (left, right) == (Window(200, 13), Window(213, 12))
    assert not list(Window(7, 1).halves())


def test_seeds() -> None:
    assert [step.url.removeprefix(API) for step in rest.seeds(SITE)] == [
        "wp/v2/types",
        "wp/v2/taxonomies",
        "wp/v2/users?per_page=100&orderby=id&order=asc&page=1",
        "wp/v2/comments?per_page=100&orderby=id&order=asc&page=1",
    ]


def test_types_lead_to_their_collections_but_not_to_the_theme() -> None:
    types = {
        "post": {"slug": "post", "rest_base": "posts", "rest_namespace": "wp/v2"},
        "issue": {"slug": "issue", "rest_base": "issues", "rest_namespace": "paper/v1"},
        "wp_template": {"slug": "wp_template", "rest_base": "templates"},
        "wp_font_face": {"slug": "x", "rest_base": "font-families/(?P<font_family_id>[\\d]+)/font-faces"},
        "odd": "no type",
    }
    assert asked(lists(f"{API}wp/v2/types", rest.TYPES), answer(types)) == [
        "wp/v2/posts?per_page=100&orderby=id&order=asc&page=1",
        "paper/v1/issues?per_page=100&orderby=id&order=asc&page=1",
    ]


def test_later_runs_ask_for_what_changed_and_for_the_ids() -> None:
    site = Site("https://gazette.example/", api=API, since={"posts": "2024-04-10T09:30:00"})
    types = {"post": {"slug": "post", "rest_base": "posts"}}
    first = "wp/v2/posts?per_page=100&orderby=id&order=asc&page=1"
    assert asked(lists(f"{API}wp/v2/types", rest.TYPES), answer(types), site) == [
        f"{first}&modified_after=2024-04-10T09:30:00",
        f"{first}&_fields=id",
    ]


def test_a_list_gives_its_items_its_total_and_its_further_pages() -> None:
    node = {"id": 12, "type": "post", "link": "https://g.example/a/", "modified": "2024-04-10T09:30:00"}
    node["title"] = {"rendered": "Rain &amp; snow"}
    finds = list(rest.read(lists(), answer([node], x_wp_total="250"), SITE))
    seen = finds[0]
    assert isinstance(seen, Seen)
    assert (seen.aim, seen.id, seen.url, seen.document, seen.title) == (
        "posts",
        "12",
        "https://g.example/a/",
        True,
        "Rain & snow",
    )
    assert finds[1] == Total("posts", 250)
    assert [find.url[-6:] for find in finds[2:] if isinstance(find, Step)] == ["page=2", "page=3"]


def test_behind_the_last_item_no_total_is_believed() -> None:
    behind = lists(on(POSTS, Window(88, 12)))
    assert list(rest.read(behind, answer([], x_wp_total="0"), SITE)) == []
    assert list(rest.read(lists(), answer([], x_wp_total="0"), SITE)) == [Total("posts", 0)]


def test_without_a_total_a_full_page_leads_to_the_next() -> None:
    full = answer([{"id": number} for number in range(1, 101)])
    assert asked(lists(), full) == ["wp/v2/posts?per_page=100&orderby=id&order=asc&page=2"]
    assert asked(lists(), answer([{"id": 1}])) == []


@pytest.mark.parametrize(
    ("visit", "reason"),
    [
        (answer({"code": "rest_disabled", "message": "No."}, status=401), "401 Unauthorized (rest_disabled)"),
        (
            answer({"code": "rest_disabled", "message": "No.", "data": {"status": 403}}),
            "403 Forbidden (rest_disabled)",
        ),
        (Visit(POSTS, 200, {"content-type": "text/html"}, b"<b>Fatal error</b>"), "no JSON"),
        (Visit(POSTS, 502, {"content-type": "text/html"}, b"<h1>Bad gateway</h1>"), "502 Bad Gateway"),
        (
            Visit(POSTS, 200, {"content-type": "text/html"}, b"<title>Just a moment...</title>"),
            "a firewall's page (Cloudflare) instead of JSON",
        ),
        (answer({"posts": []}), "no list"),
    ],
)
def test_what_is_no_list_is_told_by_its_reason(visit: Visit, reason: str) -> None:
    with pytest.raises(Unfit) as unfit:
        list(rest.read(lists(), visit, SITE))
    assert unfit.value.trouble.reason == reason


def test_behind_the_last_page_there_is_nothing() -> None:
    past = answer({"code": "rest_post_invalid_page_number", "message": "No."}, status=400)
    assert list(rest.read(lists(), past, SITE)) == []


def test_a_page_that_breaks_is_halved_until_one_item_is_left_which_is_asked_for_without_its_content() -> None:
    step, count = lists(), 0
    while len(found := list(rest.failed(step, Trouble("500", 500), SITE))) == 2:
        assert isinstance(found[1], Step)
        step, count = found[1], count + 1
    assert count == 6
    assert isinstance(found[0], Step)
    assert window_of(found[0].url) == Window(99, 1)
    assert "_fields=id,type,status,link" in found[0].url
    assert not list(rest.failed(found[0], Trouble("500", 500), SITE))


def test_an_author_is_no_list_and_never_halved() -> None:
    step = Step(f"{API}coauthors/v1/coauthors/ann", "rest", "list", aim=rest.AUTHOR, optional=True, mark="ann")
    assert [list(rest.failed(step, Trouble("", status), SITE)) for status in (500, 200, 0, 404)] == [[]] * 4


def test_an_item_without_its_content_leads_to_its_page() -> None:
    step = lists(on(POSTS, Window(99, 1)) + "&_fields=id,link")
    finds = list(rest.read(step, answer([{"id": 12, "link": "https://gazette.example/a/"}], x_wp_total="250"), SITE))
    assert isinstance(finds[0], Seen) and not finds[0].whole
    assert [find.url for find in finds if isinstance(find, Step)] == ["https://gazette.example/a/"]


def test_an_item_without_an_address_is_asked_for_by_its_id() -> None:
    step = lists(on(POSTS, Window(99, 1)) + "&_fields=id,link")
    finds = list(rest.read(step, answer([{"id": 12}]), SITE))
    assert [find.url for find in finds if isinstance(find, Step)] == ["https://gazette.example/?p=12"]


@pytest.mark.parametrize(
    ("aim", "trouble", "roads"),
    [
        ("posts", Trouble("401", 401, "rest_disabled"), {Detour}),
        ("types", Trouble("no JSON", 200), {Detour}),
        ("posts", Trouble("a firewall's page", 200, "wall"), {Detour}),
        ("users", Trouble("401", 401), {Step}),
        ("posts", Trouble("410 Gone", 410), set()),
    ],
)
def test_other_failures_lead_to_other_roads(aim: str, trouble: Trouble, roads: set[type]) -> None:
    assert {type(find) for find in rest.failed(lists(aim=aim), trouble, SITE)} == roads


def test_what_a_login_may_not_see_is_asked_for_as_everyone_may() -> None:
    step = lists(f"{POSTS}&status=any&context=edit")
    (one,) = rest.failed(step, Trouble("403", 403, "rest_forbidden"), SITE)
    assert isinstance(one, Step) and one.url == f"{POSTS}&context=edit"
    (two,) = rest.failed(one, Trouble("403", 403), SITE)
    assert isinstance(two, Step) and two.url == POSTS


def test_items_are_asked_for_by_id_a_hundred_at_a_time() -> None:
    steps = list(rest.by_ids(lists(f"{POSTS}&_fields=id"), [str(number) for number in range(1, 151)]))
    assert [step.url.count(",") for step in steps] == [99, 49]
    assert all("_fields" not in step.url for step in steps)
