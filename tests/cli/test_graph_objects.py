"""What `relations --structure --json` says of an actor."""

from __future__ import annotations

import pytest

from sahel_tui.cli.graph_objects import actor_object
from sahel_tui.queries.graph.structure import Between, Degree


@pytest.mark.parametrize(("sampled", "said"), [(0, None), (40, 40)])
def test_that_a_share_is_estimated_is_said_with_the_sample(sampled: int, said: int | None) -> None:
    one, share = Degree("mali", 0, 0, 0, 0, ()), Between("mali", 0.5, ())
    found = actor_object(one, share, {"mali": "Mali"}, sampled=sampled)
    assert (found["between"], found["between_sampled"]) == (0.5, said)
