"""Sources: the texts that a brief annotates (ICD 206)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from sahel_tui.model.dates import Edtf
from sahel_tui.model.record import Id, Language, Many, Record, Text, misfit


class Source(Record):
    """One source as a brief declares it; its text is read by the store."""

    id: Id
    file: Text | None = None
    text: Annotated[Text | None, Field(validate_default=True)] = None
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

    @field_validator("text")
    @classmethod
    def _one_text(cls, text: str | None, info: ValidationInfo) -> str | None:
        if "file" in info.data and (info.data["file"] is None) == (text is None):
            hint = "give the one that there is, and only that"
            raise misfit("a source has either a `file` or a `text`", hint)
        return text


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's text as loaded."""

    id: str
    text: str
    """Newlines normalised to \\n, NFC; every offset counts its code points."""
    sha256: str
    """Of the bytes as they were read."""
