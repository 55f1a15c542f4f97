"""What every table of the format has in common."""

from __future__ import annotations

import re
from typing import Annotated, Any, LiteralString

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


class Record(BaseModel):
    """A table of the format: frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        defer_build=True,
        populate_by_name=True,
        allow_inf_nan=False,
        regex_engine="python-re",
    )


# Rules on several keys are checked where the last of them is read, and not once the table is whole:
# so they are told beside whatever else is wrong with it.
def contradiction(message: LiteralString, hint: str) -> PydanticCustomError:
    """The error of a value that contradicts another key of its table; told at its key."""
    return PydanticCustomError("contradiction", message, {"hint": hint})


def misfit(message: LiteralString, hint: str) -> PydanticCustomError:
    """The error of keys that do not make a whole together; told at their table."""
    return PydanticCustomError("misfit", message, {"hint": hint})


def _check_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("it begins with a-z or 0-9, and holds only those, '.', '_' and '-'")
    return value


def _check_text(value: str) -> str:
    if not value.strip():
        raise ValueError("the text is empty")
    return value


def tuple_of_list(value: Any) -> Any:
    """TOML arrays arrive as lists; strict tuples take only tuples."""
    return tuple(value) if isinstance(value, list) else value


Id = Annotated[str, AfterValidator(_check_id)]
"""An identifier, unique within its kind in a file."""

Text = Annotated[str, AfterValidator(_check_text)]
"""A text with at least one character that is not white space."""

Many = BeforeValidator(tuple_of_list)
"""Marks a tuple that is written as a TOML array."""

Texts = Annotated[tuple[Text, ...], Many]

Country = Annotated[str, Field(pattern=r"^[A-Z]{3}\Z")]
"""ISO 3166-1 alpha-3."""

Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")]
"""BCP 47."""
