"""DUE006: it is not said whether the day named is inside the term."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind, Precision
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import folded
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        if term.due is None or term.kind is not DeadlineKind.DATE or term.precision is not Precision.DAY:
            continue
        words = folded(term.text)
        if words.startswith(("до ", "к ")) and "включительно" not in words and "не позднее" not in words:
            yield Found(term.span, {"text": term.text, "due": term.due}, item.address)


RULE = Rule(
    code="DUE006",
    name="inclusive-or-not",
    severity=Severity.INFO,
    checks=Phrase(
        "не сказано, входит ли названный день в срок",
        "It is not said whether the day named is inside the term",
    ),
    message=Phrase(
        "«{text}»: день {due} считается внутри срока",
        "{text!r}: the day {due} counts as inside",
    ),
    why=Phrase(
        "«до» понимают по-разному; суды склоняются к тому, что день входит",
        "«до» is read both ways; the courts lean to including the day",
    ),
    mend=Phrase("добавьте «включительно»", "add «включительно»"),
    wrong="до 31 мая 2021 года",
    right="до 31 мая 2021 года включительно",
    check=check,
    source=Phrase("определение ВС РФ по делу А45-14844/2017", "Supreme Court, case А45-14844/2017"),
    on=False,
)
