"""The slow link of the tests is one: late, in order, whole, and full when it is full."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal.link import IMMEDIATE, PIECE, Lane, Link, SlowSession, Speed

KILO = Speed(1000, 0.5)
ECHO = """
import sys, tty
tty.setraw(0)
print("\\x1b[3;5Hready\\x1b[6n", end="", flush=True)
heard = sys.stdin.buffer.raw
while (data := heard.read(64)) != b"q":
    print(data, end="\\r\\n", flush=True)
"""


def test_what_is_sent_arrives_after_it_has_left_and_travelled() -> None:
    lane = Lane(KILO)
    lane.put(b"x" * 1000, 10.0)
    assert lane.due == pytest.approx(10 + PIECE / 1000 + 0.25)
    assert lane.take(10.25) == b""
    assert len(lane.take(10.75)) in range(500 - PIECE, 501)
    lane.take(11.249)
    assert lane.queued > 0
    lane.take(11.251)
    assert lane.queued == 0
    assert lane.due is None


@given(st.lists(st.tuples(st.binary(max_size=200), st.floats(0, 1))))
def test_everything_arrives_in_order_and_not_faster_than_the_rate(
    sent: list[tuple[bytes, float]],
) -> None:
    lane, now, arrived = Lane(KILO), 0.0, bytearray()
    for data, pause in sent:
        lane.put(data, now)
        now += pause
        arrived += lane.take(now)
        assert len(arrived) <= max(0.0, now - 0.25) * 1000 + 1e-6
    arrived += lane.take(now + 1000)
    assert bytes(arrived) == b"".join(data for data, _ in sent)
    assert lane.most <= sum(len(data) for data, _ in sent)


def test_a_full_lane_has_room_again_when_something_has_arrived() -> None:
    lane = Lane(KILO, window=100)
    lane.put(b"x" * 100, 0.0)
    assert lane.room == 0
    taken = lane.take(0.3)
    assert lane.room == len(taken) > 0


def test_a_link_that_becomes_faster_has_nothing_on_its_way() -> None:
    lane = Lane(Speed(1, 10))
    lane.put(b"x" * 100, 0.0)
    lane.speed = IMMEDIATE
    assert lane.take(0.1) == b"x" * 100


def test_a_session_at_the_far_end_types_reads_and_answers() -> None:
    link = Link(Speed(2000, 0.1))
    with SlowSession([sys.executable, "-c", ECHO], link=link) as session:
        session.wait_for_text("ready")
        session.wait_for_text("b'\\x1b[1;1R'")
        session.press("j")
        session.wait_for_text("b'j'")
        session.wait_until_idle()
        assert not link.under_way
        session.press("q")
        assert session.wait_for_exit() == 0
