"""DOC026: one abbreviation is explained in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import folded
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_STEM = 5


def check(paper: Paper) -> Iterator[Found]:
    first: dict[str, str] = {}
    for found in paper.document.abbreviations:
        before = first.setdefault(folded(found.short), found.full)
        # «управления образования» and «управление образования» are one name in two cases.
        one, other = (" ".join(word[:_STEM] for word in folded(full).split()) for full in (before, found.full))
        if one != other and one not in other and other not in one:
            yield Found(found.span, {"word": found.short, "first": before, "second": found.full})


RULE = Rule(
    code="DOC026",
    name="abbreviation-defined-twice",
    severity=Severity.WARNING,
    checks=Phrase("одно сокращение раскрыто по-разному", "One abbreviation is explained in two ways"),
    message=Phrase(
        "«{word}» раскрыто по-разному: «{first}» и «{second}»",
        "{word!r} is explained in two ways: {first!r} and {second!r}",
    ),
    why=Phrase(
        "неясно, кого или что оно называет дальше",
        "one cannot tell what it stands for further on",
    ),
    mend=Phrase("дайте второму другое сокращение", "choose another abbreviation for the second"),
    wrong="Департамент образования (далее – ДО) … дом отдыха (далее – ДО)",
    right="Департамент образования (далее – ДО) … дом отдыха (далее – дом отдыха)",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
