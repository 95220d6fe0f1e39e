"""Two letters and two protocols of one office, invented: enough for every list."""

from __future__ import annotations

import datetime as dt
import hashlib

from protocol_cli.models import (
    Addressee,
    AgendaItem,
    Assignment,
    Attendance,
    Deadline,
    DeadlineKind,
    Discussion,
    Document,
    DocumentKind,
    InReplyTo,
    Letter,
    Organization,
    Participant,
    Person,
    Precision,
    Protocol,
    Reference,
    Responsible,
    Role,
    SourceInfo,
    Span,
)

HERE = Span(start=3, end=9, page=1)


def person(name: str, position: str | None = None) -> Person:
    """«Вторина Елена Павловна» or «Вторина Е.П.»."""
    family, *rest = name.split()
    if len(rest) == 1:
        rest = [f"{initial}." for initial in rest[0].split(".") if initial]
    given, patronymic = [*rest, None, None][:2]
    return Person(
        name=name, family_name=family, given_name=given, patronymic_name=patronymic, position=position, span=HERE
    )  # fmt: skip


def due(day: str, then: Deadline | None = None) -> Deadline:
    date = dt.date.fromisoformat(day)
    text = f"до {date:%d.%m.%Y}"
    return Deadline(text=text, kind=DeadlineKind.DATE, due=date, precision=Precision.DAY, then=then, span=HERE)


def monthly(day: str) -> Deadline:
    date = dt.date.fromisoformat(day)
    rule = f"FREQ=MONTHLY;BYMONTHDAY={date.day}"
    return Deadline(text=f"ежемесячно до {date.day} числа", kind=DeadlineKind.RECURRING, due=date, rrule=rule, span=HERE)


def task(number: str, text: str, deadline: Deadline | None = None, *who: str | Person) -> Assignment:
    named = [
        Responsible(
            text=str(each), name=each.name if isinstance(each, Person) else each,
            person=each if isinstance(each, Person) else None, role=Role.CO if order else Role.LEAD,
        )
        for order, each in enumerate(who)
    ]  # fmt: skip
    return Assignment(number=number, text=text, deadline=deadline, responsible=tuple(named), span=HERE)


def source(name: str) -> SourceInfo:
    return SourceInfo(name=name, format="txt", sha256=hashlib.sha256(name.encode()).hexdigest(), pages=1)


def question() -> Document:
    """A letter of 1 February that asks, and is answered."""
    return Document(
        source=source("запрос.txt"),
        kind=DocumentKind.LETTER,
        letter=Letter(
            organization=Organization(name="Комитет культуры города Заречного", short_name="Комкульт"),
            number="02-17/63", date=dt.date(2022, 2, 1), subject="О подключении библиотек",
            addressees=(Addressee(text="Агентство связи", organization="Агентство связи", span=HERE),),
            requests=(task("1", "Просим сообщить сроки проверки линий", due("2022-02-21"), "Агентство связи"),),
            signatories=(person("Зорина Н.Ф.", "председатель комитета"),), span=HERE,
        ),
    )  # fmt: skip


def answer() -> Document:
    """A letter of 21 February that answers the first, and has no answer."""
    law = Reference(kind="постановление", issuer="Правительство области", number="577-п", text="постановление № 577-п", span=HERE)
    return Document(
        source=source("ответ.txt"),
        kind=DocumentKind.LETTER,
        letter=Letter(
            organization=Organization(name="Агентство связи"), number="08-11/194", date=dt.date(2022, 2, 21),
            subject="О подключении библиотек", in_reply_to=(InReplyTo(number="№ 02–17/63", date=dt.date(2022, 2, 1)),),
            body=("Проверками охвачены все линии.",), signatories=(person("Лукьянов С.Е.", "директор"),),
            executor=person("Крылова Вера Артуровна"), span=HERE,
        ),
        references=(law,),
    )  # fmt: skip


def meeting() -> Document:
    """A protocol of 10 March with an agenda and every sort of term."""
    chair = person("Вторина Елена Павловна", "заместитель главы")
    return Document(
        source=source("протокол.txt"),
        kind=DocumentKind.PROTOCOL,
        protocols=(
            Protocol(
                number="7", date=dt.date(2022, 3, 10), title="Совещания о библиотеках", chair=chair,
                participants=(
                    Participant(text="Зорина Н.Ф.", status=Attendance.PRESENT, person=person("Зорина Н.Ф."), span=HERE),
                    Participant(text="Фокин Д.А.", status=Attendance.ABSENT, person=person("Фокин Д.А."), span=HERE),
                ),
                agenda=(
                    AgendaItem(number="1", title="О ходе проверок", speakers=(person("Зорина Н.Ф."),), span=HERE),
                    AgendaItem(number="2", title="О плане на год", speakers=(person("Вторина Е.П."),), span=HERE),
                ),
                discussion=(Discussion(agenda_item="1", spoke=(person("Лукьянов С.Е."),), text="о линиях", span=HERE),),
                decisions=(
                    task("1.1", "Завершить проверку линий связи", due("2022-04-01"), person("Лукьянов С.Е.")),
                    task("1.2", "Представлять отчёт", monthly("2022-04-05"), "отдел кадров"),
                    task("2.1", "Разработать план", due("2022-05-01", then=due("2022-09-01")), "отдел кадров", "совет"),
                    task("2.2", "Вести учёт", Deadline(text="постоянно", kind=DeadlineKind.ONGOING, span=HERE), "совет"),
                    task("2.3", "Принять к сведению"),
                ),
                signatories=(person("Вторина Е.П."),), control=person("Вторина Е.П."), span=HERE,
            ),
        ),
    )  # fmt: skip


def namesakes() -> Document:
    """A protocol without a day, of people who are easily taken for one another."""
    people = ("Иванов Иван Петрович", "Иванов Игорь Павлович", "Иванов И.П.", "Иванова И.П.", "Ивановский А.А.")
    participants = tuple(
        Participant(text=name, status=Attendance.PRESENT, person=person(name), span=HERE) for name in people
    )
    return Document(
        source=source("без даты.txt"),
        kind=DocumentKind.PROTOCOL,
        protocols=(Protocol(title="Собрания", participants=participants, span=HERE),),
    )


def all_papers() -> list[Document]:
    return [question(), answer(), meeting(), namesakes()]
