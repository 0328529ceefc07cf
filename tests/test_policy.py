"""What becomes of an item, by its type and status: what has no page of its own is never among public documents."""

from __future__ import annotations

import pytest

from migrator import policy_types
from migrator.model import Record
from migrator.options import Options
from migrator.policy import decide, verdict_on
from tests.sites import make_site

GROUPS = (frozenset(policy_types.MERGED), policy_types.COUNTED, policy_types.PERSONAL, policy_types.PARTS)


def test_a_type_stands_in_one_table() -> None:
    assert len(frozenset().union(*GROUPS)) == sum(map(len, GROUPS))


@pytest.mark.parametrize("kind", ["shop_order", "shop_coupon", "sfwd-essays", "wpcf7_contact_form", "popup", "draft"])
@pytest.mark.parametrize("status", ["publish", "inherit", "", "draft", "wc-completed"])
def test_what_has_no_page_is_kept_apart_whatever_its_status_says(kind: str, status: str) -> None:
    assert decide(Record(type=kind, status=status), Options()) == ("written", "", False)


@pytest.mark.parametrize("kind", ["post", "page", "product", "staff_profile", "listing", "sidebar", "wp_block"])
def test_other_types_have_pages(kind: str) -> None:
    assert decide(Record(type=kind, status="publish"), Options()) == ("written", "", True)


@pytest.mark.parametrize("kind", ["acf-field", "acf-field-group", "nf_sub", "flamingo_inbound", "feedback", "revision"])
def test_machinery_and_messages_are_counted(kind: str) -> None:
    verdict = decide(Record(type=kind, status="publish"), Options())
    assert verdict[:2] == ("skipped", f"type {kind} is not content")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (Record(type="shop_order", status="publish"), "type shop_order has no page"),
        (Record(type="shop_order", status="wc-completed"), "status wc-completed"),
        (Record(type="popup", status="publish", protected=True), "password-protected"),
    ],
)
def test_what_is_withheld_says_why(record: Record, reason: str) -> None:
    assert decide(record, Options(unpublished="skip")) == ("withheld", reason, False)


@pytest.mark.parametrize(
    ("kind", "status", "public"),
    [
        ("post", "publish", True),
        ("ml-slider", "publish", True),
        ("ml-slider", "draft", False),
        ("job_application", "publish", False),
        ("post", "private", False),
    ],
)
def test_an_upload_is_as_public_as_what_shows_it(kind: str, status: str, public: bool) -> None:
    upload = Record(type="attachment", id=2, parent=1, status="inherit")
    site = make_site(Record(type=kind, id=1, status=status), upload)
    assert verdict_on(upload, site) == ("merged", "media.json", public)
