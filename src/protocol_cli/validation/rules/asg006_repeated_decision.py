"""ASG006: one decision is written twice."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import plain_title
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Item, Paper
from protocol_cli.validation.rule import Found, Rule

_SHORTEST = 25  # «Принять к сведению» may well be said of several matters


def check(paper: Paper) -> Iterator[Found]:
    first: dict[tuple[int, str, str], Item] = {}
    for item in paper.items:
        text = plain_title(item.assignment.text)
        key = (item.part.start, item.assignment.lead or "", text)
        if len(text) < _SHORTEST:
            continue
        same = first.setdefault(key, item)
        if same is item:
            continue
        one, other = same.assignment, item.assignment
        if tuple(r.name for r in one.responsible) == tuple(r.name for r in other.responsible):
            yield Found(other.span, {"first": same.address}, item.address)


RULE = Rule(
    code="ASG006",
    name="repeated-decision",
    severity=Severity.WARNING,
    checks=Phrase("одно и то же решение записано дважды", "One decision is written twice"),
    message=Phrase("то же, что в {first}", "the same as {first}"),
    why=Phrase(
        "повтор снимают с контроля дважды или не снимают вовсе",
        "a repeat is closed twice, or never",
    ),
    mend=Phrase("уберите повтор", "remove the repeat"),
    wrong="3. Утвердить план работы. 5. Утвердить план работы.",
    right="3. Утвердить план работы. 5. Утвердить график проверок.",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
