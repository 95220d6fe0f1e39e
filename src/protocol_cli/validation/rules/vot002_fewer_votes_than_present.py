"""VOT002: there are fewer votes than those present."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.votes import counted_votes


def check(paper: Paper) -> Iterator[Found]:
    for part, vote, votes, present in counted_votes(paper):
        if votes < present and None not in (vote.for_, vote.against, vote.abstained):
            yield Found(vote.span, {"votes": votes, "present": present}, part.address)


RULE = Rule(
    code="VOT002",
    name="fewer-votes-than-present",
    severity=Severity.INFO,
    checks=Phrase("голосов меньше, чем присутствующих", "There are fewer votes than those present"),
    message=Phrase("голосов {votes}, а присутствуют {present}", "{votes} votes, but {present} are present"),
    why=Phrase(
        "кто-то не голосовал: без пояснения это читается как ошибка счёта",
        "somebody did not vote: unexplained, it reads as a miscount",
    ),
    mend=Phrase("поясните, кто не голосовал", "say who did not vote"),
    wrong="присутствуют 6 человек … за – 4, против – 0, воздержались – 0",
    right="присутствуют 6 человек … за – 4, против – 0, воздержались – 2",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
