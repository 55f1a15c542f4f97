"""The driver of the terminal: what Textual's own leaves undone, or overdoes."""

from __future__ import annotations

import io
import os
import re
import select
import signal
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from contextvars import copy_context
from time import monotonic, sleep
from typing import TYPE_CHECKING, cast

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from sahel_tui.tui.answers import Answers
from sahel_tui.tui.keymap import binds_alt
from sahel_tui.tui.lean.pace import ASK

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from sahel_tui.tui.fitted import FittedApp

_PRINTED = re.compile(r"\x1b\[(?:\?[0-9]+\$p|>[0-9]+u|<u)|\x1b\]22;[a-z-]*\x07")
"""What the Linux console and old terminals show in part: questions about modes, the keyboard of
kitty, the pointer's shape. Modes that they do not know (`?1049h`) they pass over."""
_ESCAPES = re.compile(r"\x1b\[20(?P<paste>[01])~|\x1b(?![\[O\]P_^X]|\Z)")
"""Where a paste begins and ends; and Escape with a key after it, or a key with Alt."""
_CLEARED = "\x1b[m\x1b[2J\x1b[H"
_ESC = "\x1b"
_LOOK = 0.1
"""Seconds between two looks at whether to go on."""
_PATIENCE = 2.0
"""Seconds in which the rest of a sequence comes, over however slow a link."""
_LAST_ANSWER = 1.0
"""Seconds to wait for an answer before the terminal is another program's, who would read it."""
_MOUSE = ("1000", "1006")
"""Clicks and the wheel, told in decimal numbers; no motion, which would be told at every cell."""


class _Parser(XTermParser):
    """Takes the mouse's places for cells, though a report of a size in pixels has come."""

    @property
    def mouse_pixels(self) -> bool:
        return False

    @mouse_pixels.setter
    def mouse_pixels(self, _: bool) -> None:
        """Textual's own would be set by such a report; pixels are not asked for."""


class TerminalDriver(LinuxDriver):
    """Draws on standard output, so that errors can go elsewhere; comes back from any stop."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._terminal = cast("FittedApp[object]", app).terminal
        self._asked = self._answered = 0.0
        """When the terminal was last asked where its cursor is, and when it last answered."""
        self._began = monotonic()
        self._pasting = False
        self._context = copy_context()
        """That of the app, which the thread of the keys has not."""
        if isinstance(sys.__stdout__, io.TextIOWrapper):
            # what the encoding lacks has its form by now; no other takes more cells than it had
            sys.__stdout__.reconfigure(encoding=self._terminal.encoding, errors="replace")
            self._file = sys.__stdout__

    def write(self, data: str) -> None:
        """Write what the terminal understands."""
        super().write(_PRINTED.sub("", data) if self._terminal.plain else data)
        if ASK in data:
            self._asked = monotonic()

    def process_message(self, message: Message) -> None:
        """Hand on what was read; an answer by the shortest way, for there is one at every frame."""
        if isinstance(message, events.CursorPosition):
            self._answered = monotonic()
            answered = cast("FittedApp[object]", self._app).on_cursor_position
            self._loop.call_soon_threadsafe(answered, context=self._context)
        else:
            super().process_message(message)

    def disable_input(self) -> None:
        """Read no more, once what is asked is answered: a shell would take it for keys."""
        reader = self._key_thread
        # one that never answers is waited for at the start alone, when nobody knows that yet
        latest = (monotonic() if self._answered else self._began) + _LAST_ANSWER
        while self._answered < self._asked and monotonic() < latest:
            if reader is None or not reader.is_alive():
                break
            sleep(_LOOK / 10)
        super().disable_input()

    def start_application_mode(self) -> None:
        """Begin to draw, and be told of every new size."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        signal.signal(signal.SIGWINCH, self._size_changed)

    def _size_changed(self, *_: object) -> None:
        """A handler of signals may interrupt another: the size is read when the loop comes to it.

        Textual's own reads it at once, and so an older one may be told after the last.
        """
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._tell_size, context=self._context)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def stop_application_mode(self) -> None:
        """Restore the terminal; one without a second screen is left blank."""
        if self._terminal.plain:
            self.write(_CLEARED)
        super().stop_application_mode()

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's own; Textual's way to it takes `COLUMNS`, and loads what nothing needs."""
        try:
            columns, rows = os.get_terminal_size(self.fileno)
        except (OSError, ValueError):
            return 80, 24
        return columns or 80, rows or 24

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write("".join(f"\x1b[?{mode}h" for mode in _MOUSE))

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write("".join(f"\x1b[?{mode}l" for mode in reversed(_MOUSE)))

    def _enable_mouse_pixels(self) -> None:
        """Cells are all that is asked for."""

    def run_input_thread(self) -> None:
        """Read what is typed, in the terminal's encoding; a byte that isn't of it stops nothing."""
        encoding = self._terminal.encoding
        typed = "utf-8" if encoding == "ascii" else encoding  # the locale is C: nobody said what
        decode = getincrementaldecoder(typed)(errors="replace").decode
        parser, answers, silent, last = _Parser(self._debug), Answers(), 0, ""
        try:
            while not self.exit_event.is_set():
                ready, _, _ = select.select([self.fileno], [], [], _LOOK)
                silent = 0 if ready else silent + 1
                if silent * _LOOK > _PATIENCE and not self._pasting:  # a paste always ends
                    answers.give_up()
                if ready:
                    data = os.read(self.fileno, 4096)
                    if not data:
                        return
                    text = answers.typed(last + decode(data))
                    last = _ESC if text.endswith(_ESC) else ""  # what follows tells what it is
                    parser = self._hand_on(parser, text.removesuffix(_ESC))
                elif last and not self._pasting:  # of a paste, more always comes
                    last = self._escape()
                for event in parser.tick():
                    self.process_message(event)
        finally:
            try:
                for _ in parser.feed(""):
                    pass
            except (EOFError, ParseError):
                pass

    def _escape(self) -> str:
        self.process_message(events.Key("escape", _ESC))
        return ""

    def _hand_on(self, parser: _Parser, text: str) -> _Parser:
        """Hand on the keys of a text: over a slow line Escape and the next come as one with Alt.

        Where a key with Alt is bound, it is that; a paste has no Escape.
        """
        done = 0
        for found in _ESCAPES.finditer(text):
            if found["paste"]:
                self._pasting = found["paste"] == "0"
            elif self._pasting or not binds_alt(self._app):
                parser = self._hand_on_keys(parser, text[done : found.start()])
                done = found.end()
                if not self._pasting:
                    self._escape()
        return self._hand_on_keys(parser, text[done:])

    def _hand_on_keys(self, parser: _Parser, text: str) -> _Parser:
        """Hand on what a text is taken apart into; a new parser after a key that none can be."""
        for character in text:
            try:
                typed = list(parser.feed(character))
            except (ArithmeticError, ValueError):
                parser, typed = _Parser(self._debug), []
            for event in typed:
                self.process_message(event)
        return parser

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop; one that nobody can prepare for (SIGSTOP) is made up for first."""
        if self._auto_restart and not self._must_signal_resume:
            self._asked = 0.0  # what has come in the meantime was another's to read
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()
