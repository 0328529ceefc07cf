"""Make fixtures/gazette and fixtures/split from the real WordPress: its export, what it shows, what was uploaded."""

import gzip
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

from tests.wordpress import oracle

FIXTURES = Path(__file__).parents[2] / "fixtures"
KEPT = ("type", "status", "title", "permalink", "rendered")

# Posts with captions, galleries and blocks, whose attachments are in the second part, and one that is in both.
FIRST_PART = (101, 104, 105, 301)
SECOND_PART = (*range(2001, 2041), 105)

# A number that is used once is another every twelve hours; posts without a date are listed under the month of today.
_OF_TODAY = re.compile(r"""(?<=_wpnonce=)\w+|(?<=_comment_disabled" value=")\w+|\d{4}/\d\d(?=/'> 0</a>)""")
_ITEM = re.compile(rb"\s*<item>.*?<wp:post_id>(\d+)</wp:post_id>.*?</item>", re.DOTALL)


def main() -> None:
    """Write all fixtures anew, with the same bytes for the same WordPress."""
    oracle.start()
    export = FIXTURES / "gazette" / "export.xml"
    oracle.export(export)
    truth = oracle.truth()
    (FIXTURES / "gazette" / "truth.json").write_text(compact(truth), "utf-8")
    copy_uploads(truth, FIXTURES / "gazette" / "uploads")
    first, second = split(export.read_bytes(), FIRST_PART), split(export.read_bytes(), SECOND_PART)
    write_parts({"gazette.part-1.xml": first, "gazette.part-2.xml": second})


def copy_uploads(truth: oracle.Truth, folder: Path) -> None:
    """Copy what was uploaded, without the sizes that WordPress made of it; what else lies there stays."""
    for attachment in filter(None, (post["attachment"] for post in truth["posts"])):
        name = attachment["original"].partition("/uploads/")[2]
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(oracle.uploads() / name, folder / name)


def compact(truth: oracle.Truth) -> str:
    """What tests need of the truth beside the export, a line a post."""
    lines = (f'"{post["id"]}": {_dump(post)}' for post in truth["posts"] if is_kept(post))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def is_kept(post: oracle.PostTruth) -> bool:
    """Whether the truth holds a post; what nobody saved is another each time."""
    return post["status"] != "auto-draft"


def timeless(rendered: str | None) -> str | None:
    """What WordPress shows without what it shows today only."""
    return rendered and _OF_TODAY.sub("today", rendered)


def _dump(post: oracle.PostTruth) -> str:
    kept = {**{key: value for key, value in post.items() if key in KEPT}, "rendered": timeless(post["rendered"])}
    return json.dumps(kept, ensure_ascii=False)


def split(export: bytes, numbers: tuple[int, ...]) -> bytes:
    """An export with the whole head, as WordPress.com repeats it in each part, and of the items those numbered."""
    return _ITEM.sub(lambda item: item[0] if int(item[1]) in numbers else b"", export)


def write_parts(parts: dict[str, bytes]) -> None:
    """Write the parts plain, compressed one by one, and in one archive as a Mac makes it."""
    folder = FIXTURES / "split"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            (folder / name).write_bytes(part)
            (folder / f"{name}.gz").write_bytes(gzip.compress(part, mtime=0))
            archive.writestr(zipfile.ZipInfo(f"export/{name}"), part, zipfile.ZIP_DEFLATED)
            archive.writestr(zipfile.ZipInfo(f"__MACOSX/export/._{name}"), b"\0\5\26\7")
    (folder / "gazette.zip").write_bytes(packed.getvalue())


if __name__ == "__main__":
    main()
