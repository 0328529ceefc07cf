from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrator.clean.rules import RULES
from migrator.markup.attributes import parse_attributes
from migrator.markup.known import is_familiar, needs_closing, stands_alone
from migrator.markup.pairs import DEEPEST
from migrator.markup.shortcodes import mark

SPOKEN = re.compile(r"<!--\[(\d+)--><!--\]\1-->|<!--([\[\]])(\d+)-->")


def spell(text: str) -> str:
    """The marked text with `{name: content}` for a shortcode, to be read by people."""
    marked, shortcodes = mark(text)

    def said(found: re.Match[str]) -> str:
        whole, bracket, number = found.groups()
        shortcode = shortcodes[int(whole or number)]
        if bracket == "]":
            return "}"
        return "{" + shortcode.name + ": " + (shortcode.content or "") + ("}" if whole else "")

    return SPOKEN.sub(said, marked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [gallery] b", "a {gallery: } b"),
        ("[gallery/][gallery /]", "{gallery: }{gallery: }"),
        ("[caption width=1]<img> c[/caption]", "{caption: <img> c}"),
        ("[caption]a\n\nb[/caption]", "{caption: a\n\nb}"),
        ("[gallery ids='1", "[gallery ids='1"),
        ("[gallery-2] [galleryx] [Gallery]", "[gallery-2] [galleryx] [Gallery]"),
        ("[youtube=http://y.t/x&w=1]", "{youtube: }"),
        ("[youtube abc][tweet]1[/tweet]", "{youtube: }{tweet: 1}"),
        ("[gallery a='x]y']", "{gallery: }y']"),
    ],
)
def test_tags_of_known_names(text: str, expected: str) -> None:
    assert spell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[box a='1'][box b=2]", "{box: }{box: }"),
        ("[box]x[/box]", "{box: x}"),
        ("[box one two]x[/box]", "{box: x}"),
        ("[BOX a=1]", "{BOX: }"),
        ("[x y z='1']", "{x: }"),
        ("[box", "[box"),
    ],
)
def test_unknown_names_that_behave_like_shortcodes(text: str, expected: str) -> None:
    assert spell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[clear]", "{clear: }"),
        ("a\n[clear] \nb\n\t[hr /]\nc", "a\n{clear: } \nb\n\t{hr: }\nc"),
        ("<p class='x'>[divider]</p><br>[spacer]<br />", "<p class='x'>{divider: }</p><br>{spacer: }<br />"),
        ("[box a=1]x[/box][clear][box a=1]y[/box]", "{box: x}{clear: }{box: y}"),
        (
            "<!-- wp:shortcode -->[sitemap]<!-- /wp:shortcode -->",
            "<!-- wp:shortcode -->{sitemap: }<!-- /wp:shortcode -->",
        ),
        ("It is [clear] now", None),
        ("“He made it [clear]\n", None),
        ("[clear] as water", None),
        ("<p>It is <em>[clear]</em></p>", None),
        ("[was] [clear]", None),
        ("[note]\n[quote]", None),
    ],
)
def test_words_that_are_shortcodes_on_a_line_of_their_own(text: str, expected: str | None) -> None:
    assert spell(text) == (expected or text)


