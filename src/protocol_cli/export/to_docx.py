"""Word: «Перечень поручений» by who answers for them, and reminders, a page for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from protocol_cli.export.by_responsible import ByResponsible, Share
from protocol_cli.export.columns import done_mark
from protocol_cli.export.rows import AssignmentRow, Moment, State
from protocol_cli.export.word_form import office_form, own_form, text_width, write_into_form
from protocol_cli.export.word_xml import PAGE_BREAK, SMALL, Words, paragraph, table_end, table_row, table_start
from protocol_cli.export.wording import NOBODY, STATES, days_text, document_title, item_title, short_day, term_text

LIST_HEADINGS = ("№ п/п", "Поручение", "Срок", "Ответственный, соисполнители", "Документ, пункт", "Отметка об исполнении")
LIST_SHARES = (5, 37, 15, 17, 15, 11)
REMINDER_HEADINGS = ("№ п/п", "Поручение", "Срок", "Основание")
REMINDER_SHARES = (7, 50, 20, 23)
ALARM = "C00000"
OUTSTANDING = frozenset(State) - {State.DONE, State.DONE_LATE}


def write_list(
    stream: BinaryIO,
    rows: Iterable[AssignmentRow],
    moment: Moment,
    *,
    template: Path | None = None,
    responsible: str | None = None,
) -> int:
    """Write the list of assignments under control; return how many are in it.

    `responsible` narrows the groups to names that have its words. Raises word_form.FormError for a bad `template`.
    """
    title, day = "ПЕРЕЧЕНЬ ПОРУЧЕНИЙ", short_day(moment.today)
    form = office_form(template, title, day) if template else own_form(landscape=True)
    widths = _widths(text_width(form), LIST_SHARES)
    with ByResponsible(moment) as groups:
        groups.add_all(rows)
        head = iter(()) if template else _head(title, f"по состоянию на {day}")
        write_into_form(stream, form, _chain(head, _list(groups, widths, responsible)))
        return groups.count


def write_reminders(
    stream: BinaryIO,
    rows: Iterable[AssignmentRow],
    moment: Moment,
    *,
    template: Path | None = None,
    responsible: str | None = None,
) -> int:
    """Write a reminder for each who answers, on a page of its own, with what is not done; return how many assignments."""
    day = short_day(moment.today)
    form = office_form(template, "НАПОМИНАНИЕ", day) if template else own_form(landscape=False)
    widths = _widths(text_width(form), REMINDER_SHARES)
    with ByResponsible(moment) as groups:
        groups.add_all(row for row in rows if row.state in OUTSTANDING)
        write_into_form(stream, form, _reminders(groups, widths, day, responsible))
        return groups.count


def _chain(*parts: Iterator[str]) -> Iterator[str]:
    for part in parts:
        yield from part


def _widths(whole: int, shares: tuple[int, ...]) -> list[int]:
    return [whole * share // 100 for share in shares]


def _head(title: str, below: str) -> Iterator[str]:
    yield paragraph(Words(title, bold=True, size=28), align="center")
    yield paragraph(Words(below), align="center", after=200)


def _list(groups: ByResponsible, widths: list[int], responsible: str | None) -> Iterator[str]:
    if not groups.count:
        yield paragraph(Words("Поручений нет"), align="center")
    for name in groups.names(responsible):
        heading = f"{name or NOBODY} – {groups.size(name)}"
        yield paragraph(Words(heading, bold=True), keep=True, before=160, after=80)
        yield table_start(widths, LIST_HEADINGS)
        for number, share in enumerate(groups.shares(name), start=1):
            yield table_row(widths, _list_cells(number, share))
        yield table_end()


def _list_cells(number: int, share: Share) -> list[tuple[Words, ...]]:
    row = share.row
    who = [Words(row.lead or NOBODY, size=SMALL, bold=share.leads)]
    who += [Words(f"{name} (соисп.)", size=SMALL) for name in row.others]
    mark = done_mark(row) or ("" if row.state is State.OPEN else STATES[row.state])
    place = [document_title(row.record), item_title(row.record)]
    return [
        (Words(str(number), size=SMALL),),
        (Words(row.text, size=SMALL),),
        _term_words(row),
        tuple(who),
        tuple(Words(part, size=SMALL) for part in place if part),
        (Words(mark, size=SMALL, colour=ALARM if row.state is State.OVERDUE else None),),
    ]


def _term_words(row: AssignmentRow) -> tuple[Words, ...]:
    """The day, the words of the document, and what is left."""
    overdue = ALARM if row.state is State.OVERDUE else None
    words = [Words(short_day(row.due), bold=True, size=SMALL, colour=overdue)] if row.due else []
    words.append(Words(term_text(row), size=SMALL))
    if row.next_due and row.next_due != row.due:
        words.append(Words(f"контроль: {short_day(row.next_due)}", size=SMALL))
    if row.state in (State.OVERDUE, State.SOON):
        words.append(Words(days_text(row), size=SMALL, colour=overdue))
    return tuple(words)


def _reminders(groups: ByResponsible, widths: list[int], day: str, responsible: str | None) -> Iterator[str]:
    names = groups.names(responsible)
    if not names:
        yield paragraph(Words("Неисполненных поручений нет"), align="center")
    for number, name in enumerate(names):
        if number:
            yield PAGE_BREAK
        yield paragraph(Words(name or NOBODY), align="right", after=240)
        yield paragraph(Words("НАПОМИНАНИЕ", bold=True, size=28), align="center", after=160)
        yield paragraph(Words(_sentence(groups, name, day)), align="both", after=160, indent=709)
        yield table_start(widths, REMINDER_HEADINGS)
        for order, share in enumerate(groups.shares(name), start=1):
            yield table_row(widths, _reminder_cells(order, share))
        yield table_end()
        yield paragraph(Words("Об исполнении просим сообщить в установленный срок."), align="both", before=160, indent=709)


def _sentence(groups: ByResponsible, name: str, day: str) -> str:
    """«Напоминаем, что 10.06.2021 истекает срок исполнения п. 2 протокола …» for one, else a sentence for all."""
    if groups.size(name) == 1:
        row = next(groups.shares(name)).row
        if row.due:
            verb = "истёк" if row.state is State.OVERDUE else "истекает"
            place = ", ".join(part for part in (item_title(row.record), document_title(row.record)) if part)
            return f"Напоминаем, что {short_day(row.next_due or row.due)} {verb} срок исполнения поручения ({place})."
    return f"Напоминаем о поручениях, которые на {day} не исполнены:"


def _reminder_cells(number: int, share: Share) -> list[tuple[Words, ...]]:
    row = share.row
    role = () if share.leads else (Words(f"(соисполнитель; ответственный – {row.lead})", size=SMALL),)
    place = [document_title(row.record), item_title(row.record)]
    return [
        (Words(str(number), size=SMALL),),
        (Words(row.text, size=SMALL), *role),
        _term_words(row),
        tuple(Words(part, size=SMALL) for part in place if part),
    ]
