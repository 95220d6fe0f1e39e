"""VOT001: there are more votes than those present."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.votes import counted_votes


def check(paper: Paper) -> Iterator[Found]:
    for part, vote, votes, present in counted_votes(paper):
        if votes > present:
            yield Found(vote.span, {"votes": votes, "present": present}, part.address)


RULE = Rule(
    code="VOT001",
    name="more-votes-than-present",
    severity=Severity.ERROR,
    checks=Phrase("голосов больше, чем присутствующих", "There are more votes than those present"),
    message=Phrase("голосов {votes}, а присутствуют {present}", "{votes} votes, but {present} are present"),
    why=Phrase(
        "одно из чисел неверно, и решение можно оспорить",
        "one of the numbers is wrong, and the decision can be contested",
    ),
    mend=Phrase("сверьте голоса со списком присутствующих", "check the votes against those present"),
    wrong="присутствуют 6 человек … за – 7",
    right="присутствуют 6 человек … за – 6",
    check=check,
    source=Phrase("ГК РФ ст. 181.2", "Civil Code art. 181.2"),
)