@pytest.mark.parametrize(
    "text",
    [
        "[sic] [1] [...] [pdf] [ ] [] [a-z] [i-1] [&hellip;]",
        "[Photo by X] [the end] [see http://x.y/?a=1] [2 = 3] [x ==1]",
        "[text](http://x.y) [a b=c](d) [text][ref]",
        "[quote] [note] [table 1] [box]",
        "[code] [php] [c] [text] [latex] unclosed",
        'input[type="text"] a[0]',
        "[/sic] [/the]",
        "in a [tweet] and on [youtube], the [gist] of it [formidable]",
        "[x a=[b]",
    ],
)
def test_text_in_brackets_stays(text: str) -> None:
    assert mark(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[gallery]]", "[gallery]"),
        ("[[gallery ids='1' /]]", "[gallery ids='1' /]"),
        ("[[caption]x [gallery][/caption]]", "[caption]x [gallery][/caption]"),
        ("[[Page]] [[box a=1]]", "[[Page]] [box a=1]"),
        ("[[gallery]", "[{gallery: }"),
        ("[/gallery][[gallery] ]", "{/gallery: }[{gallery: } ]"),
    ],
)
def test_doubled_brackets(text: str, expected: str) -> None:
    assert spell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[vc_row][vc_row]x[/vc_row]y[/vc_row]", "{vc_row: {vc_row: x}y}"),
        ("[audio src=a] text [audio src=b]c[/audio]", "{audio: } text {audio: c}"),
        ("[caption][gallery]x[/caption]", "{caption: {gallery: }x}"),
        ("[vc_row][vc_column]x[/vc_row][/vc_column]", "{vc_row: {vc_column: }x}{/vc_column: }"),
        ("[b][i]x[/b][/i]", "{b: [i]x}[/i]"),
        ("[caption]x[/caption]y[/caption]", "{caption: x}y{/caption: }"),
    ],
)
def test_pairs(text: str, expected: str) -> None:
    assert spell(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<pre>[gallery]</pre>",
        "<pre class='x'>\n[caption]a[/caption]\nhttp://a.b\n</pre>",
        "<code>[gallery]</code>",
        "<CODE>[gallery]</CODE>",
        "<script>a = [gallery]</script><style>[gallery]</style>",
        "<textarea>[gallery]</textarea>",
        '<!-- [gallery] --><!-- wp:x {"a":"[gallery]"} /-->',
        '<a title="[gallery]" href="[gallery a=1]">x</a>',
        "<img alt='[gallery]",
        "<!-- [gallery]",
    ],
)
def test_what_is_no_text_stays(text: str) -> None:
    assert mark(text) == (text, [])


def test_a_tag_that_never_ends_hides_what_follows_but_a_raw_element_does_not() -> None:
    assert mark("<code>[gallery]")[1][0].name == "gallery"
    assert spell("<pre>[gallery]</pre>[gallery]") == "<pre>[gallery]</pre>{gallery: }"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("[code]<b>[gallery]</b>\n\n&lt;i&gt; &amp;lt; &quot; &#039;[/code]", "<b>[gallery]</b>\n\n<i> &lt; \" '"),
        ('[sourcecode language="php"][php]x[/php][/sourcecode]', "[php]x[/php]"),
        ("[python]x[1]\n\ny[/python]", "x[1]\n\ny"),
        ("[latex]a_{1} &lt; [b][/latex]", "a_{1} < [b]"),
        ("[raw]<p>&lt;</p>\n\n[gallery][/raw]", "<p>&lt;</p>\n\n[gallery]"),
        ("[et_pb_code]a<!-- [et_pb_line_break_holder] -->b[/et_pb_code]", "a\nb"),
        ("[embed width=1]\n http://a.b/?c&amp;d \n[/embed]", "http://a.b/?c&d"),
    ],
)
def test_verbatim_content(text: str, content: str) -> None:
    marked, shortcodes = mark(text)
    assert marked == "<!--[0--><!--]0-->"
    assert [shortcode.content for shortcode in shortcodes] == [content]
    assert text == f"{shortcodes[0].source}{text[len(shortcodes[0].source) : -len(shortcodes[0].closing)]}" + (
        shortcodes[0].closing
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://a.b/c", "{embed: http://a.b/c}"),
        ("\n\n  https://a.b/c \nx", "\n\n  {embed: https://a.b/c} \nx"),
        ("a\nhttp://a.b\r\nhttp://c.d\nb", "a\n{embed: http://a.b}\r\n{embed: http://c.d}\nb"),
        (
            "<p>http://a.b</p><p class='x'>\nhttp://c.d\n</p>",
            "<p>{embed: http://a.b}</p><p class='x'>\n{embed: http://c.d}\n</p>",
        ),
        ("see http://a.b\nhttp://a.b is it\n<a href='x'>\nhttp://a.b</a>", None),
        ("<p>http://a.b and</p>ftp://a.b\nhttp://", None),
        ('<div class="wp-block-embed__wrapper">\nhttp://a.b\n</div>', None),
        ("<pre>\nhttp://a.b\n</pre>", None),
        ("<!--\nhttp://a.b\n-->", None),
    ],
)
def test_lone_addresses(text: str, expected: str | None) -> None:
    assert spell(text) == (expected or text)


def test_what_looks_like_a_marker_is_none() -> None:
    marked, shortcodes = mark("<!--[0--> [gallery]<!--]0-->")
    assert marked == "<!-- [0--> <!--[0--><!--]0--><!-- ]0-->"
    assert len(shortcodes) == 1


