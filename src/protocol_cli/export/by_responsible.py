"""Assignments grouped by who answers for them, in memory that does not grow with their texts."""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from protocol_cli.export.rows import AssignmentRow, Moment, row_from_record

IN_MEMORY = 8_000_000  # bytes of rows that are kept before they go to a temporary file


@dataclass(frozen=True, slots=True)
class Share:
    """A row in somebody's group: `leads` when she is named first, and so answers for the whole."""

    row: AssignmentRow
    leads: bool


class ByResponsible:
    """Rows put aside and given out by name: an assignment is in the group of each who is named for it.

    A context manager. Names go by the alphabet, the rows of a name in the order in which they came; those of nobody
    are last, under the empty name.
    """

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._places: dict[str, array[int]] = {}
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add_all(self, rows: Iterable[AssignmentRow]) -> None:
        """Put the rows aside."""
        for row in rows:
            place = self._file.tell() << 1  # the lowest bit tells the lead
            self._file.write(json.dumps([row.record, row.path], ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
            for order, name in enumerate(dict.fromkeys(row.responsible or ("",))):
                self._places.setdefault(name, array("Q")).append(place | (order == 0))
            self.count += 1

    def names(self, part: str | None = None) -> list[str]:
        """The names; with `part` only those that have all its words (all of them, when none has)."""
        names = sorted(self._places, key=lambda name: (not name, _folded(name)))
        words = _folded(part or "").split()
        chosen = [name for name in names if words and all(word in _folded(name) for word in words)]
        return chosen or names

    def size(self, name: str) -> int:
        """How many rows a name has."""
        return len(self._places[name])

    def shares(self, name: str) -> Iterator[Share]:
        """The rows of a name."""
        for place in self._places[name]:
            self._file.seek(place >> 1)
            record, path = json.loads(self._file.readline().decode("utf-8", "surrogatepass"))
            yield Share(row_from_record(record, self._moment, path), bool(place & 1))


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")
