"""Who must do what by when: the days of assignments, those of terms that follow and that come again among them."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from protocol_cli.registry import recurrence
from protocol_cli.registry.conditions import Condition, document_condition, responsible_condition
from protocol_cli.registry.rows import DeadlineFilter, DeadlineRecord, Place

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

DEADLINES = """
    SELECT {day} AS day, a.key, {step} AS step, {term} AS term,
           d.id, a.place, d.source, d.kind, d.number, d.date, a.protocol, p.number, p.date, a.agenda_item,
           a.number, a.lead, a.text, a.due, a.deadline, a.kind, a.start, a.time, a.precision, a.rrule, a.event, a.next,
           a.page, a.span_start, a.span_end, a.done_on, a.done_through
    FROM {tables}
    JOIN documents AS d ON d.key = a.document
    LEFT JOIN protocols AS p ON p.document = a.document AND p.position = a.protocol
    WHERE {conditions}
    ORDER BY {order}
"""
NAMES = """
    SELECT r.assignment, parties.name FROM responsibles AS r
    JOIN parties ON parties.key = r.party WHERE r.assignment IN ({marks}) ORDER BY r.assignment, r.position
"""
CHUNK = 500
AHEAD = 3660  # days: how far the next day of a recurring term is looked for
DONE = "(a.done_on IS NOT NULL OR a.done_through IS NOT NULL)"

Ranked = tuple[str, int, int, DeadlineRecord]  # day, key of the assignment, step of the term


def deadlines(database: Database, wanted: DeadlineFilter) -> Iterator[DeadlineRecord]:
    """The days that `wanted` asks for, in their order, then the terms without a day. Raises the driver's errors."""
    asked = _Asked(database, wanted)
    streams = [asked.main()]
    if wanted.every_day:
        streams += [asked.later(), asked.recurring()]
    dated = (record for *_, record in heapq.merge(*streams, key=asked.rank))
    limit = wanted.limit
    for record in islice(dated, limit):
        yield record
        limit = limit - 1 if limit is not None else None
    if wanted.undated and limit != 0:
        yield from islice((record for *_, record in asked.undated()), limit)


def _forwards(ranked: Ranked) -> tuple[str, int, int]:
    return ranked[:3]


def _backwards(ranked: Ranked) -> tuple[int, int, int]:
    """From the end: days backwards, and within a day the order of the documents."""
    return -int(ranked[0].replace("-", "")), ranked[1], ranked[2]


