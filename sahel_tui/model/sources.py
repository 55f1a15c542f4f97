"""Sources: the texts that a brief annotates (ICD 206)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sahel_tui.model.dates import Edtf
from sahel_tui.model.record import Id, Language, Many, Record, Text


class Source(Record):
    """One source as a brief declares it; its text is read by the store."""

    id: Id
    file: Text | None = None
    text: Text | None = None
    sha256: Annotated[str | None, Field(pattern=r"^[0-9a-fA-F]{64}\Z")] = None
    """Of the file's bytes (of the text's UTF-8 where the text is in the brief)."""
    title: str | None = None
    publisher: str | None = None
    published: Edtf | None = None
    obtained: Edtf | None = None
    url: str | None = None
    language: Language | None = None
    kind: Literal["osint", "humint", "sigint", "imint", "geoint", "finint", "other"] | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    """Admiralty code of the source: A reliable … F cannot be judged."""
    derived_from: Annotated[tuple[Id, ...], Many] = ()
    """Ids of sources that this one repeats (circular reporting)."""
    marking: Text | None = None

    @model_validator(mode="after")
    def _one_text(self) -> Self:
        if (self.file is None) == (self.text is None):
            raise ValueError("a source has either a `file` or a `text`")
        return self


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's text as loaded."""

    id: str
    text: str
    """Newlines normalised to \\n, NFC; every offset counts its code points."""
    sha256: str
    """Of the bytes as they were read."""
