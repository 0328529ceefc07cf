"""Everything in an item is read, and is where it belongs."""

from __future__ import annotations

import pickle

import pytest

from migrator.model import RawComment, Record, TermRef
from migrator.sources.wxr import RawItem, read_item
from migrator.sources.wxr.item import Context
from migrator.sources.wxr.names import declared, wrapper
from tests.exports import HEAD, item

COMMENT = """		<wp:comment>
			<wp:comment_id>7</wp:comment_id>
			<wp:comment_author><![CDATA[ A & B ]]></wp:comment_author>
			<wp:comment_author_email><![CDATA[reader@mail.example]]></wp:comment_author_email>
			<wp:comment_author_url>https://reader.example/</wp:comment_author_url>
			<wp:comment_author_IP><![CDATA[192.0.2.1]]></wp:comment_author_IP>
			<wp:comment_date><![CDATA[2024-04-03 10:00:00]]></wp:comment_date>
			<wp:comment_date_gmt><![CDATA[2024-04-03 14:00:00]]></wp:comment_date_gmt>
			<wp:comment_content><![CDATA[<wp:comment_id>9</wp:comment_id> Yes.]]></wp:comment_content>
			<wp:comment_approved><![CDATA[1]]></wp:comment_approved>
			<wp:comment_type><![CDATA[comment]]></wp:comment_type>
			<wp:comment_parent>3</wp:comment_parent>
			<wp:comment_user_id>2</wp:comment_user_id>
			<wp:comment_karma>5</wp:comment_karma>
			<wp:commentmeta>
				<wp:meta_key><![CDATA[rating]]></wp:meta_key>
				<wp:meta_value><![CDATA[4]]></wp:meta_value>
			</wp:commentmeta>
		</wp:comment>
"""


def raw(data: bytes, head: bytes = HEAD) -> RawItem:
    return RawItem("export.xml", 4, data.strip(), 99, Context(wrapper(declared(head))))


def read(inner: str) -> Record:
    return read_item(raw(f"<item>{inner}</item>".encode()))


def test_the_usual_item() -> None:
    record = read_item(raw(item(12, more=COMMENT)))
    comment = RawComment(
        id=7,
        parent=3,
        author=" A & B ",
        email="reader@mail.example",
        url="https://reader.example/",
        ip="192.0.2.1",
        date="2024-04-03 10:00:00",
        date_gmt="2024-04-03 14:00:00",
        approved="1",
        type="comment",
        user_id=2,
        content="<wp:comment_id>9</wp:comment_id> Yes.",
        meta=[("wp:comment_karma", "5"), ("rating", "4")],
    )
    assert record == Record(
        source="export.xml",
        position=4,
        id=12,
        type="post",
        status="publish",
        title="Story 12",
        slug="story-12",
        link="https://gazette.example.edu/story-12/",
        guid="https://gazette.example.edu/?p=12",
        author="ruth",
        content="Words of story12.",
        date="2024-04-02 09:00:00",
        date_gmt="2024-04-02 13:00:00",
        pub_date="Tue, 02 Apr 2024 13:00:00 +0000",
        terms=[TermRef("category", "news", "News")],
        meta=[("_edit_last", "12")],
        comments=[comment],
    )


def test_without_content_only_body_and_comments_are_missing() -> None:
    data = raw(
        item(12, content="</content:encoded> <wp:post_id>5</wp:post_id>", more=COMMENT + COMMENT.replace("7", "8"))
    )
    full, light = read_item(data), read_item(data, content=False)
    assert light.content == ""
    assert [comment.id for comment in light.comments] == [7, 8]
    light.content, light.comments = full.content, full.comments
    assert light == full


@pytest.mark.parametrize("kind", ["wp_block", "wp_navigation", "attachment"])
def test_without_content_what_others_refer_to_is_there(kind: str) -> None:
    data = item(12, content="Shared.", kind=kind)
    assert read_item(raw(data), content=False).content == "Shared."
    assert (
        read_item(raw(data.replace(f"<![CDATA[{kind}]]>".encode(), kind.encode())), content=False).content == "Shared."
    )


