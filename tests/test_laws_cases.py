"""The laws hold for every case, too: what documents a rule loses no word and is at rest when it is cleaned again."""

from __future__ import annotations

import pytest

from migrator.convert import convert
from migrator.model import Record
from tests.laws import broken, restless
from tests.sites import BASE, make_site
from tests.test_cases import ALL, Case


@pytest.mark.filterwarnings("ignore::html5lib.constants.DataLossWarning")
@pytest.mark.parametrize("case", [case for _, case in ALL], ids=[name for name, _ in ALL])
def test_a_case_is_lawful(case: Case) -> None:
    record = Record(
        id=1,
        type="post",
        status="publish",
        slug="story",
        title="Story",
        link=f"{BASE}/2024/03/10/story/",
        date="2024-03-10 10:00:00",
        date_gmt="2024-03-10 14:00:00",
        content=case.content,
    )
    site = make_site(record)
    assert broken(record, convert(record, site)) == []
    assert restless(case.content, site) == []
