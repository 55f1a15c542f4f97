"""Nothing from outside reaches the terminal raw, whichever widget or message it comes by."""

from __future__ import annotations

import asyncio
import os
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.drivers.headless_driver import HeadlessDriver
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList, RichLog, Static, TextArea, Tree

from sahel_tui.tui.guard import GuardedApp, SafeFilter, fenced

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

HOSTILE = (
    "<\x1b[31mred\x1b]0;title\x07\x00\x0e\x7f\x85\x9b2J\u202e\u2066\u200b\u200d\ufeff\u00ad"
    "\U000e0041\ue000\u2028\udc80\U0001f468\u200d\U0001f680❤\ufe0f>"
)
NEVER_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
OWN = re.compile(r"\x1b[78DM]|\x1b\[[0-9;?$<>]*[A-Za-z]|\x1b\]22;[a-z]*\x07|\r")


def raw(written: str) -> set[str]:
    """What is neither shown as itself nor a part of Textual's own sequences."""
    left = OWN.sub("", written).replace("\n", "")
    return {character for character in left if unicodedata.category(character) in NEVER_SHOWN}


class Recorder(HeadlessDriver):
    """A terminal that keeps what is written to it."""

    written = ""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written += data


class Drawn(Widget):
    """A widget that draws a text from outside in its own line."""

    DEFAULT_CSS = "Drawn { height: 1; border: solid red; }"

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        return Strip([Segment(HOSTILE, Style(link="http://example.invalid/\x1b\x07"))])


class Everything(GuardedApp[None]):
    """A text from outside in every kind of widget, unsafe as it is."""

    CSS = "* { height: 3; }"

    def compose(self) -> ComposeResult:
        drawn = Drawn()
        drawn.border_title = drawn.border_subtitle = HOSTILE
        drawn.tooltip = HOSTILE
        yield drawn
        yield Static(HOSTILE, markup=False)
        yield Static(Content(HOSTILE))
        yield Input(HOSTILE, placeholder=HOSTILE)
        yield OptionList(Content(HOSTILE))
        yield TextArea(HOSTILE)
        yield Tree(HOSTILE)
        yield RichLog()
        yield DataTable()

    def on_mount(self) -> None:
        self.query_one(RichLog).write(HOSTILE)
        table: DataTable[str] = self.query_one(DataTable)
        table.add_column(HOSTILE)
        table.add_row(HOSTILE)
        self.notify(HOSTILE + "[/]", title=HOSTILE)
        self.bell()


