"""Comments in pages: who, when, what, and whom they answer, in the markup of themes of every age."""

from __future__ import annotations

from typing import Any

import pytest

from migrator.markup.html import parse_page
from migrator.model import RawComment
from migrator.sources.pages.comment_dates import read_day, read_moment
from migrator.sources.pages.comments import comment_lists, read_comments, takes_comments


def page(body: str) -> Any:
    return parse_page(f"<html><body><div class='entry-content'><p>The story.</p></div>{body}</body></html>")


HTML5 = """<div id="comments"><h2>2 thoughts</h2><ol class="comment-list">
<li id="comment-11" class="comment even depth-1"><article id="div-comment-11" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><img class="avatar"/><b class="fn"><a
href="https://poe.example.com/" rel="external nofollow" class="url">Ann Poe</a></b> <span class="says">says:</span>
</div>
<div class="comment-metadata"><a href="/story/#comment-11"><time datetime="2024-04-10T09:30:05-04:00">April 10</time>
</a>
</div></footer><div class="comment-content"><p>Well <em>said</em>.</p></div><div class="reply"><a
class="comment-reply-link" data-commentid="11" href="?replytocom=11">Reply</a></div></article>
<ol class="children"><li id="comment-12" class="comment byuser depth-2">
<article id="div-comment-12" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Jane Doe</b></div>
<time datetime="2024-04-10T10:00:00+00:00">April 10</time></footer>
<div class="comment-content"><p>Thanks.</p><p class="comment-likes">Like</p></div></article></li></ol></li></ol>
</div>"""

KUBRICK = """<h3 id="comments">2 Responses</h3><ol class="commentlist">
<li class="alt" id="comment-7"><cite><a href='http://poe.example.com' rel='external nofollow'>Ann Poe</a>
</cite> Says:<br/>
<small class="commentmetadata"><a href="#comment-7">May 3rd, 2006 at 4:12 pm</a></small><p>First!</p><p>Second.</p></li>
<li id="comment-9"><cite>John Roe</cite> Says:<br/><em>Your comment is awaiting moderation.</em>
<small class="commentmetadata">12. Mai 2006 um 16:40 Uhr</small><p>Third.</p></li></ol>"""

XHTML = """<ul class="commentlist"><li class="comment depth-1" id="li-comment-3">
<div id="comment-3" class="comment-body">
<div class="comment-author vcard"><cite class="fn">Ann Poe</cite> <span class="says">sagt:</span></div>
<div class="comment-meta commentmetadata"><a href="#comment-3">13 Dezember, 2015 um 01:10</a></div>
<p>A word.</p><div class="reply">Reply</div></div></li></ul>"""

BLOCKS = """<div class="wp-block-comments"><ol class="wp-block-comment-template">
<li id="comment-5" class="comment depth-1">
<div><div class="wp-block-comment-author-name"><a href="https://poe.example.com">Ann Poe</a></div>
<div class="wp-block-comment-date"><time datetime="2024-04-10T09:30:05-04:00">x</time></div>
<div class="wp-block-comment-content"><p>A word.</p></div></div></li></ol></div>"""

PINGS = """<ol class="commentlist"><li id="comment-20" class="pingback"><div class="comment-body">Pingback:
<a href="https://blog.example.net/answer/" class="url" rel="external nofollow">Another Blog</a></div></li></ol>
<ol class="pinglist"><li id="comment-21"><a href="https://third.example.net/">A third</a> - […]</li></ol>"""

FLAT = """<div class="comments-area"><div class="comment depth-1" id="comment-30"><span class="author">A</span>
<p>One.</p></div>
<div class="comment depth-2" id="comment-31"><span class="author">B</span><p>Two.</p></div>
<div class="comment depth-1" id="comment-32"><span class="author">C</span><p>Three.</p></div></div>"""

DISCUZ = """<div class="wpd-thread"><div class="comment wpd-comment" id="wpd-comm-40_0"><div id="comment-40"
class="wpd-comment-right"><div class="wpd-comment-author">Ann Poe</div><div class="wpd-comment-date">3 years ago</div>
<div class="wpd-comment-text"><p>One.</p></div><div class="wpd-vote">5</div></div></div>
<div class="comment wpd-comment wpd-reply" id="wpd-comm-41_40"><div id="comment-41" class="wpd-comment-right">
<div class="wpd-comment-author">John Roe</div><div class="wpd-comment-text"><p>Two.</p></div></div></div></div>"""

