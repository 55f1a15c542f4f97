"""Valid briefs whose every text holds what a careless program would choke on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from benchmarks.toml_text import document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.toml_text import Table, Value

WIDE = {
    "chinese": "马里、布基纳法索和尼日尔签署了共同防御条约",
    "japanese": "マリ・ﾏﾘ・ﾌﾞﾙｷﾅﾌｧｿ（全角ＡＢＣ）が条約に署名した",
    "korean": "말리와 니제르가 서명했다 \u1106\u1161\u11af\u1105\u1175",
    "arabic": "وقّعت مالي وبوركينا فاسو والنيجر معاهدة دفاع مشترك، ٢٠٢٣",
    "hebrew": "מָלִי, בורקינה פאסו וניז׳ר חתמו על הסכם הגנה",
    "nko": "ߡߊ߬ߟߌ ߣߌ߫ ߓߎߙߞߌߣߊ߫ ߝߊߛߏ߫ ߓߘߊ߫ ߓߍ߲߬",
    "tifinagh": "ⵎⴰⵍⵉ ⴷ ⵏⵉⵊⵔ ⵙⵎⴰⵙⵙⴰⵏ ⵜⴰⵎⵙⴰⵙⴰ",
    "combining": "Goi\u0308ta a\u0300 Bou\u0300gouni; z\u0351\u0321\u0334alg\u0310\u0301o",
    "thai": "มาลีและไนเจอร์ลงนามในสนธิสัญญาป้องกันร่วมกันที่บามาโก",
    "devanagari": "माली और नाइजर ने रक्षा संधि पर हस्ताक्षर किए, क्षत्रिय",
    "emoji": "❤️ ☎︎ 👨‍👩‍👧‍👦 🏳️‍🌈 🇲🇱🇧🇫🇳🇪 👍🏽 🧑🏿‍🚀 1️⃣ #️⃣ *️⃣ 🫩 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "ligatures": "ﷺ ﷽ ǆ ﬃ ㎏ ½ ẞ ŉ İ",
    "unbroken": "Donaudampfschifffahrtsgesellschaft" * 8,
    "unbroken-wide": "防衛条約" * 40,
    "unbroken-url": "https://example.invalid/" + "a1-b2_c3%20" * 30,
}
"""One sample a script, and words that no line is long enough for."""


def hostile_brief(folder: Path, payload: str) -> Path:
    """A valid brief with the payload in every text that the format allows, its source's too.

    Every text reads `label payload label` where `label` names the field. A lone surrogate has
    no UTF-8 and so no place in a brief: it raises UnicodeEncodeError.
    """
    return _write(folder, {"one": payload})


def fuzzed_brief(folder: Path, payload: str, texts: Iterator[str]) -> Path:
    """A valid brief with another text in every field; the payload is in its quotes and sources."""

    def change(found: str) -> str:
        if found != payload and f" {payload} " not in found:
            return found  # an id, or a word of the format
        changed = f" {found} ".replace(f" {payload} ", f" {next(texts)} ")[1:-1]
        return changed if changed.strip() else f"{changed}."  # no field may be blank

    return _write(folder, {"one": payload}, change)


def wide_brief(folder: Path, *, without: Sequence[str] = ()) -> Path:
    """A valid brief with every script of WIDE in every text, but for those that are named."""
    return _write(folder, {key: text for key, text in WIDE.items() if key not in without})


def _write(
    folder: Path, payloads: dict[str, str], change: Callable[[str], str] | None = None
) -> Path:
    texts = {key: _source_text(key, payload) for key, payload in payloads.items()}
    written = "\n\n".join(texts.values()).encode()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.txt").write_bytes(written)
    claims = [_claims(key, payload) for key, payload in payloads.items()]
    tables: dict[str, Table | Sequence[Table]] = {
        "brief": _header(" ".join(payloads.values())),
        "source": [
            _source({"id": "main", "file": "source.txt"}, hashlib.sha256(written), payloads),
            _source({"id": "inline", "text": "\n\n".join(texts.values())}, None, payloads),
        ],
    }
    for kind in ("point", "actor", "relation", "event", "place"):
        tables[kind] = [row for claim in claims for row in claim[kind]]
    if change is not None:
        tables = {name: _changed(table, change) for name, table in tables.items()}
    path = folder / "hostile.toml"
    path.write_bytes(document({"format": "sahel-brief/1"}, tables).encode())
    return path


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The value with its texts changed, but for those that have to be as the sources are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(item, change) for item in value]
    if not isinstance(value, dict):
        return value
    fixed = {"evidence", "text"} if "reliability" in value else {"evidence"}  # a source's text
    return {key: item if key in fixed else _changed(item, change) for key, item in value.items()}


def _around(payload: str) -> Callable[[str], str]:
    return lambda label: f"{label} {payload} {label}"


def _header(payload: str) -> Table:
    text = _around(payload)
    return {
        "id": "hostile",
        "title": text("title"),
        "published": "2023-09-20",
        "as_of": "2023-09-19~",
        "authors": [text("author"), text("second author")],
        "publisher": text("publisher"),
        "series": text("series"),
        "url": text("url"),
        "language": "en",
        "tags": [text("tag"), text("second tag")],
        "summary": text("summary"),
        "supersedes": ["older"],
        "marking": text("marking"),
    }


def _source(where: Table, digest: hashlib._Hash | None, payloads: dict[str, str]) -> Table:
    text = _around(" ".join(payloads.values()))
    return {
        **where,
        **({"sha256": digest.hexdigest()} if digest else {}),
        "title": text("source title"),
        "publisher": text("source publisher"),
        "published": "2023-09",
        "obtained": "2023-09-18",
        "url": text("source url"),
        "language": "en",
        "kind": "osint",
        "reliability": "C",
        "marking": text("source marking"),
    }


def _source_text(key: str, payload: str) -> str:
    """One paragraph a claim, and a passage that is there twice."""
    text = _around(payload)
    lines = [_passage(f"{key} {kind}", payload) for kind in ("point", "actor", "relation", "event")]
    names = f"{text('actor')} met {text('alias')} and {text('acronym')} at {text('place')}."
    return "\n\n".join([*lines, names, f"{text('twice')}, then again {text('twice')}."])


def _passage(label: str, payload: str) -> str:
    return f"Before that, {label} opens {payload} and {label} closes, and after that it ends."


def _evidence(label: str, payload: str) -> list[Value]:
    """A passage in every way that evidence can name it: found as written, elsewhere, or not."""
    opens, closes = f"{label} opens {payload}", f"and {label} closes"
    named: Table = {"by": f"by {payload} by", "at": "2023-09-19", "method": "human"}
    context: Table = {"prefix": "Before that, ", "suffix": f" {closes}"[:32]}
    return [
        f"{opens} {closes}",
        {"exact": opens, **context, **named, "stance": "disputes", "credibility": "3"},
        {"from": opens, "to": closes, "stance": "neutral", "review": "proposed"},
        {"exact": opens, "source": "inline", "start": 0, "end": 1},
        f"{opens} {closes}".upper(),
        f"{opens} and {label} clozes, and aftr that it ends",
        f"twice {payload} twice",
        f"nowhere at all would anybody find {payload[:8]} this or anything resembling it",
        {"exact": opens, "prefix": payload[-32:], "suffix": payload[:32], "review": "rejected"},
    ]


def _claims(key: str, payload: str) -> dict[str, list[Table]]:
    """A point, two actors, a relation, an event and a place."""
    text = _around(payload)
    found = {
        kind: _evidence(f"{key} {kind}", payload)
        for kind in ("point", "actor", "relation", "event")
    }
    point: Table = {
        "id": f"p-{key}",
        "text": text("point"),
        "likelihood": "likely",
        "evidence": found["point"],
        "relates": [{"to": "older#p1", "as": "qualifies"}],
        "marking": text("point marking"),
    }
    relation: Table = {
        "id": f"r-{key}",
        "source": f"a-{key}",
        "target": f"b-{key}",
        "type": "allied-with",
        "since": "2023~",
        "status": "alleged",
        "note": text("relation note"),
        "marking": text("relation marking"),
        "evidence": found["relation"],
    }
    return {
        "point": [point],
        "actor": _actors(key, payload, found["actor"]),
        "relation": [relation],
        "event": _events(key, payload, found["event"]),
        "place": [_place(key, payload)],
    }


def _actors(key: str, payload: str, evidence: list[Value]) -> list[Table]:
    text = _around(payload)
    aliases: list[Value] = [
        text("alias"),
        {"name": text("acronym"), "kind": "acronym", "evidence": evidence[:1]},
    ]
    return [
        {
            "id": f"a-{key}",
            "name": text("actor"),
            "aliases": aliases,
            "type": "armed-group",
            "part_of": f"b-{key}",
            "note": text("actor note"),
            "evidence": evidence,
        },
        {"id": f"b-{key}", "name": payload if payload.strip() else text("bare")},
    ]


def _events(key: str, payload: str, evidence: list[Value]) -> list[Table]:
    text = _around(payload)
    event: Table = {
        "title": text("event"),
        "date": "2023-07-2X",
        "type": "agree",
        "actors": [{"actor": f"a-{key}", "role": "mediator"}, f"b-{key}"],
        "note": text("event note"),
        "marking": text("event marking"),
        "evidence": evidence,
    }
    return [
        {"id": f"e-{key}", **event, "place": text("event place")},
        {"id": f"f-{key}", **event, "place": f"l-{key}", "tense": "planned"},
    ]


def _place(key: str, payload: str) -> Table:
    text = _around(payload)
    return {
        "id": f"l-{key}",
        "name": text("place"),
        "aliases": [text("place alias")],
        "kind": text("place kind"),
    }
