"""How quickly the registry answers when it holds very much, in the process, on both back ends.

    python bench/registry.py [--assignments 1000000] [--runs 5] [--keep FILE] [--postgres postgresql://…]

Fills a registry with protocols and letters made here, then times each question whose answer has at most a hundred
lines. Prints the medians, and ends with 1 when one takes longer than the budget. With --keep the file is left, and used
again when it is there; the server's tables are used again when they hold as many assignments.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from protocol_cli.models import (
    AgendaItem,
    Assignment,
    Deadline,
    DeadlineKind,
    Document,
    DocumentKind,
    InReplyTo,
    Letter,
    Organization,
    Person,
    Precision,
    Protocol,
    Reference,
    Responsible,
    Role,
    SourceInfo,
    Span,
)
from protocol_cli.registry import DeadlineFilter, ListFilter, Registry, upkeep

BUDGET = 50.0  # ms
PER_PROTOCOL = 24
PER_LETTER = 1
FIRST_DAY = dt.date(2014, 1, 9)
DAYS = 4300
TODAY = dt.date(2025, 6, 2)
BATCH = 50
PLACE = Span(start=0, end=1, page=1)

FAMILIES = [
    f"{start}{end}"
    for start in ("Агаф", "Берест", "Вторин", "Грабц", "Дрозд", "Ерём", "Жилин", "Зорин", "Климов", "Ланск", "Мальк", "Ожег")
    for end in ("ов", "ев", "ин", "енко", "ский", "ук", "ая", "их", "ян", "ович", "ец", "оль", "инский", "унов", "аков")
]
BODIES = [f"{what} {whom}" for what in ("отдел", "управление", "комитет", "департамент", "совет", "центр", "служба")
          for whom in ("кадров", "образования", "культуры", "связи", "строительства", "закупок", "архивов", "экономики",
                       "транспорта", "здравоохранения", "имущества", "контроля", "спорта", "туризма", "молодёжи")]  # fmt: skip
VERBS = ("Представить", "Провести", "Обеспечить", "Подготовить", "Направить", "Организовать", "Утвердить", "Разместить")
NOUNS = (
    "отчёт", "проверку", "план", "сведения", "мониторинг", "перечень", "инструктаж", "анализ", "график", "договор",
    "заявку", "смету", "реестр", "опись", "расчёт", "предложения", "замечания", "протокол", "паспорт", "акт",
)  # fmt: skip
OF_WHAT = (
    "ремонта", "закупок", "кадров", "мероприятий", "обучения", "библиотек", "дорог", "школ", "документов", "бюджета",
    "учреждений", "проверок", "показателей", "жилья", "транспорта", "питания", "безопасности", "архивов", "связи", "льгот",
)  # fmt: skip
RARE = "теплоснабжения"  # a word that stands in few documents


def person(serial: int) -> Person:
    """One of a few thousand people; some are named whole, some by initials."""
    family = FAMILIES[serial % len(FAMILIES)]
    given, patronymic = "АБВГДЕИКЛМНОПРС"[serial // 7 % 15], "АБВГДЕИКЛМНОПРС"[serial // 11 % 15]
    return Person(
        name=f"{family} {given}.{patronymic}.", family_name=family, given_name=f"{given}.",
        patronymic_name=f"{patronymic}.", position="начальник отдела", span=PLACE,
    )  # fmt: skip


def term(chance: random.Random, day: dt.date) -> Deadline | None:
    """A term of one of the sorts, in the proportions of an office."""
    sort = chance.random()
    due = day + dt.timedelta(days=chance.randrange(5, 120))
    if sort < 0.05:
        return Deadline(
            text="ежемесячно, до 5 числа", kind=DeadlineKind.RECURRING, due=due.replace(day=5),
            rrule=f"FREQ=MONTHLY;BYMONTHDAY={due.day % 28 + 1}", span=PLACE,
        )  # fmt: skip
    if sort < 0.15:
        return Deadline(text="постоянно", kind=DeadlineKind.ONGOING, span=PLACE)
    then = None
    if sort < 0.18:
        later = due + dt.timedelta(days=90)
        then = Deadline(text="до дня", kind=DeadlineKind.DATE, due=later, precision=Precision.DAY, span=PLACE)
    if sort > 0.95:
        return None
    text = f"до {due:%d.%m.%Y}"
    return Deadline(text=text, kind=DeadlineKind.DATE, due=due, precision=Precision.DAY, then=then, span=PLACE)


def assignment(chance: random.Random, number: int, day: dt.date) -> Assignment:
    """«Провести проверку документов № 12 …», for a body or a person."""
    words = f"{chance.choice(VERBS)} {chance.choice(NOUNS)} {chance.choice(OF_WHAT)} и {chance.choice(NOUNS)}"
    if chance.random() < 0.00005:
        words += f" {RARE}"
    named = person(chance.randrange(6000)) if chance.random() < 0.5 else None
    body = chance.choice(BODIES)
    who = Responsible(text=body, name=named.name if named else body, person=named, role=Role.LEAD)
    return Assignment(
        number=str(number), text=f"{words} за отчётный период", responsible=(who,), deadline=term(chance, day), span=PLACE
    )


def documents(assignments: int) -> Iterator[Document]:
    """Protocols, and between them letters that answer one another."""
    chance = random.Random(20210416)
    made = serial = 0
    while made < assignments:
        serial += 1
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
        is_letter = serial % 4 == 0
        count = PER_LETTER if is_letter else PER_PROTOCOL
        items = tuple(assignment(chance, order + 1, day) for order in range(count))
        made += count
        source = SourceInfo(
            name=f"{serial}.txt", format="txt", sha256=hashlib.sha256(str(serial).encode()).hexdigest(), pages=2
        )
        law = Reference(kind="федеральный закон", number="273-ФЗ", date=dt.date(2012, 12, 29), text="закон", span=PLACE)
        if is_letter:
            answers = (InReplyTo(number=f"{serial - 4}-п"),) if serial % 3 else ()
            letter = Letter(
                organization=Organization(name=chance.choice(BODIES).capitalize()), number=f"{serial}-п", date=day,
                subject="О направлении сведений", requests=items, in_reply_to=answers,
                signatories=(person(serial),), body=("Направляем сведения.",), span=PLACE,
            )  # fmt: skip
            yield Document(source=source, kind=DocumentKind.LETTER, letter=letter, references=(law,))
            continue
        agenda = tuple(
            AgendaItem(number=str(at), title=f"О ходе {chance.choice(OF_WHAT)}", speakers=(person(serial * at),), span=PLACE)
            for at in (1, 2, 3)
        )
        minutes = Protocol(
            number=str(serial), date=day, title="Заседания", chair=person(serial % 40), agenda=agenda, decisions=items,
            span=PLACE,
        )  # fmt: skip
        yield Document(source=source, kind=DocumentKind.PROTOCOL, protocols=(minutes,), references=(law,))


def fill(registry: Registry, assignments: int) -> None:
    """Record the documents, some hundreds in a transaction."""
    batch: list[Document] = []

    def record() -> None:
        with registry.database.transaction():
            for document in batch:
                registry.save(document)
        batch.clear()

    for number, document in enumerate(documents(assignments), start=1):
        batch.append(document)
        if len(batch) == BATCH:
            record()
            print(f"\r{number} documents", end="", file=sys.stderr, flush=True)
    record()
    print("\r", end="", file=sys.stderr)


def questions(registry: Registry) -> dict[str, Callable[[], Iterable[object]]]:
    """Each question by its name; all of them answer with at most a hundred lines."""
    day, week = dt.timedelta(days=1), dt.timedelta(days=7)
    known = next(iter(registry.lines("documents", ListFilter(kind="letter", limit=1))))
    number = str(next(iter(registry.lines("documents", ListFilter(kind="letter", before=TODAY, limit=1))))["number"])
    someone = person(4242)

    def due(**wanted: object) -> Callable[[], Iterable[object]]:
        return lambda: registry.deadlines(DeadlineFilter(status="open", every_day=True, limit=100, **wanted))  # type: ignore[arg-type]

    def lines(what: str, **wanted: object) -> Callable[[], Iterable[object]]:
        return lambda: registry.lines(what, ListFilter(**{"limit": 100} | wanted))  # type: ignore[arg-type]

    return {
        "deadlines --on": due(after=TODAY, before=TODAY),
        "deadlines --within 1w": due(after=TODAY, before=TODAY + week),
        "deadlines --overdue": due(before=TODAY - day),
        "deadlines --sort=-due": due(sort="-due"),
        "deadlines --after": due(after=TODAY),
        "deadlines --responsible (body)": due(responsible="отдел кадров"),
        "deadlines --responsible (person) --within": due(after=TODAY, before=TODAY + week, responsible=someone.name),
        "deadlines --responsible (another form)": due(responsible="отделу кадров"),
        "deadlines --responsible (nobody)": due(responsible="Несуществующий"),
        "deadlines --kind recurring": due(kind="recurring"),
        "deadlines --kind ongoing --all": due(kind="ongoing", undated=True),
        "deadlines --document": due(document=known["id"]),
        "deadlines --status done": lambda: registry.deadlines(DeadlineFilter(status="done", limit=100)),
        "documents": lines("documents"),
        "documents --organization": lines("documents", organization="отдел кадров"),
        "documents --after --before": lines("documents", after=TODAY, before=TODAY + week),
        "documents --sort number": lines("documents", sort="number"),
        "show NUMBER": lambda: registry.find(number),
        "decisions": lines("decisions"),
        "decisions --responsible": lines("decisions", name=someone.name),
        "decisions --responsible (body)": lines("decisions", name="отдел кадров"),
        "decisions --document": lines("decisions", document=known["id"]),
        "decisions --kind request": lines("decisions", kind="request"),
        "decisions --sort due": lines("decisions", sort="due"),
        "agenda": lines("agenda"),
        "agenda --speaker": lines("agenda", name=someone.name),
        "speakers": lines("speakers"),
        "speakers --name": lines("speakers", name=someone.name),
        "people --limit 20": lambda: registry.people(ListFilter(limit=20)),
        "people NAME": lambda: registry.appearances(ListFilter(name=someone.name, limit=100)),
        "people NAME --role": lambda: registry.appearances(ListFilter(name=someone.family_name, role="chair", limit=100)),
        "organizations --limit 20": lambda: registry.organizations(ListFilter(limit=20)),
        "references": lines("references"),
        "references --relation reply": lines("references", role="reply"),
        "search (many hits)": lambda: registry.search("проверками", ListFilter(limit=100)),
        "search (two words)": lambda: registry.search("проверка дорог", ListFilter(limit=100)),
        "search (rare word)": lambda: registry.search(RARE, ListFilter(limit=100)),
        "search (no hit)": lambda: registry.search("синхрофазотрон", ListFilter(limit=100)),
        "search --after --before": lambda: registry.search(
            "проверка", ListFilter(after=TODAY, before=TODAY + week, limit=100)
        ),
        "thread NUMBER": lambda: registry.thread(number),
        "status": lambda: registry.journal(ListFilter(limit=100)),
        "status ID": lambda: registry.find_assignments(f"{known['id']}:L1"),
        "stats": lambda: [registry.statistics(TODAY)],
    }


def measure(registry: Registry, runs: int, name: str) -> bool:
    """Print the medians; True when one exceeds the budget."""
    exceeded = False
    for question, ask in questions(registry).items():
        times = []
        answer = 0
        for _ in range(runs + 1):
            began = time.perf_counter()
            answer = sum(1 for _ in ask())
            times.append((time.perf_counter() - began) * 1000)
        median = statistics.median(times[1:])
        slow = median > BUDGET
        exceeded = exceeded or slow
        print(f"{name:10} {question:42} {answer:5} lines {median:8.1f} ms  {'EXCEEDED' if slow else 'ok'}")
    return exceeded


def ready(registry: Registry, assignments: int) -> Registry:
    """The registry, filled unless it holds enough already."""
    if upkeep.info(registry)["assignments"] < assignments:
        began = time.perf_counter()
        fill(registry, assignments)
        upkeep.vacuum(registry)
        took = time.perf_counter() - began
        print(f"{registry.place}: filled in {took:.0f} s, {upkeep.info(registry)['size'] / 1e6:.0f} MB", file=sys.stderr)
        today = TODAY.isoformat()
        keys = registry.database.execute("SELECT key FROM assignments WHERE day < ? ORDER BY day DESC LIMIT 300", (today,))
        for (key,) in keys.fetchall():
            registry.write_journal(key, "done", TODAY)
    return registry


def main() -> int:
    """Fill, measure, judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--assignments", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--postgres")
    options = parser.parse_args()
    exceeded = False
    with tempfile.TemporaryDirectory() as folder:
        with Registry.open(options.keep or Path(folder) / "registry.sqlite") as registry:
            exceeded = measure(ready(registry, options.assignments), options.runs, "sqlite")
        if options.postgres:
            with Registry.open(options.postgres) as registry:
                exceeded = measure(ready(registry, options.assignments), options.runs, "postgresql") or exceeded
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
