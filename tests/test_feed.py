"""Feeds as records: RSS 2.0, RDF and Atom as WordPress writes them, sound and damaged."""

from __future__ import annotations

import pytest

from migrator.model import Image, Record, TermRef
from migrator.sources.feed import Feed, read_feed
from migrator.sources.feed.moments import Moments, moments_of

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbor Light</title><atom:link href="https://harbor.example/feed/" rel="self" />
<link>https://harbor.example/</link><description>Port news</description><language>en-US</language>
<generator>https://wordpress.org/?v=6.4</generator>
<item><title>Ferries &#038; fares: what&#8217;s next</title>
<link>https://harbor.example/2019/11/ferries/</link><comments>https://harbor.example/2019/11/ferries/#comments</comments>
<dc:creator><![CDATA[Ines Roth]]></dc:creator><dc:creator><![CDATA[Bo Lind]]></dc:creator>
<pubDate>Tue, 05 Nov 2019 23:40:00 +0000</pubDate>
<category><![CDATA[News]]></category><category><![CDATA[strike]]></category><category><![CDATA[R&D]]></category>
<guid isPermaLink="false">https://harbor.example/?p=412</guid>
<description><![CDATA[The ferries sail again. Talks go [&#8230;]]]></description>
<content:encoded><![CDATA[<p>The ferries sail again.</p><p>Talks go on.</p>]]></content:encoded>
<slash:comments>3</slash:comments>
<enclosure url="https://harbor.example/a.mp3" length="123" type="audio/mpeg" />
<media:thumbnail url="https://harbor.example/pier.jpg" /></item>
</channel></rss>"""


def item(xml: str, **known: TermRef) -> Record:
    feed = read_feed(xml.encode(), known)
    assert len(feed.records) == 1
    return feed.records[0]


@pytest.mark.parametrize("declared", [' xmlns:wp="http://wordpress.org/export/1.2/"', ""])
def test_an_export_is_no_feed(declared: str) -> None:
    draft = "<wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>"
    feed = read_feed(RSS.replace('version="2.0"', f'version="2.0"{declared}').replace("</item>", draft).encode())
    assert feed.records == []
    assert feed.reason.startswith("an export")


def test_an_item_of_rss() -> None:
    record = item(RSS, strike=TermRef("post_tag", "strike", "strike"))
    assert (record.id, record.type, record.status, record.form) == (412, "post", "publish", "rendered")
    assert (record.link, record.guid) == ("https://harbor.example/2019/11/ferries/", "https://harbor.example/?p=412")
    assert record.title == "Ferries &amp; fares: what’s next"
    assert record.credited == [("Ines Roth", "feed"), ("Bo Lind", "feed")] and record.author == ""
    assert (record.date, record.date_gmt) == ("", "2019-11-05 23:40:00")
    assert record.dated == [("2019-11-05T23:40:00+00:00", "feed")]
    assert record.terms == [
        TermRef("category", "", "News"),
        TermRef("post_tag", "strike", "strike"),
        TermRef("category", "", "R&amp;D"),
    ]
    assert (record.content, record.excerpt) == ("<p>The ferries sail again.</p><p>Talks go on.</p>", "")
    assert record.roads == {"content": "feed"}
    assert record.meta == [("enclosure", "https://harbor.example/a.mp3\n123\naudio/mpeg\n")]
    assert record.extra == {"slash:comments": "3"} and record.featured == Image("https://harbor.example/pier.jpg")


def test_what_a_feed_says_of_its_site() -> None:
    assert read_feed(RSS.encode()).facts == {
        "title": "Harbor Light",
        "base_blog_url": "https://harbor.example",
        "description": "Port news",
        "language": "en-US",
        "generator": "https://wordpress.org/?v=6.4",
    }


def test_an_authors_own_excerpt_is_kept_and_the_feeds_footer_is_not() -> None:
    footer = '<p>The post <a href="#">Ferries</a> appeared first on <a href="#">Harbor Light</a>.</p>'
    made = RSS.replace("[&#8230;]]]>", f"[&#8230;] {footer}]]>")
    assert item(made).excerpt == ""
    own = RSS.replace("The ferries sail again. Talks go [&#8230;]", "<p>Nine days of quiet water.</p>")
    assert item(own).excerpt == "<p>Nine days of quiet water.</p>"


def test_a_feed_with_excerpts_only_says_so() -> None:
    record = item(RSS.replace("<content:encoded>", "<x>").replace("</content:encoded>", "</x>"))
    assert record.content == "The ferries sail again. Talks go [&#8230;]"
    assert (record.roads, record.excerpt) == ({"content": "feed excerpt"}, "")


def test_a_post_with_a_password() -> None:
    form = '<form class="post-password-form" method="post"><p>Enter your password.</p></form>'
    record = item(
        RSS.replace("<p>The ferries sail again.</p>", form).replace("<title>Ferries", "<title>Protected: Ferries")
    )
    assert (record.protected, record.content, record.excerpt) == (True, "", "")
    assert record.title.startswith("Ferries")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://harbor.example/?p=7", (7, "post")),
        ("https://harbor.example/?page_id=8", (8, "page")),
        ("https://harbor.example/?post_type=issue&amp;p=9", (9, "issue")),
        ("https://harbor.example/about/", (0, "post")),
        ("tag:harbor.example,2019:x", (0, "post")),
    ],
)
def test_the_number_that_a_guid_says(address: str, expected: tuple[int, str]) -> None:
    record = item(RSS.replace("https://harbor.example/?p=412", address))
    assert (record.id, record.type) == expected


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xmlns:thr="http://purl.org/syndication/thread/1.0">
<title type="text">Hafenlicht</title><subtitle>Aus dem Hafen</subtitle>
<link rel="alternate" href="https://hafen.example" />
<entry><author><name>Ines Roth</name></author><title type="html"><![CDATA[F&#228;hren &amp; mehr]]></title>
<link rel="alternate" type="text/html" href="https://hafen.example/faehren/" />
<link rel="enclosure" href="https://hafen.example/a.mp3" length="9" type="audio/mpeg" />
<id>https://hafen.example/?p=5</id><updated>2019-11-06T14:00:12Z</updated><published>2019-11-05T18:40:00-05:00</published>
<category scheme="https://hafen.example" term="Nachrichten" />
<summary type="html"><![CDATA[Kurz gesagt.]]></summary>
<content type="CONTENT_TYPE">CONTENT</content><thr:total>2</thr:total></entry></feed>"""


def test_an_entry_of_atom() -> None:
    feed = read_feed(ATOM.replace("CONTENT_TYPE", "html").replace("CONTENT", "&lt;p&gt;Sie fahren.&lt;/p&gt;").encode())
    (record,) = feed.records
    assert feed.facts["language"] == "de" and feed.facts["base_blog_url"] == "https://hafen.example"
    assert (record.id, record.link, record.title) == (5, "https://hafen.example/faehren/", "F&#228;hren &amp; mehr")
    assert (record.date, record.date_gmt) == ("2019-11-05 18:40:00", "2019-11-05 23:40:00")
    assert record.modified_gmt == "2019-11-06 14:00:12"
    assert record.content == "<p>Sie fahren.</p>" and record.excerpt == "Kurz gesagt."
    assert record.terms == [TermRef("category", "", "Nachrichten")] and record.credited == [("Ines Roth", "feed")]
    assert record.meta[0][1].startswith("https://hafen.example/a.mp3\n9")


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        ("text", "a &lt;b&gt; c", "a &lt;b&gt; c"),
        ("xhtml", '<div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/>y</p></div>', "<div><p>x<br>y</p></div>"),
    ],
)
def test_the_content_of_atom_says_what_it_is(kind: str, content: str, expected: str) -> None:
    record = item(ATOM.replace("CONTENT_TYPE", kind).replace("CONTENT", content))
    assert record.content == expected


RDF = """<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://harbor.example"><title>Harbor Light</title><link>https://harbor.example</link>
<items><rdf:Seq><rdf:li rdf:resource="https://harbor.example/a/"/></rdf:Seq></items></channel>
<item rdf:about="https://harbor.example/?p=3"><title>A</title><link>https://harbor.example/a/</link>
<dc:creator>Ines Roth</dc:creator><dc:date>2019-11-05T23:40:00Z</dc:date><dc:subject>News</dc:subject>
<description>d</description><content:encoded><![CDATA[<p>B</p>]]></content:encoded></item></rdf:RDF>"""


def test_an_item_of_rdf() -> None:
    record = item(RDF)
    assert (record.id, record.title, record.content, record.excerpt) == (3, "A", "<p>B</p>", "d")
    assert record.date_gmt == "2019-11-05 23:40:00" and record.terms == [TermRef("category", "", "News")]
    assert read_feed(RDF.encode()).facts["title"] == "Harbor Light"


COMMENTS = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Comments for Harbor Light</title>
<link>https://harbor.example</link>
<item><title>By: Reader</title><link>https://harbor.example/2019/11/ferries/#comment-19</link>
<dc:creator><![CDATA[Reader]]></dc:creator><pubDate>Wed, 06 Nov 2019 05:10:00 +0000</pubDate>
<guid isPermaLink="false">https://harbor.example/2019/11/ferries/#comment-19</guid><description>x</description>
<content:encoded><![CDATA[<p>In reply to <a href="https://harbor.example/2019/11/ferries/#comment-18">Ona</a>.</p>
<p>At last.</p>]]></content:encoded></item></channel></rss>"""


def test_comments_are_told_from_posts() -> None:
    feed = read_feed(COMMENTS.encode())
    ((link, comment),) = feed.comments
    assert feed.records == [] and feed.facts == {}
    assert link == "https://harbor.example/2019/11/ferries/"
    assert (comment.id, comment.parent, comment.author, comment.approved) == (19, 18, "Reader", "1")
    assert (comment.date, comment.date_gmt) == ("", "2019-11-06 05:10:00")
    assert comment.content == "<p>At last.</p>"


def test_a_comment_that_links_to_another_keeps_its_words() -> None:
    own = "<p>As I said in <a href='https://harbor.example/x/#comment-3'>my comment</a>, the ferries will not sail.</p>"
    start = COMMENTS.index("<p>In reply")
    feed = read_feed((COMMENTS[:start] + own + "]]></content:encoded></item></channel></rss>").encode())
    assert feed.comments[0][1].content == own and feed.comments[0][1].parent == 0


def test_comments_of_atom_tell_what_they_answer_and_where_their_author_is() -> None:
    xml = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry>
    <title>By: Reader</title><link rel="alternate" href="https://harbor.example/f/#comment-19" />
    <author><name>Reader</name><uri>https://reader.example/</uri></author><published>2019-11-06T05:10:00Z</published>
    <content type="html">&lt;p&gt;At last.&lt;/p&gt;</content>
    <thr:in-reply-to ref="https://harbor.example/f/#comment-18" href="https://harbor.example/f/#comment-18" />
    </entry></feed>"""
    ((_, comment),) = read_feed(xml.encode()).comments
    assert (comment.parent, comment.url, comment.content) == (18, "https://reader.example/", "<p>At last.</p>")


@pytest.mark.parametrize(
    "damaged",
    [
        "\n\n  " + RSS,
        "\ufeff" + RSS,
        RSS.replace("Port news", "Port &nbsp; news &eacute; &"),
        RSS.replace("Port news", "Port \x0b news"),
        RSS.removesuffix("</channel></rss>"),
        RSS.replace('xmlns:slash="http://purl.org/rss/1.0/modules/slash/"', ""),
        RSS.replace("<language>", "<br><language>"),
    ],
)
def test_damaged_xml_is_read_as_far_as_it_can_be(damaged: str) -> None:
    record = item(damaged)
    assert record.id == 412 and record.content.endswith("<p>Talks go on.</p>")


def test_entities_of_html_are_read_outside_of_cdata_only() -> None:
    feed = read_feed(
        RSS.replace("Port news", "Caf&eacute; &amp; &lt;b&gt;").replace("Talks go on", "Talks&nbsp;go").encode()
    )
    assert feed.facts["description"] == "Café & <b>"
    assert "Talks&nbsp;go" in feed.records[0].content


def test_bytes_that_are_none_of_the_encoding() -> None:
    record = read_feed(RSS.encode().replace(b"sail again", b"sail \xff again")).records[0]
    assert "sail \ufffd again" in record.content


@pytest.mark.parametrize("body", [b"", b"{}", b"<!doctype html><html><body><p>404</body></html>", b"\x00\x01", b"<"])
def test_what_is_no_feed_has_nothing(body: bytes) -> None:
    assert read_feed(body).records == [] and read_feed(body).comments == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue, 05 Nov 2019 23:40:00 +0000", Moments("", "2019-11-05 23:40:00", "2019-11-05T23:40:00+00:00")),
        (
            "Tue, 05 Nov 2019 18:40:00 -0500",
            Moments("2019-11-05 18:40:00", "2019-11-05 23:40:00", "2019-11-05T18:40:00-05:00"),
        ),
        ("2019-11-05", Moments("", "", "2019-11-05")),
        ("Thu, 01 Jan 1970 00:00:00 +0000", Moments()),
        ("Mon, 30 Nov -0001 00:00:00 +0000", Moments()),
        ("yesterday", Moments()),
        ("", Moments()),
    ],
)
def test_moments(text: str, expected: Moments) -> None:
    assert moments_of(text) == expected


def test_nothing_is_a_feed_too() -> None:
    assert read_feed(b"") == Feed(reason="no XML")
