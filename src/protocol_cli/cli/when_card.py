"""A term drawn for people: what was read, the days it comes to, and what a day off does to it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, TextIO

from protocol_cli.cli.days import day_text
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.render import console_for, fields, lines, panel, words

if TYPE_CHECKING:
    from rich.text import Text

    from protocol_cli.due import Resolved
    from protocol_cli.models.deadline import Deadline

_SHOWN = 5
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DURATION = re.compile(r"(-?)P(T?)(\d+)([DWMYH])")
_NOUNS = {"D": "days", "W": "weeks", "M": "months", "Y": "years", "H": "hours"}


def write_card(stream: TextIO, resolved: Resolved, anchor: dt.date, *, rules: tuple[str, ...] = ()) -> None:
    """Write the card of a term; with `rules` the names of the grammar's rules below."""
    deadline = resolved.deadline
    rows = _rows(deadline, anchor)
    notes = [words(tr(f"when.{code}"), "warning") for code in resolved.notices]
    if notes:
        rows.append((tr("when.label_notes"), lines(*notes)))
    if rules:
        rows.append(
            (tr("when.label_rules"), lines(*(words(f"{n}. {rule}", "quiet") for n, rule in enumerate(rules, 1))))
        )
    title = words(deadline.text)
    console_for(stream).print(panel(title, tr("when.counted_from", day=day_text(anchor)), fields(rows)))


def _rows(deadline: Deadline, anchor: dt.date) -> list[tuple[str, Text]]:
    rows = [(tr("when.label_reading"), words(reading(deadline, anchor)))]
    if deadline.start is not None:
        rows.append((tr("when.label_start"), words(day_text(deadline.start))))
    if deadline.due is not None:
        label = "when.label_first" if deadline.rrule else "when.label_due"
        rows.append((tr(label), words(_at(day_text(deadline.due), deadline), "due")))
        if off := effective(deadline.due):
            rows.append((tr("when.label_effective"), words(off, "warning")))
    if deadline.event:
        rows.append((tr("when.label_event"), words(deadline.event)))
    if deadline.rrule:
        rows.append((tr("when.label_rule"), words(deadline.rrule, "quiet")))
        if following := next_days(deadline, anchor):
            rows.append((tr("when.label_next"), lines(*(words(day_text(day)) for day in following))))
    if deadline.then is not None:
        then = deadline.then
        rows.append((tr("when.label_then"), lines(words(reading(then, anchor)), words(then.text, "quiet"))))
        rows += [row for row in _rows(then, anchor)[1:] if row[0] != tr("when.label_event")]
    return rows


def reading(deadline: Deadline, anchor: dt.date) -> str:
    """Say in words what a term means: «с 01.06.2021 вт по 15.06.2021 вт», «повторяется: каждый месяц, числа: 5»."""
    kind = deadline.kind.value
    if kind == "date":
        return tr("when.date", day=day_text(deadline.due)) if deadline.due is not None else tr("when.date_unknown")
    if kind == "period":
        if deadline.due is None:
            return tr("when.date_unknown")
        if deadline.start is None:
            return tr("when.period_open", due=day_text(deadline.due))
        return tr("when.period", start=day_text(deadline.start), due=day_text(deadline.due))
    if kind == "recurring":
        if deadline.rrule is None:
            return tr("when.recurring_unsaid")
        return tr("when.recurring", rule=rule_in_words(deadline.rrule))
    if kind == "relative":
        return _relative(deadline, anchor)
    return tr(f"when.{kind}")


def _relative(deadline: Deadline, anchor: dt.date) -> str:
    match = _DURATION.fullmatch(deadline.duration or "")
    if match is None:
        return tr("when.relative_day")
    noun = "minutes" if match[2] and match[4] == "M" else _NOUNS[match[4]]
    if noun == "days" and deadline.working_days:
        noun = "working_days"
    length = count(f"when.{noun}", int(match[3]))
    if match[1]:
        return tr("when.before", length=length)
    if deadline.event and deadline.due is None:
        return tr("when.relative_event", length=length)
    if deadline.event and re.search(r"\d", deadline.event):
        return tr("when.relative_event_dated", length=length)
    return tr("when.relative", length=length, day=day_text(anchor))


def rule_in_words(rrule: str) -> str:
    """Say a recurrence rule in words: "FREQ=MONTHLY;BYMONTHDAY=5" is «каждый месяц, числа: 5»."""
    rule = dict(part.split("=", 1) for part in rrule.split(";"))
    freq, interval = rule["FREQ"], int(rule.get("INTERVAL", "1"))
    nouns = {"DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months", "YEARLY": "years"}
    parts = [tr(f"when.{freq}")]
    if interval > 1 and freq in nouns:
        parts = [tr("when.every_days", length=count(f"when.{nouns[freq]}", interval))]
    if months := rule.get("BYMONTH"):
        names = tr("when.month_names").split()
        parts.append(tr("when.in_months", months=", ".join(names[int(month) - 1] for month in months.split(","))))
    if days := rule.get("BYMONTHDAY"):
        shown = ", ".join(day if int(day) > 0 else tr("when.last") for day in days.split(","))
        parts.append(tr("when.on_days", days=shown))
    if place := rule.get("BYSETPOS"):
        parts.append(tr("when.last_workday") if place == "-1" else tr("when.workday", place=place))
    elif weekdays := rule.get("BYDAY"):
        names = tr("days.short").split()
        parts.append(tr("when.on_weekdays", days=", ".join(_weekday(code, names) for code in weekdays.split(","))))
    if until := rule.get("UNTIL"):
        parts.append(tr("when.until", day=day_text(dt.datetime.strptime(until, "%Y%m%d").date())))  # noqa: DTZ007
    return ", ".join(parts)


def _weekday(code: str, names: list[str]) -> str:
    place, name = code[:-2], names[_CODES.index(code[-2:])]
    if not place:
        return name
    return f"{tr('when.last') if place == '-1' else place} {name}"


def next_days(deadline: Deadline, anchor: dt.date) -> list[dt.date]:
    """Return the next days of a recurring term whose rule says on which day it falls."""
    rrule = deadline.rrule or ""
    if "BY" not in rrule.replace("BYMONTH=", "") or deadline.due is None:
        return []
    from dateutil.rrule import rrulestr

    begin = dt.datetime.combine(deadline.due or deadline.start or anchor, dt.time())
    found: list[dt.date] = []
    for moment in rrulestr(rrule, dtstart=begin):
        found.append(moment.date())
        if len(found) == _SHOWN:
            break
    return found


def effective(due: dt.date) -> str | None:
    """Say what a last day that is a day off comes to; None when it is worked."""
    from protocol_cli.workdays import effective_due, reason_off

    reason = reason_off(due)
    if reason is None:
        return None
    return tr(
        "when.effective", day=day_text(due), reason=tr(f"when.off_{reason}"),
        gov=day_text(effective_due(due, "gov")), civil=day_text(effective_due(due, "civil")),
    )  # fmt: skip


def _at(day: str, deadline: Deadline) -> str:
    return day + (tr("when.at_time", time=deadline.time) if deadline.time else "")
