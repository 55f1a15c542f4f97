"""Searching and filtering as one types."""

from __future__ import annotations

from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring


async def test_a_filter_hides_rows_as_it_is_typed_and_says_how_many() -> None:
    async with exploring(SHIPPED) as explorer:
        events = explorer.screen.pane("events")
        await explorer.press("T", "&")
        total = events.count()
        await explorer.type("wag")
        kept = events.count()
        assert 0 < kept < total
        assert f"hides {total - kept} of {total}" in explorer.line("4 Timeline · ")
        await explorer.type("zzz")
        assert events.count() == 0
        assert f"hides {total} of {total}" in explorer.line("4 Timeline · ")
        await explorer.press("enter")
        assert f"hides {total}" in explorer.lines[-2]
        await explorer.press("escape")
        assert events.count() == total
        assert "hides" not in explorer.text


async def test_a_filter_left_with_escape_puts_back_what_stood() -> None:
    async with exploring(SHIPPED) as explorer:
        events = explorer.screen.pane("events")
        await explorer.press("T", "&")
        await explorer.type("wag")
        await explorer.press("enter")
        kept = events.count()
        await explorer.press("&")
        await explorer.type("nobody")
        await explorer.press("escape")
        assert events.count() == kept


async def test_a_search_marks_and_counts_and_keeps_every_row() -> None:
    async with exploring(SHIPPED) as explorer:
        events = explorer.screen.pane("events")
        await explorer.press("T", "/")
        await explorer.type("wagner")
        assert events.count() == len(events.rows)
        number = len(events.matches)
        assert number > 1
        assert f"1 of {number} matches" in explorer.line("4 Timeline · ")
        await explorer.press("enter", "n")
        assert f"2 of {number} matches" in explorer.line("4 Timeline · ")
        await explorer.press("N", "N")
        assert f"{number} of {number} matches" in explorer.line("4 Timeline · ")
        await explorer.press("escape")
        assert not events.search_text


async def test_a_search_looks_at_fields_that_the_row_has_no_room_for() -> None:
    async with exploring(SHIPPED, 60, 20) as explorer:
        actor = next(a for a in explorer.screen.view.actors if a.aliases)
        await explorer.press("A", "/")
        await explorer.type(actor.aliases[-1].lower())
        current = explorer.screen.pane("actors").current_claim
        assert current is not None
        assert current.id == actor.id


async def test_the_source_is_searched_without_accents_and_lands_on_the_words() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("S", "/")
        await explorer.type("burkinabe and")
        source, start, end = explorer.screen.reader.cursor_span()
        line = next(s.text for s in explorer.screen.view.sources if s.id == source)[start:end]
        assert "Burkinabé" in line
        await explorer.press("enter", "n", "escape")
        assert not explorer.screen.reader.search_text


async def test_a_search_without_a_match_says_so_and_escape_puts_the_cursor_back() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T", "j", "j", "j")
        row = explorer.screen.pane("events").cursor
        await explorer.press("/")
        await explorer.type("(((")
        assert "no match" in explorer.text
        await explorer.press("escape")
        assert explorer.screen.pane("events").cursor == row


async def test_a_prompt_keeps_a_history() -> None:
    async with exploring(SHIPPED) as explorer:
        for text in ("wagner", "ber"):
            await explorer.press("T", "/")
            await explorer.type(text)
            await explorer.press("enter")
        await explorer.press("/", "up", "up")
        assert explorer.screen.pane("events").search_text == "wagner"


async def test_a_jump_lifts_the_filter_that_hides_its_row_and_says_so() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T", "&")
        await explorer.type("nobody")
        event = explorer.screen.state.claim
        assert event is not None
        await explorer.press("enter", "S", "w")
        for _ in range(40):
            if f"▶E {event.id} " in explorer.text:
                break
            await explorer.press("j")
        await explorer.press("enter")
        assert explorer.screen.pane("events").current_claim == event
        assert "lifted" in explorer.text


async def test_of_a_long_text_the_end_that_is_typed_is_in_sight() -> None:
    async with exploring(SHIPPED, 60, 24) as explorer:
        await explorer.press("T", "/")
        await explorer.type("begin" + "0123456789" * 7 + "end")
        assert "begin" not in explorer.line("789end")
        await explorer.press("home")
        assert "789end" not in explorer.line("/ begin012")
        await explorer.press("ctrl+k")
        await explorer.type("ni")
        assert "/ ni" in explorer.text
