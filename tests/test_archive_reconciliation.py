"""The account adds up, or names what doesn't."""

from __future__ import annotations

from collections import Counter

from migrator.archive.journal import Tallies
from migrator.archive.reconciliation import FAILED, Census, reconcile
from migrator.model import RawComment, Record


def census() -> Census:
    counted = Census(terms=3)
    for position, (kind, status) in enumerate(
        [("post", "publish"), ("post", "publish"), ("post", "draft"), ("attachment", "inherit")]
    ):
        record = Record(position=position, type=kind, status=status, comments=[RawComment(), RawComment()])
        counted.add(record, again=position == 1)
    return counted


def tallies() -> Tallies:
    return Counter(
        {
            ("item", "post", "publish", "written", ""): 1,
            ("item", "post", "publish", "merged", "the same item again"): 1,
            ("item", "post", "draft", "skipped", FAILED): 1,
            ("item", "attachment", "inherit", "merged", "media.json"): 1,
            ("comment", "comment", "written"): 6,
            ("comment", "pingback", "skipped"): 2,
        }
    )


TERMS = {"written": 2, "merged": 1}


def test_it_adds_up() -> None:
    account = reconcile(census(), tallies(), TERMS, 1)
    assert account.faults == []
    shown = account.show()
    assert shown["adds_up"] is True
    assert [(row["type"], row["status"], row["in"], row["written"], row["skipped"]) for row in shown["items"]] == [
        ("attachment", "inherit", 1, 0, 0),
        ("post", "draft", 1, 0, 1),
        ("post", "publish", 2, 1, 0),
    ]
    assert shown["items"][2]["reasons"] == {"merged": {"the same item again": 1}}
    assert shown["comments"] == {
        "in": 8, "written": 6, "merged": 0, "withheld": 0, "skipped": 2, "reasons": {"skipped": {"pingback": 2}},
    }  # fmt: skip
    assert shown["terms"]["merged"] == 1
    assert shown["attachments"]["written"] == 1


def test_what_is_lost_is_named() -> None:
    lost = tallies()
    del lost["item", "post", "draft", "skipped", FAILED]
    lost["comment", "comment", "written"] = 5
    account = reconcile(census(), lost, {"written": 2}, 0)
    assert account.faults == [
        "items of type 'post', status 'draft': 1 in, 0 accounted for",
        "comments: 8 in, 7 accounted for",
        "terms: 3 in, 2 accounted for",
        "attachments: 1 in, 0 accounted for",
    ]
    assert account.show()["adds_up"] is False


def test_what_came_from_nowhere_is_named() -> None:
    more = tallies()
    more["item", "page", "publish", "written", ""] = 1
    assert reconcile(census(), more, TERMS, 1).faults == [
        "items of type 'page', status 'publish': 0 in, 1 accounted for"
    ]


def test_the_census_survives_a_stop() -> None:
    assert Census.parse(census().dump()) == census()
    assert census().repeated == [1]