def test_without_content_a_broken_item_is_read_whole() -> None:
    record = read_item(raw(item(12).replace(b"Story", b"]]>")), content=False)
    assert (record.id, record.title) == (12, "]]> 12")


def test_items_and_records_travel_between_processes() -> None:
    data = raw(item(12, more=COMMENT))
    assert pickle.loads(pickle.dumps(data)) == data
    assert pickle.loads(pickle.dumps(read_item(data))) == read_item(data)


def test_a_password_is_only_known_to_exist() -> None:
    record = read("<wp:post_password>s3cret</wp:post_password><wp:post_password>s3cret</wp:post_password>")
    assert record.protected
    assert "s3cret" not in repr(record)
    assert not read("<wp:post_password> </wp:post_password>").protected


def test_terms_of_wxr_1_0_are_named_once() -> None:
    terms = read(
        "<category>News</category><category domain='category' nicename='news'>News</category>"
        "<category domain='tag'>Bees</category><category domain='tag' nicename='bees'>Bees</category>"
        "<category>Only here</category>"
    ).terms
    assert terms == [
        TermRef("category", "news", "News"),
        TermRef("post_tag", "bees", "Bees"),
        TermRef("category", "", "Only here"),
    ]


@pytest.mark.parametrize(
    ("inner", "extra"),
    [
        ("<dc:subject>Bees</dc:subject>", {"dc:subject": "Bees"}),
        ("<enclosure url='a.mp3' length='5'/>", {"enclosure": '<enclosure url="a.mp3" length="5"/>'}),
        ("<itunes:x xmlns:itunes='http://itunes.example/'>1</itunes:x>", {"itunes:x": "1"}),
        ("<description>a</description><description>b</description>", {"description": "a\nb"}),
        ("<guid isPermaLink='true'>a</guid>", {"guid isPermaLink": "true"}),
        ("<guid isPermaLink='false'>a</guid>", {}),
        ("<wp:post_id>1</wp:post_id><wp:post_id>2</wp:post_id>", {"wp:post_id": "2"}),
        ("<wp:post_id>one</wp:post_id>", {"wp:post_id": "one"}),
        ("<category domain='a' urlencoded='b'>c</category>", {"category urlencoded": "b"}),
        ("stray <title>a</title> words", {"item": "stray\nwords"}),
        (
            "<wp:postmeta>x<wp:meta_key>k</wp:meta_key><wp:meta_id>4</wp:meta_id></wp:postmeta>",
            {"wp:postmeta": "x", "wp:meta_id": "4"},
        ),
        ("<wp:group><wp:inner>a</wp:inner></wp:group>", {"wp:group": "<wp:group><wp:inner>a</wp:inner></wp:group>"}),
        (
            "<wp:group><wp:post_password>s3cret</wp:post_password></wp:group>",
            {"wp:group": "<wp:group><wp:post_password/></wp:group>"},
        ),
    ],
)
def test_what_has_no_field_is_kept(inner: str, extra: dict[str, str]) -> None:
    assert read(inner).extra == extra


def test_numbers_and_flags() -> None:
    record = read("<wp:post_id> 0012 </wp:post_id><wp:menu_order>-3</wp:menu_order><wp:is_sticky>1</wp:is_sticky>")
    assert (record.id, record.menu_order, record.sticky) == (12, -3, True)
    assert not read("<wp:is_sticky>0</wp:is_sticky>").sticky


def test_other_prefixes_and_addresses() -> None:
    head = b'<rss xmlns:w="https://wordpress.org/export/1.3/" xmlns:c="http://purl.org/rss/1.0/modules/content/">'
    record = read_item(raw(b"<item><w:post_id>3</w:post_id><c:encoded>a</c:encoded></item>", head))
    assert (record.id, record.content) == (3, "a")


def test_comments_of_xml_are_no_text() -> None:
    assert read("<title>a<!-- b -->c<?d e?></title>").title == "ac"
