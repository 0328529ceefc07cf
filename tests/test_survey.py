from __future__ import annotations

from migrator.cli.inspect import lines
from migrator.markup.known import own_names
from migrator.options import Options
from migrator.survey import Survey
from migrator.survey.shortcodes import EXAMPLES, LONGEST, Shortcodes, Use


def counted(*texts: str, options: Options | None = None) -> Shortcodes:
    found = Shortcodes(own_names(options or Options()))
    for number, text in enumerate(texts, start=1):
        found.count(text, number)
    return found


def test_known_and_unknown_shortcodes_are_told_apart() -> None:
    found = counted("[gallery] [herald tone=1]x[/herald]", "[herald tone=1]y[/herald] [herald n=2] [sic] [1]", "plain")
    assert found.known() == {"gallery": Use(1, 0, [1], ["[gallery]"])}
    assert found.unknown() == {
        "herald": Use(3, 2, [1, 2], ["[herald tone=1]…[/herald]", "[herald n=2]"]),
    }


def test_addresses_and_stray_closing_tags_are_no_shortcodes() -> None:
    assert counted("\nhttps://youtu.be/dQw4w9WgXcQ\n[/gallery]").uses == {}


def test_names_in_brackets_of_several_parts_may_be_shortcodes() -> None:
    found = counted("[my_widget] [my-widget/] [sic] [i-1] [a-z] [your_x] [gallery]", "[my_widget]")
    assert {name: use.documents for name, use in found.bracketed.items()} == {"my_widget": [1, 2], "my-widget": [1]}


def test_what_the_settings_speak_of_is_known() -> None:
    options = Options(shortcodes={"my_widget": {"do": "drop"}, "sic_x": {"do": "keep"}})
    found = counted("[my_widget] [sic_x]", options=options)
    assert list(found.known()) == ["my_widget"]
    assert not found.unknown()
    assert not found.bracketed


def test_examples_are_few_and_short() -> None:
    (use,) = counted(*(f'[herald n="{number}{"x" * LONGEST}"]' for number in range(9))).uses.values()
    assert use.count == 9
    assert use.documents == [1, 2, 3]
    assert len(use.written) == EXAMPLES
    assert use.written[0].startswith('[herald n="0xxx')
    assert use.written[0].endswith("x…]")


def test_the_most_frequent_come_first() -> None:
    found = counted("[gallery] [a b=1] [audio] [audio] [herald d=1] [herald d=1]")
    assert [row["name"] for row in found.values()["shortcodes"]] == ["audio", "herald", "gallery", "a"]
    assert [row["known"] for row in found.values()["shortcodes"]] == [True, False, True, False]


def test_people_read_how_an_unknown_one_is_written() -> None:
    said = list(lines(Survey(shortcodes=counted('[gallery] [herald tone="loud"]x[/herald] [my_widget]'))))
    start = said.index("shortcodes")
    assert [line.split() for line in said[start:] if line.startswith(" ")][-3:] == [
        ["1", "gallery", "in", "1"],
        ["1", "herald", "[herald", 'tone="loud"]…[/herald]', "in", "1"],
        ["1", "my_widget", "in", "1"],
    ]
