"""The table `[keymap]`: what it gives, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.config.keymap import clashes
from sahel_tui.config.keys import BOUND, PLACES

if TYPE_CHECKING:
    from tests.config.conftest import Configured, WriteConfig


def test_a_key_or_a_list_of_keys_takes_the_place_of_all(configured: Configured) -> None:
    text = '[keymap]\n"app.help" = "f5"\n"list.next" = ["J", "down", "J", "comma"]'
    keymap = dict(configured.settings(text).keymap)
    assert keymap == {"app.help": "f5", "list.next": "J,down,comma"}


def test_an_id_may_be_written_without_quotes(configured: Configured) -> None:
    text = '[keymap]\nlist.next = "J"\n[keymap.app]\nhelp = ["f5"]'
    assert dict(configured.settings(text).keymap) == {"list.next": "J", "app.help": "f5"}


def test_a_binding_with_its_own_keys_is_not_changed(
    configured: Configured, write_config: WriteConfig
) -> None:
    write_config('[keymap]\n"app.help" = "f5"', site=True)
    assert configured.settings('[keymap]\n"app.help" = ["question_mark", "f1"]').keymap == ()


@pytest.mark.parametrize(
    ("text", "place", "code", "words"),
    [
        ('"list.nxt" = "n"', (2, 1), "unknown-binding", "`list.next`"),
        ('dance = "n"', (2, 1), "unknown-binding", "docs/keys.md"),
        ('a.b.c.d = "n"', (2, 5), "unknown-binding", ""),
        ('"app.help" = 5', (2, 1), "wrong-type", "`app.help` is a number"),
        ('"app.help" = ["f5", [1]]', (2, 21), "wrong-type", "a list"),
        ('"app.help" = {}', (2, 1), "wrong-type", "a table"),
        ('"app.help" = []', (2, 1), "no-key", "no key"),
        ('"app.help" = ""', (2, 1), "unknown-key-name", "no key of that name"),
        ('"app.help" = "f5,f6"', (2, 1), "unknown-key-name", '["f5", "f6"]'),
        ('"app.help" = "PgDn"', (2, 1), "unknown-key-name", "`pagedown`"),
        ('"prompt.keep" = "x"', (2, 1), "unknown-key-name", "typing"),
        ('"prompt.cancel" = "backspace"', (2, 1), "unknown-key-name", "editing"),
        ('"app.interrupt" = "x"', (2, 1), "unknown-key-name", "typed"),
        ('"app.help" = "f5"\napp.help = "f6"', (3, 5), "duplicate-key", "`app.help`"),
    ],
)
def test_an_error_of_a_binding_has_its_place(
    configured: Configured, text: str, place: tuple[int, int], code: str, words: str
) -> None:
    error = configured.error(f"[keymap]\n{text}")
    assert (error.line, error.column, error.code) == (*place, code)
    assert words in f"{error.message} {error.hint}"


def test_taking_anothers_key_is_a_clash_that_names_both(configured: Configured) -> None:
    error = configured.error('[keymap]\n"pane.next" = ["n", "tab"]')
    assert error.code == "key-clash"
    assert "`pane.next` and `evidence.next`" in error.message
    assert "`n`" in error.message
    assert "`evidence.next`" in error.hint


def test_giving_the_other_another_key_ends_a_clash(configured: Configured) -> None:
    text = '[keymap]\n"pane.zoom" = "n"\n"evidence.next" = "z"'
    assert dict(configured.settings(text).keymap)["evidence.next"] == "z"


def test_what_works_in_different_places_may_share_a_key(configured: Configured) -> None:
    text = '[keymap]\n"timeline.all" = "M"\n"relations.passages" = "M"\n"source.left" = "M"'
    assert len(configured.settings(text).keymap) == 3


def test_keys_that_a_terminal_cannot_tell_apart_by_their_names_clash(
    configured: Configured,
) -> None:
    error = configured.error('[keymap]\n"pane.zoom" = "question_mark"')
    assert "`pane.zoom` and `app.help`" in error.message


def test_a_clash_of_two_files_is_told_where_the_later_one_takes_the_key(
    configured: Configured, write_config: WriteConfig
) -> None:
    write_config('[keymap]\n"pane.zoom" = "Z"', site=True)
    error = configured.error('\n[keymap]\n"brief.about" = "Z"')
    assert (error.line, error.code) == (3, "key-clash")


def test_by_default_nothing_clashes_and_everything_works_somewhere() -> None:
    assert clashes({}) == []
    for name, bound in BOUND.items():
        assert bound.places, name
        assert set(bound.places) <= set(PLACES)
