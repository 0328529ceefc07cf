from __future__ import annotations

from pathlib import Path

import pytest

from migrator.config import find_config, read_config, with_disabled
from migrator.errors import UsageError
from migrator.options import Options


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
        [shortcodes]
        my_box = "unwrap"
        doc = { do = "link", href = "file", text = "name" }
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
        shortcodes={"my_box": {"do": "unwrap"}, "doc": {"do": "link", "href": "file", "text": "name"}},
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
        ("[front_matter]\nrename = ['a']", "[front_matter.rename] must be a table"),
        ("[front_matter]\nrename = { a = 1 }", "front_matter.rename.a must be a text, not 1"),
        ("[front_matter]\nrename = { a = 'c', b = 'c' }", "front_matter.rename gives two fields the name 'c'"),
        ("[front_matter]\nomit = 'id'", "front_matter.omit must be a list of texts, not 'id'"),
        ("[front_matter]\nmeta = { a = [] }", "front_matter.meta.a must be a text"),
        ("[media]\nfetsh = 'all'", "[media] has no setting 'fetsh'; known are fetch, "),
        ("[media]\nfetsh = 'all'", "did you mean 'fetch'?"),
        ("[media]\nfetch = 'some'", "media.fetch must be one of none, referenced, all"),
        ("[media]\nuploads = 3", "media.uploads must be a list of texts"),
        ("[media]\nremote = 'yes'", "media.remote must be true or false"),
        ("[media]\nheaders = ['Cookie: a']", "[media.headers] must be a table"),
        ("[media.headers]\n'Coo:kie' = 'a'", "media.headers must be 'Name: value' in ASCII"),
        ("[media]\nbasic_auth = 'reader'", "media.basic_auth must be NAME:PASSWORD"),
        ("[media]\nreport = true", "media.report must be a text"),
        ("media = 'all'", "[media] must be a table"),
        ("[rulez]", "unknown setting 'rulez'; known are unpublished,"),
        ("[rulez]", "; did you mean 'rule' or 'rules'?"),
        ("[[rule]]\nverb='drop'\nkeys=['.a']", "rule.name must be a text, not None"),
        ("[[rule]]\nname=''\nverb='drop'\nkeys=['.a']", "rule.name: '' is no name"),
        ("[[rule]]\nname='share.jetpack'\nverb='drop'\nkeys=['.a']", "'share.jetpack' is a built-in rule"),
        ("[[rule]]\nname='a'\nkeys=['.a']", "rule 'a': verb must be one of drop, unwrap, keep, link, figure, not None"),
        ("[[rule]]\nname='a'\nverb='unwarp'\nkeys=['.a']", "did you mean 'unwrap'?"),
        (
            "[[rule]]\nname='a'\nverb='drop'\nselector='.a'",
            "'drop' has no setting 'selector'; known are name, verb, keys",
        ),
        (
            "[[rule]]\nname='a'\nverb='link'\nhrf='x'\nkeys=['.a']",
            "'link' has no setting 'hrf'; known are name, verb, keys, href",
        ),
        ("[[rule]]\nname='a'\nverb='link'\nhref=1\nkeys=['.a']", "rule 'a': href must be a text, not 1"),
        ("[[rule]]\nname='a'\nverb='drop'\nkeys=[]", "rule 'a' has no keys, so it could never apply"),
        ("[[rule]]\nname='a'\nverb='drop'", "rule 'a': keys must be a list of texts, not None"),
        ("[[rule]]\nname='a'\nverb='drop'\nkeys=['div > p']", "rule 'a': div > p:"),
        ("[[rule]]\nname='a'\nverb='drop'\nkeys=['[box a=1]']", "rule 'a': [box a=1]:"),
        ("[[rule]]\nname='a'\nverb='drop'\nkeys=['[my.box]']", "rule 'a': [my.box]: a shortcode's name has letters"),
        (
            "[[rule]]\nname='a'\nverb='drop'\nkeys=['promo']",
            "rule 'a': promo: there is no element <promo>; did you mean '.promo' or '#promo'?",
        ),
        ("[[rule]]\nname='a'\nverb='drop'\nkeys=['dvi.x']", "there is no element <dvi>; did you mean 'div'"),
        ("[rule]\nname='a'", "own rules are written as [[rule]] tables"),
        ("[shortcodes]\nbox='fold'", "shortcodes.box: do must be one of drop, unwrap, keep, link, figure, not 'fold'"),
        ("[shortcodes]\nbox={href='x'}", "shortcodes.box: do must be one of drop,"),
        ("[shortcodes]\nbox=['drop']", 'shortcodes.box must be a verb, as in box = "drop"'),
        (
            "[shortcodes]\nbox={do='link', txt='x'}",
            "shortcodes.box: 'link' has no setting 'txt'; known are do, href, text",
        ),
        ("[shortcodes]\nbox={do='link', txt='x'}", "did you mean 'text'?"),
        ("[shortcodes]\n'a b'='drop'", "shortcodes.a b: [a b]: a shortcode is written as its name"),
        ("[shortcodes]\n'a*'='drop'", "shortcodes.a*: [a*]: the beginning of a name has at least"),
        (
            "[rules]\ndisable=['share.jetpak']",
            "rules.disable: there is no rule 'share.jetpak'; did you mean 'share.jetpack'",
        ),
        ("[rules]\ndisable=['shar.*']", "did you mean 'share.*'"),
        ("[rules]\ndisable=['own.a']", "there is no rule 'own.a'"),
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


def test_families_of_rules_are_switched_off(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        rules.disable = ["share.*", "own.*", "shortcodes.box"]
        shortcodes.box = "drop"
        rule = [{ name = "own.a", verb = "drop", keys = [".a"] }]
        """,
    )
    disabled = read_config(path).disabled
    assert {"share.jetpack", "share.addtoany", "own.a", "shortcodes.box"} <= disabled
    assert {name.partition(".")[0] for name in disabled} == {"share", "own", "shortcodes"}


def test_every_form_of_a_key_is_fine(tmp_path: Path) -> None:
    keys = [
        "aside",
        ".a",
        "#a",
        "div.a",
        ".abc*",
        "a[rel=tag]",
        "@x.org/y",
        "[box]",
        "[box_*]",
        "wp:more",
        "wp:jetpack/*",
    ]
    keys += ['"Read on"', '"{n} likes"', "my-element", "wp-shortcode", "a.b", "h2#c"]
    path = written(tmp_path, f"[[rule]]\nname = 'a'\nverb = 'drop'\nkeys = {keys!r}")
    assert read_config(path).rules[0]["keys"] == keys


def test_the_command_line_switches_rules_off_as_well() -> None:
    options = with_disabled(Options(disabled=frozenset({"own.a"})), frozenset({"share.jetpack"}), "--disable")
    assert options.disabled == {"own.a", "share.jetpack"}
    with pytest.raises(UsageError, match=r"--disable: there is no rule 'x'; `migrator rules` lists them"):
        with_disabled(Options(), frozenset({"x"}), "--disable")


def test_a_constant_may_be_a_date(tmp_path: Path) -> None:
    (tmp_path / "migrator.toml").write_text(
        "[front_matter.constants]\nmoved = 2024-04-10\nnested = { at = [07:30:00] }"
    )
    constants = read_config(tmp_path / "migrator.toml").front_matter["constants"]
    assert constants == {"moved": "2024-04-10", "nested": {"at": ["07:30:00"]}}
