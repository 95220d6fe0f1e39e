"""Inputs of a command, one by one: files, standard input, and the JSON that `protocol parse` printed before."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from protocol_cli.cli import talk
from protocol_cli.cli.messages import system_reason, tr
from protocol_cli.cli.plain import one_line

if TYPE_CHECKING:
    from protocol_cli.models import Document

STDIN = "-"
JSON_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
HINT_LENGTH = 60
SEEMS = "seems-to-be"  # the notice of a document that is neither letter nor protocol
SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Input:
    """One input: its `name` as the user gave it, where it lies, and what it says; None when it could not be read."""

    name: str
    path: str | None
    document: Document | None


def read_documents(names: Sequence[str]) -> Iterator[Input]:
    """Read files and standard input («-») as documents; each failure is told on stderr and does not stop the rest."""
    for name in names:
        yield Input(name, None if name == STDIN else str(Path(name).absolute()), _read(name))


def read_documents_or_json(names: Sequence[str]) -> Iterator[Input]:
    """Read as `read_documents`, where «-» and files named .json or .jsonl hold what `protocol parse` printed."""
    for name in names:
        if name == STDIN:
            yield from _read_json(sys.stdin, name)
        elif Path(name).suffix.lower() in JSON_SUFFIXES and Path(name).is_file():
            try:
                with Path(name).open(encoding="utf-8", errors="replace") as stream:
                    yield from _read_json(stream, name)
            except OSError as error:
                talk.complain(tr("reading.denied", name=name, detail=_bracketed(system_reason(error))))
                yield Input(name, None, None)
        else:
            yield from read_documents([name])


def recognised(document: Document, name: str) -> bool:
    """Whether the document is of a kind that the program knows; if not, stderr says what it seems to be."""
    complaint = unrecognised(document, name)
    if complaint:
        talk.complain(complaint)
    return not complaint


def unrecognised(document: Document, name: str) -> str:
    """What a document of no known kind seems to be, as a sentence; empty for a known one."""
    if document.kind.value != "other":
        return ""
    told = next((notice.message for notice in document.notices if notice.code == SEEMS), "")
    if told:
        hint = f" – {one_line(told.rpartition(': ')[2])}"
    else:
        first = next((line for line in (document.text or "").splitlines() if line.strip()), "")
        hint = tr("reading.begins", text=one_line(first)[:HINT_LENGTH]) if first else ""
    return tr("reading.not_recognised", name=name, hint=hint)


def _read(name: str) -> Document | None:
    document, complaint = read_or_complain(name)
    if complaint:
        talk.complain(complaint)
    return document


def read_or_complain(name: str) -> tuple[Document | None, str]:
    """The document, or None and the sentence that says why there is none."""
    from protocol_cli.readers.errors import ReadError
    from protocol_cli.reading import parse

    try:
        if name == STDIN:
            return parse(_standard_input(), name="stdin", with_text=True), ""
        return parse(Path(name), with_text=True), ""
    except ReadError as error:
        return None, tr(f"reading.{error.reason.value}", name=name, detail=_bracketed(error.detail))
    except OSError as error:
        return None, tr("reading.denied", name=name, detail=_bracketed(system_reason(error)))
    except Exception as error:  # noqa: BLE001 - one bad file never ends a batch
        talk.show_trace()
        return None, tr("reading.failed", name=name, error=f"{type(error).__name__}: {error}"[:200])


def _standard_input() -> bytes:
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        talk.note(tr("reading.typing"))
    return sys.stdin.buffer.read()


def _bracketed(detail: str) -> str:
    return f" ({detail})" if detail else ""


def _read_json(stream: TextIO | None, name: str) -> Iterator[Input]:
    """Read documents from JSON Lines as they come, or from whole JSON values: one, several, or an array."""
    from protocol_cli.models import Document

    if stream is None:
        return
    if stream is sys.stdin:
        if stream.isatty():
            talk.note(tr("reading.typing"))
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8-sig", errors="replace")
    try:
        for line, value in _json_values(stream):
            try:
                yield Input(name, None, Document.model_validate(value))
            except ValueError as error:
                talk.complain(tr("reading.not_a_document", name=name, line=line, reason=_first_fault(error)))
                yield Input(name, None, None)
    except json.JSONDecodeError as error:
        talk.complain(tr("reading.not_json", name=name, line=error.lineno, reason=error.msg))
        yield Input(name, None, None)
    except RecursionError:
        talk.complain(tr("reading.not_json", name=name, line=1, reason="RecursionError"))
        yield Input(name, None, None)


def _json_values(stream: TextIO) -> Iterator[tuple[int, object]]:
    """Pairs of a line number and a value. Raises json.JSONDecodeError with the line where the reading stopped."""
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError:
            yield from _joined_values(line + stream.read(), number)
            return
        for element in value if isinstance(value, list) else [value]:
            yield number, element


def _joined_values(text: str, first_line: int) -> Iterator[tuple[int, object]]:
    decoder = json.JSONDecoder()
    at = 0
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            error.lineno += first_line - 1
            raise
        line = first_line + text.count("\n", 0, at)
        for element in value if isinstance(value, list) else [value]:
            yield line, element
        spaces = SPACE.match(text, end)
        at = spaces.end() if spaces else end


def _first_fault(error: ValueError) -> str:
    faults = getattr(error, "errors", None)
    if not callable(faults):
        return str(error)
    first = faults(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")
