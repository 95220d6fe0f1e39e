"""ASG002: a group answers, and no person nor body."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.assignments import is_group
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import folded
from protocol_cli.validation.paper import Item, Paper
from protocol_cli.validation.rule import Found, Rule

_SHOWN = 12


def check(paper: Paper) -> Iterator[Found]:
    groups: dict[str, list[Item]] = {}
    for item in paper.items:
        first = item.assignment.responsible[:1]
        if first and item.part is not paper.letter and is_group(first[0]):
            groups.setdefault(folded(first[0].name), []).append(item)
    for items in groups.values():
        span, name = items[0].assignment.span, items[0].assignment.responsible[0]
        place = paper.locate(name.text, span.start, span.end, span)
        yield Found(place, {"name": name.name, "items": _listed(items)}, items[0].address)


def _listed(items: list[Item]) -> Phrase:
    more = "…" if len(items) > _SHOWN else ""
    russian = ", ".join(item.address.russian for item in items[:_SHOWN]).replace(", п. ", ", ")
    english = ", ".join(item.address.english for item in items[:_SHOWN]).replace(", item ", ", ")
    return Phrase(f"{russian}{more}", f"{english}{more}")


RULE = Rule(
    code="ASG002",
    name="group-responsible",
    severity=Severity.INFO,
    checks=Phrase(
        "ответственный – группа, а не лицо или орган",
        "A group answers, and no person nor body",
    ),
    message=Phrase(
        "«{name}» – группа: не сказано, кто отвечает за целое ({items})",
        "{name!r} is a group: it is not said who answers for the whole ({items})",
    ),
    why=Phrase(
        "исполнителей много, головного нет: сводного ответа никто не даст",
        "there are many to act and none to lead: nobody will give an answer for all",
    ),
    mend=Phrase(
        "назовите того, кто обобщает, или срок отчёта каждого",
        "name who sums up, or when each reports",
    ),
    wrong="Ответственные – директора школ",
    right="Ответственные – отдел общего образования (свод), директора школ",
    check=check,
    source=Phrase(
        "Типовой регламент взаимодействия федеральных органов: головной исполнитель назван первым",
        "model regulation of federal bodies: the first named leads",
    ),
)
