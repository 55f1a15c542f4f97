"""What the explorer has loaded by the time that its first screen is painted."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer

if TYPE_CHECKING:
    from pathlib import Path

# The explorer writes to the terminal by `__stdout__`, and ends by `os._exit`, as does the child
# that reads the brief. What is loaded is noted with the first screen: a moment later more is made
# ready.
PROGRAM = """
import io, os, sys
end, ours, report = os._exit, os.getpid(), sys.argv.pop(1)
loaded = []
class Terminal(io.TextIOWrapper):
    def write(self, text):
        if "help" in text and not loaded:
            modules = sys.modules.copy()
            loaded.extend(name for name, one in modules.items() if getattr(one, "__spec__", None))
        return super().write(text)
def tell(code):
    if os.getpid() == ours:
        with open(report, "w") as file:
            file.write('["' + '", "'.join(loaded) + '"]')
    end(code)
os._exit, sys.__stdout__ = tell, Terminal(sys.__stdout__.buffer, sys.__stdout__.encoding)
from sahel_tui.__main__ import main
main()
"""


def loaded_for_first_screen(report: Path) -> set[str]:
    """The modules of a run when the shipped brief is shown."""
    command = [sys.executable, "-c", PROGRAM, str(report), str(SHIPPED)]
    # with no home to keep a state in, nothing is loaded in the end to write it
    homeless = {"XDG_STATE_HOME": "", "HOME": str(report.parent / "nowhere")}
    with Explorer(command=command, columns=120, environment=homeless) as explorer:
        explorer.open()
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
    return set(json.loads(report.read_text("utf-8")))
