"""What keys find, how a wrong one is told, and what rules may take besides the element with the key."""

from __future__ import annotations

import re

import pytest
from lxml.etree import _Element

from migrator.clean.index import compile_rules
from migrator.clean.rule import Rule, check_key, drop, drop_beside
from migrator.clean.rules import RULES
from migrator.clean.walk import matches
from migrator.markup.html import parse
from migrator.site import Site
from tests.sites import make_site

SITE = make_site()


def taken(html: str, *rules: Rule) -> list[str]:
    found = matches(parse(html), compile_rules(rules), SITE)
    return [f"{element.tag!s}{'#' + element.get('id', '') if element.get('id') else ''}" for element, _ in found]


@pytest.mark.parametrize(
    ("key", "html", "ids"),
    [
        (".st_*", "<i id=a class='x st_mail'></i><i id=b class='st'></i><i id=c class='xst_mail'></i>", "a"),
        ("span.st_*", "<i id=a class='st_mail'></i><span id=b class='st_mail'></span>", "b"),
        ("#ad-*", "<i id=ad-1></i><i id=ads></i><i id=bad-1></i>", "ad-1"),
        ("div#x", "<i id=x></i><div id=x></div>", "x"),
        (".a.b", "<i id=a class='a'></i><i id=b class='c b a'></i>", "b"),
        ("i[title]", "<i id=a title=''></i><i id=b></i>", "a"),
        ("i[title=x]", "<i id=a title='x'></i><i id=b title='xx'></i>", "a"),
        ("i[title~=x]", "<i id=a title='w x'></i><i id=b title='xx'></i>", "a"),
        ("i[title^=x]", "<i id=a title='xy'></i><i id=b title='yx'></i>", "a"),
        ("i[title$='x y']", "<i id=a title='x x y'></i><i id=b title='x y x'></i>", "a"),
        ('.a[title*="x y"][lang]', "<i id=a class=a lang=de title='x x y x'></i><i id=b class=a title='x y'></i>", "a"),
        ("@a.example/x", "<a id=a href='https://www.A.example/X/y?z'></a><a id=b href='//a.example/'></a>", "a"),
        ("@a.example", "<img id=a src='http://b.a.example'><a id=b href='https://ba.example/'></a>", "a"),
        ("img@a.example", "<a id=a href='//a.example/'></a><img id=b src='//a.example/'>", "b"),
        ("@a.example[rel=x]", "<a id=a href='//a.example/'></a><a id=b rel=x href='//a.example/'></a>", "b"),
        ("form@a.example", "<form id=a action='https://x.a.example/y'></form>", "a"),
        ("@mailto:?", "<a id=a href='mailto:?body=x'></a><a id=b href='mailto:x@a.example?body=x'></a>", "a"),
        ("@whatsapp:", "<a id=a href='whatsapp://send?text=x'></a><a id=b href='/whatsapp:'></a>", "a"),
        ("@?share=", "<a id=a href='/x/?p=1&share=x'></a><a id=b href='https://a.example/?share'></a>", "a b"),
        ("@?share=", "<a id=a href='/share=x'></a><a id=b href='/?unshare=x'></a><a id=c href='/share?x'></a>", ""),
        ('"Follow {} on {}"', "<p id=a>Follow us on X</p><p id=b>Follow us</p><p id=c>We Follow us on X</p>", "a"),
        ('"{n} likes"', "<p id=a>1,204 likes</p><p id=b>3.2K likes</p><p id=c>He likes</p>", "a b"),
        ('"Share this:"', "<p id=a>Share\xa0this:</p><p id=b> Share\n this: </p><p id=c>share this:</p>", "a b"),
        ('"The post <"', "<p id=a>The post <a>x</a></p><p id=b>The post</p><p id=c><b>The post</b></p>", "a"),
    ],
)
def test_a_key_finds_its_elements(key: str, html: str, ids: str) -> None:
    assert [name.partition("#")[2] for name in taken(html, drop("it", key))] == ids.split()


@pytest.mark.parametrize(
    "key",
    'div>p|div p|.|#|a:hover|.ab*|[role=main]|[]|[a b]|wp:|wp:a/b/c|*||div.a#b|@|.a,b|"open|""|"{} x"|"a{} x"|[ab*]|'
    "#ab*|@?|.a.b*".split("|"),
)
def test_what_is_no_key_is_told(key: str) -> None:
    with pytest.raises(ValueError, match=re.escape(key) or "names no"):
        check_key(key)


def test_shortcodes_go_by_their_beginning_too_and_the_first_rule_wins() -> None:
    html = "<wp-shortcode id='a' name='td_block_x'></wp-shortcode><wp-shortcode id='b' name='td_bl'></wp-shortcode>"
    rules = (drop("first", "[td_block_*]"), drop("second", "[td_block_x]"), drop("third", "wp-shortcode"))
    for some, names in (
        (rules, ["first", "third"]),
        (rules[::-1], ["third", "third"]),
        (rules[1:], ["second", "third"]),
    ):
        assert [rule.name for _, rule in matches(parse(html), compile_rules(some), SITE)] == names


def test_a_rule_may_take_what_is_around_or_nothing() -> None:
    def block_of(element: _Element, _site: Site) -> _Element | None:
        return next(element.iterancestors("p"), None)

    rule = drop("it", "a", taking=block_of)
    assert taken("<p id=p><a>x</a></p><ul><li><a>y</a></li></ul>", rule) == ["p#p"]


def itself(element: _Element, _site: Site) -> _Element:
    return element


LABELS = (drop("ad", ".ad"), drop_beside("label", '"Ad"', '"Print"', taking=itself))


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        ("<p id=a>Ad</p> <div id=b class=ad></div>", "a b"),
        ("<div id=b class=ad></div><br><p id=a>Ad</p><p id=c>Print</p><p id=d>Ad</p>", "b a c d"),
        ("<p id=a>Ad</p><p id=c>Print</p><div><div id=b class=ad></div></div>", "a c b"),
        ("<p id=a>Ad</p><p>words</p><div id=b class=ad></div>", "b"),
        ("<p id=a>Ad</p> words <div id=b class=ad></div> words <p id=c>Ad</p>", "b"),
        ("<p id=a>Ad</p><p id=c>Print</p>", ""),
        ("<p id=a>Ad</p><div>words<div id=b class=ad></div></div>", "b"),
    ],
)
def test_weak_labels_go_only_in_a_run_of_what_goes(html: str, ids: str) -> None:
    assert [name.partition("#")[2] for name in taken(html, *LABELS)] == ids.split()


def test_the_programs_own_keys_are_keys() -> None:
    for rule in RULES:
        for key in rule.keys:
            check_key(key)
