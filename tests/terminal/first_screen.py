"""What the explorer has loaded by the time that its first screen is painted."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer

if TYPE_CHECKING:
    from pathlib import Path

# The explorer ends by `os._exit`, and so does the child that reads the brief: the parent tells.
PROGRAM = """
import os, sys
end, ours, report = os._exit, os.getpid(), sys.argv.pop(1)
def tell(code):
    if os.getpid() == ours:
        loaded = [name for name, one in sys.modules.items() if getattr(one, "__spec__", None)]
        with open(report, "w") as file:
            file.write('["' + '", "'.join(loaded) + '"]')
    end(code)
os._exit = tell
from sahel_tui.__main__ import main
main()
"""


def loaded_for_first_screen(report: Path) -> set[str]:
    """The modules of a run that is left as soon as the shipped brief is shown."""
    command = [sys.executable, "-c", PROGRAM, str(report), str(SHIPPED)]
    # with no home to keep a state in, nothing is loaded in the end to write it
    homeless = {"XDG_STATE_HOME": "", "HOME": str(report.parent / "nowhere")}
    with Explorer(command=command, columns=120, environment=homeless) as explorer:
        explorer.open()
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
    return set(json.loads(report.read_text("utf-8")))
