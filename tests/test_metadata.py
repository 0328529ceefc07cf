from __future__ import annotations

import re
from pathlib import Path

import pytest

from migrator.model import Size
from migrator.site.metadata import Metadata, as_decoded, as_wordpress_writes, before_edits, original_name, read_metadata
from migrator.sources.wxr.php import decode_meta

FIXTURE = Path(__file__).parent.parent / "fixtures" / "gazette" / "export.xml"
CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "wxr"
_META = re.compile(
    r"<wp:meta_key>(?:<!\[CDATA\[)?_wp_attachment_metadata(?:\]\]>)?</wp:meta_key>\s*"
    r"<wp:meta_value>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</wp:meta_value>",
    re.DOTALL,
)


def test_metadata_is_read_as_wordpress_writes_it() -> None:
    sizes = 's:6:"medium";a:4:{s:4:"file";s:9:"a-3x2.jpg";s:5:"width";i:3;s:6:"height";i:2;'
    sizes += 's:9:"mime-type";s:10:"image/jpeg";}'
    text = (
        f's:5:"width";i:30;s:6:"height";i:20;s:4:"file";s:13:"2024/a-sc.jpg";s:5:"sizes";a:1:{{{sizes}}}'
        's:10:"image_meta";a:2:{s:6:"credit";s:6:"Théo";s:6:"camera";s:0:"";}s:14:"original_image";s:5:"a.jpg";'
    )
    expected = Metadata(30, 20, "2024/a-sc.jpg", "a.jpg", "Théo", (Size("medium", "a-3x2.jpg", 3, 2),))
    assert read_metadata(f"a:6:{{{text}}}") == expected
    assert original_name(text) == "a.jpg" and original_name('s:4:"file";') == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Metadata()),
        ("a:99:{broken", Metadata()),
        ('a:1:{s:5:"width";s:3:"300";}', Metadata(300)),
        ('a:2:{s:5:"width";i:-1;s:5:"sizes";s:3:"no!";}', Metadata()),
        ('a:1:{s:5:"sizes";a:1:{s:1:"m";a:1:{s:4:"file";s:5:"a.jpg";}}}', Metadata(sizes=(Size("m", "a.jpg"),))),
        ('a:1:{s:5:"sizes";a:2:{i:0;s:1:"x";i:1;a:0:{}}}', Metadata()),
        ('O:8:"stdClass":1:{s:4:"file";s:5:"a.jpg";}', Metadata(file="a.jpg")),
        ("plain", Metadata()),
    ],
)
def test_any_other_form_is_read_as_far_as_it_goes(text: str, expected: Metadata) -> None:
    assert read_metadata(text) == expected


def test_backups_pair_files_with_the_original_of_their_time() -> None:
    text = (
        'a:3:{s:9:"full-orig";a:1:{s:4:"file";s:5:"a.jpg";}s:8:"full-123";a:1:{s:4:"file";s:10:"a-e123.jpg";}'
        's:10:"medium-123";a:1:{s:4:"file";s:14:"a-e123-3x2.jpg";}}'
    )
    assert dict(before_edits(text)) == {"a.jpg": "a.jpg", "a-e123.jpg": "a-e123.jpg", "a-e123-3x2.jpg": "a-e123.jpg"}
    assert dict(before_edits("")) == dict(before_edits("a:1:{")) == {}


@pytest.mark.parametrize("path", [FIXTURE, *sorted(CORPUS.glob("*.xml"))], ids=lambda path: path.stem)
def test_the_quick_way_reads_the_same_as_decoding(path: Path) -> None:
    texts = _META.findall(path.read_text("utf-8", "replace"))
    quick = [(text, found) for text in texts if (found := as_wordpress_writes(text)) is not None]
    for text, found in quick:
        decoded = decode_meta(text)
        if isinstance(decoded, dict):
            assert as_decoded(decoded) == found
    if path == FIXTURE:
        assert len(quick) > len(texts) / 2
