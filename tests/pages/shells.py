"""The shells themselves, asked what they offer for a line that has been begun."""

from __future__ import annotations

import shlex
import subprocess
from typing import TYPE_CHECKING

from docs.pages.__main__ import SHARE
from tests.terminal.session import Session, terminal_environment

if TYPE_CHECKING:
    from pathlib import Path

BASH = """
. {script}
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_sahel_tui
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSHRC = """
fpath=({functions} $fpath)
autoload -Uz compinit && compinit -u -d {folder}/dump
compadd() {{
    if [[ ${{@[1,(i)(-|--)]}} == *-(O|A|D)\\ * ]]; then
        builtin compadd "$@"
        return
    fi
    local -a hits
    builtin compadd -O hits "$@"
    print -l -- $hits >>{folder}/offered
    builtin compadd "$@"
}}
_capture() {{
    _main_complete
    compstate[list]= compstate[insert]=
    print -- END >>{folder}/offered
}}
zle -C capture complete-word _capture
bindkey '^I' capture
PS1='ready> '
"""


def offered_by_bash(line: str, folder: Path) -> set[str]:
    """What bash would offer, called as it calls a function of completions."""
    words = [word for part in line.split(" ") for word in part.replace("=", " = ").split(" ")]
    words = [word for word in words[:-1] if word] + words[-1:]
    script = BASH.format(
        script=shlex.quote(str(SHARE / "bash-completion/completions/sahel-tui")),
        words=" ".join(map(shlex.quote, words)),
    )
    return _lines(["bash", "--norc", "-c", script], folder)


def offered_by_fish(line: str, folder: Path) -> set[str]:
    """What fish offers, without what it says of each."""
    script = shlex.quote(str(SHARE / "fish/vendor_completions.d/sahel-tui.fish"))
    command = f"source {script}; complete -C {shlex.quote(line)}"
    lines = _lines(["fish", "--no-config", "-c", command], folder)
    return {one.split("\t")[0].rpartition("=")[2].rstrip("/") for one in lines}


def offered_by_zsh(line: str, folder: Path) -> set[str]:
    """What zsh offers at Tab, in a terminal."""
    home = folder.parent / f"{folder.name}-zsh"
    home.mkdir()
    functions = shlex.quote(str(SHARE / "zsh/site-functions"))
    (home / ".zshrc").write_text(ZSHRC.format(functions=functions, folder=home))
    offered = home / "offered"
    with Session(["zsh", "-i"], environment={"ZDOTDIR": str(home)}, folder=folder) as session:
        session.wait_for_text("ready>")
        session.send(f"{line}\t".encode())
        session.wait_for(lambda: offered.exists() and "END\n" in offered.read_text())
    return set(offered.read_text().split("\n")) - {"", "END"}


def _lines(command: list[str], folder: Path) -> set[str]:
    environment = terminal_environment({"HOME": str(folder.parent)})
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    return set(run.stdout.splitlines()) - {""}
