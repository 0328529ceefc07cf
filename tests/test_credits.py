"""Who made a picture, as its caption says, or its attachment."""

from __future__ import annotations

import pytest

from migrator.model import Record
from migrator.normalise.credits import credit_in, picture_credits
from migrator.normalise.images import images
from migrator.site import Site
from tests.sites import canonical_post, make_site

CREDITS = {
    "Photo by Jane Doe": "Jane Doe",
    "The trustees vote. Photo by Jane Doe.": "Jane Doe",
    "The trustees vote. (Photo by Jane Doe)": "Jane Doe",
    "The trustees vote. (AP Photo/Jane Doe)": "AP Photo/Jane Doe",
    "The trustees vote (Photo: Jane Doe / The Gazette)": "Jane Doe / The Gazette",
    "The trustees vote | Photo courtesy of the college": "the college",
    "Image courtesy of Getty Images": "Getty Images",
    "Courtesy of Jane Doe": "Jane Doe",
    "Photo credit: Jane Doe": "Jane Doe",
    "Credit: NASA": "NASA",
    "Foto: Anna Müller": "Anna Müller",
    "Der Rat tagt. Bild: dpa": "dpa",
    "© 2024 Jane Doe": "Jane Doe",
    "Illustration by Ann Poe": "Ann Poe",
    "Jane Doe / Gazette": "Jane Doe / Gazette",
    "The vote. Jane Doe/The Gazette": "Jane Doe/The Gazette",
    "Jane Doe, Getty Images": "Jane Doe, Getty Images",
    "Foto Jane Doe via Unsplash": "Jane Doe via Unsplash",
    "The hall (Getty Images)": "Getty Images",
    "Courtesy Jane Doe": "Jane Doe",
    "The hall. (Courtesy Jane Doe)": "Jane Doe",
    "Photo courtesy/Jane Doe": "Jane Doe",
    "Photo submitted by Jane Doe": "Jane Doe",
    "Staff photo by Jane Doe": "Jane Doe",
    "Photo Illustration by Jane Doe": "Jane Doe",
    "Graphic | Jane Doe": "Jane Doe",
    "Crédit photo : Luc Roy": "Luc Roy",
    "Photographie : Luc Roy": "Luc Roy",
    "Fotografía: Ana Ruiz": "Ana Ruiz",
    "Bildquelle: dpa": "dpa",
    "Фото: Анна Орлова": "Анна Орлова",
    "校舎の前で。写真＝鈴木一郎": "鈴木一郎",
    "畢業典禮（攝影／李大同）": "李大同",
    "지난 축제의 모습. 사진=이두리 기자": "이두리",
    "The trustees vote.": "",
    "A photo by the door of the hall is all that is left.": "",
    "The picture shows him and/or his brother.": "",
    "Photo": "",
    "She was courtesy itself.": "",
    "Video: Watch the game": "",
    "Map: Where it happened": "",
    "Photo: Gazette archive": "Gazette archive",
    "Photo: The team celebrates": "",
    "A courtesy nobody had asked for": "",
    "Courtesy calls are over.": "",
    "Photos and videos of the day": "",
    "Picture this: nobody came": "",
    "The map is by the door.": "",
    "Cover: What comes next": "",
    "Credit where credit is due": "",
    "Illustration: How the vote works": "",
    "Foto: der Saal am Abend": "",
    "Fotografía de la sala": "",
    "Crédit: les étudiants votent": "",
    "The student/teacher ratio": "",
    "Win/loss since 2010": "",
    "She came by, via the back door, with AP tests": "",
    "Drawing near the end": "",
    "Screenshot": "",
    "They read art by candlelight. It was late.": "",
    "The space agency (NASA)": "",
    "Songs, videos and Flickr": "",
    "The vote, via the front door": "",
    "Submitted by noon": "",
    "Photo to follow": "",
    "Photographie de la salle": "",
    "사진: 지난 축제의 모습": "",
    "図書館の前の写真": "",
    "圖：校園一角": "",
    "文／王小明": "",
    "The team wins. Photos from Tuesday’s game.": "",
    "Image: the new library on opening day": "",
    "": "",
}


@pytest.mark.parametrize(("caption", "credit"), CREDITS.items())
def test_a_caption_says_who_made_the_picture(caption: str, credit: str) -> None:
    assert credit_in(caption) == credit


def test_a_picture_s_credit_stands_with_the_document_s_media() -> None:
    site = make_site()
    post = canonical_post(
        '<figure class="image"><img src="https://a.example.org/1.jpg" alt="">'
        "<figcaption>A. Photo by Jane Doe</figcaption></figure>"
        '<p><img src="https://a.example.org/2.jpg" alt=""></p><p>Photo: John Roe</p>'
        '<p><img src="https://a.example.org/3.jpg" alt=""></p><p>The text begins here.</p>',
        site,
    )
    images(post, site)
    picture_credits(post, site)
    found = {use.url[-5:]: (use.caption, use.credit, use.credited_by) for use in post.media.values()}
    assert found == {
        "1.jpg": ("A. Photo by Jane Doe", "Jane Doe", "caption"),
        "2.jpg": ("", "John Roe", "text"),
        "3.jpg": ("", "", ""),
    }


def test_an_attachment_says_who_made_its_picture_where_the_document_doesn_t() -> None:
    camera = (
        'a:4:{s:5:"width";i:9;s:6:"height";i:9;s:4:"file";s:5:"c.jpg";'
        's:10:"image_meta";a:1:{s:6:"credit";s:7:"Kim Lee";}}'
    )
    told = {1: [("_media_credit", "Ann Poe")], 2: [("_wp_attachment_metadata", camera)], 3: []}
    uploads = [
        Record(id=number, type="attachment", attachment_url=f"{FILES}/{number}.jpg", meta=meta)
        for number, meta in told.items()
    ]
    site = make_site(*uploads)
    figures = "".join(f'<p><img src="{FILES}/{number}.jpg" alt=""></p><p>Text.</p>' for number in told)
    named = f'<figure class="image"><img src="{FILES}/1.jpg" alt=""><figcaption>Photo by Jane Doe</figcaption></figure>'
    assert _credited(figures, site) == [("Ann Poe", "attachment"), ("Kim Lee", "attachment"), ("", "")]
    assert _credited(named, site) == [("Jane Doe", "caption")]


FILES = "https://gazette.example.edu/wp-content/uploads"


def _credited(content: str, site: Site) -> list[tuple[str, str]]:
    post = canonical_post(content, site)
    images(post, site)
    picture_credits(post, site)
    return [(use.credit, use.credited_by) for use in post.media.values()]
