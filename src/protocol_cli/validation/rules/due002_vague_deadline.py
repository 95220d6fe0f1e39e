"""DUE002: the term is vague."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.lexicon import VAGUE_TERMS
from protocol_cli.validation.names import folded
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        if term.due or term.rrule or term.duration:
            continue
        if any(words in folded(term.text) for words in VAGUE_TERMS):
            yield Found(term.span, {"text": term.text}, item.address)
        elif term.kind is DeadlineKind.IMMEDIATE:  # regulations give it a number of days
            yield Found(term.span, {"text": term.text}, item.address, severity=Severity.INFO)


RULE = Rule(
    code="DUE002",
    name="vague-deadline",
    severity=Severity.WARNING,
    checks=Phrase("срок неопределённый", "The term is vague"),
    message=Phrase("«{text}» – срок без числа", "{text!r} is a term without a day"),
    why=Phrase(
        "неясно, когда он нарушен; в регламентах «незамедлительно» – обычно три дня",
        "one cannot tell when it is broken; regulations mostly make three days of «at once»",
    ),
    mend=Phrase("назовите дату или число дней", "name a day, or a number of days"),
    wrong="Срок – в кратчайшие сроки",
    right="Срок – в течение 3 рабочих дней",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
