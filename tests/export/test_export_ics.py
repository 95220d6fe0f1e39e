"""The calendar, read back by two other libraries."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr
from export_rows import ATTACKS, MOMENT, attacked_rows, row, rows_of_all_states
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.export.calendar_rules import eve_rule, exceptions
from protocol_cli.export.content_lines import content_line, escaped
from protocol_cli.export.rows import AssignmentRow
from protocol_cli.export.to_ics import CalendarOptions, write_ics
from protocol_cli.workdays import is_working_day

STAMP = dt.datetime(2021, 6, 5, 9, 30, tzinfo=dt.UTC)
HORIZON = dt.date(2022, 6, 5)
DAY = dt.timedelta(days=1)


def text_of(rows: list[AssignmentRow], **options: Any) -> str:
    stream = io.StringIO(newline="")
    write_ics(stream, rows, MOMENT, CalendarOptions(STAMP, HORIZON, **options))
    return stream.getvalue()


def todos(rows: list[AssignmentRow], **options: Any) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(text_of(rows, **options))
    name = "VEVENT" if options.get("as_events") else "VTODO"
    return list(calendar.walk(name))


def test_a_task_has_its_day_its_words_and_its_source() -> None:
    (todo,) = todos([row()])
    assert todo["UID"] == "c34743ed-P1.2@protocol-cli" or todo["UID"] == "c34743ed-P1.1@protocol-cli"
    assert todo["DUE"].dt == dt.date(2021, 6, 10)
    assert todo["DUE"].params["VALUE"] == "DATE"
    assert todo["SUMMARY"] == "п. 1: Провести анализ потребности в учебниках"
    assert "Основание: п. 1, протокол от 16.04.2021 (письмо № 57-2751 от 06.05.2021)" in todo["DESCRIPTION"]
    assert "Срок: до 10 июня 2021 года" in todo["DESCRIPTION"]
    assert todo["CONTACT"] == "руководители МОУО; руководители ОО"
    assert todo["STATUS"] == "NEEDS-ACTION"
    assert [alarm["TRIGGER"].dt for alarm in todo.walk("VALARM")] == [-5 * DAY, -DAY]
    assert all(alarm["TRIGGER"].params["RELATED"] == "END" for alarm in todo.walk("VALARM"))


def test_a_second_export_updates_and_does_not_double() -> None:
    first = {todo["UID"] for todo in todos(rows_of_all_states())}
    second = {todo["UID"] for todo in todos([row(number, text="иначе", due="2022-01-01") for number in range(1, 7)])}
    assert len(first) == 6
    assert first == second


def test_states_of_the_journal_become_statuses() -> None:
    by_uid = {todo["UID"]: todo for todo in todos(rows_of_all_states())}
    done = by_uid["c34743ed-P1.6@protocol-cli"]
    assert done["STATUS"] == "COMPLETED"
    assert done["COMPLETED"].dt.date() == dt.date(2021, 6, 1)
    assert not done.walk("VALARM")
    assert "DUE" not in by_uid["c34743ed-P1.5@protocol-cli"]
    assert not by_uid["c34743ed-P1.1@protocol-cli"].walk("VALARM")  # overdue: no burst of old alarms


def test_a_period_begins_before_its_end_and_never_with_it() -> None:
    (todo,) = todos([row(kind="period", start="2021-06-01", due="2021-06-15")])
    assert (todo["DTSTART"].dt, todo["DUE"].dt) == (dt.date(2021, 6, 1), dt.date(2021, 6, 15))
    (todo,) = todos([row(kind="period", start="2021-06-15", due="2021-06-15")])
    assert "DTSTART" not in todo


RULES = [
    ("FREQ=MONTHLY;BYMONTHDAY=5", "2021-07-05"),
    ("FREQ=MONTHLY;BYMONTHDAY=1", "2021-07-01"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "2021-06-30"),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "2021-07-01"),
    ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5", "2021-07-05"),
    ("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1", "2021-07-01"),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "2021-12-31"),
    ("FREQ=WEEKLY;BYDAY=MO", "2021-06-07"),
    ("FREQ=WEEKLY;BYDAY=FR,MO", "2021-06-07"),
    ("FREQ=MONTHLY", "2021-07-15"),
    ("FREQ=DAILY", "2021-06-07"),
]


@pytest.mark.parametrize(("rule", "first"), RULES)
def test_rule_of_a_task_gives_eves_of_the_days(rule: str, first: str) -> None:
    begin = dt.datetime.fromisoformat(first)
    shifted = eve_rule(rule, begin.date())
    assert shifted
    end = begin + dt.timedelta(days=900)
    days = rrulestr(f"RRULE:{rule}", dtstart=begin).between(begin, end, inc=True)
    eves = rrulestr(f"RRULE:{shifted}", dtstart=begin - DAY).between(begin - DAY, end - DAY, inc=True)
    assert [eve + DAY for eve in eves] == days


@pytest.mark.parametrize(
    "rule",
    ["FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTHDAY=5"],
)
def test_rules_without_eves_are_written_day_by_day(rule: str) -> None:
    found = todos([row(kind="recurring", rrule=rule, due="2021-06-30")])
    assert len(found) > 1 or rule == "FREQ=YEARLY;BYMONTHDAY=5"
    assert all("RRULE" not in todo for todo in found)
    assert len({todo["UID"] for todo in found}) == len(found)


def test_a_recurring_task_is_valid_and_passes_over_days_off() -> None:
    (todo,) = todos([row(kind="recurring", rrule="FREQ=MONTHLY;BYMONTHDAY=5", due="2021-07-05")])
    assert todo["DUE"].dt == dt.date(2021, 7, 5)
    assert todo["DTSTART"].dt == dt.date(2021, 7, 4)
    assert todo["RRULE"].to_ical().decode() == "FREQ=MONTHLY;BYMONTHDAY=4"
    moved = exceptions("FREQ=MONTHLY;BYMONTHDAY=5", dt.date(2021, 7, 5), HORIZON, "gov")
    assert (dt.date(2021, 9, 5), dt.date(2021, 9, 3)) in moved  # a Sunday
    assert (dt.date(2021, 11, 5), dt.date(2021, 10, 29)) in moved  # days off by decree, then the holiday
    assert all(is_working_day(day) for _, day in moved)
    assert [one.dt + DAY for one in todo["EXDATE"].dts] == [day for day, _ in moved]
    assert [one.dt + DAY for one in todo["RDATE"].dts] == [day for _, day in moved]


def test_expand_writes_the_days_out() -> None:
    found = todos([row(kind="recurring", rrule="FREQ=MONTHLY;BYMONTHDAY=5", due="2021-07-05")], expand=True)
    days = [todo["DUE"].dt for todo in found]
    assert days[:3] == [dt.date(2021, 7, 5), dt.date(2021, 8, 5), dt.date(2021, 9, 3)]
    assert len(days) == 12
    assert all("RRULE" not in todo for todo in found)


def test_what_follows_is_a_task_of_its_own_tied_to_the_first() -> None:
    then = {"text": "до 1 декабря", "kind": "date", "due": "2021-12-01", "rrule": None, "then": None}
    main, later = todos([row(then=then)])
    assert later["DUE"].dt == dt.date(2021, 12, 1)
    assert later["RELATED-TO"] == main["UID"]


def test_events_are_whole_days_with_an_exclusive_end() -> None:
    rows = [row(), row(4, due="2021-07-05", rrule="FREQ=MONTHLY;BYMONTHDAY=5", kind="recurring"), row(5, due=None)]
    first, second = todos(rows, as_events=True)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (dt.date(2021, 6, 10), dt.date(2021, 6, 11))
    assert second["RRULE"].to_ical().decode() == "FREQ=MONTHLY;BYMONTHDAY=5"


def test_alarms_as_asked() -> None:
    (todo,) = todos([row()], alarms=())
    assert not todo.walk("VALARM")
    (todo,) = todos([row()], alarms=(3,))
    assert [alarm["TRIGGER"].dt for alarm in todo.walk("VALARM")] == [-3 * DAY]


def test_another_reader_reads_the_same() -> None:
    text = text_of(rows_of_all_states())
    calendar = vobject.readOne(text)
    assert [todo.uid.value for todo in calendar.vtodo_list] == [todo["UID"] for todo in todos(rows_of_all_states())]
    assert calendar.vtodo_list[1].due.value == dt.date(2021, 6, 10)
    assert calendar.vtodo_list[1].summary.value == "п. 2: Провести анализ потребности в учебниках"


def test_attacks_stay_inside_their_values() -> None:
    text = text_of(attacked_rows())
    assert "\r\nEND:VTODO\r\nBEGIN:VEVENT" not in text
    assert text.count("BEGIN:VTODO") == len(ATTACKS)
    assert not any(sign in text for sign in "\x00\x07\x1b\u202e\ud800")
    found = todos(attacked_rows())
    assert len(found) == len(ATTACKS)
    assert found[0]["CONTACT"].startswith('=HYPERLINK("http://x.example","нажми")')
    assert len(vobject.readOne(text).vtodo_list) == len(ATTACKS)


def test_lines_end_and_fold_as_rfc_5545_wants() -> None:
    text = text_of([row(text="Обеспечить " * 200)])
    for line in text.removesuffix("\r\n").split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line


@given(st.text())
def test_folding_and_escaping_lose_nothing(text: str) -> None:
    line = content_line("X:" + escaped(text))
    assert line.endswith("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
    unfolded = line.replace("\r\n ", "").removesuffix("\r\n")
    assert unfolded == "X:" + escaped(text)
    assert "\n" not in unfolded
