"""An app that notices when briefs change on disk: now and then, and when it is asked to."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.tui.opening import OpeningApp
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.screens.explorer import ExplorerScreen

if TYPE_CHECKING:
    from textual.timer import Timer

    from sahel_tui.reading import Reading
    from sahel_tui.tui.ahead import Opened
    from sahel_tui.tui.brief_files import News
    from sahel_tui.tui.renewing import Renewed

EVERY = 5.0
"""Seconds between two looks while nothing else is done."""
_SHARE = 50
"""So many times as long as a look took there is none."""


class _Shown(NamedTuple):
    """A screen with a brief, and what that was when it was read."""

    screen: DialogScreen
    path: Path
    stamps: str
    reading: Reading | None
    news: News


class NoticingApp(OpeningApp):
    """What is noticed is read again by the library; the briefs that are shown say so and stay."""

    _looks = False
    """Whether a thread looks."""
    _asked_meanwhile = False
    _was_away = False
    _look_timer: Timer | None = None

    def on_mount(self) -> None:
        """Look for the first time in a while."""
        self._look_timer = self.set_timer(EVERY, self._look_now_and_then)

    def on_app_blur(self) -> None:
        """Whoever goes elsewhere may change a brief there."""
        self._was_away = True

    def on_app_focus(self) -> None:
        """Look, where somebody comes back: terminals also say so at the start."""
        if self._was_away:
            self._was_away = False
            self._look(asked=False)

    def action_look_again(self) -> None:
        """Look for changes, and say what came of it."""
        self._say_here("Looking for changed briefs …")
        self._look(asked=True)

    def action_reload_brief(self) -> None:
        """Read the brief that is shown again; one that is gone stays. Others are looked at, too."""
        shown = self.brief_screen
        if isinstance(shown, ExplorerScreen) and not os.path.lexists(shown.file):
            shown.set_news("gone")
        else:
            super().action_reload_brief()
        self._look(asked=False)

    def _look_now_and_then(self) -> None:
        if self.screen_stack and self._is_settled():
            self._look(asked=False)
        else:  # a key is being answered
            self._look_timer = self.set_timer(EVERY, self._look_now_and_then)

    def _look(self, *, asked: bool) -> None:
        if self._looks:
            self._asked_meanwhile |= asked
            return
        self._looks = True
        if self._look_timer is not None:
            self._look_timer.stop()
        shown = [
            _Shown(one, Path(one.file), one.stamps, _reading(one), one.news)
            for mode in self._screen_stacks.values()
            for one in mode
            if isinstance(one, DialogScreen) and one.stamps
        ]
        self.run_worker(lambda: self._look_at(shown, asked), thread=True, group="look")

    # In a thread --------------------------------------------------------------------------------

    def _look_at(self, shown: list[_Shown], asked: bool) -> None:
        from sahel_tui.tui.brief_files import news_of
        from sahel_tui.tui.renewing import Renewed

        began, news, found = monotonic(), [], Renewed()
        try:
            for one in shown:
                with suppress(Exception):  # what can't be looked at stays as it is
                    news.append((one, news_of(one.path, one.stamps, one.reading, self._read_now)))
            noticed = {str(one.path) for one, now in news if now != one.news}
            if self._shelf is not None:
                found = self._shelf.renew(noticed, asked=asked)
        except Exception as error:  # a fault of our own: what is shown stays
            found = Renewed(trouble=f"changes could not be read: {type(error).__name__}")
        with suppress(RuntimeError):  # the app has ended meanwhile
            took = monotonic() - began
            self.call_from_thread(self.call_later, self._looked, news, found, asked, took)

    def _read_now(self, path: Path) -> Opened:
        return self.reader.opened(path)

    def _looked(
        self, news: list[tuple[_Shown, News]], found: Renewed, asked: bool, took: float
    ) -> None:
        self._looks = False
        for one, now in news:
            if one.screen.is_mounted and one.screen.news != now:
                one.screen.set_news(now)
        if asked or found.is_news:
            words = found.words
            self._say_here(f"{words[:1].upper()}{words[1:]}.")
        if self._asked_meanwhile:
            self._asked_meanwhile = False
            self._look(asked=True)
            return
        wait = max(EVERY, took * _SHARE)
        self._look_timer = self.set_timer(wait, self._look_now_and_then)

    def _say_here(self, words: str) -> None:
        if self.screen_stack and isinstance(self.screen, DialogScreen):
            self.screen.say(words)


def _reading(screen: DialogScreen) -> Reading | None:
    return screen.reading if isinstance(screen, ExplorerScreen) else None
