"""Where answers go: JSON that any pipe and terminal can take, and files that are whole or not there."""

from __future__ import annotations

import codecs
import csv
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.messages import tr
from protocol_cli.cli.plain import one_line

# JSON escapes C0 itself; these too would steer a terminal, break a line or not encode, and mean the same escaped.
ESCAPED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_text(value: object, *, pretty: bool = False, ascii_only: bool = False) -> str:
    """The value as JSON, in one line unless `pretty`."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=2 if pretty else None)
    return ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def needs_ascii(stream: TextIO) -> bool:
    """Whether the stream's encoding cannot hold every sign: then JSON is written with escapes."""
    try:
        return not codecs.lookup(stream.encoding or "ascii").name.startswith("utf")
    except LookupError:
        return True


class JsonWriter:
    """Values written one by one as they come, so that memory does not grow with their number.

    `form` "jsonl" gives a line for each. `form` "json" gives one value over many lines for people to read, or with
    `many` an array with a line for each.
    """

    def __init__(self, stream: TextIO, form: str, *, many: bool) -> None:
        self._stream = stream
        self._ascii = needs_ascii(stream)
        self._pretty = form == "json" and not many
        self._array = form == "json" and many
        self._count = 0

    def add(self, value: object) -> None:
        """Write one value, and let the reader have it now."""
        text = json_text(value, pretty=self._pretty, ascii_only=self._ascii)
        if self._array:
            text = ("[\n" if not self._count else ",\n") + text
        self._stream.write(text if self._array else text + "\n")
        self._count += 1

    def flush(self) -> None:
        """Hand over what was written."""
        self._stream.flush()

    def close(self) -> None:
        """Write what ends the answer."""
        if self._array:
            self._stream.write("\n]\n" if self._count else "[]\n")
        self._stream.flush()


class CsvWriter:
    """Records as a table for other programs: a heading, then a line for each; lists are joined by «; ».

    What a spreadsheet would take for a formula gets an apostrophe before it.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._writer = csv.writer(stream, lineterminator="\n")
        self._started = False

    def add(self, record: Mapping[str, object]) -> None:
        """Write one record."""
        if not self._started:
            self._writer.writerow(record)
            self._started = True
        self._writer.writerow([_cell(value) for value in record.values()])

    def flush(self) -> None:
        """Hand over what was written."""
        self._stream.flush()

    def close(self) -> None:
        """Write what ends the answer: nothing."""
        self._stream.flush()


def _cell(value: object) -> object:
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, list):
        text = "; ".join(str(element) for element in value)
    elif isinstance(value, dict) and "start" in value and "end" in value:
        return f"{value['start']}-{value['end']}"
    elif isinstance(value, dict):
        text = "; ".join(f"{name}={element}" for name, element in value.items())
    else:
        text = one_line(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text


@contextmanager
def answer_stream(output: str | None, *, force: bool, inputs: Sequence[str]) -> Iterator[TextIO]:
    """Yield stdout, or a new file that takes the name `output` when all is written and leaves no trace otherwise.

    Raises typer.BadParameter for a name that cannot be written to, and OSError while writing.
    """
    if output is None:
        yield sys.stdout
        return
    path = Path(output)
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("w", encoding="utf-8", newline="\n") as device:  # a pipe or a device has no copy beside it
            yield device
        return
    path = path.resolve()  # of a link, the file behind it is replaced
    check_target(path, output, force=force, inputs=inputs)
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:  # noqa: PTH123 - an open descriptor
            yield stream
            written = stream.tell() > 0
        if written:
            Path(beside).chmod(_usual_mode(path))
            Path(beside).replace(path)
            talk.note(tr("general.written", name=output))
        else:
            Path(beside).unlink()
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def check_target(path: Path, name: str, *, force: bool, inputs: Sequence[str], option: str = "--output") -> None:
    """Refuse a name that cannot or must not be written to. Raises typer.BadParameter."""
    def refuse(key: str, **values: object) -> typer.BadParameter:
        return typer.BadParameter(tr(f"general.{key}", **values), param_hint=option)

    if path.is_dir():
        raise refuse("file_is_folder", name=name)
    if not path.parent.is_dir():
        raise refuse("no_folder", name=path.parent)
    if path.exists():
        if any(other != "-" and Path(other).exists() and path.samefile(other) for other in inputs):
            raise refuse("file_is_input", name=name)
        if not force:
            raise refuse("file_exists", name=name)
    if not os.access(path.parent, os.W_OK):
        raise refuse("cannot_write", name=name, reason=tr("system.EACCES"))


def _usual_mode(path: Path) -> int:
    """The rights of the file that is replaced, or those a new file would have had."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
