"""The briefs that are shipped, for tests that need a real one."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "briefs"
TREATY = FOLDER / "2023-09-20-three-state-treaty.toml"
"""The one that stands alone: it needs nothing of the registry."""