CITED_BELOW = """<ol id="commentlist"><li id="comment-50"><p>A word.</p><p><cite>Comment by
<a href="http://poe.example.com" rel="external nofollow" class="url">Ann Poe</a> — 17.07, 2011 @
<a href="#comment-50">13:04</a></cite></p></li></ol>"""

NAMED_ABOVE = """<div class="comments"><div id="comment-60"><p>poe <a href="/story/#comment-60">1 year</a></p>
<p>One.</p></div>
<div id="comment-61"><h4>Roe</h4><p class="comment-meta">18/02/2020 à 16:42</p><div class="comment-body"><p>Two.</p>
</div>
</div></div>"""

SOUP = """<table><tr><td><a id="comment-70"></a><span class="comment_author">Poe</span>
<div class="commenttext">One.</div></td>
</tr></table>"""

UNNUMBERED = """<ol class="commentlist"><li><span class="fn">Poe</span><p>One.</p></li><li><span class="fn">Roe</span>
<p>Two.</p><a class="comment-reply-link" data-commentid="81">Reply</a></li></ol>"""

Row = tuple[int, int, str, str, str, str, str]


def row(comment: RawComment) -> Row:
    return (
        comment.id,
        comment.parent,
        comment.type,
        comment.author,
        comment.url,
        comment.date,
        comment.content.replace("\n", ""),
    )


CASES: dict[str, tuple[str, list[Row]]] = {
    "wp_list_comments, html5": (
        HTML5,
        [
            (11, 0, "", "Ann Poe", "https://poe.example.com/", "2024-04-10 09:30:05", "<p>Well <em>said</em>.</p>"),
            (12, 11, "", "Jane Doe", "", "2024-04-10 10:00:00", "<p>Thanks.</p>"),
        ],
    ),
    "the first default theme": (
        KUBRICK,
        [
            (7, 0, "", "Ann Poe", "http://poe.example.com", "2006-05-03 16:12:00", "<p>First!</p><p>Second.</p>"),
            (9, 0, "", "John Roe", "", "2006-05-12 16:40:00", "<p>Third.</p>"),
        ],
    ),
    "wp_list_comments, xhtml": (XHTML, [(3, 0, "", "Ann Poe", "", "2015-12-13 01:10:00", "<p>A word.</p>")]),
    "blocks": (
        BLOCKS,
        [(5, 0, "", "Ann Poe", "https://poe.example.com", "2024-04-10 09:30:05", "<p>A word.</p>")],
    ),
    "pingbacks": (
        PINGS,
        [
            (20, 0, "pingback", "Another Blog", "https://blog.example.net/answer/", "", ""),
            (21, 0, "pingback", "A third", "https://third.example.net/", "", ""),
        ],
    ),
    "flat, by depth": (
        FLAT,
        [
            (30, 0, "", "A", "", "", "<p>One.</p>"),
            (31, 30, "", "B", "", "", "<p>Two.</p>"),
            (32, 0, "", "C", "", "", "<p>Three.</p>"),
        ],
    ),
    "wpDiscuz": (
        DISCUZ,
        [(40, 0, "", "Ann Poe", "", "", "<p>One.</p>"), (41, 40, "", "John Roe", "", "", "<p>Two.</p>")],
    ),
    "cited below": (
        CITED_BELOW,
        [(50, 0, "", "Ann Poe", "http://poe.example.com", "2011-07-17 13:04:00", "<p>A word.</p>")],
    ),
    "named above": (
        NAMED_ABOVE,
        [
            (60, 0, "", "poe", "", "", "<p>One.</p>"),
            (61, 0, "", "Roe", "", "2020-02-18 16:42:00", "<p>Two.</p>"),
        ],
    ),
    "an anchor in a table": (SOUP, [(70, 0, "", "Poe", "", "", "One.")]),
    "without numbers": (
        UNNUMBERED,
        [(0, 0, "", "Poe", "", "", "<p>One.</p>"), (81, 0, "", "Roe", "", "", "<p>Two.</p>")],
    ),
    "none": ("<aside><a href='/story/#comment-3'>Ann on Story</a></aside>", []),
}


@pytest.mark.parametrize("name", CASES)
def test_comments_are_read(name: str) -> None:
    body, expected = CASES[name]
    assert [row(comment) for comment in read_comments(page(body))] == expected


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (HTML5, ["ol.comment-list"]),
        (PINGS, ["ol.commentlist", "ol.pinglist"]),
        (FLAT, ["div.comments-area"]),
        (SOUP, ["td."]),
        ("<p>None.</p>", []),
    ],
)
def test_their_lists_are_told(body: str, places: list[str]) -> None:
    assert [str(node.tag) + "." + (node.get("class") or "") for node in comment_lists(page(body))] == places


