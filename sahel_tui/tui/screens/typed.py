"""What is typed and waits for Enter: done, or left in the prompt so that it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.widgets.bars import DetailBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from sahel_tui.tui.widgets.prompt_bar import PromptBar, Purpose


def do_typed(
    screen: Screen[None], event: PromptBar.Closed, do: Callable[[Purpose, str], str | None]
) -> str | None:
    """Do what was typed, unless it was left with Escape; what is to be said of it.

    None if it can't be done (`do` raised ValueError): the prompt stays, and the reason is said.
    """
    event.stop()
    event.prevent_default()
    try:
        return (do(event.purpose, event.text) if event.kept else None) or ""
    except ValueError as error:
        screen.query_one(DetailBar).set_text(str(error))
        return None
