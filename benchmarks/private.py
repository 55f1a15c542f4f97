"""What a process holds: nothing is imported for it, as that would be held too."""

from __future__ import annotations


def private_megabytes(process: int | str = "self") -> float:
    """What a process alone has in memory: pages of files that others may use don't count."""
    with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as smaps:
        found = (line.split() for line in smaps if line.startswith("Private_"))
        return sum(int(kilobytes) for _, kilobytes, *_ in found) / 1000