def test_tools_within_a_text_are_no_part_of_it() -> None:
    body = """<div class="comments"><div id="comment-1"><b class="fn">Poe</b><div class="comment_content"><div><p
    title="a</b">One <b>two</b><span class="report-link"><a>Report</a></span> three.</p><div class="reply">Reply</div>
    </div></div></div></div>"""
    assert read_comments(page(body))[0].content == '<p title="a&lt;/b">One <b>two</b> three.</p>'


def test_an_avatar_is_no_name() -> None:
    body = """<ul><li id="comment-1"><a class="comment-author-avatar" href="https://poe.example.com"><i>x</i></a>
    <span class="comment-author">Poe</span><p>One.</p></li></ul>"""
    assert read_comments(page(body))[0].author == "Poe"


def test_a_list_of_divs_without_numbers_is_read() -> None:
    body = '<div class="comment-list"><h3>Two</h3><div class="comment"><span class="fn">A</span><p>One.</p></div></div>'
    assert [(comment.author, comment.content) for comment in read_comments(page(body))] == [("A", "<p>One.</p>")]


def test_an_anchor_with_nothing_around_it_is_no_comment() -> None:
    assert read_comments(parse_page('<body><a id="comment-3"></a></body>')) == []


def test_a_comment_that_waits_is_not_approved() -> None:
    waiting = KUBRICK.replace("<em>Your", "<em class='comment-awaiting-moderation'>Your")
    assert [comment.approved for comment in read_comments(page(waiting))] == ["1", "0"]


def test_a_day_without_time_is_kept_apart() -> None:
    body = "<ol><li id='comment-1'><span class='fn'>Poe</span> 7. März 2018 <p>A word.</p></li></ol>"
    comment = read_comments(page(body))[0]
    assert (comment.date, comment.meta) == ("", [("date", "2018-03-07")])


def test_what_it_answers_may_be_linked() -> None:
    body = """<div id="comment-1"><p>One.</p></div><div id="comment-2"><a class="comment-parent-link"
    href="#comment-1">In reply to Poe</a><p>Two.</p></div>"""
    assert [comment.parent for comment in read_comments(page(body))] == [0, 1]


FORMS = {
    "<form action='/wp-comments-post.php'></form>": True,
    "<p class='must-log-in'>Log in</p>": True,
    "<div id='disqus_thread'></div>": True,
    "<form action='/search'></form>": False,
}


@pytest.mark.parametrize(("body", "takes"), FORMS.items())
def test_a_form_tells_that_comments_are_open(body: str, *, takes: bool) -> None:
    assert takes_comments(page(body)) is takes


MOMENTS = {
    "2024-04-10T09:30:00-04:00": ("2024-04-10 09:30:00", "2024-04-10 13:30:00"),
    "2024-04-10T09:30-0400": ("2024-04-10 09:30:00", "2024-04-10 13:30:00"),
    "2018-12-07T13:22:45+00:00": ("2018-12-07 13:22:45", ""),
    "comment_date": ("", ""),
    "2024-13-10T09:30:00-04:00": ("", ""),
}


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_machines_dates_are_local_and_gmt_where_they_tell_an_offset(text: str, moment: tuple[str, str]) -> None:
    assert read_moment([text], "") == moment


PRINTED = {
    "May 3rd, 2006 at 4:12 pm": "2006-05-03 16:12:00",
    "May 3, 2006 at 12:05 a.m.": "2006-05-03 00:05:00",
    "3 mai 2006 à 16 h": "",
    "3 mai 2006 à 16h05": "2006-05-03 16:05:00",
    "14.09.2022 um 21.11": "2022-09-14 21:11:00",
    "2019年3月2日 10:23": "2019-03-02 10:23:00",
    "27/10/2018 at 09:05": "2018-10-27 09:05:00",
    "10/27/2018 at 09:05": "2018-10-27 09:05:00",
    "10/11/2018 at 09:05": "",
    "3 years ago": "",
    "May 3, 2006": "",
    "31.02.2020 10:00": "",
    "3.2.2020 25:00": "",
}


@pytest.mark.parametrize(("text", "moment"), PRINTED.items())
def test_printed_dates_are_read_when_they_are_certain(text: str, moment: str) -> None:
    assert read_moment([], text) == (moment, "")


def test_a_day_is_read_alone() -> None:
    assert read_day("Ann Poe | April 19, 2019") == "2019-04-19"
    assert read_day("10/11/2018") == ""
