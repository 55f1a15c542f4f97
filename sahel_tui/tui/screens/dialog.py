"""A screen whose panes give way to a dialog, and come back as they were."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import Reactive
from textual.screen import UPDATE_PERIOD, Screen
from textual.widget import Widget  # noqa: TC002 - Textual reads the annotation of a reactive

from sahel_tui.tui.layouts import is_too_small
from sahel_tui.tui.made_quickly import MadeQuickly
from sahel_tui.tui.screens.steady import SteadyCompositor
from sahel_tui.tui.widgets.choice_list import DialogList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.timer import Timer

    from sahel_tui.tui.brief_files import News
    from sahel_tui.tui.messages import ItemChosen
    from sahel_tui.tui.screens.travels import Left
    from sahel_tui.tui.widgets.choice_list import Draw

    LibraryLeft = tuple[tuple[str, tuple[str, str]], ...]
    """By the ids of the lists, what each filters and what it searches."""
    Chosen = Callable[[int], None]
    """What happens to the item that was chosen."""

_SECONDS_TO_READ = 4
_ROUNDS = 4
"""Turns of the loop in which what a key has set off goes from widget to widget."""


class DialogScreen(MadeQuickly, Screen[None]):
    """While its dialog is open, the screen's own keys do nothing.

    The dialog stands in the place of the panes: all the room there is on a small terminal, and no
    text of another pane beside its own.
    """

    PANES: ClassVar[str]
    """The selector of what gives way."""
    ASKED_BY: ClassVar[str] = ""
    """The app's action that leads here: on this screen it does nothing."""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Textual would draw the whole screen anew when the focus moves: panes draw their headings."""
    dialog: DialogList | None = None
    """Mounted when it is first needed."""
    marking: str = ""
    """What the banners say."""
    file: str = ""
    """The brief that is shown, as it was named; empty where the screen shows something else."""
    stamps: str = ""
    """The files of that brief as they were when it was read."""
    news: News = ""
    """What became of them since."""
    shows_library: bool = False
    """Whether its panes show the whole library."""
    is_typing: bool = False
    """Whether a line is open in which one types: the screen's own keys do nothing then."""
    remark: str = ""
    """What the status says for some seconds."""
    _left: Left | None = None
    """What was left of an earlier reading of the brief, and is not picked up yet."""
    _remark_timer: Timer | None = None
    _drawing_timer: Timer | None = None
    _chosen: Chosen | None = None
    _asked_from: Widget | None = None

    _small: Widget | None = None
    """Says that nothing fits; mounted when it is first needed."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SteadyCompositor()

    @property
    def _update_timer(self) -> Timer:
        """Runs while something is to be drawn."""
        if self._drawing_timer is None:
            self._drawing_timer = self.set_interval(UPDATE_PERIOD, self._draw_settled, pause=True)
        return self._drawing_timer

    async def _draw_settled(self) -> None:
        """Draw once what changes in several widgets, which tell of it one after the other."""
        for _ in range(_ROUNDS):
            await asyncio.sleep(0)
        self._on_timer_update()

    def on_resize(self, event: events.Resize) -> None:
        """In a window that nothing fits into, say so."""
        small = is_too_small(*event.size)
        if small and self._small is None:
            from sahel_tui.tui.widgets.small_note import SmallNote

            self._small = SmallNote(self.marking)
            self.mount(self._small)
        if self._small is not None:
            self._small.display = small

    @property
    def has_dialog(self) -> bool:
        """Whether the dialog is open."""
        return self.dialog is not None and self.dialog.display

    def ask(
        self, title: str, count: int, draw: Draw, chosen: Chosen | None = None, *, at: int = 0
    ) -> None:
        """Show items to read or to choose from, in the place of what the dialog shows."""
        if not self.has_dialog:
            self._asked_from = self.focused
        self._chosen = chosen
        if self.dialog is None:
            self.dialog = DialogList(id="dialog")
            self.mount(self.dialog, after=self.PANES)
        self.dialog.set_items(title, count, draw, at)
        self.dialog.display = True
        self.set_focus(self.dialog)
        self.query_one(self.PANES).display = False

    def say(self, remark: str) -> None:
        """Say something in the status, for some seconds."""
        self.remark = remark
        if self._remark_timer is not None:
            self._remark_timer.stop()
        if remark:
            self._remark_timer = self.set_timer(_SECONDS_TO_READ, lambda: self.say(""))
        if self.is_mounted:
            self.say_status()
        else:  # a copy may be sent while the next screen is coming
            self.call_later(self.say_status)

    def say_status(self) -> None:
        """Bring the status up to date; here there is none."""

    def left(self) -> Left | None:
        """What another reading of the brief can pick up of this one."""
        return self._left

    def resume(self, left: Left | None) -> None:
        """Go to where another reading was left, once mounted; of a brief with errors, later."""
        self._left = left

    def set_news(self, news: News) -> None:
        """The brief that is shown has changed on disk, or is as it was; what is shown stays."""
        self.news = news

    def library_left(self) -> LibraryLeft | None:
        """What the lists of the library filter and search; None where none are shown."""
        return None

    def library_grew(self) -> None:
        """More of the library has been read; this screen shows none of it."""

    def action_close_dialog(self) -> None:
        """Close the dialog; the focus goes back to where it was."""
        if self.dialog is not None:
            self.query_one(self.PANES).display = True
            self.set_focus(self._asked_from)
            self.dialog.display = False

    def on_item_chosen(self, message: ItemChosen) -> None:
        """The dialog is answered."""
        if self.dialog is None or message.pane is not self.dialog:
            return
        message.stop()
        chosen, item = self._chosen, self.dialog.cursor
        self.action_close_dialog()
        if chosen is not None:
            chosen(item)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing but the dialog works while it is open."""
        if action != "close_dialog" and self.has_dialog:
            return False
        return super().check_action(action, parameters)
