"""How keys are spelled, beside what Textual itself says."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys, _character_to_key, _normalize_key_list

from sahel_tui.config.spelling import CHARACTERS, NAMED, KeyNameError, spelled

SENT = {key for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) for key in keys}


@pytest.mark.parametrize("key", sorted(key.value for key in SENT if "<" not in key.value))
def test_every_key_that_a_terminal_sends_is_spelled_as_textual_does(key: str) -> None:
    assert _normalize_key_list(spelled(key)) == key


def test_every_named_key_is_textuals() -> None:
    assert set(NAMED) <= {key.value for key in Keys}
    for name, character in CHARACTERS.items():
        assert _character_to_key(character) == name
        assert spelled(name) == spelled(character)
    assert set(CHARACTERS.values()) == set(string.punctuation)


@given(st.characters())
def test_a_character_is_the_key_that_types_it_or_no_key(character: str) -> None:
    try:
        spelling = spelled(character)
    except KeyNameError:
        assert not character.isprintable()
    else:
        assert _normalize_key_list(spelling) == _character_to_key(character)
        assert spelled(spelling) == spelling


@given(st.text())
def test_a_text_is_a_key_or_an_error_with_a_hint(text: str) -> None:
    try:
        spelling = spelled(text)
    except KeyNameError as error:
        spelling = error.hint
    else:
        assert spelled(spelling) == spelling
    assert spelling


@pytest.mark.parametrize(
    ("key", "spelling"),
    [
        ("question_mark", "?"),
        (",", "comma"),
        (" ", "space"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("ctrl+]", "ctrl+right_square_bracket"),
        ("alt+x", "alt+x"),
        ("ñ", "ñ"),
        ("ctrl+space", "ctrl+@"),
    ],
)
def test_a_key_has_one_spelling(key: str, spelling: str) -> None:
    assert spelled(key) == spelling


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("Ctrl-d", "`ctrl+d`"),
        ("PgDn", "`pagedown`"),
        ("Esc", "`escape`"),
        ("return", "`enter`"),
        ("F1", "`f1`"),
        ("ctrl+i", "`tab`"),
        ("ctrl+[", "`escape`"),
        ("shift+a", "`A`"),
        ("ctrl+D", "`ctrl+d`"),
        ("ctrl+ctrl+d", "did you mean"),
        ("", "docs/configuration.md"),
        ("\x1b", "its name"),
    ],
)
def test_a_key_that_is_none_is_told_what_to_write(key: str, hint: str) -> None:
    with pytest.raises(KeyNameError) as caught:
        spelled(key)
    assert hint in caught.value.hint
