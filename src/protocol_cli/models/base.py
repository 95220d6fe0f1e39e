"""What every model shares: frozen, closed, and grounded in the document's text."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """A value of the output contract: it never changes and knows no key but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Span(Model):
    """A place in the document's text: half-open, in characters of `Document.text`."""

    start: int = Field(ge=0, description="Offset of the first character in the document's text")
    end: int = Field(ge=0, description="Offset after the last character")
    page: int = Field(ge=1, description="Page where the place starts, from 1")


class Grounded(Model):
    """A value that can be pointed at on the paper."""

    span: Span = Field(description="Where the document says it")
