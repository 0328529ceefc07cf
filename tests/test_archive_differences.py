"""Source lines beside archive lines, each change with the entry that tells of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from migrator.archive.differences import Differences, Line, differences
from migrator.model import Entry

texts = st.lists(st.lists(st.sampled_from("a b c d <x> [y] e…".split()), min_size=1).map(" ".join), max_size=8)
entries = st.lists(st.builds(Entry, st.just("r.one"), st.just("removed"), st.just("content"), texts.map(" ".join)))


def marked(line: Line) -> str:
    """A line with its changes in brackets, each with its rule."""
    return " ".join(
        f"[{piece.text}|{piece.entry.rule if piece.entry else '?'}]" if piece.changed else piece.text for piece in line
    )


def shown(found: Differences) -> list[tuple[str, str]]:
    return [(marked(row.source), marked(row.archive)) for row in found.rows]


def words(lines: list[str]) -> list[str]:
    return " ".join(lines).split()


def test_a_removed_fragment_has_its_rule() -> None:
    entry = Entry("share.x", "removed", "content/div", "Share this: X <https://x.example/>")
    found = differences(["One.", "Share this:", "X <https://x.example/>", "Two."], ["One.", "Two."], [entry])
    assert shown(found) == [
        ("One.", "One."),
        ("[Share this:|share.x]", ""),
        ("[X <https://x.example/>|share.x]", ""),
        ("Two.", "Two."),
    ]
    assert found.elsewhere == ()
    assert [row.is_same for row in found.rows] == [True, False, False, True]


def test_two_fragments_side_by_side_have_a_rule_each() -> None:
    one = Entry("share.x", "removed", "content/div", "Share")
    two = Entry("like.x", "removed", "content/div", "Like it")
    assert shown(differences(["a", "Share Like it"], ["a"], [one, two]))[1:] == [
        ("[Share|share.x] [Like it|like.x]", "")
    ]


def test_a_fragment_that_was_rewritten_stands_beside_what_it_became() -> None:
    entry = Entry("embed.frame", "rewritten", "content/iframe", "<//x.example/e/1>", "A film <https://x.example/1>")
    other = Entry("embed.script", "rewritten", "content/script", "", "A gist <https://y.example/2>")
    found = differences(
        ["a", "<//x.example/e/1>", "b"],
        ["a", "A gist <https://y.example/2>", "A film <https://x.example/1>", "b"],
        [other, entry],
    )
    assert shown(found)[1:3] == [
        ("", "[A gist <https://y.example/2>|embed.script]"),
        ("[<//x.example/e/1>|embed.frame]", "[A film <https://x.example/1>|embed.frame]"),
    ]


def test_an_address_without_brackets_is_the_same_address() -> None:
    entry = Entry("link.internal", "rewritten", "content/p/a", "https://a.example/b/", "../b.md")
    found = differences(["See b <https://a.example/b/> ."], ["See b <../b.md> ."], [entry])
    assert shown(found) == [("See b [<https://a.example/b/>|link.internal] .", "See b [<../b.md>|link.internal] .")]


def test_a_quote_that_was_cut_is_found_by_its_beginning() -> None:
    entry = Entry("shortcode.x", "rewritten", "content/p", "[x]", "one two three f…")
    assert shown(differences(["a", "[x]"], ["a", "one two three four"], [entry]))[1:] == [
        ("[[x]|shortcode.x]", "[one two three|shortcode.x] [four|?]")
    ]


def test_of_equal_entries_each_is_found_once() -> None:
    entry = Entry("share.x", "removed", "content/div", "Share")
    again = Entry("share.x", "removed", "content/p", "Share")
    found = differences(["Share", "a", "Share"], ["a"], [entry, again])
    assert [row.entries for row in found.rows] == [(entry,), (), (again,)]
    assert found.elsewhere == ()


def test_what_the_text_does_not_show_is_told_elsewhere() -> None:
    entry = Entry("image.size", "rewritten", "content/img", "300", "1600")
    assert differences(["a"], ["a"], [entry]) == Differences(differences(["a"], ["a"], []).rows, (entry,))


def test_one_word_in_the_midst_of_a_quote_is_no_find() -> None:
    entry = Entry("share.x", "removed", "content/div", "a the b")
    assert shown(differences(["x the y"], ["x y"], [entry])) == [("x [the|share.x] y", "x y")]
    assert shown(differences(["x the that y"], ["x y"], [entry])) == [("x [the that|?] y", "x y")]


@given(texts, texts, entries)
def test_no_word_is_lost_or_made_up(source: list[str], archive: list[str], told: list[Entry]) -> None:
    found = differences(source, archive, told)
    for side, lines in (("source", source), ("archive", archive)):
        pieces = [piece for row in found.rows for piece in getattr(row, side)]
        assert words([piece.text for piece in pieces]) == words(lines)
        assert not [piece for piece in pieces if piece.entry is not None and not piece.changed]
    same = [[piece.text for row in found.rows for piece in side(row) if not piece.changed] for side in (_left, _right)]
    assert words(same[0]) == words(same[1])
    assert set(found.elsewhere) <= set(told)


def _left(row: object) -> Line:
    return row.source  # type: ignore[attr-defined, no-any-return]


def _right(row: object) -> Line:
    return row.archive  # type: ignore[attr-defined, no-any-return]
