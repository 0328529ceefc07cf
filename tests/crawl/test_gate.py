"""How long a host is left alone: by its own pace, by its wish, by the user's, by what it suffered."""

from __future__ import annotations

from itertools import pairwise

import pytest

from migrator.crawl.failures import TooLong
from migrator.crawl.gate import DOWN_AFTER, FIRST_PAUSE, LONGEST_PAUSE, LONGEST_REST, LOST_AFTER, Gate
from tests.crawl.fetching import Time

HOST = "site.example"


@pytest.fixture
def time() -> Time:
    return Time()


def ask(gate: Gate, time: Time, *, takes: float = 0.0, well: bool = True, host: str = HOST) -> float:
    """Ask a host once; return the seconds that were waited before."""
    before = len(time.slept)
    gate.wait(host)
    time.seconds += takes
    gate.answer(host, well=well)
    return sum(time.slept[before:])


def test_a_fast_host_is_not_waited_for(time: Time) -> None:
    gate = Gate(clock=time.clock())
    assert [ask(gate, time) for _ in range(5)] == [0] * 5


def test_a_slow_host_rests_as_long_as_it_works(time: Time) -> None:
    gate = Gate(clock=time.clock())
    waits = [ask(gate, time, takes=2) for _ in range(4)]
    assert waits == pytest.approx([0, 2, 2, 2])


def test_the_pace_follows_the_host(time: Time) -> None:
    gate = Gate(clock=time.clock())
    ask(gate, time, takes=4)
    waits = [ask(gate, time, takes=0.1) for _ in range(10)]
    assert waits == sorted(waits, reverse=True)
    assert waits[0] == pytest.approx(4)
    assert waits[-1] < 0.5


def test_a_very_slow_host_is_not_waited_for_forever(time: Time) -> None:
    gate = Gate(clock=time.clock())
    ask(gate, time, takes=100)
    assert ask(gate, time) == pytest.approx(LONGEST_REST)


@pytest.mark.parametrize(("rate", "seconds"), [(2.0, 0.5), (0.5, 2.0), (None, 0.0)])
def test_the_users_rate(time: Time, rate: float | None, seconds: float) -> None:
    gate = Gate(rate, clock=time.clock())
    assert [ask(gate, time) for _ in range(3)] == pytest.approx([0, seconds, seconds])


@pytest.mark.parametrize(("rate", "asked", "seconds"), [(2.0, 10.0, 10.0), (0.05, 10.0, 20.0), (None, 3.0, 3.0)])
def test_the_slower_of_two_wishes_counts(time: Time, rate: float | None, asked: float, seconds: float) -> None:
    gate = Gate(rate, clock=time.clock())
    gate.ask(HOST, asked)
    assert [ask(gate, time) for _ in range(3)] == pytest.approx([0, seconds, seconds])


def test_an_interval_is_from_one_request_to_the_next(time: Time) -> None:
    gate = Gate(0.2, clock=time.clock())
    ask(gate, time, takes=1)
    assert ask(gate, time, takes=1) == pytest.approx(4)


def test_hosts_do_not_wait_for_each_other(time: Time) -> None:
    gate = Gate(clock=time.clock())
    gate.pause(HOST, 60)
    assert ask(gate, time, host="other.example") == 0
    assert ask(gate, time) == pytest.approx(60)


def test_a_host_that_has_had_enough_is_asked_more_slowly_for_a_while(time: Time) -> None:
    gate = Gate(clock=time.clock())
    ask(gate, time)
    gate.pause(HOST, 10)
    waits = [ask(gate, time) for _ in range(20)]
    assert waits[0] == pytest.approx(10)
    assert 0 < waits[1] < 1
    assert waits[1:] == sorted(waits[1:], reverse=True)
    assert waits[-1] == 0


def test_pauses_grow_and_end(time: Time) -> None:
    gate = Gate(clock=time.clock())
    pauses = []
    for _ in range(12):
        gate.pause(HOST, None)
        pauses.append(ask(gate, time, well=False))
    assert FIRST_PAUSE <= pauses[0] < 2 * FIRST_PAUSE
    assert all(one < other for one, other in pairwise(pauses[:8]))
    assert max(pauses) <= 1.5 * LONGEST_PAUSE
    ask(gate, time)
    gate.pause(HOST, None)
    assert gate.left(HOST) < 30


def test_jitter_is_the_same_each_run() -> None:
    def paused(seed: int) -> float:
        gate = Gate(clock=Time().clock(), seed=seed)
        gate.pause(HOST, None)
        return gate.left(HOST)

    assert paused(1) == paused(1)
    assert paused(1) != paused(2)


def test_longer_than_may_be_waited(time: Time) -> None:
    gate = Gate(max_wait=30, clock=time.clock())
    gate.hold(HOST, 30)
    assert ask(gate, time) == pytest.approx(30)
    gate.hold(HOST, 31)
    with pytest.raises(TooLong) as caught:
        gate.wait(HOST)
    assert (round(caught.value.seconds), caught.value.host) == (31, HOST)


@pytest.mark.parametrize(("has_answered", "failures"), [(False, DOWN_AFTER), (True, LOST_AFTER)])
def test_a_host_that_is_down(time: Time, has_answered: bool, failures: int) -> None:
    gate = Gate(clock=time.clock())
    if has_answered:
        ask(gate, time)
    for _ in range(failures - 1):
        gate.fail(HOST, "the host can't be reached")
    assert not gate.down(HOST)
    gate.fail(HOST, "the host can't be reached")
    assert gate.down(HOST) == "the host can't be reached"


def test_a_host_that_answers_is_not_down(time: Time) -> None:
    gate = Gate(clock=time.clock())
    for _ in range(20):
        gate.fail(HOST, "the host can't be reached")
        ask(gate, time, well=False)
    assert not gate.down(HOST)
