"""Whether the Textual that is installed is one that the layer was made for."""

from __future__ import annotations

import pytest

from sahel_tui.tui.lean import fit


def test_the_installed_textual_is_one_that_the_layer_is_made_for() -> None:
    assert fit.fits.__wrapped__()


@pytest.mark.parametrize("version", ["8.3.0", "9.0.0", "8.20.1", "7.0"])
def test_another_version_is_left_to_itself(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit, "installed_version", lambda: version)

    assert not fit.fits.__wrapped__()


def test_a_place_that_has_changed_is_left_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(self: object, screen: object, renderable: object, extra: object) -> None:
        del self, screen, renderable, extra

    _, parameters, names = fit._PLACES[0]
    monkeypatch.setattr(fit, "_PLACES", ((changed, parameters, names), *fit._PLACES[1:]))

    assert not fit.fits.__wrapped__()
