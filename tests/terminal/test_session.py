"""The terminal that the tests look through shows what a terminal would."""

from __future__ import annotations

import sys

import pytest

from tests.terminal.session import Session

ECHO = "import sys\nprint('ready')\nfor line in sys.stdin: print('got', line.encode().hex())\n"


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def test_keys_go_in_and_the_screen_comes_out() -> None:
    with Session(python(ECHO)) as session:
        session.wait_for_text("ready")
        session.press("a", "up", "enter")
        session.wait_for_text("got 611b5b410a")
        session.wait_until_idle()
        assert session.lines[0] == "ready"


def test_the_exit_code_is_the_programs() -> None:
    with Session(python("print('bye'); raise SystemExit(3)")) as session:
        assert session.wait_for_exit() == 3
        assert b"bye\r\n" in session.raw


def test_ctrl_c_reaches_the_program_as_a_signal() -> None:
    with Session(python(ECHO)) as session:
        session.wait_for_text("ready")
        session.press("ctrl+c")
        assert session.wait_for_exit() != 0
        assert b"KeyboardInterrupt" in session.raw


def test_waiting_for_what_never_comes_shows_the_screen() -> None:
    with (
        Session(python("print('something else')")) as session,
        pytest.raises(AssertionError, match="something else"),
    ):
        session.wait_for_text("never")


def test_the_program_sees_its_size_and_a_change_of_it() -> None:
    program = (
        "import os, signal\n"
        "show = lambda *_: os.write(1, b'%d %d\\n' % os.get_terminal_size())\n"
        "signal.signal(signal.SIGWINCH, show); show()\nwhile True: signal.pause()"
    )
    with Session(python(program), columns=100, rows=30) as session:
        session.wait_for_text("100 30")
        session.resize(40, 12)
        session.wait_for_text("40 12")
        assert len(session.lines) == 12


@pytest.mark.parametrize(
    ("query", "answer"),
    [("\\x1b[6n", "1b5b313b3152"), ("\\x1b[?2026$p", "1b5b3f323032363b302479")],
)
def test_a_terminal_answers_queries(query: str, answer: str) -> None:
    program = (
        "import os, tty; tty.setraw(0)\n"
        f"os.write(1, b'{query}'); print(os.read(0, 99).hex(), flush=True)"
    )
    with Session(python(program)) as session:
        session.wait_for_text(answer)


def test_private_sequences_leave_no_trace_on_the_screen() -> None:
    program = r"import os; os.write(1, b'a\x1b[>1ub\x1b[<uc\x1b[?2026$pd\n'); os.read(0, 1)"
    with Session(python(program)) as session:
        session.wait_for_text("abcd")
