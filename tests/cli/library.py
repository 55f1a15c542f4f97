"""Two briefs and a broken one, and what a command says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pathlib import Path

TREATY = """\
format = "sahel-brief/1"

[brief]
id = "treaty"
title = "Three governments sign a pact"
published = 2023-09-20
marking = "TLP:GREEN"

[[source]]
file = "treaty.txt"

[[point]]
id = "p1"
text = "The pact protects Mali more than it fights insurgents."
likelihood = "likely"
confidence = "moderate"
evidence = ["mutual assistance", { exact = "fights nobody", stance = "disputes" }]

[[point]]
id = "p2"
text = "Wagner stays."
kind = "assumption"
marking = "TLP:AMBER"
evidence = ["Wagner"]

[[actor]]
id = "mali"
name = "Mali"
type = "government"

[[actor]]
id = "niger"
name = "Niger"
type = "government"

[[actor]]
id = "wagner"
name = "Wagner Group"
aliases = ["Wagner"]
type = "private-military-company"

[[relation]]
id = "r1"
source = "mali"
target = "niger"
type = "allied-with"
since = 2023-09-16
evidence = ["Mali and Niger signed"]

[[relation]]
id = "r2"
source = "niger"
target = "wagner"
type = "expels"
since = "2024"
evidence = ["without Wagner"]

[[event]]
id = "e2"
title = "The pact is signed"
date = 2023-09-16
type = "agree"
place = "bamako"
actors = [{ actor = "mali", role = "actor" }, "niger"]
evidence = ["signed"]

[[event]]
id = "e1"
title = "A coup"
date = "2023-07-2X"
type = "coerce"
place = "Niamey"
actors = ["niger"]
evidence = ["The coup came in late July"]

[[place]]
id = "bamako"
name = "Bamako"
aliases = ["Bamakɔ"]
"""
TREATY_TEXT = """\
The coup came in late July. Mali and Niger signed a pact of mutual assistance, without Wagner.

Once more: a pact of mutual assistance.
"""
SAHARA = """\
format = "sahel-brief/1"

[brief]
id = "sahara"
title = "A small brief"
published = "2022"

[[source]]
text = "Wagner came to Timbuktu in 2021."

[[point]]
text = "Wagner came."
evidence = ["Wagner came to Timbuktu"]

[[actor]]
id = "wagner"
name = "Wagner"

[[event]]
title = "Wagner comes"
date = "2021~"
place = "Timbuktu"
actors = ["wagner"]
evidence = ["came to Timbuktu"]
"""
BROKEN = """\
format = "sahel-brief/1"
[brief]
id = "broken"
titel = "No title"
published = 2023-09-20
[[source]]
text = "Nothing."
"""
TURN = """\
format = "sahel-brief/1"

[brief]
id = "turn"
title = "Mali turns from France to Russia"
published = 2023-09-20
marking = "TLP:GREEN"

[[source]]
text = "France was there. It was thrown out. Russia came. They say that Niger leads them all."
reliability = "B"

[[actor]]
id = "mali"
name = "Mali"

[[actor]]
id = "france"
name = "France"

[[actor]]
id = "russia"
name = "Russia"

[[actor]]
id = "niger"
name = "Niger"

[[relation]]
id = "host"
source = "mali"
target = "france"
type = "hosts"
since = 2013-01-11
until = 2022-08-15
confidence = "high"
marking = "TLP:GREEN"
evidence = [{ exact = "France was there", credibility = 2 }]

[[relation]]
id = "out"
source = "mali"
target = "france"
type = "expels"
since = 2022-09-01
marking = "TLP:GREEN"
evidence = ["It was thrown out"]

[[relation]]
id = "ally"
source = "russia"
target = "mali"
type = "supports"
since = "2021~"
marking = "TLP:AMBER"
evidence = ["Russia came"]

[[relation]]
id = "foe"
source = "russia"
target = "france"
type = "rival-of"
evidence = [{ exact = "Russia came", stance = "disputes" }]

[[relation]]
id = "said"
source = "niger"
target = "mali"
type = "leads"
status = "alleged"
evidence = ["They say that Niger leads them all"]
"""


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def objects(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class Command(Protocol):
    def __call__(self, *arguments: str | Path) -> Answer: ...
