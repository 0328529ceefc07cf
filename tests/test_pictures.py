"""Page builders' pictures that are known by the number of their attachment only."""

from __future__ import annotations

import pytest

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.writers.html import html
from tests.newspaper import UPLOADS, upload
from tests.sites import make_post, make_site

CROWD = f'<img src="{UPLOADS}/2024/03/crowd.jpg" alt="" width="1600" height="1067" data-id="20">'
NOON = f'<figure class="image">{CROWD}<figcaption>Noon</figcaption></figure>'
MANY = CROWD.replace('alt=""', 'alt="Many"')
BUS = f'<img src="{UPLOADS}/2024/03/bus.jpg" alt="" width="1600" height="1067" data-id="22">'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('[vc_single_image image="20"]', f"<p>{CROWD}</p>"),
        ('[vc_single_image image="20" add_caption="yes"]', NOON),
        ('[av_image attachment="20" alt="Many" link="manually,/big"]', f'<p><a href="/big">{MANY}</a></p>'),
        ('[fusion_imageframe image_id="20|full" /]', f"<p>{CROWD}</p>"),
    ],
)
def test_a_picture_is_found_by_its_number(content: str, expected: str) -> None:
    assert cleaned(content) == expected


@pytest.mark.parametrize(
    "content",
    ['[et_pb_gallery gallery_ids="22,20"]', '[vc_gallery images="22,20"]', '[su_slider source="media: 22, 20"]'],
)
def test_a_gallery_is_found_by_its_numbers(content: str) -> None:
    assert cleaned(content) == f'<figure class="gallery">\n<figure class="image">{BUS}</figure>\n{NOON}\n</figure>'


def test_numbers_that_the_export_lacks_are_told() -> None:
    post = make_post('[vc_gallery images="22,9"]', SITE)
    clean(post, SITE)
    assert [entry.before for entry in post.entries if entry.action == "warned"] == [
        'not in the export: 9 of [vc_gallery images="22,9"]'
    ]


SITE = make_site(upload(20, "2024/03/crowd.jpg", excerpt="Noon"), upload(22, "2024/03/bus.jpg"))


def cleaned(content: str) -> str:
    post = make_post(content, SITE)
    clean(post, SITE)
    canonicalise(post, SITE)
    return html(post.tree).strip()