class _Asked:
    """One question, and the streams of its answer; each is in the order of days, then of keys."""

    def __init__(self, database: Database, wanted: DeadlineFilter) -> None:
        self._database = database
        self._wanted = wanted
        self._common = Condition()
        self._common.also(responsible_condition(database, wanted.responsible))
        self._common.also(document_condition(database, "a.document", wanted.document))
        # «+a.day» keeps SQLite from going by days where it is quicker to go by the few assignments of a name.
        self._lead = "+" if self._common.few else ""
        self._direction = "DESC" if wanted.sort == "-due" else "ASC"
        self.rank: Callable[[Ranked], Any] = _backwards if wanted.sort == "-due" else _forwards
        self._furthest: str | None = None  # the day with which the assignments' own days fill the answer

    def main(self) -> Iterator[Ranked]:
        """The assignments' own days."""
        day = f"{self._lead}a.day"
        condition = Condition([f"{day} IS NOT NULL"])
        tables = "assignments AS a"
        if self._wanted.kind:
            condition.add("a.kind = ?", self._wanted.kind)
            tables += "" if self._lead else " INDEXED BY assignments_kind"
        self._add_status(condition, day)
        self._add_window(condition, day)
        condition.also(self._common)
        order = f"a.day {self._direction}, a.key"
        return self._select(condition, day="a.day", tables=tables, order=order, main=True)

    def later(self) -> Iterator[Ranked]:
        """The days of terms that follow."""
        condition = Condition()
        if self._wanted.kind:
            condition.add("l.kind = ?", self._wanted.kind)
        self._add_status(condition, "l.day")
        self._add_window(condition, f"{self._lead}l.day")
        if self._furthest:
            condition.add(f"{self._lead}l.day {'>=' if self._direction == 'DESC' else '<='} ?", self._furthest)
        condition.also(self._common.told_of("a.key", "l.assignment"))
        tables = "later_terms AS l JOIN assignments AS a ON a.key = l.assignment"
        order = f"l.day {self._direction}, l.assignment"
        yield from self._select(condition, day="l.day", step="l.step", term="l.term", tables=tables, order=order)

    def recurring(self) -> Iterator[Ranked]:
        """The days of each rule in the window, or its next day when the window has no end."""
        wanted = self._wanted
        if wanted.after is None or wanted.kind not in {None, "recurring"}:
            return
        last = wanted.before or recurrence.days_after(wanted.after, AHEAD)
        rules: dict[str, list[tuple[str, str]]] = {}
        for rule, phase in self._rules():
            found = recurrence.days(rule, phase, wanted.after, last)
            for day in found if wanted.before else islice(found, 1):
                rules.setdefault(day.isoformat(), []).append((rule, phase))
        # Day by day: what is not read to the end is not asked for.
        for due in sorted(rules, reverse=self._direction == "DESC"):
            if self._furthest and (due < self._furthest if self._direction == "DESC" else due > self._furthest):
                return
            streams = [self._occurrences(rule, phase, due) for rule, phase in rules[due]]
            yield from heapq.merge(*streams, key=self.rank)

    def _rules(self) -> list[tuple[str, str]]:
        """The rules that can matter: few assignments have few of them."""
        statement, values = "SELECT DISTINCT rule, phase FROM recurrences", []
        if self._common.few:
            tables = "recurrences AS r JOIN assignments AS a ON a.key = r.assignment"
            statement = f"SELECT DISTINCT r.rule, r.phase FROM {tables} WHERE {self._common.sql}"  # noqa: S608 - our own words
            values = self._common.values
        return [(rule, phase) for rule, phase in self._database.execute(statement, values).fetchall()]

    def _occurrences(self, rule: str, phase: str, day: str) -> Iterator[Ranked]:
        condition = Condition(["r.rule = ?", "r.phase = ?", "r.first <= ?"], [rule, phase, day])
        self._add_status(condition, f"'{day}'")
        condition.also(self._common.told_of("a.key", "r.assignment"))
        tables = "recurrences AS r JOIN assignments AS a ON a.key = r.assignment"
        return self._select(
            condition, day=f"'{day}'", step="r.step", term="r.term", tables=tables, order="r.assignment, r.step"
        )

    def undated(self) -> Iterator[Ranked]:
        """The terms without a day."""
        condition = Condition(["a.day IS NULL", "a.kind IS NOT NULL"])
        if self._wanted.kind:
            condition.add("a.kind = ?", self._wanted.kind)
        if self._wanted.status == "open":
            condition.add("a.done_on IS NULL")
        elif self._wanted.status == "done":
            condition.add("a.done_on IS NOT NULL")
        condition.also(self._common)
        return self._select(condition, day="NULL", tables="assignments AS a", order="a.key")

    def _add_window(self, condition: Condition, column: str) -> None:
        if self._wanted.before:
            condition.add(f"{column} <= ?", self._wanted.before.isoformat())
        if self._wanted.after:
            condition.add(f"{column} >= ?", self._wanted.after.isoformat())

    def _add_status(self, condition: Condition, day: str) -> None:
        """Done is what the journal says; of a recurring term, its days up to one."""
        if self._wanted.status == "open":
            condition.add("a.done_on IS NULL")
            condition.add(f"(a.done_through IS NULL OR a.done_through < {day})")
        elif self._wanted.status == "done":
            condition.add(DONE)
            condition.add(f"(a.done_on IS NOT NULL OR a.done_through >= {day})")

    def _select(
        self,
        condition: Condition,
        *,
        day: str,
        tables: str,
        order: str,
        step: str = "0",
        term: str = "NULL",
        main: bool = False,
    ) -> Iterator[Ranked]:
        statement = DEADLINES.format(
            day=day, step=step, term=term, tables=tables, conditions=condition.sql, order=order
        )
        if self._wanted.limit is not None:
            statement += f" LIMIT {int(self._wanted.limit)}"
        cursor = self._database.execute(statement, condition.values)
        while rows := cursor.fetchmany(min(CHUNK, self._wanted.limit or CHUNK)):
            if main and len(rows) == self._wanted.limit:
                # Streams that are begun after this one need not look for what has no place in the answer.
                self._furthest = rows[-1][0]
            names = responsible_names(self._database, [row[1] for row in rows])
            for row in rows:
                yield row[0] or "", row[1], row[2], _record(row, names.get(row[1], []))


def responsible_names(database: Database, keys: list[int]) -> dict[int, list[str]]:
    """The names of who answers for the assignments with these keys."""
    names: dict[int, list[str]] = {}
    for key, name in database.execute(NAMES.format(marks=", ".join("?" * len(keys))), keys):
        names.setdefault(key, []).append(name)
    return names


def _record(row: Any, responsible: list[str]) -> DeadlineRecord:  # noqa: ANN401 - a row of either driver
    (
        day, _, _, later, document, place, source, document_kind, document_number, document_date, protocol,
        protocol_number, protocol_date, agenda_item, number, lead, text, due, deadline, kind, start, time, precision,
        rrule, event, then, page, span_start, span_end, done_on, done_through,
    ) = row  # fmt: skip
    record = DeadlineRecord(
        id=f"{document}:{place}",
        document=document,
        source=source,
        document_kind=document_kind,
        document_number=document_number,
        document_date=document_date,
        protocol=protocol or None,
        protocol_number=protocol_number,
        protocol_date=protocol_date,
        agenda_item=agenda_item,
        number=number,
        lead=lead,
        text=text,
        responsible=responsible,
        due=due,
        effective_due=None,
        deadline=deadline,
        kind=kind,
        start=start,
        time=time,
        precision=precision,
        rrule=rrule,
        event=event,
        then=json.loads(then) if then else None,
        page=page,
        span=Place(start=span_start, end=span_end, page=page),
        day=day,
        done_on=done_on or (done_through if done_through and day and done_through >= day else None),
        days_left=None,
    )
    if later:
        _say_later_term(record, json.loads(later))
    return record


def _say_later_term(record: DeadlineRecord, term: dict[str, Any]) -> None:
    """Let the record say the term that this day belongs to, where it is not the assignment's first."""
    record["deadline"] = term["text"]
    record["kind"] = term["kind"]
    record["due"] = term["due"]
    record["start"] = term["start"]
    record["time"] = term["time"]
    record["precision"] = term["precision"]
    record["rrule"] = term["rrule"]
    record["event"] = term["event"]
    record["then"] = term["then"]
