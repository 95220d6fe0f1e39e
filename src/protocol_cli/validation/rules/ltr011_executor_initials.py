"""LTR011: the executor is named with initials."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Edition, Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import is_initial
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    executor = part.content.executor if part and isinstance(part.content, Letter) else None
    # ГОСТ Р 6.30-2003 asked for initials.
    if part and executor and is_initial(executor.given_name) and paper.edition is not Edition.GOST_2003:
        yield Found(executor.span, {"name": executor.name}, part.address)


RULE = Rule(
    code="LTR011",
    name="executor-initials",
    severity=Severity.INFO,
    checks=Phrase(
        "исполнитель назван с инициалами, а не полностью",
        "The executor is named with initials",
    ),
    message=Phrase("исполнитель {name} назван с инициалами", "the executor {name} is named with initials"),
    why=Phrase(
        "стандарт требует фамилии, имени и отчества полностью: по инициалам не обратиться",
        "the standard asks for the full name: nobody can be addressed by initials",
    ),
    mend=Phrase("напишите имя и отчество полностью", "write the name out in full"),
    wrong="Тетерина О.Ю.",
    right="Тетерина Ольга Юрьевна",
    check=check,
    requisite=Requisite.EXECUTOR,
)
