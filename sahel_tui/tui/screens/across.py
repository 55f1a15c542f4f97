"""What the screens across briefs share: banners, a title, a body, detail and status."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.errors import SahelError
from sahel_tui.render.line import Line
from sahel_tui.render.styles import STRONG
from sahel_tui.render.words import quoted
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.screens.copying_across import CopiesAcross
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.widgets.bars import NO_MARKING, BannerBar, DetailBar, LineBar
from sahel_tui.tui.widgets.line_cache import Frame, LineCache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget
    from textual.widgets import Input

    from sahel_tui.tui.messages import ItemHighlighted
    from sahel_tui.tui.widgets.prompt_bar import PromptBar, PromptLine, Purpose


class AcrossScreen(CopiesAcross):
    """A screen over the one that it was asked for from: closing it comes back there."""

    PANES: ClassVar[str] = "#across"
    DEFAULT_CSS = """
    AcrossScreen #across { width: 1fr; height: 1fr; layout: vertical; }
    AcrossScreen.beside #across { layout: horizontal; }
    AcrossScreen.beside #preview { border-left: vkey ansi_default; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("across.back", "go_back"),
        bound("across.clear", "clear_filter"),
        bound("across.filter", "open_prompt"),
        bound("find.library", "app.search_library"),
        bound("brief.open", "app.open_briefs"),
        bound("library.reload", "app.look_again"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._styles_cache = LineCache()
        self._prompt: PromptLine | None = None
        self._before = ""
        """The filter that stood when typing began."""

    # What a screen gives ------------------------------------------------------------------------

    under_marking: str | None = None
    """The marking of the screen that this one was asked for from."""
    filter_text = ""
    """What is filtered."""

    def body(self) -> Iterable[Widget]:
        """What stands between title and detail."""
        raise NotImplementedError

    def title_words(self) -> str:
        """What the screen shows."""
        raise NotImplementedError

    def title_lines(self) -> Sequence[Line]:
        """The same as lines."""
        return [Line(f" {self.title_words()}", STRONG)]

    def detail_words(self) -> str:
        """All that the row under the cursor may have had no room for."""
        raise NotImplementedError

    def status_words(self) -> str:
        """The keys that lead on."""
        raise NotImplementedError

    def filter_rows(self, text: str) -> None:
        """Hide the rows that don't match."""
        raise NotImplementedError

    # The frame ----------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Banner, title, body, detail, status, banner."""
        yield BannerBar(id="top")
        yield LineBar(id="title")
        with Frame(id="across"):
            yield from self.body()
        yield DetailBar(id="detail")
        yield LineBar(id="status")
        yield BannerBar(id="bottom")

    def set_marking(self, marking: str | None) -> None:
        """The highest marking of what is shown."""
        for banner in self.query(BannerBar):
            banner.set_marking(marking)
            self.marking = banner.marking

    def begin_marking(self) -> None:
        """Before anything is known: what the screen under this one is marked with."""
        stack = self.app.screen_stack
        under = stack[stack.index(self) - 1] if self in stack[1:] else None
        shown = under.marking if isinstance(under, DialogScreen) else ""
        self.under_marking = shown if shown and shown != NO_MARKING else None
        self.set_marking(self.under_marking)

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another arrangement."""
        del event
        self.lay_out()
        self.tell()

    def lay_out(self) -> None:
        """As much detail as there is room for."""
        self.query_one("#detail").styles.height = 2 if self.app.size.height >= 30 else 1

    def on_item_highlighted(self, message: ItemHighlighted) -> None:
        """The cursor moved."""
        message.stop()
        self.tell()

    def tell(self) -> None:
        """Bring title, detail and status up to date."""
        self.query_one("#title", LineBar).set_lines(self.title_lines())
        self.query_one(DetailBar).set_text(self.detail_words())
        cells = self.app.size.width
        help_ = f" {self.key('app.help')} help "
        line = Line(" ").field(self.remark or self.status_words(), cells - len(help_) - 1)
        self.query_one("#status", LineBar).set_lines([line.add(help_)])

    def key(self, binding_id: str) -> str:
        """The first key of a binding, as a person reads it."""
        return shown_key(self.app, binding_id)

    def hand(self, show: Callable[..., None], *found: object) -> None:
        """From a thread: hand over what was found, unless the screen or the app is gone."""
        with suppress(RuntimeError):
            self.app.call_from_thread(self.call_later, show, *found)

    def _heeding(
        self, work: Callable[[], None], failed: Callable[[str], None] | None = None
    ) -> Callable[[], None]:
        """Work for a thread that ends when nobody waits for it, and says why it can't go on.

        Where more than a remark is to become of that, `failed` is told.
        """

        def heed() -> None:
            from sahel_tui.index.failures import StoppedError

            try:
                work()
            except StoppedError:
                return
            except SahelError as error:
                self.hand(failed or self.say, str(error))

        return heed

    def say_status(self) -> None:
        """A remark stands in the status, which goes with the rest."""
        self.tell()

    def action_go_back(self) -> None:
        """Back to the screen that this one was asked for from."""
        self.app.pop_screen()

    # The filter ---------------------------------------------------------------------------------

    def action_clear_filter(self) -> None:
        """Clear the filter; without one, go back."""
        if self.filter_text:
            self.filter_rows("")
        else:
            self.action_go_back()

    async def action_open_prompt(self) -> None:
        """Type a filter."""
        if self._prompt is None:
            from sahel_tui.tui.widgets.prompt_bar import PromptLine

            self._prompt = PromptLine(id="prompt")
            await self.mount(self._prompt, after="#status")
        self._before = self.filter_text
        self._show_prompt(shown=True)
        purpose: Purpose = "filter"
        self._prompt.open_for(purpose, self._before)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as it is typed."""
        event.stop()
        if self.is_typing and event.value != self.filter_text:
            self.filter_rows(event.value)

    def on_prompt_bar_closed(self, event: PromptBar.Closed) -> None:
        """Typing ended: keep it, or put back what stood before."""
        event.stop()
        if not event.kept and self.filter_text != self._before:
            self.filter_rows(self._before)
        self._show_prompt(shown=False)
        self.tell()

    def _show_prompt(self, *, shown: bool) -> None:
        if self._prompt is not None:
            self._prompt.display = self.is_typing = shown
        self.query_one("#status").display = not shown
        if not shown:
            self.set_focus(self.query_one(self.FOCUSED))

    FOCUSED: ClassVar[str] = "#rows"
    """The selector of what has the focus, but for dialogs and the prompt."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types, the screen's own keys do nothing."""
        return False if self.is_typing else super().check_action(action, parameters)

    def filter_words(self, hidden: int, total: int, near: tuple[str, ...] = ()) -> str:
        """What the filter hides, and which words it took for those that are nowhere."""
        if not self.filter_text:
            return ""
        words = f"& hides {hidden:,} of {total:,}: {quoted(self.filter_text)}"
        return f"{words} nowhere, taken for {', '.join(near[:3])}" if near else words
