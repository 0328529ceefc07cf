from __future__ import annotations

from pathlib import Path

import pytest

from migrator.config import find_config, read_config
from migrator.errors import UsageError
from migrator.model import Options


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "migrator.toml"
    path.write_text(text, "utf-8")
    return path


def test_every_setting_reaches_its_option(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        unpublished = "skip"
        types = ["post", "page"]
        since = "2010"
        until = 2024-04-10
        author = "jdoe"
        limit = 10
        zone = "America/New_York"
        emails = true
        ledger = "full"
        [front_matter]
        rename = { lastmod = "updated" }
        [paths]
        post = "{year}/{slug}"
        [rules]
        disable = ["share.jetpack"]
        [[rule]]
        name = "own.promo"
        verb = "drop"
        keys = [".promo"]
        """,
    )
    assert read_config(path) == Options(
        unpublished="skip",
        types=frozenset({"post", "page"}),
        since="2010",
        until="2024-04-10",
        author="jdoe",
        limit=10,
        zone="America/New_York",
        emails=True,
        ledger="full",
        disabled=frozenset({"share.jetpack"}),
        front_matter={"rename": {"lastmod": "updated"}},
        paths={"post": "{year}/{slug}"},
        rules=({"name": "own.promo", "verb": "drop", "keys": [".promo"]},),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 'red'", "unknown setting 'colour'"),
        ("unpublished = 'publish'", "unpublished must be one of keep, skip"),
        ("types = 'post'", "types must be a list of texts"),
        ("limit = -1", "limit must be a whole number"),
        ("limit = true", "limit must be a whole number"),
        ("emails = 1", "emails must be true or false"),
        ("zone = 'Mars/Olympus'", "there is no time zone 'Mars/Olympus'"),
        ("since = 'last year'", "since must be a date like"),
        ("[front_matter]\nrenames = {}", "[front_matter] has no setting 'renames'"),
        ("[[rule]]\nname='a'\nverb='explode'\nkeys=['.a']", "rule.verb must be one of drop, unwrap"),
        ("[[rule]]\nname='a'\nverb='drop'\nkeys=[]", "rule 'a' has no keys"),
        ("[rules]\ndisable='share'", "rules.disable must be a list of texts"),
        ("limit = ", "is no valid TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, says: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError) as raised:
        read_config(path)
    assert says in str(raised.value)
    assert str(path) in str(raised.value)


def test_the_settings_beside_the_archive_are_found(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    assert find_config(None, tmp_path / "archive") == path
    assert find_config(None, tmp_path) == path
    assert find_config(tmp_path / "other.toml", tmp_path) == tmp_path / "other.toml"
    assert find_config(None, tmp_path / "a" / "b") is None