def written_by(app: GuardedApp[Any], size: tuple[int, int] = (80, 50)) -> str:
    """What an app writes until it has drawn itself and come to rest."""

    async def rest(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        app.exit()

    async def run() -> str:
        await app.run_async(headless=False, size=size, auto_pilot=rest)
        assert isinstance(app._driver, Recorder)
        return app._driver.written

    return asyncio.run(run())


@pytest.mark.parametrize("colours", ["terminal", "true", "none"])
def test_no_widget_shows_a_text_raw(colours: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    app = Everything(driver_class=Recorder, ansi_color=colours == "terminal")
    written = written_by(app)
    assert raw(written.replace("\x07", "", 1)) == set()
    assert "\x1b[31mred" not in written
    assert written.count("[31mred") >= 9
    assert "example.invalid" not in written


def test_what_replaces_a_character_leaves_the_rest_of_the_row_in_place() -> None:
    screen = pyte.Screen(80, 50)
    pyte.Stream(screen).feed(written_by(Everything(driver_class=Recorder)))
    row = next(line for line in screen.display if "[31mred" in line)
    assert "<[31mred]0;title2J" in row
    frame = [line for line in screen.display if line.startswith("│")]
    assert frame
    assert all(line.rstrip().endswith("│") for line in frame)


@pytest.mark.parametrize(
    "text", ["[bold]literal[/bold]", "[@click=app.bell]x[/]", "[/]", "[link=a]b"]
)
def test_brackets_stay_literal(text: str) -> None:
    class Literal(GuardedApp[None]):
        def compose(self) -> ComposeResult:
            yield Static(text, markup=False)
            yield Static(Content(text))

        def on_mount(self) -> None:
            self.notify(text, title=text)

    screen = pyte.Screen(80, 50)
    pyte.Stream(screen).feed(written_by(Literal(driver_class=Recorder)))
    assert "\n".join(screen.display).count(text) == 4


def test_a_message_at_exit_is_guarded(capsys: pytest.CaptureFixture[str]) -> None:
    class Leaving(GuardedApp[None]):
        def on_mount(self) -> None:
            self.exit(message=f"goodbye {HOSTILE}")

    asyncio.run(Leaving().run_async(headless=True))
    err = capsys.readouterr().err
    assert "goodbye <␛[31mred" in err
    assert raw(err) == set()


def test_a_text_is_copied_though_it_has_a_lone_surrogate() -> None:
    class Copying(GuardedApp[None]):
        def on_mount(self) -> None:
            self.copy_to_clipboard("a\udc80")

    assert "\x1b]52;c;YT8=\x07" in written_by(Copying(driver_class=Recorder))


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\n❤\ufe0f\u200d漢")))
def test_the_filter_keeps_the_width_of_every_segment(text: str) -> None:
    style = Style(bold=True)
    (kept,) = SafeFilter().apply([Segment(text, style)], Color(0, 0, 0))
    assert cell_len(kept.text) == cell_len(text)
    assert kept.style == style
    assert SafeFilter().apply([kept], Color(0, 0, 0))[0].text == kept.text
    assert fenced(kept.text) == kept.text


def test_the_filter_hands_safe_lines_through() -> None:
    segments = [Segment("né 条約 ❤"), Segment("x", Style(bold=True))]
    assert SafeFilter().apply(segments, Color(0, 0, 0)) is segments


@pytest.mark.parametrize(
    "data",
    [
        "plain né 条約\r\n",
        "\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[>25u\x1b[?2026$p\x1b[?2048$p\x1b[?7l\x1b[<u",
        "\x1b[1;31;48;2;0;0;0mred\x1b[0m\x1b[2;5H\x1b[K\x1b[6n\x1b[1;20r\x1b[3S\x1bM",
        "\x1b[?2026h\x1b[?2026l",
        "\x1b]52;c;YWJj\x07",
        "\x1bP\x1b]52;c;YWJj\x1b\\\x1bPZGVm\x07\x1b\\",
        "\x1b]22;default\x07",
        "\x07",
    ],
)
def test_our_own_sequences_pass_as_they_are(data: str) -> None:
    assert fenced(data) == data


@pytest.mark.parametrize(
    ("data", "passed"),
    [
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x1b]8;;http://x\x1b\\link", "␛]8;;http://x␛\\link"),
        ("\x1b]52;c;?\x07", "␛]52;c;?␇"),
        ("a\x1b]52;c;YWJj\x07", "a␛]52;c;YWJj␇"),
        ("\x1bP\x1b]52;c;YWJj\x07\x1b\\z", "␛P␛]52;c;YWJj␇␛\\z"),
        ("\x1b[21t\x1b[?47h\x1b[5n\x1b[0c", "␛[21t␛[?47h␛[5n␛[0c"),
        ("\x1bP+q\x1b\\", "␛P+q␛\\"),
        ("\x1bc", "␛c"),
        ("\x1b", "␛"),
        ("\x1b[31mred\x1b[", "\x1b[31mred␛["),
        ("\x1b\x1b[0m[0m", "␛\x1b[0m[0m"),
        ("a\tb\x00\x7f", "a␉b␀␡"),
        ("\x9b31m\u202e\udc80", "\ufffd31m\ufffd\ufffd"),
    ],
)
def test_no_other_sequence_is_written(data: str, passed: str) -> None:
    assert fenced(data) == passed


@given(st.text(st.characters(exclude_categories=())).map(lambda text: text + "\x1b[m"))
def test_whatever_is_written_can_be_encoded_and_nothing_unsafe_is_in_it(text: str) -> None:
    passed = fenced(text)
    passed.encode()
    assert raw(passed) == set()
    assert fenced(passed) == passed


def test_the_driver_of_an_app_is_fenced() -> None:
    class Writing(GuardedApp[None]):
        def on_mount(self) -> None:
            assert self._driver is not None
            self._driver.write("\x1b]0;title\x07")

    assert "␛]0;title␇" in written_by(Writing(driver_class=Recorder))


def test_the_version_of_unicode_in_the_environment_does_not_move_the_layout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("UNICODE_VERSION", "4.1.0")
    GuardedApp()
    assert "UNICODE_VERSION" not in os.environ