def test_a_shortcode_is_known_as_it_was_written() -> None:
    (box,) = mark('[box A="1" b]x[/box]')[1]
    assert (box.name, box.source, box.closing, box.attributes) == (
        "box",
        '[box A="1" b]',
        "[/box]",
        {"a": "1", "0": "b"},
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a=\"1\" b='2' c=3", {"a": "1", "b": "2", "c": "3"}),
        (" \"x y\" z 'q'", {"0": "x y", "1": "z", "2": "q"}),
        (" A = 'b'", {"a": "b"}),
        ('a="x"b="y"', {"0": 'a="x"b="y"'}),
        (r" a='\x41\102\n\\\q'", {"a": "AB\n\\q"}),
        (" a='x <b' c='<i>'", {"a": "", "c": "<i>"}),
        ("\xa0a=1\u200bb=2", {"a": "1", "b": "2"}),
        ("=http://a.b&w=1", {"0": "=http://a.b&w=1"}),
        (" width=”300″ title=“a b”", {"width": "300", "title": "a b"}),
        (" a=&#8221;1&#8243; b=2", {"a": "1", "b": "2"}),
        (" a=''", {"a": ""}),
        (" ''", {}),
        ("", {}),
    ],
)
def test_attributes(text: str, expected: dict[str, str]) -> None:
    assert parse_attributes(text) == expected


def test_names() -> None:
    assert stands_alone("gallery")
    assert stands_alone("et_pb_text")
    assert not stands_alone("quote")
    assert not stands_alone("et_pb_code")
    assert needs_closing("php")
    assert not needs_closing("embed")
    assert is_familiar("quote")
    assert not is_familiar("sic")


def test_every_shortcode_of_a_rule_is_known() -> None:
    """Names stand in `markup/known/`, so that brackets with them and nothing else are no text."""
    names = {key[1:-1].removesuffix("*") for rule in RULES for key in rule.keys if key.startswith("[")}
    assert {name for name in names if not is_familiar(name)} == set()


def test_deep_nesting_ends() -> None:
    deep = DEEPEST + 3
    marked, shortcodes = mark("[b]" * deep + "x" + "[/b]" * deep)
    assert len(shortcodes) == deep
    assert marked.count("<!--]") == deep
    assert marked.index("x") - marked.index(f"<!--[{DEEPEST}-->") == len(f"<!--[{DEEPEST}--><!--]{DEEPEST}-->") * 3


HOSTILE = {
    "lines of words": "<p [clear]" * 20_000 + "[clear]" * 20_000,
    "brackets": "[" * 200_000,
    "open tags": "[a " * 66_000,
    "known open tags": "[gallery " * 22_000 + "]",
    "unclosed": "[a x=1]" * 28_000,
    "nested": "[a]" * 28_000 + "[/a]" * 28_000,
    "closing": "[/a]" * 50_000,
    "names": "".join(f"[n{n}]" for n in range(20_000)) + "".join(f"[/n{n}]" for n in range(0, 20_000, 3)),
    "escapes": "[[gallery]" * 20_000 + "[/gallery]",
    "code": "[code]" * 33_000 + "<code>" * 33_000,
    "tags": '<a b="[' * 28_000,
    "lines": "\n \t" * 66_000 + "[",
    "quotes": "[gallery " + 'a="' * 66_000 + "]",
    "curly": "[gallery " + "a=”" * 66_000 + "]",
    "slashes": "[gallery " + "\\" * 200_000 + "]",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    mark(text)
    assert time.process_time() - start < 3


PIECES = (
    "[a]|[/a]|[gallery ids='1']|[caption]|[/caption]|[[|]]|[|]|<p>|</p>|<!--|-->|x |\n|[code]|[/code]|<pre>|</pre>|"
    'http://a.b/c|\nhttp://a.b\n|<a title="|">|[embed]|[/embed]'
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_every_marker_has_its_other_end_and_its_number(text: str) -> None:
    marked, shortcodes = mark(text)
    found = re.findall(r"<!--([\[\]])(\d+)-->", marked)
    stack: list[str] = []
    for bracket, number in found:
        if bracket == "[":
            stack.append(number)
        else:
            assert stack.pop() == number
    assert not stack
    assert [int(number) for bracket, number in found if bracket == "["] == list(range(len(shortcodes)))


def test_line_ends_of_windows_and_of_old_macs_are_line_ends_in_code() -> None:
    assert mark("[code]a\r\nb\rc[/code]")[1][0].content == "a\nb\nc"
