"""Conditions of questions: SQL terms that must all hold, with the values of their marks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocol_cli.registry.keys import DOCUMENT_BITS, day_floor
from protocol_cli.registry.search import folded_number, needles, stem_needles

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database, Value

FEW = 2000  # rows of a name: up to so many it is quicker to begin with them
SOME = 50_000  # up to so many it is quicker to gather their keys first; with more, the next ones are never far
MOST_NAMES = 200  # so many names are handed over one by one
SHORTEST_ID = 4


@dataclass(slots=True)
class Condition:
    """Terms and values; `few`: not many rows meet them, so that it is quicker to begin there."""

    terms: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    few: bool = False

    def add(self, term: str, *values: Value) -> None:
        """Ask one thing more."""
        self.terms.append(term)
        self.values += values

    def also(self, other: Condition | None) -> None:
        """Ask what the other asks."""
        if other:
            self.terms += other.terms
            self.values += other.values
            self.few = self.few or other.few

    def told_of(self, column: str, other: str) -> Condition:
        """The same of another column with the same value, which a query has at hand earlier."""
        return Condition([term.replace(column, other) for term in self.terms], list(self.values), self.few)

    @property
    def sql(self) -> str:
        """What stands after WHERE."""
        return " AND ".join(self.terms) or "1 = 1"


def days_condition(column: str, after: dt.date | None, before: dt.date | None) -> Condition:
    """Documents of these days, by their keys; both days belong to it, and documents without a day do not."""
    condition = Condition()
    if after or before:
        condition.add(f"{column} >= ?", day_floor(after) if after else 1 << DOCUMENT_BITS)
    if before:
        condition.add(f"{column} < ?", day_floor(before + dt.timedelta(days=1)) if before < dt.date.max else (1 << 47))
    return condition


def named_keys(database: Database, table: str, question: str) -> tuple[str, list[Value]] | None:
    """What stands in «key IN (…)» for the rows of `table` whose folded names hold all words of the question.

    It is a list of marks with their values, or a SELECT where very many names are meant. A question in another form
    («Вториной», «руководителям ОО») is understood when nothing has it as it stands. None when no word is asked for («—»
    has none).
    """
    keys: list[Value] = []
    for words in (needles(question), stem_needles(question)):
        if not words:
            return None
        found = f"SELECT key FROM {table} WHERE " + " AND ".join(["instr(search, ?) > 0"] * len(words))  # noqa: S608 - our own words
        keys = [row[0] for row in database.execute(f"{found} LIMIT {MOST_NAMES + 1}", words).fetchall()]
        if len(keys) > MOST_NAMES:
            return found, list(words)
        if keys:
            break
    return ", ".join("?" * len(keys)) or "NULL", keys


def responsible_condition(database: Database, question: str | None) -> Condition | None:
    """Assignments (`a`) that somebody of this name answers for; None when no word is asked for."""
    named = named_keys(database, "parties", question or "")
    if named is None:
        return None
    found, values = named
    mine = f"SELECT assignment FROM responsibles WHERE party IN ({found})"  # noqa: S608 - our own words
    rows = rows_up_to(database, mine, values, SOME)
    if rows < FEW:
        return Condition([f"a.key IN ({mine})"], values, few=True)
    if rows < SOME:
        # «IS TRUE» keeps PostgreSQL from asking for each row anew: it gathers the keys too.
        return Condition([f"(+a.key IN ({mine})) IS TRUE"], values)
    # «+party»: by the assignment's own names, and not by all assignments of each name.
    mine = f"SELECT 1 FROM responsibles WHERE assignment = a.key AND +party IN ({found})"  # noqa: S608 - our own words
    return Condition([f"EXISTS ({mine})"], values)


def rows_up_to(database: Database, statement: str, values: list[Value], most: int) -> int:
    """How many rows a statement selects; they are not counted further than `most`."""
    some = f"SELECT count(*) FROM ({statement} LIMIT {most}) AS found"  # noqa: S608 - our own words
    return int(database.execute(some, values).fetchone()[0])


def document_condition(database: Database, column: str, question: str | None) -> Condition | None:
    """Rows of the documents that `question` names: an id, its beginning, a registration number or a file name."""
    if question is None:
        return None
    keys = find_documents(database, question)
    marks = ", ".join("?" * len(keys))
    return Condition([f"{column} IN ({marks})"], list(keys), few=True) if keys else Condition(["1 = 0"], few=True)


def find_documents(database: Database, question: str) -> list[int]:
    """The keys of the documents named by an id, a registration number, the beginning of an id, or a file name."""
    text = question.strip()
    ways: list[tuple[str, tuple[Value, ...]]] = [
        ("SELECT key FROM documents WHERE id = ?", (text.lower(),)),
        ("SELECT DISTINCT document FROM numbers WHERE number_key = ? ORDER BY document", (folded_number(text),)),
    ]
    if len(text) >= SHORTEST_ID and all(sign in "0123456789abcdef" for sign in text.lower()):
        begin = text.lower()
        ways.append(("SELECT key FROM documents WHERE id >= ? AND id < ? ORDER BY key", (begin, begin + "g")))
    ways.append(("SELECT key FROM documents WHERE source = ? ORDER BY key", (text,)))
    for statement, values in ways:
        if found := [int(row[0]) for row in database.execute(statement, values).fetchall()]:
            return found
    return []
