"""iCalendar (RFC 5545): assignments as VTODO, or as all-day VEVENT for calendars that do not show tasks.

UIDs are made of the document and the place in it, so that a second import updates. A term is a day (`VALUE=DATE`).
A recurring VTODO begins on the eve of its term, with a rule of eves, since RFC 5545 (3.8.2.3) wants DUE later than
DTSTART and lets both recur with the rule; a rule that has no eves in RFC 5545's words is written out day by day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

from protocol_cli.export.calendar_rules import eve_rule, exceptions, occurrences
from protocol_cli.export.content_lines import content_line, escaped
from protocol_cli.export.rows import AssignmentRow, Moment, State
from protocol_cli.export.wording import WEEKDAYS, document_title, item_title, short_day, term_text

DAY = dt.timedelta(days=1)
LONGEST_SUMMARY = 120
DOMAIN = "protocol-cli"
BEGINNING = (
    "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{DOMAIN}//protocol//RU", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    "X-WR-CALNAME:Поручения",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """How the calendar is written.

    `stamp` is the moment of writing (UTC). `as_events` gives VEVENT. `expand` writes recurring terms out up to
    `horizon`. `alarms` are the numbers of days before the term on which to remind.
    """

    stamp: dt.datetime
    horizon: dt.date
    as_events: bool = False
    expand: bool = False
    alarms: tuple[int, ...] = (5, 1)


def write_ics(stream: TextIO, rows: Iterable[AssignmentRow], moment: Moment, options: CalendarOptions) -> int:
    """Write a calendar; return how many assignments are in it. `stream` must leave line ends as they are.

    An event needs a day: with `as_events` those without one are left out.
    """
    stamp = f"{options.stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    stream.writelines(map(content_line, BEGINNING))
    writer = _Writer(stream, moment, options, stamp)
    seen: set[str] = set()  # the days of a recurring term, and what follows a term, belong to one component
    count = 0
    for row in rows:
        if row.id not in seen:
            seen.add(row.id)
            count += writer.write(row)
    stream.write(content_line("END:VCALENDAR"))
    return count


@dataclass(frozen=True, slots=True)
class _Term:
    """One component to be written: its `uid`, and its day or rule."""

    uid: str
    due: dt.date | None
    start: dt.date | None = None
    rule: str | None = None
    part_of: str | None = None
    words: str = ""


class _Writer:
    def __init__(self, stream: TextIO, moment: Moment, options: CalendarOptions, stamp: str) -> None:
        self._write_text = stream.write
        self._moment = moment
        self._options = options
        self._stamp = stamp
        self._name = "VEVENT" if options.as_events else "VTODO"

    def write(self, row: AssignmentRow) -> bool:
        """Write the row's components; False when there is none."""
        uid = row.id.replace(":", "-")
        terms = list(self._terms(row, uid))
        for term in terms:
            self._component(row, term)
        return bool(terms)

    def _terms(self, row: AssignmentRow, uid: str) -> Iterator[_Term]:
        start = row.get("start")
        first = dt.date.fromisoformat(start) if start and row.get("kind") == "period" else None
        due = row.stated_due if row.get("rrule") else row.due
        main = _Term(uid, due, first, row.get("rrule"), words=term_text(row))
        yield from self._spelled(main)
        number, then = 0, row.get("then")
        while isinstance(then, Mapping):
            number += 1
            later_due = then.get("due")
            if later_due:
                later = _Term(f"{uid}-then{number}", dt.date.fromisoformat(later_due), None, then.get("rrule"), uid, str(then["text"]))
                yield from self._spelled(later)
            then = then.get("then")

    def _spelled(self, term: _Term) -> Iterator[_Term]:
        """The term as it can be written: one component, or one for each of its days."""
        if term.due is None:
            if not self._options.as_events:
                yield _Term(term.uid, None, part_of=term.part_of, words=term.words)
            return
        plain_rule = term.rule and not self._options.expand
        if not term.rule or (plain_rule and (self._options.as_events or eve_rule(term.rule, term.due))):
            yield term
            return
        for day in occurrences(term.rule, term.due, self._options.horizon, self._moment.profile):
            yield _Term(f"{term.uid}-{day:%Y%m%d}", day, part_of=term.part_of, words=term.words)

    def _component(self, row: AssignmentRow, term: _Term) -> None:
        lines = [
            f"BEGIN:{self._name}",
            f"UID:{escaped(term.uid)}@{DOMAIN}",
            f"DTSTAMP:{self._stamp}",
            f"LAST-MODIFIED:{self._stamp}",
            f"SUMMARY:{escaped(_summary(row))}",
            f"DESCRIPTION:{escaped(_description(row, term))}",
            "CATEGORIES:Поручения",
        ]
        if row.responsible:
            lines.append(f"CONTACT:{escaped('; '.join(row.responsible))}")
        if term.part_of:
            lines.append(f"RELATED-TO:{escaped(term.part_of)}@{DOMAIN}")
        lines += self._event_days(term) if self._options.as_events else self._todo_days(term)
        lines += self._status(row)
        if term.due and row.state not in (State.DONE, State.DONE_LATE) and (term.rule or term.due >= self._moment.today):
            lines += self._alarms()
        lines.append(f"END:{self._name}")
        self._write_text("".join(map(content_line, lines)))

    def _todo_days(self, term: _Term) -> list[str]:
        if term.due is None:
            return []
        due = f"DUE;VALUE=DATE:{term.due:%Y%m%d}"
        if term.rule:
            rule = eve_rule(term.rule, term.due)
            return [f"DTSTART;VALUE=DATE:{term.due - DAY:%Y%m%d}", due, f"RRULE:{rule}", *self._exceptions(term, DAY)]
        if term.start and term.start < term.due:
            return [f"DTSTART;VALUE=DATE:{term.start:%Y%m%d}", due]
        return [due]

    def _event_days(self, term: _Term) -> list[str]:
        if term.due is None:
            return []
        lines = [f"DTSTART;VALUE=DATE:{term.due:%Y%m%d}", f"DTEND;VALUE=DATE:{term.due + DAY:%Y%m%d}", "TRANSP:TRANSPARENT"]
        if term.rule:
            lines += [f"RRULE:{term.rule}", *self._exceptions(term, dt.timedelta())]
        return lines

    def _exceptions(self, term: _Term, before: dt.timedelta) -> list[str]:
        """EXDATE and RDATE of the days that the production calendar moves, up to the horizon."""
        if not (term.rule and term.due):
            return []
        moved = exceptions(term.rule, term.due, self._options.horizon, self._moment.profile)
        if not moved:
            return []
        off = ",".join(f"{day - before:%Y%m%d}" for day, _ in moved)
        instead = ",".join(f"{day - before:%Y%m%d}" for _, day in moved)
        return [f"EXDATE;VALUE=DATE:{off}", f"RDATE;VALUE=DATE:{instead}"]

    def _status(self, row: AssignmentRow) -> list[str]:
        if self._options.as_events:
            return ["STATUS:CONFIRMED"]
        if row.state not in (State.DONE, State.DONE_LATE):
            return ["STATUS:NEEDS-ACTION"]
        done = [f"COMPLETED:{row.done_on:%Y%m%d}T120000Z"] if row.done_on else []
        return ["STATUS:COMPLETED", "PERCENT-COMPLETE:100", *done]

    def _alarms(self) -> Iterator[str]:
        related = "START" if self._options.as_events else "END"
        for days in self._options.alarms:
            yield from (
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:Истекает срок поручения",
                f"TRIGGER;RELATED={related}:-P{days}D",
                "END:VALARM",
            )


def _summary(row: AssignmentRow) -> str:
    """«п. 2: Провести анализ …», cut at a word."""
    number = row.get("number")
    text = f"п. {number}: {row.text}" if number else row.text
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[: LONGEST_SUMMARY - 1].rpartition(" ")[0] + "…"


def _description(row: AssignmentRow, term: _Term) -> str:
    record: Mapping[str, Any] = row.record
    place = ", ".join(part for part in (item_title(record), document_title(record)) if part)
    page = f", стр. {record['page']}" if record.get("page") else ""
    lines = [row.text, ""]
    if row.responsible:
        lines.append("Ответственные: " + "; ".join(row.responsible))
    if term.words:
        lines.append(f"Срок: {term.words}")
    moved = row.effective_due
    if moved and term.due == row.due and moved != row.due and not term.rule:
        lines.append(f"Последний рабочий день срока: {short_day(moved)} ({WEEKDAYS[moved.weekday()]})")
    lines.append(f"Основание: {place}")
    lines.append(f"Файл: {record.get('source')}{page}")
    return "\n".join(lines)
